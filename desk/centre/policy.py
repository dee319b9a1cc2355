"""The policy of clocks: how long people may wait, by kind and urgency, and what is due when.

Every figure is a default that the centre may change; as shipped they are 公司标准, never law.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from desk.centre.calendar import Hold, ServiceCalendar
from desk.centre.clocks import Clocks, Row, as_mapping, from_seconds, row_for, to_seconds
from desk.codes import ClockRun, Due, Family, Kind, State, Urgency
from desk.refusals import Refusal
from desk.words.catalogue import mark

#: The name of the policy as shipped; a centre that changes figures may give its own.
STANDARD = mark("company standard")

#: A day on a clock that runs in service hours: what the default calendar is open on a day.
WORKING_DAY = timedelta(hours=8)


@dataclass(frozen=True)
class Policy:
    """The clocks of every row, the exceptions for families, and when a deadline is near.

    Attributes:
        clocks: one for each ``Row``.
        arrive: other times of arrival, by family and urgency: who must come is a contractor.
        soon: how long before a deadline a ticket of this urgency turns amber.
        name: shown where figures of the policy are; ``STANDARD`` is translated.
    """

    clocks: Mapping[Row, Clocks]
    arrive: Mapping[tuple[Family, Urgency], timedelta]
    soon: Mapping[Urgency, timedelta]
    name: str = STANDARD

    def __post_init__(self) -> None:
        for name in ("clocks", "arrive", "soon"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def clocks_for(self, kind: Kind, urgency: Urgency, family: Family | None = None) -> Clocks:
        """Return the clocks of a ticket, its family's exception applied."""
        clocks = self.clocks[row_for(kind, urgency)]
        arrive = self.arrive.get((family, urgency)) if family is not None else None
        return clocks if arrive is None else replace(clocks, arrive=arrive)

    @classmethod
    def from_document(cls, document: object) -> Policy:
        """Read what ``to_document`` writes; what is left out is as shipped.

        Raises:
            Refusal: ``policy.shape`` or ``policy.allowance``, with the field.
        """
        document = as_mapping(document, "document")
        shipped = company_standard()
        clocks, soon = dict(shipped.clocks), dict(shipped.soon)
        for name, value in as_mapping(document.get("clocks", {}), "clocks").items():
            row = _code(Row, name, "clocks")
            clocks[row] = Clocks.from_document(value, f"clocks.{name}")
        for name, value in as_mapping(document.get("soon_s", {}), "soon_s").items():
            soon[_code(Urgency, name, "soon_s")] = from_seconds(value, f"soon_s.{name}")
        title = document.get("name", STANDARD)
        if not isinstance(title, str):
            raise Refusal("policy.shape", field="name")
        arrive = _exceptions(document["arrive"]) if "arrive" in document else shipped.arrive
        return cls(clocks, arrive, soon, title)

    def to_document(self) -> dict[str, object]:
        """Write the policy as JSON, allowances in seconds of the time that counts."""
        return {
            "name": self.name,
            "clocks": {str(row): clocks.to_document() for row, clocks in self.clocks.items()},
            "arrive": [
                {"family": str(family), "urgency": str(urgency), "arrive_s": to_seconds(arrive)}
                for (family, urgency), arrive in self.arrive.items()
            ],
            "soon_s": {str(urgency): to_seconds(soon) for urgency, soon in self.soon.items()},
        }


_Code = TypeVar("_Code", bound=StrEnum)


def _code(codes: type[_Code], name: object, field: str) -> _Code:
    try:
        return codes(str(name))
    except ValueError as problem:
        raise Refusal("policy.shape", field=f"{field}.{name}") from problem


def _exceptions(document: object) -> dict[tuple[Family, Urgency], timedelta]:
    if not isinstance(document, list):
        raise Refusal("policy.shape", field="arrive")
    exceptions: dict[tuple[Family, Urgency], timedelta] = {}
    for value in document:
        item = as_mapping(value, "arrive")
        family = _code(Family, item.get("family"), "arrive")
        urgency = _code(Urgency, item.get("urgency"), "arrive")
        exceptions[family, urgency] = from_seconds(item.get("arrive_s"), f"arrive.{family}")
    return exceptions


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def _hours(count: int) -> timedelta:
    return timedelta(hours=count)


