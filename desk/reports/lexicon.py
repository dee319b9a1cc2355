"""The lexicon as a table to be written: every concept with its words and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from zoneinfo import ZoneInfo

from desk.answers.concepts import Standing, StoredConcept
from desk.sheets.tables import Table
from desk.words.catalogue import Words, mark_in

#: What the centre made of a concept.
STANDINGS: Final[Mapping[Standing, tuple[str, str]]] = {
    Standing.SHIPPED: mark_in("meaning", "Company standard"),
    Standing.EDITED: mark_in("meaning", "Changed here"),
    Standing.OWN: mark_in("meaning", "Our own"),
    Standing.REMOVED: mark_in("meaning", "Removed"),
}


def meanings(words: Words, zone: ZoneInfo, title: str, concepts: Iterable[StoredConcept]) -> Table:
    """Return concepts in the order given; the words of each stand below each other."""
    heads = (
        words.say_in("meaning", "Name"),
        words.say_in("meaning", "Ways of saying it"),
        words.say_in("column", "English name"),
        words.say_in("column", "Standing"),
        words.say_in("column", "Asking word"),
    )
    rows = [
        (
            one.concept.name,
            "\n".join(one.concept.words),
            one.concept.name_en,
            words.say_in(*STANDINGS[one.standing]),
            words.say("yes") if one.concept.weak else "",
        )
        for one in concepts
    ]
    return Table(title, heads, rows, zone)
