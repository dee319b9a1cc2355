"""The best way to give each of some things at most one of others, by what each pair is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_NONE = float("inf")


def best_matching(
    worths: Sequence[Mapping[str, float]], alone: Sequence[float]
) -> list[str | None]:
    """Return for each row the key it is given, so that the sum of what they are worth is greatest.

    Args:
        worths: for each row what each key would be worth; a key goes to one row at most.
        alone: what a row is worth that is given none.
    """
    keys = sorted({key for worth in worths for key in worth})
    count = len(worths)
    # The Hungarian method on costs; each row has a column of its own for "none".
    costs = [
        [-worth.get(key, -1e6) for key in keys]
        + [-alone[row] if row == other else 1e6 for other in range(count)]
        for row, worth in enumerate(worths)
    ]
    width = len(keys) + count
    row_of = [0] * (width + 1)
    by_row, by_column = [0.0] * (count + 1), [0.0] * (width + 1)
    for row in range(1, count + 1):
        _place(row, costs, row_of, by_row, by_column)
    given: list[str | None] = [None] * count
    for column, row in enumerate(row_of[1 : len(keys) + 1]):
        if row and keys[column] in worths[row - 1]:
            given[row - 1] = keys[column]
    return given


def _place(
    row: int,
    costs: Sequence[Sequence[float]],
    row_of: list[int],
    by_row: list[float],
    by_column: list[float],
) -> None:
    """Give one more row its column along the cheapest way to a free one."""
    width = len(row_of) - 1
    cheapest, before, seen = [_NONE] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    row_of[0], column = row, 0
    while row_of[column]:
        seen[column] = True
        here, step, nearest = row_of[column], _NONE, 0
        for other in range(1, width + 1):
            if seen[other]:
                continue
            cost = costs[here - 1][other - 1] - by_row[here] - by_column[other]
            if cost < cheapest[other]:
                cheapest[other], before[other] = cost, column
            if cheapest[other] < step:
                step, nearest = cheapest[other], other
        for other in range(width + 1):
            if seen[other]:
                by_row[row_of[other]] += step
                by_column[other] -= step
            else:
                cheapest[other] -= step
        column = nearest
    while column:
        row_of[column] = row_of[before[column]]
        column = before[column]
