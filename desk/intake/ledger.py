"""An old ledger comes in as history: closed, with its own numbers and days, to be found again.

What the ledger left unfinished is listed first; what somebody picks of it becomes open, with clocks
that count from now. Everything is computed before the one transaction that writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import Topic
from desk.intake import ledger_rows, record
from desk.intake.ledger_homes import Names, Roster, Whose
from desk.intake.ledger_known import Known, key_of
from desk.intake.ledger_plan import LedgerPlan, NewTicket, Unfinished
from desk.intake.ledger_reading import TicketMaker
from desk.intake.ledger_rows import STRIDE, LaidOut
from desk.intake.left_out import LeftOut
from desk.intake.origin import Origin
from desk.intake.quiet import no_collector
from desk.intake.record import Imported
from desk.models.database import Write
from desk.models.fields import bound_database, from_stored, snapshot, to_stored
from desk.models.tables import Import, Ticket
from desk.refusals import Refusal
from desk.sheets.book import Progress
from desk.sheets.findings import Place
from desk.tickets import numbers
from desk.tickets.ledger.read import LedgerRead, ReadTicket
from desk.tickets.numbers import Number

#: A day before this is a slip of the pen: no office has kept a ledger for so long.
_FIRST_YEAR: Final = 1980
#: A day in microseconds.
_DAY: Final = 86_400_000_000


def plan(
    community: int,
    read: LedgerRead,
    centre: Centre,
    now: datetime,
    progress: Progress | None = None,
) -> LedgerPlan:
    """Compute what a ledger would bring; nothing is written, so it may be done again and again.

    Args:
        community: whose ledger it is.
        read: its rows.
        centre: whose zone, policy, crews and categories count.
        now: the present instant; what is said to have come later is left out.
        progress: called with (done, all) now and then.
    """
    database = bound_database(Ticket)
    with no_collector():
        with snapshot(database):
            planner = _Planner(database, community, centre, now, read)
        # The reading of so many words takes long, and nobody holds a transaction for that.
        return planner.plan(progress)


@contextmanager
def laid_out(
    planned: LedgerPlan,
    still_open: Collection[Place],
    centre: Centre,
    now: datetime,
    progress: Progress | None = None,
) -> Iterator[LaidOut]:
    """Lay out what was planned before the transaction that writes it begins.

    Whoever writes meanwhile need not wait; nothing of it is seen by anybody.

    Args:
        planned: what ``plan`` computed.
        still_open: the rows of the unfinished ones that are open; the others are closed.
        centre: as it was planned with.
        now: the instant of the transaction.
        progress: called with (done, all) now and then; what it raises ends it.
    """
    with (
        no_collector(),
        ledger_rows.laid_out(
            bound_database(Ticket), centre, planned.new, frozenset(still_open), now, progress
        ) as waiting,
    ):
        yield waiting


def publish(
    write: Write,
    community: int,
    planned: LedgerPlan,
    still_open: Collection[Place],
    origin: Origin,
    centre: Centre,
    waiting: LaidOut | None = None,
) -> Imported:
    """Write what was planned, all of it in the open transaction.

    Args:
        write: the transaction.
        community: whose ledger it is.
        planned: what ``plan`` computed.
        still_open: the rows of the unfinished ones that are open; the others are closed.
        origin: the file.
        centre: as it was planned with.
        waiting: what ``laid_out`` gave; without it others wait for that too.

    Raises:
        Refusal: ``ledger.stale`` when something was imported or taken back since it was planned.
    """
    if planned.imports != _imports(community):
        raise Refusal("ledger.stale")
    if waiting is None:
        with laid_out(planned, still_open, centre, write.now) as here:
            return publish(write, community, planned, still_open, origin, centre, here)
    import_id = record.begin(write, community, record.TICKETS, origin)
    ledger_rows.put(write, import_id, waiting)
    write.topics.add(Topic.TICKETS)
    counts = {
        "tickets": len(planned.new),
        "open": waiting.opened,
        "unfinished": len(planned.unfinished) - waiting.opened,
        "there": planned.there,
        "repeated": planned.repeated,
        "left_out": len(planned.left_out),
    }
    return record.end(write, import_id, counts)


class _Planner:
    """Goes through the rows of a ledger once."""

    def __init__(
        self, database: Database, community: int, centre: Centre, now: datetime, read: LedgerRead
    ) -> None:
        self._database = database
        self._community = community
        self._centre = centre
        self._now = to_stored(now)
        self._today = centre.calendar.local(now).date()
        self._roster = Roster(community)
        self._maker = TicketMaker(centre)
        self._left_out: list[LeftOut] = []
        self._redated = 0
        self._rows = list(self._dated(read.tickets))
        self._there = self._known([at for _, _, at in self._rows])
        self._names = Names(community, {row.community for row in read.tickets} - {""})
        self._imports = _imports(community)
        ours = (number.text for row, on, _ in self._rows if (number := _number(row, on)))
        self._given = numbers.given(database, ours)

    def plan(self, progress: Progress | None) -> LedgerPlan:
        """Return what the rows come to; reads nothing any more."""
        new: list[NewTicket] = []
        unfinished: list[Unfinished] = []
        strange: Counter[str] = Counter()
        seen: set[int] = set()
        there = repeated = 0
        for count, (row, on, at) in enumerate(self._rows):
            if progress is not None and count % STRIDE == 0:
                progress(count, len(self._rows))
            whose = self._names.whose(row.community)
            if whose is Whose.KNOWN:
                why = Refusal("ledger.other_community", name=row.community)
                self._left_out.append(LeftOut(row.source, why))
                continue
            home = self._roster.home(row) if whose is Whose.OURS else self._roster.elsewhere(row)
            if (told := _told(row, at, home.label)) in seen:
                repeated += 1
                self._left_out.append(LeftOut(row.source, Refusal("ledger.repeated")))
                continue
            seen.add(told)
            key = key_of(at, home.label, row.text)
            day = on.date() if isinstance(on, datetime) else on
            if self._there.take(row.number, day, key, at):
                there += 1
                continue
            number = self._kept(row, on)
            ticket = self._maker.make(row, self._community, home, key, day, at, self._now, number)
            new.append(ticket)
            if row.room is not None and home.room is None:
                strange[home.label] += 1
            if not ticket.done:
                unfinished.append(self._unfinished(row, ticket, home.label))
        return LedgerPlan(
            new=tuple(new),
            unfinished=tuple(sorted(unfinished, key=lambda one: one.age_days)),
            there=there,
            repeated=repeated,
            left_out=tuple(self._left_out),
            redated=self._redated,
            first=min((ticket.day for ticket in new), default=None),
            last=max((ticket.day for ticket in new), default=None),
            placed=sum(ticket.in_room for ticket in new),
            strange=tuple(strange.most_common()),
            imports=self._imports,
        )

    def _kept(self, row: ReadTicket, on: date) -> Number | None:
        """Return the number that a ticket keeps, and let no other row have it."""
        number = _number(row, on)
        if number is None or number.text in self._given:
            return None
        self._given.add(number.text)
        return number

    def _dated(self, rows: Iterable[ReadTicket]) -> Iterator[tuple[ReadTicket, date, int]]:
        """Give the rows that can be told in time, each with when and the stored instant of it."""
        before: dict[str | None, date] = {}
        last: date | None = None
        for row in rows:
            on = row.reported_at
            if on is None:
                on = before.get(row.source.sheet, last)
                if on is None:
                    self._left_out.append(LeftOut(row.source, Refusal("ledger.no_day")))
                    continue
                on = on.date() if isinstance(on, datetime) else on
                self._redated += 1
            day = on.date() if isinstance(on, datetime) else on
            if day > self._today or day.year < _FIRST_YEAR:
                code = "ledger.ahead" if day > self._today else "ledger.long_ago"
                self._left_out.append(LeftOut(row.source, Refusal(code, day=day.isoformat())))
                continue
            before[row.source.sheet] = last = day
            # What came in today without a time came in by now.
            yield row, on, min(self._maker.received(on), self._now)

    def _known(self, stored: list[int]) -> Known:
        first, last = min(stored, default=0) - _DAY, max(stored, default=0) + _DAY
        return Known(self._database, self._community, first, last, self._local_day)

    def _local_day(self, stored: int) -> date:
        return self._centre.calendar.local(from_stored(stored)).date()

    def _unfinished(self, row: ReadTicket, ticket: NewTicket, place: str) -> Unfinished:
        return Unfinished(
            source=row.source,
            number=row.number,
            place=place,
            words=row.text,
            said_no=row.done is False,
            hold=ticket.hold,
            hold_said=row.hold_reason,
            reported_on=ticket.day,
            age_days=(self._today - ticket.day).days,
        )


def _number(row: ReadTicket, on: date) -> Number | None:
    """Return the number of a row that is one of ours, of its own day: a list that we wrote."""
    return numbers.of_day(row.number, on.date() if isinstance(on, datetime) else on)


def _told(row: ReadTicket, at: int, place: str) -> int:
    """Return what is the same of two rows that are one, written down twice."""
    told = (row.number, at, place, row.name, row.phone, row.text)
    return hash((*told, row.finished_at, row.handler, row.result))


def _imports(community: int) -> tuple[tuple[int, str], ...]:
    """Return the imports there are and their states: while these stay, so does what was read."""
    query = Import.select(Import.id, Import.state).where(Import.community == community)
    return tuple(query.order_by(Import.id).tuples().execute())
