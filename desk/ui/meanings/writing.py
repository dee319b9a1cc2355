"""Everything that is being written in the lexicon: kept per concept until saved or thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.answers import concepts
from desk.answers.concepts import StoredConcept
from desk.models.database import Write
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.ui.meanings import draft as drafts
from desk.ui.meanings import shown
from desk.ui.meanings.draft import NEW, Draft, Typed
from desk.ui.meanings.editor import Editor
from desk.ui.meanings.shown import Shown
from desk.ui.session import Session
from desk.ui.writing.kept import Kept
from desk.ui.writing.leaving import LeavingSheet
from desk.ui.writing.saving import Saving
from desk.words import times
from desk.words.sentences import sentence

_FIELD_OF = {
    "concept.name_missing": "name",
    "concept.name_long": "name",
    "concept.exists": "name",
    "concept.words_missing": "words",
    "concept.word_missing": "words",
    "concept.word_short": "words",
    "concept.word_long": "words",
}


class Writing(QObject):
    """The drafts, and the one of them that stands in the fields.

    Choosing another concept, going to another page or switching the language loses nothing.
    """

    #: What is being written and not saved is no longer the same.
    unsaved_changed = Signal()
    #: The first key is not being written any more; it is stored as the second.
    saved = Signal(str, str)
    #: Nothing is being written of this concept any more.
    left = Signal(str)

    def __init__(self, session: Session, editor: Editor, host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._editor = editor
        self._kept: Kept[str, Draft] = Kept(NEW)
        self._base: Draft | None = None
        self._after: Callable[[], object] | None = None
        self._saving = Saving(session, editor, _FIELD_OF, "concept.stale", self)
        self.leaving = LeavingSheet(session, host)
        self.leaving.submitted.connect(self.throw_away)
        editor.edited.connect(self._keep_typed)
        editor.save_wanted.connect(self.save)
        editor.leave_wanted.connect(self.leave)

    # --- what is being written --------------------------------------------------------------------
    def __contains__(self, key: object) -> bool:
        """Tell whether something is being written of a concept."""
        return key in self._kept

    @property
    def current(self) -> Draft | None:
        """What stands in the fields, None where nothing does."""
        base = self._base
        return None if base is None else self._kept.of(base.key) or base

    @property
    def unsaved(self) -> frozenset[str]:
        """The stored concepts with changes that are not saved."""
        return self._kept.unsaved

    @property
    def new_name(self) -> str | None:
        """The name of the concept that is not stored yet, None where there is none."""
        new = self._kept.new
        return None if new is None else new.typed.name

    def begin_new(self, word: str) -> None:
        """Begin a new concept, or go on with the one that was begun."""
        if NEW not in self._kept:
            self._put(drafts.beginning(word))

    def show_new(self) -> None:
        """Put the concept that is not stored yet into the fields."""
        if (new := self._kept.new) is not None:
            self._base = new
            self._editor.show_new(new)

    def show(self, found: Shown) -> None:
        """Put a concept into the fields as it is stored, or as it was left unsaved."""
        stored = found.stored
        key = stored.concept.key
        kept = self._kept.of(key)
        self._base = kept or drafts.editing(stored)
        self._editor.show_concept(found, self._base)
        if kept is not None:
            self._warn_of_theirs(found, kept)

    def rest(self) -> None:
        """Nothing stands in the fields."""
        self._base = None

    def state(self) -> list[dict[str, Any]]:
        """Return all drafts as plain values."""
        return self._kept.state()

    def restore(self, states: Iterable[Mapping[str, Any]]) -> None:
        """Take up the drafts of an earlier life."""
        self._kept.restore(states, drafts.from_state)
        self.unsaved_changed.emit()

    def _put(self, draft: Draft) -> None:
        if draft.dirty or draft.key == NEW:
            self._kept.put(draft)
        else:
            self._kept.drop(draft.key)
        if self._base is not None and self._base.key == draft.key:
            self._base = draft
        self.unsaved_changed.emit()

    def _keep_typed(self, typed: Typed) -> None:
        """Keep what stands in the fields, after each key."""
        if (draft := self.current) is not None:
            self._put(draft.retyped(typed))

    # --- leaving ----------------------------------------------------------------------------------
    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Leave the fields; ask only if something would be lost.

        Args:
            then: done once nothing can be lost any more.
        """
        draft = self.current
        if draft is None:
            return
        self._after = then
        if not draft.dirty:
            self.throw_away()
            return
        self.leaving.ask()

    def throw_away(self) -> None:
        """Forget the draft in the fields."""
        self.leaving.dismiss()
        then, self._after = self._after, None
        draft = self.current
        if draft is None:
            return
        self._kept.drop(draft.key)
        self._base = None if draft.key == NEW else draft.retyped(draft.base)
        self._editor.theirs.forget()
        self.unsaved_changed.emit()
        if then is not None:
            then()
        else:
            self.left.emit(draft.key)

    # --- saving -----------------------------------------------------------------------------------
    def save(self) -> None:
        """Save what stands in the fields, as a supervisor; what is wrong is said first."""
        draft, session = self.current, self._session
        if draft is None:
            return
        wrong = {}
        if not draft.typed.name.strip():
            wrong["name"] = sentence(session.words, Refusal("concept.name_missing"))
        if not draft.typed.said():
            wrong["words"] = sentence(session.words, Refusal("concept.words_missing"))
        self._editor.complain(wrong)
        if wrong:
            return
        if draft.key != NEW and draft.typed.same(draft.base):
            self.throw_away()
            return
        session.supervise(partial(self._write, draft))

    def _write(self, draft: Draft, actor: Actor) -> None:
        key = None if draft.key == NEW else draft.key

        def save(write: Write) -> StoredConcept:
            typed = draft.typed
            return concepts.read(concepts.put(write, key, typed.name, typed.said(), draft.seen))

        stale = partial(self._read_theirs, draft.key)
        self._saving.start(save, partial(self._saved, draft), stale, actor)

    def _saved(self, draft: Draft, stored: StoredConcept) -> None:
        self._session.tell(self._session.words.say("Saved: questions are read with it from now."))
        if (now := self._kept.typed_on(draft)) is not None:
            self._put(now.upon(stored.version, drafts.typed_of(stored)))
            return
        self._kept.drop(draft.key)
        if self._base is not None and self._base.key == draft.key:
            self._base = drafts.editing(stored)
        self._editor.theirs.forget()
        # Told first, so that the list looks for the stored one when the draft leaves it.
        self.saved.emit(draft.key, stored.concept.key)
        self.unsaved_changed.emit()

    # --- two at once ------------------------------------------------------------------------------
    def _warn_of_theirs(self, found: Shown, draft: Draft) -> None:
        """Somebody else changed what is being written here: say so before anybody saves."""
        if found.stored.version != draft.seen:
            self._show_theirs(found)

    def _read_theirs(self, key: str) -> None:
        read = partial(shown.read, self._session.memory, key)
        self._session.read(read, self._show_theirs, owner=self)

    def _show_theirs(self, found: Shown) -> None:
        """Show their words above the fields; saving once more is upon what was seen now."""
        key, theirs = found.stored.concept.key, drafts.typed_of(found.stored)
        draft = self._kept.of(key)
        if draft is None:
            return
        self._put(draft.upon(found.stored.version, theirs))
        if self._base is None or self._base.key != key or draft.typed.same(theirs):
            return
        session, words = self._session, self._session.words
        last = found.revisions[0] if found.revisions else None
        who = (last.who if last is not None else "") or words.say("Somebody")
        zone, now = session.centre.zone, session.clock.now()
        when = times.moment(words, last.at, zone, now) if last is not None else ""
        said_so = words.say(
            "{who} changed these words {when}. Theirs are kept and yours are still in the fields:"
            " put both together or go on with yours, then save.",
            who=who,
            when=when,
        )
        self._editor.compare(theirs, draft.base, said_so)