def company_standard() -> Policy:
    """Return the policy as shipped (domain: clocks shipped as the default policy)."""
    service, around = ClockRun.SERVICE, ClockRun.ROUND
    return Policy(
        clocks={
            Row.CRITICAL: Clocks(_minutes(1), _minutes(5), _hours(2), around),
            Row.URGENT: Clocks(_minutes(10), _minutes(30), _hours(24), around),
            Row.NORMAL: Clocks(_minutes(30), _hours(24), _hours(24), service, True),
            Row.PLANNED: Clocks(_hours(4), None, 7 * WORKING_DAY, service, True),
            Row.COMPLAINT: Clocks(_hours(24), None, 3 * WORKING_DAY, service),
            Row.SERIOUS_COMPLAINT: Clocks(_hours(2), None, timedelta(days=7), around),
            Row.INQUIRY: Clocks(_hours(4), None, _hours(48), service),
            Row.FEEDBACK: Clocks(_hours(24), None, 7 * WORKING_DAY, service),
        },
        arrive={(Family.LIFT, Urgency.CRITICAL): _minutes(30)},
        soon={
            Urgency.CRITICAL: _minutes(5),
            Urgency.URGENT: _minutes(10),
            Urgency.NORMAL: _minutes(30),
            Urgency.PLANNED: _hours(4),
        },
    )


class Deadlines(NamedTuple):
    """When a ticket's three clocks run out, in UTC; None for a clock that does not run."""

    respond_by: datetime | None = None
    arrive_by: datetime | None = None
    finish_by: datetime | None = None


def deadlines(
    policy: Policy,
    calendar: ServiceCalendar,
    kind: Kind,
    urgency: Urgency,
    received_at: datetime,
    appointment: datetime | None = None,
    holds: Sequence[Hold] = (),
    *,
    family: Family | None = None,
) -> Deadlines:
    """Return a ticket's deadlines.

    Args:
        policy: how long each may take.
        calendar: which seconds count.
        kind: what sort of ticket.
        urgency: chooses the clocks.
        received_at: when the clocks began.
        appointment: until when somebody has promised to be there.
        holds: stop the finish clock, and no other; while one lasts there is no ``finish_by``.
        family: what it is about; some have a time of arrival of their own.
    """
    clocks = policy.clocks_for(kind, urgency, family)

    def by(allowance: timedelta | None, held: Sequence[Hold] = ()) -> datetime | None:
        if allowance is None:
            return None
        return calendar.due(received_at, allowance, clocks.run, held)

    arrive_by, finish_by = by(clocks.arrive), by(clocks.finish, holds)
    if appointment is not None and clocks.by_appointment:
        arrive_by = appointment
        if clocks.finish is not None and finish_by is not None and finish_by < appointment:
            # Nobody is late with what was agreed on for later: then the work is what is timed.
            finish_by = calendar.due(appointment, clocks.finish, clocks.run, holds)
    return Deadlines(by(clocks.respond), arrive_by, finish_by)


_AT_REST = frozenset({State.DONE, State.CLOSED, State.CANCELLED, State.MERGED})


def due_at(
    deadlines: Deadlines,
    responded_at: datetime | None,
    arrived_at: datetime | None,
    finished_at: datetime | None,
    state: State,
    hold_until: date | None,
    visit_on: date | None,
    calendar: ServiceCalendar,
) -> tuple[datetime | None, Due]:
    """Return the instant (UTC) at which a ticket is due next, and which clock says so.

    The earliest clock not yet met; on hold the moment to look again; awaiting its return visit
    that visit's; else none. A later step meets the clocks before it: who has arrived has
    responded. ``hold_until`` and ``visit_on`` are instants, or local days, which begin with the
    day's service.
    """
    if state in _AT_REST:
        return None, Due.NONE
    if state is State.HOLD:
        return _instant(hold_until, calendar), Due.LOOK_AGAIN
    if state is State.TO_VISIT:
        return _instant(visit_on, calendar), Due.VISIT
    running: list[tuple[datetime | None, Due]] = []
    if finished_at is None:
        running.append((deadlines.finish_by, Due.FINISH))
        if arrived_at is None:
            running.append((deadlines.arrive_by, Due.ARRIVE))
            if responded_at is None:
                running.append((deadlines.respond_by, Due.RESPOND))
    # Of two that are due together the earlier step is named.
    return min(
        ((at, clock) for at, clock in reversed(running) if at is not None),
        key=lambda item: item[0],
        default=(None, Due.NONE),
    )


def _instant(when: date | None, calendar: ServiceCalendar) -> datetime | None:
    if when is None or isinstance(when, datetime):
        return when
    return calendar.closing_on(when)
