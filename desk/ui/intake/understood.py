"""A file on its way in: opened, understood, compared, published; all of it off the main thread.

What is heavy to load is loaded where it is used: nobody who only answers calls waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.refusals import Refusal
from desk.sheets.columns import Choice, Column
from desk.ui.intake.roster_nodes import NOTHING, Nodes

if TYPE_CHECKING:
    from desk.centre.profile import Centre
    from desk.intake.files import Read
    from desk.intake.knowledge_plan import KnowledgePlan
    from desk.intake.ledger_plan import LedgerPlan
    from desk.intake.ledger_rows import LaidOut
    from desk.intake.origin import Origin
    from desk.intake.record import Imported
    from desk.intake.roster_plan import Decisions, RosterPlan
    from desk.models.database import Store, Write
    from desk.models.journal import Actor
    from desk.sheets.book import Book, Progress, Sheet
    from desk.sheets.findings import Place

    Plan = RosterPlan | LedgerPlan | KnowledgePlan

ROSTER, TICKETS, KNOWLEDGE = KINDS = ("roster", "tickets", "knowledge")
#: Columns shown of a sheet in which no table was found, and rows looked at for their examples.
_SHOWN, _LOOKED_AT = 40, 60


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened, with what kind it looks like; None for none."""

    path: Path
    origin: Origin
    book: Book
    guessed: str | None


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of one sheet as somebody corrects them.

    Attributes:
        sheet: None in a file without tabs.
        columns: what each was taken for.
        heads: the rows their heads stand in.
        chosen: the indexes of those somebody corrected.
        why: why nothing was read from the sheet, None where it was.
        closed: no correction opens it (it is hidden or empty).
    """

    sheet: str | None
    columns: tuple[Column, ...]
    heads: tuple[int, ...] = ()
    chosen: frozenset[int] = frozenset()
    why: Refusal | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a file.

    Attributes:
        opened: the file.
        kind: what it was read as.
        choices: what somebody said its columns are.
        fields: what a column of this kind may be.
        read: what the reader says.
        sheets: in the order of their tabs.
        nodes: the rooms as a tree; of no other kind.
        before: the last import of the very same file.
        people: how many a roster names, those of no room too.
    """

    opened: Opened
    kind: str
    choices: tuple[Choice, ...]
    fields: tuple[str, ...]
    read: Read
    sheets: tuple[SheetColumns, ...]
    nodes: Nodes = NOTHING
    before: Imported | None = None
    people: int = 0

    @property
    def amount(self) -> int:
        """How many rooms, tickets or articles there are."""
        return amount(self.read)

    @property
    def is_nothing(self) -> bool:
        """Nothing was understood that could be imported."""
        return not (self.amount or self.people)


