"""Asks over a window who is at the desk, and for a supervisor where one is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.centre.staff import StaffRow, active
from desk.codes import Topic
from desk.models.journal import Actor
from desk.ui.kit.overlay import Overlay
from desk.ui.session import Session
from desk.ui.staff.pin_sheet import ChangePinSheet
from desk.ui.staff.sign_in_sheet import SignInSheet


class SigningIn(QObject):
    """Opens the sheets of one window, one at a time; hears ``session.supervisor_wanted``."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window the sheets lie over; connect its wish to sign in to ``ask``."""
        super().__init__(window)
        self._session = session
        self._window = window
        self.sheet: Overlay | None = None
        session.supervisor_wanted.connect(self.supervise)
        session.changed.connect(self._heard)

    def ask(self) -> None:
        """Ask who is at the desk now."""
        sheet = SignInSheet(self._session, self._window)
        sheet.signed_in.connect(self._session.sit_down)
        sheet.sign_out_wanted.connect(self.sign_out)
        sheet.pin_change_wanted.connect(self.change_pin)
        self._open(sheet)

    def supervise(self, then: Callable[[Actor], None]) -> None:
        """Ask for a supervisor's PIN and call ``then`` as that supervisor; the desk stays."""
        sheet = SignInSheet(self._session, self._window, supervisor=True)

        def go(who: StaffRow) -> None:
            then(Actor(who.id, self._session.desk))

        sheet.signed_in.connect(go)
        self._open(sheet)

    def sign_out(self) -> None:
        """Leave the desk to nobody; drafts stay."""
        self._close()
        self._session.sit_down(None)

    def change_pin(self) -> None:
        """Let whoever is at the desk choose another PIN."""
        who = self._session.staff
        if who is not None:
            self._close()
            self._open(ChangePinSheet(self._session, self._window, who))

    def _heard(self, topics: frozenset[Topic]) -> None:
        """Know whoever is at the desk by a new name or role, or not at all once removed."""
        if Topic.STAFF in topics and self._session.staff is not None:
            self._session.read(active, self._follow, owner=self, key="staff")

    def _follow(self, people: Sequence[StaffRow]) -> None:
        here = self._session.staff
        if here is None:
            return
        now = next((one for one in people if one.id == here.id), None)
        if now != here:
            self._session.sit_down(now)

    def _open(self, sheet: SignInSheet | ChangePinSheet) -> None:
        self._close()
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self._forget)
        sheet.open()

    def _close(self) -> None:
        if self.sheet is not None:
            self.sheet.dismiss()

    def _forget(self) -> None:
        if self.sender() is self.sheet:
            self.sheet = None
