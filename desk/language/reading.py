"""Reads a sentence into what a ticket needs; each reading carries the words it rests on.

The first plain shape: the rules of ``resources/language/rules.json``, weighed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desk.codes import Family, Kind, Urgency
from desk.language.meant import Meaning
from desk.language.normal import Folded, fold
from desk.language.phones import PhoneMention, number_to_ring
from desk.language.rooms import Known, RoomMention, callers_room, find_rooms
from desk.language.rules import Finder, Leaf, Match, Rule, Rules, rules
from desk.language.when import When, find_when
from desk.language.who import Who, find_who

Span = tuple[int, int]
Value = TypeVar("Value")
_ORDER = (Urgency.PLANNED, Urgency.NORMAL, Urgency.URGENT, Urgency.CRITICAL)
#: What a further pattern of the same rule adds, what a fitting place adds, what a denial leaves.
_MORE, _PLACE, _DENIED = 0.25, 0.8, 0.5
#: How much of the other rules of a family counts beside its loudest.
_CHORUS = 0.35
_HOME = "室内"


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """A reading and the half-open spans of the text it rests on; no span: it is assumed."""

    value: Value
    spans: tuple[Span, ...] = ()


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

    @property
    def at_risk(self) -> bool:
        """Tell whether somebody may be hurt."""
        return self.urgency.value is Urgency.CRITICAL


@dataclass(frozen=True, slots=True)
class _Hit:
    """A rule that spoke, how loudly, and what it rests on."""

    rule: Rule
    score: float
    spans: tuple[Span, ...]
    urgency: Urgency | None


def read(text: str, known: Known | None = None, by: Rules | None = None) -> Reading:
    """Read a sentence.

    Args:
        text: what was typed or said.
        known: the roster's rooms, see ``desk.language.rooms``.
        by: other rules than those that ship.
    """
    return Reader(by or rules()).read(text, known)


class Reader:
    """Reads sentences by one set of rules."""

    def __init__(self, by: Rules) -> None:
        self._by = by

    def read(self, text: str, known: Known | None = None) -> Reading:
        """Read a sentence; ``known`` is what the roster has."""
        folded = fold(text)
        plain = folded.text
        for word in self._by.not_meant:
            plain = plain.replace(word, "\0" * len(word))
        rooms = tuple(find_rooms(text, known))
        room = callers_room(rooms)
        hits = self._hits(plain, at_home=room is not None and bool(room.number))
        family = _family(hits, folded)
        urgency = _urgency(hits, folded)
        said_kind = self._said_kind(plain, folded)
        if said_kind is None and self._only_asks(plain, room, urgency):
            said_kind = Said(Kind.INQUIRY, self._spans(plain, self._by.questions, folded))
        category = self._category(hits, family, said_kind, folded)
        kind = said_kind or Said(Kind.REPAIR)
        if said_kind is None and category is not None:
            kind = Said(category.value.kind, category.spans)
        if not urgency.spans and category is not None and kind.value is category.value.kind:
            urgency = Said(category.value.urgency)
        when, who = find_when(text), find_who(text)
        return Reading(
            room,
            rooms,
            number_to_ring(text),
            family,
            category,
            kind,
            urgency,
            Said(*when) if when is not None else None,
            Said(*who) if who is not None else None,
        )

    def _hits(self, plain: str, *, at_home: bool) -> list[_Hit]:
        finder, meaning = Finder(plain), Meaning(plain, self._by.cues)
        here = self._places(plain, at_home=at_home)
        hits = []
        for rule in self._by.rules:
            matches = [found for one in rule.patterns if (found := finder.find(one)) is not None]
            if matches:
                hits.append(_hit(rule, matches, meaning, here))
        return hits

    def _places(self, plain: str, *, at_home: bool) -> dict[str, int]:
        """Return 1 for a branch whose places are named, -1 for one that only others' are."""
        named = {
            branch
            for branch, words in self._by.places.items()
            if any(one in plain for one in words)
        }
        if not named and at_home:
            named = {_HOME}
        return {one: (one in named) - (one not in named) for one in self._by.places if named}

    def _said_kind(self, plain: str, folded: Folded) -> Said[Kind] | None:
        for one in self._by.kinds:
            spans = self._spans(plain, one.words, folded)
            if spans:
                return Said(one.kind, spans)
        return None

    def _only_asks(self, plain: str, room: RoomMention | None, urgency: Said[Urgency]) -> bool:
        if (room is not None and room.number) or urgency.spans:
            return False
        if any(word in plain for word in self._by.requests):
            return False
        return any(word in plain for word in self._by.questions)

    def _category(
        self,
        hits: Sequence[_Hit],
        family: Said[Family] | None,
        kind: Said[Kind] | None,
        folded: Folded,
    ) -> Said[Leaf] | None:
        """Return the leaf that fits family and kind; of the family alone where none does."""
        if family is None:
            return None
        scores: dict[Leaf, tuple[float, tuple[Span, ...]]] = {}
        for hit in hits:
            leaf = hit.rule.category
            if leaf is not None and hit.rule.family is family.value:
                score, spans = scores.get(leaf, (0.0, ()))
                scores[leaf] = (score + hit.score, spans + hit.spans)
        if kind is not None:
            fitting = {leaf: one for leaf, one in scores.items() if leaf.kind is kind.value}
            if not fitting and kind.value is Kind.COMPLAINT:
                fitting = {
                    leaf: (0.0, ())
                    for leaf in self._by.categories
                    if leaf.family is family.value and leaf.kind is Kind.COMPLAINT
                }
            scores = fitting or scores
        if not scores:
            return None
        best = max(scores, key=lambda leaf: scores[leaf][0])
        return Said(best, _typed(scores[best][1], folded))

    @staticmethod
    def _spans(plain: str, words: Sequence[str], folded: Folded) -> tuple[Span, ...]:
        return _typed([(at, at + len(w)) for w in words if (at := plain.find(w)) >= 0], folded)


