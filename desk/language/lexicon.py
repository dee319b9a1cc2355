"""What phrases mean: concepts, each with the words that residents say for it.

"没水" and "停水" are one concept; an article and a query that both speak of it are near each
other, however they put it. The words ship in a resource; the centre changes them in its own
table (``desk.answers.concepts``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desk.language.spoken import plainly
from desk.resources import resource


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning and the words for it.

    Attributes:
        key: names it for good; the centre's own begin with ``own:``.
        name: what people call it, in Chinese unless the centre wrote it otherwise.
        words: how it is said, the name among them where that says it.
        name_en: its name in English.
        weak: whether it says little alone: a word of asking such as 多少钱 or 怎么办理.
    """

    key: str
    name: str
    words: tuple[str, ...]
    name_en: str = ""
    weak: bool = False


class Found(NamedTuple):
    """A word of a concept in a plain text, with its half-open span there."""

    concept: Concept
    word: str
    span: tuple[int, int]


class Lexicon:
    """Finds the words of concepts in plain text, the longest first, none over another."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts: dict[str, Concept] = {}
        #: Every word as it is written -> in plain words.
        self.plain: dict[str, str] = {}
        self._words: dict[str, list[Concept]] = {}
        lengths: dict[str, set[int]] = {}
        for concept in concepts:
            self.concepts[concept.key] = concept
            for written in concept.words:
                word = self.plain[written] = plainly(written)
                meant = self._words.setdefault(word, []) if word else []
                if word and concept not in meant:
                    meant.append(concept)
                    lengths.setdefault(word[0], set()).add(len(word))
        #: First character of a word -> how long the words are that begin with it.
        self._lengths = {first: tuple(found) for first, found in lengths.items()}

    def found(self, plain: str) -> list[Found]:
        """Return what a plain text (``spoken.plainly``) speaks of, in the order it does.

        A word inside or across a longer one is not meant: 物业费 is no 物业. A word that stands
        in several concepts means each of them.
        """
        there: list[tuple[int, int, str]] = []
        for start, first in enumerate(plain):
            for length in self._lengths.get(first, ()):
                word = plain[start : start + length]
                whole = len(word) == length and _is_whole(plain, start, start + length)
                if whole and word in self._words:
                    there.append((-length, start, word))
        if not there:
            return []
        there.sort()
        taken = bytearray(len(plain))
        found: list[Found] = []
        for negative, start, word in there:
            end = start - negative
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * -negative
                found += [Found(concept, word, (start, end)) for concept in self._words[word]]
        found.sort(key=lambda one: one.span)
        return found

    def meanings(self, word: str) -> tuple[Concept, ...]:
        """Return the concepts that a word, however it is written, stands in."""
        return tuple(self._words.get(plainly(word), ()))


def _is_whole(plain: str, start: int, end: int) -> bool:
    """Tell whether a word in Latin letters or figures is not a piece of a longer one."""
    if start and plain[start].isascii() and _is_letter(plain[start - 1]):
        return False
    return not (end < len(plain) and plain[end - 1].isascii() and _is_letter(plain[end]))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


@cache
def shipped() -> tuple[Concept, ...]:
    """Return the concepts that come with the program."""
    document = json.loads(resource("language", "lexicon.json").read_text(encoding="utf-8"))
    return tuple(
        Concept(
            key=one["key"],
            name=one["name"],
            words=tuple(one["words"]),
            name_en=one["name_en"],
            weak=one.get("weak", False),
        )
        for one in document["concepts"]
    )


@cache
def standard() -> Lexicon:
    """Return what the shipped concepts mean; made once, as most centres change none of them."""
    return Lexicon(shipped())
