"""The first two steps of the first start: the community, and when its desk is open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.centre.holidays import notice
from desk.refusals import Refusal
from desk.ui.fields.listed import listed
from desk.ui.fields.week import WeekFields, read_spans, week_words
from desk.ui.first_start.answers import Answers
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words
from desk.words.sentences import sentence


class StepPage(QWidget):
    """One step: a question in large type, a sentence, and what answers it."""

    def __init__(self, look: Look, words: Words, title: str, lead: str) -> None:
        super().__init__()
        self.look = look
        self.words = words
        self.column = QVBoxLayout(self)
        self._title = Label(look, title, Text.ANSWER, bold=True, wrap=True)
        self.lead = Label(look, lead, tone=Tone.QUIET, wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self.lead)
        self.column.addSpacing(look.sizes.middle)
        look.changed.connect(self.restyle)

    def give(self, answers: Answers) -> None:
        """Write what stands here into the answers."""
        raise NotImplementedError

    def complain(self, problems: Mapping[str, Refusal]) -> None:
        """Say each mistake under its field and go to the first one."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return where typing begins."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.look.sizes.small)

    def sentence(self, refusal: Refusal) -> str:
        """Word a mistake."""
        return sentence(self.words, refusal)


class CommunityPage(StepPage):
    """The community's name and the desk's telephone, and the other door: the sample."""

    sample_wanted = Signal()

    def __init__(self, look: Look, words: Words, answers: Answers) -> None:
        super().__init__(
            look,
            words,
            words.say("Which community is this desk for?"),
            words.say(
                "Four short steps, then the desk takes its first call. Everything can be changed "
                "later in Settings."
            ),
        )
        self._form = Form(look)
        self._community = LineEdit(
            look, answers.community, placeholder=words.say("such as Osmanthus Garden")
        )
        self._telephone = LineEdit(
            look, answers.telephone, placeholder=words.say("such as 0571-8888 1234")
        )
        self._form.add("community", words.say("Name of the community"), self._community)
        self._form.add(
            "telephone",
            words.say("Telephone of the desk"),
            self._telephone,
            hint=words.say("It stands on every slip."),
        )
        self._community.textEdited.connect(self._form.row("community").clear)
        self._telephone.textEdited.connect(self._form.row("telephone").clear)
        self.column.addWidget(self._form)
        self.column.addSpacing(look.sizes.small)
        self.column.addWidget(_Hairline(look))
        self.column.addSpacing(look.sizes.small)
        self.column.addWidget(Label(look, words.say("Only having a look?"), bold=True))
        self.column.addWidget(
            Label(
                look,
                words.say(
                    "The sample makes one community of about 600 rooms and 1,100 residents, 5 "
                    "crews with 14 technicians, 4 staff, 60 approved answers and 300 tickets in "
                    "every state around this moment. Sign in with L; every PIN is 1234."
                ),
                tone=Tone.QUIET,
                wrap=True,
            )
        )
        self.sample = Button(look, words.say("Try it with a sample"), "quiet", icon=Icon.EYE)
        self.sample.clicked.connect(self.sample_wanted)
        row = QHBoxLayout()
        row.addWidget(self.sample)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Keep the two fields as wide as a name is long."""
        super().restyle()
        self._form.setMaximumWidth(self.look.sizes.sheet)

    def give(self, answers: Answers) -> None:
        """Write name and telephone into the answers."""
        answers.community, answers.telephone = self._community.text(), self._telephone.text()

    def complain(self, problems: Mapping[str, Refusal]) -> None:
        """Say each mistake under its field."""
        self._form.complain({name: self.sentence(wrong) for name, wrong in problems.items()})

    def first_field(self) -> QWidget:
        """Begin with the name."""
        return self._community


class HoursPage(StepPage):
    """When the desk is open: the default in one line, the seven days on demand."""

    def __init__(self, look: Look, words: Words, answers: Answers, now: datetime) -> None:
        super().__init__(
            look,
            words,
            words.say("When is the service centre open?"),
            words.say("Ordinary deadlines run only in these hours; emergencies run day and night."),
        )
        self._said = Label(look, "", Text.EMPHASIS, wrap=True)
        self.column.addWidget(self._said)
        for said in _holiday_words(words, now):
            self.column.addWidget(Label(look, said, tone=Tone.QUIET, wrap=True))
        self.column.addSpacing(look.sizes.small)
        self.change = Button(look, words.say("Change the hours"), "quiet", icon=Icon.EDIT)
        self.change.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch(1)
        self.column.addLayout(row)
        self.week = WeekFields(look, words)
        self.week.set_texts(answers.week)
        self.week.edited.connect(self._say)
        self.week.hide()
        self.column.addWidget(self.week)
        self.column.addStretch(1)
        self._say()
        if answers.week != Answers().week:
            self._show_days()
        self.restyle()

    def give(self, answers: Answers) -> None:
        """Write the seven lines into the answers."""
        answers.week = self.week.texts()

    def complain(self, problems: Mapping[str, Refusal]) -> None:
        """Name the day that cannot be read."""
        if problems:
            self._show_days()
            self.week.complain()

    def first_field(self) -> QWidget:
        """Begin with the days once they are shown."""
        return self.change if self.week.isHidden() else self.week.lines[0]

    def _open(self) -> None:
        self._show_days()
        self.week.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.week.lines[0].selectAll()

    def _show_days(self) -> None:
        self.week.show()
        self.change.hide()

    def _say(self) -> None:
        read = tuple(read_spans(text) for text in self.week.texts())
        known = tuple(spans for spans in read if spans is not None)
        if len(known) == len(read):
            self._said.setText(week_words(self.words, known))


class _Hairline(QWidget):
    """A thin line across the column."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAutoFillBackground(True)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the colour from the theme in force."""
        self.setFixedHeight(self._look.sizes.hair)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._look.colours.line)
        self.setPalette(palette)


def _holiday_words(words: Words, now: datetime) -> list[str]:
    known = [str(year) for year in (now.year, now.year + 1) if _has_notice(year)]
    unknown = [str(year) for year in (now.year, now.year + 1) if not _has_notice(year)]
    said: list[str] = []
    if known:
        said.append(
            words.say(
                "Public holidays and make-up workdays of {years} follow the State Council's "
                "notice.",
                years=listed(words, known),
            )
        )
    if unknown:
        said.append(
            words.say(
                "There is no notice for {years} yet: until it is entered the plain week holds.",
                years=listed(words, unknown),
            )
        )
    return said


def _has_notice(year: int) -> bool:
    try:
        notice(year)
    except Refusal:
        return False
    return True
