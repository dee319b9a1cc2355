"""The fields of a concept, what its words touch and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.answers.concepts import Standing, StoredConcept
from desk.language.lexicon import Lexicon
from desk.ui.fields.word_list import WordList
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.section import Section
from desk.ui.meanings import said
from desk.ui.meanings.draft import NEW, Draft, Typed
from desk.ui.meanings.shown import Shown
from desk.ui.meanings.theirs import Theirs
from desk.ui.meanings.touched import Touched
from desk.ui.revision_list import RevisionList
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Text, Tone
from desk.ui.writing.frame import Frame

REMOVE_KEY, RESTORE_KEY = "Del", "Ctrl+R"
_RECENT = 20


class Editor(QWidget):
    """One concept, ready to be edited.

    Attributes:
        theirs: what somebody else wrote meanwhile.
        touched: the articles that speak of it.
        lock, foot: whose word saving needs, and where that is said.
    """

    #: The fields as they stand now (``Typed``), after each key.
    edited = Signal(object)
    save_wanted = Signal()
    leave_wanted = Signal()
    remove_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._showing = False
        self._key = NEW
        self._lexicon = Lexicon(())
        look, words = session.look, session.words
        self.kicker = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.title = Label(look, "", Text.EMPHASIS, bold=True, wrap=True)
        self.strip = Strip(look)
        self.theirs = Theirs(session)
        self.weak = Strip(look)
        self.name = LineEdit(look)
        self.words = WordList(look, lines=7)
        self.form = Form(look)
        self.form.add("name", words.say_in(*said.LABELS["name"]), self.name)
        self.form.add("words", words.say_in(*said.LABELS["words"]), self.words)
        self.restore = Button(look, "", "quiet", key=RESTORE_KEY, icon=Icon.UNDO, small=True)
        self.restore.clicked.connect(self.restore_wanted)
        self.remove = Button(
            look,
            words.say_in("button", "Take out of use"),
            "quiet",
            key=REMOVE_KEY,
            icon=Icon.CANCELLED,
            small=True,
        )
        self.remove.clicked.connect(self.remove_wanted)
        self.touched = Touched(look, words)
        self._history_title = Section(look, words.say_in("article", "History"))
        self.history = RevisionList(look, words)
        lock = words.say("What words mean is a supervisor's: saving asks for the PIN.")
        self.frame = Frame(session, self, lock)
        self.frame.save.clicked.connect(self.save_wanted)
        self.frame.leave.clicked.connect(self.leave_wanted)
        self.lock, self.foot = self.frame.lock, self.frame.foot
        self._lay_out()
        self.name.textChanged.connect(self._changed)
        self.words.textChanged.connect(self._changed)
        self.words.cursorPositionChanged.connect(self._follow_caret)
        self.theirs.both_wanted.connect(self._put_together)
        self.theirs.theirs_wanted.connect(self._take_theirs)
        look.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        self._tools = QWidget()
        self._flow = Flow(self._tools)
        self._flow.addWidget(self.restore)
        self._flow.addWidget(self.remove)
        above = (self.kicker, self.title, self.strip, self.theirs, self.weak, self.form)
        below = (self._tools, self.touched, self._history_title, self.history)
        self.frame.lay_out((*above, *below))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self.frame.restyle(s.small)
        self._flow.setSpacing(s.small)
        for section in (self.touched, self._history_title):
            section.setContentsMargins(0, s.room, 0, 0)

    # --- what stands in it ----------------------------------------------------------------------
    def show_new(self, draft: Draft) -> None:
        """Put a concept into the fields that is not stored yet."""
        words = self._session.words
        self.kicker.setText(words.say("Words that mean the same stand together here."))
        self.title.setText(words.say("New meaning"))
        for widget in (self._tools, self._history_title, self.history, self.touched):
            widget.hide()
        self.strip.tell("")
        self.weak.tell("")
        self._show(draft)

    def show_concept(self, shown: Shown, draft: Draft) -> None:
        """Put a stored concept into the fields, with what was typed of it so far."""
        session, words = self._session, self._session.words
        stored = shown.stored
        another = self._key != stored.concept.key
        self.kicker.setText(said.standing(words, stored.standing))
        self.title.setText(said.name(words, stored.concept))
        self.weak.tell(said.weak(words) if stored.concept.weak else "")
        self._tell_removed(stored)
        self._offer(stored)
        self.touched.show_articles(shown.articles)
        zone, now = session.centre.zone, session.clock.now()
        steps = said.history(words, shown.revisions[:_RECENT], zone, now)
        self.history.show_steps(steps)
        for widget in (self._history_title, self.history):
            widget.setVisible(bool(steps))
        self._show(draft)
        if another:
            self.frame.to_top()

    def know(self, lexicon: Lexicon) -> None:
        """Take what all words mean now, to say where a typed one stands already."""
        self._lexicon = lexicon
        self._hint()

    def typed(self) -> Typed:
        """Return the fields as they stand."""
        return Typed(self.name.text(), self.words.text())

    def begin(self) -> None:
        """Put the caret where the writing begins: behind the last word, or into an empty name."""
        if not self.name.text().strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.words.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.words.setTextCursor(cursor)

    def complain(self, sentences: Mapping[str, str], whole: str = "") -> None:
        """Say what is wrong under its field, or above all of them; nothing typed is lost."""
        self.form.complain(sentences)
        if whole:
            self.strip.tell(whole, Tone.OVERDUE, Icon.OVERDUE)
            self.frame.to_top()
        if "words" not in sentences:
            self._hint()

    def compare(self, theirs: Typed, base: Typed, sentence: str) -> None:
        """Show above what stands here what somebody else made of what stood here before."""
        self.theirs.compare(theirs, base, sentence)
        self.frame.to_top()

    def set_busy(self, busy: bool) -> None:
        """Hold the saving while it is on its way."""
        self.frame.save.setEnabled(not busy)

    def page(self, down: bool) -> None:
        """Read on by a page, or back."""
        self.frame.page(down)

    def _show(self, draft: Draft) -> None:
        another = self._key != draft.key
        self._key = draft.key
        self._showing = True
        self._put(draft.typed)
        self._showing = False
        if another:
            self.theirs.forget()
            self.complain({})
        self._hint()

    def _tell_removed(self, stored: StoredConcept) -> None:
        removed = stored.standing is Standing.REMOVED
        sentence = self._session.words.say(
            "Out of use: its words find nothing any more. Saving it brings it back."
        )
        self.strip.tell(sentence if removed else "", Tone.QUIET, Icon.CANCELLED)

    def _offer(self, stored: StoredConcept) -> None:
        words, standing = self._session.words, stored.standing
        ours = stored.concept.key.startswith("own:")
        self.restore.setText(
            words.say("Use again") if ours else words.say("Back to the company standard")
        )
        self.restore.updateGeometry()
        restorable = standing in (Standing.EDITED, Standing.REMOVED)
        self.restore.setVisible(restorable)
        self.remove.setVisible(standing is not Standing.REMOVED)
        self._tools.show()

    def _put(self, typed: Typed) -> None:
        if self.name.text() != typed.name:
            self.name.setText(typed.name)
        if self.words.text() != typed.words:
            self.words.setPlainText(typed.words)

    def _follow_caret(self) -> None:
        """Keep the line being written in sight where not all of the fields are."""
        if self.words.hasFocus():
            caret, viewport = self.words.cursorRect(), self.words.viewport()
            at = viewport.mapTo(self.frame.content, caret.center())
            self.frame.scroll.ensureVisible(0, at.y(), 0, caret.height())

    def _put_together(self) -> None:
        self._put(self.theirs.together(self.typed()))
        self.theirs.forget()

    def _take_theirs(self) -> None:
        if (theirs := self.theirs.typed) is not None:
            self._put(theirs)
            self.theirs.forget()

    def _changed(self) -> None:
        if not self._showing:
            self._hint()
            self.edited.emit(self.typed())

    def _hint(self) -> None:
        """Say below the words how many there are, and which of them mean something else too."""
        words, row = self._session.words, self.form.row("words")
        said_now = self.words.words()
        row.clear()
        parts = [words.say("One a line; a pasted list is taken apart")]
        if said_now:
            parts = [words.say_n("{n} word, one a line", "{n} words, one a line", len(said_now))]
        for word in said_now:
            others = [one for one in self._lexicon.meanings(word) if one.key != self._key]
            if others:
                name = said.name(words, others[0])
                parts.append(words.say("“{word}” also means {other}", word=word, other=name))
                break
        row.under.setText(words.say_in("between facts", " · ").join(parts))
