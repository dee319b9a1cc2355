"""Moves a person from the room somebody looks at to another one; other rooms stay theirs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.calls.card import Member
from desk.codes import Relation
from desk.community import residents
from desk.models.database import Write
from desk.ui.fields.room_line import RoomLine
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.words import terms


class MoveSheet(Sheet):
    """One room, one relation."""

    #: The room (its id) and its label that somebody moved to.
    moved = Signal(int, str)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(look, words, "", host, primary=words.say("Move"))
        self._session = session
        self._member: Member | None = None
        self._from: int | None = None
        self.room = RoomLine(session, words.say("New room"))
        self.relation = Combo(look, [(terms.relation(words, one), one) for one in Relation])
        self.form = Form(look)
        self.form.add("room", words.say("New room"), self.room)
        self.form.add("relation", words.say("Lives there as"), self.relation)
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def ask(self, member: Member, room: int | None, label: str) -> None:
        """Ask where a person of a room (or of none) goes."""
        words = self._session.words
        self._member, self._from = member, room
        sentence = words.say("Lives in {room} now", room=label) if room is not None else ""
        self.set_title(words.say("Where does {name} move to?", name=member.name), sentence)
        self.form.clear()
        self.complain("")
        self.room.set_room(None, "")
        self.relation.set_value(member.relation or Relation.OWNER)
        self.open()

    def _save(self) -> None:
        member, session = self._member, self._session
        # Qt gives the plain string of a code back.
        room, relation = self.room.room, Relation(str(self.relation.value()))
        if member is None:
            return
        self.form.clear()
        if room is None:
            sentence = session.words.say(
                "There is no such room. What you typed is kept; correct it, or add the room first."
            )
            self.form.complain({"room": sentence})
            return
        self.set_busy(True)
        session.write(
            partial(_move, member.id, self._from, room, relation),
            partial(self._moved, room, self.room.label),
            owner=self,
            failed=self._refused,
        )

    def _moved(self, room: int, label: str, _version: int) -> None:
        self.set_busy(False)
        self.dismiss()
        self.moved.emit(room, label)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        else:
            self.complain(sentence)


def _move(person: int, old: int | None, new: int, relation: Relation, write: Write) -> int:
    """Exchange one room of a person for another; read anew, so nothing else is overwritten."""
    known = residents.read(person)
    homes = dict(known.form.homes)
    if old is not None:
        homes.pop(old, None)
    homes[new] = relation
    form = residents.PersonForm(
        known.form.name, known.form.phones, tuple(homes.items()), known.form.note
    )
    return residents.correct(write, person, known.version, form)
