"""One article to be read: the answer large enough to read it aloud, what to mind, its history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.answers import upkeep
from desk.answers.upkeep import Lapse
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import Label
from desk.ui.kit.scroll import Scroll
from desk.ui.kit.section import Section
from desk.ui.knowledge import said
from desk.ui.knowledge.shown import Shown
from desk.ui.revision_list import RevisionList
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Text, Tone
from desk.words import times

COPY_KEY, EDIT_KEY, RETIRE_KEY = "F9", "F7", "Del"
_RECENT = 20


class ArticleView(QWidget):
    """Shows what was read; it asks for everything else by its signals."""

    copied = Signal()
    edit_wanted = Signal()
    #: Take it out of the answers, or into them again.
    retire_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look, words = session.look, session.words
        self.shown: Shown | None = None
        self.kicker = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.question = Label(look, "", Text.EMPHASIS, bold=True, wrap=True, selectable=True)
        self.strip = Strip(look)
        self.answer = Label(look, "", Text.ANSWER, wrap=True, selectable=True)
        self.answer.setAccessibleName(words.say("Approved answer"))
        self.copy = Button(
            look, words.say("Copy the answer"), "primary", key=COPY_KEY, icon=Icon.COPY
        )
        self.copy.clicked.connect(self.copied)
        self.edit = Button(look, words.say("Edit"), "quiet", key=EDIT_KEY, icon=Icon.EDIT)
        self.edit.clicked.connect(self.edit_wanted)
        self.retire = Button(look, "", "quiet", key=RETIRE_KEY)
        self.retire.clicked.connect(self.retire_wanted)
        self._also = Section(look, words.say("Asked in other words"))
        self.phrasings = Label(look, "", wrap=True, selectable=True)
        self._facts_title = Section(look, words.say("About this answer"))
        self._facts = QGridLayout()
        self._values: dict[str, Label] = {}
        self._history_title = Section(look, words.say_in("article", "History"))
        self.history = RevisionList(look, words)
        self._content = QWidget()
        self._scroll = Scroll(self._content)
        self._column = QVBoxLayout(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._lay_out()
        look.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        words = self._session.words
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        for one in (self.copy, self.edit, self.retire):
            self._flow.addWidget(one)
        names = {
            "owner": words.say("Owner"),
            "validity": words.say_in("column", "Validity"),
            "used": words.say("Used"),
            "changed": words.say_in("column", "Last changed"),
        }
        for row, (key, name) in enumerate(names.items()):
            label = Label(self._session.look, name, tone=Tone.QUIET)
            value = Label(self._session.look, "", wrap=True)
            self._facts.addWidget(label, row, 0)
            self._facts.addWidget(value, row, 1)
            self._values[key] = value
        self._facts.setColumnStretch(1, 1)
        for widget in (self.kicker, self.question, self.strip, self.answer, self._buttons):
            self._column.addWidget(widget)
        for widget in (self._also, self.phrasings, self._facts_title):
            self._column.addWidget(widget)
        self._column.addLayout(self._facts)
        self._column.addWidget(self._history_title)
        self._column.addWidget(self.history)
        self._column.addStretch(1)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._content.setMaximumWidth(s.reading + 2 * s.wide)
        self._column.setContentsMargins(s.wide, s.wide, s.wide, s.wide)
        self._column.setSpacing(s.small)
        self._flow.setSpacing(s.small)
        self._flow.setContentsMargins(0, s.small, 0, 0)
        self.answer.setContentsMargins(0, s.unit, 0, s.unit)
        for section in (self._also, self._facts_title, self._history_title):
            section.setContentsMargins(0, s.room, 0, 0)
        self._facts.setHorizontalSpacing(s.wide)
        self._facts.setVerticalSpacing(s.unit)

    def show_article(self, shown: Shown, used: int) -> None:
        """Show an article as it was read."""
        another = self.shown is None or self.shown.article.id != shown.article.id
        self.shown = shown
        session, words = self._session, self._session.words
        article, form = shown.article, shown.article.form
        today, now, zone = session.today(), session.clock.now(), session.centre.zone
        state = upkeep.lapse(form, today)
        self.kicker.setText(said.category_name(words, form.category))
        self.question.setText(form.question)
        self.answer.setText(form.answer)
        self.phrasings.setText("\n".join(form.phrasings))
        for widget in (self._also, self.phrasings):
            widget.setVisible(bool(form.phrasings))
        self._values["owner"].setText(article.owner_name or words.say_in("owner", "Nobody yet"))
        self._values["validity"].setText(said.validity(words, form))
        self._values["used"].setText(said.used(words, used))
        self._values["changed"].setText(times.moment(words, article.updated_at, zone, now))
        self._warn(shown, state)
        self.retire.setText(words.say("Use again") if shown.retired else words.say("Retire"))
        self.retire.set_icon(Icon.UNDO if shown.retired else Icon.CANCELLED)
        self.edit.setVisible(not shown.retired)
        recent = shown.revisions[:_RECENT]
        self.history.show_steps(said.history(words, recent, shown.staff, zone, now))
        if another:
            self._scroll.verticalScrollBar().setValue(0)

    def page(self, down: bool) -> None:
        """Read on by a page, or back."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + (bar.pageStep() if down else -bar.pageStep()))

    def _warn(self, shown: Shown, state: Lapse) -> None:
        words = self._session.words
        if shown.retired:
            sentence = words.say("Retired: it is found in no call any more; its history stays.")
            self.strip.tell(sentence, Tone.QUIET, Icon.CANCELLED)
            return
        form, owner = shown.article.form, shown.article.owner_name
        _word, icon, tone = said.lapse(words, state)
        sentence = said.warning(words, form, state, owner, self._session.today())
        self.strip.tell(sentence, tone, icon or Icon.INFO)
