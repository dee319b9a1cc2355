"""The right column while a call is on: the household card, and what the words lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from desk.calls.card import Member
from desk.tickets.rows import TicketRow
from desk.ui.actions import Action, Actions
from desk.ui.call.card_view import ADD_KEY, CHASE_KEY, DIAL_KEY, FIX_KEY, CardView, Room
from desk.ui.call.conversation import Conversation
from desk.ui.call.explained import already_said, why_empty
from desk.ui.call.foot import Foot
from desk.ui.call.meant import first_row, open_tickets, whose
from desk.ui.call.picker import Choice, Picker
from desk.ui.call.pointing import Pointing, Seen
from desk.ui.call.results import Name, Result, Rows, Sort
from desk.ui.call.same_strip import JOIN_KEY
from desk.ui.call.sureness import first_the_ticket, is_critical, is_sure, rather_a_ticket
from desk.ui.call.sureness_strip import SurenessStrip
from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.session import Session
from desk.words import times
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from desk.calls.assist import Sight
    from desk.ui.call.meaning_sheet import MeaningSheet
    from desk.ui.call.person_sheet import PersonSheet

TEACH_KEY = "Alt+Y"


#: Below so many rows of the column the card is one line, or shows only what is open.
_LINE, _DENSE = 11, 15


class CallSide(QWidget):
    """Follows the conversation; Enter acts on the highlighted row, Alt+1 to 3 on an answer."""

    #: A ticket is to be shown whole: ``TicketRow``.
    ticket_opened = Signal(object)
    #: A chase was asked for while nobody is in the line.
    chase_wanted = Signal()
    #: The caret belongs in the line again.
    line_wanted = Signal()
    #: What is highlighted, as a screen reader says it.
    pointed = Signal(str)

    def __init__(self, session: Session, conversation: Conversation) -> None:
        super().__init__()
        self._session = session
        self._conversation = conversation
        self._key = conversation.draft.key
        self._ripe: str | None = None
        self._then: Callable[[], None] | None = None
        look, words = session.look, session.words
        self._rows = Rows(words)
        self.card = CardView(session)
        self.sureness = SurenessStrip(look, words)
        self.list = Pointing(look, words.say("Answers and finds"))
        self.table = self.list.table
        self._empty = EmptyState(
            look, "", words.say("Add the caller"), key=ADD_KEY, icon=Icon.PHONE
        )
        self.list.set_empty(self._empty)
        self.picker = Picker(look, words, self)
        self.foot = Foot(session, conversation)
        self.make = self.foot.make
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.card)
        self._gap = QSpacerItem(0, look.sizes.small)
        self._column.addItem(self._gap)
        self._column.addWidget(self.sureness)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.foot)
        self._connect()
        self.show_results()
        self._show_card()

    def _connect(self) -> None:
        conversation, card = self._conversation, self.card
        self.list.clicked.connect(self._clicked)
        self.list.moved.connect(self._moved)
        self.list.walked.connect(conversation.looking.second_order.set_walked)
        self._empty.wanted.connect(self.add_caller)
        self.picker.picked.connect(conversation.endings.chase)
        card.ticket_opened.connect(self.ticket_opened)
        card.correction_wanted.connect(self._correct)
        card.chase_wanted.connect(self.chase)
        card.dial_wanted.connect(self.dial)
        card.add_wanted.connect(self.add_caller)
        conversation.sight_changed.connect(self.show_results)
        conversation.tickets_changed.connect(self.show_results)
        conversation.same_changed.connect(self.show_results)
        conversation.card_changed.connect(self._show_card)
        conversation.draft_changed.connect(self._show_draft)
        conversation.typed.connect(self._typed)
        conversation.looking.settled.connect(self._go_on)

    @cached_property
    def person(self) -> PersonSheet:
        """The form for a caller; made when it is first asked for."""
        from desk.ui.call.person_sheet import PersonSheet

        sheet = PersonSheet(self._session, self)
        sheet.saved.connect(self._person_saved)
        return sheet

    @cached_property
    def teaching(self) -> MeaningSheet:
        """The form for what a word means; made when it is first asked for."""
        from desk.ui.call.meaning_sheet import MeaningSheet

        return MeaningSheet(self._session, self)

    def offer(self, actions: Actions, home: QWidget) -> None:
        """Bind the keys that act on what is shown."""
        for number in (1, 2, 3):
            text = (mark("Say answer 1"), mark("Say answer 2"), mark("Say answer 3"))[number - 1]
            say = partial(self.say, number)
            actions.add(Action(f"call.say{number}", text, f"Alt+{number}", Icon.ANSWER, say), home)
        for action in (
            Action("call.add", mark("Add the caller"), ADD_KEY, Icon.ADD, self.add_caller),
            Action(
                "call.fix",
                mark("Correct the caller"),
                FIX_KEY,
                Icon.EDIT,
                self.correct,
                self._known,
            ),
            Action("call.chase", mark("Chase the open ticket"), CHASE_KEY, Icon.CHASE, self.chase),
            Action("call.join", mark("Join the same report"), JOIN_KEY, Icon.MERGE, self.join),
            Action(
                "call.teach",
                mark("Say what a word means"),
                TEACH_KEY,
                Icon.TAG,
                self.teach,
                lambda: not self._conversation.idle,
            ),
        ):
            actions.add(action, home)
        # At home here and not on the page: an open ticket has the same key for its own caller.
        text = mark("Show the telephone")
        actions.add(Action("call.dial", text, DIAL_KEY, Icon.EYE, self.dial, self._known), self)

    # --- what is shown ------------------------------------------------------------------------
    def show_results(self) -> None:
        """Show what the words lead to; the highlight stays on the same thing, else on the first."""
        conversation, sight = self._conversation, self._conversation.sight
        now = self._session.clock.now()
        rows: list[Result] = []
        if not conversation.idle and (conversation.draft.text.strip() or conversation.composing):
            rows = self._rows.of(
                sight,
                conversation.tickets,
                conversation.same,
                now,
                conversation.past,
                self.list.answers,
            )
        text = sight.text if sight is not None else ""
        self.list.show_rows(rows, first_row(rows, sight), text, now, late=text == self._ripe)
        self._explain()
        loud = sight is not None and bool(conversation.draft.text.strip()) and is_critical(sight)
        self.sureness.show_sight(sight if rows or loud else None, calm=conversation.composing)
        self.foot.show_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card what the answers leave it."""
        super().resizeEvent(event)
        rows = self.height() / self._session.look.sizes.row
        room = Room.LINE if rows < _LINE else Room.DENSE if rows < _DENSE else Room.FULL
        self.card.give_room(room)
        self.foot.give_room(room)
        tight = room is Room.LINE
        self.list.give_room(tight=tight)
        self._gap.changeSize(0, 0 if tight else self._session.look.sizes.small)
        self._column.invalidate()

    def walk(self, step: int) -> None:
        """Move the highlight by the arrow keys from the line."""
        self.list.walk(step)

    def _moved(self) -> None:
        row = self.list.current
        self._conversation.looking.peek(whose(row))
        self.pointed.emit(row.said if row is not None else "")

    def _show_card(self) -> None:
        self.card.show_card(self._conversation.card)

    def _show_draft(self) -> None:
        """Begin at the first row again where the draft is another one."""
        if self._conversation.draft.key != self._key:
            self._key = self._conversation.draft.key
            self.list.forget_walk()
            self._then = None
        self.show_results()

    def _typed(self) -> None:
        """Forget an Enter that came before this key; an empty line has nothing to point at."""
        self._then = None
        if self._conversation.idle:
            self.list.forget_walk()

    def _explain(self) -> None:
        """Say why the list is empty, if it is."""
        if not self.table.rows:
            said = why_empty(
                self._session.words, self._conversation, loaded=self._session.memory.loaded
            )
            self._empty.set_sentence(said.sentence)
            self._empty.action.setVisible(said.add)

    # --- acting -------------------------------------------------------------------------------
    def enter(self) -> None:
        """Act on the highlighted row, as soon as it is what the words lead to."""
        settled = self._conversation.looking.is_settled
        self._when_settled(partial(self._enter, self._seen().pointed, settled=settled))

    def say(self, number: int) -> None:
        """Log the call as answered by one of the three."""
        self._when_settled(partial(self._say, number, self._seen().numbered.get(number)))

    def chase(self) -> None:
        """Count a 催单: on the ticket pointed at or named, else on the household's open one."""
        self._when_settled(self._chase)

    def join(self) -> None:
        """Join the nearest same report."""
        self._when_settled(self._join)

    def add_caller(self) -> None:
        """Ask for the person who calls, with what the line already says of them."""
        self.person.add_caller(*already_said(self._conversation))

    def correct(self) -> None:
        """Ask for corrections of the first person on the card."""
        card = self._conversation.card
        if card is not None and card.members:
            self.person.correct(card.members[0].id)

    def teach(self) -> None:
        """Ask what a word of the line means, and tell how the others were understood."""
        self._when_settled(self._teach)

    def dial(self) -> None:
        """Show the telephone whole and copy it: somebody must dial it now."""
        phone = self.card.bare_phones()
        if phone:
            QGuiApplication.clipboard().setText(phone)
            self._session.tell(self._session.words.say("The number is copied."))

    # --- as soon as what is shown is true -----------------------------------------------------
    def _when_settled(self, then: Callable[[], None]) -> None:
        """Do it now, or when all has come that was asked for: no key acts on an old reading."""
        if self._conversation.looking.is_settled:
            then()
        else:
            self._then = then

    def _go_on(self) -> None:
        sight = self._conversation.sight
        self._ripe = sight.text if sight is not None else None
        then, self._then = self._then, None
        if then is not None:
            then()

    def _seen(self) -> Seen:
        return self.list.seen(self._session.clock.now())

    def _enter(self, meant: Name | None, *, settled: bool) -> None:
        """Act on the row that was pointed at; on what came since only where that is no risk.

        Args:
            meant: the row the eye had seen when the key was pressed.
            settled: all had come by then.
        """
        row = self.list.current
        if settled and meant is not None and (row is None or row.name != meant):
            at = self.list.row_of(meant)
            row = self.table.rows[at] if at >= 0 else None
            if row is not None:
                self._act(row)
        elif row is None:
            # Somebody must say which one: Enter points at the first and chooses nobody.
            answers = bool(self.table.rows) and self.table.rows[0].sort is Sort.ANSWER
            if not (answers and self._tell_instead(rather_a_ticket)):
                self.walk(1)
        elif row.sort is not Sort.ANSWER or row.name == meant or self._is_sure():
            self._act(row)

    def _say(self, number: int, meant: Name | None) -> None:
        """Act on the answer that stood beside a number; point at one that nobody has seen yet."""
        at = self.list.row_of(meant)
        if at >= 0:
            self._act(self.table.rows[at])
            return
        numbers = [row.number for row in self.table.rows]
        if number in numbers:
            self.list.point_at(numbers.index(number))

    def _is_sure(self) -> bool:
        sight = self._conversation.sight
        return sight is not None and is_sure(sight)

    def _chase(self) -> None:
        rows = open_tickets(self.list.current, self._conversation)
        if not rows and self._conversation.idle:
            # Nobody is in the line: it can only be about the ticket that is open.
            self.chase_wanted.emit()
        elif not rows:
            self._session.tell(self._session.words.say("There is no open ticket to chase."))
        elif len(rows) == 1:
            self._conversation.endings.chase(rows[0])
        else:
            title = self._session.words.say("Which ticket is chased?")
            self.picker.ask(title, [self._choice(row) for row in rows])

    def _choice(self, row: TicketRow) -> Choice:
        words, session = self._session.words, self._session
        category = (words.language == "en" and row.category_english) or row.category
        title = "  ".join(part for part in (row.number, category or row.words) if part)
        ago = times.ago(words, row.received_at, session.clock.now())
        return Choice(row, title, ago, letters=row.words)

    def _teach(self) -> None:
        from desk.ui.call.unmatched import asked_about

        sight, row = self._conversation.sight, self.list.current
        if sight is None or not sight.text:
            return
        article = row.id if row is not None and row.sort is Sort.ANSWER else None
        # The words of the lexicon are laid out the first time: off the main thread.
        self._session.read(
            lambda: asked_about(sight, article),
            lambda about: self.teaching.ask(sight.text, about),
            owner=self,
            key="teach",
        )

    def _join(self) -> None:
        self.foot.same.take()

    def _tell_instead(self, why_not: Callable[[Words, Sight], str]) -> bool:
        """Say why an answer does not end this call; return whether anything speaks against it."""
        sight = self._conversation.sight
        sentence = why_not(self._session.words, sight) if sight is not None else ""
        if sentence:
            self._session.tell(sentence)
        return bool(sentence)

    def _act(self, row: Result) -> None:
        conversation = self._conversation
        if row.sort is Sort.ANSWER and self._tell_instead(first_the_ticket):
            self.line_wanted.emit()
            return
        # What the arrows pointed at has done its work: the next words begin at the first row.
        self.list.forget_walk()
        if row.sort is Sort.ANSWER:
            conversation.endings.answer(row.id, row.title)
        elif row.found is not None:
            conversation.choose(row.found)
        elif row.sort is Sort.SAME and row.ticket is not None:
            conversation.endings.join(row.ticket)
        elif row.ticket is not None:
            # The ticket takes the keys now.
            self.ticket_opened.emit(row.ticket)
            return
        self.line_wanted.emit()

    def _clicked(self, index: QModelIndex) -> None:
        self._act(self.table.rows[index.row()])

    def _known(self) -> bool:
        return self._conversation.card is not None

    def _correct(self, member: Member) -> None:
        self.person.correct(member.id)

    def _person_saved(self, resident: int, name: str, room: int | None, phone: str) -> None:
        conversation = self._conversation
        room = room if room is not None else conversation.draft.room
        conversation.choose_person(resident, name, room, phone)
        self.line_wanted.emit()
