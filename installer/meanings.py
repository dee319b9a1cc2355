"""Makes ``resources/language/meanings.npz`` anew: what fragments of texts say, and how loudly.

``python -m installer.meanings`` (``make meanings``) learns from the labelled reports, fragments and
questions in ``tests/language/labelled`` and ``tests/answers/labelled``. First each writer's texts
are weighed by what the other writers' have taught; that says how much the weights and the rules
count beside each other for texts that neither has seen. Then all are learned from. ``--check``
prints how well each writer's texts are read by what the others have taught, and writes nothing.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from desk.codes import Family
from desk.language import judging
from desk.language.judging import CHANCES, CRITICAL, REPORTS, SIGNS, URGENT
from desk.language.reading import Looked, Reader
from desk.language.reports import ASKS
from desk.language.rules import rules
from desk.language.weighing import SHAPE, Weighed
from installer.labelled import OWN, Example, asks, fragments, reported, supposed
from installer.linear import Floats, Texts, solve
from installer.logistic import fit
from installer.meanings_check import check

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "language" / "meanings.npz"
COLUMNS = (*(one.value for one in Family), *CHANCES, ASKS)
_ABOUT, _AT = len(Family), {name: at for at, name in enumerate(COLUMNS)}
#: Chosen on the texts of writers who were not learned from.
_PENALTY, _LEAST, _RULES = 0.3, 2, 0.02
#: What an example weighs: a fragment is no sentence, a question says little of haste, and where
#: either is right it hardly matters.
_FRAGMENT, _QUESTION, _EITHER = 0.6, 0.6, 0.3
#: The writers whose texts the rules were made on: they say nothing of what rules are worth.
_RULED = (OWN, "reports")
#: What a missed alarm costs beside a false one.
_MISSED = 2.0


class Learned:
    """What is learned from examples, and what each writer's texts weigh by the others'."""

    columns, rules = _AT, _RULES

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = tuple({one.text: one for one in examples}.values())
        reader = Reader(rules())
        self.seen: list[Looked] = [reader.look(one.text) for one in self.examples]
        always = frozenset(
            gram
            for one, seen in zip(self.examples, self.seen, strict=True)
            if one.fragment
            for gram in seen.found
        )
        self.texts = Texts.of([tuple(one.found) for one in self.seen], always, _LEAST)
        self._shares = self.texts.shares()
        self._wanted, self._weights = _wanted(self.examples)

    def among(self, chosen: Sequence[int]) -> tuple[Floats, Floats]:
        """Learn from these examples alone: a weight of each text in each column, and the bias."""
        duals: Floats = np.zeros((len(self.examples), len(COLUMNS)), np.float32)
        bias: Floats = np.zeros(len(COLUMNS), np.float32)
        for first, last in ((0, _ABOUT), *((at, at + 1) for at in range(_ABOUT, len(COLUMNS) - 1))):
            among = np.array([at for at in chosen if self._weights[at, first] > 0])
            duals[among, first:last], bias[first:last] = solve(
                self._shares[np.ix_(among, among)],
                self._wanted[among, first:last],
                self._weights[among, first],
                _PENALTY,
            )
        duals[:, -1], bias[-1] = -duals[:, _AT[REPORTS]], -bias[_AT[REPORTS]]
        return duals, bias

    def weighed(self, duals: Floats, bias: Floats, at: Sequence[int]) -> list[Weighed]:
        """Return what texts weigh by what was learned."""
        sums = self._shares[np.array(at)] @ duals + bias
        return [Weighed(tuple(row.tolist()), 1) for row in sums]

    def by_others(self) -> list[Weighed]:
        """Return what each text weighs by what the other writers' texts have taught."""
        found: dict[int, Weighed] = {}
        for writer in sorted({one.writer for one in self.examples}):
            at = [number for number, one in enumerate(self.examples) if one.writer == writer]
            rest = [number for number, one in enumerate(self.examples) if one.writer != writer]
            found |= zip(at, self.weighed(*self.among(rest), at), strict=True)
        return [found[number] for number in range(len(self.examples))]

    def signs(self, number: int, weighed: Weighed) -> list[float]:
        """Return what speaks for an alarm, for haste and for a report in a text."""
        seen = self.seen[number]
        return judging.signs(seen.hits, weighed, _AT, seen.meaning)

    def second(self, heard: Sequence[Sequence[float]], at: Sequence[int]) -> dict[str, list[float]]:
        """Learn what signs add to the chances, from these examples."""
        learned = {}
        for name in CHANCES:
            rows = np.array(heard)[np.array(at)]
            column = _AT[name]
            right = (self._wanted[at, column] > 0).astype(float)
            weights = self._weights[at, column].astype(float)
            if name == CRITICAL:
                weights = weights * np.where(right > 0, _MISSED, 1.0)
            if name == REPORTS:
                # As if as many reported as asked.
                weights = weights * np.where(right > 0, (1 - right).sum() / right.sum(), 1.0)
            fitted = fit(rows, right, weights, SIGNS[name], 1.0)
            slopes = fitted.coefficients / fitted.scale
            learned[name] = [float(fitted.bias - slopes @ fitted.mean), *map(float, slopes)]
        return learned

    def unruled(self) -> list[int]:
        """Return the examples that say what rules are worth."""
        return [
            number
            for number, one in enumerate(self.examples)
            if one.writer not in _RULED and not one.fragment
        ]


