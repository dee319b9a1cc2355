"""A section of the settings: a heading, what it holds, and the bar that saves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.codes import Topic
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.label import Label
from desk.ui.kit.scroll import Scroll
from desk.ui.session import Session
from desk.ui.settings_page.draft import Draft
from desk.ui.settings_page.save_bar import SaveBar
from desk.ui.theme import Text, Tone
from desk.words.catalogue import mark
from desk.words.faults import as_refusal


class Section(QWidget):
    """One entry of the list at the left: fill ``column``."""

    #: Whether something typed is not saved; the list at the left shows it.
    dirtied = Signal(bool)

    def __init__(
        self, session: Session, title: str, note: str, *, scrolls: bool = True, wide: bool = False
    ) -> None:
        """Make a section.

        Args:
            session: what the page stands on.
            title: the heading.
            note: one quiet sentence below it.
            scrolls: whether the whole section scrolls, or a list in it does.
            wide: take all the width instead of that of running text.
        """
        super().__init__()
        self.session = session
        self._wide = wide
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.heading = Label(session.look, title, Text.ANSWER, bold=True, wrap=True)
        self.note = Label(session.look, note, tone=Tone.QUIET, wrap=True)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.note)
        self._inner = inner
        self._narrow: list[QWidget] = []
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.setSpacing(0)
        self.whole.addWidget(Scroll(inner) if scrolls else inner, 1)
        session.look.changed.connect(self.restyle)
        self.restyle()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return False

    def offer(self, actions: Actions) -> None:
        """Add what can be done here."""

    def opened(self) -> None:
        """Read what is shown: called each time the section comes to the front."""

    def heard(self, topics: frozenset[Topic]) -> None:
        """Take word of a commit while in front."""

    def first_field(self) -> QWidget | None:
        """Return where the caret goes from the list at the left."""
        return None

    def state(self) -> dict[str, Any]:
        """Return what was typed and not saved."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left."""

    def keep_narrow(self, widget: QWidget) -> None:
        """Keep a form as wide as a name is long."""
        self._narrow.append(widget)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self.session.look.sizes
        for widget in self._narrow:
            widget.setMaximumWidth(s.sheet)
        self.column.setContentsMargins(s.wide, s.wide, s.wide, s.wide)
        self.column.setSpacing(s.small)
        if not self._wide:
            self._inner.setMaximumWidth(s.reading + 2 * s.wide)


class FormSection(Section):
    """A section of fields that are saved together by a supervisor.

    A subclass adds its fields to ``draft`` and says what is ``stored`` and how it is written.
    """

    #: Its part of the ids of its actions.
    name = ""

    def __init__(self, session: Session, title: str, note: str, *, wide: bool = False) -> None:
        super().__init__(session, title, note, wide=wide)
        self.draft = Draft(self)
        self.bar = SaveBar(session.look, session.words)
        self.whole.addWidget(self.bar)
        self.bar.saved.connect(self.save)
        self.bar.discarded.connect(self.discard)
        self.draft.edited.connect(self._edited)
        session.centre_changed.connect(self.refill)
        self._saving = False

    # --- for a subclass -----------------------------------------------------------------------
    def stored(self) -> Mapping[str, object]:
        """Return the values of the fields as they are stored now."""
        raise NotImplementedError

    def check(self) -> bool:
        """Say what is wrong under its field, and whether nothing is."""
        raise NotImplementedError

    def work(self) -> Callable[[Write], object]:
        """Return what stores the fields as they are now; it is called off the main thread."""
        raise NotImplementedError

    def complain(self, names: Mapping[str, str]) -> None:
        """Say sentences under fields."""
        raise NotImplementedError

    # --- what they share ----------------------------------------------------------------------
    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return bool(self.draft.touched())

    def offer(self, actions: Actions) -> None:
        """Save by its key."""
        actions.add(
            Action(
                f"settings.{self.name}.save",
                mark("Save the settings"),
                "Ctrl+Return",
                Icon.SAVE,
                self.save,
                lambda: self.dirty,
            ),
            home=self,
        )

    def opened(self) -> None:
        """Take up what is stored now."""
        self.refill()

    def refill(self) -> None:
        """Follow what is stored; a field that was touched says what others wrote."""
        theirs = self.draft.take(self.stored())
        if theirs:
            self.complain({name: self.said_by_others(name, theirs[name]) for name in theirs})
        self.show_dirty()

    def said_by_others(self, name: str, value: object) -> str:
        """Say what somebody else has stored in a field meanwhile."""
        del name
        shown = str(value) or self.session.words.say("nothing")
        return self.session.words.say(
            "Somebody else has just written “{value}”. Saving replaces it by yours.", value=shown
        )

    def show_dirty(self) -> None:
        """Show the bar while something is not saved."""
        self.bar.show_dirty(self.dirty)
        self.dirtied.emit(self.dirty)

    def _edited(self) -> None:
        self.show_dirty()

    def save(self) -> None:
        """Check, ask for a supervisor if none is here, and write."""
        if not self.dirty or self._saving or not self.check():
            return
        self.session.supervise(self._save_as)

    def discard(self) -> None:
        """Forget what was typed."""
        self.draft.discard()
        self.complain({})
        self.show_dirty()

    def state(self) -> dict[str, Any]:
        """Return what was typed and not saved."""
        return {"draft": self.draft.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left."""
        self.draft.put(state.get("draft", {}))
        self.show_dirty()

    def _save_as(self, actor: Actor) -> None:
        self._saving = True
        self.bar.set_busy(True)
        values = self.draft.values()
        self.session.write(
            self.work(),
            lambda _result: self._saved(values),
            owner=self,
            failed=self._could_not,
            actor=actor,
        )

    def _saved(self, values: Mapping[str, object]) -> None:
        self._saving = False
        self.bar.set_busy(False)
        self.draft.take(values)
        self.complain({})
        self.show_dirty()
        self.session.tell(self.session.words.say("Saved."))

    def _could_not(self, error: Exception) -> None:
        self._saving = False
        self.bar.set_busy(False)
        said = self.session.wording(error)
        if said is None:
            self.session.refuse(error)
            return
        refusal = as_refusal(error)
        self.bar.tell(said, wrong=True)
        if refusal is not None and refusal.code.endswith(".stale"):
            # Read what others stored: it is said under the fields, and the next save knows it.
            self.session.hear(frozenset({Topic.SETTINGS, Topic.COMMUNITIES}))
