"""Reads many sentences: a ledger's hundred thousand share most of their words."""

from __future__ import annotations

import re

from desk.language.reading import Reader, Reading
from desk.language.rules import Rules, rules

_FIGURE = re.compile(r"[0-9]")


def alike(text: str) -> str:
    """Return what sentences share that differ in figures only: they mean the same matter."""
    return _FIGURE.sub("1", text)


class ManyReader:
    """Reads one sentence after another without a roster; the rules are compiled once."""

    def __init__(self, by: Rules | None = None) -> None:
        self._reader = Reader(by or rules())

    def read(self, text: str) -> Reading:
        """Read a sentence."""
        return self._reader.read(text)
