"""What a clerk reads from an old ledger: one ticket a row, and what became of the other rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desk.sheets.findings import Findings, Place

if TYPE_CHECKING:
    from desk.language.addresses import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTicket:
    """A row of a ledger. Texts are '' where nothing is written.

    Attributes:
        source: the sheet and row it was read from.
        text: what was reported; never ''.
        number: its own number elsewhere; a mere running number of a sheet is none.
        source_number: the number it had before it got that one.
        reported_at: by the wall clock there, without a zone; a date alone where no time is
            written, None where no day is.
        community: the estate, where a column names it.
        room: where the place is one room and nothing else.
        place: what is written as the place, also where it is a room.
        spot: where within that place.
        caller_room: the room of who reported it, where a column of its own names it.
        name: who reported it, without telephone number.
        phone: the first telephone number, digits, a landline as area-number.
        other_phones: further ones in the same row.
        done: None where the ledger does not say.
        hold_reason: why it waits, as written.
        finished_at: as ``reported_at``.
        handler: who did it or was sent.
        result: what was written about the outcome, as written.
        satisfaction: what the caller said afterwards, as written.
        note: what else stands in the row.
        kind: as written in a column of its own, as are ``urgency``, ``category``, ``channel`` and
            ``state``.
    """

    source: Place
    text: str
    number: str = ""
    source_number: str = ""
    reported_at: datetime | date | None = None
    community: str = ""
    room: Address | None = None
    place: str = ""
    spot: str = ""
    caller_room: Address | None = None
    name: str = ""
    phone: str = ""
    other_phones: tuple[str, ...] = ()
    done: bool | None = None
    hold_reason: str = ""
    finished_at: datetime | date | None = None
    handler: str = ""
    result: str = ""
    satisfaction: str = ""
    note: str = ""
    kind: str = ""
    urgency: str = ""
    category: str = ""
    channel: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """A ledger that was read: its tickets in order, and what became of everything else."""

    tickets: tuple[ReadTicket, ...]
    found: Findings
