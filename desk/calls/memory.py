"""The roster and the library in memory: what a keystroke is answered from.

Loaded once after the first picture and then kept in step with the journal: a commit of any desk
names the residents, rooms and articles it touched, and only these are read again.
"""

from __future__ import annotations

import threading

from desk.answers import library
from desk.answers.ranking import Index
from desk.codes import Relation, RoomKind, Topic
from desk.community.directory import Directory, PersonRow, RoomRow
from desk.models.database import Store
from desk.models.tables import JournalEntry, Occupancy, Phone, Resident, Room

#: Above this many touched rows reading everything is quicker than reading each.
_MANY = 500
_TOPICS = (Topic.RESIDENTS, Topic.ROOMS, Topic.ARTICLES, Topic.COMMUNITIES)


class Memory:
    """One community's directory and index.

    ``load`` and ``follow`` run on the database's worker; they prepare and then exchange or patch
    under a lock that readers hold only for the moment of a lookup.

    Attributes:
        directory: rooms and residents.
        index: articles.
        loaded: whether the first load is done.
    """

    def __init__(self, store: Store, community: int) -> None:
        self._store = store
        self._community = community
        self._last = 0
        self._lock = threading.Lock()
        self.directory = Directory()
        self.index = Index()
        self.loaded = False

    def load(self) -> None:
        """Read everything anew."""
        last = self._last_entry()
        directory, index = Directory(), Index()
        for room in _rooms(Room.community == self._community):
            directory.put_room(room)
        for person in _people(Resident.community == self._community):
            directory.put_person(person)
        for article in library.active(self._community):
            _put_article(index, article)
        with self._lock:
            self.directory, self.index, self._last = directory, index, last
            self.loaded = True

    def follow(self) -> bool:
        """Take up what was committed since; return whether anything moved."""
        if not self.loaded:
            self.load()
            return True
        last = self._last_entry()
        rows = list(
            JournalEntry.select(JournalEntry.topic, JournalEntry.subject)
            .where(
                (JournalEntry.id > self._last)
                & (JournalEntry.id <= last)
                & JournalEntry.topic.in_(_TOPICS)
            )
            .distinct()
            .limit(_MANY + 1)
            .tuples()
            .execute()
        )
        if len(rows) > _MANY or any(topic == Topic.COMMUNITIES for topic, _ in rows):
            self.load()
            return True
        touched: dict[str, list[int]] = {}
        for topic, subject in rows:
            touched.setdefault(topic, []).append(subject)
        self._patch(touched)
        self._last = last
        return bool(rows)

    def _patch(self, touched: dict[str, list[int]]) -> None:
        rooms = touched.get(Topic.ROOMS, [])
        people = touched.get(Topic.RESIDENTS, [])
        articles = touched.get(Topic.ARTICLES, [])
        new_rooms = _rooms(Room.id.in_(rooms)) if rooms else []
        new_people = _people(Resident.id.in_(people)) if people else []
        new_articles = library.some(articles) if articles else []
        with self._lock:
            for room in rooms:
                self.directory.remove_room(room)
            for row in new_rooms:
                self.directory.put_room(row)
            for person in people:
                self.directory.remove_person(person)
            for member in new_people:
                self.directory.put_person(member)
            for article in articles:
                self.index.remove(article)
            for stored in new_articles:
                _put_article(self.index, stored)

    def _last_entry(self) -> int:
        last = JournalEntry.select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(1)
        return int(last.scalar() or 0)


def _put_article(index: Index, article: library.StoredArticle) -> None:
    index.put(
        article.id,
        question=article.form.question,
        phrasings=article.form.phrasings,
        answer=article.form.answer,
        tokens=article.tokens,
        valid_from=article.form.valid_from,
        valid_until=article.form.valid_until,
    )


def _rooms(condition: object) -> list[RoomRow]:
    query = (
        Room.select(Room.id, Room.building, Room.unit, Room.number, Room.kind, Room.label)
        .where(condition, Room.active)
        .tuples()
        .execute()
    )
    return [
        RoomRow(row, building, unit, number, RoomKind(kind), label)
        for row, building, unit, number, kind, label in query
    ]


def _people(condition: object) -> list[PersonRow]:
    phones: dict[int, list[str]] = {}
    homes: dict[int, list[tuple[int, Relation]]] = {}
    alive = (condition, Resident.active)
    numbers = Phone.select(Phone.resident, Phone.number).join(Resident).where(*alive)
    for resident, number in numbers.order_by(Phone.position).tuples().execute():
        phones.setdefault(resident, []).append(number)
    places = Occupancy.select(Occupancy.resident, Occupancy.room, Occupancy.relation)
    for resident, room, relation in places.join(Resident).where(*alive).tuples().execute():
        homes.setdefault(resident, []).append((room, Relation(relation)))
    rows = Resident.select(Resident.id, Resident.name, Resident.pinyin, Resident.initials)
    return [
        PersonRow(
            row,
            name,
            pinyin,
            initials,
            tuple(phones.get(row, ())),
            tuple(homes.get(row, ())),
        )
        for row, name, pinyin, initials in rows.where(*alive).tuples().execute()
    ]
