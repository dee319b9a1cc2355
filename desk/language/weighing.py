"""Weighs a text by its fragments: what a labelled collection of calls has taught, and why.

Plain linear models over fragments of one to three characters, one column of weights for each
thing that is told apart. They lie in a resource that ``make meanings`` makes anew; the fragments
that weigh most are what a reading rests on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desk.language.finding import Span
from desk.resources import resource

#: Of the file; one of another shape is not read.
SHAPE = 1
#: A fragment's own weight is kept in these parts of one.
PARTS = 50
_PIECE = re.compile(r"[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+")
_FIGURES = re.compile(r"[0-9]+")
_LATIN = re.compile(r"[a-z]{2,}")
_LONGEST = 3

Grams = dict[str, list[Span]]


def grams(text: str, without: Sequence[Span] = ()) -> Grams:
    """Return the fragments of a folded text and where they stand; ``without`` are not looked at."""
    for start, end in without:
        text = text[:start] + " " * (end - start) + text[end:]
    found: Grams = {}
    for piece in _PIECE.finditer(text):
        at, word = piece.start(), piece.group()
        for latin in _LATIN.finditer(word):
            span = (at + latin.start(), at + latin.end())
            found.setdefault(latin.group(), []).append(span)
        word = _FIGURES.sub(lambda one: "0" * len(one.group()), word)
        for start in range(len(word)):
            if word[start].isascii():
                continue
            for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
                found.setdefault(word[start:end], []).append((at + start, at + end))
    return found


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text's sum in each column.

    Attributes:
        sums: by column.
        words: how many fragments of two characters or more are known; one alone says nothing.
    """

    sums: tuple[float, ...]
    words: int


class Weights:
    """Linear models that share their fragments.

    Attributes:
        columns: the number of each column by its name.
        second: what is added up to a chance, by its name: a bias, then coefficients.
        rules: what one point of the rules adds to a family.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as kept:
            if int(kept["shape"]) != SHAPE:
                raise ValueError(f"{path.name} has a shape that is not known here")
            fragments = bytes(kept["fragments"]).decode("utf-8").split("\n")
            names = bytes(kept["columns"]).decode("utf-8").split("\n")
            self._rows: NDArray[np.int8] = kept["rows"]
            self._own: NDArray[np.float32] = (kept["own"].astype(np.float32) / PARTS) ** 2
            self._scales: NDArray[np.float32] = kept["scales"]
            self._bias: NDArray[np.float32] = kept["bias"]
            self.rules = float(kept["rules"])
            self.second = {
                name.removeprefix("second_"): tuple(kept[name].tolist())
                for name in kept.files
                if name.startswith("second_")
            }
        self._row_of = {fragment: row for row, fragment in enumerate(fragments)}
        self.columns = {name: at for at, name in enumerate(names)}

    @classmethod
    def load(cls) -> Self:
        """Read the weights that ship."""
        return cls(resource("language", "meanings.npz"))

    def weigh(self, found: Grams) -> Weighed:
        """Return the sum in each column."""
        row_of = self._row_of
        known = [gram for gram in found if gram in row_of]
        if not known:
            return Weighed(tuple(self._bias.tolist()), 0)
        rows = [row_of[gram] for gram in known]
        length = float(np.sqrt(self._own[rows].sum()))
        added = self._rows[rows].sum(0, dtype=np.int32) * self._scales / np.float32(length)
        return Weighed(tuple((self._bias + added).tolist()), sum(len(gram) > 1 for gram in known))

    def rests_on(self, found: Grams, column: str, most: int = 3) -> tuple[Span, ...]:
        """Return where the fragments stand that speak most for a column."""
        weights = self._rows[:, self.columns[column]]
        speaking = [
            (int(weights[row]) * len(gram), spans[0])
            for gram, spans in found.items()
            if (row := self._row_of.get(gram)) is not None and weights[row] > 0
        ]
        speaking.sort(reverse=True)
        if not speaking:
            return ()
        least = speaking[0][0] / 3
        return tuple(span for weight, span in speaking[:most] if weight >= least)


@cache
def weights() -> Weights:
    """Return the weights that ship; read once."""
    return Weights.load()
