"""The fields of an article: what is typed is kept by the page until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.refusals import Refusal
from desk.ui.call.picker import Choice, Picker
from desk.ui.icons import Icon
from desk.ui.kit.combo import Combo
from desk.ui.kit.form import Form
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.text_edit import TextEdit
from desk.ui.knowledge import said
from desk.ui.knowledge.comparison import Comparison
from desk.ui.knowledge.draft import NEW, Draft, Typed, read_day
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Text, Tone
from desk.ui.writing.frame import Frame
from desk.words import times


class Editor(QWidget):
    """One form in the place of the article.

    Attributes:
        comparison: what somebody else wrote meanwhile.
        lock: says whose word saving needs.
    """

    #: The fields as they stand now (``Typed``), after each key.
    edited = Signal(object)
    save_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, session: Session, categories: Callable[[], Sequence[str]]) -> None:
        """Make the form; ``categories`` names those in use, the commonest first."""
        super().__init__()
        self._session = session
        self._categories = categories
        self._showing = False
        look, words = session.look, session.words
        self.title = Label(look, "", Text.EMPHASIS, bold=True)
        self.strip = Strip(look)
        self.comparison = Comparison(session)
        self.comparison.field_taken.connect(self._take)
        self.comparison.all_taken.connect(self._take_all)
        self.question = LineEdit(look)
        self.phrasings = TextEdit(look, lines=3)
        self.answer = TextEdit(look, lines=5)
        self.answer.setProperty("aloud", True)
        self.category = LineEdit(look)
        self.owner = Combo(look)
        self.valid_from = LineEdit(look)
        self.valid_until = LineEdit(look)
        self.form = Form(look)
        self._add_rows()
        self.picker = Picker(look, words, self)
        self.picker.picked.connect(self._picked)
        self.frame = Frame(
            session,
            self,
            words.say("An approved wording is a supervisor's: saving asks for the PIN."),
        )
        self.frame.save.clicked.connect(self.save_wanted)
        self.frame.leave.clicked.connect(self.leave_wanted)
        self.lock = self.frame.lock
        self.frame.lay_out((self.title, self.strip, self.comparison, self.form))
        for line in (self.question, self.category, self.valid_from, self.valid_until):
            line.textChanged.connect(self._changed)
        for text in (self.phrasings, self.answer):
            text.textChanged.connect(self._changed)
        self.owner.currentIndexChanged.connect(self._changed)
        look.changed.connect(self.restyle)
        self.restyle()

    def _add_rows(self) -> None:
        look, words = self._session.look, self._session.words
        labels = {name: words.say(text) for name, text in said.LABELS.items()}
        self.form.add(
            "question",
            labels["question"],
            self.question,
            hint=words.say("As residents most often ask it"),
        )
        self.form.add(
            "phrasings",
            labels["phrasings"],
            self.phrasings,
            hint=words.say("One a line: dialect, short forms, what people call it"),
        )
        self.form.add(
            "answer",
            labels["answer"],
            self.answer,
            hint=words.say("It is read aloud word for word: short sentences, no abbreviations"),
        )
        box = QWidget()
        self._category_row = QHBoxLayout(box)
        self._category_row.setContentsMargins(0, 0, 0, 0)
        choose = IconButton(look, Icon.CHEVRON_DOWN, words.say("Choose a category"), key="Down")
        choose.clicked.connect(self.choose_category)
        self._category_row.addWidget(self.category, 1)
        self._category_row.addWidget(choose)
        box.setFocusProxy(self.category)
        self.category.setAccessibleName(labels["category"])
        self.category.installEventFilter(self)
        self.form.add(
            "category",
            labels["category"],
            box,
            hint=words.say("↓ chooses one in use, or type a new one"),
        )
        self.form.add("owner", labels["owner"], self.owner)
        hint = words.say("Such as 2026-12-31, 12-31 or tomorrow; empty for no limit")
        self.form.add("valid_from", labels["valid_from"], self.valid_from, hint=hint)
        self.form.add("valid_until", labels["valid_until"], self.valid_until, hint=hint)

    def restyle(self) -> None:
        """Take type and room from the theme in force."""
        s = self._session.look.sizes
        self.frame.restyle(s.middle)
        self._category_row.setSpacing(s.unit)

    # --- what stands in it ----------------------------------------------------------------------
    def show_draft(self, draft: Draft, staff: Mapping[int, str]) -> None:
        """Put a draft into the fields.

        Args:
            draft: what was typed so far.
            staff: who can vouch for an answer, by id.
        """
        words = self._session.words
        self._showing = True
        new = draft.article == NEW
        self.title.setText(words.say("New article") if new else words.say("Edit the article"))
        self.owner.set_choices(
            [
                (words.say_in("owner", "Nobody yet"), None),
                *((name, one) for one, name in staff.items()),
            ]
        )
        self._put(draft.typed)
        self.comparison.forget()
        self.complain({})
        self._showing = False

    def typed(self) -> Typed:
        """Return the fields as they stand."""
        owner = self.owner.value()
        return Typed(
            question=self.question.text(),
            phrasings=self.phrasings.text(),
            answer=self.answer.text(),
            category=self.category.text(),
            owner=owner if isinstance(owner, int) else None,
            valid_from=self.valid_from.text(),
            valid_until=self.valid_until.text(),
        )

    def begin(self) -> None:
        """Put the caret where the writing begins."""
        field = self.answer if self.question.text().strip() else self.question
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentences: Mapping[str, str], whole: str = "") -> None:
        """Say what is wrong under its field, or above all of them; nothing typed is lost."""
        self.form.complain(sentences)
        self.strip.tell(whole, Tone.OVERDUE, Icon.OVERDUE)
        if whole:
            self.frame.to_top()
        self._understand(but=frozenset(sentences))

    def compare(self, theirs: Typed, sentence: str, staff: Mapping[int, str]) -> None:
        """Show what somebody else wrote meanwhile beside what stands here."""
        self.comparison.compare(theirs, self.typed(), sentence, staff)
        self.frame.to_top()

    def set_busy(self, busy: bool) -> None:
        """Hold the saving while it is on its way."""
        self.frame.save.setEnabled(not busy)

    def choose_category(self) -> None:
        """Offer the categories in use."""
        words = self._session.words
        choices = [Choice(name, name) for name in self._categories()]
        self.picker.ask(words.say("Choose a category"), choices)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow-down in the category offers those in use."""
        if (
            watched is self.category
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not self.category.composing
        ):
            self.choose_category()
            return True
        return super().eventFilter(watched, event)

    def _put(self, typed: Typed) -> None:
        for line, text in (
            (self.question, typed.question),
            (self.category, typed.category),
            (self.valid_from, typed.valid_from),
            (self.valid_until, typed.valid_until),
        ):
            if line.text() != text:
                line.setText(text)
        for field, words in ((self.phrasings, typed.phrasings), (self.answer, typed.answer)):
            if field.text() != words:
                field.setPlainText(words)
        self.owner.set_value(typed.owner)

    def _take(self, name: str) -> None:
        if (theirs := self.comparison.theirs) is not None:
            self._put(replace(self.typed(), **{name: getattr(theirs, name)}))

    def _take_all(self) -> None:
        if (theirs := self.comparison.theirs) is not None:
            self._put(theirs)

    def _picked(self, name: object) -> None:
        self.category.setText(str(name))

    def _changed(self) -> None:
        if self._showing:
            return
        typed = self.typed()
        self._understand()
        self.comparison.update_mine(typed)
        self.edited.emit(typed)

    def _understand(self, but: frozenset[str] = frozenset()) -> None:
        """Say below each date how it was understood."""
        session, words = self._session, self._session.words
        for name, field in (("valid_from", self.valid_from), ("valid_until", self.valid_until)):
            if name in but:
                continue
            row = self.form.row(name)
            row.clear()
            try:
                day = read_day(field.text(), session.centre.zone, session.clock.now())
            except Refusal:
                row.under.setText(words.say("Not understood yet"))
                continue
            if day is not None:
                row.under.setText(times.date_in_full(words, day))
