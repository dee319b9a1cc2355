"""The queue as Qt sees it: a thin table over ticket rows that becomes other rows, never resets.

Selection, current row and scroll position stay with their tickets, because what goes, comes,
moves and changes is said row by row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.tickets.rows import TicketRow
from desk.ui.queue.said import RowSaid, Speaker

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: More moves than this at once are told as one new layout: views do as much for a single move.
_MOVES_ONE_BY_ONE = 8


class QueueTable(QAbstractListModel):
    """The rows of the queue that have been read so far, in order; ids are unique.

    What a row says is worked out when somebody asks for it and kept until it changes.
    """

    def __init__(self, speaker: Speaker, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._now = now
        self._rows: list[TicketRow] = []
        self._said: dict[int, RowSaid] = {}
        self._more = False
        self._fetch: Callable[[], None] | None = None

    # --- what is shown ------------------------------------------------------------------------
    @property
    def rows(self) -> Sequence[TicketRow]:
        """The rows as they stand."""
        return self._rows

    def row(self, at: int) -> TicketRow | None:
        """Return a row, None beyond the ends."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, ticket: int) -> int | None:
        """Return where a ticket stands, None where it is not."""
        return next((at for at, row in enumerate(self._rows) if row.ticket_id == ticket), None)

    def said(self, at: int) -> RowSaid:
        """Return what a row says."""
        row = self._rows[at]
        said = self._said.get(row.ticket_id)
        if said is None:
            said = self._said[row.ticket_id] = self._speaker.say(row, self._now)
        return said

    # --- change -------------------------------------------------------------------------------
    def become(self, rows: Iterable[TicketRow], now: datetime) -> None:
        """Become these rows; every ticket that stays keeps its selection and its place."""
        wanted = {row.ticket_id: row for row in rows}
        self._remove_all_but(wanted)
        order = {ticket: at for at, ticket in enumerate(wanted)}
        self._reorder(order)
        self._insert_new(list(wanted.values()))
        self._refresh(wanted)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let time pass: rows whose words or look are no longer true say something else."""
        self._now = now
        changed = []
        for at, row in enumerate(self._rows):
            said = self._said.get(row.ticket_id)
            if said is None or said.changes_at > now:
                continue
            fresh = self._said[row.ticket_id] = self._speaker.say(row, now)
            if not fresh.same_as(said):
                changed.append(at)
        self._tell_changed(changed)

    def speak(self, speaker: Speaker) -> None:
        """Say everything anew: the policy has changed."""
        self._speaker = speaker
        self._said.clear()
        self._tell_changed(list(range(len(self._rows))))

    def changes_at(self, first: int = 0, last: int | None = None) -> datetime | None:
        """Return the next instant at which time alone changes one of these rows."""
        end = len(self._rows) if last is None else min(last + 1, len(self._rows))
        return min((self.said(at).changes_at for at in range(max(0, first), end)), default=None)

    # --- more pages ---------------------------------------------------------------------------
    def fetch_with(self, fetch: Callable[[], None]) -> None:
        """Ask this for the next page when a view comes to the end of the rows."""
        self._fetch = fetch

    def set_more(self, more: bool) -> None:
        """Say whether there are rows behind the last one."""
        self._more = more

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        """Say whether there are rows behind the last one."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        """Ask for the next page; it comes by ``become``."""
        if self._more and not parent.isValid() and self._fetch is not None:
            self._fetch()

    # --- Qt asks ------------------------------------------------------------------------------
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows have been read."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what a row is called, and all it says for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            said = self.said(index.row())
            return f"{said.short} {said.place} {said.words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row()).spoken
        return None

    # --- the heart ----------------------------------------------------------------------------
    def _remove_all_but(self, wanted: dict[int, TicketRow]) -> None:
        at = len(self._rows) - 1
        while at >= 0:
            if self._rows[at].ticket_id in wanted:
                at -= 1
                continue
            last = at
            while at > 0 and self._rows[at - 1].ticket_id not in wanted:
                at -= 1
            self.beginRemoveRows(_NOWHERE, at, last)
            for gone in self._rows[at : last + 1]:
                self._said.pop(gone.ticket_id, None)
            del self._rows[at : last + 1]
            self.endRemoveRows()
            at -= 1

    def _reorder(self, order: dict[int, int]) -> None:
        """Put the rows that stay in their new order, moving as few of them as will do."""
        ranks = [order[row.ticket_id] for row in self._rows]
        stay = _longest_rising(ranks)
        moving = [rank for rank in ranks if rank not in stay]
        if len(moving) > _MOVES_ONE_BY_ONE:
            self._lay_out_anew(ranks)
            return
        for rank in sorted(moving):
            here = ranks.index(rank)
            # Before the first row that stays and comes later; those still to move do not count.
            there = next(
                (at for at, other in enumerate(ranks) if other > rank and other in stay), len(ranks)
            )
            stay.add(rank)
            if there in (here, here + 1):
                continue
            self.beginMoveRows(_NOWHERE, here, here, _NOWHERE, there)
            target = there - 1 if there > here else there
            self._rows.insert(target, self._rows.pop(here))
            ranks.insert(target, ranks.pop(here))
            self.endMoveRows()

    def _lay_out_anew(self, ranks: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._rows[index.row()].ticket_id for index in before]
        order = sorted(range(len(ranks)), key=ranks.__getitem__)
        self._rows = [self._rows[at] for at in order]
        places = {row.ticket_id: at for at, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(places[ticket]) for ticket in held])
        self.layoutChanged.emit()

    def _insert_new(self, wanted: list[TicketRow]) -> None:
        at = 0
        while at < len(wanted):
            if at < len(self._rows) and self._rows[at].ticket_id == wanted[at].ticket_id:
                at += 1
                continue
            last = at
            here = self._rows[at].ticket_id if at < len(self._rows) else None
            while last + 1 < len(wanted) and wanted[last + 1].ticket_id != here:
                last += 1
            self.beginInsertRows(_NOWHERE, at, last)
            self._rows[at:at] = wanted[at : last + 1]
            self.endInsertRows()
            at = last + 1

    def _refresh(self, wanted: dict[int, TicketRow]) -> None:
        changed = []
        for at, row in enumerate(self._rows):
            fresh = wanted[row.ticket_id]
            if fresh is not row and fresh != row:
                self._rows[at] = fresh
                self._said.pop(row.ticket_id, None)
                changed.append(at)
        self._tell_changed(changed)

    def _tell_changed(self, places: Sequence[int]) -> None:
        """Say which rows changed, neighbours together."""
        start = 0
        for end in range(1, len(places) + 1):
            if end < len(places) and places[end] == places[end - 1] + 1:
                continue
            self.dataChanged.emit(self.index(places[start]), self.index(places[end - 1]), [])
            start = end


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    """Return a longest rising subsequence of distinct numbers: what need not move."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for rank in ranks:
        at = bisect_left(tails, rank)
        before[rank] = tails[at - 1] if at else None
        tails[at : at + 1] = [rank]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
