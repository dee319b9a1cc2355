"""A centre of any size, made quickly: rows straight into the tables, texts from the sample.

Bulk loading skips the services on purpose: a hundred thousand tickets through them would take
minutes and measure nothing. What is stored looks as if they had written it: a quarter of the
tickets is open, two fifths of these overdue.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from peewee import Model, chunked

from desk.answers.tokens import stored
from desk.codes import NUMBER_PREFIX, OPEN_STATES, Due, Kind, State
from desk.language.pinyin import name_keys
from desk.models import fulltext
from desk.models.database import Store
from desk.models.tables import Article, Category, NumberSeries, Occupancy, Phone, Resident, Room
from desk.models.tables import Ticket as TicketTable
from desk.sample.plan import SEED, plan
from desk.sample.rows import SamplePlan
from desk.sample.write import write_sample

ZONE = ZoneInfo("Asia/Shanghai")
_OPEN = [state for state in State if state in OPEN_STATES and state is not State.DONE]


def make_centre(folder: Path, now: datetime, *, tickets: int, rooms: int, articles: int) -> None:
    """Write a centre of this size (the sample's own rows included) into an empty folder."""
    store = Store.open(folder, now)
    sample = plan(SEED, now, ZONE)
    community = write_sample(store, sample)
    chance = random.Random(SEED)
    with store.database.atomic():
        room_ids = _rooms(community, rooms - len(sample.rooms))
        _residents(community, sample, chance, room_ids)
        _articles(community, sample, articles - len(sample.articles), now)
        _tickets(store, community, sample, chance, room_ids, tickets - len(sample.tickets), now)
    store.database.execute_sql("ANALYZE")
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()


def _insert(table: type[Model], rows: Iterable[dict[str, object]]) -> None:
    for batch in chunked(rows, 200):
        table.insert_many(batch).execute()


def _rooms(community: int, count: int) -> list[tuple[int, str]]:
    def rows() -> Iterator[dict[str, object]]:
        for at in range(count):
            building, rest = 20 + at // 200, at % 200
            unit, number = 1 + rest // 100, f"{1 + rest % 100 // 4}{1 + rest % 4:02d}"
            label = f"{building}-{unit}-{number}"
            yield {
                "community": community,
                "building": str(building),
                "unit": str(unit),
                "number": number,
                "label": label,
                "kind": "flat",
            }

    _insert(Room, rows())
    return list(Room.select(Room.id, Room.label).tuples().execute())


def _residents(
    community: int, sample: SamplePlan, chance: random.Random, rooms: list[tuple[int, str]]
) -> None:
    surnames = [one.name[0] for one in sample.residents]
    given = [one.name[1:] for one in sample.residents if len(one.name) > 1]
    first = int(Resident.select(Resident.id).order_by(Resident.id.desc()).scalar() or 0) + 1
    people, phones, homes = [], [], []
    for at, (room, _) in enumerate(rooms[len(sample.rooms) :]):
        name = chance.choice(surnames) + chance.choice(given)
        keys = name_keys(name)
        resident = first + at
        people.append(
            {
                "id": resident,
                "community": community,
                "name": name,
                "pinyin": keys.pinyin,
                "initials": keys.initials,
            }
        )
        phones.append({"resident": resident, "number": f"1380000{chance.randrange(10_000):04d}"})
        homes.append({"resident": resident, "room": room, "relation": "owner"})
    _insert(Resident, people)
    _insert(Phone, phones)
    _insert(Occupancy, homes)


def _articles(community: int, sample: SamplePlan, count: int, now: datetime) -> None:
    def rows() -> Iterator[dict[str, object]]:
        for at in range(count):
            one = sample.articles[at % len(sample.articles)]
            other = sample.articles[(at * 7 + 3) % len(sample.articles)]
            question = f"{one.question[:-1]}，{other.question}（{at}）"
            yield {
                "community": community,
                "question": question,
                "answer": one.answer,
                "category": one.category,
                "tokens": stored(question, one.phrasings, one.answer),
                "updated_at": now,
            }

    _insert(Article, rows())


def _tickets(
    store: Store,
    community: int,
    sample: SamplePlan,
    chance: random.Random,
    rooms: list[tuple[int, str]],
    count: int,
    now: datetime,
) -> None:
    categories = [row for (row,) in Category.select(Category.id).tuples().execute()]
    words = [one.words for one in sample.tickets]
    first = int(TicketTable.select(TicketTable.id).order_by(TicketTable.id.desc()).scalar()) + 1
    series: dict[object, int] = {}
    texts: list[tuple[int, str]] = []

    def rows() -> Iterator[dict[str, object]]:
        for at in range(count):
            received = now - timedelta(days=40, minutes=5 * (count - at))
            day = received.astimezone(ZONE).date()
            serial = series[day] = series.get(day, 0) + 1
            kind = chance.choice([Kind.REPAIR, Kind.REPAIR, Kind.COMPLAINT, Kind.INQUIRY])
            is_open = at % 4 == 0
            state = chance.choice(_OPEN) if is_open else State.CLOSED
            due = now + timedelta(minutes=chance.randrange(-4_000, 6_000)) if is_open else None
            room, label = chance.choice(rooms)
            said = chance.choice(words)
            texts.append((first + at, f"{said} {label}"))
            yield {
                "id": first + at,
                "community": community,
                "number": f"{NUMBER_PREFIX[kind]}{day:%Y%m%d}-{serial:04d}",
                "serial": serial,
                "draft_key": f"bulk-{at}",
                "kind": kind,
                "category": chance.choice(categories),
                "urgency": "normal",
                "state": state,
                "is_open": is_open,
                "channel": "phone",
                "room": room,
                "place": label,
                "words": said,
                "caller_phone": f"1380000{chance.randrange(10_000):04d}",
                "received_at": received,
                "finished_at": None if is_open else received + timedelta(hours=5),
                "closed_at": None if is_open else received + timedelta(hours=9),
                "due_at": due,
                "due_clock": Due.FINISH if is_open else Due.NONE,
            }

    _insert(TicketTable, rows())
    _insert(NumberSeries, [{"day": day, "last": last} for day, last in series.items()])
    for ticket, text in texts:
        fulltext.put(store.database, ticket, [text], new=True)
