"""The clocks: how long people may wait, by row of the policy, typed as people say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desk.centre.clocks import Clocks, Row
from desk.centre.policy import STANDARD, WORKING_DAY, Policy, company_standard
from desk.centre.profile import Part, change_policy
from desk.codes import ClockRun, Family, Urgency
from desk.models.database import Write
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.combo import Combo
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.section import Section as Heading
from desk.ui.kit.toggle import CheckBox
from desk.ui.session import Session
from desk.ui.settings_page.exceptions import ExceptionLines
from desk.ui.settings_page.section import FormSection
from desk.ui.theme import Text, Tone
from desk.words import terms
from desk.words.catalogue import Words, mark, mark_in
from desk.words.typed_lengths import length_text, read_length

_DAY = timedelta(days=1)
_CLOCKS = ("respond", "arrive", "finish")
_CLOCK_NAMES = {
    "respond": mark("Respond"),
    "arrive": mark("Arrive"),
    "finish": mark("Finish"),
}
_ROW_NAMES = {
    Row.CRITICAL: mark_in("policy row", "Critical"),
    Row.URGENT: mark_in("policy row", "Urgent"),
    Row.NORMAL: mark_in("policy row", "Normal"),
    Row.PLANNED: mark_in("policy row", "Planned"),
    Row.COMPLAINT: mark_in("policy row", "Complaint"),
    Row.SERIOUS_COMPLAINT: mark_in("policy row", "Serious complaint"),
    Row.INQUIRY: mark_in("policy row", "Inquiry"),
    Row.FEEDBACK: mark_in("policy row", "Suggestion, praise"),
}


class PolicySection(FormSection):
    """A line of clocks for each row, when a deadline is near, and who comes later by contract."""

    name = "policy"

    def __init__(self, session: Session) -> None:
        words, look = session.words, session.look
        super().__init__(
            session,
            words.say("Deadlines"),
            words.say(
                "How long people may wait. In service hours 8 hours are one working day. Empty is "
                "no deadline. What is due already stays as it is."
            ),
            wide=True,
        )
        self._names: dict[str, str] = {}
        head = QHBoxLayout()
        self._name = LineEdit(look, name=words.say("Name of this policy"))
        self.draft.add("name", self._name)
        label = Label(look, words.say("Name of this policy"), tone=Tone.QUIET)
        label.setBuddy(self._name)
        standard = Button(look, words.say("Company standard again"), "quiet", icon=Icon.UNDO)
        standard.clicked.connect(self._fill_standard)
        head.addWidget(label)
        head.addWidget(self._name, 1)
        head.addWidget(standard)
        head.setSpacing(look.sizes.middle)
        self.column.addLayout(head)
        self.column.addSpacing(look.sizes.small)
        self._grid = QGridLayout()
        self.column.addLayout(self._grid)
        self._fill_grid()
        self._begin_part(
            words.say("Due soon"),
            words.say("How long before its deadline a ticket turns amber."),
        )
        self._soon = QGridLayout()
        self.column.addLayout(self._soon)
        self._fill_soon()
        self._begin_part(
            words.say("Other times of arrival"),
            words.say("Where a contractor must come, such as the lift company."),
        )
        self._exceptions = ExceptionLines(look, words)
        self.draft.add("exceptions", self._exceptions)
        self.column.addWidget(self._exceptions)
        self.column.addStretch(1)
        self._space()
        look.changed.connect(self._space)
        self.refill()

    def first_field(self) -> QWidget | None:
        """Begin with the strictest clock."""
        return self.draft.field("critical.respond")

    # --- building -----------------------------------------------------------------------------
    def _begin_part(self, title: str, note: str) -> None:
        look = self.session.look
        self.column.addSpacing(look.sizes.middle)
        self.column.addWidget(Heading(look, title))
        self.column.addWidget(Label(look, note, tone=Tone.QUIET, wrap=True))

    def _fill_grid(self) -> None:
        look, words = self.session.look, self.session.words
        heads = (*(words.say(_CLOCK_NAMES[clock]) for clock in _CLOCKS), words.say("Runs in"))
        for at, head in enumerate(heads, start=1):
            self._grid.addWidget(Label(look, head, Text.SMALL, tone=Tone.QUIET), 0, at)
        self._grid.addWidget(
            Label(look, words.say("Appointment"), Text.SMALL, tone=Tone.QUIET), 0, len(heads) + 1
        )
        for line, row in enumerate(Row, start=1):
            name = words.say_in(*_ROW_NAMES[row])
            self._grid.addWidget(Label(look, name), line, 0)
            for at, clock in enumerate(_CLOCKS, start=1):
                said = words.say("{row}, {clock}", row=name, clock=words.say(_CLOCK_NAMES[clock]))
                self._grid.addWidget(self._length(f"{row}.{clock}", said), line, at)
            run = Combo(
                look,
                [(terms.clock_run(words, one), one) for one in ClockRun],
                name=words.say("{row}, {clock}", row=name, clock=words.say("Runs in")),
            )
            self.draft.add(f"{row}.run", run)
            self._grid.addWidget(run, line, len(_CLOCKS) + 1)
            agreed = CheckBox(look)
            agreed.setAccessibleName(
                words.say("{row}, {clock}", row=name, clock=words.say("Appointment"))
            )
            agreed.setToolTip(words.say("An appointment takes the place of the time of arrival."))
            self.draft.add(f"{row}.by_appointment", agreed)
            centre = Qt.AlignmentFlag.AlignCenter
            self._grid.addWidget(agreed, line, len(_CLOCKS) + 2, centre)
        for column in range(1, len(_CLOCKS) + 2):
            self._grid.setColumnStretch(column, 4 if column > len(_CLOCKS) else 3)

    def _fill_soon(self) -> None:
        look, words = self.session.look, self.session.words
        for at, urgency in enumerate(Urgency):
            name = terms.urgency(words, urgency)
            said = words.say("{row}, {clock}", row=name, clock=words.say("Due soon"))
            self._soon.addWidget(Label(look, name, Text.SMALL, tone=Tone.QUIET), 0, at)
            self._soon.addWidget(self._length(f"soon.{urgency}", said), 1, at)

    def _length(self, key: str, name: str) -> LineEdit:
        line = LineEdit(
            self.session.look,
            name=name,
            placeholder="" if key.startswith("soon") else self.session.words.say("none"),
            select_on_focus=True,
        )
        self._names[key] = name
        self.draft.add(key, line)
        line.textEdited.connect(lambda: self._clear(line))
        line.editingFinished.connect(lambda: self._tidy(key, line))
        return line

    def _space(self) -> None:
        s = self.session.look.sizes
        for grid in (self._grid, self._soon):
            grid.setHorizontalSpacing(s.small)
            grid.setVerticalSpacing(s.unit)

    # --- what is stored -----------------------------------------------------------------------
    def stored(self) -> Mapping[str, object]:
        """Return the policy as it is typed."""
        return self._typed(self.session.centre.policy)

    def check(self) -> bool:
        """Name the row and the clock whose length cannot be read."""
        self.complain({})
        words = self.session.words
        for key, name in self._names.items():
            text = self.draft.text(key).strip()
            missing = not text and key.startswith("soon")
            if missing or (text and read_length(text, self._day(key)) is None):
                said = words.say(
                    "{field}: this length of time cannot be read. Write it as 30 min, 2 h or "
                    "3 days.",
                    field=name,
                )
                self.complain({key: said})
                self.draft.field(key).setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        if said_of_line := self._exceptions.complain():
            self.bar.tell(said_of_line, wrong=True)
            return False
        return True

    def complain(self, names: Mapping[str, str]) -> None:
        """Mark the fields, and say the first sentence in the bar, which is always in sight."""
        for key in self._names:
            line = self.draft.field(key)
            if isinstance(line, LineEdit):
                line.set_invalid(key in names)
                line.setAccessibleDescription(names.get(key, ""))
        for said in names.values():
            self.bar.tell(said, wrong=True)
            break

    def work(self) -> Callable[[Write], object]:
        """Return what stores the policy."""
        policy, seen = self._policy(), self.session.centre.versions[Part.POLICY]
        return lambda write: change_policy(write, seen, policy)

    def said_by_others(self, name: str, value: object) -> str:
        """Name the field that somebody else has changed too."""
        said = super().said_by_others(name, value if isinstance(value, str) else "…")
        field = self._names.get(name, self.session.words.say("Deadlines"))
        return self.session.words.say("{day}: {sentence}", day=field, sentence=said)

    def _typed(self, policy: Policy) -> dict[str, object]:
        words = self.session.words
        title = words.say(policy.name) if policy.name == STANDARD else policy.name
        values: dict[str, object] = {"name": title}
        for row in Row:
            clocks = policy.clocks[row]
            day = WORKING_DAY if clocks.run is ClockRun.SERVICE else _DAY
            for clock in _CLOCKS:
                values[f"{row}.{clock}"] = _text(words, getattr(clocks, clock), day)
            values[f"{row}.run"] = clocks.run
            values[f"{row}.by_appointment"] = clocks.by_appointment
        for urgency in Urgency:
            values[f"soon.{urgency}"] = _text(words, policy.soon[urgency], _DAY)
        values["exceptions"] = tuple(
            (family, urgency, _text(words, arrive, _DAY))
            for (family, urgency), arrive in policy.arrive.items()
        )
        return values

    def _policy(self) -> Policy:
        words = self.session.words
        name = self._name.text().strip()
        clocks = {
            row: Clocks(
                self._read(f"{row}.respond"),
                self._read(f"{row}.arrive"),
                self._read(f"{row}.finish"),
                ClockRun(str(self.draft.value(f"{row}.run"))),
                self.draft.value(f"{row}.by_appointment") is True,
            )
            for row in Row
        }
        soon = {u: self._read(f"soon.{u}") or timedelta(0) for u in Urgency}
        arrive: dict[tuple[Family, Urgency], timedelta] = {
            (family, urgency): read_length(text) or _DAY
            for family, urgency, text in self._exceptions.value()
        }
        standard = not name or name == words.say(STANDARD)
        return Policy(clocks, arrive, soon, STANDARD if standard else name)

    def _read(self, key: str) -> timedelta | None:
        return read_length(self.draft.text(key), self._day(key))

    def _day(self, key: str) -> timedelta:
        row, _, _ = key.partition(".")
        if row == "soon":
            return _DAY
        service = self.draft.value(f"{row}.run") == ClockRun.SERVICE
        return WORKING_DAY if service else _DAY

    def _clear(self, line: LineEdit) -> None:
        line.set_invalid(False)
        line.setAccessibleDescription("")

    def _tidy(self, key: str, line: LineEdit) -> None:
        """Write what was understood as everybody writes it."""
        length = self._read(key)
        if length is not None:
            line.setText(length_text(self.session.words, length, self._day(key)))

    def _fill_standard(self) -> None:
        self.draft.put(self._typed(company_standard()))


def _text(words: Words, length: timedelta | None, day: timedelta) -> str:
    return "" if length is None else length_text(words, length, day)
