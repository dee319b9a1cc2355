"""What whoever goes to a room must mind: 勿按门铃, 有狗, 门禁坏."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.community import rooms
from desk.models.database import Write
from desk.models.tables import Room
from desk.refusals import Refusal
from desk.ui.kit.form import Form
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.session import Session


class NoteSheet(Sheet):
    """One text; a late save shows theirs and keeps what was typed."""

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, "", host, primary=words.say("Save"))
        self._session = session
        self._room = 0
        self._seen = 0
        self.note = TextEdit(look, lines=3)
        self.form = Form(look)
        self.form.add(
            "note",
            words.say("Note for whoever goes there"),
            self.note,
            hint=words.say("It shows with every call from this room; empty takes it away"),
        )
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def ask(self, room: int, seen: int, label: str, note: str) -> None:
        """Ask for the note of a room, in the version that was seen."""
        self._room, self._seen = room, seen
        self.set_title(self._session.words.say("Note on {room}", room=label))
        self.complain("")
        self.note.setPlainText(note)
        self.open()

    def _save(self) -> None:
        self.complain("")
        self.set_busy(True)
        self._session.write(
            partial(_note, self._room, self._seen, self.note.text()),
            self._saved,
            owner=self,
            failed=self._refused,
        )

    def _saved(self, _version: int) -> None:
        self.set_busy(False)
        self.dismiss()

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif isinstance(error, Refusal) and error.code == "room.stale":
            self._session.read(partial(_read, self._room), self._show_theirs, owner=self)
        else:
            self.complain(sentence)

    def _show_theirs(self, read: tuple[int, str]) -> None:
        words = self._session.words
        self._seen, theirs = read
        self.complain(
            words.say(
                "Somebody else wrote meanwhile: {text}. What you typed is kept; save again to put"
                " yours in its place.",
                text=theirs or words.say("(empty)"),
            )
        )


def _note(room: int, seen: int, text: str, write: Write) -> int:
    return rooms.note(write, room, seen, text)


def _read(room: int) -> tuple[int, str]:
    row = Room.get_by_id(room)
    return row.version, row.note
