"""What is said about one cell of a brought file that cannot be used; its row still can."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "area.range": mark("This cannot be the area of a room. The row is taken without an area."),
    "area.unreadable": mark("The area is not a number. The row is taken without an area."),
    "day.no_such": mark("There is no such day in the calendar. The row is taken without it."),
    "day.no_year": mark("The year of this day is not written. The row is taken without it."),
    "day.range": mark("This date is impossibly early or late. The row is taken without it."),
    "day.unreadable": mark("This is not a date. The row is taken without it."),
    "day.vague": mark("This names no certain day or month. The row is taken without it."),
    "name.formula": mark("A formula is no name. The row is taken without it."),
    "name.too_long": mark("The name is longer than any name. The row is taken without it."),
    "name.unreadable": mark("There is no name in this. The row is taken without it."),
    "phone.digits": mark("The number has too few or too many figures. It is left out."),
    "phone.masked": mark("Some figures of this number are starred out. It is left out."),
    "phone.rounded": mark(
        "The spreadsheet has rounded this number and its last figures are lost. It is left out."
    ),
    "phone.unreadable": mark("There is no telephone number in this. It is left out."),
}
