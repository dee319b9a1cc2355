"""Signing in by initials and PIN; wrong tries are slowed down, also across a restart."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.centre.pins import pin_matches
from desk.centre.staff import StaffRow, as_initial, as_row
from desk.codes import Role, Topic
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Staff
from desk.refusals import Refusal

#: Nobody waits longer than this, however often they were wrong.
LONGEST_WAIT = timedelta(minutes=15)

_SECOND = timedelta(seconds=1)
_MOST_DOUBLINGS = 10


def wait_after(wrong_tries: int) -> timedelta:
    """Return how long after so many wrong tries the next one has to wait: 1, 2, 4, 8 s and on."""
    if wrong_tries < 1:
        return timedelta(0)
    return min(_SECOND * (1 << min(wrong_tries - 1, _MOST_DOUBLINGS)), LONGEST_WAIT)


def sign_in(store: Store, desk: str, initial: str, pin: str, now: datetime) -> StaffRow:
    """Return who signs in at a desk.

    Raises:
        Refusal: ``staff.unknown_initial``; ``staff.wait`` with ``seconds`` while slowed down;
            ``staff.wrong_pin`` with the ``seconds`` to wait now.
    """
    row = Staff.get_or_none((Staff.initial == as_initial(initial)) & Staff.active)
    if row is None:
        raise Refusal("staff.unknown_initial")
    _require_patience(row, now)
    tries = row.wrong_tries + 1
    actor = Actor(row.id, desk)
    # Counted before it is looked at: neither a crash nor a second desk gets a try for nothing.
    with store.write(actor, now):
        counted = (
            Staff.update(wrong_tries=tries, locked_until=now + wait_after(tries))
            .where((Staff.id == row.id) & (Staff.wrong_tries == row.wrong_tries))
            .execute()
        )
    if not counted:
        raise Refusal("staff.wait", seconds=1)
    right = pin_matches(row.pin_hash, pin)
    with store.write(actor, now) as write:
        if right:
            Staff.update(wrong_tries=0, locked_until=None).where(Staff.id == row.id).execute()
            write.log(Topic.STAFF, row.id, "staff.signed_in")
        else:
            write.log(Topic.STAFF, row.id, "staff.wrong_pin", detail={"tries": tries})
    if not right:
        raise Refusal("staff.wrong_pin", seconds=wait_after(tries) // _SECOND)
    return as_row(row)


def sign_in_supervisor(store: Store, desk: str, initial: str, pin: str, now: datetime) -> StaffRow:
    """Sign in somebody for one action that only a supervisor may do.

    Raises:
        Refusal: as ``sign_in``, or ``staff.supervisor_needed``.
    """
    staff = sign_in(store, desk, initial, pin, now)
    if staff.role is not Role.SUPERVISOR:
        raise Refusal("staff.supervisor_needed")
    return staff


def _require_patience(row: Staff, now: datetime) -> None:
    if row.locked_until is None:
        return
    left = row.locked_until - now
    # More than any wait is no wait: the computer's clock was wrong and has been put back.
    if timedelta(0) < left <= LONGEST_WAIT:
        raise Refusal("staff.wait", seconds=-(-left // _SECOND))
