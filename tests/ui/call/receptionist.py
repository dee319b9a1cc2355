"""Somebody at a real window with a real database: keys in, and what can be seen of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.app import Desk
from desk.codes import Outcome
from desk.models.tables import Call, Ticket
from desk.ui.call.conversation import Conversation
from desk.ui.call.results import Result
from desk.ui.desk_page import DeskPage
from desk.ui.jobs import Lane
from tests.fakes import FrozenClock
from tests.garden import Garden
from tests.ui.inline_jobs import InlineJobs

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class HeldJobs(InlineJobs):
    """A worker that is busy while ``holding`` and does what was asked for once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.holding: frozenset[Lane] = frozenset()
        self._held: list[Callable[[], None]] = []

    def run(self, work, done=None, failed=None, *, lane=Lane.DATABASE, key=None, owner=None):
        job = partial(super().run, work, done, failed, lane=lane, key=key, owner=owner)
        if lane not in self.holding:
            job()
            return
        if key is not None:
            name = (lane, key, id(owner))
            self._held = [one for one in self._held if getattr(one, "name", None) != name]
            job.name = name
        self._held.append(job)

    def hold(self, *lanes: Lane) -> None:
        self.holding = frozenset(lanes)

    def let_go(self) -> None:
        self.holding = frozenset()
        held, self._held = self._held, []
        for job in held:
            job()


class Receptionist:
    """Presses keys on the window; reads the screen.

    Attributes:
        desk, garden, clock, jobs: what she works with.
    """

    def __init__(self, desk: Desk, garden: Garden, clock: FrozenClock, jobs: HeldJobs) -> None:
        self.desk = desk
        self.jobs = jobs
        self.garden = garden
        self.clock = clock

    # --- hands --------------------------------------------------------------------------------
    @property
    def focus(self) -> QWidget:
        found = self.desk.window.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, modifiers)

    def alt(self, letter: str) -> None:
        self.press(Qt.Key(ord(letter.upper())), ALT)

    def type(self, text: str) -> None:
        """Type Latin characters as keys, all others as an input method gives them."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
            else:
                self.give(character)

    def hold(self, letters: str) -> None:
        """Let the input method hold letters that it has not given yet."""
        self._compose(QInputMethodEvent(letters, []))

    def give(self, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        self._compose(event)

    def _compose(self, event: QInputMethodEvent) -> None:
        QCoreApplication.sendEvent(self.focus, event)

    def wait(self, **by: float) -> None:
        self.clock.advance(timedelta(**by))

    # --- eyes ---------------------------------------------------------------------------------
    @property
    def page(self) -> DeskPage:
        page = self.desk.window.pages["desk"]
        assert isinstance(page, DeskPage)
        return page

    @property
    def call(self) -> Conversation:
        return self.desk.conversation

    @property
    def line(self) -> str:
        return self.page.bar.line.text()

    @property
    def in_line(self) -> bool:
        return self.page.bar.line.hasFocus()

    @property
    def rows(self) -> list[Result]:
        return self.page.call_side.table.rows

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.rows]

    @property
    def pointed(self) -> Result | None:
        at = self.page.call_side.list.currentIndex().row()
        return self.rows[at] if at >= 0 else None

    def chip(self, name: str) -> str:
        """Return what a chip says, "" while it is hidden."""
        chips = self.page.bar.chips
        known = {str(asked): chip for asked, chip in chips.chips.items()}
        chip = (known | {"appointment": chips.appointment, "details": chips.details})[name]
        return chip.text() if chip.isVisible() else ""

    @property
    def card(self) -> str:
        """Return whose card is shown, "" while there is none."""
        side = self.page.call_side
        card = self.call.card
        if card is None or not side.card.isVisible():
            return ""
        return card.room_label or (card.caller.name if card.caller is not None else "")

    @property
    def note(self) -> str:
        note = self.page.bar.note
        return note.said.text() if note.isVisible() else ""

    @property
    def parked(self) -> list[str]:
        return [chip.text() for chip in self.page.bar.parked.chips]

    @property
    def told(self) -> str:
        """Return what the window says of something done or to be done."""
        return str(self.desk.window.toast.sentence)

    @property
    def fault(self) -> str:
        """Return what the banner says went wrong."""
        return str(self.desk.window.banner.sentence)

    # --- what was stored ----------------------------------------------------------------------
    @property
    def tickets(self) -> list[Ticket]:
        return list(Ticket.select().order_by(Ticket.id))

    @property
    def calls(self) -> list[Call]:
        return list(Call.select().order_by(Call.id))

    @property
    def outcomes(self) -> list[Outcome]:
        return [Outcome(call.outcome) for call in self.calls if call.taken_back_at is None]
