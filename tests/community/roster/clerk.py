"""What was read from a roster, short enough to compare with what a clerk would write down."""

from __future__ import annotations

from desk.community.roster import reader
from desk.community.roster.read import ReadRoom, RosterRead
from desk.sheets.book import Sheet
from desk.sheets.columns import Choice
from tests.sheets.lines import book, sheet


def read(*sheets: Sheet | str, file: str = "roster.xlsx", choices: tuple[Choice, ...] = ()):
    """Read a book; a text is a sheet of lines."""
    whole = [sheet(one) if isinstance(one, str) else one for one in sheets]
    return reader.read(book(*whole, file=file), choices=choices)


def short(room: ReadRoom) -> str:
    """Return a room and its people: ``3-2-101 王芳(owner)13800001234 李强``."""
    label = "-".join(part for part in (room.building, room.unit, room.number) if part)
    people = [
        f"{one.name}{f'({one.relation})' if one.relation else ''}{'/'.join(one.phones)}"
        for one in room.people
    ]
    return " ".join([label, *people])


def rooms(found: RosterRead) -> list[str]:
    """Return every room that was read."""
    return [short(room) for room in found.rooms]


def rejected(found: RosterRead) -> list[tuple[int, str]]:
    """Return the rows that were rejected, each with why."""
    return [(one.place.row, one.why.code) for one in found.found.rejected]


def warned(found: RosterRead) -> list[tuple[int, str, str]]:
    """Return the cells of no use: row, field, why."""
    return [(one.place.row, one.field, one.why.code) for one in found.found.warned]
