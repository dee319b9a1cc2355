"""The last two steps of the first start, crews and staff: lists of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.centre.crews import CrewForm
from desk.refusals import Refusal
from desk.ui.fields.line import Line
from desk.ui.first_start.answers import Answers, CrewAnswer, StaffAnswer
from desk.ui.first_start.lines import CrewLine, StaffLine
from desk.ui.first_start.steps import StepPage
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


class _ListPage(StepPage):
    """A list of lines with a way to add one."""

    def __init__(self, look: Look, words: Words, title: str, lead: str, add: str) -> None:
        super().__init__(look, words, title, lead)
        self.lines: list[Line] = []
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.add = Button(look, add, "quiet", icon=Icon.ADD, small=True)
        self.add.clicked.connect(self._add_blank)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def blank(self) -> Line:
        """Return a line with nothing in it."""
        raise NotImplementedError

    def heads(self, names: Sequence[tuple[str, int]]) -> None:
        """Put quiet headings over the columns of the lines."""
        row = QHBoxLayout()
        row.setSpacing(self.look.sizes.small)
        for name, share in names:
            label = Label(self.look, name, Text.SMALL, tone=Tone.QUIET)
            # As narrow as the columns may get: the headings stand over them.
            label.setMinimumWidth(1)
            row.addWidget(label, share)
        row.addSpacing(self.look.sizes.control_small)
        self.column.insertLayout(self.column.indexOf(self.lead) + 2, row)

    def put(self, line: Line) -> None:
        """Add a line at the end."""
        line.removed.connect(lambda: self._take_out(line))
        self.lines.append(line)
        self._list.addWidget(line)

    def complain(self, problems: Mapping[str, Refusal]) -> None:
        """Say each mistake under its line and go to the first."""
        for line in self.lines:
            line.clear()
        first: QWidget | None = None
        for name, wrong in problems.items():
            at, _, field = name.partition(".")
            line = self.lines[int(at)]
            line.complain(field, self.sentence(wrong))
            first = first or line.fields[field]
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        """Begin in the first line, or where one is added."""
        return next(iter(self.lines[0].fields.values())) if self.lines else self.add

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        super().restyle()
        self._list.setSpacing(self.look.sizes.small)

    def _add_blank(self) -> None:
        line = self.blank()
        self.put(line)
        next(iter(line.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _take_out(self, line: Line) -> None:
        at = self.lines.index(line)
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
        near = self.lines[min(at, len(self.lines) - 1)].remove if self.lines else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)


class CrewsPage(_ListPage):
    """Who is sent: the crews with their technicians."""

    def __init__(self, look: Look, words: Words, answers: Answers) -> None:
        super().__init__(
            look,
            words,
            words.say("Who is sent when something is broken?"),
            words.say(
                "A sensible set to begin with: rename, take out, add. The first crew that covers "
                "a matter and is on duty gets the ticket."
            ),
            words.say("Add a crew"),
        )
        self.heads([(words.say("Crew"), 3), (words.say("Technicians"), 4), (words.say("Hours"), 3)])
        for answer in answers.crews:
            self.put(CrewLine(look, words, answer))
        self.restyle()

    def blank(self) -> Line:
        """Return an empty crew."""
        return CrewLine(self.look, self.words, CrewAnswer(CrewForm("")))

    def give(self, answers: Answers) -> None:
        """Write the crews into the answers."""
        answers.crews = [line.answer() for line in self.lines if isinstance(line, CrewLine)]


class StaffPage(_ListPage):
    """Who works here; at least one is a supervisor."""

    def __init__(self, look: Look, words: Words, answers: Answers) -> None:
        super().__init__(
            look,
            words,
            words.say("Who works at the desk?"),
            words.say(
                "Everybody signs in with an initial and a PIN of 4 to 8 digits. At least one is a "
                "supervisor, who may change settings."
            ),
            words.say("Add a person"),
        )
        self.heads(
            [
                (words.say("Name"), 4),
                (words.say("Initial"), 2),
                (words.say("Role"), 3),
                (words.say("PIN"), 3),
            ]
        )
        for answer in answers.staff:
            self.put(StaffLine(look, words, answer))
        self.restyle()

    def blank(self) -> Line:
        """Return an empty line."""
        return StaffLine(self.look, self.words, StaffAnswer())

    def give(self, answers: Answers) -> None:
        """Write the staff into the answers."""
        answers.staff = [line.answer() for line in self.lines if isinstance(line, StaffLine)]
