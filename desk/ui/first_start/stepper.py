"""Where one is in the first start: four names with their numbers; the ones done are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import (
    CENTRE,
    draw_icon,
    draw_ring,
    draw_text,
    fill_round,
    ring_wanted,
    text_width,
)
from desk.ui.look import Look
from desk.ui.theme import Text


class _StepButton(QPushButton):
    """One step: a circle with its number or a tick, and its name."""

    def __init__(self, look: Look, number: int, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._look = look
        self._number = number
        self._here = False
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def stand(self, *, here: bool, done: bool, reached: bool) -> None:
        """Take a place: the one in front, one that is done, one not yet reached."""
        self._here, self._done = here, done
        self.setEnabled(reached)
        self.update()

    def sizeHint(self) -> QSize:
        """Take circle and name, bold as it may become."""
        s = self._look.sizes
        name = text_width(self._look.font(bold=True), self.text())
        return QSize(s.icon_large + s.small + name + s.small, s.control_small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and name."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius)
        top = (self.height() - s.icon_large) // 2
        circle = QRect(s.unit, top, s.icon_large, s.icon_large)
        if self._here:
            fill_round(painter, circle, s.icon_large / 2, c.accent)
        else:
            fill_round(painter, circle, s.icon_large / 2, None, c.edge, s.hair)
        ink = c.on_accent if self._here else c.accent if self._done else c.quiet
        if self._done and not self._here:
            draw_icon(painter, look, circle, Icon.CHECK, ink, s.icon_small)
        else:
            font = look.font(Text.SMALL, bold=self._here)
            draw_text(painter, circle, str(self._number), font, ink, CENTRE)
        left = circle.right() + 1 + s.small
        name = c.ink if self._here or (self.underMouse() and self.isEnabled()) else c.quiet
        box = QRect(left, 0, self.width() - left, self.height())
        draw_text(painter, box, self.text(), look.font(bold=self._here), name)


class _Between(QWidget):
    """The hairline from one step to the next."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be a short line."""
        return QSize(self._look.sizes.wide, self._look.sizes.control_small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        c, s = self._look.colours, self._look.sizes
        QPainter(self).fillRect(0, self.height() // 2, self.width(), s.hair, c.line)


class Stepper(QWidget):
    """The steps in a row; one goes back to any that was reached."""

    chosen = Signal(int)

    def __init__(self, look: Look, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._steps: list[_StepButton] = []
        for at, name in enumerate(names):
            if at:
                self._row.addWidget(_Between(look, self))
            step = _StepButton(look, at + 1, name, self)
            step.clicked.connect(lambda _checked=False, at=at: self.chosen.emit(at))
            self._row.addWidget(step)
            self._steps.append(step)
        self._row.addStretch(1)
        look.changed.connect(self.restyle)
        self.restyle()

    def show_step(self, here: int, furthest: int) -> None:
        """Show where one is and how far one has been."""
        for at, step in enumerate(self._steps):
            step.stand(here=at == here, done=at < furthest, reached=at <= furthest)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setSpacing(self._look.sizes.small)
        self.updateGeometry()
