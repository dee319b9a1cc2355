"""Workbooks of questions written for a test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


@pytest.fixture
def book(tmp_path: Path):
    """Write a workbook: sheets by name, merged areas by sheet; return what is read from it."""

    def made(sheets: dict[str, Rows], merged: Sequence[str] = (), hidden: Sequence[str] = ()):
        made = Workbook()
        made.remove(made.active)
        for name, rows in sheets.items():
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
            if name in hidden:
                sheet.sheet_state = "hidden"
        for area in merged:
            made.worksheets[0].merge_cells(area)
        path = tmp_path / "list.xlsx"
        made.save(path)
        return path

    return made
