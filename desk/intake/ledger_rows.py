"""Lays the tickets of a ledger out beside the database, then writes them in a few statements.

All that can be done without the lock of writing is done before it is taken: the rows wait in a
table of this connection alone, which nobody sees and which goes with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from peewee import Database

from desk.centre import policy
from desk.centre.calendar import Hold
from desk.centre.profile import Centre
from desk.codes import NUMBER_PREFIX, Due, State, Topic, Urgency
from desk.intake import record
from desk.intake.ledger_plan import COLUMNS, NewTicket
from desk.models import bulk, fulltext, sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.refusals import Refusal
from desk.sheets.book import Progress
from desk.sheets.findings import Place
from desk.tickets import numbers

#: The day of those that keep their numbers: nothing is counted for them.
_NO_DAY: Final = -1
#: Rows between two reports of progress.
STRIDE: Final = 500
_LISTED: Final = ", ".join(COLUMNS)
_WAITING: Final = "new_ticket"
#: ``nth`` counts the rows from 0; ``serial`` those of a day from 1; ``prefix`` begins the number.
_LAID_OUT: Final = ("nth", "day", "serial", "prefix", *COLUMNS, "body", "sheet", "row", "said")
#: What waits has the types of where it goes.
_SHAPE: Final = (
    "SELECT t.id AS nth, t.serial AS day, t.serial, t.number AS prefix,"
    f" {', '.join(f't.{name}' for name in COLUMNS)},"
    ' t.words AS body, r.sheet, r."row", r.said FROM ticket t, imported_row r'
)
_SERIAL: Final = "d.given + n.serial"
#: A serial of four digits at least, said alike on both databases.
_DIGITS: Final = (
    f"CASE WHEN {_SERIAL} < 10000 THEN substr(CAST(10000 + {_SERIAL} AS TEXT), 2)"
    f" ELSE CAST({_SERIAL} AS TEXT) END"
)
_TICKETS: Final = (
    f"INSERT INTO ticket (id, number, serial, draft_key, imported_id, {_LISTED})"
    f" SELECT n.nth + {{first}}, n.prefix || {_DIGITS}, {_SERIAL},"
    " 'import-{imported}-' || CAST(n.nth + {first} AS TEXT), {imported},"
    f" {', '.join(f'n.{name}' for name in COLUMNS)}"
    f" FROM {_WAITING} n CROSS JOIN new_day d WHERE d.day = n.day ORDER BY n.nth"
)
_ROWS: Final = (
    "INSERT INTO imported_row"
    ' (imported_id, topic, subject, did, version, sheet, "row", said)'
    f" SELECT {{imported}}, '{Topic.TICKETS.value}', n.nth + {{first}}, '{record.ADDED}', 1,"
    f' n.sheet, n."row", n.said FROM {_WAITING} n ORDER BY n.nth'
)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Tickets that wait to be written.

    Attributes:
        count: how many.
        opened: how many of them are open ones.
        days: how many numbers each local day takes, in the order of the days' numbers.
        kept: the numbers that come with their tickets.
        reached: the highest serial of these of each local day.
        held: of those that are on hold which, from 0, and why.
    """

    count: int
    opened: int
    days: dict[date, int]
    kept: tuple[str, ...]
    reached: dict[date, int]
    held: tuple[tuple[int, str], ...]


