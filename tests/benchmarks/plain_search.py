"""The floor of searching: BM25 over single characters, in numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desk.language.normal import normalise

_K1, _B = 1.2, 0.5


class CharacterSearch:
    """Questions by their characters."""

    def __init__(self, questions: Sequence[str]) -> None:
        postings: dict[str, list[int]] = {}
        sets = [set(normalise(question).replace(" ", "")) for question in questions]
        for at, characters in enumerate(sets):
            for one in characters:
                postings.setdefault(one, []).append(at)
        lengths = np.array([len(one) for one in sets])
        self._count = len(sets)
        self._norm = (_K1 + 1) / (1 + _K1 * (1 - _B + _B * lengths / lengths.mean()))
        self._postings = {one: np.array(lines) for one, lines in postings.items()}

    def search(self, text: str, limit: int = 3) -> list[int]:
        """Return the places of the best questions."""
        found = [
            self._postings[one]
            for one in dict.fromkeys(normalise(text).replace(" ", ""))
            if one in self._postings
        ]
        if not found:
            return []
        sizes = np.array([len(one) for one in found])
        rare = np.log1p((self._count - sizes + 0.5) / (sizes + 0.5))
        weights = np.repeat(rare, sizes)
        scores = np.bincount(np.concatenate(found), weights, self._count) * self._norm
        best = np.argpartition(scores, -min(limit, self._count))[-limit:]
        return [int(at) for at in best[np.argsort(-scores[best])]]
