"""Signing in is quick for who knows the PIN and slow for who guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.centre import signing_in
from desk.centre.signing_in import LONGEST_WAIT, sign_in, wait_after
from desk.codes import Role, Topic
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.refusals import Refusal
from tests.centre.conftest import staff_id
from tests.conftest import MORNING


def second(count: float) -> timedelta:
    return timedelta(seconds=count)


def refused(store: Store, pin: str, after: timedelta) -> tuple[str, object]:
    with pytest.raises(Refusal) as refusal:
        sign_in(store, "desk-1", "w", pin, MORNING + after)
    return refusal.value.code, refusal.value.fields.get("seconds")


def test_who_knows_initial_and_pin_sits_down(begun: Store) -> None:
    row = sign_in(begun, "desk-1", " w ", "1357", MORNING)
    assert (row.name, row.role) == ("王芳", Role.RECEPTIONIST)
    last = journal.history(Topic.STAFF, row.id)[-1]
    assert (last.action, last.staff, last.desk) == ("staff.signed_in", row.id, "desk-1")


def test_every_wrong_try_doubles_the_wait(begun: Store) -> None:
    assert refused(begun, "0000", second(0)) == ("staff.wrong_pin", 1)
    # Even the right one has to wait.
    assert refused(begun, "1357", second(0.5)) == ("staff.wait", 1)
    assert refused(begun, "0000", second(1)) == ("staff.wrong_pin", 2)
    assert refused(begun, "1357", second(2)) == ("staff.wait", 1)
    assert refused(begun, "0000", second(3)) == ("staff.wrong_pin", 4)
    assert refused(begun, "1357", second(3)) == ("staff.wait", 4)
    assert sign_in(begun, "desk-1", "w", "1357", MORNING + second(7)).name == "王芳"
    # The right one makes a fresh start.
    assert refused(begun, "0000", second(8)) == ("staff.wrong_pin", 1)


def test_waits_grow_to_a_quarter_of_an_hour(begun: Store) -> None:
    assert [wait_after(n) for n in range(5)] == [second(n) for n in (0, 1, 2, 4, 8)]
    assert wait_after(1_000_000) == LONGEST_WAIT == timedelta(minutes=15)


def test_a_restart_does_not_forget_wrong_tries(begun: Store) -> None:
    refused(begun, "0000", second(0))
    begun.close()  # the next statement opens it anew
    begun.database.connect(reuse_if_open=True)
    assert refused(begun, "1357", second(0.1)) == ("staff.wait", 1)


def test_a_clock_that_was_wrong_locks_nobody_out(begun: Store) -> None:
    refused(begun, "0000", timedelta(days=3))
    assert sign_in(begun, "desk-1", "w", "1357", MORNING).name == "王芳"


def test_wrong_tries_stand_in_the_journal(begun: Store) -> None:
    refused(begun, "0000", second(0))
    last = journal.history(Topic.STAFF, staff_id("W"))[-1]
    assert (last.action, last.detail) == ("staff.wrong_pin", {"tries": 1})


def test_nobody_signs_in_with_an_initial_of_nobody(begun: Store) -> None:
    with pytest.raises(Refusal, match=r"staff.unknown_initial"):
        sign_in(begun, "desk-1", "x", "1357", MORNING)


def test_one_action_of_a_supervisor_asks_for_one(begun: Store, supervisor: Actor) -> None:
    row = signing_in.sign_in_supervisor(begun, "desk-1", "LM", "246810", MORNING)
    assert row.id == supervisor.staff
    with pytest.raises(Refusal, match=r"staff.supervisor_needed"):
        signing_in.sign_in_supervisor(begun, "desk-1", "W", "1357", MORNING)
