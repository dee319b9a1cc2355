"""What happened between two instants, counted: each figure is one scan of one index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from peewee import Database

from desk.codes import Channel, Kind, Outcome, RoomKind, State, Topic, Urgency
from desk.language.rooms import find_rooms
from desk.models import sql
from desk.models.tables import Staff
from desk.reports.spans import Span
from desk.tickets import actions
from desk.tickets.work_order import mobiles_hidden

#: A complaint of one of these is serious: it has a clock of its own.
_SERIOUS = frozenset({Urgency.CRITICAL, Urgency.URGENT})


@dataclass(slots=True)
class Received:
    """What came in; a building is known by its name, what stands in none by its kind."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    channels: Counter[Channel] = field(default_factory=Counter)
    categories: Counter[int | None] = field(default_factory=Counter)
    buildings: Counter[str | RoomKind | None] = field(default_factory=Counter)
    serious: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """What was finished, and how much of it by its deadline."""

    count: int
    in_time: int


@dataclass(slots=True)
class Calls:
    """Conversations, what was asked of the library, and what it had no answer to."""

    count: int = 0
    answered: int = 0
    articles: Counter[int] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Visits:
    """Return visits and the marks given, 1 to 5."""

    count: int = 0
    reached: int = 0
    solved: int = 0
    scores: Counter[int] = field(default_factory=Counter)


def received(database: Database, span: Span, community: int | None) -> Received:
    """Count the tickets that came in, whatever became of them."""
    owned, ids = owned_by(community)
    groups = sql.rows(
        database,
        "SELECT t.kind, t.channel, t.urgency, t.category_id, r.building, r.kind,"
        " CASE WHEN t.room_id IS NULL THEN t.place ELSE '' END, count(*)"
        " FROM ticket t LEFT JOIN room r ON r.id = t.room_id"
        f" WHERE t.received_at >= ? AND t.received_at < ?{owned}"
        " GROUP BY 1, 2, 3, 4, 5, 6, 7",
        (*span.stored, *ids),
    )
    found = Received()
    for kind, channel, urgency, category, building, room, place, count in groups:
        found.kinds[Kind(kind)] += count
        found.channels[Channel(channel)] += count
        found.categories[category] += count
        found.buildings[_building(building, room, place)] += count
        if kind == Kind.COMPLAINT and urgency in _SERIOUS:
            found.serious += count
    return found


def finished(database: Database, span: Span, community: int | None) -> Finished:
    """Count what was finished; ``finish_by`` stood still while a ticket was on hold."""
    owned, ids = owned_by(community)
    found = sql.one(
        database,
        "SELECT count(*), sum(CASE WHEN t.finish_by < t.finished_at THEN 0 ELSE 1 END)"
        f" FROM ticket t WHERE t.finished_at >= ? AND t.finished_at < ?{owned}",
        (*span.stored, *ids),
    )
    return Finished(int(found[0]), int(found[1] or 0)) if found else Finished(0, 0)


def complaints_closed(database: Database, span: Span, community: int | None) -> int:
    """Count the complaints that were brought to their end; cancelled and merged ones were not."""
    owned, ids = owned_by(community)
    found = sql.one(
        database,
        "SELECT count(*) FROM ticket t WHERE t.closed_at >= ? AND t.closed_at < ?"
        f" AND t.kind = ? AND t.state = ?{owned}",
        (*span.stored, str(Kind.COMPLAINT), str(State.CLOSED), *ids),
    )
    return int(found[0]) if found else 0


def calls(database: Database, span: Span, community: int | None) -> Calls:
    """Count the calls that were not taken back."""
    owned, ids = ("", ()) if community is None else (" AND +community_id = ?", (community,))
    groups = sql.rows(
        database,
        "SELECT outcome, article_id, CASE WHEN outcome = 'none' THEN words ELSE '' END, count(*)"
        ' FROM "call" WHERE started_at >= ? AND started_at < ? AND taken_back_at IS NULL'
        f"{owned} GROUP BY 1, 2, 3",
        (*span.stored, *ids),
    )
    found = Calls()
    for outcome, article, words, count in groups:
        found.count += count
        if outcome == Outcome.ARTICLE:
            found.answered += count
            found.articles[article] += count
        asked = mobiles_hidden(" ".join(words.split()))
        if outcome == Outcome.NONE and asked:
            found.unanswered[asked] += count
    return found


def visits(database: Database, span: Span, community: int | None) -> Visits:
    """Count the return visits, from the journal: it is indexed by when things happened."""
    owned, ids = owned_by(community)
    entries = sql.rows(
        database,
        "SELECT j.detail FROM journal_entry j JOIN ticket t ON t.id = j.subject"
        # With nothing strung to it the topic would choose the index, and it is a long one.
        " WHERE j.occurred_at >= ? AND j.occurred_at < ?"
        f" AND j.topic || '' = ? AND j.action = ?{owned}",
        (*span.stored, str(Topic.TICKETS), actions.VISITED, *ids),
    )
    found = Visits()
    for (raw,) in entries:
        detail = sql.document(raw)
        found.count += 1
        found.reached += bool(detail.get("reached"))
        found.solved += bool(detail.get("solved"))
        if detail.get("score"):
            found.scores[int(detail["score"])] += 1
    return found


def on_duty(database: Database, span: Span) -> tuple[str, ...]:
    """Return the names of who did something at a desk, in the order in which they began.

    What was entered on another day than it happened says nothing about who was there.
    """
    found = sql.rows(
        database,
        "SELECT staff, min(occurred_at) FROM journal_entry"
        " WHERE occurred_at >= ? AND occurred_at < ? AND entered_at >= ? AND entered_at < ?"
        " AND staff IS NOT NULL AND action <> 'staff.wrong_pin' GROUP BY staff ORDER BY 2, 1",
        (*span.stored, *span.stored),
    )
    ids = [staff for staff, _ in found]
    names = dict(Staff.select(Staff.id, Staff.name).where(Staff.id.in_(ids)).tuples().execute())
    return tuple(names[staff] for staff in ids if staff in names)


def owned_by(community: int | None) -> tuple[str, tuple[int, ...]]:
    """Return the condition of a community on ``ticket t``, kept from choosing the index."""
    return ("", ()) if community is None else (" AND +t.community_id = ?", (community,))


def _building(building: str | None, room: str | None, place: str) -> str | RoomKind | None:
    """Return where a ticket belongs; a public place often says it: 3号楼2单元电梯."""
    if building:
        return building
    if room is not None:
        return RoomKind(room)
    said = {mention.building for mention in find_rooms(place)} - {""} if place else set()
    return said.pop() if len(said) == 1 else None
