"""Asks where a file is to be written, with the system's own dialog."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

#: Asks for a file: parent, title, proposed name, filters; None when somebody thought better.
AskFile = Callable[[QWidget, str, str, str], Path | None]

_ENDING = re.compile(r"\*(\.\w+)")


def ask_file(parent: QWidget, title: str, proposed: str, filters: str) -> Path | None:
    """Ask; a name without any of the endings offered gets that of the kind that was chosen."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, filters)
    if not chosen:
        return None
    path, offered = Path(chosen), _ENDING.findall(filters)
    if path.suffix.lower() in offered:
        return path
    return path.with_name(path.name + (_ENDING.findall(kind) or offered)[0])
