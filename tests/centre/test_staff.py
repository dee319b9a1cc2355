"""Staff: initials of their own, hashed PINs, and a supervisor for what asks for one."""

from __future__ import annotations

import pytest

from desk.centre import staff
from desk.centre.pins import pin_hash, pin_matches
from desk.centre.staff import StaffForm, StaffRow
from desk.codes import Role, Topic
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Staff
from desk.refusals import Refusal
from tests.conftest import MORNING


def row(initial: str) -> StaffRow:
    return next(row for row in staff.active() if row.initial == initial)


def test_adding_renaming_and_deactivating(begun: Store, supervisor: Actor) -> None:
    with begun.write(supervisor, MORNING) as write:
        added = staff.add(write, StaffForm(" 陈静 ", " cj "), "0000")
        assert staff.edit(write, added, 1, StaffForm("陈静怡", "cj")) == 2
    assert row("CJ") == StaffRow(added, 2, "陈静怡", "CJ", Role.RECEPTIONIST)
    with begun.write(supervisor, MORNING) as write:
        staff.deactivate(write, added, 2)
    assert [member.initial for member in staff.active()] == ["LM", "W"]
    assert staff.names()[added] == "陈静怡"
    steps = journal.history(Topic.STAFF, added)
    assert [step.action for step in steps] == ["staff.added", "staff.edited", "staff.deactivated"]
    assert {step.staff for step in steps} == {supervisor.staff}
    assert steps[0].text == {"name": "陈静", "initial": "CJ"}


def test_an_initial_is_free_again_when_its_owner_has_left(begun: Store, supervisor: Actor) -> None:
    with begun.write(supervisor, MORNING) as write:
        staff.deactivate(write, row("W").id, 1)
        staff.add(write, StaffForm("吴敏", "w"), "1111")
    assert row("W").name == "吴敏"


def test_what_cannot_be_is_refused_and_nothing_is_stored(begun: Store, supervisor: Actor) -> None:
    for form, pin, code in (
        (StaffForm("吴敏", "w"), "1111", "staff.initial_taken"),
        (StaffForm(" ", "n"), "1111", "staff.name_missing"),
        (StaffForm("吴敏", ""), "1111", "staff.initial_invalid"),
        (StaffForm("吴敏", "a b"), "1111", "staff.initial_invalid"),
        (StaffForm("吴敏", "abcde"), "1111", "staff.initial_invalid"),
        (StaffForm("吴敏", "n"), "111", "staff.pin_invalid"),
        (StaffForm("吴敏", "n"), "123456789", "staff.pin_invalid"),
        (StaffForm("吴敏", "n"), "１２３４", "staff.pin_invalid"),
    ):
        with pytest.raises(Refusal, match=code), begun.write(supervisor, MORNING) as write:
            staff.add(write, form, pin)
    assert Staff.select().count() == 2


def test_a_receptionist_may_not_and_a_stale_edit_is_refused(
    begun: Store, supervisor: Actor, receptionist: Actor
) -> None:
    me = row("W")
    for attempt in (
        lambda write: staff.add(write, StaffForm("吴敏", "n"), "1111"),
        lambda write: staff.edit(write, me.id, 1, StaffForm("王芳", "W", Role.SUPERVISOR)),
        lambda write: staff.deactivate(write, me.id, 1),
        lambda write: staff.set_pin(write, row("LM").id, 1, "9999"),
    ):
        with (
            pytest.raises(Refusal, match=r"staff.supervisor_needed"),
            begun.write(receptionist, MORNING) as write,
        ):
            attempt(write)
    with pytest.raises(Refusal, match=r"staff.stale"), begun.write(supervisor, MORNING) as write:
        staff.edit(write, me.id, 7, StaffForm("王芳", "W"))
    assert row("W") == me


def test_one_may_change_ones_own_pin(begun: Store, receptionist: Actor) -> None:
    me = row("W")
    with begun.write(receptionist, MORNING) as write:
        staff.set_pin(write, me.id, me.version, "9999")
    assert pin_matches(Staff.get_by_id(me.id).pin_hash, "9999")


def test_the_last_supervisor_stays(begun: Store, supervisor: Actor) -> None:
    me = row("LM")
    for attempt in (
        lambda write: staff.deactivate(write, me.id, me.version),
        lambda write: staff.edit(write, me.id, me.version, StaffForm("李敏", "LM")),
    ):
        with (
            pytest.raises(Refusal, match=r"staff.last_supervisor"),
            begun.write(supervisor, MORNING) as write,
        ):
            attempt(write)
    assert row("LM") == me


def test_a_pin_is_kept_as_argon2id_only() -> None:
    hashed = pin_hash("1234")
    assert hashed.startswith("$argon2id$")
    assert "1234" not in hashed.split("$")
    assert pin_matches(hashed, "1234")
    assert not pin_matches(hashed, "1235")
    assert not pin_matches("damaged", "1234")
