"""The sheet that asks for an initial and a PIN: who is at the desk now, or a supervisor's word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.centre import staff
from desk.centre.signing_in import sign_in, sign_in_supervisor
from desk.centre.staff import StaffRow
from desk.codes import Role
from desk.refusals import Refusal
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.staff.matching import matching, meant, with_pin
from desk.ui.staff.patience import Patience
from desk.ui.staff.pin_line import LONGEST, PinLine
from desk.ui.theme import Text, Tone
from desk.words.faults import as_refusal
from desk.words.sentences import sentence

_OF_THE_INITIAL = frozenset({"staff.unknown_initial", "staff.supervisor_needed"})


class SignInSheet(Sheet):
    """Initial, PIN, done; it lies over the page and touches no draft.

    The caret goes to the PIN as soon as only one person can be meant. The PIN is checked off the
    main thread, on Enter or when it is as long as a PIN can be.
    """

    #: Who it was (a ``StaffRow``), once the PIN was right.
    signed_in = Signal(object)
    sign_out_wanted = Signal()
    pin_change_wanted = Signal()

    def __init__(self, session: Session, host: QWidget, *, supervisor: bool = False) -> None:
        """Make the sheet; ``supervisor`` asks for one, and leaves who is at the desk."""
        words = session.words
        super().__init__(
            session.look,
            words,
            words.say("A supervisor, please") if supervisor else words.say("Who is at the desk?"),
            host,
            primary=words.say("Confirm") if supervisor else words.say("Sign in"),
            sentence=_standing(session, supervisor),
        )
        self._session = session
        self._supervisor = supervisor
        self._people: list[StaffRow] = []
        self._chosen: StaffRow | None = None
        self._typed = ""
        self._wanted = False
        self._checking = False
        self._patience = Patience(session.clock, self)
        self._patience.waited.connect(self._say)
        self._patience.over.connect(self._try_again)
        self.initial = LineEdit(session.look, name=words.say("Initial"), large=True)
        self.pin = PinLine(session.look, words.say("PIN"), large=True)
        self._trouble_line = Label(session.look, "", tone=Tone.OVERDUE, wrap=True)
        self._names = QWidget()
        self._flow = Flow(self._names)
        self.primary.set_key("Return")
        self._fill_body()
        if not supervisor:
            self._add_tools()
        self.initial.textEdited.connect(self._typed_initial)
        self.pin.textEdited.connect(self._typed_pin)
        self.submitted.connect(self._submit_pin)
        session.read(staff.active, self._read, owner=self)

    def _fill_body(self) -> None:
        look, words = self.look, self._session.words
        fields = QHBoxLayout()
        for name, field in ((words.say("Initial"), self.initial), (words.say("PIN"), self.pin)):
            column = QVBoxLayout()
            label = Label(look, name, Text.SMALL, tone=Tone.QUIET)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.setSpacing(look.sizes.ring)
            fields.addLayout(column, 1)
        fields.setSpacing(look.sizes.middle)
        self.body.addLayout(fields)
        # Always there, so that nothing moves when there is something to say.
        self._trouble_line.setMinimumHeight(2 * look.theme.line(Text.BODY))
        self._trouble_line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._flow.setSpacing(look.sizes.small)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._names)
        self.body.addWidget(self._trouble_line)

    def _add_tools(self) -> None:
        words = self._session.words
        if self._session.staff is None:
            return
        change = Button(self.look, words.say("Change PIN"), "bare")
        change.clicked.connect(self.pin_change_wanted)
        leave = Button(self.look, words.say("Sign out"), "bare")
        leave.clicked.connect(self.sign_out_wanted)
        self.add_tool(change)
        self.add_tool(leave)

    @property
    def trouble(self) -> str:
        """What is wrong now; empty when nothing is."""
        return self._trouble_line.text()

    # --- who ----------------------------------------------------------------------------------
    def _read(self, people: Sequence[StaffRow]) -> None:
        roles = (Role.SUPERVISOR,) if self._supervisor else tuple(Role)
        self._people = [one for one in people if one.role in roles]
        for one in self._people:
            chip = Chip(self.look, one.name, key=one.initial, parent=self._names)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(_of(self._choose, one))
            self._flow.addWidget(chip)
            chip.show()
        self._show_matching()
        if self.initial.text():
            self._typed_initial(self.initial.text())
        self.arrange()

    def _typed_initial(self, text: str) -> None:
        grown, self._typed = len(text) > len(self._typed), text
        self._chosen = None
        self._trouble_line.setText("")
        self._show_matching()
        if not grown:
            return
        both = with_pin(self._people, text)
        if both is not None:
            self._choose(both[0])
            self.pin.setText(both[1][:LONGEST])
            return
        only = meant(self._people, text)
        if only is not None:
            self._choose(only)

    def _choose(self, one: StaffRow) -> None:
        self._chosen = one
        self._typed = one.initial
        self.initial.setText(one.initial)
        self._show_matching()
        self.pin.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_matching(self) -> None:
        shown = matching(self._people, self.initial.text())
        for at, one in enumerate(self._people):
            item = self._flow.itemAt(at)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Chip):
                chip.setEnabled(one in shown)
                chip.set_tone(Tone.ACCENT if one == self._chosen else Tone.PLAIN)

    # --- the PIN ------------------------------------------------------------------------------
    def _typed_pin(self, text: str) -> None:
        self._wanted = False
        if not self._patience.waiting:
            self._trouble_line.setText("")
        if len(text) == LONGEST:
            self._submit_pin()

    def _submit_pin(self) -> None:
        if self._checking:
            return
        shown = matching(self._people, self.initial.text())
        if self._chosen is None and self.initial.text().strip() and shown:
            self._choose(shown[0])
        if not self.initial.text().strip():
            self.initial.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.pin.text() and self._chosen is not None:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._patience.waiting:
            self._wanted = True
        else:
            self._check()

    def _check(self) -> None:
        session, store = self._session, self._session.store
        check: Callable[..., StaffRow] = sign_in_supervisor if self._supervisor else sign_in
        desk, now = session.desk, session.clock.now()
        initial, pin = self.initial.text(), self.pin.text()
        self._checking = True
        self.set_busy(True)
        session.jobs.run(
            lambda: check(store, desk, initial, pin, now), self._right, self._wrong, owner=self
        )

    def _right(self, who: StaffRow) -> None:
        self._checking = False
        self.dismiss()
        self.signed_in.emit(who)

    def _wrong(self, error: Exception) -> None:
        self._checking = False
        self.set_busy(False)
        refusal = as_refusal(error)
        if refusal is None:
            self.dismiss()
            self._session.refuse(error)
            return
        self._say(refusal)
        self.pin.clear()
        if refusal.code in _OF_THE_INITIAL:
            self.initial.setFocus(Qt.FocusReason.OtherFocusReason)
            self.initial.selectAll()
            return
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        if "seconds" in refusal.fields:
            self._patience.begin(refusal)

    def _say(self, refusal: Refusal) -> None:
        said = sentence(self._session.words, refusal)
        self._trouble_line.setText(said)
        self.pin.setAccessibleDescription(said)

    def _try_again(self) -> None:
        self._trouble_line.setText("")
        self.pin.setAccessibleDescription("")
        if self._wanted and self.pin.text():
            self._wanted = False
            self._check()

    # --- Qt -----------------------------------------------------------------------------------
    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds that nobody sees."""
        self._patience.stop()
        super().hideEvent(event)


def _standing(session: Session, supervisor: bool) -> str:
    words = session.words
    if supervisor:
        return words.say(
            "This step needs a supervisor's initial and PIN. Who is at the desk does not change."
        )
    if session.staff is None:
        return words.say("Nobody has signed in yet.")
    return words.say("{name} is here now. Drafts stay where they are.", name=session.staff.name)


def _of(choose: Callable[[StaffRow], None], one: StaffRow) -> Callable[[], None]:
    return lambda: choose(one)
