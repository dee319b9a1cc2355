"""The soft shadow below something that floats, drawn once for a size and kept."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desk.ui.look import Look


class Shadow:
    """The shadow of one thing.

    It is a stack of rounded rectangles, which takes milliseconds to fill; so it is kept until the
    size of the thing, the theme or the screen changes. What floats is painted with every step of
    a progress bar on it.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept = QPixmap()
        self._kept_for: tuple[object, ...] = ()

    def draw(self, painter: QPainter, rect: QRect, radius: float) -> None:
        """Draw the shadow of a rectangle with round corners."""
        ratio = painter.device().devicePixelRatioF()
        wanted = (rect.size(), radius, ratio, self._look.theme)
        if wanted != self._kept_for:
            self._kept, self._kept_for = self._drawn(rect.size(), radius, ratio), wanted
        reach = self._look.sizes.wide
        painter.drawPixmap(rect.topLeft() - QPoint(reach, reach), self._kept)

    def _drawn(self, size: QSize, radius: float, ratio: float) -> QPixmap:
        """Return it with the room it takes beyond the thing: at the foot a third more."""
        reach = self._look.sizes.wide
        down = reach / 3
        whole = QSizeF(size.width() + 2 * reach, size.height() + 2 * reach + down)
        pixmap = QPixmap((whole * ratio).toSize().grownBy(QMargins(0, 0, 1, 1)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(self._look.colours.shadow)
        thing = QRectF(QPointF(reach, reach + down), QSizeF(size))
        steps = reach // 2
        for step in range(steps):
            grown = reach - step * 2
            shade.setAlphaF(0.012 + 0.008 * step / steps)
            painter.setBrush(shade)
            box = thing.adjusted(-grown, -grown, grown, grown)
            painter.drawRoundedRect(box, radius + grown, radius + grown)
        painter.end()
        return pixmap
