"""Asks for the file that is to be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desk.words.catalogue import Words

#: Asks for a file to read: parent, title, filters; None when somebody thought better.
AskOpen = Callable[[QWidget, str, str], Path | None]
_ENDINGS = "*.xlsx *.xlsm *.xls *.csv *.txt *.tsv *.htm *.html"


def ask_open(parent: QWidget, title: str, filters: str) -> Path | None:
    """Ask with the system's own dialog."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", filters)
    return Path(chosen) if chosen else None


def filters(words: Words) -> str:
    """Return what the dialog offers to show."""
    return ";;".join(
        (
            words.say("Workbooks and lists ({endings})", endings=_ENDINGS),
            words.say("All files (*)"),
        )
    )
