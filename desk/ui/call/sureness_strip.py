"""One line above the list: that the library does not know, or that somebody may be hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.call.sureness import Told, told
from desk.ui.kit.painting import draw_icon, fill_round
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.calls.assist import Sight

#: How many times as long as a movement somebody stops typing before a quiet sentence comes.
_PAUSE = 4
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class SurenessStrip(QWidget):
    """Loud at once, quiet only once somebody has stopped typing: nothing blinks between keys."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._told: Told | None = None
        self._next: Told | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._come)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said; "" while there is nothing."""
        return self._told.sentence if self._told is not None else ""

    def show_sight(self, sight: Sight | None, *, calm: bool) -> None:
        """Say what may be relied on.

        Args:
            sight: what the words lead to; None where the rows need no word.
            calm: an input method composes: a quiet sentence that is away stays away.
        """
        self._next = told(self._words, sight)
        if self._next == self._told:
            self._pause.stop()
        elif self._next is None or self._next.tone is not Tone.QUIET or not self._look.motion:
            self._pause.stop()
            self._come()
        elif calm:
            self._pause.stop()
        else:
            self._pause.start(_PAUSE * self._look.motion)

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole sentence at a width."""
        s = self._look.sizes
        words = self._text(QRect(0, 0, width, 0)).width()
        metrics = QFontMetrics(self._font())
        body = metrics.boundingRect(QRect(0, 0, max(1, words), 1 << 16), _WRAP, self.sentence)
        return body.height() + 2 * s.small + s.unit

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        s = self._look.sizes
        return QSize(s.column_least, self._look.theme.line(Text.BODY) + 2 * s.small + s.unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and sentence."""
        if self._told is None:
            return
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        ink, ground = look.theme.tone(self._told.tone)
        loud = self._told.tone is not Tone.QUIET
        box = self.rect().adjusted(s.small, 0, -s.small, -s.unit)
        fill_round(painter, box, s.radius, ground if loud else None)
        line = QRect(box.left() + s.middle, box.top(), s.icon, box.height())
        draw_icon(painter, look, line, self._told.icon, ink, s.icon_small if not loud else None)
        painter.setFont(self._font())
        painter.setPen(ink if loud else look.colours.ink)
        painter.drawText(self._text(self.rect()).adjusted(0, 0, 0, -s.unit), _WRAP, self.sentence)

    def _come(self) -> None:
        self._told = self._next
        self.setAccessibleName(self.sentence)
        self.setVisible(self._told is not None)
        self.updateGeometry()
        self.update()

    def _text(self, room: QRect) -> QRect:
        s = self._look.sizes
        side = s.small + s.middle
        return room.adjusted(side + s.icon + s.small, 0, -side, 0)

    def _font(self) -> QFont:
        loud = self._told is not None and self._told.tone is not Tone.QUIET
        return self._look.font(bold=loud)
