"""The roster and the library in memory: what a keystroke is answered from.

Loaded once after the first picture and then kept in step with the journal: a commit of any desk
names the residents, rooms and articles it touched, and only these are read again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from desk.answers import library
from desk.answers.library import StoredArticle
from desk.answers.ranking import Index
from desk.codes import Relation, RoomKind, Topic
from desk.community.directory import Directory, PersonRow, RoomRow
from desk.models.database import Store
from desk.models.tables import Article, JournalEntry, Occupancy, Phone, Resident, Room

#: Above this many touched rows reading everything is quicker than reading each.
_MANY = 500
_TOPICS = (Topic.RESIDENTS, Topic.ROOMS, Topic.ARTICLES, Topic.COMMUNITIES)


class Memory:
    """One community's directory and index.

    ``load`` and ``follow`` run on the database's worker; they read first and then exchange or patch
    under a lock that whoever looks something up holds for that moment (``reading``).

    Attributes:
        directory: rooms and residents.
        index: articles, to be searched.
        articles: the articles themselves by their ids, to be shown.
        loaded: whether the first load is done.
    """

    def __init__(self, store: Store, community: int) -> None:
        self._store = store
        self._community = community
        self._last = 0
        # Entered again by who looks something up while it is held.
        self._lock = threading.RLock()
        self.directory = Directory()
        self.index = Index()
        self.articles: dict[int, StoredArticle] = {}
        self.loaded = False
        self._today = date.min

    @contextmanager
    def reading(self) -> Iterator[Memory]:
        """Hold what is in memory as it is for the moment of a lookup, on any thread."""
        with self._lock:
            yield self

    def load(self, today: date) -> None:
        """Read everything anew; ``today`` is the local day on which articles run out."""
        last = self._last_entry()
        directory, index = Directory(), Index()
        articles = {article.id: article for article in library.active(self._community)}
        for room in _rooms(Room.community == self._community):
            directory.put_room(room)
        for person in _people(Resident.community == self._community):
            directory.put_person(person)
        for article in articles.values():
            _put(index, article, today)
        with self._lock:
            self.directory, self.index, self.articles = directory, index, articles
            self._last, self._today, self.loaded = last, today, True

    def follow(self, today: date) -> bool:
        """Take up what was committed since; return whether anything moved."""
        if not self.loaded or today != self._today:
            self.load(today)
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
            self.load(today)
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
        here = self._community
        new_rooms = _rooms(Room.community == here, Room.id.in_(rooms)) if rooms else []
        new_people = _people(Resident.community == here, Resident.id.in_(people)) if people else []
        new_articles = _articles(here, articles) if articles else []
        with self._lock:
            for room in rooms:
                self.directory.remove_room(room)
            for row in new_rooms:
                self.directory.put_room(row)
            for person in people:
                self.directory.remove_person(person)
            for member in new_people:
                self.directory.put_person(member)
            # A new one, because pages go through the articles without holding anything.
            stored = {one.id: one for one in new_articles}
            gone = set(articles) - set(stored)
            self.articles = {
                each: one for each, one in self.articles.items() if each not in gone
            } | stored
            for article in gone:
                self.index.remove(article)
            for one in new_articles:
                _put(self.index, one, self._today)

    def _last_entry(self) -> int:
        last = JournalEntry.select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(1)
        return int(last.scalar() or 0)


def _put(index: Index, article: StoredArticle, today: date) -> None:
    until = article.form.valid_until
    expired = until is not None and until < today
    index.put(article.id, article.form.question, article.tokens, expired=expired)


def _articles(community: int, articles: list[int]) -> list[StoredArticle]:
    here = Article.select(Article.id).where(
        Article.community == community, Article.id.in_(articles)
    )
    return library.some([row for (row,) in here.tuples().execute()])


def _rooms(*conditions: object) -> list[RoomRow]:
    query = (
        Room.select(Room.id, Room.building, Room.unit, Room.number, Room.kind, Room.label)
        .where(*conditions, Room.active)
        .tuples()
        .execute()
    )
    return [
        RoomRow(row, building, unit, number, RoomKind(kind), label)
        for row, building, unit, number, kind, label in query
    ]


def _people(*conditions: object) -> list[PersonRow]:
    phones: dict[int, list[str]] = {}
    homes: dict[int, list[tuple[int, Relation]]] = {}
    alive = (*conditions, Resident.active)
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
