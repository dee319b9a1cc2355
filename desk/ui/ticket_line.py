"""One ticket on one line, as cards of a household show it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.centre.looks import Look as DueLook
from desk.centre.looks import look as due_look
from desk.tickets.rows import TicketRow
from desk.ui.kit.painting import draw_ring, draw_text, fill_round, ring_wanted, text_width
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import terms, times

_TONES = {DueLook.OVERDUE: Tone.OVERDUE, DueLook.SOON: Tone.SOON, DueLook.WAITING: Tone.HOLD}


class TicketLine(QWidget):
    """One ticket of a household; Enter or a click opens it."""

    chosen = Signal(object)

    def __init__(self, session: Session, row: TicketRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{row.number} {self._what()} {self._when()}")
        self.setToolTip(row.words)

    def sizeHint(self) -> QSize:
        """Be one line high."""
        s = self._session.look.sizes
        return QSize(s.column_least, self._session.look.theme.line(Text.SMALL) + s.small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Open by a click."""
        self.chosen.emit(self._row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what it is at the left, how it stands at the right."""
        look = self._session.look
        c, s = look.colours, look.sizes
        painter = QPainter(self)
        if self.underMouse():
            fill_round(painter, self.rect(), s.radius_small, c.hover)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)
        small = look.font(Text.SMALL)
        line = self.rect().adjusted(s.unit, 0, -s.unit, 0)
        when = self._when()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, line, when, small, look.ink(self._tone()), right)
        line.setRight(line.right() - text_width(small, when) - s.small)
        draw_text(painter, line, self._what(), small, c.ink if self._row.is_open else c.quiet)

    def _what(self) -> str:
        english = self._session.words.language == "en"
        category = (english and self._row.category_english) or self._row.category
        return category or self._row.words

    def _tone(self) -> Tone:
        row, session = self._row, self._session
        if not row.is_open:
            return Tone.QUIET
        soon = session.centre.policy.soon[row.urgency]
        shown = due_look(row.due_at, row.due_clock, session.clock.now(), soon)
        return _TONES.get(shown, Tone.QUIET)

    def _when(self) -> str:
        words, row, session = self._session.words, self._row, self._session
        now, zone = session.clock.now(), session.centre.zone
        state = terms.state(words, row.state)
        if row.is_open and row.due_at is not None:
            return f"{state}  {times.left(words, row.due_at, now)}"
        at = row.closed_at or row.finished_at or row.received_at
        return f"{state}  {times.day(words, at, zone, now)}"
