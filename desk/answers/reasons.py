"""Why an article was found, in words of the text and of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np

from desk.answers.found import Why, WhyBy
from desk.answers.measures import MEASURES, Laid
from desk.answers.scoring import Question
from desk.answers.tokens import Field, Unit, initials, units
from desk.answers.typed import Token
from desk.language.lexicon import Concept
from desk.language.normal import fold
from desk.language.pinyin import fuzzy
from desk.language.spoken import Plain, plainly

#: Reasons that are given at most.
_MOST = 6
_MEANING = MEASURES.index("meaning")


class Reasons:
    """Says why articles were found for one text."""

    def __init__(
        self, text: str, plain: Plain, question: Question, concepts: Sequence[Concept]
    ) -> None:
        self._text = text
        self._plain = plain
        self._question = question
        self._concepts = concepts
        tokens = question.typed.tokens
        self._tokens = tokens
        self._initials = [at for at, one in enumerate(tokens) if one.field is Field.INITIALS]

    def of(self, asked: str, laid: Laid, at: int) -> tuple[Why, ...]:
        """Return why a candidate was found.

        Args:
            asked: the article's question as people read it.
            laid: the candidates laid beside the text.
            at: which of them.
        """
        asks = [self._tokens[row] for row in np.flatnonzero(laid.asks[:, at]).tolist()]
        words = self._covered(asks, Field.CHARACTER, Field.PAIR)
        found = [
            Why(WhyBy.CONCEPT, self._said(list(one.units)), self._concepts[one.concept].name)
            for row, one in enumerate(self._question.concepts)
            if (laid.shared[row, at] or laid.told[row, at]) and one.units
        ]
        found += [Why(WhyBy.WORDS, said, fold(said).text) for said in self._runs(words)]
        heard = self._covered(asks, Field.SYLLABLE, Field.SOUND_PAIR) - words
        found += [
            Why(WhyBy.SOUND, said, means)
            for run in _neighbours(heard)
            if (said := self._said(run)) and (means := self._sounding(run, asked))
        ]
        found += self._by_initials(asked, laid, at)
        told = self._told(laid, at) - words - heard
        found += [Why(WhyBy.ANSWER, said, said) for said in self._runs(told)]
        if not found and laid.measures[at, _MEANING] > 0:
            found = [Why(WhyBy.MEANING, self._text.strip(), asked)]
        return tuple(dict.fromkeys(found))[:_MOST]

    def _covered(self, met: Sequence[Token], single: Field, pair: Field) -> set[int]:
        """Return the units that stand in a line with a neighbour, or alone in a short text."""
        alone = len(self._question.typed.units) == 1
        found: set[int] = set()
        for one in met:
            if one.field is pair or (one.field is single and (alone or self._is_word(one.at))):
                found.update(range(one.at, one.at + one.size))
        return found

    def _told(self, laid: Laid, at: int) -> set[int]:
        met = [self._tokens[row] for row in np.flatnonzero(laid.answers[:, at]).tolist()]
        return {
            unit
            for one in met
            if one.field is Field.ANSWER and one.size > 1
            for unit in range(one.at, one.at + one.size)
        }

    def _is_word(self, unit: int) -> bool:
        return len(self._question.typed.units[unit].text) > 1 and not self._question.typed.latin

    def _runs(self, found: set[int]) -> Iterator[str]:
        for run in _neighbours(found):
            yield self._said(run)

    def _said(self, run: list[int]) -> str:
        """Return the piece of what was typed that some units are."""
        cut = self._question.typed.units
        start, end = self._plain.span(cut[run[0]].start, cut[run[-1]].end)
        return self._text[start:end].strip()

    def _sounding(self, run: list[int], asked: str) -> str:
        """Return the words of an article's question that sound as some units do."""
        article = _cut(asked)
        wanted = [fuzzy(self._question.typed.units[at].sound) for at in run]
        for start in range(len(article) - len(wanted) + 1):
            part = article[start : start + len(wanted)]
            *before, last = zip(part, wanted, strict=True)
            if all(one.sound == sound for one, sound in before) and last[0].sound.startswith(
                last[1]
            ):
                return "".join(one.text for one in part)
        return ""

    def _by_initials(self, asked: str, laid: Laid, at: int) -> Iterator[Why]:
        letters = self._question.typed.letters
        if letters and laid.asks[self._initials, at].any():
            article = _cut(asked)
            start = initials(article).find(letters)
            sounding = [one for one in article if one.sound and one.sound[0].isalpha()]
            run = sounding[start : start + len(letters)] if start >= 0 else []
            yield Why(WhyBy.INITIALS, letters, "".join(one.text for one in run))


@lru_cache(maxsize=1024)
def _cut(question: str) -> list[Unit]:
    return units(plainly(question))


def _neighbours(found: set[int]) -> Iterator[list[int]]:
    """Yield runs of neighbouring numbers."""
    for _, run in groupby(enumerate(sorted(found)), lambda pair: pair[1] - pair[0]):
        yield [unit for _, unit in run]
