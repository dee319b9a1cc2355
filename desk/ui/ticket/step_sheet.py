"""What the sheets of steps share: the ticket they are about, fields, storing, what went wrong.

A refusal is said under its field or above the answers and everything typed stays. When somebody
else was quicker the sheet says how the ticket stands now, and the next press is meant for that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.centre.profile import Centre
from desk.models.database import Write
from desk.refusals import Refusal
from desk.tickets import rows
from desk.tickets.rows import TicketRow
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.form import Form, FormRow
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.kit.text_edit import TextEdit
from desk.ui.kit.toggle import CheckBox
from desk.ui.queue.steps import step_name
from desk.ui.session import Session
from desk.ui.ticket.moment_field import DayField, MomentField
from desk.words import terms

#: Of what was said as many characters as remind of it.
_LONG = 40

Work = Callable[[Write, Centre, Seen], After]


@runtime_checkable
class Typed(Protocol):
    """A field of our own that can say what was typed into it, and take it up again."""

    def typed(self) -> object:
        """Return what was typed or chosen."""
        ...

    def retype(self, value: object) -> None:
        """Take it up again."""
        ...


class StepSheet(Sheet):
    """One step of one ticket, seen in one version.

    Subclasses add fields by ``add`` and answer ``work``: what is to be done with what is typed.
    """

    #: The step was done (After).
    stepped = Signal(object)
    #: Codes of refusals and the keys of the fields they are about.
    field_of: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        session: Session,
        host: QWidget,
        row: TicketRow,
        step: Step,
        *,
        title: str = "",
        primary: str = "",
        danger: bool = False,
        wide: bool = False,
    ) -> None:
        words = session.words
        super().__init__(
            session.look,
            words,
            title or step_name(words, step),
            host,
            primary=primary or step_name(words, step),
            danger=danger,
            sentence=about(row),
            wide=wide,
        )
        self._session = session
        self.row = row
        self.step = step
        self._inputs: dict[str, QWidget] = {}
        self._forms: dict[str, Form] = {}
        self._first: dict[str, object] = {}
        self.form = self.new_form()
        self.submitted.connect(self._submit_step)

    # --- for subclasses -------------------------------------------------------------------------
    def work(self) -> Work | None:
        """Return what is to be done; None after having said what is wrong with a field.

        Raises:
            Refusal: what is wrong, where ``field_of`` names the field.
        """
        raise NotImplementedError

    def add(
        self, key: str, label: str, field: QWidget, *, hint: str = "", form: Form | None = None
    ) -> FormRow:
        """Add a labelled field; one of time says below itself how it was understood."""
        form = form or self.form
        row = form.add(key, label, field, hint=hint)
        self._inputs[key] = field
        self._forms[key] = form
        if isinstance(field, MomentField | DayField):

            def understood(said: str) -> None:
                row.clear()
                row.under.setText(said or hint)

            field.understood.connect(understood)
            field.read_again()
        return row

    def new_form(self) -> Form:
        """Add one more form below what stands in the body."""
        form = Form(self.look)
        self.body.addWidget(form)
        return form

    def complain_at(self, key: str, sentence: str) -> None:
        """Say what is wrong with one field and go there."""
        self._forms[key].complain({key: sentence})

    # --- what was typed -------------------------------------------------------------------------
    def typed(self) -> dict[str, object]:
        """Return what stands in every field."""
        return {key: _value(field) for key, field in self._inputs.items()}

    def typed_since_opened(self) -> dict[str, object]:
        """Return what somebody typed or chose here, if anything."""
        return {key: value for key, value in self.typed().items() if value != self._first.get(key)}

    def retype(self, typed: Mapping[str, object]) -> None:
        """Put in what was typed before; called once, before the sheet opens."""
        self._first = self.typed()
        for key, value in typed.items():
            if key in self._inputs:
                _put(self._inputs[key], value)

    # --- storing --------------------------------------------------------------------------------
    def _submit_step(self) -> None:
        self.complain("")
        for form in {id(form): form for form in self._forms.values()}.values():
            form.clear()
        for field in self._inputs.values():
            if isinstance(field, MomentField | DayField):
                field.read_again()
        try:
            work = self.work()
        except Refusal as refusal:
            self._refused(refusal)
            return
        if work is None:
            return
        self.set_busy(True)
        session, seen = self._session, self.row.seen
        session.write(
            lambda write: work(write, session.centre, seen),
            self._stored,
            owner=self,
            failed=self._refused,
        )

    def _stored(self, after: After) -> None:
        self.set_busy(False)
        self.dismiss()
        self.stepped.emit(after)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        code = error.code if isinstance(error, Refusal) else ""
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif code in ("ticket.stale", "ticket.step_not_allowed"):
            self._look_again()
        elif code in self.field_of:
            self.complain_at(self.field_of[code], sentence)
        else:
            self.complain(sentence)

    def _look_again(self) -> None:
        """Read how the ticket stands now."""
        database, ticket = self._session.store.database, self.row.ticket_id
        self._session.read(
            lambda: rows.by_ids(database, [ticket]), self._looked, owner=self, key="again"
        )

    def _looked(self, found: list[TicketRow]) -> None:
        if not found:
            return
        self.row = row = found[0]
        words = self._session.words
        state = terms.within(words, terms.state(words, row.state))
        self.set_title(self.accessibleName(), about(row))
        if self.step in row.allowed:
            self.complain(
                words.say(
                    "Somebody else changed this ticket a moment ago: it is {state} now. What you "
                    "typed is kept; look at it and press again.",
                    state=state,
                )
            )
            return
        self.set_possible(possible=False)
        self.complain(
            words.say(
                "Somebody else changed this ticket a moment ago: it is {state} now, so this step "
                "is not possible any more. What you typed is kept here to be copied.",
                state=state,
            )
        )

    def set_possible(self, *, possible: bool) -> None:
        """Hold the primary action where the step cannot be done any more."""
        self.set_busy(not possible)


def about(row: TicketRow) -> str:
    """Return the line that says which ticket a sheet is about."""
    words = row.words if len(row.words) <= _LONG else row.words[: _LONG - 1] + "…"
    return "  ".join(part for part in (row.number, row.place, words) if part)


def _value(field: QWidget) -> object:
    if isinstance(field, LineEdit | TextEdit):
        return field.text()
    if isinstance(field, Combo | Segments):
        return field.value()
    if isinstance(field, CheckBox):
        return field.isChecked()
    if isinstance(field, SpinBox):
        return field.value()
    return field.typed() if isinstance(field, Typed) else None


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, TextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, LineEdit):
        field.setText(str(value))
    elif isinstance(field, Combo | Segments):
        field.set_value(value)
    elif isinstance(field, CheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, SpinBox) and isinstance(value, int):
        field.setValue(value)
    elif isinstance(field, Typed):
        field.retype(value)
