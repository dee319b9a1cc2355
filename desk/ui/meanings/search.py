"""Finds concepts by any of their words, by how these sound and by their initials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desk.answers.concepts import StoredConcept
from desk.language.normal import normalise
from desk.language.pinyin import initials, syllables
from desk.language.spoken import plainly


@dataclass(frozen=True, slots=True)
class Found:
    """A concept and those of its words that answer what was typed."""

    stored: StoredConcept
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sound:
    plain: str
    syllables: tuple[str, ...]
    initials: str


def find(concepts: Iterable[StoredConcept], text: str) -> list[Found]:
    """Return the concepts that answer a text, the best first; all of them for an empty one."""
    wanted = normalise(text)
    if not wanted:
        return [Found(one) for one in concepts]
    letters = wanted.replace(" ", "")
    ranked: list[tuple[int, bool, int, Found]] = []
    for order, one in enumerate(concepts):
        name = min(_rank(one.concept.name, wanted, letters), _rank_english(one, wanted))
        ranks = [(_rank(word, wanted, letters), word) for word in one.concept.words]
        best = min((rank for rank, _ in ranks), default=_NO)
        if min(name, best) < _NO:
            words = tuple(word for rank, word in sorted(ranks, key=_first) if rank < _NO)
            # What is called so stands before what is only said so.
            ranked.append((min(name, best), name > best, order, Found(one, words)))
    return [each[-1] for each in sorted(ranked, key=lambda each: each[:3])]


#: How well a word answers; the smaller, the better.
_SAME, _BEGINS, _SOUNDS, _HOLDS, _LETTERS, _INSIDE, _NO = range(7)


def _first(ranked: tuple[int, str]) -> int:
    return ranked[0]


def _rank(word: str, wanted: str, letters: str) -> int:
    sound = _sound(word)
    plain = sound.plain
    if wanted == plain:
        return _SAME
    if plain.startswith(wanted):
        return _BEGINS
    if letters.isascii() and letters.isalpha():
        return _rank_letters(sound, letters, wanted)
    if wanted in plain:
        return _HOLDS
    # A whole question was pasted: what does it speak of?
    return _INSIDE if len(plain) > 1 and plain in wanted else _NO


def _rank_letters(sound: _Sound, letters: str, wanted: str) -> int:
    if letters == sound.initials:
        return _SOUNDS
    for start in range(len(sound.syllables)):
        if "".join(sound.syllables[start:]).startswith(letters):
            return _SOUNDS if start == 0 else _HOLDS
    if len(letters) > 1 and wanted in sound.plain:
        return _HOLDS
    return _LETTERS if sound.initials.startswith(letters) else _NO


def _rank_english(stored: StoredConcept, wanted: str) -> int:
    english = normalise(stored.concept.name_en)
    if not english or not wanted.isascii() or len(wanted) < 2:
        return _NO
    if english == wanted:
        return _SAME
    begins = english.startswith(wanted) or f" {wanted}" in english
    return _BEGINS if begins else _NO


@lru_cache(maxsize=16_384)
def _sound(word: str) -> _Sound:
    plain = plainly(word)
    return _Sound(plain, tuple(syllables(plain)), initials(plain))
