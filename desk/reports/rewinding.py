"""One ticket on its way back to how it stood at an earlier instant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from desk.centre import policy
from desk.centre.profile import Centre
from desk.codes import Due, State
from desk.models.fields import from_stored
from desk.tickets import actions

_TIMES: Final = ("dispatched_at", "accepted_at", "arrived_at", "finished_at")
#: What is rewound: the names of the journal, and of the columns of ``ticket``.
COLUMNS: Final = {
    **{name: name for name in _TIMES},
    "respond_by": "respond_by",
    "arrive_by": "arrive_by",
    "finish_by": "finish_by",
    "hold_until": "hold_until",
    "visit_on": "visit_on",
    "crew": "crew_id",
    "technician": "technician_id",
}


class Step(NamedTuple):
    """A later entry of the journal that changed columns."""

    id: int
    action: str
    detail: Mapping[str, Any]


class Then:
    """A ticket on its way back; instants are as stored."""

    __slots__ = ("_known", "columns", "id", "urgency")

    def __init__(self, ticket: int, urgency: str, values: Sequence[Any]) -> None:
        self.id = ticket
        self.urgency = urgency
        self.columns: dict[str, Any] = dict(zip(COLUMNS, values, strict=True))
        self._known = self.columns

    def rewind(self, steps: Sequence[Step]) -> None:
        """Take back what later steps changed, the last one first."""
        void = _void(steps)
        self.columns = dict(self._known)
        for step in reversed(steps):
            # What the signed slip says of the times is the truth about them.
            if step.id in void or step.detail.get("by_slip"):
                continue
            was = step.detail["was"]
            self.columns.update((name, was[name]) for name in was if name in self.columns)

    def passed(self, name: str, end: int) -> int | None:
        """Return when a step was done, if that was before the end."""
        for at in (self.columns[name], self._known[name]):
            if at is not None and at < end:
                return int(at)
        return None

    def state(self, end: int, held: bool) -> State:
        """Return the state that follows from what had been done."""
        if self.passed("finished_at", end) is not None:
            return State.DONE if self.columns["visit_on"] is None else State.TO_VISIT
        if held:
            return State.HOLD
        for name, state in (
            ("arrived_at", State.ARRIVED),
            ("accepted_at", State.ACCEPTED),
            ("dispatched_at", State.DISPATCHED),
        ):
            if self.passed(name, end) is not None:
                return state
        return State.RECEIVED

    def due(self, state: State, end: int, centre: Centre) -> tuple[datetime | None, Due]:
        """Return what the policy said it was due at, and by which clock."""
        columns = self.columns
        hold_until = columns["hold_until"] or self._known["hold_until"]
        return policy.due_at(
            policy.Deadlines(
                *(_instant(columns[name]) for name in ("respond_by", "arrive_by", "finish_by"))
            ),
            _instant(self.passed("accepted_at", end)),
            _instant(self.passed("arrived_at", end)),
            _instant(self.passed("finished_at", end)),
            state,
            _instant(hold_until),
            _instant(columns["visit_on"]),
            centre.calendar,
        )


def _void(steps: Sequence[Step]) -> set[int]:
    """Return the steps that a later one took back together with one from before the end.

    Where all of them are later they are rewound like any other.
    """
    void: set[int] = set()
    there = {step.id for step in steps}
    for step in steps:
        first = step.detail.get("entry") if step.action == actions.TAKEN_BACK else None
        if first is not None and first not in there:
            void |= {step.id}
            void |= {one.id for one in steps if first <= one.id < step.id and "to" in one.detail}
    return void


def _instant(stored: int | None) -> datetime | None:
    return None if stored is None else from_stored(stored)
