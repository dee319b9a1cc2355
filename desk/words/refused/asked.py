"""Why questions cannot be tried on a library."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "asked.file": mark(
        "{file} could not be read. No question was tried; save it as UTF-8 text or as a workbook, "
        "and try again."
    ),
    "asked.line": mark(
        "Line {line} of {file} holds no question. No question was tried; every line must be a "
        'JSON object with a "text".'
    ),
    "asked.none": mark("There is no question in {file}. Nothing was tried; choose another file."),
    "lookup.no_articles": mark(
        "There is no question with an answer in {file}. No question was tried; choose another "
        "library, or try it first with: desk import knowledge FILE --dry-run."
    ),
    "lookup.no_model": mark(
        "No sentence model is installed here. No question was tried; leave --semantic out, or "
        "run pip install desk[semantic] first."
    ),
    "lookup.no_rooms": mark(
        "There is no room in {file}. No question was tried; choose another roster, or leave "
        "--roster out."
    ),
}
