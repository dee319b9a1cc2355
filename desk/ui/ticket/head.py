"""The head of the open ticket: its number, how it stands, and what can be done next."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import Label
from desk.ui.kit.painting import fill_round
from desk.ui.look import Look
from desk.ui.queue.menu import StepMenu
from desk.ui.queue.said import RowSaid
from desk.ui.queue.steps import STEP_ICONS, STEP_KEYS, step_name
from desk.ui.theme import Text, Tone
from desk.ui.ticket.next_steps import beside, likeliest
from desk.ui.ticket.pill import Pill
from desk.words import terms
from desk.words.catalogue import Words

MENU_KEY = "Menu"
COPY_KEY = "Ctrl+Shift+C"
PRINT_KEY = "Ctrl+P"


class TicketHead(QWidget):
    """Number, state and time left above a primary button and the quiet ones beside it.

    Attributes:
        number: the number, to be selected.
        state, urgency, time, deadline: how it stands.
        buttons: by their step; ``more`` opens the menu of every step.
    """

    step_asked = Signal(object)
    copy_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._row: TicketRow | None = None
        self._bar = Tone.PLAIN
        self._steps: tuple[Step, ...] = ()
        self.buttons: dict[Step, Button] = {}
        self.number = Label(look, "", Text.ANSWER, bold=True, selectable=True)
        self.number.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.copy = IconButton(look, Icon.COPY, words.say("Copy the number"), key=COPY_KEY)
        self.print = IconButton(look, Icon.PRINT, words.say("Print the slip"), key=PRINT_KEY)
        self.close_button = IconButton(look, Icon.CLOSE, words.say("Close the ticket"), key="Esc")
        self.urgency = Pill(look)
        self.state = Label(look, "", bold=True)
        self.time = Pill(look)
        self.deadline = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.more = Button(look, words.say_in("steps", "More"), "quiet", key=MENU_KEY)
        self._lay_out()
        self.copy.clicked.connect(self.copy_asked)
        self.print.clicked.connect(self._print)
        self.close_button.clicked.connect(self.left)
        self.more.clicked.connect(self.open_menu)
        look.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.number)
        self._top.addWidget(self.copy)
        self._top.addStretch(1)
        self._top.addWidget(self.print)
        self._top.addWidget(self.close_button)
        self._stands = Flow()
        for widget in (self.urgency, self.state, self.time, self.deadline):
            self._stands.addWidget(widget)
        self._steps_row = Flow()
        self._steps_row.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._stands)
        self._column.addLayout(self._steps_row)

    def show_row(self, row: TicketRow, said: RowSaid) -> None:
        """Show a ticket as it stands."""
        words = self._words
        self._row = row
        self.number.setText(row.number)
        loud = said.tag_tone is Tone.CRITICAL
        icon = Icon.CRITICAL if loud else None
        self.urgency.tell(said.tag, said.tag_tone, icon)
        # Where no clock runs the time says the state; on hold it says the reason with it.
        state = terms.state(words, row.state)
        timed = said.time != state
        self.state.setText(said.state or ("" if timed else state))
        self.state.setVisible(bool(self.state.text()))
        self.time.tell(said.time if timed else "", said.tone, said.icon)
        self.deadline.setText(said.deadline)
        self.deadline.setVisible(bool(said.deadline))
        self._bar = said.bar
        self._show_steps(row)
        self.update()

    def open_menu(self) -> None:
        """Offer every step, each with its key."""
        if self._row is not None:
            self.menu_for(self._row).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu_for(self, row: TicketRow) -> StepMenu:
        """Return the menu of every step; it forgets itself when closed."""
        menu = StepMenu(self._look, self._words, row, self)
        # The ticket is open already.
        menu.removeAction(menu.actions()[0])
        menu.step_asked.connect(self._asked)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer every step where the pointer is."""
        if self._row is not None:
            self.menu_for(self._row).popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar of its urgency at the left edge, as the queue does."""
        colour = self._look.theme.bar(self._bar)
        if colour.alpha():
            s, top = self._look.sizes, self._column.contentsMargins().top()
            bar = QRect(0, top, s.bar, self._stands.geometry().bottom() + 1 - top)
            fill_round(QPainter(self), bar, s.bar / 2, colour)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(s.room, s.room, s.room, s.middle)
        self._column.setSpacing(s.small)
        self._top.setSpacing(s.unit)
        self._stands.setSpacing(s.small)
        self._steps_row.setSpacing(s.small)
        for label in (self.state, self.deadline):
            label.setMinimumHeight(s.chip)

    def _show_steps(self, row: TicketRow) -> None:
        primary = likeliest(row.state)
        steps = tuple(
            step
            for step in (primary, *beside(row.state, slip_out=row.slip_out))
            if step is not None and step in row.allowed
        )
        if steps == self._steps:
            return
        self._steps = steps
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        for button in self.buttons.values():
            self._steps_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for at, step in enumerate(steps):
            button = Button(
                self._look,
                step_name(self._words, step),
                "primary" if step is primary else "quiet",
                key=STEP_KEYS[step],
                icon=STEP_ICONS[step] if step is primary else None,
                parent=self,
            )
            button.clicked.connect(lambda _checked=False, wanted=step: self.step_asked.emit(wanted))
            self._steps_row.insert(at, button)
            button.show()
            self.buttons[step] = button
        if had_focus and steps:
            self.buttons[steps[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        # Tab visits them in the order in which they stand.
        order: list[QWidget] = [*self.buttons.values(), self.more, self.copy, self.print]
        order.append(self.close_button)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _print(self) -> None:
        self.step_asked.emit(Step.PRINT_SLIP)

    def _asked(self, _row: TicketRow, step: Step) -> None:
        self.step_asked.emit(step)