@dataclass(frozen=True, slots=True)
class Compared:
    """What importing would change, with the figures of a roster's plan counted already."""

    plan: Plan
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody decided about a plan; only what belongs to its kind counts."""

    roster: Decisions | None = None
    still_open: frozenset[Place] = field(default_factory=frozenset)
    take: frozenset[int] = field(default_factory=frozenset)


def open_file(path: Path, progress: Progress) -> Opened:
    """Open a file and guess its kind.

    Raises:
        Refusal: ``sheet.*``.
    """
    from desk.intake import files, origin
    from desk.sheets.reading import open_book

    book = open_book(path, progress)
    progress(0, 0)
    return Opened(path, origin.of(path), book, files.guess(book))


def understand(
    opened: Opened,
    kind: str,
    choices: Sequence[Choice],
    community: int,
    progress: Progress,
) -> Understood:
    """Read an opened file as one of the kinds, with what somebody said of its columns."""
    from desk.intake import files, record

    read = files.read(kind, opened.book, choices, progress)
    progress(0, 0)
    return Understood(
        opened,
        kind,
        tuple(choices),
        files.keys(kind),
        read,
        tuple(_sheets(opened.book, read)),
        _nodes(read),
        record.same_file(community, opened.origin.digest),
        _people(read),
    )


def compare(
    read: Read, community: int, centre: Centre, now: datetime, progress: Progress
) -> Compared:
    """Return what importing it would change; nothing is written."""
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead
    from desk.intake import knowledge, ledger, roster

    if isinstance(read, RosterRead):
        plan = roster.compare(community, read, progress)
        return Compared(plan, plan.counts())
    if isinstance(read, KnowledgeRead):
        return Compared(knowledge.plan(community, read), {})
    return Compared(ledger.plan(community, read, centre, now, progress), {})


@contextmanager
def laid_out(
    plan: Plan, decided: Decided, centre: Centre, now: datetime, progress: Progress
) -> Iterator[LaidOut | None]:
    """Do what can be done of writing a plan before other desks have to wait for it."""
    from desk.intake import ledger
    from desk.intake.ledger_plan import LedgerPlan

    if not isinstance(plan, LedgerPlan):
        yield None
        return
    with ledger.laid_out(plan, decided.still_open, centre, now, progress) as waiting:
        yield waiting


def publish(
    write: Write,
    community: int,
    plan: Plan,
    decided: Decided,
    origin: Origin,
    centre: Centre,
    waiting: LaidOut | None = None,
) -> Imported:
    """Write a plan with its decisions in the open transaction; ``laid_out`` made it ready.

    Raises:
        Refusal: ``import.stale``, ``ledger.stale``, ``knowledge.stale``: compare again.
    """
    from desk.intake import knowledge, ledger, roster
    from desk.intake.ledger_plan import LedgerPlan
    from desk.intake.roster_plan import Decisions, RosterPlan

    if isinstance(plan, RosterPlan):
        return roster.publish(write, community, plan, decided.roster or Decisions(), origin)
    if isinstance(plan, LedgerPlan):
        return ledger.publish(write, community, plan, decided.still_open, origin, centre, waiting)
    return knowledge.publish(write, community, plan, decided.take, origin)


def store(
    database: Store,
    actor: Actor,
    now: datetime,
    community: int,
    plan: Plan,
    decided: Decided,
    origin: Origin,
    centre: Centre,
    progress: Progress,
) -> Imported:
    """Write a plan in a transaction of its own; what ``progress`` raises undoes all of it."""
    with (
        laid_out(plan, decided, centre, now, progress) as waiting,
        database.write(actor, now) as transaction,
    ):
        imported = publish(transaction, community, plan, decided, origin, centre, waiting)
        # The last moment at which it can be stopped: nothing of it has been stored yet.
        progress(1, 1)
    return imported


def amount(read: Read) -> int:
    """Return how many rooms, tickets or articles were read."""
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead

    if isinstance(read, RosterRead):
        return len(read.rooms)
    if isinstance(read, KnowledgeRead):
        return len(read.articles)
    return len(read.tickets)


def _people(read: Read) -> int:
    from desk.community.roster.read import RosterRead

    if not isinstance(read, RosterRead):
        return 0
    return sum(len(room.people) for room in read.rooms) + len(read.strangers)


def with_choice(understood: Understood, new: Choice) -> tuple[Choice, ...]:
    """Return the choices with one more: it holds for every sheet with the same head there."""
    meant = {new.sheet}
    head = _head(understood, new.sheet, new.column)
    if head:
        meant |= {
            one.sheet
            for one in understood.sheets
            if _head(understood, one.sheet, new.column) == head
        }
    kept = [one for one in understood.choices if one.column != new.column or one.sheet not in meant]
    ordered = [one.sheet for one in understood.sheets if one.sheet in meant]
    return (*kept, *(Choice(sheet, new.column, new.field) for sheet in ordered))


def _head(understood: Understood, sheet: str | None, column: int) -> str:
    for one in understood.sheets:
        if one.sheet == sheet and one.why is None:
            return next((c.head for c in one.columns if c.index == column), "")
    return ""


def _nodes(read: Read) -> Nodes:
    from desk.community.roster.read import RosterRead
    from desk.ui.intake.roster_nodes import lay_out

    return lay_out(read.rooms, len(read.strangers)) if isinstance(read, RosterRead) else NOTHING


def _sheets(book: Book, read: Read) -> list[SheetColumns]:
    """Return the columns of every sheet, also of those from which nothing was read."""
    found = {one.sheet: one for one in read.found.columns}
    skipped = {one.sheet: one.why for one in read.found.skipped}
    sheets = []
    for sheet in book.sheets:
        if sheet.name in found:
            one = found[sheet.name]
            sheets.append(SheetColumns(sheet.name, one.columns, one.heads, frozenset(one.chosen)))
        elif sheet.name in skipped:
            closed = sheet.hidden or not sheet.rows
            columns = () if closed else _raw(sheet)
            sheets.append(SheetColumns(sheet.name, columns, why=skipped[sheet.name], closed=closed))
    return sheets


def _raw(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns of a sheet in which no table was found, with what stands in them."""
    from desk.sheets.cells import plain

    examples: dict[int, list[str]] = {}
    for row in sheet.rows[:_LOOKED_AT]:
        for index, value in enumerate(row.cells[:_SHOWN]):
            texts = examples.setdefault(index, [])
            if value is not None and len(texts) < 3 and (text := plain(value)) not in texts:
                texts.append(text)
    return tuple(
        Column(index, "", None, examples=tuple(texts))
        for index, texts in sorted(examples.items())
        if texts
    )
