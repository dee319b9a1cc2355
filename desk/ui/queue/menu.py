"""The menu of what can be done to a ticket, each step with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.icons import Icon
from desk.ui.kit.key_cap import key_words
from desk.ui.look import Look
from desk.ui.queue.steps import STEP_GROUPS, STEP_ICONS, STEP_KEYS, step_name, step_of
from desk.words.catalogue import Words


class StepMenu(QMenu):
    """Every step a ticket's state allows; the keys work while it is open, too."""

    opened = Signal(object)
    step_asked = Signal(object, object)

    def __init__(self, look: Look, words: Words, row: TicketRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.say("What can be done"))
        first = self.addAction(look.icon(Icon.ENTER), _with_key(words.say("Open"), "Return"))
        first.triggered.connect(self._open)
        for group in STEP_GROUPS:
            steps = [step for step in row.allowed if step in group]
            if steps:
                self.addSeparator()
            for step in steps:
                text = _with_key(step_name(words, step), STEP_KEYS[step])
                action = self.addAction(look.icon(STEP_ICONS[step]), text)
                action.setData(str(step))
                action.triggered.connect(self._step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of a step as the list does."""
        step = step_of(event, self._row.allowed)
        if step is None:
            super().keyPressEvent(event)
            return
        self.close()
        self.step_asked.emit(self._row, step)

    def _open(self) -> None:
        self.opened.emit(self._row)

    def _step(self) -> None:
        action = self.sender()
        self.step_asked.emit(self._row, Step(action.data()))  # type: ignore[attr-defined]


def _with_key(text: str, key: str) -> str:
    """Return a menu's text with the key in its own column, which binds nothing."""
    return f"{text}\t{'+'.join(key_words(key))}"
