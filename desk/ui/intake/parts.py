"""One list of what a file brings, and what can be decided in it: values, made of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from desk.ui.icons import Icon


class Shape(Enum):
    """How the rows of a list look."""

    #: One line.
    LINE = "line"
    #: A line and a quiet one below it.
    TWO = "two"
    #: What was and what will be.
    CHANGE = "change"
    #: Two short values of which one holds, side by side.
    CHOICE = "choice"
    #: Two wordings of which one holds, one below the other.
    WORDINGS = "wordings"

    @property
    def chooses(self) -> bool:
        """Whether one of two holds; else rows are ticked, or only read."""
        return self in (Shape.CHOICE, Shape.WORDINGS)


class Line(NamedTuple):
    """What a row says.

    Attributes:
        title: what it is about.
        lead: quiet, before the title, such as a room.
        note: quiet, after the title.
        detail: the second line, quiet.
        time: at the right.
        label: which field changes, or is asked about.
        before: as it stands at the desk; of a choice the desk's wording.
        after: as it becomes; of a choice the file's wording.
        on: it is ticked, or the file's wording is taken; None where there is nothing to decide.
        fixed: it cannot be decided; ``note`` says why.
    """

    title: str
    lead: str = ""
    note: str = ""
    detail: str = ""
    time: str = ""
    label: str = ""
    before: str = ""
    after: str = ""
    on: bool | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Tool:
    """A decision on the whole list; ``key`` works while the list has the focus."""

    text: str
    key: str
    icon: Icon
    run: Callable[[], None]


@dataclass(frozen=True)
class Part:
    """A list of a plan.

    Attributes:
        key: names it, so that it stays in front.
        title: what it holds; stands with the count on its chip.
        sentence: what will become of its rows, and what can be decided.
        shape: how its rows look.
        count: how many rows there are; asked once.
        stands_for: how many things they are, where a row is several of them.
        line: says a row, with telephone numbers whole or masked.
        decide: ticks a row or takes the file's wording; None for a list that is only read.
        tools: decisions on all of its rows.
        phones: numbers stand in it.
    """

    key: str
    title: str
    sentence: str
    shape: Shape
    count: int
    line: Callable[[int, bool], Line]
    decide: Callable[[int, bool], None] | None = None
    tools: tuple[Tool, ...] = ()
    phones: bool = False
    stands_for: int | None = None
