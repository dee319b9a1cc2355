"""Teaches the library what a word means, in the middle of a call."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from desk.answers import concepts
from desk.answers.concepts import StoredConcept
from desk.answers.found import Why, WhyBy
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.call.because import said
from desk.ui.call.meaning_list import Meaning, MeaningList, warm
from desk.ui.call.unmatched import Asked
from desk.ui.kit.form import Form
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.words.catalogue import Words

_OF_THE_MEANING = ("concept.name_missing", "concept.name_long", "concept.exists", "concept.gone")
_OF_THE_WORD = (
    "concept.word_missing",
    "concept.word_short",
    "concept.word_long",
    "concept.word_there",
    "concept.words_missing",
)
_NO_WORD = ("concept.word_missing", "concept.word_short", "concept.word_long")
#: Below so many times the height of a large field the window is low.
_LOW = 12
#: So many reasons are told.
_REASONS = 4


class MeaningSheet(Sheet):
    """One word and what it means; the line below keeps all that stands in it.

    What is typed here is kept as long as the call is about the same words.

    Attributes:
        word: the new word.
        meaning: what it means the same as.
    """

    #: A word is known from now on.
    taught = Signal()

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(
            look, words, words.say("What does this mean?"), host, primary=words.say("Save")
        )
        self._session = session
        self._text: str | None = None
        self._understood = ""
        self._tight: bool | None = None
        self.word = LineEdit(look, placeholder=words.say("New wording"))
        self.meaning = MeaningList(look, words, words.say("Means the same as"))
        self.form = Form(look)
        self.form.add(
            "word",
            words.say("New wording"),
            self.word,
            hint=words.say("Only the words themselves: no names, rooms or numbers"),
        )
        self.form.add("meaning", words.say("Means the same as"), self.meaning)
        self.body.addWidget(self.form)
        self.word.textEdited.connect(self._typed)
        self.meaning.chosen.connect(self._typed)
        self.meaning.list.clicked.connect(self.primary.click)
        self.submitted.connect(self._save)

    def ask(self, text: str, about: Asked) -> None:
        """Ask what a word means.

        Args:
            text: the words in the line; asked again about the same, all stands as it was left.
            about: the piece that matched nothing, and how the others were understood.
        """
        words = self._session.words
        self._understood = understood(words, about.why, about.question)
        self.set_title(words.say("What does this mean?"), self._understood)
        self._tight = None
        self.complain("")
        self.set_busy(False)
        self.form.clear()
        if text != self._text:
            self._text = text
            self.word.setText(about.piece)
            self.meaning.line.clear()
        session = self._session
        session.read(
            concepts.every, lambda found: self._offer(found, about.near), owner=self, key="every"
        )
        self.open()

    def first_field(self) -> QWidget | None:
        """Begin where the first thing is missing."""
        return self.meaning.line if self.word.text() else self.word

    def place(self, room: QRect) -> QRect:
        """Keep both fields and some meanings in sight: where it is low, words give way."""
        tight = room.height() < _LOW * self.look.sizes.control_large
        if tight != self._tight:
            self._tight = tight
            title = self._session.words.say("What does this mean?")
            self.set_title(title, "" if tight else self._understood)
            self.meaning.give_room(few=tight)
            for key in ("word", "meaning"):
                self.form.row(key).label.setVisible(not tight)
            self._show_hints()
        return super().place(room)

    def _show_hints(self) -> None:
        for key in ("word", "meaning"):
            row = self.form.row(key)
            row.under.setVisible(not self._tight or bool(row.complaint))

    def _complain_at(self, sentences: dict[str, str]) -> None:
        self.form.complain(sentences)
        self._show_hints()

    def _offer(self, found: list[StoredConcept], near: tuple[str, ...]) -> None:
        self.meaning.offer(found, near)
        # How words sound is worked out the first time one is looked for: before that, elsewhere.
        self._session.read(lambda: warm(found), _nothing, owner=self, key="warm")

    def _typed(self) -> None:
        self._complain_at({})
        self.complain("")

    def _save(self) -> None:
        words, word, meaning = self._session.words, self.word.text(), self.meaning.meaning
        missing = {}
        if not word.strip():
            missing["word"] = self._session.wording(Refusal("concept.word_missing")) or ""
        if meaning is None:
            missing["meaning"] = words.say("Choose what it means, or type a name for it.")
        if missing or meaning is None:
            self._complain_at(missing)
            return
        self.set_busy(True)

        def save(write: Write) -> None:
            if meaning.key:
                concepts.add_word(write, meaning.key, word)
            else:
                _begin(write, meaning.name, word)

        self._session.write(
            save, lambda _none: self._saved(word, meaning), owner=self, failed=self._refused
        )

    def _saved(self, word: str, meaning: Meaning) -> None:
        self._text = None
        self.set_busy(False)
        self.dismiss()
        words = self._session.words
        self._session.tell(
            words.say("{said} is read as {means} now.", said=word.strip(), means=meaning.name)
        )
        self.taught.emit()

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        code = error.code if isinstance(error, Refusal) else ""
        if sentence is None:
            self._session.refuse(error)
        elif code in _OF_THE_WORD:
            self._complain_at({"word": sentence})
        elif code in _OF_THE_MEANING:
            self._complain_at({"meaning": sentence})
        else:
            self.complain(sentence)


def _begin(write: Write, name: str, word: str) -> None:
    """Begin a meaning; its name is one of its words unless it is no word."""
    try:
        concepts.put(write, None, name, (name, word), 0)
    except Refusal as wrong:
        if wrong.code not in _NO_WORD:
            raise
        concepts.put(write, None, name, (word,), 0)


def understood(words: Words, why: tuple[Why, ...], question: str) -> str:
    """Say how the words were understood, one reason a line.

    Args:
        words: the language.
        why: the reasons.
        question: what the article is asked by: where the same words stand they need no meaning.
    """
    told = []
    for one in why:
        if one.by is WhyBy.WORDS and one.said in question:
            told.append(words.say("{said}: the same words", said=one.said))
        elif one.said not in question or one.by is WhyBy.ANSWER:
            told.append(said(words, one))
    lines = list(dict.fromkeys(told))[:_REASONS]
    return "\n".join(lines) or words.say("Nothing in these words is known yet.")


def _nothing(_none: None) -> None:
    """Take a result nobody waits for."""
