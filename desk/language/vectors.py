"""What a text means, as a vector: the sum of what its words mean, from a table of word vectors.

The table is made by ``installer/vectors.py`` (``make vectors``), which says from what. Every word
of the table that stands in a text counts, long ones and the characters they are made of alike, so
that a text needs no cutting into words and a word that nobody listed is read by its characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desk.language.normal import normalise
from desk.resources import resource

Vector = NDArray[np.float32]
#: Of the file; a table of another shape is not read.
SHAPE = 1
#: The longest Chinese word of a table, in characters.
LONGEST = 4
_PART = re.compile(r"[a-z]+|[\u3400-\u4dbf\u4e00-\u9fff]+")


def parts(text: str) -> list[str]:
    """Return the stretches of Chinese and of Latin letters in a text; figures mean nothing."""
    return _PART.findall(normalise(text))


class Vectors:
    """The word vectors that ship, or another table of the same make.

    Attributes:
        version: of the table; vectors made with another version cannot be compared with its own.
        size: how many numbers a vector has.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as table:
            if int(table["shape"]) != SHAPE:
                raise ValueError(f"{path.name} has a shape that is not known here")
            self.version = int(table["version"])
            words = bytes(table["words"]).decode("utf-8").split("\n")
            self._rows: NDArray[np.int8] = table["rows"]
            self._scales: Vector = table["scales"].astype(np.float32)
        self._row_of = {word: row for row, word in enumerate(words)}
        self.size = self._rows.shape[1]

    @classmethod
    def load(cls) -> Self:
        """Read the table that ships; it takes some hundredths of a second."""
        return cls(resource("language", "vectors.npz"))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._row_of)

    @property
    def places(self) -> Mapping[str, int]:
        """Return the row of each word."""
        return self._row_of

    def rows(self, places: NDArray[np.int64]) -> Vector:
        """Return rows, of length one, and before each what its word says, the rarer the more."""
        found: Vector = self._rows[places].astype(np.float32)
        lengths = np.sqrt((found * found).sum(axis=1, keepdims=True))
        found /= np.maximum(lengths, np.float32(1e-6))
        return np.hstack([lengths * self._scales[places, None], found])

    def known(self, text: str) -> list[str]:
        """Return the words of the table that stand in the text, as often as they do."""
        words: list[str] = []
        row_of = self._row_of
        for part in parts(text):
            if part.isascii():
                words += [part] if part in row_of else []
                continue
            for at in range(len(part)):
                for end in range(at + 1, min(at + LONGEST, len(part)) + 1):
                    if part[at:end] in row_of:
                        words.append(part[at:end])
        return words

    def embed(self, text: str) -> Vector | None:
        """Return the text's vector, of length one; None where no word of it is known.

        The product of two vectors says how near two texts are in meaning: 1 the same, 0 unrelated.
        """
        words = self.of_words(text)
        return None if words is None else together(words)

    def of_words(self, text: str) -> Vector | None:
        """Return a row for each word of the text; None where no word of it is known.

        The more a word says, the longer is its row.
        """
        rows = [self._row_of[word] for word in self.known(text)]
        if not rows:
            return None
        found: Vector = self._rows[rows].astype(np.float32)
        found *= self._scales[rows, None]
        return found

    def stored(self, vector: Vector | None) -> bytes:
        """Return a vector as it is kept with an article: the table's version, then half floats."""
        head = self.version.to_bytes(4, "little")
        return head if vector is None else head + vector.astype("<f2").tobytes()

    def restored(self, kept: bytes | None) -> tuple[bool, Vector | None]:
        """Return whether what was kept is of this table, and the vector; it may be none."""
        if kept is None or kept[:4] != self.version.to_bytes(4, "little"):
            return False, None
        numbers = np.frombuffer(kept[4:], dtype="<f2").astype(np.float32)
        return numbers.size in (0, self.size), numbers if numbers.size == self.size else None


def together(words: Vector) -> Vector | None:
    """Return the vector of a text from those of its words; None where they say nothing."""
    added = words.sum(axis=0)
    length = float(np.sqrt(added @ added))
    return (added / np.float32(length)).astype(np.float32) if length > 0 else None
