"""A centre to bring rosters to, and rosters written as short lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff
from desk.centre.profile import Centre
from desk.centre.staff import StaffForm
from desk.codes import Kind, Relation, Role, RoomKind, Urgency
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.community.roster.read import ReadPerson, ReadRoom, ReadStranger, RosterRead
from desk.intake import roster
from desk.intake.origin import Origin
from desk.intake.record import Imported
from desk.intake.roster_plan import Decisions, RosterPlan
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Occupancy, Phone, Resident, Room
from desk.sheets.findings import Findings, Place
from desk.tickets.make import NewTicket, make
from tests.conftest import MORNING

FILE = Origin("翠湖苑_住户信息.xlsx", "d" * 64)
ACTOR = Actor(1, "前台一")


@dataclass
class Office:
    """An open database with one community."""

    store: Store
    community: int

    def compare(self, *rooms_read: ReadRoom | ReadStranger) -> RosterPlan:
        """Hold a roster against what is stored."""
        return roster.compare(self.community, roster_of(*rooms_read))

    def bring(
        self, *rooms_read: ReadRoom | ReadStranger, all_of_it: bool = False, **decided: object
    ) -> Imported:
        """Compare a roster and publish it."""
        plan = self.compare(*rooms_read)
        decisions = plan.everything() if all_of_it else Decisions(**decided)
        return self.publish(plan, decisions)

    def publish(self, plan: RosterPlan, decisions: Decisions = Decisions()) -> Imported:  # noqa: B008
        """Publish what was compared."""
        with self.store.write(ACTOR, MORNING) as write:
            return roster.publish(write, self.community, plan, decisions, FILE)

    def do(self, step, *arguments):
        """Do something at the desk."""
        with self.store.write(ACTOR, MORNING) as write:
            return step(write, *arguments)

    def add_room(self, label: str, **more) -> int:
        """Type a room at the desk."""
        return self.do(rooms.add, self.community, NewRoom(*label.split("-"), **more))

    def add_person(self, name: str, *phones: str, homes=()) -> int:
        """Type a person at the desk."""
        form = PersonForm(name, phones, tuple((home, Relation.OWNER) for home in homes))
        return self.do(residents.add, self.community, form)

    def correct(self, person: int, **fields) -> None:
        """Correct a person at the desk."""
        there = residents.read(person)
        form = replace(there.form, **fields)
        self.do(residents.correct, person, there.version, form)

    def note(self, room: int, text: str) -> None:
        """Change the note of a room at the desk."""
        self.do(rooms.note, room, Room.get_by_id(room).version, text)

    def room(self, label: str) -> Room:
        """Return a stored room."""
        return Room.get(Room.label == label)

    def remark(self, name: str) -> str:
        """Return the note on somebody of that name."""
        return Resident.get_by_id(self.person(name)).note

    def person(self, name: str) -> int:
        """Return the id of somebody of that name."""
        return Resident.get((Resident.name == name) & Resident.active).id

    def everybody(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return name -> phones and homes as "label:relation" of everybody on the roster."""
        found = {}
        for one in Resident.select().where(Resident.active).order_by(Resident.id):
            phones = Phone.select().where(Phone.resident == one).order_by(Phone.position)
            homes = Occupancy.select().where(Occupancy.resident == one).order_by(Occupancy.id)
            found[one.name] = (
                tuple(phone.number for phone in phones),
                tuple(f"{home.room.label}:{home.relation}" for home in homes),
            )
        return found


def open_office(store: Store) -> Office:
    """Make the first day of a centre."""
    staff = (NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),)
    first = FirstDay("翠湖苑", "0571-88881234", staff)
    return Office(store, first_day.begin(store, Actor(), MORNING, first))


def ticket_for(office: Office, of_room: int, resident: int | None = None) -> int:
    """Make a ticket of a room and return its id."""
    new = NewTicket(
        draft_key=f"draft-{of_room}-{resident}",
        community=office.community,
        kind=Kind.REPAIR,
        urgency=Urgency.NORMAL,
        words="厨房漏水",
        room=of_room,
        resident=resident,
    )
    return office.do(make, Centre.read(), new).ticket_id


def roster_of(*read: ReadRoom | ReadStranger) -> RosterRead:
    """Return a roster."""
    strangers = tuple(one for one in read if isinstance(one, ReadStranger))
    return RosterRead(
        tuple(one for one in read if isinstance(one, ReadRoom)), Findings(), strangers
    )


def stranger(text: str, row: int = 90) -> ReadStranger:
    """Return somebody of no room: ``stranger("路人甲 13700000001 (常来)")``."""
    return ReadStranger(person(text), Place("住户", row))


def room(
    label: str,
    *people: str,
    area: float | None = None,
    moved_in: str = "",
    note: str = "",
    kind: RoomKind = RoomKind.FLAT,
    row: int = 3,
) -> ReadRoom:
    """Return a room of a roster: ``room("3-2-1502", "张伟 owner 13800000001 13800000002")``."""
    *front, number = label.split("-") if kind is RoomKind.FLAT else ["", "", label]
    building, unit = (*front, "", "")[:2]
    return ReadRoom(
        building,
        unit,
        number,
        kind,
        area,
        moved_in,
        note,
        tuple(person(one) for one in people),
        (Place("住户", row),),
    )


def person(text: str) -> ReadPerson:
    """Return a person of a roster: a name, what they are there, their numbers, (a remark)."""
    text, _, note = text.partition("(")
    name, *rest = text.split()
    named = rest and rest[0] in set(Relation)
    phones = rest[1:] if named else rest
    relation = Relation(rest[0]) if named else None
    return ReadPerson(name, relation, tuple(phones), note.rstrip(")"))
