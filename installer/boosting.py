"""Fits small trees one after the other, each on what those before left; numpy only.

Where a feature has a sign, no tree lets more of it speak the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
#: A leaf's value, or the column, up to where one goes left, and both sides.
Tree: TypeAlias = float | tuple[int, float, "Tree", "Tree"]
_BINS = 24
_STEEPEST = 30.0


@dataclass(frozen=True)
class Shape:
    """How many trees, how deep, how much of each is believed, the fewest cases of a leaf."""

    trees: int = 120
    depth: int = 3
    step: float = 0.06
    least: int = 15
    penalty: float = 3.0


def boost(
    rows: Floats, right: Floats, weights: Floats, signs: Sequence[int], shape: Shape
) -> list[Tree]:
    """Fit trees whose sum is how likely it is, on the scale of a logistic regression.

    Args:
        rows: a row of features for each case.
        right: 1 where it is so, else 0.
        weights: how much each case counts.
        signs: for each feature 1 or -1 where it must not speak the other way, 0 where it may.
        shape: of the trees.
    """
    grower = _Grower(rows, np.array(signs), shape)
    mean = float(np.average(right, weights=weights))
    start = float(np.log(mean / (1 - mean)))
    total = np.full(len(right), start)
    trees: list[Tree] = [start]
    for _ in range(shape.trees):
        chance = 1 / (1 + np.exp(-np.clip(total, -_STEEPEST, _STEEPEST)))
        tree, told = grower.grow(weights * (right - chance), weights * chance * (1 - chance))
        trees.append(tree)
        total += told
    return trees


def summed(trees: Sequence[Tree], rows: Floats) -> Floats:
    """Return the sum of the trees for each row."""
    total = np.zeros(len(rows))
    for tree in trees:
        _add(tree, rows, np.arange(len(rows)), total)
    return total


def _add(tree: Tree, rows: Floats, at: Whole, total: Floats) -> None:
    if isinstance(tree, float):
        total[at] += tree
        return
    column, edge, low, high = tree
    left = rows[at, column] <= edge
    _add(low, rows, at[left], total)
    _add(high, rows, at[~left], total)


class _Grower:
    """Grows trees on the same rows."""

    def __init__(self, rows: Floats, signs: Whole, shape: Shape) -> None:
        self._shape, self._signs = shape, signs
        self._count, self._columns = rows.shape
        self._edges = []
        for column in rows.T:
            inner = np.quantile(column, np.linspace(0, 1, _BINS + 1)[1:-1])
            self._edges.append(np.unique(inner.round(4)))
        binned = [
            np.searchsorted(edges, column)
            for edges, column in zip(self._edges, rows.T, strict=True)
        ]
        self._bins = np.stack(binned, axis=1) + _BINS * np.arange(self._columns)

    def grow(self, slopes: Floats, bends: Floats) -> tuple[Tree, Floats]:
        """Grow a tree, and return what it says of each row."""
        self._slopes, self._bends = slopes, bends
        self._told = np.zeros(self._count)
        tree = self._node(np.arange(self._count), self._shape.depth, -np.inf, np.inf)
        return tree, self._told

    def _node(self, at: Whole, depth: int, least: float, most: float) -> Tree:
        split = self._split(at, least, most) if depth else None
        if split is None:
            bend = float(self._bends[at].sum()) + self._shape.penalty
            value = min(max(float(self._slopes[at].sum()) / bend, least), most)
            value = round(self._shape.step * value, 5)
            self._told[at] = value
            return value
        column, place, low, high = split
        left = self._bins[at, column] - _BINS * column <= place
        sign, middle = self._signs[column], (low + high) / 2
        below = (least, middle) if sign > 0 else (middle, most) if sign < 0 else (least, most)
        above = (middle, most) if sign > 0 else (least, middle) if sign < 0 else (least, most)
        return (
            column,
            float(self._edges[column][place]),
            self._node(at[left], depth - 1, *below),
            self._node(at[~left], depth - 1, *above),
        )

    def _split(self, at: Whole, least: float, most: float) -> tuple[int, int, float, float] | None:
        """Return the column and the bin after which to split, and what both sides then say."""
        size, bins = self._columns * _BINS, self._bins[at].ravel()
        slopes, bends, counts = (
            np.bincount(bins, one, size).reshape(self._columns, _BINS).cumsum(axis=1)
            for one in (
                np.repeat(self._slopes[at], self._columns),
                np.repeat(self._bends[at], self._columns),
                None,
            )
        )
        penalty = self._shape.penalty
        rest, bent = slopes[:, -1:] - slopes, bends[:, -1:] - bends
        low = np.clip(slopes / (bends + penalty), least, most)
        high = np.clip(rest / (bent + penalty), least, most)
        gain = _gain(slopes, bends + penalty, low) + _gain(rest, bent + penalty, high)
        whole = slopes[0, -1] ** 2 / (bends[0, -1] + penalty) / 2
        few = np.minimum(counts, len(at) - counts) < self._shape.least
        gain[few | (self._signs[:, None] * (high - low) < 0)] = -np.inf
        column, place = np.unravel_index(int(gain.argmax()), gain.shape)
        if gain[column, place] <= whole + 1e-6:
            return None
        return int(column), int(place), float(low[column, place]), float(high[column, place])


def _gain(slopes: Floats, bends: Floats, values: Floats) -> Floats:
    result: Floats = slopes * values - bends * values**2 / 2
    return result
