"""What an old ledger would bring: new tickets, what is there already, what was left unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from desk.codes import Family, HoldReason, Kind, Urgency
from desk.intake.left_out import LeftOut
from desk.sheets.findings import Place
from desk.tickets.numbers import Number


class Unfinished(NamedTuple):
    """A new ticket that the ledger does not say was done: somebody picks those still open.

    Attributes:
        source: its row, by which it is picked.
        number: its own number, '' for none.
        place: the room's label or the place in words.
        words: what was reported.
        said_no: the ledger says that it was not done; else it says nothing.
        hold: why it waits, in our terms, None where it does not say so or says something else.
        hold_said: why it waits, as written.
        reported_on: the local day.
        age_days: whole days from then until today.
    """

    source: Place
    number: str
    place: str
    words: str
    said_no: bool
    hold: HoldReason | None
    hold_said: str
    reported_on: date
    age_days: int


#: The columns of ``ticket`` that are known before it has a number, in the order of ``columns``.
COLUMNS: Final = (
    "version",
    "community_id",
    "source_number",
    "kind",
    "category_id",
    "urgency",
    "state",
    "state_before",
    "is_open",
    "channel",
    "room_id",
    "resident_id",
    "place",
    "caller_name",
    "caller_phone",
    "words",
    "spot",
    "door_note",
    "crew_id",
    "technician_id",
    "received_at",
    "finished_at",
    "closed_at",
    "respond_by",
    "arrive_by",
    "finish_by",
    "due_at",
    "due_clock",
    "hold_reason",
    "hold_until",
    "chased",
    "slip_prints",
    "result",
    "end_reason",
)


class NewTicket(NamedTuple):
    """A row as it will be stored unless somebody says that it is still open.

    Attributes:
        source: its row in the file.
        day: the local day on which it was reported.
        kind: a code.
        family: what it is about, if that is known.
        urgency: a code.
        hold: why it waits, if the ledger says so in our terms.
        done: the ledger says that it was done.
        in_room: a room of the roster is its place.
        columns: the values of ``COLUMNS``, instants in microseconds UTC.
        body: what it is found by but for its number here.
        said: what else the file says, as JSON.
        number: the one it keeps, for it is one of ours that nobody else has; None for a new one.
    """

    source: Place
    day: date
    kind: Kind
    family: Family | None
    urgency: Urgency
    hold: HoldReason | None
    done: bool
    in_room: bool
    columns: tuple[object, ...]
    body: str
    said: str
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class LedgerPlan:
    """All that is computed before anything is written.

    Attributes:
        new: in the order of the file.
        unfinished: of the new ones, those that were left unfinished, the newest first.
        there: how many rows are stored already, from an earlier import or made at the desk.
        repeated: how many rows stand in the file more than once, word for word.
        left_out: rows that cannot be told in time.
        redated: how many rows without a day took that of the row before them.
        first: the first local day of the new ones, None where there are none.
        last: the last one.
        placed: how many of the new ones have a room of the roster.
        strange: places that look like rooms and are not on the roster, with how often, most
            often first.
        imports: the imports there were when this was computed, each with its state.
    """

    new: tuple[NewTicket, ...]
    unfinished: tuple[Unfinished, ...]
    there: int = 0
    repeated: int = 0
    left_out: tuple[LeftOut, ...] = ()
    redated: int = 0
    first: date | None = None
    last: date | None = None
    placed: int = 0
    strange: tuple[tuple[str, int], ...] = ()
    imports: tuple[tuple[int, str], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether there is nothing to import."""
        return not self.new
