"""Building a part of a widget again when what it shows, or the theme, is another."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def emptied(column: QVBoxLayout, old: QWidget, parent: QWidget) -> QWidget:
    """Take a part out of a column for good; return an empty one, to be filled and put back."""
    column.removeWidget(old)
    old.hide()
    old.deleteLater()
    return QWidget(parent)
