"""The list of what the words lead to, and which row of it is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal

from desk.ui.call.result_delegate import ResultDelegate
from desk.ui.call.result_table import ResultTable
from desk.ui.call.results import Name, Result, Sort
from desk.ui.kit.list_view import ListView
from desk.ui.look import Look

#: For so long after rows came anew by themselves a key still means what stood there before.
_TO_SEE = timedelta(milliseconds=400)


class Seen(NamedTuple):
    """What a key pressed now means: the row pointed at, and the answers by their numbers."""

    pointed: Name | None
    numbered: dict[int, Name]


class Pointing(ListView):
    """Shows rows; the one pointed at never changes under somebody who walked to it.

    Attributes:
        table: the rows.
    """

    #: What is pointed at may be another row, or says something else.
    moved = Signal()
    #: Somebody walked to a row, or no longer holds to one.
    walked = Signal(bool)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, on="ground")
        self._walked = False
        self._text = ""
        self._stood: tuple[Seen, datetime] | None = None
        self.table = ResultTable(self)
        self.setUniformItemSizes(False)
        self.setModel(self.table)
        self._painter = ResultDelegate(look, self)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def current(self) -> Result | None:
        """The row that is pointed at."""
        at = self.currentIndex().row()
        return self.table.rows[at] if 0 <= at < len(self.table.rows) else None

    @property
    def answers(self) -> list[int]:
        """The ids of the answers as they stand."""
        return [row.id for row in self.table.rows if row.sort is Sort.ANSWER]

    def show_rows(
        self, rows: Sequence[Result], first: int, text: str, now: datetime, *, late: bool = False
    ) -> None:
        """Become other rows.

        Args:
            rows: what the words lead to.
            first: which of them to point at where nobody walked to one; -1 for none.
            text: the words they belong to.
            now: the moment.
            late: everything for these words had come already: these came by themselves.
        """
        before, same = self.current, text == self._text
        self._text = text
        if same and self._walked and before is not None:
            rows = in_place(rows, self.table.rows)
        stood = self.seen(now)
        moved = self.table.become(rows)
        at = self._place(rows, before, first, same=same)
        if not late or not rows:
            self._stood = None
        elif moved and stood != self._now_seen(rows, at):
            self._stood = stood, now
        self._point(at, anew=moved)

    def give_room(self, *, tight: bool) -> None:
        """Keep close what stands around the answer where there is little room."""
        if tight is not self._painter.tight:
            self._painter.tight = tight
            self.doItemsLayout()

    def walk(self, step: int) -> None:
        """Move by the arrow keys."""
        count = len(self.table.rows)
        if count:
            at = self.currentIndex().row()
            self.point_at((at + step) % count if at >= 0 else 0 if step > 0 else count - 1)

    def point_at(self, at: int) -> None:
        """Point at a row because somebody wants it; it stays pointed at."""
        self._set_walked(True)
        self._stood = None
        self._point(at)

    def forget_walk(self) -> None:
        """Begin at the first row again with the next rows."""
        self._set_walked(False)

    def seen(self, now: datetime) -> Seen:
        """Return what a key pressed now means: the eye needs a moment for another order."""
        if self._stood is not None:
            stood, since = self._stood
            if now - since < _TO_SEE:
                return stood
        return self._now_seen(self.table.rows, self.currentIndex().row())

    def row_of(self, name: Name | None) -> int:
        """Return where the row of this name stands, -1 where it is gone."""
        names = [row.name for row in self.table.rows]
        return names.index(name) if name is not None and name in names else -1

    def _place(
        self, rows: Sequence[Result], before: Result | None, first: int, *, same: bool
    ) -> int:
        """Return which row is pointed at: what somebody walked to, else the first.

        Where that is gone from among the same words, none is: no other was walked to.
        """
        if self._walked and before is not None:
            at = next((at for at, row in enumerate(rows) if row.name == before.name), -1)
            if at >= 0 or same:
                return at
            self._set_walked(False)
        return first

    def _set_walked(self, walked: bool) -> None:
        if walked is not self._walked:
            self._walked = walked
            self.walked.emit(walked)

    def _point(self, at: int, *, anew: bool = False) -> None:
        index = self.table.index(at) if at >= 0 else QModelIndex()
        other = index != self.currentIndex()
        if other:
            self.setCurrentIndex(index)
        if anew or other:
            # The row pointed at is higher than the others.
            self.doItemsLayout()
            if at <= 0:
                self.scrollToTop()
            else:
                self.scrollTo(index)
        self.moved.emit()

    @staticmethod
    def _now_seen(rows: Sequence[Result], at: int) -> Seen:
        pointed = rows[at].name if 0 <= at < len(rows) else None
        return Seen(pointed, {row.number: row.name for row in rows if row.number})


def in_place(rows: Sequence[Result], shown: Sequence[Result]) -> list[Result]:
    """Return rows in the order in which they stand; new ones come below them."""
    new = {row.name: row for row in rows}
    stayed = [replace(new.pop(row.name), heading=row.heading) for row in shown if row.name in new]
    number, kept = 0, []
    for row in [*stayed, *new.values()]:
        number += row.sort is Sort.ANSWER
        kept.append(replace(row, number=number) if row.sort is Sort.ANSWER else row)
    return kept
