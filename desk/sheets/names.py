"""Names of sheets as they may be shown: one line, nothing unseen, not too long, each only once."""

from __future__ import annotations

import re

from desk.sheets.cells import clean

#: As long as a spreadsheet program lets a name be.
_LONGEST = 31
_BLANKS = re.compile(r"[\t\n\v\f\r\u0085\u2028\u2029]+")


class SheetNames:
    """The names given so far."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def harmless(self, name: str) -> str:
        """Return a name to show that no other sheet has."""
        wanted = clean(_BLANKS.sub(" ", name))[:_LONGEST].strip() or f"Sheet{len(self._given) + 1}"
        given, number = wanted, 2
        while given.casefold() in self._given:
            given = f"{wanted[: _LONGEST - 5]} ({number})"
            number += 1
        self._given.add(given.casefold())
        return given
