"""What is known of a room: what to mind there (勿按门铃, 有狗), its area, when they moved in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.community import rooms
from desk.community.rooms import RoomDetails
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.fields.listed import listed
from desk.ui.kit.form import Form
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.residents.detail_fields import DetailFields
from desk.ui.session import Session


class NoteSheet(Sheet):
    """A text and two short fields; a late save shows theirs and keeps what was typed."""

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
        self.details = DetailFields(look, words)
        self.body.addWidget(self.form)
        self.body.addWidget(self.details)
        self.submitted.connect(self._save)

    def ask(self, room: int, seen: int, label: str, known: RoomDetails) -> None:
        """Ask for the details of a room, in the version that was seen."""
        self._room, self._seen = room, seen
        self.set_title(self._session.words.say("Note and details of {room}", room=label))
        self.complain("")
        self.form.clear()
        self.note.setPlainText(known.note)
        self.details.show_known(known.area_m2, known.moved_in)
        self.open()

    def _save(self) -> None:
        self.complain("")
        self.form.clear()
        typed = self.details.read()
        if typed is None:
            return
        self.set_busy(True)
        self._session.write(
            partial(_describe, self._room, self._seen, RoomDetails(self.note.text(), *typed)),
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
            self._session.read(partial(rooms.details, self._room), self._show_theirs, owner=self)
        else:
            self.complain(sentence)

    def _show_theirs(self, read: tuple[int, RoomDetails]) -> None:
        words = self._session.words
        self._seen, known = read
        area = "" if known.area_m2 is None else words.say("{area} m²", area=f"{known.area_m2:g}")
        moved = words.say("moved in {day}", day=known.moved_in) if known.moved_in else ""
        theirs = listed(words, (part for part in (known.note, area, moved) if part))
        self.complain(
            words.say(
                "Somebody else wrote meanwhile: {text}. What you typed is kept; save again to put"
                " yours in its place.",
                text=theirs or words.say("(empty)"),
            )
        )


def _describe(room: int, seen: int, new: RoomDetails, write: Write) -> int:
    return rooms.describe(write, room, seen, new)
