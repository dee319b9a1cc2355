"""Writes a planned sample into an empty database, in one transaction: all of it or nothing.

Everything goes through the same services as a working day, each step by whoever did it at the
time it happened, so that the journal, the clocks and the numbers are as they would be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.calls import log
from desk.calls.drafts import Draft
from desk.centre import first_day
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff
from desk.centre.profile import Centre
from desk.centre.staff import StaffForm
from desk.codes import Relation
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.models.database import Store, Write
from desk.models.journal import Actor
from desk.models.tables import Category, Crew, Staff, Technician
from desk.sample import replay
from desk.sample.rows import CallPlan, Event, SamplePlan, TicketPlan
from desk.tickets import make

#: What the journal calls the desk at which the sample's history happened.
DESK = "1"

#: Told how far it is: done and all.
Progress = Callable[[int, int], None]


@dataclass
class Ids:
    """Database ids by the keys of the plan."""

    staff: dict[str, int] = field(default_factory=dict)
    crews: dict[str, int] = field(default_factory=dict)
    technicians: dict[str, int] = field(default_factory=dict)
    categories: dict[tuple[str, str], int] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)
    residents: dict[str, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)
    tickets: dict[str, int] = field(default_factory=dict)


def write_sample(
    store: Store,
    plan: SamplePlan,
    *,
    english: bool = False,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write the sample and return its community's id.

    Args:
        store: an open database in which nobody has begun.
        plan: what to write; its ``now`` is when it is entered.
        english: name community, crews and articles in English.
        progress: called with (done, all) as it goes on.
        stopped: asked now and then; when it answers True nothing is stored.

    Raises:
        Refusal: ``first_day.done`` when a centre is there already.
        Stopped: it was asked to stop.
    """
    tell = progress or _silent
    events = plan.timeline()
    total = len(plan.rooms) + len(plan.residents) + len(plan.articles) + len(events)
    ids = Ids()
    with store.write(Actor(None, DESK), plan.now) as write:
        community = _begin(write, plan, ids, english=english)
        done = _people(write, community, plan, ids)
        tell(done, total)
        done += _articles(write, community, plan, ids, english=english)
        tell(done, total)
        centre = Centre.read()
        for event in events:
            if stopped():
                raise Stopped
            _happen(write, centre, community, event, ids)
            done += 1
            tell(done, total)
    return community


class Stopped(Exception):  # noqa: N818 - somebody asked for it
    """Writing was asked to stop; nothing is stored."""


def _silent(_done: int, _all: int) -> None:
    """Tell nobody."""


def _begin(write: Write, plan: SamplePlan, ids: Ids, *, english: bool) -> int:
    community = first_day.begin_within(
        write,
        FirstDay(
            community=plan.community.english if english else plan.community.name,
            telephone=plan.community.telephone,
            address=plan.community.address,
            staff=tuple(
                NewStaff(StaffForm(one.name, one.initial, one.role), one.pin) for one in plan.staff
            ),
            crews=tuple(
                NewCrew(
                    CrewForm(
                        crew.english if english else crew.name,
                        crew.covers,
                        crew.hours,
                        crew.leader,
                    ),
                    tuple((one.name, one.telephone) for one in crew.technicians),
                )
                for crew in plan.crews
            ),
        ),
    )
    by_initial = dict(Staff.select(Staff.initial, Staff.id).tuples().execute())
    ids.staff = {one.key: by_initial[one.initial] for one in plan.staff}
    in_order = [row for (row,) in Crew.select(Crew.id).order_by(Crew.position).tuples().execute()]
    ids.crews = {crew.key: row for crew, row in zip(plan.crews, in_order, strict=True)}
    ids.technicians = dict(Technician.select(Technician.name, Technician.id).tuples().execute())
    leaves = Category.select(Category.scope, Category.name, Category.id).tuples().execute()
    ids.categories = {(scope, name): row for scope, name, row in leaves}
    return community


def _people(write: Write, community: int, plan: SamplePlan, ids: Ids) -> int:
    ids.rooms = rooms.add_many(
        write,
        community,
        [NewRoom(one.building, one.unit, one.number, one.kind, one.note) for one in plan.rooms],
    )
    homes: dict[str, list[tuple[int, Relation]]] = {}
    for one in plan.occupancies:
        homes.setdefault(one.resident, []).append((ids.rooms[one.room], one.relation))
    for person in plan.residents:
        form = PersonForm(person.name, person.phones, tuple(homes.get(person.key, ())), person.note)
        ids.residents[person.key] = residents.add(write, community, form)
    return len(plan.rooms) + len(plan.residents)


def _articles(write: Write, community: int, plan: SamplePlan, ids: Ids, *, english: bool) -> int:
    for one in plan.articles:
        form = ArticleForm(
            question=one.english_question if english else one.question,
            answer=one.english_answer if english else one.answer,
            phrasings=one.phrasings,
            category=one.english_category if english else one.category,
            owner=ids.staff[one.owner],
            valid_until=one.valid_until,
        )
        ids.articles[one.key] = library.add(write, community, form)
    return len(plan.articles)


def _happen(write: Write, centre: Centre, community: int, event: Event, ids: Ids) -> None:
    """Write one event as whoever did it, at the time it happened."""
    if event.call is not None:
        _call(_at(write, ids, event.call.staff, event), community, event.call, ids)
    elif event.ticket is not None and event.step is None:
        _ticket(
            _at(write, ids, event.ticket.received_by, event), centre, community, event.ticket, ids
        )
    elif event.ticket is not None and event.step is not None:
        then = _at(write, ids, event.step.by, event)
        replay.step(then, centre, ids, event.ticket, event.step)


def _at(write: Write, ids: Ids, by: str, event: Event) -> Write:
    """Return the open transaction as it was at an event; what it touches counts for the whole."""
    return Write(write.database, Actor(ids.staff[by], DESK), event.at, write.topics)


def _ticket(write: Write, centre: Centre, community: int, plan: TicketPlan, ids: Ids) -> None:
    made = make.make(
        write,
        centre,
        make.NewTicket(
            draft_key=plan.key,
            community=community,
            kind=plan.kind,
            urgency=plan.urgency,
            words=plan.words,
            category=ids.categories[plan.category] if plan.category else None,
            spot=plan.spot,
            room=ids.rooms[plan.room],
            resident=ids.residents.get(plan.resident) if plan.resident else None,
            place=plan.place,
            caller_name=plan.caller_name,
            caller_phone=plan.caller_phone,
            channel=plan.channel,
            door_note=plan.door_note,
        ),
    )
    ids.tickets[plan.key] = made.ticket_id


def _call(write: Write, community: int, plan: CallPlan, ids: Ids) -> None:
    draft = Draft(
        key=plan.key,
        started_at=plan.started_at,
        text=plan.words,
        channel=plan.channel,
        room=ids.rooms[plan.room] if plan.room else None,
        resident=ids.residents.get(plan.resident) if plan.resident else None,
        caller_name=plan.caller_name,
        caller_phone=plan.caller_phone,
    )
    log.end(
        write,
        community,
        draft,
        plan.outcome,
        article=ids.articles[plan.article] if plan.article else None,
        ticket=ids.tickets[plan.ticket] if plan.ticket else None,
    )
