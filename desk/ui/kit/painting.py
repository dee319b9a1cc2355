"""What the painted widgets share: text set optically in the middle, rounded grounds, the ring."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desk.ui.icons import Icon
from desk.ui.look import Look

#: The figures and characters of Noto Sans SC stand this much of their size below the middle.
_LIFT = 0.06

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_SINGLE = Qt.TextFlag.TextSingleLine.value


#: What is kept of texts that were measured: a list is painted many times with the same words.
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def _measured(text: str, family: str, pixels: int, bold: bool) -> int:
    return QFontMetrics(_font(family, pixels, bold)).horizontalAdvance(text)


@lru_cache(maxsize=_KEPT)
def _cut(text: str, family: str, pixels: int, bold: bool, width: int) -> str:
    metrics = QFontMetrics(_font(family, pixels, bold))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _font(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def text_width(font: QFont, text: str) -> int:
    """Return the width of a text in pixels, for a font of the type scale."""
    return _measured(text, font.family(), font.pixelSize(), font.bold()) if text else 0


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line, cut with an ellipsis where it does not fit."""
    if not text or rect.width() <= 0:
        return
    if text_width(font, text) > rect.width():
        text = _cut(text, font.family(), font.pixelSize(), font.bold(), rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    lifted = rect.translated(0, -round(font.pixelSize() * _LIFT))
    painter.drawText(lifted, align.value | _SINGLE, text)


def draw_icon(
    painter: QPainter, look: Look, rect: QRect, icon: Icon, colour: QColor, size: int | None = None
) -> None:
    """Draw an icon in the middle of a rectangle, sharp on the screen it is painted to."""
    size = size or look.sizes.icon
    pixmap: QPixmap = look.pixmap(icon, colour, size, painter.device().devicePixelRatioF())
    at = rect.center() - QPoint(size // 2, size // 2) + QPoint(1 - size % 2, 1 - size % 2)
    painter.drawPixmap(at, pixmap)


def fill_round(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """Fill a rounded rectangle; the edge lies wholly inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def ring_wanted(widget: QWidget) -> bool:
    """Say whether the widget has the focus and the keyboard brought it there."""
    by_keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
    return widget.hasFocus() and widget.window().testAttribute(by_keyboard)


def draw_ring(painter: QPainter, look: Look, rect: QRect, radius: float) -> None:
    """Draw the ring of the keyboard's focus inside a rectangle."""
    fill_round(painter, rect, radius, None, look.colours.accent, look.sizes.ring)