def _hit(rule: Rule, matches: list[Match], meaning: Meaning, here: dict[str, int]) -> _Hit:
    score = rule.weight + _MORE * (min(len(matches), 5) - 1)
    if all(meaning.denied(match) for match in matches):
        score *= _DENIED
    if rule.category is not None:
        score += _PLACE * here.get(rule.category.branch, 0)
    urgencies = []
    spans = [span for match in matches for span in match.spans]
    if rule.urgency is not None:
        for match in matches:
            meant = meaning.urgency(match, rule.urgency)
            if meant is not None:
                urgencies.append(meant)
        if not urgencies:
            score *= _DENIED
    return _Hit(rule, score, tuple(spans), max(urgencies, key=_ORDER.index, default=None))


def _family(hits: Sequence[_Hit], folded: Folded) -> Said[Family] | None:
    scores: dict[Family, list[float]] = {}
    for hit in hits:
        scores.setdefault(hit.rule.family, []).append(hit.score)
    if not scores:
        return None
    best = max(scores, key=lambda family: _together(scores[family]))
    spans = [span for hit in hits if hit.rule.family is best for span in hit.spans]
    return Said(best, _typed(spans, folded))


def _together(scores: list[float]) -> float:
    """Weigh what speaks for one family: the loudest, and a part of what joins in."""
    loudest = max(scores)
    return loudest + _CHORUS * (sum(scores) - loudest)


def _urgency(hits: Sequence[_Hit], folded: Folded) -> Said[Urgency]:
    loud = [hit for hit in hits if hit.urgency not in (None, Urgency.NORMAL)]
    if not loud:
        return Said(Urgency.NORMAL)
    urgency = max((hit.urgency for hit in loud if hit.urgency), key=_ORDER.index)
    spans = [span for hit in loud if hit.urgency is urgency for span in hit.spans]
    return Said(urgency, _typed(spans, folded))


def _typed(spans: Sequence[Span], folded: Folded) -> tuple[Span, ...]:
    """Return spans of the text as typed, joined where they touch, in order."""
    joined: list[Span] = []
    for start, end in sorted(folded.span(*span) for span in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
