"""What the words lead to, as rows: people and rooms, tickets, answers, the same thing reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.calls.assist import Sight
from desk.community.directory import Found
from desk.language.phones import masked
from desk.tickets.rows import TicketRow
from desk.tickets.same import Same
from desk.words import terms
from desk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex


class Sort(StrEnum):
    """What a row is; Enter does something else on each."""

    CALLER = "caller"
    TICKET = "ticket"
    ANSWER = "answer"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Result:
    """One row.

    Attributes:
        sort: what it is.
        id: of the room or person, ticket or article.
        title: the first line.
        detail: the second line, quiet; the approved wording of an answer.
        note: small at the right: a relation, a category, how long ago.
        marked: half-open spans of the title that matched what was typed.
        person: whether a caller row is a person (else a room).
        stale: the article has run out.
        number: the answer's place, 1 to 3, for ``Alt+1`` to ``Alt+3``; 0 for other rows.
        ticket: the ticket of a row that has one.
    """

    sort: Sort
    id: int
    title: str
    detail: str = ""
    note: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    person: bool = False
    room: int | None = None
    stale: bool = False
    number: int = 0
    ticket: TicketRow | None = None

    @property
    def said(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail, self.note) if part)


def results(
    words: Words, sight: Sight | None, tickets: Sequence[TicketRow], same: Sequence[Same]
) -> list[Result]:
    """Return the rows in the order of what Enter most likely means."""
    if sight is None:
        return []
    callers = [_caller(words, one) for one in sight.found]
    numbers = [_ticket(words, row, Sort.TICKET) for row in tickets]
    answers = [
        Result(
            Sort.ANSWER,
            answer.id,
            answer.question,
            answer.answer,
            note=words.say("Expired") if answer.expired else "",
            marked=answer.spans,
            stale=answer.expired,
            number=place,
        )
        for place, answer in enumerate(sight.answers, start=1)
    ]
    joins = [_ticket(words, one.row, Sort.SAME) for one in same]
    if sight.lookup or tickets:
        return [*numbers, *callers, *answers, *joins]
    # A sentence that only happens to name somebody: the answers stand first.
    return [*answers, *callers[:2], *joins]


def _caller(words: Words, found: Found) -> Result:
    relation = terms.relation(words, found.relation) if found.relation is not None else ""
    phone = masked(found.phone) if found.phone else ""
    return Result(
        Sort.CALLER,
        found.person_id if found.person_id is not None else found.room_id or 0,
        found.name or found.room_label,
        detail="  ".join(part for part in (found.room_label, phone) if part)
        if found.name
        else words.say("Room"),
        note=relation,
        person=found.person_id is not None,
        room=found.room_id,
    )


def _ticket(words: Words, row: TicketRow, sort: Sort) -> Result:
    what = " ".join(part for part in (row.place, row.category or row.words) if part)
    return Result(
        sort,
        row.ticket_id,
        f"{row.number}  {what}",
        row.words,
        note=terms.state(words, row.state),
        ticket=row,
    )


class ResultTable(QAbstractListModel):
    """A thin adapter over results; rows that stay are refreshed in place, nothing flickers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Result] = []

    def become(self, rows: Sequence[Result]) -> None:
        """Show other rows, changing no more of the list than its length."""
        old, new = len(self.rows), len(rows)
        if new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            del self.rows[new:]
            self.endRemoveRows()
        changed = [at for at, row in enumerate(rows[: len(self.rows)]) if row != self.rows[at]]
        self.rows[: len(self.rows)] = rows[: len(self.rows)]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self.rows.extend(rows[old:])
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return None
