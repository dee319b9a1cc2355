"""The right column while a call is on: the household card, and what the words lead to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.calls.card import Member
from desk.ui.actions import Action, Actions
from desk.ui.call.card_view import CardView
from desk.ui.call.conversation import Conversation
from desk.ui.call.person_sheet import PersonSheet
from desk.ui.call.result_delegate import ResultDelegate
from desk.ui.call.results import Result, ResultTable, Sort, results
from desk.ui.icons import Icon
from desk.ui.kit.button import button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.list_view import ListView
from desk.ui.session import Session
from desk.words.catalogue import mark


class CallSide(QWidget):
    """Follows the conversation; Enter acts on the highlighted row, Alt+1 to 3 on an answer."""

    #: A ticket is to be shown whole: ``TicketRow``.
    ticket_opened = Signal(object)
    #: The caret belongs in the line again.
    line_wanted = Signal()

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        look, words = session.look, session.words
        self.card = CardView(session)
        self.table = ResultTable(self)
        self.list = ListView(look, words.say("Answers and finds"), on="ground")
        self.list.setUniformItemSizes(False)
        self.list.setModel(self.table)
        keys = dict.fromkeys(Sort, "Return")
        self.list.setItemDelegate(ResultDelegate(look, keys, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._clicked)
        self._empty = EmptyState(
            look,
            words.say("Type what the caller says: answers, callers and tickets appear here."),
        )
        self.list.set_empty(self._empty)
        self.person = PersonSheet(session, self)
        self.make = button(look, words.say("Make the ticket"), "primary", key="Ctrl+Return")
        self.make.clicked.connect(conversation.make_ticket)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.make)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.card)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._foot)
        self.card.ticket_opened.connect(self.ticket_opened)
        self.card.correction_wanted.connect(self._correct)
        self.person.saved.connect(self._person_saved)
        conversation.sight_changed.connect(self.show_results)
        conversation.tickets_changed.connect(self.show_results)
        conversation.same_changed.connect(self.show_results)
        conversation.card_changed.connect(self._show_card)
        conversation.draft_changed.connect(self._show_make)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_results()
        self._show_card()

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys that act on what is shown."""
        for number in (1, 2, 3):
            text = (mark("Say answer 1"), mark("Say answer 2"), mark("Say answer 3"))[number - 1]
            say = partial(self.say, number)
            actions.add(Action(f"call.say{number}", text, f"Alt+{number}", Icon.ANSWER, say), home)
        card = lambda: self._conversation.card is not None  # noqa: E731 - asked by two actions
        for action in (
            Action("call.add", mark("Add the caller"), "Alt+N", Icon.ADD, self.add_caller),
            Action("call.fix", mark("Correct the caller"), "Alt+P", Icon.EDIT, self.correct, card),
            Action("call.chase", mark("Chase the open ticket"), "Alt+U", Icon.CHASE, self.chase),
            Action("call.join", mark("Join the same report"), "Alt+J", Icon.MERGE, self.join),
        ):
            actions.add(action, home)
        # At home here and not on the page: an open ticket has the same key for its own caller.
        dial = Action("call.dial", mark("Show the telephone"), "Alt+D", Icon.EYE, self.dial, card)
        actions.add(dial, self)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._foot.setContentsMargins(s.room, s.small, s.room, s.middle)

    # --- what is shown ------------------------------------------------------------------------
    def show_results(self) -> None:
        """Show what the words lead to; the highlight stays on the same thing, else on the first."""
        conversation = self._conversation
        before = self._current()
        rows = results(
            self._session.words, conversation.sight, conversation.tickets, conversation.same
        )
        if not conversation.draft.text and not conversation.composing:
            rows = []
        self.table.become(rows)
        same = (
            next((at for at, row in enumerate(rows) if _is(row, before)), 0)
            if before is not None and self._walked
            else 0
        )
        self._highlight(same if rows else -1)
        self._show_make()

    def walk(self, step: int) -> None:
        """Move the highlight by the arrow keys from the line."""
        count = len(self.table.rows)
        if count:
            at = (self.list.currentIndex().row() + step) % count
            self._walked = True
            self._highlight(at)

    _walked = False

    def _highlight(self, at: int) -> None:
        index = self.table.index(at) if at >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            # The highlighted answer is higher than the others.
            self.list.doItemsLayout()
        if at <= 0:
            self.list.scrollToTop()

    def _current(self) -> Result | None:
        at = self.list.currentIndex().row()
        return self.table.rows[at] if 0 <= at < len(self.table.rows) else None

    def _show_card(self) -> None:
        self.card.show_card(self._conversation.card)

    def _show_make(self) -> None:
        self.make.setVisible(bool(self._conversation.draft.text.strip()))
        if not self._conversation.draft.text:
            self._walked = False

    # --- acting -------------------------------------------------------------------------------
    def enter(self) -> None:
        """Act on the highlighted row."""
        row = self._current()
        if row is not None:
            self._act(row)

    def say(self, number: int) -> None:
        """Log the call as answered by one of the three."""
        row = next((row for row in self.table.rows if row.number == number), None)
        if row is not None:
            self._act(row)

    def add_caller(self) -> None:
        """Ask for the person who calls, with what the line already says of them."""
        sight, draft = self._conversation.sight, self._conversation.draft
        phone = sight.reading.phone.number if sight is not None and sight.reading.phone else ""
        becomes = sight.becomes if sight is not None else None
        room = becomes.room if becomes is not None else None
        place = becomes.place if becomes is not None else ""
        self.person.add_caller(draft.caller_name, phone or draft.caller_phone, room, place)

    def correct(self) -> None:
        """Ask for corrections of the first person on the card."""
        card = self._conversation.card
        if card is not None and card.members:
            self.person.correct(card.members[0].id)

    def dial(self) -> None:
        """Show the telephone whole and copy it: somebody must dial it now."""
        phone = self.card.bare_phones()
        if phone:
            QGuiApplication.clipboard().setText(phone)
            self._session.tell(self._session.words.say("The number is copied."))

    def chase(self) -> None:
        """Count a 催单 on the household's ticket that is due first."""
        card = self._conversation.card
        named = [row for row in self._conversation.tickets if row.is_open]
        rows = named or (list(card.open) if card is not None else [])
        if rows:
            self._conversation.chase(rows[0])

    def join(self) -> None:
        """Join the nearest same report."""
        if self._conversation.same:
            self._conversation.join(self._conversation.same[0].row)

    def _act(self, row: Result) -> None:
        conversation = self._conversation
        if row.sort is Sort.ANSWER:
            conversation.answer(row.id, row.title)
        elif row.sort is Sort.CALLER and row.person:
            conversation.choose_person(row.id, row.title, row.room)
        elif row.sort is Sort.CALLER:
            conversation.choose_room(row.id)
        elif row.sort is Sort.SAME and row.ticket is not None:
            conversation.join(row.ticket)
        elif row.ticket is not None:
            self.ticket_opened.emit(row.ticket)
        self.line_wanted.emit()

    def _clicked(self, index: QModelIndex) -> None:
        self._act(self.table.rows[index.row()])

    def _correct(self, member: Member) -> None:
        self.person.correct(member.id)

    def _person_saved(self, resident: int, name: str, room: int | None) -> None:
        self._conversation.choose_person(resident, name, room or self._conversation.draft.room)
        self.line_wanted.emit()


def _is(row: Result, other: Result) -> bool:
    return (row.sort, row.id) == (other.sort, other.id)
