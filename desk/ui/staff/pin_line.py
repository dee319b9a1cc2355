"""A field for a PIN: figures only, shown as dots."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look

#: A PIN is never longer: what is as long is checked without Enter.
LONGEST = 8


class PinLine(LineEdit):
    """Takes figures and swallows everything else, such as the rest of an initial."""

    def __init__(
        self, look: Look, name: str, *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name=name, large=large, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        figures = QRegularExpression(f"[0-9]{{0,{LONGEST}}}")
        self.setValidator(QRegularExpressionValidator(figures, self))
