"""What somebody typed, cut as articles are: tokens and how much each is worth.

Latin letters are read as pinyin with an unfinished end, as initials, and as words; Chinese ones by
their characters and, because input methods mistake one for another, by their sound as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from desk.answers.tokens import Field, Unit, initial_grams, token, units
from desk.language.normal import has_han
from desk.language.pinyin import fuzzy, known_syllables, split

#: How much a field says; a single character or syllable says less than a pair.
_SYLLABLES, _INITIALS, _ANSWER = 0.6, 1.0, 0.25
_SINGLE = 0.6
#: Initials shorter than what was typed; syllables that what was typed may become.
_PART, _UNFINISHED, _PERHAPS = 0.3, 0.8, 0.4
#: A sound that only some ears take for another one: l and n, f and h, r and l.
_MISHEARD = 0.5
_LONGEST_INITIALS = 8
_SHORTEST_WORD = 2
_SWAPS = {"l": "nr", "n": "l", "f": "h", "h": "f", "r": "l"}


class Token(NamedTuple):
    """A token of what was typed.

    Attributes:
        id: its number, as articles have it.
        field: what it says.
        worth: how much it is worth.
        sure: 1 where it is what was typed, less where it may have been meant.
        at: the first unit it is made of.
        size: how many units it is made of.
    """

    id: int
    field: Field
    worth: float
    sure: float
    at: int
    size: int


@dataclass(slots=True)
class Typed:
    """What was typed, ready to be searched for.

    Attributes:
        plain: the text, normal and without what asks for nothing.
        units: its characters, words or syllables.
        letters: what may be initials; "" where nothing may.
        latin: whether no Chinese character stands in it.
        tokens: no number twice, in rising order.
    """

    plain: str
    units: list[Unit]
    letters: str = ""
    latin: bool = False
    tokens: list[Token] = field(default_factory=list)


@lru_cache(maxsize=64)
def cut(plain: str) -> Typed:
    """Cut a plain text (see ``desk.language.spoken``); what comes back is not to be changed."""
    latin = not has_han(plain)
    spelled = _spelled(plain, units(plain))
    typed = Typed(plain, spelled, latin=latin)
    letters = plain.replace(" ", "")
    if latin and letters.isalpha() and 1 < len(letters) <= _LONGEST_INITIALS:
        typed.letters = letters
    best: dict[int, Token] = {}
    for one in _tokens(typed):
        known = best.get(one.id)
        if known is None or one.worth > known.worth:
            best[one.id] = one
    typed.tokens = sorted(best.values())
    return typed


def _spelled(plain: str, cut: list[Unit]) -> list[Unit]:
    """Take Latin words that are pinyin apart into syllables; only the last may be unfinished."""
    found: list[Unit] = []
    for one in cut:
        syllables = split(one.text) if one.text.isascii() and one.text.isalpha() else None
        if syllables is None or (len(syllables) == 1 and syllables[0] not in known_syllables()):
            found.append(one)
            continue
        at = one.start
        for syllable in syllables:
            found.append(Unit(syllable, syllable, at, at > one.start or one.joined))
            at += len(syllable)
    return found


def _tokens(typed: Typed) -> Iterator[Token]:
    cut = typed.units
    for at, one in enumerate(cut):
        asks, tells = _single(one.text)
        yield Token(asks, Field.CHARACTER, _SINGLE, 1.0, at, 1)
        yield Token(tells, Field.ANSWER, _SINGLE * _ANSWER, 1.0, at, 1)
    for at, (first, second) in enumerate(pairwise(cut)):
        if second.joined:
            asks, tells = _pair(first.text + second.text)
            yield Token(asks, Field.PAIR, 1.0, 1.0, at, 2)
            yield Token(tells, Field.ANSWER, _ANSWER, 1.0, at, 2)
    yield from _words(typed)
    yield from _sounds(typed)
    if typed.letters:
        yield from _initials(typed)


# Every key asks again for most of what the one before asked for.
@lru_cache(maxsize=8192)
def _single(text: str) -> tuple[int, int]:
    return token(Field.CHARACTER, text), token(Field.ANSWER, text)


@lru_cache(maxsize=16384)
def _pair(text: str) -> tuple[int, int]:
    return token(Field.PAIR, text), token(Field.ANSWER, text)


def _words(typed: Typed) -> Iterator[Token]:
    """Yield Latin words whole, though they may be read as pinyin too, the last one unfinished."""
    start = 0
    words = typed.plain.split(" ")
    for word in words:
        if word.isascii() and len(word) >= _SHORTEST_WORD:
            at = max((n for n, one in enumerate(typed.units) if one.start <= start), default=0)
            size = sum(start <= one.start < start + len(word) for one in typed.units)
            yield Token(token(Field.CHARACTER, word), Field.CHARACTER, 1.0, 1.0, at, size)
            yield Token(token(Field.PAIR, f"{word}*"), Field.PAIR, 0.8, 0.8, at, size)
        start += len(word) + 1


def _sounds(typed: Typed) -> Iterator[Token]:
    cut = typed.units
    boost = 1.0 if typed.latin else _SYLLABLES
    last = len(cut) - 1
    heard = [
        _heard(one.sound, typing=at == last and one.text.isascii()) for at, one in enumerate(cut)
    ]
    for at, ways in enumerate(heard):
        for sound, sure in ways:
            worth = boost * _SINGLE * sure
            yield Token(_syllable(sound), Field.SYLLABLE, worth, sure, at, 1)
    for at, (before, after) in enumerate(pairwise(heard)):
        for number, both in _heard_pairs(before, after):
            yield Token(number, Field.SOUND_PAIR, boost * both, both, at, 2)


_Ways = tuple[tuple[str, float], ...]


@lru_cache(maxsize=2048)
def _syllable(sound: str) -> int:
    return token(Field.SYLLABLE, sound)


@lru_cache(maxsize=16384)
def _heard_pairs(before: _Ways, after: _Ways) -> tuple[tuple[int, float], ...]:
    """Return the pairs of syllables that may be meant and how sure each is."""
    found = []
    for first, sure in before:
        for second, too in after:
            both = min(sure, too)
            if both != _MISHEARD or sure != too:
                found.append((token(Field.SOUND_PAIR, f"{first} {second}"), both))
    return tuple(found)


@lru_cache(maxsize=4096)
def _heard(heard: str, *, typing: bool) -> _Ways:
    """Return the syllables that may be meant and how sure each is."""
    if not heard:
        return ()
    sound = fuzzy(heard)
    ways = {sound: 1.0}
    known = known_syllables()
    if typing:
        sure = _PERHAPS if heard in known else _UNFINISHED
        for end in known:
            if end.startswith(heard):
                ways.setdefault(fuzzy(end), sure)
    for other in _SWAPS.get(sound[0], ""):
        swapped = other + sound[1:]
        if swapped in _fuzzy_syllables():
            ways.setdefault(swapped, _MISHEARD)
    return tuple(ways.items())


@cache
def _fuzzy_syllables() -> frozenset[str]:
    return frozenset(fuzzy(one) for one in known_syllables())


def _initials(typed: Typed) -> Iterator[Token]:
    letters, size = typed.letters, len(typed.units)
    whole = token(Field.INITIALS, f"={letters}")
    yield Token(whole, Field.INITIALS, _INITIALS, 1.0, 0, size)
    for gram in initial_grams(letters):
        full = len(gram) >= min(len(letters), 4)
        worth = _INITIALS * (1.0 if full else _PART)
        yield Token(token(Field.INITIALS, gram), Field.INITIALS, worth, worth, 0, size)
