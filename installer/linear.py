"""Learns the weights of a linear model of fragments: softmax, adaptive steps, shrunk weights."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desk.language.weighing import UNIT

Floats = NDArray[np.float32]
#: How long, in which steps and how strongly shrunk: chosen by cross-validation.
_ROUNDS, _STEP, _SHRINK = 40, 0.3, 3e-3
#: Weights nearer to none are left out of the resource.
_LEAST = 0.2


@dataclass
class Task:
    """Examples of one question: fragments, what the rules say, and the right labels."""

    labels: Sequence[str]
    numbers: dict[str, int] = field(default_factory=dict)
    examples: list[tuple[NDArray[np.int64], Floats, Floats, float]] = field(default_factory=list)

    def add(
        self,
        found: Iterable[str],
        by_rules: Mapping[str, float],
        right: Sequence[str],
        weight: float,
    ) -> None:
        """Add an example; several right labels share it."""
        places = [self.numbers.setdefault(one, len(self.numbers)) for one in found]
        if not places:
            return
        said, target = (np.zeros(len(self.labels), np.float32) for _ in range(2))
        for label, score in by_rules.items():
            if label in self.labels:
                said[self.labels.index(label)] = score
        for label in right:
            target[self.labels.index(label)] += 1 / len(right)
        self.examples.append((np.array(places), said, target, weight))


@dataclass(frozen=True)
class Learned:
    """What was learned."""

    labels: Sequence[str]
    numbers: dict[str, int]
    weights: Floats
    bias: Floats
    rules: float

    def document(self) -> dict[str, object]:
        """Return the form that is stored: for each fragment label, weight, label, weight, ..."""
        kept: dict[str, list[int]] = {}
        for gram, number in sorted(self.numbers.items()):
            row = self.weights[number]
            pairs = [(at, round(float(one) / UNIT)) for at, one in enumerate(row)]
            strong = [one for one in pairs if abs(one[1]) * UNIT >= _LEAST]
            if strong:
                kept[gram] = [value for pair in strong for value in pair]
        return {
            "about": "Learned by installer/meanings.py; not to be changed by hand.",
            "labels": list(self.labels),
            "bias": [round(float(one), 3) for one in self.bias],
            "rules": round(self.rules, 3),
            "weights": kept,
        }


def learn(task: Task, rules: float | None = None) -> Learned:
    """Learn one task; ``rules`` fixes what a point of the rules adds."""
    size = len(task.labels)
    weights: Floats = np.zeros((len(task.numbers), size), np.float32)
    seen: Floats = np.full_like(weights, 1e-2)
    bias: Floats = np.zeros(size, np.float32)
    adds = 0.3 if rules is None else rules
    chance = random.Random(0)
    examples = list(task.examples)
    for _ in range(_ROUNDS):
        chance.shuffle(examples)
        for places, said, target, weight in examples:
            share = 1 / math.sqrt(len(places))
            scores = bias + share * weights[places].sum(0) + adds * said
            shares = np.exp(scores - scores.max())
            wrong = (shares / shares.sum() - target) * weight
            slope = wrong * share + _SHRINK * weights[places]
            seen[places] += slope * slope
            weights[places] -= _STEP * slope / np.sqrt(seen[places])
            bias -= 0.01 * wrong
            if rules is None:
                adds -= 1e-3 * float(wrong @ said)
    return Learned(task.labels, task.numbers, weights, bias, adds)
