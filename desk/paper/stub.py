"""The short copies on an A4 sheet: what stays at the desk and what stays with the resident."""

from __future__ import annotations

from desk.paper.blanks import line, pattern
from desk.paper.form import charge, result
from desk.paper.top import LEFT, RIGHT, Copy, Part

_HALF = 290.0


def set_stub(part: Part) -> None:
    """Set a short copy into 210 x 76 mm; what does not fit is to be read in the system."""
    words = part.words
    part.head()
    part.band(68)
    part.said(92, 80, words.say_in("cut text", "… (full text in the system)"))
    part.facts(93, brief=True)
    if part.copy is Copy.RESIDENT:
        result(part, LEFT, 188, _HALF - 16)
        charge(part, _HALF, 188, RIGHT)
        hint = part.ask()
        if part.order.resident_link:
            hint += "  " + words.say_in("slip", "Scan the code to follow the work")
    else:
        _handed_out(part, 188)
        hint = words.say_in("slip", "File with the returned slip")
    part.foot(203, hint)


def _handed_out(part: Part, base: float) -> None:
    words, sheet = part.words, part.sheet
    day = words.say_in("day by hand", "__ / __")
    line(sheet, LEFT, base, LEFT + 210, words.say_in("slip", "Slip taken by"))
    pattern(sheet, LEFT + 226, base, LEFT + 372, words.say_in("slip", "Taken on"), day)
    pattern(sheet, LEFT + 388, base, RIGHT, words.say_in("slip", "Slip returned"), day)