@contextmanager
def laid_out(
    database: Database,
    centre: Centre,
    new: Sequence[NewTicket],
    picked: Collection[Place],
    now: datetime,
    progress: Progress | None = None,
) -> Iterator[LaidOut]:
    """Lay tickets out, those unfinished ones whose rows were picked as open ones.

    Outside a transaction it holds up nobody; inside of one it does what it does just as well. What
    ``progress`` raises ends it, and nothing is left.
    """
    opening = _Opening(centre, now)
    days: Counter[date] = Counter()
    numbered: dict[date, int] = {}
    kept: list[str] = []
    reached: dict[date, int] = {}
    held: list[tuple[int, str]] = []
    opened = 0

    def rows() -> Iterator[tuple[object, ...]]:
        nonlocal opened
        for nth, one in enumerate(new):
            if progress is not None and nth % STRIDE == 0:
                progress(nth, len(new))
            columns = one.columns
            if not one.done and one.source in picked:
                columns = opening.columns(one)
                opened += 1
                if one.hold is not None:
                    held.append((nth, one.hold.value))
            if one.number is None:
                days[one.day] += 1
                day, serial = numbered.setdefault(one.day, len(numbered)), days[one.day]
                prefix = f"{NUMBER_PREFIX[one.kind]}{one.day:%Y%m%d}-"
            else:
                day, serial = _NO_DAY, one.number.serial
                prefix = one.number.text.partition("-")[0] + "-"
                kept.append(one.number.text)
                reached[one.day] = max(serial, reached.get(one.day, 0))
            source = one.source
            yield (
                *(nth, day, serial, prefix, *columns),
                *(one.body, source.sheet, source.row, one.said),
            )

    with ExitStack() as stack:
        stack.enter_context(bulk.beside(database, _WAITING, _SHAPE, _LAID_OUT, rows()))
        stack.enter_context(fulltext.laid_out(database, _WAITING))
        yield LaidOut(len(new), opened, dict(days), tuple(kept), reached, tuple(held))


def put(write: Write, import_id: int, waiting: LaidOut) -> None:
    """Write the tickets that were laid out: numbers, rows, full text and what the file said.

    Raises:
        Refusal: ``ledger.stale`` when a number that one of them keeps was given out since.
    """
    database = write.database
    if not waiting.count:
        return
    if numbers.given(database, waiting.kept):
        raise Refusal("ledger.stale")
    first = bulk.first_of(database, "ticket", waiting.count)
    numbers.reach(database, waiting.reached)
    given = numbers.take_many(database, waiting.days)
    befores = [(nth, given[day].start - 1) for nth, day in enumerate(waiting.days)]
    befores.append((_NO_DAY, 0))
    shape = "SELECT t.serial AS day, t.serial AS given FROM ticket t"
    with bulk.beside(database, "new_day", shape, ("day", "given"), befores):
        sql.run(database, _TICKETS.format(first=first, imported=import_id))
    fulltext.put_laid_out(database, _WAITING, first)
    sql.run(database, _ROWS.format(first=first, imported=import_id))
    since = to_stored(write.now)
    held = ((first + nth, reason, since) for nth, reason in waiting.held)
    bulk.insert(database, "hold", ("ticket_id", "reason", "since"), held)


class _Opening:
    """Makes open tickets of old rows: received then, but with clocks that count from now."""

    def __init__(self, centre: Centre, now: datetime) -> None:
        self._now = now
        self._centre = centre
        tomorrow = centre.calendar.local(now).date() + timedelta(days=1)
        self._look_again = centre.calendar.closing_on(tomorrow)

    def columns(self, new: NewTicket) -> tuple[object, ...]:
        """Return the columns of an open ticket; on hold where the ledger says what it waits for.

        Nothing old rings: what was critical then is urgent now.
        """
        urgency = Urgency.URGENT if new.urgency is Urgency.CRITICAL else new.urgency
        state = State.RECEIVED if new.hold is None else State.HOLD
        calendar = self._centre.calendar
        deadlines = policy.deadlines(
            self._centre.policy,
            calendar,
            new.kind,
            urgency,
            self._now,
            holds=() if new.hold is None else [Hold(self._now)],
            family=new.family,
        )
        until = None if new.hold is None else self._look_again
        due_at, clock = policy.due_at(deadlines, None, None, None, state, until, None, calendar)
        instants = {**deadlines._asdict(), "due_at": due_at, "hold_until": until}
        changed = {
            **{name: None if at is None else to_stored(at) for name, at in instants.items()},
            "urgency": urgency.value,
            "state": state.value,
            "state_before": None if new.hold is None else State.RECEIVED.value,
            "is_open": True,
            "crew_id": None,
            "technician_id": None,
            "closed_at": None,
            "due_clock": clock.value if due_at is not None else Due.NONE.value,
            "hold_reason": None if new.hold is None else new.hold.value,
            "result": "",
            "end_reason": "",
        }
        return tuple(
            changed.get(name, value) for name, value in zip(COLUMNS, new.columns, strict=True)
        )
