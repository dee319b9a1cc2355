"""What the list of concepts consists of: worked out off the main thread, shown as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desk.answers import concepts
from desk.answers.concepts import Standing, StoredConcept
from desk.ui.meanings.draft import NEW
from desk.ui.meanings.search import Found, find


class Part(StrEnum):
    """A part of the lexicon to look at."""

    ALL = "all"
    EDITED = "edited"
    OWN = "own"
    REMOVED = "removed"


_STANDING: Mapping[Part, Standing] = {
    Part.EDITED: Standing.EDITED,
    Part.OWN: Standing.OWN,
    Part.REMOVED: Standing.REMOVED,
}


@dataclass(frozen=True)
class Asked:
    """What somebody looks for: words, a part of the lexicon, and what is being written.

    Attributes:
        unsaved: the keys of concepts with changes that are not saved.
        new: the name of the concept being written, None when none is.
    """

    text: str = ""
    part: Part = Part.ALL
    unsaved: frozenset[str] = frozenset()
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One concept; None is the new one that is being written and not stored yet.

    Attributes:
        words: those that answer what was typed.
        title: of the new one.
    """

    stored: StoredConcept | None
    words: tuple[str, ...] = ()
    unsaved: bool = False
    title: str = ""

    @property
    def key(self) -> str:
        """The key of the concept, ``NEW`` for one that is not stored yet."""
        return NEW if self.stored is None else self.stored.concept.key


@dataclass(frozen=True)
class Listing:
    """The rows of one look at the lexicon, and how many concepts each part of it has."""

    asked: Asked
    rows: tuple[Line, ...] = ()
    counts: Mapping[Part, int] = field(default_factory=dict)


def read(asked: Asked) -> Listing:
    """Read what is shown for what is asked."""
    return listing(concepts.every(), asked)


def listing(every: Sequence[StoredConcept], asked: Asked) -> Listing:
    """Lay out the rows."""
    standings = Counter(one.standing for one in every)
    counts = {part: standings[standing] for part, standing in _STANDING.items()}
    counts[Part.ALL] = len(every) - standings[Standing.REMOVED]
    chosen = [one for one in every if _belongs(asked.part, one)]
    rows = [_line(one, asked) for one in find(chosen, asked.text)]
    if asked.new is not None:
        rows.insert(0, Line(None, unsaved=True, title=asked.new))
    return Listing(asked, tuple(rows), counts)


def _belongs(part: Part, one: StoredConcept) -> bool:
    if part is Part.ALL:
        return one.standing is not Standing.REMOVED
    return one.standing is _STANDING[part]


def _line(found: Found, asked: Asked) -> Line:
    return Line(found.stored, found.words, found.stored.concept.key in asked.unsaved)
