"""Adds a person, or corrects name, numbers, note and all rooms of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.codes import Relation
from desk.community import residents
from desk.community.residents import Person, PersonForm
from desk.language.phones import masked
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.fields.homes import HomesField
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session

_FIELDS = {"resident.name_missing": "name", "phone.invalid": "phones"}


class ResidentSheet(Sheet):
    """One short form over the window; what lies below keeps all that stands in it.

    A refused save keeps everything typed; one that was late says what somebody else wrote, and
    the next save is upon that.
    """

    #: The id of who was added or corrected.
    saved = Signal(int)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, "", host, primary=words.say("Save"))
        self._session = session
        self._person: Person | None = None
        self.name = LineEdit(look)
        self.phones = LineEdit(look)
        self.homes = HomesField(session)
        self.note = TextEdit(look, lines=2)
        self.form = Form(look)
        self.form.add("name", words.say("Name"), self.name)
        self.form.add(
            "phones",
            words.say("Telephone"),
            self.phones,
            hint=words.say("Several numbers with a space between them"),
        )
        self.form.add("homes", words.say("Rooms"), self.homes)
        self.form.add("note", words.say("To mind (living alone, do not ring …)"), self.note)
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def add_resident(self, room: int | None, place: str) -> None:
        """Ask for a new person, with a room to begin with (or none)."""
        self._person = None
        self.set_title(self._session.words.say("Add a resident"))
        homes = ((room, Relation.OWNER),) if room is not None else ()
        self._show(PersonForm("", (), homes), {room: place} if room is not None else {})
        self.open()

    def correct(self, resident: int) -> None:
        """Ask for corrections of a person, read anew."""
        self._session.read(lambda: self._read(resident), self._correct, owner=self)

    def _read(self, resident: int) -> tuple[Person, dict[int, str]]:
        """Read a person and what their rooms are called, off the main thread."""
        person = residents.read(resident)
        with self._session.memory.reading() as memory:
            rooms = [memory.directory.room(room) for room, _relation in person.form.homes]
        return person, {room.id: room.label for room in rooms if room is not None}

    def _correct(self, read: tuple[Person, dict[int, str]]) -> None:
        self._person = read[0]
        self.set_title(self._session.words.say("Correct the resident"))
        self._show(self._person.form, read[1])
        self.open()

    def _show(self, form: PersonForm, labels: Mapping[int, str]) -> None:
        self.form.clear()
        self.complain("")
        self.name.setText(form.name)
        self.phones.setText(" ".join(form.phones))
        self.homes.set_homes(form.homes, labels)
        self.note.setPlainText(form.note)

    def _save(self) -> None:
        self.form.clear()
        self.complain("")
        session, person = self._session, self._person
        if self.homes.unknown:
            sentence = session.words.say(
                "There is no such room. What you typed is kept; correct it, or add the room first."
            )
            self.form.complain({"homes": sentence})
            return
        self.set_busy(True)
        form = self._form()

        def save(write: Write) -> int:
            if person is None:
                return residents.add(write, session.community, form)
            residents.correct(write, person.id, person.version, form)
            return person.id

        session.write(save, self._saved, owner=self, failed=self._refused)

    def _form(self) -> PersonForm:
        phones = tuple(self.phones.text().replace("，", " ").replace(",", " ").split())
        return PersonForm(self.name.text(), phones, self.homes.homes(), self.note.text())

    def _saved(self, resident: int) -> None:
        self.set_busy(False)
        self.dismiss()
        self.saved.emit(resident)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        code = error.code if isinstance(error, Refusal) else ""
        if sentence is None:
            self._session.refuse(error)
        elif code == "resident.stale" and self._person is not None:
            resident = self._person.id
            self._session.read(lambda: self._read(resident), self._show_theirs, owner=self)
        elif code in _FIELDS:
            self.form.complain({_FIELDS[code]: sentence})
        else:
            self.complain(sentence)

    def _show_theirs(self, read: tuple[Person, dict[int, str]]) -> None:
        """Say what somebody else wrote meanwhile; the next save is upon what was seen now."""
        theirs, labels = read
        words, mine = self._session.words, self._form()
        self._person = theirs
        between = words.say_in("between rooms", ", ")
        form = theirs.form
        said = {
            words.say("Name"): (form.name, mine.name),
            words.say("Telephone"): (
                between.join(masked(phone) for phone in form.phones),
                between.join(masked(phone) for phone in mine.phones),
            ),
            words.say("Rooms"): (
                between.join(labels.get(room, "?") for room, _ in form.homes),
                between.join(labels.get(room, "?") for room, _ in mine.homes),
            ),
            words.say("Note"): (form.note, mine.note.strip()),
        }
        changed = [
            words.say("{field}: {text}", field=field, text=one or words.say("(empty)"))
            for field, (one, other) in said.items()
            if one != other
        ]
        self.complain(
            words.say(
                "Somebody else has changed this resident meanwhile. Theirs: {changes}. What you"
                " typed is kept; save again to put yours in its place.",
                changes=words.say_in("between fields", ", ").join(changed) or words.say("(empty)"),
            )
        )
