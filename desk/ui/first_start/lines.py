"""The lines of the lists that the first start asks for: a crew, a member of staff."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from desk.centre.crews import CrewForm
from desk.codes import ClockRun, Role
from desk.ui.fields.line import Line
from desk.ui.fields.listed import listed
from desk.ui.first_start.answers import CrewAnswer, StaffAnswer
from desk.ui.kit.combo import Combo
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.staff.initials import suggested_initial
from desk.words import terms
from desk.words.catalogue import Words


class CrewLine(Line):
    """A crew: its name, who belongs to it, when it can be sent."""

    def __init__(self, look: Look, words: Words, answer: CrewAnswer) -> None:
        self._form: CrewForm = answer.form
        self._name = LineEdit(
            look, answer.form.name, name=words.say("Crew"), placeholder=words.say("Crew")
        )
        self._people = LineEdit(
            look,
            answer.people,
            name=words.say("Technicians"),
            placeholder=words.say("Names, with a telephone if you like"),
        )
        self._hours = Combo(
            look,
            [(terms.clock_run(words, run), run) for run in ClockRun],
            name=words.say("When it can be sent"),
        )
        self._hours.set_value(answer.form.hours)
        super().__init__(
            look,
            words,
            {"name": (self._name, 3), "people": (self._people, 4), "hours": (self._hours, 3)},
        )
        self._name.textEdited.connect(self._changed)
        self._people.textEdited.connect(self._changed)
        covers = [terms.family(words, family) for family in answer.form.covers]
        if covers:
            self.note.setText(words.say("Covers {families}", families=listed(words, covers)))
            self.note.show()

    def answer(self) -> CrewAnswer:
        """Return what stands in the line."""
        hours = ClockRun(str(self._hours.value()))
        form = replace(self._form, name=self._name.text(), hours=hours)
        return CrewAnswer(form, self._people.text())


class StaffLine(Line):
    """A member of staff: name, initial, role, PIN."""

    def __init__(self, look: Look, words: Words, answer: StaffAnswer) -> None:
        self._name = LineEdit(
            look, answer.name, name=words.say("Name"), placeholder=words.say("Name")
        )
        self._initial = LineEdit(
            look, answer.initial, name=words.say("Initial"), placeholder=words.say("Initial")
        )
        self._role = Combo(
            look, [(terms.role(words, role), role) for role in Role], name=words.say("Role")
        )
        self._role.set_value(answer.role)
        self._pin = LineEdit(
            look,
            answer.pin,
            name=words.say("PIN"),
            placeholder=words.say("4 to 8 digits"),
        )
        # Shown while it is typed: it is chosen here and nobody could see a slip of the finger.
        self._pin.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self._suggested = not answer.initial or answer.initial == suggested_initial(answer.name)
        super().__init__(
            look,
            words,
            {
                "name": (self._name, 4),
                "initial": (self._initial, 2),
                "role": (self._role, 3),
                "pin": (self._pin, 3),
            },
        )
        self._name.textEdited.connect(self._named)
        self._initial.textEdited.connect(self._chose_initial)
        self._pin.textEdited.connect(self._changed)
        self._role.currentIndexChanged.connect(self._changed)

    def answer(self) -> StaffAnswer:
        """Return what stands in the line."""
        return StaffAnswer(
            self._name.text(),
            self._initial.text(),
            Role(str(self._role.value())),
            self._pin.text(),
        )

    def _named(self, name: str) -> None:
        if self._suggested:
            self._initial.setText(suggested_initial(name))
        self._changed()

    def _chose_initial(self, text: str) -> None:
        self._suggested = not text
        self._changed()
