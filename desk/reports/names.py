"""What is counted by id or code, under the names that people read, most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from desk.centre.profile import Centre
from desk.codes import RoomKind
from desk.models.tables import Article, Category, Community
from desk.reports.day_report import Counted
from desk.words import terms
from desk.words.catalogue import Words

_Code = TypeVar("_Code", bound=StrEnum)


def community(centre: Centre, chosen: int | None) -> str:
    """Name whose day it is: the community, or the centre where it is about all of them."""
    row = None if chosen is None else Community.get_or_none(Community.id == chosen)
    return centre.name if row is None else str(row.name)


def codes(counts: Counter[_Code], order: type[_Code]) -> tuple[tuple[_Code, int], ...]:
    """Return codes by how often they came; as many of two stand in the trade's own order."""
    there = [(code, counts[code]) for code in order if counts[code]]
    return tuple(sorted(there, key=lambda item: -item[1]))


def categories(words: Words, counts: Counter[int | None]) -> tuple[Counted, ...]:
    """Name categories with their upper level: 室内 › 漏水渗水."""
    rows = Category.select().where(Category.id.in_([one for one in counts if one is not None]))
    names: dict[int | None, str] = {row.id: _category(words, row) for row in rows}
    return _counted((names.get(one) or words.say("No category"), n) for one, n in counts.items())


def buildings(words: Words, counts: Counter[str | RoomKind | None]) -> tuple[Counted, ...]:
    """Name buildings: 3栋; what stands in none goes under its kind, a public place under that."""
    return _counted((_building(words, one), n) for one, n in counts.items())


def questions(counts: Counter[int]) -> tuple[Counted, ...]:
    """Name articles by their question."""
    rows = Article.select(Article.id, Article.question).where(Article.id.in_(list(counts)))
    names = dict(rows.tuples().execute())
    return _counted((names[one], n) for one, n in counts.items() if one in names)


def said(counts: Counter[str]) -> tuple[Counted, ...]:
    """Return what people said."""
    return _counted(counts.items())


def listed(words: Words, people: Sequence[str]) -> str:
    """Join names as the language does: 李静、王芳."""
    text = ""
    for name in people:
        text = (
            words.say_in("list of names", "{names}, {name}", names=text, name=name)
            if text
            else name
        )
    return text


def who(parts: Sequence[str]) -> str:
    """Name a crew and its technician, as far as they are known."""
    return " ".join(part for part in parts if part)


def _counted(named: Iterable[tuple[str, int]]) -> tuple[Counted, ...]:
    sums: Counter[str] = Counter()
    for name, count in named:
        sums[name] += count
    return tuple(Counted(*one) for one in sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def _category(words: Words, row: Category) -> str:
    if words.language == "en" and row.english:
        return str(row.english)
    return f"{row.scope} › {row.name}"


def _building(words: Words, building: str | RoomKind | None) -> str:
    if building is None:
        return words.say("Public areas")
    if isinstance(building, RoomKind):
        return terms.room_kind(words, building)
    if building.isascii() and building.isalnum():
        return words.say_in("building", "Building {name}", name=building)
    return building