def _wanted(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Return what each column should say of each example, and how much that counts."""
    wanted: Floats = np.zeros((len(examples), len(COLUMNS)), np.float32)
    weights: Floats = np.zeros_like(wanted)
    for at, one in enumerate(examples):
        for family in one.families:
            wanted[at, _AT[family]] = 1 / len(one.families)
        if one.families:
            weights[at, :_ABOUT] = _FRAGMENT if one.fragment else 1.0
        if one.fragment:
            continue
        wanted[at, _AT[REPORTS]], weights[at, _AT[REPORTS]] = (1 if one.reports else -1), 1.0
        said = one.urgencies if one.reports else ()
        for name, loud in ((CRITICAL, (CRITICAL,)), (URGENT, (CRITICAL, URGENT))):
            share = sum(word in loud for word in said) / max(1, len(said))
            wanted[at, _AT[name]] = 2 * share - 1
            weights[at, _AT[name]] = _EITHER if 0 < share < 1 else 1 if one.reports else _QUESTION
    for name in (CRITICAL, URGENT):
        # As many as they are few: half of the way to counting the same.
        column, right = weights[:, _AT[name]], wanted[:, _AT[name]] > 0
        column[right] *= np.sqrt(column[~right].sum() / column[right].sum())
    return wanted, weights


def every() -> list[Example]:
    """Return all examples."""
    return [*reported(), *fragments(), *supposed(), *asks()]


@cache
def _unseen() -> tuple[Learned, list[list[float]]]:
    """Return the examples, and what speaks in each by what the other writers have taught."""
    learned = Learned(every())
    return learned, [learned.signs(at, one) for at, one in enumerate(learned.by_others())]


def reporting(without: frozenset[str]) -> Callable[[str], float]:
    """Return how likely a labelled text is a report, as one reads it who knows none of these.

    What ships has learned from all of them, and is surer of them than it will be of others.
    """
    learned, heard = _unseen()
    among = [at for at in learned.unruled() if learned.examples[at].text not in without]
    second = learned.second(heard, among)
    chances = {
        one.text: judging.reports(signs, second, at_home=seen.at_home)
        for one, signs, seen in zip(learned.examples, heard, learned.seen, strict=True)
    }
    return chances.__getitem__


def write(learned: Learned) -> None:
    """Learn from all and write."""
    by_others = learned.by_others()
    heard = [learned.signs(at, one) for at, one in enumerate(by_others)]
    second = learned.second(heard, learned.unruled())
    duals, bias = learned.among(range(len(learned.examples)))
    rows = learned.texts.weights(duals)
    scales = np.abs(rows).max(0) / 127
    arrays = {
        "shape": np.array(SHAPE),
        "columns": _letters(COLUMNS),
        "fragments": _letters(learned.texts.fragments),
        "own": learned.texts.own,
        "rows": np.round(rows / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "bias": bias,
        "rules": np.array(_RULES),
    } | {f"second_{name}": np.array(one) for name, one in second.items()}
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, array in arrays.items():
            written = io.BytesIO()
            np.save(written, array, allow_pickle=False)
            # Always the same date, so that the same examples make the same file.
            kept.writestr(zipfile.ZipInfo(f"{name}.npy"), written.getvalue(), zipfile.ZIP_DEFLATED)
    print(f"{OUT.name}: {len(learned.examples)} examples, {OUT.stat().st_size // 1000} kB")


def _letters(words: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true", help="say what was read wrong, too")
    wanted = parser.parse_args()
    learned = Learned(every())
    if wanted.check:
        check(learned, show=wanted.show)
    else:
        write(learned)
    return 0


if __name__ == "__main__":
    sys.exit(main())
