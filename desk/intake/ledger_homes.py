"""Whose row of a ledger it is: the room of the roster, the resident, and who was sent."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from desk.centre.profile import Centre
from desk.codes import RoomKind
from desk.intake.houses import HOUSES
from desk.language.addresses import Address
from desk.language.normal import normalise
from desk.models.tables import Community, Occupancy, Phone, Resident, Room
from desk.tickets.ledger.read import ReadTicket

_Identity = tuple[str, str, str]


class Home(NamedTuple):
    """Where a row belongs: ids of the room and the resident, and the place in words."""

    room: int | None
    resident: int | None
    label: str


class Sent(NamedTuple):
    """The crew and the technician whose name stands in a row; None where there is none."""

    crew: int | None = None
    technician: int | None = None


class Whose(StrEnum):
    """Whose row of a ledger of several communities one is."""

    OURS = "ours"
    KNOWN = "known"
    STRANGE = "strange"


class Names:
    """Tells by the name a row gives whether it belongs to the community a ledger is brought to.

    A file that names one community only may call it as it likes.
    """

    def __init__(self, community: int, written: Collection[str]) -> None:
        self._single = len(written) <= 1
        self._names: dict[int, str] = {
            row: normalise(name)
            for row, name in Community.select(Community.id, Community.name).tuples().execute()
        }
        self._community = community
        self._whose: dict[str, Whose] = {}

    def whose(self, written: str) -> Whose:
        """Return whose row it is that names a community so."""
        if not written:
            return Whose.OURS
        if written not in self._whose:
            self._whose[written] = self._judged(normalise(written))
        return self._whose[written]

    def _judged(self, name: str) -> Whose:
        alike = {
            row for row, other in self._names.items() if other and (name in other or other in name)
        }
        exact = {row for row, other in self._names.items() if other == name}
        alike = exact or alike
        if self._community in alike:
            return Whose.OURS
        if alike:
            return Whose.KNOWN
        return Whose.OURS if self._single else Whose.STRANGE


class Roster:
    """The rooms and residents of a community, read once."""

    def __init__(self, community: int) -> None:
        self._rooms: dict[_Identity, tuple[int, str]] = {}
        rooms = Room.select(Room.id, Room.building, Room.unit, Room.number, Room.label)
        # A room that is gone from the roster keeps its history, but one that is there goes first.
        ordered = rooms.where(Room.community == community).order_by(Room.active.desc(), Room.id)
        for room, building, unit, number, label in ordered.tuples().execute():
            self._rooms.setdefault(_identity(building, unit, number), (room, label))
        here = (Resident.community == community) & Resident.active
        self._named: dict[tuple[int, str], set[int]] = {}
        homes = Occupancy.select(Occupancy.room, Resident.id, Resident.name).join(Resident)
        for room, resident, name in homes.where(here).tuples().execute():
            self._named.setdefault((room, name), set()).add(resident)
        self._numbered: dict[str, set[int]] = {}
        phones = Phone.select(Phone.number, Phone.resident).join(Resident).where(here)
        for number, resident in phones.tuples().execute():
            self._numbered.setdefault(number, set()).add(resident)

    def home(self, ticket: ReadTicket) -> Home:
        """Return where a row belongs; a room that is not on the roster keeps its label."""
        if ticket.room is None:
            label = " ".join(ticket.place.split())
            known = None if ticket.caller_room is None else self._room(ticket.caller_room)
            if known is None:
                return Home(None, self._by_phone(ticket), label)
            return Home(known[0], self._resident(ticket, known[0]), label)
        found = self._room(ticket.room)
        if found is None:
            return Home(None, self._by_phone(ticket), ticket.room.label)
        room, label = found
        return Home(room, self._resident(ticket, room), label)

    def elsewhere(self, ticket: ReadTicket) -> Home:
        """Return where a row of a community belongs that nobody here knows: its place in words."""
        label = ticket.room.label if ticket.room is not None else " ".join(ticket.place.split())
        named = ticket.community if ticket.community not in label else ""
        return Home(None, self._by_phone(ticket), f"{named} {label}".strip())

    def _room(self, said: Address) -> tuple[int, str] | None:
        houses = (
            [said.building, HOUSES.get(said.kind, "")] if not said.building else [said.building]
        )
        numbers = [said.number]
        if said.kind is RoomKind.SHOP:
            numbers.append(said.number[1:] if said.number[:1] == "S" else f"S{said.number}")
        for house in houses:
            for number in numbers:
                for unit in dict.fromkeys((said.unit, "")):
                    if found := self._rooms.get(_identity(house, unit, number)):
                        return found
        return None

    def _resident(self, ticket: ReadTicket, room: int) -> int | None:
        """Return whoever of a room's residents is named, or whose number it is."""
        named = self._named.get((room, ticket.name), set()) if ticket.name else set()
        if len(named) > 1:
            named = named & self._callers(ticket)
        return next(iter(named)) if len(named) == 1 else self._by_phone(ticket)

    def _callers(self, ticket: ReadTicket) -> set[int]:
        numbers = (ticket.phone, *ticket.other_phones)
        return {one for number in numbers if number for one in self._numbered.get(number, ())}

    def _by_phone(self, ticket: ReadTicket) -> int | None:
        """Return whose number it is; one that several share says nothing."""
        if not ticket.phone:
            return None
        whose = self._numbered.get(ticket.phone, set())
        return next(iter(whose)) if len(whose) == 1 else None


class Crews:
    """The crews and technicians by name; a name that two have is nobody's."""

    def __init__(self, centre: Centre) -> None:
        self._sent: dict[str, Sent | None] = {}
        for crew in centre.crews:
            for technician in crew.technicians:
                known = technician.name in self._sent
                self._sent[technician.name] = None if known else Sent(crew.id, technician.id)
        for crew in centre.crews:
            self._sent[crew.name] = Sent(crew.id)

    def sent(self, handler: str) -> Sent | None:
        """Return who it is, None where nobody here has that name."""
        return self._sent.get(handler.strip()) if handler else Sent()


def _identity(building: str, unit: str, number: str) -> _Identity:
    """Return how a room is told from others: 03-02-0301 is 3-2-301."""
    return _plain(building), _plain(unit), _plain(number)


def _plain(part: str) -> str:
    return part.strip().upper().lstrip("0")
