"""Which other ticket stands for this one: proposed by place and matter, or found by number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.tickets import ending, find, history, same
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.icons import Icon
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.ticket.choice_list import ChoiceList, Option
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.words import terms, times

_MOST = 8


class MergeSheet(StepSheet):
    """A line to find the other ticket by, and open tickets that may be meant."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.merge_itself": "find",
        "ticket.merge_ended": "find",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step, wide=True)
        look, words = session.look, session.words
        self.line = LineEdit(
            look, icon=Icon.SEARCH, placeholder=words.say("Number, last four digits or words")
        )
        self.list = ChoiceList(look, words.say("Tickets that may be meant"), most=6)
        self.add("find", words.say("Find the other ticket"), self.line)
        self.add("into", words.say("Merge into"), self.list)
        self.line.textChanged.connect(self._look_up)
        self.line.installEventFilter(self)
        self.list.entered_key.connect(self._submit)
        self._look_up()

    def work(self) -> Work | None:
        """Merge it into the chosen one."""
        into = self.list.value()
        if not isinstance(into, int):
            words = self._session.words
            self.complain_at("find", words.say("Choose the ticket that stands for this one."))
            return None
        return lambda write, centre, seen: ending.merge(write, centre, seen, into)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            key = event.key() if isinstance(event, QKeyEvent) else 0
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
            count = len(self.list.options)
            if step is not None and count and not self.line.composing:
                at = (self.list.currentIndex().row() + step) % count
                self.list.setCurrentIndex(self.list.model().index(at, 0))
                return True
        return super().eventFilter(watched, event)

    def _look_up(self) -> None:
        session, row, text = self._session, self.row, self.line.text().strip()
        database, now, today = session.store.database, session.clock.now(), session.today()
        category = session.centre.category(row.category_id)
        family = category.form.family if category is not None else None

        def proposed() -> list[TicketRow]:
            found = history.of_household(database, row.room, row.resident, 0)
            if family is not None:
                near = same.same_thing(
                    database, row.community, family, row.room, now, place=row.place
                )
                found += [one.row for one in near]
            return found

        work = partial(find.find, database, text, today, _MOST) if text else proposed
        session.read(work, self._found, owner=self, key="find")

    def _found(self, rows: list[TicketRow]) -> None:
        session, words = self._session, self._session.words
        now, zone = session.clock.now(), session.centre.zone
        unique = {row.ticket_id: row for row in rows if row.is_open}
        unique.pop(self.row.ticket_id, None)
        options = []
        for row in list(unique.values())[:_MOST]:
            when = times.brief_moment(words, row.received_at, zone, now)
            title = "  ".join(part for part in (row.number, row.place, row.words) if part)
            note = "  ".join((terms.state(words, row.state), when))
            options.append(Option(row.ticket_id, title, note, Icon.CLIPBOARD))
        self.list.offer(options)
        if len(options) != 1 or not self.line.text().strip():
            # Nothing is merged by a key that was pressed too early.
            self.list.setCurrentIndex(QModelIndex())
        nothing = not options and self.line.text().strip()
        under = words.say("No open ticket was found.") if nothing else ""
        self.form.row("find").under.setText(under)
        self.arrange()
