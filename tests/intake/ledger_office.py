"""An office that brings an old ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from desk.codes import Relation, RoomKind
from desk.intake import imports, ledger
from desk.intake.imports import TakenBack
from desk.intake.ledger_plan import LedgerPlan
from desk.intake.origin import Origin
from desk.intake.record import Imported
from desk.language.addresses import Address
from desk.models.tables import Occupancy, Phone, Ticket
from desk.sheets.findings import Findings, Place
from desk.tickets.ledger.read import LedgerRead, ReadTicket
from tests.tickets.office import Office

FILE = Origin("报修登记表2023年.xlsx", "ab" * 32)


def flat(building: str, unit: str, number: str) -> Address:
    return Address(building, unit, number, RoomKind.FLAT)


def wall(clock: str) -> datetime:
    """Return what a ledger writes as day and time: by the clock there, without a zone."""
    return datetime.fromisoformat(clock)


class LedgerOffice(Office):
    """Reads rows as the reader of ledgers gives them, and imports them."""

    def row(self, row: int, text: str = "厨房水管漏水", **what: Any) -> ReadTicket:
        what = {"done": True, "reported_at": wall("2023-03-05 09:10")} | what
        return ReadTicket(source=Place("3月", row), text=text, **what)

    def plan(self, *rows: ReadTicket) -> LedgerPlan:
        read = LedgerRead(rows, Findings())
        return ledger.plan(self.community, read, self.centre, self.now)

    def publish(self, plan: LedgerPlan, still_open: Iterable[Place] = ()) -> Imported:
        with self.store.write(self.actor, self.now) as write:
            return ledger.publish(write, self.community, plan, list(still_open), FILE, self.centre)

    def bring(self, *rows: ReadTicket, still_open: Iterable[Place] = ()) -> Imported:
        return self.publish(self.plan(*rows), still_open)

    def take_back(self, imported: Imported) -> TakenBack:
        with self.store.write(self.actor, self.now) as write:
            return imports.take_back(write, imported.id)

    def settle(self, label: str, phone: str) -> None:
        """Let the resident live in a room, with a telephone."""
        Occupancy.insert(
            room=self.rooms[label], resident=self.resident, relation=Relation.OWNER
        ).execute()
        Phone.insert(resident=self.resident, number=phone).execute()

    def stored(self, text: str) -> Ticket:
        return Ticket.get(Ticket.words == text)


#: The day of most rows.
DAY = date(2023, 3, 5)
