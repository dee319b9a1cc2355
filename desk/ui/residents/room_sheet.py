"""Adds one room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.codes import RoomKind
from desk.community import rooms
from desk.community.rooms import NewRoom
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.residents import said
from desk.ui.residents.detail_fields import DetailFields
from desk.ui.session import Session
from desk.ui.theme import Tone


class RoomSheet(Sheet):
    """Building, unit, number; what it will be called stands below."""

    #: The id of the room that was added.
    added = Signal(int)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, words.say("Add a room"), host, primary=words.say("Save"))
        self._session = session
        self.building = LineEdit(look)
        self.unit = LineEdit(look)
        self.number = LineEdit(look)
        self.kind = Combo(look, said.kinds(words))
        self.note = TextEdit(look, lines=2)
        self.form = Form(look)
        self.form.add(
            "building",
            words.say_in("column", "Building"),
            self.building,
            hint=words.say("Such as 3; empty for a villa by itself"),
        )
        self.form.add(
            "unit",
            words.say_in("column", "Unit"),
            self.unit,
            hint=words.say("Empty for villas, shops and garages"),
        )
        self.form.add("number", words.say_in("column", "Door"), self.number)
        self.form.add("kind", words.say_in("column", "Kind of room"), self.kind)
        self.form.add("note", words.say("Note for whoever goes there"), self.note)
        self.details = DetailFields(look, words)
        self.called = Label(look, "", tone=Tone.QUIET)
        self.body.addWidget(self.form)
        self.body.addWidget(self.details)
        self.body.addWidget(self.called)
        for field in (self.building, self.unit, self.number):
            field.textChanged.connect(self._show_label)
        self.submitted.connect(self._save)

    def ask(self, building: str, unit: str) -> None:
        """Ask for a room; the building and unit somebody looks at are there already."""
        self.form.clear()
        self.complain("")
        self.building.setText(building)
        self.unit.setText(unit)
        self.number.clear()
        self.note.setPlainText("")
        self.details.show_known(None, "")
        self._show_label()
        self.open()
        if building:
            self.number.setFocus()

    def _room(self) -> NewRoom:
        return NewRoom(
            self.building.text().strip(),
            self.unit.text().strip(),
            self.number.text().strip(),
            # Qt gives the plain string of a code back.
            RoomKind(str(self.kind.value())),
            self.note.text().strip(),
        )

    def _show_label(self) -> None:
        room = self._room()
        words = self._session.words
        label = words.say("It will be called {room}", room=room.label) if room.number else ""
        self.called.setText(label)

    def _save(self) -> None:
        self.form.clear()
        self.complain("")
        typed = self.details.read()
        if typed is None:
            return
        self.set_busy(True)
        session = self._session
        session.write(
            partial(
                _add, session.community, replace(self._room(), area_m2=typed[0], moved_in=typed[1])
            ),
            self._added,
            owner=self,
            failed=self._refused,
        )

    def _added(self, room: int) -> None:
        self.set_busy(False)
        self.dismiss()
        self.added.emit(room)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif isinstance(error, Refusal) and error.code in ("room.incomplete", "room.exists"):
            self.form.complain({"number": sentence})
        else:
            self.complain(sentence)


def _add(community: int, room: NewRoom, write: Write) -> int:
    return rooms.add(write, community, room)
