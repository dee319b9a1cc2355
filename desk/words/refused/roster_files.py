"""What is said when rows, cells and sheets of a roster are not taken."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "roster.above_heads": mark(
        "This row stands above the heads of the table. It is not imported; move it below them in "
        "the file."
    ),
    "roster.cell_fault": mark(
        "A formula failed in this cell: {text}. The row is imported without it; correct the cell "
        "in the file, or add it later."
    ),
    "roster.no_room": mark(
        "No room is written in this row. It is not imported; write its room into the file."
    ),
    "roster.note_cut": mark(
        "The remark is longer than {most} characters. The row is imported with the beginning of "
        "it; shorten it in the file if the rest matters."
    ),
    "roster.phone_alone": mark(
        "Nobody is named beside this telephone number. The room is imported without it; write the "
        "name into the file."
    ),
    "roster.sheet_empty": mark("Nothing stands in this sheet. It is left out."),
    "roster.sheet_hidden": mark(
        "This sheet is hidden. It is left out; show it in the file if it should be imported."
    ),
    "roster.sheet_no_rooms": mark(
        "No column of this sheet holds rooms. It is left out; choose the column of rooms if there "
        "is one."
    ),
    "roster.sheet_no_table": mark(
        "No list of rooms stands in this sheet. It is left out; choose its columns if there is one."
    ),
    "roster.sheet_statistics": mark(
        "This sheet counts rooms and does not list them. It is left out."
    ),
}
