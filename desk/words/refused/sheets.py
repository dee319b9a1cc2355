"""What is said when a file that was brought, or a row of it, cannot be read."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "sheet.archive": mark(
        "{file} is a packed archive, not a table. Nothing was imported; unpack it and choose the "
        "table inside."
    ),
    "sheet.bomb": mark(
        "{file} unpacks to far more than a table can hold. It was not opened and nothing was "
        "imported; ask for a fresh copy from whoever made it."
    ),
    "sheet.columns": mark(
        "{file} has something behind column {columns}. Columns up to there were read, what stands "
        "behind was left out; delete it if it is not needed."
    ),
    "sheet.columns_in_sheet": mark(
        "Sheet {sheet} of {file} has something behind column {columns}. Columns up to there were "
        "read, what stands behind was left out; delete it if it is not needed."
    ),
    "sheet.database": mark(
        "{file} is a database, not a table. Nothing was imported; export the table from its "
        "program as xlsx or CSV."
    ),
    "sheet.doctype": mark(
        "{file} holds something no workbook should (a document type declaration), so it may be "
        "harmful. Nothing was imported; open it in Excel or WPS and save it as a new xlsx."
    ),
    "sheet.empty": mark(
        "{file} is an empty file (0 bytes). Nothing was imported; ask for a fresh copy."
    ),
    "sheet.encoding": mark(
        "{file} is text in an unknown encoding. Nothing was imported; open it in Excel or WPS and "
        "save it as xlsx, or as CSV in UTF-8."
    ),
    "sheet.folder": mark(
        "{file} is a folder, not a file. Nothing was imported; choose a file in it."
    ),
    "sheet.incomplete": mark(
        "{file} is incomplete or damaged. Nothing was imported; ask for a fresh copy, or open it "
        "in Excel or WPS and save it anew."
    ),
    "sheet.json": mark(
        "{file} has the wrong format: it is data in JSON, not a table. Nothing was imported; "
        "choose an xlsx, xls or CSV file."
    ),
    "sheet.links": mark(
        "{file} refers to other files. Those were not opened; the values saved in it were read."
    ),
    "sheet.macros": mark(
        "{file} contains macros. They were not run; the values saved in it were read."
    ),
    "sheet.missing": mark("There is no file {file}. Nothing was imported; choose another file."),
    "sheet.no_file": mark(
        "{file} is a device or a pipe, not a file. Nothing was imported; choose the file itself."
    ),
    "sheet.nothing": mark(
        "Nothing stands in {file}. Nothing was imported; check that it is the right file."
    ),
    "sheet.other_format": mark(
        "{file} is a table in the format {format}, which cannot be read here. Nothing was "
        "imported; open it in Excel or WPS and save it as xlsx."
    ),
    "sheet.password": mark(
        "{file} has a password. Nothing was imported; open it in Excel or WPS, take the password "
        "off under File > Info > Protect Workbook, and save it."
    ),
    "sheet.pdf": mark(
        "{file} is a PDF, not a table. Nothing was imported; ask for the table it was made from."
    ),
    "sheet.picture": mark(
        "{file} is a picture, not a table. Nothing was imported; ask for the table it shows."
    ),
    "sheet.quote": mark(
        "In {file} the quotation mark opened on row {row} is never closed. Nothing was imported; "
        "close or delete it there and try again."
    ),
    "sheet.row_encoding": mark(
        "Row {row} of {file} is in another encoding than the rest. It was left out, the others "
        "were read; type it anew, or save the file again as CSV in UTF-8."
    ),
    "sheet.row_far": mark(
        "Row {row} of {file} stands far away from all others. It was left out, the others were "
        "read; move or delete what stands there."
    ),
    "sheet.row_far_in_sheet": mark(
        "Row {row} of sheet {sheet} in {file} stands far away from all others. It was left out, "
        "the others were read; move or delete what stands there."
    ),
    "sheet.row_nul": mark(
        "Row {row} of {file} has damaged characters (NUL) in it. It was left out, the others were "
        "read; correct it and import the file again."
    ),
    "sheet.row_too_long": mark(
        "Row {row} of {file} is too long: column {column} holds more than 32,767 characters. It "
        "was left out, the others were read; shorten it and import the file again."
    ),
    "sheet.row_too_long_in_sheet": mark(
        "Row {row} of sheet {sheet} in {file} is too long: column {column} holds more than 32,767 "
        "characters. It was left out, the others were read; shorten it and import the file again."
    ),
    "sheet.slides": mark(
        "{file} is a presentation, not a table. Nothing was imported; choose an xlsx, xls or CSV "
        "file."
    ),
    "sheet.too_large": mark(
        "{file} has {size} MB, more than the {most} MB that can be read. Nothing was imported; "
        "split it into several files."
    ),
    "sheet.too_many_cells": mark(
        "{file} has too many cells. Nothing was imported; delete blank rows and columns that only "
        "have a format, or split it into several files."
    ),
    "sheet.too_many_sheets": mark(
        "{file} has more than {sheets} sheets. Nothing was imported; split it into several files."
    ),
    "sheet.unknown": mark(
        "{file} is not a table this program knows. Nothing was imported; choose an xlsx, xls or "
        "CSV file."
    ),
    "sheet.unreadable": mark(
        "{file} cannot be opened. Nothing was imported; close it in other programs, check that "
        "you may read it, and try again."
    ),
    "sheet.word": mark(
        "{file} is a Word document, not a table. Nothing was imported; copy its table into a "
        "workbook and choose that."
    ),
}
