"""How urgent a deadline looks at a moment, and when that will change."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from desk.codes import Due


class Look(StrEnum):
    """What colour, icon and word a row has."""

    OVERDUE = "overdue"
    SOON = "soon"
    ON_TIME = "on_time"
    WAITING = "waiting"
    NONE = "none"


def look(due_at: datetime | None, clock: Due, now: datetime, soon: timedelta) -> Look:
    """Tell how a ticket looks now.

    Args:
        due_at: when it is due next, if ever.
        clock: which clock says so; what is on hold waits until it is time to look again.
        now: the present instant; what is due at this instant is overdue.
        soon: how long before its deadline a ticket of this urgency is due soon.
    """
    if due_at is None:
        return Look.WAITING if clock is Due.LOOK_AGAIN else Look.NONE
    if due_at <= now:
        return Look.OVERDUE
    if clock is Due.LOOK_AGAIN:
        return Look.WAITING
    return Look.SOON if due_at - soon <= now else Look.ON_TIME


def next_change(
    due_at: datetime | None, clock: Due, now: datetime, soon: timedelta
) -> datetime | None:
    """Return the first instant after now at which ``look`` says something else, if any."""
    if due_at is None or due_at <= now:
        return None
    if clock is not Due.LOOK_AGAIN and now < due_at - soon:
        return due_at - soon
    return due_at
