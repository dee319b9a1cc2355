"""One to five stars, given by the keys 1 to 5."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import draw_ring, draw_text, ring_wanted
from desk.ui.look import Look
from desk.words.catalogue import Words

MOST = 5
_INNER = 0.45


class Stars(QWidget):
    """No star means that nothing was said; Backspace takes them away."""

    chosen = Signal(int)

    def __init__(self, look: Look, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._name = name
        self._score = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._say()

    @property
    def score(self) -> int | None:
        """One to five, None where nothing was said."""
        return self._score or None

    def give(self, score: int) -> None:
        """Give so many stars; 0 takes them away."""
        if 0 <= score <= MOST and score != self._score:
            self._score = score
            self._say()
            self.update()
            self.chosen.emit(score)

    def typed(self) -> object:
        """Return the score, as every field can."""
        return self._score

    def retype(self, value: object) -> None:
        """Give a score again."""
        if isinstance(value, int):
            self.give(value)

    def sizeHint(self) -> QSize:
        """Take five stars and the words behind them."""
        s = self._look.sizes
        return QSize(MOST * (s.icon_large + s.small) + s.least_field, s.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give stars by figures and arrows."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.give(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.give(min(MOST, self._score + 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self.give(max(0, self._score - 1))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_0):
            self.give(0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give as many stars as lie left of the pointer; the same again takes them away."""
        at = int(event.position().x()) // self._step() + 1
        if 1 <= at <= MOST:
            self.give(0 if at == self._score else at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stars and the score in words."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(MOST):
            painter.setBrush(c.accent if at < self._score else c.edge)
            x = at * self._step() + self._step() / 2
            painter.drawPolygon(_star(QPointF(x, self.height() / 2), s.icon_large / 2))
        left = MOST * self._step() + s.small
        words = QRect(left, 0, self.width() - left, self.height())
        draw_text(painter, words, self._said(), look.font(), c.quiet)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius)

    def _step(self) -> int:
        return self._look.sizes.icon_large + self._look.sizes.small

    def _said(self) -> str:
        words = self._words
        if not self._score:
            return words.say("keys 1 to 5")
        return words.say("{score} of 5", score=self._score)

    def _say(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._said())


def _star(middle: QPointF, radius: float) -> QPolygonF:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * _INNER
        angle = corner * pi / 5 - pi / 2
        points.append(QPointF(middle.x() + reach * cos(angle), middle.y() + reach * sin(angle)))
    return QPolygonF(points)
