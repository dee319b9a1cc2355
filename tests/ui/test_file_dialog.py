"""The name a file gets that somebody asked for in the system's own dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.ui.file_dialog import ask_file

SHEETS = "Excel 工作簿 (*.xlsx);;CSV 文件 (*.csv)"
PDF = "PDF 文件 (*.pdf)"


@pytest.mark.parametrize(
    ("typed", "kind", "filters", "file"),
    [
        ("list.xlsx", "Excel 工作簿 (*.xlsx)", SHEETS, "list.xlsx"),
        ("list.CSV", "Excel 工作簿 (*.xlsx)", SHEETS, "list.CSV"),
        ("2026.3", "CSV 文件 (*.csv)", SHEETS, "2026.3.csv"),
        ("list", "Excel 工作簿 (*.xlsx)", SHEETS, "list.xlsx"),
        ("list", "", SHEETS, "list.xlsx"),
        ("WX-1", PDF, PDF, "WX-1.pdf"),
        ("WX-1.xlsx", PDF, PDF, "WX-1.xlsx.pdf"),
    ],
)
def test_a_name_gets_the_ending_of_its_kind(
    qapp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed, kind, filters, file
) -> None:
    chosen = (str(tmp_path / typed), kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: chosen)
    parent = QWidget()
    assert ask_file(parent, "存到哪里", "list", filters) == tmp_path / file


def test_who_thinks_better_of_it_gets_no_file(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    parent = QWidget()
    assert ask_file(parent, "存到哪里", "list.pdf", PDF) is None
