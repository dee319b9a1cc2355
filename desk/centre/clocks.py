"""The rows of the clock policy: which clocks a ticket has, and how long each may run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desk.codes import ClockRun, Kind, Urgency
from desk.refusals import Refusal

_SECOND = timedelta(seconds=1)
#: Longer than this nobody waits; it keeps every sum within what ``timedelta`` can hold.
_LONGEST = 100 * 366 * 86_400


class Row(StrEnum):
    """A row of the policy: by urgency, but for kinds that have clocks of their own."""

    CRITICAL = "critical"
    URGENT = "urgent"
    NORMAL = "normal"
    PLANNED = "planned"
    COMPLAINT = "complaint"
    SERIOUS_COMPLAINT = "serious_complaint"
    INQUIRY = "inquiry"
    FEEDBACK = "feedback"


_OWN_ROWS: dict[Kind, Row] = {
    Kind.COMPLAINT: Row.COMPLAINT,
    Kind.INQUIRY: Row.INQUIRY,
    Kind.SUGGESTION: Row.FEEDBACK,
    Kind.PRAISE: Row.FEEDBACK,
}


def row_for(kind: Kind, urgency: Urgency) -> Row:
    """Return the row whose clocks run; what is critical is critical whatever its kind."""
    if urgency is Urgency.CRITICAL:
        return Row.CRITICAL
    row = _OWN_ROWS.get(kind, Row(urgency))
    if row is Row.COMPLAINT and urgency is Urgency.URGENT:
        return Row.SERIOUS_COMPLAINT
    return row


@dataclass(frozen=True)
class Clocks:
    """The allowances of one row; None where no such clock runs.

    Attributes:
        respond: until a crew has taken it.
        arrive: until somebody is there, where no appointment was made.
        finish: until it is done.
        run: which seconds count towards all three.
        by_appointment: an appointment takes the place of ``arrive``.
    """

    respond: timedelta | None
    arrive: timedelta | None
    finish: timedelta | None
    run: ClockRun
    by_appointment: bool = False

    @classmethod
    def from_document(cls, document: object, field: str) -> Clocks:
        """Read what ``to_document`` writes.

        Raises:
            Refusal: ``policy.shape`` or ``policy.allowance``, with the field.
        """
        document = as_mapping(document, field)
        try:
            run = ClockRun(str(document.get("run")))
        except ValueError as problem:
            raise Refusal("policy.shape", field=f"{field}.run") from problem
        return cls(
            _allowance(document, field, "respond_s"),
            _allowance(document, field, "arrive_s"),
            _allowance(document, field, "finish_s"),
            run,
            document.get("by_appointment") is True,
        )

    def to_document(self) -> dict[str, object]:
        """Write allowances in seconds."""
        return {
            "respond_s": _seconds(self.respond),
            "arrive_s": _seconds(self.arrive),
            "finish_s": _seconds(self.finish),
            "run": str(self.run),
            "by_appointment": self.by_appointment,
        }


def as_mapping(document: object, field: str) -> Mapping[str, object]:
    """Return a JSON object as it is.

    Raises:
        Refusal: ``policy.shape`` with the field, for anything else.
    """
    if not isinstance(document, dict):
        raise Refusal("policy.shape", field=field)
    return document


def to_seconds(allowance: timedelta) -> int:
    """Return an allowance in whole seconds, as documents hold it."""
    return allowance // _SECOND


def from_seconds(value: object, field: str) -> timedelta:
    """Read an allowance in whole seconds.

    Raises:
        Refusal: ``policy.allowance`` with the field, unless it is more than none and less than
            a hundred years.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LONGEST:
        raise Refusal("policy.allowance", field=field)
    return value * _SECOND


def _seconds(allowance: timedelta | None) -> int | None:
    return None if allowance is None else to_seconds(allowance)


def _allowance(document: Mapping[str, object], field: str, name: str) -> timedelta | None:
    value = document.get(name)
    return None if value is None else from_seconds(value, f"{field}.{name}")
