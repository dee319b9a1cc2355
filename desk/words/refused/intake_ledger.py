"""What is said when rows of an old ledger or of a list of questions are not taken."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "knowledge.dates_reversed": mark(
        "This answer would end before it begins. This row is not imported; correct one of the two "
        "dates in the file."
    ),
    "knowledge.repeated": mark(
        "The same question stands further up in this file. This row is not imported; put the two "
        "together if their answers differ."
    ),
    "knowledge.stale": mark(
        "The library has changed since this file was compared with it. Nothing was imported; "
        "open the file again."
    ),
    "knowledge.two_match": mark(
        "This row asks what several articles of the library ask. It is not imported; edit one of "
        "those articles instead."
    ),
    "ledger.ahead": mark(
        "{day} is still to come. This row is not imported; correct its date in the file."
    ),
    "ledger.long_ago": mark(
        "{day} is too long ago to be right. This row is not imported; correct its date in the file."
    ),
    "ledger.no_day": mark(
        "Neither this row nor one above it has a date. It is not imported; write a date into the "
        "file."
    ),
    "ledger.other_community": mark(
        "This row belongs to {name}. It is not imported here; choose that community and import the "
        "file there too."
    ),
    "ledger.repeated": mark(
        "The same row stands further up in this file, word for word. It is imported once."
    ),
    "ledger.stale": mark(
        "Something was imported or taken back since this file was compared with what is there. "
        "Nothing was imported; open the file again."
    ),
}
