"""Loads the vendored typeface; without it the program goes on with the system's own.

The digits of Noto Sans SC are of one width in each weight (555 and 590 of 1000 units), so times
and numbers stand in columns without any font feature. Both weights take about 5 ms together, as
Qt maps the files and reads no outline before one is drawn: neither is worth loading later.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desk.refusals import Refusal
from desk.resources import resource

FILES: tuple[str, ...] = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The family to write with, and what the window has to say about it."""

    family: str
    trouble: Refusal | None = None


def load(folder: Path | None = None) -> Loaded:
    """Load the typeface from ``resources/fonts`` (or a folder) into the running application.

    It never raises: a file that is missing or broken comes back as the trouble ``font.missing``
    beside a family that does work.
    """
    family = ""
    trouble: Refusal | None = None
    for name in FILES:
        try:
            path = folder / name if folder else resource("fonts", name)
        except Refusal:
            trouble = Refusal("font.missing", file=name)
            continue
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if not families:
            trouble = Refusal("font.missing", file=name)
        family = family or (families[0] if families else "")
    if not family:
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return Loaded(family, trouble)
