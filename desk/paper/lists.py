"""Lists on a page of figures: names with a bar and a count, shortened where they are long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from desk.paper.sheet import HAIR, Sheet
from desk.paper.text import width
from desk.reports.day_report import Counted
from desk.tickets.work_order import mobiles_hidden
from desk.words.catalogue import Words

#: Sizes of a list's title and of its lines, and the way from the one to the other.
TITLE, TEXT = 10.5, 8.8
BELOW_TITLE = 19.0
_BAR = 5.0
_BAR_SHARE = 0.38

Item = TypeVar("Item")


def divided(items: Sequence[Item], most: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """Divide a list into what is shown and what is only counted, in ``most`` lines together."""
    if len(items) <= most:
        return items, ()
    return items[: most - 1], items[most - 1 :]


@dataclass(frozen=True, slots=True)
class Column:
    """Where a list stands."""

    x: float
    wide: float

    @property
    def end(self) -> float:
        """Return its right edge."""
        return self.x + self.wide


def columns(left: float, right: float, gap: float, *shares: float) -> list[Column]:
    """Divide the width of a page, with gaps between."""
    free = right - left - gap * (len(shares) - 1)
    done, x = [], left
    for share in shares:
        wide = free * share / sum(shares)
        done.append(Column(x, wide))
        x += wide + gap
    return done


@dataclass(frozen=True, slots=True)
class Lists:
    """Sets lists onto a sheet with one distance from line to line."""

    sheet: Sheet
    words: Words
    step: float

    def title(self, column: Column, base: float, title: str) -> None:
        """Set what the list is about over a thin line."""
        self.sheet.say(column.x, base, title, TITLE, bold=True, room=column.wide)
        self.sheet.rule(column.x, base + 5, column.end, HAIR)

    def none(self, column: Column, base: float) -> float:
        """Say that there is nothing, rather than leave a hole; return the baseline."""
        self.sheet.say(column.x, base, self.words.say_in("day page", "None"), TEXT)
        return base

    def more(self, rest: Sequence[object]) -> str:
        """Say how many are not shown."""
        return self.words.say_n("and {n} more", "and {n} more", len(rest))

    def bars(
        self, column: Column, top: float, title: str, counted: Sequence[Counted], most: int
    ) -> float:
        """Set names with a bar and a figure each; return the last baseline."""
        items = [item for item in counted if item.count]
        shares = _BAR_SHARE if items else 0
        return self._list(column, top, title, items, most, shares)

    def counts(
        self, column: Column, top: float, title: str, items: Sequence[Counted], most: int
    ) -> float:
        """Set what people said with a figure each; return the last baseline."""
        return self._list(column, top, title, items, most, 0)

    def _list(
        self,
        column: Column,
        top: float,
        title: str,
        items: Sequence[Counted],
        most: int,
        share: float,
    ) -> float:
        sheet = self.sheet
        self.title(column, top, title)
        base = top + BELOW_TITLE
        if not items:
            return self.none(column, base)
        shown, rest = divided(items, most)
        total = sum(item.count for item in rest)
        figures = max(width(str(n), TEXT) for n in (total, *(item.count for item in shown))) + 7
        bar = column.wide * share
        start = column.end - figures - bar
        longest = max(item.count for item in items)
        for item in shown:
            name = mobiles_hidden(item.name)
            sheet.say(column.x, base, name, TEXT, room=start - column.x - 6)
            if bar:
                sheet.ink(start, base - 5.7, max(0.8, bar * item.count / longest), _BAR)
            sheet.say(column.end, base, str(item.count), TEXT, align="right")
            base += self.step
        if rest:
            sheet.say(column.x, base, self.more(rest), TEXT)
            sheet.say(column.end, base, str(total), TEXT, align="right")
            base += self.step
        return base - self.step
