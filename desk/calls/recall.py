"""Reads the rows that the memory holds.

A file of its own because the directory and the ranking it brings are not needed for the first
picture of the window: ``desk.calls.memory`` imports it with the first load.
"""

from __future__ import annotations

from datetime import date

from desk.answers import concepts, library, meaning
from desk.answers.asking import ask
from desk.answers.library import StoredArticle
from desk.answers.ranking import EVERY_WAY, Index
from desk.codes import Relation, RoomKind
from desk.community.directory import Directory, PersonRow, RoomRow
from desk.language.lexicon import Lexicon
from desk.models.tables import Article, Occupancy, Phone, Resident, Room

__all__ = [
    "Directory",
    "Index",
    "articles",
    "every_article",
    "lexicon",
    "new_index",
    "people",
    "put",
    "rooms",
    "warm",
]


def new_index() -> Index:
    """Return an index without articles that knows what words mean in this centre."""
    return Index(lexicon(), meaning.table())


def warm(index: Index) -> None:
    """Make and read now what the first key would otherwise wait for."""
    index.warm()
    for text in EVERY_WAY:
        ask(index, text)


def lexicon() -> Lexicon:
    """Return what words mean in this centre."""
    return concepts.in_effect()


def every_article(community: int) -> dict[int, StoredArticle]:
    """Return the articles a community has in use, by their ids."""
    return {article.id: article for article in library.active(community)}


def put(index: Index, article: StoredArticle, today: date) -> None:
    """Write an article into the index, unless it is not valid yet.

    ``today`` is the local day on which articles begin and run out; a new day loads anew.
    """
    begins, until = article.form.valid_from, article.form.valid_until
    if begins is not None and begins > today:
        index.remove(article.id)
        return
    expired = until is not None and until < today
    index.put(
        article.id, article.form.question, article.tokens, expired=expired, vector=article.vector
    )


def articles(community: int, ids: list[int]) -> list[StoredArticle]:
    """Return those of the named articles that a community has in use."""
    here = Article.select(Article.id).where(Article.community == community, Article.id.in_(ids))
    return library.some([row for (row,) in here.tuples().execute()])


def rooms(*conditions: object) -> list[RoomRow]:
    """Return the rooms on the roster that meet the conditions."""
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


def people(*conditions: object) -> list[PersonRow]:
    """Return the people on the roster that meet the conditions, with phones and homes."""
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
