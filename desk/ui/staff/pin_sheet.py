"""The sheet by which one changes one's own PIN."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desk.centre.signing_in import sign_in
from desk.centre.staff import StaffRow, set_pin
from desk.models.journal import Actor
from desk.ui.kit.form import Form
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.staff.pin_line import PinLine
from desk.words.faults import as_refusal
from desk.words.sentences import sentence


class ChangePinSheet(Sheet):
    """Asks for the PIN of now and twice for the new one."""

    def __init__(self, session: Session, host: QWidget, who: StaffRow) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("Change PIN"),
            host,
            primary=words.say("Change"),
            sentence=words.say("{name}, the new PIN counts from the next sign-in.", name=who.name),
        )
        self._session = session
        self._who = who
        self.now = PinLine(session.look, words.say("PIN now"))
        self.new = PinLine(session.look, words.say("New PIN"))
        self.again = PinLine(session.look, words.say("New PIN again"))
        self._form = Form(session.look)
        self._form.add("now", words.say("PIN now"), self.now)
        self._form.add("new", words.say("New PIN"), self.new, hint=words.say("4 to 8 digits"))
        self._form.add("again", words.say("New PIN again"), self.again)
        for key in ("now", "new", "again"):
            field = self._form.row(key).field
            if isinstance(field, PinLine):
                field.textEdited.connect(self._form.row(key).clear)
        self.body.addWidget(self._form)
        self.submitted.connect(self._change)

    def _change(self) -> None:
        words = self._session.words
        if self.new.text() != self.again.text():
            said = words.say("These two differ. Nothing was changed; type the new PIN again.")
            self.again.clear()
            self._form.complain({"again": said})
            return
        session, who = self._session, self._who
        store, desk, when = session.store, session.desk, session.clock.now()
        now, new = self.now.text(), self.new.text()

        def change() -> int:
            known = sign_in(store, desk, who.initial, now, when)
            with store.write(Actor(who.id, desk), when) as write:
                return set_pin(write, known.id, known.version, new)

        self.set_busy(True)
        session.jobs.run(change, self._changed, self._could_not, owner=self)

    def _changed(self, version: int) -> None:
        session = self._session
        if session.staff is not None and session.staff.id == self._who.id:
            session.sit_down(replace(session.staff, version=version))
        self.dismiss()
        session.tell(session.words.say("The PIN was changed."))

    def _could_not(self, error: Exception) -> None:
        self.set_busy(False)
        refusal = as_refusal(error)
        if refusal is None:
            self.dismiss()
            self._session.refuse(error)
            return
        said = sentence(self._session.words, refusal)
        wrong_new = refusal.code == "staff.pin_invalid"
        if not wrong_new:
            self.now.clear()
        self._form.complain({"new" if wrong_new else "now": said})
