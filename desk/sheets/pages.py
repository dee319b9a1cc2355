"""Reads the tables of a web page that a program saved with the ending .xls."""

from __future__ import annotations

from desk.refusals import Refusal
from desk.sheets.book import Book, Progress


def read_page(data: bytes, name: str, progress: Progress | None = None) -> Book:
    """Read a page."""
    raise Refusal("sheet.other_format", file=name, format="HTML")
