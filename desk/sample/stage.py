"""Where tickets of the present are written."""

from __future__ import annotations

from datetime import datetime

from desk.sample.casting import Casting, Wanted
from desk.sample.path import Path, Pen


class Stage:
    """Opens tickets and keeps them.

    Attributes:
        paths: what was opened so far.
    """

    def __init__(self, pen: Pen, casting: Casting) -> None:
        self._pen = pen
        self._rng = pen.rng
        self._days = pen.days
        self._casting = casting
        self.paths: list[Path] = []

    def open(self, wanted: Wanted, at: datetime, room: str | None = None) -> Path:
        """Let somebody call about something at a moment, from a room if it matters which."""
        path = Path(self._pen, self._casting.cast(wanted, at, room), at)
        self.paths.append(path)
        return path
