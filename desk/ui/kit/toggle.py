"""A switch that acts at once, and a box to tick that acts when the form is saved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import (
    draw_icon,
    draw_ring,
    draw_text,
    fill_round,
    ring_wanted,
    text_width,
)
from desk.ui.look import Look


class _Switched(QCheckBox):
    """What both share: the text beside the mark, pressed anywhere, by Enter too."""

    def __init__(self, look: Look, text: str, *, on: bool, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mark_size(self) -> QSize:
        """Return the size of the mark at the left."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Take the mark and the text."""
        s = self._look.sizes
        text = text_width(self._look.font(), self.text())
        width = self.mark_size().width() + (s.small + text if text else 0)
        return QSize(width + 2 * s.ring, s.control_small)

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's own name
        """Take a press anywhere on it."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter switch it as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the text."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        mark = QRect(
            QPoint(s.ring, (self.height() - self.mark_size().height()) // 2), self.mark_size()
        )
        self.draw_mark(painter, mark)
        left = mark.right() + 1 + s.small
        box = QRect(left, 0, self.width() - left, self.height())
        ink = look.colours.ink if self.isEnabled() else look.colours.faint
        draw_text(painter, box, self.text(), look.font(), ink)

    def draw_mark(self, painter: QPainter, mark: QRect) -> None:
        """Draw the mark."""
        raise NotImplementedError


class Toggle(_Switched):
    """A switch; what it says is so at once."""

    def __init__(
        self, look: Look, text: str = "", *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, on=on, parent=parent)

    def mark_size(self) -> QSize:
        """Be as wide as two thumbs."""
        return QSize(self._look.sizes.toggle_wide, self._look.sizes.toggle_high)

    def draw_mark(self, painter: QPainter, mark: QRect) -> None:
        """Draw the groove and the thumb."""
        c, s = self._look.colours, self._look.sizes
        on = self.isChecked()
        over = self.underMouse()
        groove = (c.accent_hover if over else c.accent) if on else (c.faint if over else c.edge)
        if not self.isEnabled():
            groove = c.line
        fill_round(painter, mark, mark.height() / 2, groove)
        gap = (mark.height() - s.thumb) // 2
        x = mark.right() + 1 - gap - s.thumb if on else mark.left() + gap
        thumb = QRect(x, mark.top() + gap, s.thumb, s.thumb)
        fill_round(painter, thumb, s.thumb / 2, c.on_accent if on else c.paper)
        if ring_wanted(self):
            around = mark.adjusted(-s.ring, -s.ring, s.ring, s.ring)
            draw_ring(painter, self._look, around, around.height() / 2)


class CheckBox(_Switched):
    """A box to tick."""

    def __init__(
        self, look: Look, text: str = "", *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, on=on, parent=parent)

    def mark_size(self) -> QSize:
        """Be a small square."""
        side = self._look.sizes.icon
        return QSize(side, side)

    def draw_mark(self, painter: QPainter, mark: QRect) -> None:
        """Draw the box and its tick."""
        c, s = self._look.colours, self._look.sizes
        if self.isChecked():
            fill_round(painter, mark, s.radius_small, c.accent if self.isEnabled() else c.faint)
            draw_icon(painter, self._look, mark, Icon.CHECK, c.on_accent, s.icon_small)
        else:
            edge = c.quiet if self.underMouse() else c.faint
            fill_round(painter, mark, s.radius_small, c.paper, edge, s.hair)
        if ring_wanted(self):
            around = mark.adjusted(-s.ring, -s.ring, s.ring, s.ring)
            draw_ring(painter, self._look, around, s.radius)
