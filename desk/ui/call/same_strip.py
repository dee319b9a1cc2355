"""The same thing already reported nearby, beside the key that joins it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.tickets.rows import TicketRow
from desk.tickets.same import Near, Same
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.painting import fill_round
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import times
from desk.words.catalogue import Words

JOIN_KEY = "Alt+J"


class SameStrip(QWidget):
    """Where a ticket is about to be made it says that there is one; away while there is none."""

    #: The report is to be joined: ``TicketRow``.
    join_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row: TicketRow | None = None
        look, words = session.look, session.words
        self.title = Label(look, "", bold=True, wrap=True)
        self.detail = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.join = Button(
            look, words.say_in("call", "Join"), "quiet", key=JOIN_KEY, icon=Icon.MERGE, parent=self
        )
        self.join.clicked.connect(self.take)
        self._text = QVBoxLayout()
        self._text.addWidget(self.title)
        self._text.addWidget(self.detail)
        self._line = QHBoxLayout(self)
        self._line.addLayout(self._text, 1)
        self._line.addWidget(self.join)
        look.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def show_same(self, same: tuple[Same, ...]) -> None:
        """Show the nearest one."""
        self._row = same[0].row if same else None
        if same:
            row, near = same[0]
            words, now = self._session.words, self._session.clock.now()
            count = sum(1 for one in same if one.near is near)
            self.title.setText(_where(words, near, count))
            category = (words.language == "en" and row.category_english) or row.category
            parts = (row.number, row.place, category or row.words)
            ago = times.ago(words, row.received_at, now)
            self.detail.setText("  ".join(part for part in (*parts, ago) if part))

    @property
    def offers(self) -> bool:
        """Whether there is a report to join."""
        return self._row is not None

    def take(self) -> None:
        """Ask to join the nearest one."""
        if self._row is not None:
            self.join_wanted.emit(self._row)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._line.setContentsMargins(s.middle, s.small, s.small, s.small)
        self._line.setSpacing(s.small)
        self._text.setSpacing(0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a sheet of paper on the ground."""
        look = self._session.look
        c, s = look.colours, look.sizes
        fill_round(QPainter(self), self.rect(), s.radius, c.paper, c.line, s.hair)


def _where(words: Words, near: Near, count: int) -> str:
    if near is Near.ROOM:
        return words.say_n(
            "Reported from this room within two hours",
            "Reported {n} times from this room within two hours",
            count,
        )
    if near is Near.UNIT:
        return words.say_n(
            "Reported in this unit within two hours",
            "Reported {n} times in this unit within two hours",
            count,
        )
    if near is Near.BUILDING:
        return words.say_n(
            "Reported in this building within two hours",
            "Reported {n} times in this building within two hours",
            count,
        )
    return words.say_n(
        "Reported here within two hours", "Reported {n} times here within two hours", count
    )
