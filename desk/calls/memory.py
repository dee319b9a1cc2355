"""The roster and the library in memory: what a keystroke is answered from.

Loaded once after the first picture and then kept in step with the journal: a commit of any desk
names the residents, rooms and articles it touched, and only these are read again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING

from peewee import DatabaseError

from desk.codes import Topic
from desk.models.database import Store
from desk.models.tables import JournalEntry, Resident, Room

if TYPE_CHECKING:
    from desk.answers.library import StoredArticle
    from desk.answers.ranking import Index
    from desk.community.directory import Directory

#: Above this many touched rows reading everything is quicker than reading each.
_MANY = 500
_TOPICS = (Topic.RESIDENTS, Topic.ROOMS, Topic.ARTICLES, Topic.COMMUNITIES, Topic.LEXICON)


class Memory:
    """One community's directory and index.

    ``load`` and ``follow`` run on the database's worker; they read first and then exchange or patch
    under a lock that whoever looks something up holds for that moment (``reading``).

    Attributes:
        articles: the articles themselves by their ids, to be shown.
        loaded: whether the first load is done.
    """

    def __init__(self, store: Store, community: int) -> None:
        self._store = store
        self._community = community
        self._last = 0
        # Entered again by who looks something up while it is held.
        self._lock = threading.RLock()
        self._directory: Directory | None = None
        self._index: Index | None = None
        self.articles: dict[int, StoredArticle] = {}
        self.loaded = False
        self._today = date.min

    @property
    def directory(self) -> Directory:
        """Rooms and residents; empty before the first load."""
        if self._directory is None:
            from desk.calls import recall

            self._directory = recall.Directory()
        return self._directory

    @property
    def index(self) -> Index:
        """Articles, to be searched; empty before the first load."""
        if self._index is None:
            from desk.calls import recall

            self._index = recall.Index()
        return self._index

    @contextmanager
    def reading(self) -> Iterator[Memory]:
        """Hold what is in memory as it is for the moment of a lookup, on any thread."""
        with self._lock:
            yield self

    def load(self, today: date) -> None:
        """Read everything anew; ``today`` is the local day on which articles run out."""
        from desk.calls import recall

        last = self._last_entry()
        directory, index = recall.Directory(), recall.new_index()
        articles = recall.every_article(self._community)
        for room in recall.rooms(Room.community == self._community):
            directory.put_room(room)
        for person in recall.people(Resident.community == self._community):
            directory.put_person(person)
        for article in articles.values():
            recall.put(index, article, today)
        # Whoever looks something up first shall not wait for what is made but once.
        recall.warm(index)
        with self._lock:
            self._directory, self._index, self.articles = directory, index, articles
            self._last, self._today, self.loaded = last, today, True
        self._keep(articles)

    def _keep(self, articles: dict[int, StoredArticle]) -> None:
        """Store what an older version had cut in another way, so that the next start need not."""
        from desk.answers import library

        stale = [one for one in articles.values() if one.made_anew]
        if not stale:
            return
        # Somebody else may hold the lock for long, or may have kept them: then the next start does.
        with suppress(DatabaseError), self._store.database.atomic():
            library.keep(stale)

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
        self._tidy()
        self._last = last
        return bool(rows)

    def _patch(self, touched: dict[str, list[int]]) -> None:
        from desk.calls import recall

        rooms = touched.get(Topic.ROOMS, [])
        people = touched.get(Topic.RESIDENTS, [])
        articles = touched.get(Topic.ARTICLES, [])
        here = self._community
        new_rooms = recall.rooms(Room.community == here, Room.id.in_(rooms)) if rooms else []
        here_now = (Resident.community == here, Resident.id.in_(people))
        new_people = recall.people(*here_now) if people else []
        new_articles = recall.articles(here, articles) if articles else []
        lexicon = recall.lexicon() if Topic.LEXICON in touched else None
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
                recall.put(self.index, one, self._today)
            if lexicon is not None:
                self.index.put_lexicon(lexicon)

    def _tidy(self) -> None:
        """Put what has changed with the rest of the index, aside while others search it."""
        with self._lock:
            index = self.index
            work = index.due()
        if work is not None:
            work.do()
            with self._lock:
                index.take(work)

    def _last_entry(self) -> int:
        last = JournalEntry.select(JournalEntry.id).order_by(JournalEntry.id.desc()).limit(1)
        return int(last.scalar() or 0)
