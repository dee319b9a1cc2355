"""What can be done to the person somebody looks at: dial, correct, move, remove."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.calls.card import Member
from desk.community import residents
from desk.ui.kit.sheet import Sheet
from desk.ui.residents.household_view import HouseholdView
from desk.ui.residents.move_sheet import MoveSheet
from desk.ui.residents.person_sheet import ResidentSheet
from desk.ui.session import Session


class People(QObject):
    """Acts on the chosen person of a household.

    Attributes:
        person, moving, removing: the sheets it asks with.
    """

    #: The id of a person that was added or corrected.
    saved = Signal(int)
    #: Somebody else was faster: what is shown should be read again.
    outdated = Signal()

    def __init__(self, session: Session, view: HouseholdView, host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._view = view
        self._asked: Member | None = None
        self._dialled: tuple[int, int] = (0, 0)
        words = session.words
        self.person = ResidentSheet(session, host)
        self.moving = MoveSheet(session, host)
        self.removing = Sheet(
            session.look,
            words,
            "",
            host,
            primary=words.say("Remove from the register"),
            danger=True,
        )
        self.person.saved.connect(self.saved)
        self.moving.moved.connect(self._moved)
        self.removing.submitted.connect(self._remove)
        view.dial_wanted.connect(self.dial)
        view.correct_wanted.connect(self.correct)
        view.move_wanted.connect(self.move)
        view.retire_wanted.connect(self.remove)

    def dial(self) -> None:
        """Show the numbers of the chosen person whole and copy one; again for the next."""
        member, words = self._view.current, self._session.words
        if member is None:
            return
        if not member.phones:
            self._session.tell(words.say("{name} has no telephone.", name=member.name))
            return
        self._view.bare()
        last, at = self._dialled
        at = (at + 1) % len(member.phones) if last == member.id else 0
        self._dialled = (member.id, at)
        QGuiApplication.clipboard().setText(member.phones[at])
        if len(member.phones) == 1:
            self._session.tell(words.say("The number is copied."))
        else:
            self._session.tell(
                words.say("Number {n} of {of} is copied.", n=at + 1, of=len(member.phones))
            )

    def correct(self) -> None:
        """Ask for corrections of the chosen person."""
        if (member := self._view.current) is not None:
            self.person.correct(member.id)

    def move(self) -> None:
        """Ask where the chosen person moves to."""
        found, member = self._view.shown, self._view.current
        if found is not None and member is not None:
            self.moving.ask(member, found.card.room, found.card.room_label)

    def remove(self) -> None:
        """Ask whether the chosen person leaves the register."""
        member, words = self._view.current, self._session.words
        if member is None:
            return
        self._asked = member
        self.removing.set_title(
            words.say("Remove {name} from the register?", name=member.name),
            words.say("For somebody who has moved away: tickets and history stay."),
        )
        self.removing.complain("")
        self.removing.open()
        self.removing.back.setFocus()

    def _remove(self) -> None:
        member = self._asked
        if member is None:
            return
        self.removing.set_busy(True)
        self._session.write(
            lambda write: residents.retire(write, member.id, member.version),
            partial(self._removed, member),
            owner=self,
            failed=self._not_removed,
        )

    def _removed(self, member: Member, _version: int) -> None:
        self.removing.set_busy(False)
        self.removing.dismiss()
        words = self._session.words
        self._session.tell(words.say("{name} is no longer in the register.", name=member.name))

    def _not_removed(self, error: Exception) -> None:
        self.removing.set_busy(False)
        self.removing.dismiss()
        self._session.refuse(error)
        self.outdated.emit()

    def _moved(self, _room: int, label: str) -> None:
        self._session.tell(self._session.words.say("Moved to {room}.", room=label))
