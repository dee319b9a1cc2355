"""What importing by the command line refuses."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "import.no_file": mark("No file was named. Nothing was imported; name one or more."),
    "import.no_such_field": mark(
        "A column cannot be “{field}”. Nothing was imported; it can be: {fields}."
    ),
    "import.no_such_row": mark(
        "The file has no unfinished row “{row}”. Nothing was imported; write SHEET!7, or 7 where "
        "the file has no tabs."
    ),
    "import.no_such_sheet": mark(
        "{file} has no sheet “{sheet}”. Nothing was imported; look at the names of its tabs."
    ),
    "import.nothing": mark(
        "Nothing in {file} could be imported: no row of it was understood. Nothing was changed; "
        "see above which rows, or say what a column is with --column."
    ),
    "import.one_file": mark(
        "Rows that are still open can be named for one file at a time. Nothing was imported; "
        "import the files one by one."
    ),
    "import.other_kind": mark(
        "{file} looks like “{kind}”, not “{asked}”. Nothing was imported; name the other kind, or "
        "add --sure."
    ),
    "import.which": mark("No import was named. Nothing was taken back; see: desk import list."),
}
