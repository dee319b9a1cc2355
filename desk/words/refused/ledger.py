"""What is said of a row or a sheet of an old ledger that was not read."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "ledger.no_text": mark(
        "The row does not say what was reported. It was left out; write it in the file if it "
        "shall come in."
    ),
    "ledger.sheet_empty": mark("Nothing stands in the sheet {sheet}. It was passed over."),
    "ledger.sheet_hidden": mark(
        "The sheet {sheet} is hidden. It was passed over; show it in the file if it shall come in."
    ),
    "ledger.sheet_no_table": mark(
        "No table was found in the sheet {sheet}. It was passed over; say what its columns are if "
        "there is one."
    ),
    "ledger.sheet_no_text": mark(
        "No column of the sheet {sheet} says what was reported. It was passed over; say which "
        "column it is if there is one."
    ),
    "ledger.sheet_notes": mark("The sheet {sheet} holds notes and no reports. It was passed over."),
    "ledger.sheet_summary": mark(
        "The sheet {sheet} counts reports and holds none. It was passed over."
    ),
    "ledger.too_long": mark(
        "The cell is longer than a name or a place can be. It was left out; the row came in."
    ),
}
