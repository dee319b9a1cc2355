"""The slip that a technician takes along, fills in by hand and brings back signed."""

from __future__ import annotations

from dataclasses import dataclass

from desk.paper.blanks import LABEL, ROW, label, line, pattern, ticks
from desk.paper.sheet import FRAME, HAIR
from desk.paper.top import LEFT, RIGHT, Copy, Part

#: Where the right half begins, and where the left one ends.
_RIGHT_HALF = 290.0
_LEFT_END = _RIGHT_HALF - 16
_PART_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """What did not fit and goes on overleaf."""

    description: bool = False
    door_note: bool = False


def set_form(part: Part, mark: str) -> Cut:
    """Set one copy in full into 210 x 148 mm; ``mark`` ends what had to be cut."""
    words = part.words
    part.head()
    part.band(68)
    said = part.said(92, 100, mark)
    part.facts(93)
    door = False
    if part.copy is Copy.RESIDENT:
        _progress(part, 196)
    else:
        door = part.door(196, 20, mark)
    _times(part, 236)
    _work(part, 241)
    _outcome(part, 341)
    _acceptance(part, 341 + ROW)
    _signatures(part, 341 + 2 * ROW)
    hint = {
        Copy.TECHNICIAN: words.say_in("slip", "Bring back to the desk once signed"),
        Copy.STUB: words.say_in("slip", "File with the returned slip"),
        Copy.RESIDENT: words.say_in("slip", "Please keep this copy"),
    }[part.copy]
    part.foot(404, hint)
    return Cut(said, door)


def _progress(part: Part, top: float) -> None:
    """Tell the resident whom to ask, where the other copies say what to mind at the door."""
    words, sheet = part.words, part.sheet
    sheet.frame(LEFT, top, RIGHT - LEFT, 20, FRAME)
    room, base = RIGHT - LEFT - 20, top + 13.6
    if part.order.resident_link:
        follow = words.say_in("slip", "Scan the code to follow the work")
        room -= sheet.say(RIGHT - 10, base, follow, 10, align="right") + 12
    sheet.say(LEFT + 10, base, part.ask(), 10, bold=True, room=room, smallest=8)


def _times(part: Part, base: float) -> None:
    words = part.words
    blank = words.say_in("day and time by hand", "__ / __   __ : __")
    wide = (RIGHT - LEFT - 2 * 16) / 3
    for i, name in enumerate(
        (
            words.say_in("slip", "Accepted at"),
            words.say_in("slip", "Arrived at"),
            words.say_in("slip", "Left at"),
        )
    ):
        x = LEFT + i * (wide + 16)
        pattern(part.sheet, x, base, x + wide, name, blank)


def _work(part: Part, top: float) -> None:
    """Rule lines for what was done, and beside them a table of the parts used."""
    words, sheet = part.words, part.sheet
    first = top + 14
    done = (
        words.say_in("slip", "Work done")
        if part.is_repair
        else words.say_in("slip", "What was done")
    )
    label(sheet, LEFT, top + 11, done)
    columns = (
        (0, words.say_in("slip", "Part")),
        (106, words.say_in("slip", "Model")),
        (182, words.say_in("slip", "Quantity")),
        (226, words.say_in("slip", "Unit price")),
    )
    for offset, name in columns:
        x = _RIGHT_HALF + offset
        sheet.say(x + (4 if offset else 0), top + 11, name, LABEL)
        if offset:
            sheet.post(x, top + 4, first + _PART_ROWS * ROW, HAIR)
    sheet.rule(_RIGHT_HALF, first, RIGHT, FRAME)
    for i in range(1, _PART_ROWS + 1):
        sheet.rule(LEFT, first + i * ROW, _LEFT_END, HAIR)
        sheet.rule(_RIGHT_HALF, first + i * ROW, RIGHT, HAIR)


def _outcome(part: Part, base: float) -> None:
    result(part, LEFT, base, _LEFT_END)
    charge(part, _RIGHT_HALF, base, RIGHT)


def result(part: Part, x: float, base: float, to: float) -> None:
    """Set boxes for how it ended."""
    words = part.words
    ticks(
        part.sheet, x, base, to,
        words.say_in("repair slip", "Result")
        if part.is_repair
        else words.say_in("slip", "Result"),
        (
            words.say_in("result", "Fixed")
            if part.is_repair
            else words.say_in("result", "Settled"),
            words.say_in("result", "Needs parts"),
            words.say_in("result", "Revisit"),
            words.say_in("result", "Contractor"),
        ),
    )  # fmt: skip


def charge(part: Part, x: float, base: float, to: float) -> None:
    """Set boxes for free and paid, and a line for the money."""
    words, sheet = part.words, part.sheet
    x = ticks(
        sheet, x, base, x + 150, words.say_in("slip", "Charge"),
        (words.say_in("charge", "Free"), words.say_in("charge", "Paid")),
    )  # fmt: skip
    line(
        sheet, x + 14, base, to,
        words.say_in("slip", "Amount"), words.say_in("slip", "yuan"),
    )  # fmt: skip


def _acceptance(part: Part, base: float) -> None:
    words, sheet = part.words, part.sheet
    sheet.rule(LEFT, base - ROW + 8, RIGHT, FRAME)
    ticks(
        sheet, LEFT, base, _LEFT_END, words.say_in("slip", "Resident's view"),
        (
            words.say_in("satisfaction", "Very good"),
            words.say_in("satisfaction", "Good"),
            words.say_in("satisfaction", "Fair"),
            words.say_in("satisfaction", "Poor"),
        ),
    )  # fmt: skip
    line(sheet, _RIGHT_HALF, base, _RIGHT_HALF + 176, words.say_in("slip", "Resident's signature"))
    pattern(
        sheet, _RIGHT_HALF + 190, base, RIGHT, words.say_in("slip", "Date"),
        words.say_in("day by hand", "__ / __"),
    )  # fmt: skip


def _signatures(part: Part, base: float) -> None:
    words, sheet = part.words, part.sheet
    signed = (
        words.say_in("slip", "Technician's signature")
        if part.is_repair
        else words.say_in("slip", "Signature")
    )
    line(sheet, LEFT, base, _LEFT_END, signed)
    middle = _RIGHT_HALF + 106
    line(sheet, _RIGHT_HALF, base, middle, words.say_in("slip", "Return visit by"))
    line(sheet, middle + 14, base, RIGHT, words.say_in("slip", "Visit result"))
