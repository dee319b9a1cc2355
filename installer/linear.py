"""Learns the weights of linear models that share their fragments: ridge regression, numpy only.

There are more fragments than texts, so that it is solved by texts: how much any two of them share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desk.language.weighing import PARTS

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Texts:
    """Texts by their fragments: a row of shares for each, of length one."""

    fragments: tuple[str, ...]
    own: NDArray[np.uint8]
    places: tuple[NDArray[np.int64], ...]

    @classmethod
    def of(cls, found: Sequence[Sequence[str]], always: frozenset[str], least: int) -> Texts:
        """Count fragments; kept are those in ``always`` and those of ``least`` texts or more."""
        count = Counter(one for fragments in found for one in fragments)
        kept = sorted(one for one, times in count.items() if times >= least or one in always)
        number = {one: at for at, one in enumerate(kept)}
        # The rarer, the more it says.
        own = [math.sqrt(math.log(1 + len(found) / count[one])) for one in kept]
        return cls(
            tuple(kept),
            np.clip(np.round(np.array(own) * PARTS), 1, 255).astype(np.uint8),
            tuple(
                np.array([number[one] for one in fragments if one in number], np.int64)
                for fragments in found
            ),
        )

    def shares(self) -> Floats:
        """Return how much of it two texts share, from 0 to 1, for any two."""
        square = (self.own.astype(np.float32) / PARTS) ** 2
        texts: list[list[int]] = [[] for _ in self.fragments]
        for text, places in enumerate(self.places):
            for place in places:
                texts[place].append(text)
        shared = np.zeros((len(self.places), len(self.places)), np.float32)
        for place, listed in enumerate(texts):
            at = np.array(listed, np.int64)
            shared[np.ix_(at, at)] += square[place]
        scale = 1 / np.sqrt(np.maximum(np.diagonal(shared), 1e-6))
        return (shared * scale[:, None] * scale[None, :]).astype(np.float32)

    def weights(self, duals: Floats) -> Floats:
        """Return the weight of each fragment in each column, from those of the texts."""
        square = (self.own.astype(np.float32) / PARTS) ** 2
        total = np.zeros((len(self.fragments), duals.shape[1]), np.float32)
        for places, dual in zip(self.places, duals, strict=True):
            if len(places):
                total[places] += dual / np.sqrt(square[places].sum())
        return (total * square[:, None]).astype(np.float32)


def solve(shares: Floats, wanted: Floats, weights: Floats, penalty: float) -> tuple[Floats, Floats]:
    """Return the weight of each text in each column, and the bias of the columns.

    Args:
        shares: of any two texts.
        wanted: a column for each thing that is told apart.
        weights: how much each text counts.
        penalty: how much large weights cost.
    """
    bias = np.average(wanted, axis=0, weights=weights).astype(np.float32)
    ridge = shares + np.diag(penalty / weights).astype(np.float32)
    return np.linalg.solve(ridge, wanted - bias).astype(np.float32), bias
