"""What every page of a window stands on, handed to each one: database, clock, words, look.

A page never opens a connection and never blocks: it asks ``read`` or ``write``, and hears of
every commit (of this window, of the butler, of another desk) through ``changed``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk import settings as this_computer
from desk.centre.profile import Centre
from desk.clock import Clock
from desk.codes import Role, Topic
from desk.models.database import Store, Write
from desk.models.journal import Actor
from desk.settings import Settings
from desk.words.catalogue import Words
from desk.words.faults import as_refusal
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.calls.memory import Memory
    from desk.centre.staff import StaffRow
    from desk.ui.jobs import Jobs
    from desk.ui.look import Look
    from desk.ui.papers import Papers

T = TypeVar("T")
_log = logging.getLogger(__name__)
#: Refusals that keep everybody from storing anything; the next write that gets through ends them.
_IN_THE_WAY = ("database.", "disk.", "folder.")
#: What is kept in memory and has to move on with the journal.
_REMEMBERED = frozenset(
    {Topic.RESIDENTS, Topic.ROOMS, Topic.ARTICLES, Topic.COMMUNITIES, Topic.LEXICON}
)


class Session(QObject):
    """One window's footing.

    Attributes:
        store, clock, jobs, words, look, folder, settings: what they are called.
        centre: the centre's profile, calendar, policy and crews as last read.
        memory: the roster and the library in memory.
        papers: makes slips and reports as PDF bytes.
        community: the id of the community the window serves.
        staff: who is at the desk, or None while nobody has signed in.
    """

    #: Topics that a commit touched, once per burst, on the main thread.
    changed = Signal(object)
    #: Somebody else is at the desk now.
    staff_changed = Signal()
    #: The centre's settings were read anew.
    centre_changed = Signal()
    #: The roster or the library in memory has moved on.
    memory_changed = Signal()
    #: A sentence for the window's banner and whether it is a fault.
    told = Signal(str, bool)
    #: The sentence of a fault that is over: what could not be stored then can be stored now.
    recovered = Signal(str)
    #: An exception of ours that was logged; the window offers the report.
    failed = Signal(object)
    #: ``then`` waits for a supervisor: the window asks for a PIN and calls it with the actor.
    supervisor_wanted = Signal(object)
    #: Commits heard on other threads; queued to the main thread by Qt.
    _heard = Signal(object)

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        jobs: Jobs,
        words: Words,
        look: Look,
        folder: Path,
        settings: Settings,
        centre: Centre,
        memory: Memory,
        papers: Papers,
        community: int,
    ) -> None:
        super().__init__()
        self.store = store
        self.clock = clock
        self.jobs = jobs
        self.words = words
        self.look = look
        self.folder = folder
        self.settings = settings
        self.centre = centre
        self.memory = memory
        self.papers = papers
        self.community = community
        self.staff: StaffRow | None = None
        self._slot = ""
        self._in_the_way = ""
        self._topics: set[Topic] = set()
        self._burst = QTimer(self)
        self._burst.setSingleShot(True)
        self._burst.setInterval(0)
        self._burst.timeout.connect(self._publish)
        self._heard.connect(self._collect)
        self._stop_listening = store.changes.listen(self._heard.emit)

    def today(self) -> date:
        """Return the local day at the centre."""
        return self.clock.now().astimezone(self.centre.zone).date()

    # --- who ----------------------------------------------------------------------------------
    @property
    def desk(self) -> str:
        """What this desk is called in the journal: its name in the settings, else its slot."""
        return self.settings.desk or self._slot

    @property
    def slot(self) -> str:
        """Which of the windows on this data folder this is: '1', '2' …, '' while nobody said."""
        return self._slot

    def actor(self) -> Actor:
        """Return who acts at this desk now."""
        return Actor(self.staff.id if self.staff else None, self.desk)

    def sit_down(self, staff: StaffRow | None) -> None:
        """Change who is at the desk; drafts stay where they are."""
        self.staff = staff
        self.staff_changed.emit()

    def supervise(self, then: Callable[[Actor], None]) -> None:
        """Call ``then`` as a supervisor: at once if one is at the desk, else after a PIN."""
        if self.staff is not None and self.staff.role == Role.SUPERVISOR:
            then(self.actor())
        else:
            self.supervisor_wanted.emit(then)

    # --- work ---------------------------------------------------------------------------------
    def read(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        key: str | None = None,
    ) -> None:
        """Run a read off the main thread and hand its result to ``done`` on it.

        Args:
            fn: reads the database; touches no widget.
            done: takes the result; dropped when ``owner`` is gone.
            owner: the widget that asked.
            key: only the latest read of this key (and owner) is delivered.
        """
        self.jobs.run(fn, done, self.refuse, owner=owner, key=key)

    def write(
        self,
        fn: Callable[[Write], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
        actor: Actor | None = None,
    ) -> None:
        """Run one transaction off the main thread.

        Args:
            fn: does it all; see ``Store.write``.
            done: called with its result once the commit is durable.
            owner: the widget that asked.
            failed: takes what went wrong instead of the window's banner; nothing was stored.
            actor: who acts, if not who is at the desk (a supervisor's PIN).
        """
        who, now, store = actor or self.actor(), self.clock.now(), self.store

        def transaction() -> T:
            with store.write(who, now) as write:
                return fn(write)

        def stored(result: T) -> None:
            self._recover()
            if done is not None:
                done(result)

        self.jobs.run(transaction, stored, failed or self.refuse, owner=owner)

    def tell(self, text: str) -> None:
        """Show a short sentence: something was done."""
        self.told.emit(text, False)

    def refuse(self, error: Exception) -> None:
        """Show the world's fault as one sentence; log ours and offer the report."""
        refusal = as_refusal(error)
        if refusal is not None:
            said = sentence(self.words, refusal)
            if refusal.code.startswith(_IN_THE_WAY):
                self._in_the_way = said
            self.told.emit(said, True)
            return
        _log.error("unexpected %s", type(error).__name__, exc_info=error)
        self.failed.emit(error)

    def _recover(self) -> None:
        said, self._in_the_way = self._in_the_way, ""
        if said:
            self.recovered.emit(said)

    def wording(self, error: Exception) -> str | None:
        """Return the sentence for the world's fault, or None when the fault is ours."""
        refusal = as_refusal(error)
        return None if refusal is None else sentence(self.words, refusal)

    def name_desk(self, slot: str) -> None:
        """Call this desk by its slot while the settings give it no name; nothing is kept."""
        self._slot = slot

    # --- this computer ------------------------------------------------------------------------
    def keep(self, **changes: object) -> None:
        """Change this computer's settings and write them down off the main thread."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        settings, folder = self.settings, self.folder
        self.jobs.run(
            lambda: this_computer.save(folder, settings), _nothing, self.refuse, owner=self
        )

    # --- hearing of commits -------------------------------------------------------------------
    def hear(self, topics: frozenset[Topic]) -> None:
        """Take a hint from the feed of other desks; may be called from any thread."""
        self._heard.emit(topics)

    def close(self) -> None:
        """Stop hearing; the owner closes jobs and store."""
        self._stop_listening()
        self._burst.stop()

    def _collect(self, topics: frozenset[Topic]) -> None:
        self._topics |= topics
        if not self._burst.isActive():
            self._burst.start()

    def _publish(self) -> None:
        topics, self._topics = frozenset(self._topics), set()
        if topics & _REMEMBERED:
            memory, today = self.memory, self.today()
            self.read(lambda: memory.follow(today), self._followed, owner=self, key="memory")
        if topics & {Topic.SETTINGS, Topic.CREWS, Topic.CATEGORIES, Topic.STAFF, Topic.COMMUNITIES}:
            self.read(Centre.read, self._read_centre, owner=self, key="centre")
        self.changed.emit(topics)

    def _followed(self, moved: bool) -> None:
        if moved:
            self.memory_changed.emit()

    def _read_centre(self, centre: Centre) -> None:
        self.centre = centre
        self.centre_changed.emit()


def _nothing(_result: object) -> None:
    """Take a result nobody waits for."""
