"""Keys into whatever has the focus, and the sheet that is open."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.ticket.step_sheet import StepSheet

S = TypeVar("S", bound=StepSheet)


def focus() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def submit(qtbot: QtBot) -> None:
    """Press the key of the primary action."""
    qtbot.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def as_a(kind: type[S], sheet: StepSheet) -> S:
    """Return the sheet, which is of this kind."""
    assert isinstance(sheet, kind)
    return sheet
