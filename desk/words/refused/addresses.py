"""Why a cell that shall be a room was not read: short, for the list of rows left out."""

from __future__ import annotations

from desk.words.catalogue import mark

SENTENCES: dict[str, str] = {
    "address.date": mark(
        "The spreadsheet has made a date of the room: {text}. Write it as text, e.g. 3-2-101."
    ),
    "address.fault": mark("The room is an error of the spreadsheet: {text}."),
    "address.no_building": mark("No building, so it is not clear which one: {text}."),
    "address.no_number": mark("No room number."),
    "address.only_building": mark("Only a building, no room number: {text}."),
    "address.only_kind": mark("Only what sort of room it is, no number: {text}."),
    "address.only_unit": mark("Only a unit, no room number: {text}."),
    "address.phone": mark("A telephone number stands where the room should be."),
    "address.placeholder": mark("Zeros that only fill the cell, no room: {text}."),
    "address.several": mark("Several rooms in one cell: {text}."),
    "address.too_long": mark("Too long for a room: {text}."),
    "address.unreadable": mark("Not understood as a room: {text}."),
}
