"""Adds an unknown caller, or corrects a phone or a note, in the middle of a call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.codes import Relation
from desk.community import residents
from desk.community.directory import RoomRow
from desk.community.residents import Person, PersonForm
from desk.language.rooms import find_rooms
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session
from desk.words import terms

_FIELDS = {"resident.name_missing": "name", "phone.invalid": "phones"}


class PersonSheet(Sheet):
    """One short form over the window; the line below keeps all that stands in it."""

    #: The id, name, room (or None) and first telephone of who was added or corrected.
    saved = Signal(int, str, object, str)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, "", host, primary=words.say("Save"))
        self._session = session
        self._person: Person | None = None
        self._room: int | None = None
        self.name = LineEdit(look)
        self.phones = LineEdit(look)
        self.room = LineEdit(look, placeholder="3-2-1502")
        self.relation = Combo(
            look, [(terms.relation(words, relation), relation) for relation in Relation]
        )
        self.note = TextEdit(look, lines=2)
        self.form = Form(look)
        self.form.add("name", words.say("Name"), self.name)
        self.form.add(
            "phones",
            words.say("Telephone"),
            self.phones,
            hint=words.say("Several numbers with a space between them"),
        )
        self.room_row = self.form.add("room", words.say("Room"), self.room)
        self.relation_row = self.form.add("relation", words.say("Lives here as"), self.relation)
        self.form.add("note", words.say("To mind (living alone, do not ring …)"), self.note)
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def add_caller(self, name: str, phone: str, place: str) -> None:
        """Ask for a new person, with what is known already."""
        self._person = None
        self.set_title(self._session.words.say("Add the caller"))
        self.room.setText(place)
        self._show(PersonForm(name, (phone,) if phone else ()), new=True)
        self.open()

    def correct(self, resident: int) -> None:
        """Ask for corrections of a person, read anew."""
        session = self._session
        session.read(lambda: residents.read(resident), self._correct, owner=self)

    def first_field(self) -> QWidget | None:
        """Begin where the first thing is missing; a correction begins in the telephone."""
        if self._person is not None or self.name.text():
            return self.phones
        return self.name

    def _correct(self, person: Person) -> None:
        self._person = person
        with self._session.memory.reading() as memory:
            rooms = [memory.directory.room(room) for room, _ in person.form.homes]
        homes = "  ".join(room.label for room in rooms if room is not None)
        self.set_title(self._session.words.say("Correct the resident"), homes)
        self._show(person.form, new=False)
        self.open()

    def _show(self, form: PersonForm, *, new: bool) -> None:
        self.form.clear()
        self.complain("")
        self.set_busy(False)
        self.name.setText(form.name)
        self.phones.setText(" ".join(form.phones))
        self.note.setPlainText(form.note)
        self.room_row.set_visible(new)
        self.relation_row.set_visible(new)

    def _save(self) -> None:
        self.form.clear()
        self.complain("")
        room = self._typed_room() if self._person is None else None
        if self._person is None and room is None and self.room.text().strip():
            sentence = self._session.words.say(
                "There is no such room. Write it as 3-2-1502, or leave it empty."
            )
            self.form.complain({"room": sentence})
            return
        self._room = room.id if room is not None else None
        self.set_busy(True)
        session, person, form = self._session, self._person, self._form()

        def save(write: Write) -> Person:
            if person is None:
                return residents.read(residents.add(write, session.community, form))
            residents.correct(write, person.id, person.version, form)
            return residents.read(person.id)

        session.write(save, self._saved, owner=self, failed=self._refused)

    def _typed_room(self) -> RoomRow | None:
        """Return the one room that is typed; None where it is none or several."""
        text = self.room.text().strip()
        with self._session.memory.reading() as memory:
            known = memory.directory.known
            mentions = find_rooms(text, known)
            if len(mentions) != 1 or not mentions[0].number:
                return None
            rooms = known(mentions[0].building, mentions[0].unit, mentions[0].number)
        return rooms[0] if len(rooms) == 1 else None

    def _form(self) -> PersonForm:
        phones = tuple(self.phones.text().replace("，", " ").replace(",", " ").split())
        homes = self._person.form.homes if self._person is not None else ()
        if self._room is not None:
            # Qt keeps the value of a code, not the code.
            homes = ((self._room, Relation(str(self.relation.value()))),)
        return PersonForm(self.name.text(), phones, homes, self.note.text())

    def _saved(self, person: Person) -> None:
        self.set_busy(False)
        self.dismiss()
        form = person.form
        self.saved.emit(person.id, form.name, self._room, next(iter(form.phones), ""))

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif isinstance(error, Refusal) and error.code in _FIELDS:
            self.form.complain({_FIELDS[error.code]: sentence})
        else:
            self.complain(sentence)
