"""The history of a ticket as a line of dots, newest last; steps are only ever added below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.painting import fill_round
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.ui.ticket.history_said import StepSaid
from desk.words.catalogue import Words


class _StepView(QWidget):
    """One step: what and who, when at the right, and what is to be said of it below."""

    def __init__(self, look: Look, words: Words, said: StepSaid) -> None:
        super().__init__()
        self._look = look
        self.last = False
        self.what = Label(look, said.what)
        self.who = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.when = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.more = Label(look, "", tone=Tone.QUIET, wrap=True, selectable=True)
        self.more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._comma = words.say_in("between parts of a list", ", ")
        self._head = QHBoxLayout()
        self._head.addWidget(self.what)
        self._head.addWidget(self.who, 1)
        self._head.addWidget(self.when)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.more)
        look.changed.connect(self.restyle)
        self.restyle()
        self.tell(said)

    def tell(self, said: StepSaid) -> None:
        """Say it again; only the name of its day can have changed."""
        self.who.setText(said.who)
        self.when.setToolTip(said.where)
        self.when.setText(self._comma.join(part for part in (said.when, said.entered) if part))
        self.more.setText(said.more)
        self.more.setVisible(bool(said.more))
        parts = (said.when, said.entered, said.who, said.what, said.more)
        self.setAccessibleName(self._comma.join(part for part in parts if part))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(s.room + s.unit, 0, 0, s.small)
        self._column.setSpacing(0)
        self._head.setSpacing(s.small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, and the line that leads to the next one."""
        c, s = self._look.colours, self._look.sizes
        painter = QPainter(self)
        middle = self.what.geometry().center().y()
        if not self.last:
            painter.fillRect(QRect(s.unit, middle, s.hair, self.height()), c.edge)
        if self.y() > 0:
            painter.fillRect(QRect(s.unit, 0, s.hair, middle), c.edge)
        dot = QRect(0, middle - s.unit, 2 * s.unit + s.hair, 2 * s.unit + s.hair)
        ink = c.accent if self.last else c.faint
        fill_round(painter, dot, s.unit, ink)


class HistoryView(QWidget):
    """Every step with who did it, when it happened, and when it was entered if later."""

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._views: dict[int, _StepView] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def become(self, steps: Iterable[StepSaid]) -> None:
        """Show these steps; those already shown stay what they are."""
        wanted = list(steps)
        if [said.id for said in wanted[: len(self._views)]] != list(self._views):
            self._clear()
        for said in wanted:
            view = self._views.get(said.id)
            if view is None:
                view = self._views[said.id] = _StepView(self._look, self._words, said)
                self._column.addWidget(view)
            else:
                view.tell(said)
        for at, view in enumerate(self._views.values(), start=1):
            view.last = at == len(self._views)
            view.update()

    def lines(self) -> list[str]:
        """Return each step as a screen reader says it."""
        return [view.accessibleName() for view in self._views.values()]

    def _clear(self) -> None:
        for view in self._views.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = {}
