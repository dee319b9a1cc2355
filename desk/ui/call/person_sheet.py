"""Adds an unknown caller, or corrects a phone or a note, in the middle of a call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.codes import Relation
from desk.community import residents
from desk.community.residents import Person, PersonForm
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

    #: The id, name and room (or None) of who was added or corrected.
    saved = Signal(int, str, object)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, "", host, primary=words.say("Save"))
        self._session = session
        self._person: Person | None = None
        self._room: int | None = None
        self.name = LineEdit(look)
        self.phones = LineEdit(look)
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
        self.relation_row = self.form.add("relation", words.say("Lives here as"), self.relation)
        self.form.add("note", words.say("To mind (living alone, do not ring …)"), self.note)
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def add_caller(self, name: str, phone: str, room: int | None, place: str) -> None:
        """Ask for a new person of a room (or of none)."""
        words = self._session.words
        self._person, self._room = None, room
        sentence = words.say("Belongs to {room}", room=place) if room is not None else ""
        self.set_title(words.say("Add the caller"), sentence)
        self._show(PersonForm(name, (phone,) if phone else ()))
        self.relation_row.set_visible(room is not None)
        self.open()

    def correct(self, resident: int) -> None:
        """Ask for corrections of a person, read anew."""
        session = self._session
        session.read(lambda: residents.read(resident), self._correct, owner=self)

    def _correct(self, person: Person) -> None:
        self._person, self._room = person, None
        self.set_title(self._session.words.say("Correct the resident"))
        self._show(person.form)
        self.relation_row.set_visible(False)
        self.open()

    def _show(self, form: PersonForm) -> None:
        self.form.clear()
        self.complain("")
        self.name.setText(form.name)
        self.phones.setText(" ".join(form.phones))
        self.note.setPlainText(form.note)

    def _save(self) -> None:
        self.form.clear()
        self.complain("")
        self.set_busy(True)
        session, person, form = self._session, self._person, self._form()

        def save(write: Write) -> int:
            if person is None:
                return residents.add(write, session.community, form)
            residents.correct(write, person.id, person.version, form)
            return person.id

        session.write(save, self._saved, owner=self, failed=self._refused)

    def _form(self) -> PersonForm:
        phones = tuple(self.phones.text().replace("，", " ").replace(",", " ").split())
        homes = self._person.form.homes if self._person is not None else ()
        relation = self.relation.value()
        if self._room is not None and isinstance(relation, Relation):
            homes = ((self._room, relation),)
        return PersonForm(self.name.text(), phones, homes, self.note.text())

    def _saved(self, resident: int) -> None:
        self.set_busy(False)
        self.dismiss()
        name = " ".join(self.name.text().split())
        self.saved.emit(resident, name, self._room)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif isinstance(error, Refusal) and error.code in _FIELDS:
            self.form.complain({_FIELDS[error.code]: sentence})
        else:
            self.complain(sentence)
