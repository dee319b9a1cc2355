"""The calls of one desk as state: the draft in the line, the parked ones, what was chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desk.calls.card import HouseholdCard
from desk.calls.drafts import NOBODY, Draft, DraftFile
from desk.calls.parking import Parking
from desk.codes import Channel
from desk.community.found import By, Found
from desk.tickets.rows import TicketRow
from desk.tickets.same import Same
from desk.ui.call.autosave import Autosave
from desk.ui.call.endings import Endings
from desk.ui.call.looking import Looking
from desk.ui.session import Session

if TYPE_CHECKING:
    from desk.calls.assist import Sight

#: Channels a receptionist switches between with one key.
CHANNELS = (Channel.PHONE, Channel.COUNTER)


class Conversation(QObject):
    """Holds the drafts of one desk; what they lead to and how they end hangs on it.

    Survives the rebuild of the window when the language changes: the widgets only show it.

    Attributes:
        parking: the draft in the line and the parked ones.
        looking: what the words lead to.
        endings: how a call ends.
        autosave: keeps the drafts on disk.
    """

    #: What stands in the line, or what was chosen for it, was changed by something else than keys.
    draft_changed = Signal()
    #: A key changed what stands in the line, or what the input method holds.
    typed = Signal()
    sight_changed = Signal()
    card_changed = Signal()
    tickets_changed = Signal()
    same_changed = Signal()
    #: A ticket was made: ``Made``.
    ticket_made = Signal(object)

    def __init__(self, session: Session, file: DraftFile, drafts: list[Draft]) -> None:
        super().__init__(session)
        self._session = session
        self._held = ""
        self._day = session.today()
        self.parking = Parking(drafts, session.clock.now())
        self.looking = looking = Looking(session, self)
        self.endings = endings = Endings(session, self.parking, looking, self)
        self.autosave = Autosave(file, self._unfinished, session.jobs, session.refuse, self)
        looking.sight_changed.connect(self.sight_changed)
        looking.card_changed.connect(self.card_changed)
        looking.tickets_changed.connect(self.tickets_changed)
        looking.same_changed.connect(self.same_changed)
        endings.ticket_made.connect(self.ticket_made)
        endings.moved.connect(self._moved)
        endings.kept.connect(self.autosave.typed)
        session.memory_changed.connect(self.look)
        session.centre_changed.connect(self.look)

    # --- what there is ------------------------------------------------------------------------
    @property
    def draft(self) -> Draft:
        """The draft in the line."""
        return self.parking.current

    @property
    def composing(self) -> bool:
        """Whether an input method holds something that is looked for already."""
        return bool(self._held)

    @property
    def idle(self) -> bool:
        """Whether nobody calls: nothing typed, chosen or composed."""
        return self.draft.empty and not self._held

    @property
    def can_undo(self) -> bool:
        """Whether a call can be brought back."""
        return self.endings.last is not None

    @property
    def sight(self) -> Sight | None:
        """What the words lead to, as last read."""
        return self.looking.sight

    @property
    def card(self) -> HouseholdCard | None:
        """The household card."""
        return self.looking.card

    @property
    def tickets(self) -> tuple[TicketRow, ...]:
        """Tickets named in the words."""
        return self.looking.tickets

    @property
    def past(self) -> tuple[TicketRow, ...]:
        """Tickets, old ones too, in which the words stand."""
        return self.looking.past

    @property
    def same(self) -> tuple[Same, ...]:
        """The same thing already reported."""
        return self.looking.same

    # --- typing -------------------------------------------------------------------------------
    def type(self, text: str, held: str = "") -> None:
        """Take the line as it stands, and what an input method holds but has not given yet."""
        if text == self.draft.text and held == self._held:
            return
        if self.draft.empty and text:
            self.draft.started_at = self._session.clock.now()
            self._begin_day()
        changed = text != self.draft.text
        self.draft.text = text
        self._held = held
        if changed:
            self.autosave.typed()
        self.typed.emit()
        self.look()

    def correct(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of a draft
        """Change fields of the draft that were chosen by hand."""
        if self.draft.empty:
            self.draft.started_at = self._session.clock.now()
        for name, value in changes.items():
            setattr(self.draft, name, value)
        self.autosave.typed()
        self.draft_changed.emit()
        self.look()

    def turn_channel(self) -> None:
        """Go to the next channel: one key."""
        at = CHANNELS.index(self.draft.channel) if self.draft.channel in CHANNELS else -1
        self.correct(channel=CHANNELS[(at + 1) % len(CHANNELS)])

    # --- who and where ------------------------------------------------------------------------
    def choose(self, found: Found) -> None:
        """Say who calls, or which room it is; a lookup typed for it has done its work."""
        if found.person_id is None:
            self.choose_room(found.room_id)
            return
        with self._session.memory.reading() as memory:
            person = memory.directory.person(found.person_id)
        homes = len(person.rooms) if person is not None else 0
        # Of two homes only the one that is named is meant; else it is asked which.
        named = found.by is By.ROOM or len(found.spans) > 1
        room = found.room_id if named or homes < 2 else None
        self.choose_person(found.person_id, found.name, room, found.phone)

    def choose_person(self, resident: int, name: str, room: int | None, phone: str = "") -> None:
        """Say who calls, from which room; a place that was typed stays."""
        self._used_lookup()
        self.correct(
            resident=resident,
            caller_name=name,
            caller_phone=phone,
            room=None if self.draft.place else room,
            extra=self._extra(nobody=False),
        )

    def choose_room(self, room: int | None) -> None:
        """Say which room it is about."""
        self._used_lookup()
        self.correct(room=room, place="")

    def forget_caller(self) -> None:
        """Take back who calls and from where, also what is read of the words."""
        self.correct(
            resident=None,
            room=None,
            caller_name="",
            caller_phone="",
            extra=self._extra(nobody=True),
        )

    # --- several calls ------------------------------------------------------------------------
    def park(self) -> bool:
        """Put this call aside and begin another; return whether there was something to park."""
        aside = self.parking.park(self._session.clock.now())
        self._moved()
        return aside

    def back(self, at: int = -1) -> bool:
        """Go back to a parked call."""
        there = self.parking.back(at)
        if there:
            self._moved()
        return there

    # --- looking ------------------------------------------------------------------------------
    def look(self) -> None:
        """Read the words anew, with what the input method holds: a search runs ahead of it."""
        draft = replace(self.draft)
        draft.text += self._held
        self.looking.look(draft, composing=self.composing)

    def _begin_day(self) -> None:
        """Let the library know of a new day: articles run out overnight."""
        session, today = self._session, self._session.today()
        if today != self._day:
            self._day = today
            memory = session.memory
            session.read(
                lambda: memory.follow(today),
                lambda _moved: session.memory_changed.emit(),
                owner=self,
            )

    def _unfinished(self) -> list[Draft]:
        return [*self.endings.leaving, *self.parking.drafts]

    def _extra(self, *, nobody: bool) -> dict[str, Any]:
        extra = {name: value for name, value in self.draft.extra.items() if name != NOBODY}
        return extra | ({NOBODY: True} if nobody else {})

    def _used_lookup(self) -> None:
        sight = self.sight
        if sight is not None and sight.lookup and sight.text == self.draft.text.strip():
            self.draft.text = ""

    def _moved(self) -> None:
        self._held = ""
        self.autosave.typed()
        self.draft_changed.emit()
        self.look()
