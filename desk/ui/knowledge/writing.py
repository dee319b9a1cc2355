"""Everything that is being written in the library: kept per article until saved or thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.answers import library
from desk.answers.library import ArticleForm, StoredArticle
from desk.centre import staff
from desk.models.database import Write
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.ui.kit.label import Label
from desk.ui.knowledge import draft as drafts
from desk.ui.knowledge import said, shown
from desk.ui.knowledge.draft import NEW, Draft, Typed, differing, read_form
from desk.ui.knowledge.editor import Editor
from desk.ui.knowledge.shown import Shown
from desk.ui.session import Session
from desk.ui.writing.kept import Kept
from desk.ui.writing.leaving import LeavingSheet
from desk.ui.writing.saving import Saving
from desk.words import times
from desk.words.sentences import sentence

_FIELD_OF = {
    "article.question_missing": "question",
    "article.exists": "question",
    "article.answer_missing": "answer",
    "article.dates_reversed": "valid_until",
}


class Writing(QObject):
    """The drafts, and the one of them that stands in the fields.

    Choosing another article, going to another page or switching the language loses nothing.
    """

    #: The fields of the wanted draft are filled: they belong in front.
    filled = Signal(int)
    #: What is being written and not saved is no longer the same.
    unsaved_changed = Signal()
    #: Nothing is being written of this article any more; it is stored as the second one.
    saved = Signal(int, int)
    #: Nothing is being written of this article any more.
    left = Signal(int)

    def __init__(self, session: Session, editor: Editor, host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._editor = editor
        self._kept: Kept[int, Draft] = Kept(NEW)
        self._article: int | None = None
        self._saving = Saving(session, editor, _FIELD_OF, "article.stale", self)
        self.leaving = LeavingSheet(session, host)
        self._lost = Label(session.look, "", wrap=True)
        self.leaving.body.addWidget(self._lost)
        self.leaving.submitted.connect(self.throw_away)
        editor.edited.connect(self._keep_typed)
        editor.save_wanted.connect(self.save)
        editor.leave_wanted.connect(self.leave)

    # --- what is being written --------------------------------------------------------------------
    def __contains__(self, article: object) -> bool:
        """Tell whether something is being written of an article."""
        return article in self._kept

    @property
    def current(self) -> Draft | None:
        """The draft in the fields, None where none is."""
        return None if self._article is None else self._kept.of(self._article)

    @property
    def unsaved(self) -> frozenset[int]:
        """The stored articles with changes that are not saved."""
        return self._kept.unsaved

    @property
    def new_question(self) -> str | None:
        """The question of the article that is not stored yet, None where there is none."""
        new = self._kept.new
        return None if new is None else new.typed.question

    def begin_new(self, question: str, category: str) -> None:
        """Begin a new article, or go on with the one that was begun."""
        if NEW not in self._kept:
            me = self._session.staff
            self._put(drafts.beginning(question, category, me.id if me else None))

    def begin(self, article: StoredArticle) -> None:
        """Begin to edit an article, or go on with it."""
        if article.id not in self._kept:
            self._put(drafts.editing(article))

    def show(self, article: int, names: Mapping[int, str]) -> None:
        """Put a draft into the fields; ``names`` are of everybody who ever vouched for answers."""
        self._article = article
        self._session.read(
            lambda: {row.id: row.name for row in staff.active()},
            partial(self._fill, article, names),
            owner=self,
            key="draft",
        )

    def rest(self) -> None:
        """Nothing stands in the fields: an article is read."""
        self._article = None

    def state(self) -> list[dict[str, Any]]:
        """Return all drafts as plain values."""
        return self._kept.state()

    def restore(self, states: Iterable[Mapping[str, Any]]) -> None:
        """Take up the drafts of an earlier life."""
        self._kept.restore(states, drafts.from_state)
        self.unsaved_changed.emit()

    def _fill(self, article: int, known: Mapping[int, str], names: dict[int, str]) -> None:
        draft = self.current
        if draft is None or draft.article != article:
            return
        for owner in (draft.base.owner, draft.typed.owner):
            # Who no longer works here may still stand under an answer.
            if owner is not None:
                names.setdefault(owner, known.get(owner, "?"))
        self._editor.show_draft(draft, names)
        self.filled.emit(article)

    def _put(self, draft: Draft) -> None:
        self._kept.put(draft)
        self.unsaved_changed.emit()

    def _keep_typed(self, typed: Typed) -> None:
        """Keep what stands in the fields, after each key."""
        if (draft := self.current) is not None:
            self._put(draft.retyped(typed))

    # --- leaving ----------------------------------------------------------------------------------
    def leave(self) -> None:
        """Leave the fields; ask only if something would be lost."""
        draft = self.current
        if draft is None:
            return
        if not draft.dirty:
            self.throw_away()
            return
        words = self._session.words
        fields = words.say_in("between fields", ", ").join(
            words.say(said.LABELS[name]) for name in differing(draft.typed, draft.base)
        )
        self._lost.setText(words.say("Changed and not saved: {fields}.", fields=fields))
        self.leaving.ask()

    def throw_away(self) -> None:
        """Forget the draft in the fields."""
        self.leaving.dismiss()
        draft = self.current
        if draft is not None:
            self._forget(draft.article)
            self.left.emit(draft.article)

    def _forget(self, article: int) -> None:
        self._kept.drop(article)
        if self._article == article:
            self._article = None
        self.unsaved_changed.emit()

    # --- saving -----------------------------------------------------------------------------------
    def save(self) -> None:
        """Save what stands in the fields, as a supervisor; what is wrong is said first."""
        draft, session = self.current, self._session
        if draft is None:
            return
        form, wrong = read_form(draft.typed, session.centre.zone, session.clock.now())
        sentences = {name: sentence(session.words, Refusal(code)) for name, code in wrong.items()}
        self._editor.complain(sentences)
        if wrong:
            return
        if not draft.dirty and draft.article != NEW:
            self.throw_away()
            return
        session.supervise(partial(self._write, draft, form))

    def _write(self, draft: Draft, form: ArticleForm, actor: Actor) -> None:
        community = self._session.community

        def save(write: Write) -> int:
            if draft.article == NEW:
                return library.add(write, community, form)
            library.edit(write, draft.article, draft.seen, form)
            return draft.article

        stale = partial(self._read_theirs, draft.article)
        self._saving.start(save, partial(self._saved, draft), stale, actor)

    def _saved(self, draft: Draft, article: int) -> None:
        self._session.tell(self._session.words.say("The approved wording is saved."))
        if (now := self._kept.typed_on(draft)) is not None:
            self._put(now.upon(draft.seen + 1, draft.typed))
            return
        self._kept.drop(draft.article)
        if self._article == draft.article:
            self._article = None
        # Told first, so that the list looks for the stored one when the draft leaves it.
        self.saved.emit(draft.article, article)
        self.unsaved_changed.emit()

    # --- two at once ------------------------------------------------------------------------------
    def warn_of_theirs(self, found: Shown) -> None:
        """Somebody else changed what is being written here: show both before anybody saves."""
        draft = self._kept.of(found.article.id)
        if draft is None or found.article.version == draft.seen:
            return
        theirs = drafts.typed_of(found.article.form)
        if not differing(draft.typed, theirs):
            self._put(draft.upon(found.article.version, theirs))
        elif self._editor.comparison.theirs != theirs and draft == self.current:
            self._compare(found, theirs)

    def _read_theirs(self, article: int) -> None:
        self._session.read(partial(shown.read, article), self._show_theirs, owner=self)

    def _show_theirs(self, found: Shown) -> None:
        """Show both wordings; saving once more is upon what was seen now."""
        draft = self._kept.of(found.article.id)
        if draft is None:
            return
        theirs = drafts.typed_of(found.article.form)
        self._put(draft.upon(found.article.version, theirs))
        if self._article == found.article.id:
            self._compare(found, theirs)

    def _compare(self, found: Shown, theirs: Typed) -> None:
        session, words = self._session, self._session.words
        last = found.revisions[0] if found.revisions else None
        who = (last.who if last is not None else "") or words.say("Somebody")
        zone, now = session.centre.zone, session.clock.now()
        when = times.moment(words, found.article.updated_at, zone, now)
        said_so = words.say(
            "{who} changed this article {when}. Theirs is kept and yours is still in the fields:"
            " take over what is better, then save.",
            who=who,
            when=when,
        )
        self._editor.compare(theirs, said_so, found.staff)
