"""Fits a logistic regression whose coefficients keep to given signs; numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_SWEEPS, _DONE = 100, 1e-3
_STEEPEST = 30.0


@dataclass(frozen=True)
class Fitted:
    """Coefficients for features that were moved to mean nought and scaled to deviation one."""

    mean: Floats
    scale: Floats
    coefficients: Floats
    bias: float

    def total(self, rows: Floats) -> Floats:
        """Return what each row adds up to: the logarithm of odds."""
        total: Floats = (rows - self.mean) / self.scale @ self.coefficients + self.bias
        return total

    def of(self, rows: Floats) -> Floats:
        """Return the probability of each row."""
        return chance_of(self.total(rows))

    def moved(self, rows: Floats, right: Floats, weights: Floats) -> Fitted:
        """Return the same with the bias under which it is so as often as it is in these rows."""
        return replace(self, bias=self.bias + shift(self.total(rows), right, weights))


def shift(total: Floats, right: Floats, weights: Floats) -> float:
    """Return what must be added to the logarithms of odds to be right as often as cases are."""
    bias = 0.0
    for _ in range(_SWEEPS):
        chance = chance_of(total + bias)
        bend = float((weights * chance * (1 - chance)).sum())
        step = float((weights * (right - chance)).sum()) / max(bend, 1e-9)
        bias += max(-1.0, min(step, 1.0))
        if abs(step) < _DONE:
            break
    return bias


def fit(
    rows: Floats, right: Floats, weights: Floats, signs: Sequence[int], penalty: float
) -> Fitted:
    """Fit by Newton's steps along one coefficient after the other.

    Args:
        rows: a row of features for each case.
        right: 1 where it is so, else 0.
        weights: how much each case counts.
        signs: for each coefficient 1 or -1 where it must not have the other sign, 0 where it may.
        penalty: how much the square of a coefficient costs.
    """
    mean = np.average(rows, axis=0, weights=weights)
    scale = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=weights))
    scale[scale < 1e-6] = 1.0
    columns = ((rows - mean) / scale).T.copy()
    coefficients, bias = np.zeros(len(columns)), 0.0
    total = np.zeros(len(right))
    for _ in range(_SWEEPS):
        chance = chance_of(total)
        step = float((weights * (right - chance)).sum() / (weights * chance * (1 - chance)).sum())
        bias, total = bias + step, total + step
        moved = abs(step)
        for at, column in enumerate(columns):
            chance = chance_of(total)
            slope = weights * (right - chance) @ column - penalty * coefficients[at]
            bend = weights * chance * (1 - chance) @ column**2 + penalty
            better = coefficients[at] + slope / bend
            if signs[at] * better < 0:
                better = 0.0
            step = float(better - coefficients[at])
            if step:
                total += step * column
                coefficients[at] = better
                moved = max(moved, abs(step))
        if moved < _DONE:
            break
    return Fitted(mean, scale, coefficients, bias)


def chance_of(total: Floats) -> Floats:
    """Return probabilities for logarithms of odds."""
    chance: Floats = 1 / (1 + np.exp(-np.clip(total, -_STEEPEST, _STEEPEST)))
    return chance
