"""Corrects what is known of a ticket; only what was changed here is changed there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.centre.default_categories import scope_in
from desk.codes import Kind, Urgency
from desk.language import phones
from desk.language.pinyin import initials
from desk.tickets import noting
from desk.tickets.noting import Edit
from desk.tickets.rows import TicketRow
from desk.tickets.states import Step
from desk.ui.call.picker import Choice
from desk.ui.icons import Icon
from desk.ui.kit.combo import Combo
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session
from desk.ui.ticket.choice_field import ChoiceField
from desk.ui.ticket.step_sheet import StepSheet, Work
from desk.words import terms

_ROOMS_SHOWN = 30


class EditSheet(StepSheet):
    """What and how urgent at the left, where and who at the right."""

    field_of: ClassVar[Mapping[str, str]] = {
        "ticket.words_missing": "words",
        "phone.invalid": "phone",
    }

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step, primary=session.words.say("Save"), wide=True)
        look, words = session.look, session.words
        self._seen_row = row
        self.words = TextEdit(look, row.words, lines=3)
        self.category = ChoiceField(
            look,
            self._categories,
            name=words.say("Category"),
            icon=Icon.TAG,
            placeholder=words.say_in("empty field", "none"),
        )
        self.category.set_value(row.category_id, self._category_name(row))
        self.urgency = Segments(
            look,
            [(terms.urgency(words, one), one) for one in Urgency],
            row.urgency,
            name=words.say("Urgency"),
        )
        self.kind = Combo(look, [(terms.kind(words, one), one) for one in Kind])
        self.kind.set_value(row.kind)
        self.where = ChoiceField(
            look, self._places, name=words.say("Room, or a public place"), icon=Icon.ROOM, free=True
        )
        self.where.set_value(row.room, row.place)
        self.spot = LineEdit(look, row.spot)
        self.caller = LineEdit(look, row.caller_name)
        self.phone = LineEdit(look, row.caller_phone)
        self._lay_out()

    def _lay_out(self) -> None:
        words, s = self._session.words, self._session.look.sizes
        self.body.removeWidget(self.form)
        right = self.new_form()
        self.body.removeWidget(right)
        columns = QHBoxLayout()
        columns.setSpacing(s.wide)
        columns.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.add("words", words.say("What was said"), self.words)
        self.add("category", words.say("Category"), self.category)
        self.add("urgency", words.say("Urgency"), self.urgency)
        self.add("kind", words.say("Kind"), self.kind)
        self.add("place", words.say("Room, or a public place"), self.where, form=right)
        self.add("spot", words.say("Where exactly"), self.spot, form=right)
        self.add("caller", words.say("Caller"), self.caller, form=right)
        self.add("phone", words.say("Telephone"), self.phone, form=right)

    def work(self) -> Work | None:
        """Store what was changed.

        Raises:
            Refusal: ``phone.invalid``.
        """
        changes = self._changes()
        return lambda write, centre, seen: noting.edit(write, centre, seen, changes)

    def _changes(self) -> Edit:
        """Return what stands otherwise than when the sheet was opened."""
        row = self._seen_row
        phone = self.phone.text().strip()
        if phone and phone != row.caller_phone:
            phone = phones.written(phone)
        place = self.where.value()
        wanted: dict[str, object] = {
            "words": self.words.text().strip(),
            "category": self.category.value(),
            "urgency": Urgency(str(self.urgency.value())),
            "kind": Kind(str(self.kind.value())),
            "spot": self.spot.text().strip(),
            "caller_name": " ".join(self.caller.text().split()),
            "caller_phone": phone,
        }
        if isinstance(place, int):
            wanted["room"] = place
        elif place != row.place:
            wanted |= {"room": None, "place": place}
        before = row._asdict() | {"category": row.category_id}
        return Edit(
            **{name: value for name, value in wanted.items() if value != before[name]}  # type: ignore[arg-type]
        )

    def _category_name(self, row: TicketRow) -> str:
        found = self._session.centre.category(row.category_id)
        return found.name(self._session.words) if found is not None else row.category

    def _categories(self, query: str) -> list[Choice]:
        words = self._session.words
        choices = [
            Choice(
                row.id,
                row.name(words),
                scope_in(words.language, row.form.scope),
                initials(row.form.name),
            )
            for row in self._session.centre.categories
        ]
        return [choice for choice in choices if choice.answers(query)]

    def _places(self, query: str) -> list[Choice]:
        found = self._session.memory.directory.find(query, _ROOMS_SHOWN)
        rooms = {one.room_id: one.room_label for one in found if one.room_id is not None}
        return [Choice(room, label) for room, label in rooms.items()]
