"""Which concepts a text names: by their words, by how these sound, by their initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.answers.tokens import initials, units
from desk.answers.typed import Typed
from desk.language.lexicon import Concept, Lexicon
from desk.language.pinyin import fuzzy

#: How sure a word is that only sounds as typed: two syllables, and more.
_TWO, _MORE = 0.6, 0.9
#: What is left of a concept of asking, 多少钱.
_WEAK = 0.4
_SHORTEST, _LONGEST = 2, 5


@dataclass(frozen=True, slots=True)
class Named:
    """A concept that a text names.

    Attributes:
        concept: its place among all.
        units: the units of the text that it rests on; of initials, the letters.
        sure: how sure it is that it was meant, and how much it says.
    """

    concept: int
    units: range
    sure: float


class Naming:
    """Finds concepts in what was typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        #: The concepts in the order of their places.
        self.concepts: tuple[Concept, ...] = tuple(lexicon.concepts.values())
        self._places = {one.key: at for at, one in enumerate(self.concepts)}
        #: All syllables but the last -> the last -> concepts.
        self._sounds: dict[tuple[str, ...], dict[str, set[int]]] = {}
        self._initials: dict[str, set[int]] = {}
        for at, concept in enumerate(self.concepts):
            for word in concept.words:
                cut = units(lexicon.plain[word])
                sounds = tuple(one.sound for one in cut)
                if _SHORTEST <= len(sounds) <= _LONGEST and all(sounds):
                    lasts = self._sounds.setdefault(sounds[:-1], {})
                    lasts.setdefault(sounds[-1], set()).add(at)
                    self._initials.setdefault(initials(cut), set()).add(at)

    def named(self, typed: Typed) -> list[Named]:
        """Return the concepts a text names by words or sound, none twice on the same units."""
        found = [
            self._named(self._places[one.concept.key], _units(typed, *one.span), 1.0)
            for one in self._lexicon.found(typed.plain)
        ]
        taken = {unit for one in found for unit in one.units}
        found += self._by_sound(typed, taken)
        best: dict[int, Named] = {}
        for one in found:
            known = best.get(one.concept)
            if known is None or one.sure > known.sure:
                best[one.concept] = one
        return list(best.values())

    def by_initials(self, letters: str) -> Iterator[Named]:
        """Yield the concepts whose words' initials stand in some letters."""
        for length in range(_SHORTEST, min(_LONGEST, len(letters)) + 1):
            for start in range(len(letters) - length + 1):
                run = range(start, start + length)
                for concept in sorted(self._initials.get(letters[start : start + length], ())):
                    yield self._named(concept, run, 1.0)

    def _named(self, concept: int, run: range, sure: float) -> Named:
        weak = self.concepts[concept].weak
        return Named(concept, run, sure * (_WEAK if weak else 1.0))

    def _by_sound(self, typed: Typed, taken: set[int]) -> Iterator[Named]:
        sounds = [fuzzy(one.sound) for one in typed.units]
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            for start in range(len(sounds) - length + 1):
                run = range(start, start + length)
                if taken.isdisjoint(run):
                    concepts = self._sounding(typed, sounds[start : start + length], run)
                    if not concepts:
                        continue
                    taken.update(run)
                    sure = 1.0 if typed.latin else _TWO if length == _SHORTEST else _MORE
                    yield from (self._named(concept, run, sure) for concept in sorted(concepts))

    def _sounding(self, typed: Typed, sounds: Sequence[str], run: range) -> set[int]:
        lasts = self._sounds.get(tuple(sounds[:-1]))
        if lasts is None:
            return set()
        whole = lasts.get(sounds[-1], set())
        if whole or not typed.latin or run[-1] != len(typed.units) - 1:
            return whole
        begun = [found for last, found in lasts.items() if last.startswith(sounds[-1])]
        return set().union(*begun)


def _units(typed: Typed, start: int, end: int) -> range:
    inside = [at for at, one in enumerate(typed.units) if one.start < end and start < one.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
