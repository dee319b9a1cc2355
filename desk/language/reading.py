"""Reads a sentence into what a ticket needs; each reading carries the words it rests on.

Rules of things and troubles speak first; weights of fragments, learned from labelled reports,
speak where the rules are silent or torn. Dangers count only where they are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desk.codes import Family, Kind, Urgency
from desk.language import families, judging, kinds, people_asked, reports, urgencies
from desk.language.finding import Span
from desk.language.heard import Ear, Hit
from desk.language.meant import Meaning
from desk.language.normal import Folded, fold
from desk.language.phones import PhoneMention, number_to_ring
from desk.language.rooms import Known, RoomMention, callers_room, find_rooms
from desk.language.rules import Leaf, Rules, rules
from desk.language.said import Said, typed
from desk.language.weighing import Grams, Weighed, grams, weights
from desk.language.when import When, find_when
from desk.language.who import Who, find_who

__all__ = ["Reader", "Reading", "Said", "Span", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says, as far as it says it.

    Attributes:
        room: the caller's own room or house, as far as it is said.
        rooms: every room that is named, in order.
        phone: the first telephone number in the text.
        family: what it is about.
        category: the leaf of the tree that fits best.
        kind: what sort of ticket; an inquiry where a question is asked and nothing is broken.
        urgency: what is meant, not what is asked, denied or past.
        at_risk: somebody may be hurt: it goes before everything else.
        when: when somebody may come.
        who: persons whom whoever goes there must know of.
        reports: how likely it is, from 0 to 1, that it must be followed up, not only answered.
        people: what asks about people, who are none of the caller's business.
    """

    room: RoomMention | None
    rooms: tuple[RoomMention, ...]
    phone: PhoneMention | None
    family: Said[Family] | None
    category: Said[Leaf] | None
    kind: Said[Kind]
    urgency: Said[Urgency]
    when: Said[When] | None = None
    who: Said[Who] | None = None
    reports: Said[float] = Said(1.0)  # noqa: RUF009 - it cannot be changed
    people: Said[bool] = Said(False)  # noqa: RUF009 - it cannot be changed

    @property
    def at_risk(self) -> bool:
        """Tell whether somebody may be hurt."""
        return self.urgency.value is Urgency.CRITICAL

    @property
    def asks_about_people(self) -> bool:
        """Tell whether it asks who lives somewhere, whose a car is or for somebody's number."""
        return self.people.value


#: What is left of a report where the sentence ends by asking: 涨了没有.
_ASKED = 0.3


@dataclass(frozen=True, slots=True)
class Looked:
    """A text as the readers of meaning see it."""

    folded: Folded
    plain: str
    rooms: tuple[RoomMention, ...]
    room: RoomMention | None
    hits: list[Hit]
    found: Grams
    meaning: Meaning
    when: tuple[When, tuple[Span, ...]] | None
    who: tuple[Who, tuple[Span, ...]] | None

    @property
    def at_home(self) -> bool:
        """Tell whether the caller names a flat."""
        return self.room is not None and bool(self.room.number)


def read(text: str, known: Known | None = None, by: Rules | None = None) -> Reading:
    """Read a sentence.

    Args:
        text: what was typed or said.
        known: the roster's rooms, see ``desk.language.rooms``.
        by: other rules than those that ship.
    """
    return (_shipped() if by is None else Reader(by)).read(text, known)


@cache
def _shipped() -> Reader:
    return Reader(rules())


class Reader:
    """Reads sentences by one set of rules, compiled once."""

    def __init__(self, by: Rules) -> None:
        self._by = by
        self._ear = Ear(by)

    def look(self, text: str, known: Known | None = None) -> Looked:
        """Return what is seen in a text before anything is weighed."""
        folded = fold(text)
        plain = folded.text
        for word in self._by.not_meant:
            plain = plain.replace(word, "\0" * len(word))
        rooms = tuple(find_rooms(text, known))
        room = callers_room(rooms)
        meaning = Meaning(plain, self._by.cues)
        hits = self._ear.heard(plain, meaning, at_home=room is not None and bool(room.number))
        when, who = find_when(text), find_who(text)
        said = [(one.start, one.end) for one in rooms]
        said += [*(when[1] if when else ()), *(who[1] if who else ())]
        found = grams(folded.text, self._not_weighed(folded, said))
        return Looked(folded, plain, rooms, room, hits, found, meaning, when, who)

    def _not_weighed(self, folded: Folded, said: Sequence[Span]) -> list[Span]:
        """Return where rooms, appointments, persons and greetings stand.

        They say nothing of what is meant: who is at home makes nothing more urgent by itself.
        """
        spans = []
        for first, last in said:
            start = bisect_left(folded.origin, first)
            spans.append((start, bisect_left(folded.origin, last, start)))
        for word in self._by.greetings:
            at = folded.text.find(word)
            if at >= 0:
                spans.append((at, at + len(word)))
        return spans

    def read(self, text: str, known: Known | None = None) -> Reading:
        """Read a sentence; ``known`` is what the roster has."""
        seen = self.look(text, known)
        folded, plain, hits = seen.folded, seen.plain, seen.hits
        weighed, heard = self.weighed(seen)
        reported = self._reported(seen, heard)
        family = self._family(seen, weighed)
        value, spans = urgencies.urgency_of(
            hits, seen.found, heard, reported.value, seen.meaning, weights()
        )
        urgency = Said(value, typed(spans, folded))
        kind = kinds.said_kind(plain, folded, self._by)
        if kind is None and kinds.only_asks(plain, urgency, self._by, at_home=seen.at_home):
            kind = Said(Kind.INQUIRY, kinds.questions(plain, folded, self._by))
        category = kinds.category_of(
            hits, family, kind.value if kind is not None else None, folded, self._by
        )
        if kind is None:
            kind = Said(Kind.REPAIR)
            if category is not None:
                kind = Said(category.value.kind, category.spans)
        if not urgency.spans and category is not None and kind.value is category.value.kind:
            # Nothing is said of it: as that category usually is, but never more than ordinary.
            usual = category.value.urgency
            urgency = Said(usual if usual is Urgency.PLANNED else Urgency.NORMAL)
        asked = people_asked.asked(folded.text)
        return Reading(
            seen.room,
            seen.rooms,
            number_to_ring(text),
            family,
            category,
            kind,
            urgency,
            Said(*seen.when) if seen.when is not None else None,
            Said(*seen.who) if seen.who is not None else None,
            reported,
            Said(bool(asked), typed(asked, folded)),
        )

    @staticmethod
    def weighed(seen: Looked) -> tuple[Weighed, list[float]]:
        """Return what the fragments of a text weigh, and the signs of ``judging``."""
        by = weights()
        weighed = by.weigh(seen.found)
        heard = judging.signs(seen.hits, weighed, by.columns, seen.meaning)
        return weighed, heard

    @staticmethod
    def _reported(seen: Looked, heard: list[float]) -> Said[float]:
        by = weights()
        likely = judging.reports(heard, by.second, at_home=seen.at_home)
        if seen.meaning.asks_whether_done:
            likely = min(likely, _ASKED)
        spans = reports.rests_on(likely, seen.found, by, seen.meaning)
        return Said(likely, typed(spans, seen.folded))

    @staticmethod
    def _family(seen: Looked, weighed: Weighed) -> Said[Family] | None:
        found = families.family_of(seen.hits, seen.found, weighed, weights())
        return Said(found[0], typed(found[1], seen.folded)) if found is not None else None
