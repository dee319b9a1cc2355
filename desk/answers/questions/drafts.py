"""An article while its rows are read, and what one sheet came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desk.refusals import Refusal
from desk.sheets.findings import Place, Rejected, Warned

#: A question is no longer than this, in characters; an answer no longer than that.
LONGEST_QUESTION = 500
LONGEST_ANSWER = 10_000


@dataclass
class Draft:
    """An article that may still get other wordings and more lines of its answer."""

    row: int
    wordings: list[str]
    answer: list[str]
    category: str = ""
    owner: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    text: str = ""


@dataclass
class SheetRead:
    """What a sheet came to; ``used`` are the rows articles were read from."""

    sheet: str | None
    drafts: list[Draft] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    @property
    def last(self) -> Draft | None:
        """The article read last."""
        return self.drafts[-1] if self.drafts else None

    def reject(self, row: int, why: Refusal, texts: Sequence[str]) -> None:
        """Report a row."""
        shown = " | ".join(dict.fromkeys(" ".join(one.split()) for one in texts if one))
        self.rejected.append(Rejected(Place(self.sheet, row), why, shown[:500]))

    def warn(self, row: int, key: str, text: str, why: Refusal) -> None:
        """Report a cell."""
        self.warned.append(Warned(Place(self.sheet, row), key, text[:500], why))
