"""More for the ticket, in the middle of a call: when, where exactly, at the door, whom to ring."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desk.calls.appointment import NO_APPOINTMENT, Appointment, read_appointment
from desk.language.phones import is_valid, masked
from desk.refusals import Refusal
from desk.ui.call.conversation import Conversation
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.words import times

#: The fields of a draft that are written here, in their order.
FIELDS = ("appointment", "spot", "door_note", "caller_name", "caller_phone")


class DetailsSheet(Sheet):
    """What is typed is in the draft with each key, so nothing of it is lost; Escape takes it back.

    Attributes:
        fields: the lines by the name of the draft's field.
    """

    def __init__(self, session: Session, conversation: Conversation, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(
            look, words, words.say("More for the ticket"), host, primary=words.say("Done")
        )
        self._session = session
        self._conversation = conversation
        self._former: dict[str, Any] = {}
        self._first = FIELDS[0]
        self.form = Form(look)
        self.fields = {name: LineEdit(look) for name in FIELDS}
        labels = {
            "appointment": words.say_in("call", "Appointment"),
            "spot": words.say("Where exactly (below the kitchen sink …)"),
            "door_note": words.say("At the door (a dog, do not ring …)"),
            "caller_name": words.say("Contact"),
            "caller_phone": words.say("Telephone to ring back"),
        }
        for name, field in self.fields.items():
            self.form.add(name, labels[name], field)
        self.fields["appointment"].setPlaceholderText(words.say("tomorrow 9:00-11:00"))
        for field in self.fields.values():
            field.textEdited.connect(self._typed)
        self.body.addWidget(self.form)
        self.submitted.connect(self._done)
        self.cancelled.connect(self._take_back)

    def ask(self, field: str) -> None:
        """Open with what the draft holds, the caret in one field."""
        draft = self._conversation.draft
        self._former = {name: getattr(draft, name) for name in FIELDS}
        self._first = field
        self.form.clear()
        for name, line in self.fields.items():
            line.setText(self._former[name])
        sight = self._conversation.sight
        caller = sight.caller if sight is not None else None
        self.fields["caller_name"].setPlaceholderText(caller.name if caller is not None else "")
        phone = masked(caller.phone) if caller is not None and caller.phone else ""
        self.fields["caller_phone"].setPlaceholderText(phone)
        self.fields["door_note"].setPlaceholderText(
            sight.becomes.door_note if sight is not None else ""
        )
        self._understand()
        self.open()

    def first_field(self) -> QWidget | None:
        """Begin in the field that was asked for."""
        return self.fields[self._first]

    def _typed(self) -> None:
        self._understand()
        self._conversation.correct(**{name: line.text() for name, line in self.fields.items()})

    def _understand(self) -> None:
        """Say under the field when somebody will come."""
        row = self.form.row("appointment")
        row.clear()
        try:
            when = self._appointment()
        except Refusal:
            when = None
        session = self._session
        said = ""
        if when is not None:
            said = times.span(session.words, *when, session.centre.zone, session.clock.now())
        elif not self.fields["appointment"].text().strip():
            said = self._as_said()
        row.under.setText(said)

    def _as_said(self) -> str:
        """Say which time the words have made an appointment, as long as none is typed."""
        session, sight = self._session, self._conversation.sight
        when = sight.reading.when if sight is not None else None
        booked = sight.becomes.appointment if sight is not None else None
        if sight is None or when is None or booked is None:
            return ""
        said = times.span(session.words, *booked, session.centre.zone, session.clock.now())
        return session.words.say("Said: {words}. Type - for no appointment.", words=said)

    def _appointment(self) -> Appointment | None:
        text = self.fields["appointment"].text().strip()
        if not text or text.lower() in NO_APPOINTMENT:
            return None
        return read_appointment(
            text, self._session.centre.zone, self._conversation.draft.started_at
        )

    def _done(self) -> None:
        wrong = self._wrong()
        if wrong:
            self.form.complain(wrong)
        else:
            self.dismiss()

    def _wrong(self) -> dict[str, str]:
        session, wrong = self._session, {}
        try:
            when = self._appointment()
        except Refusal as refusal:
            wrong["appointment"] = session.wording(refusal) or ""
        else:
            if when is not None and when[1] <= session.clock.now():
                wrong["appointment"] = session.words.say(
                    "That is over. Type a time that is still to come."
                )
        phone = self.fields["caller_phone"].text().strip()
        if phone and not is_valid(phone):
            wrong["caller_phone"] = session.wording(Refusal("phone.invalid")) or ""
        return wrong

    def _take_back(self) -> None:
        self._conversation.correct(**self._former)
