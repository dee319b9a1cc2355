"""What can be seen of a widget: the name a screen reader says, and its pixels."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def pixels(widget: QWidget, colour: str) -> int:
    image = widget.grab().toImage()
    return sum(
        image.pixelColor(x, y).name() == colour.lower()
        for x in range(image.width())
        for y in range(image.height())
    )
