"""Crews: who is sent for what, by day and by night."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.centre import crews
from desk.centre.crews import CrewForm, CrewRow
from desk.centre.profile import Centre
from desk.codes import ClockRun, Family, Topic, Urgency
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.refusals import Refusal
from tests.conftest import MORNING

NIGHT = MORNING + timedelta(hours=12)


def named(name: str) -> CrewRow:
    return next(crew for crew in crews.active() if crew.name == name)


def sent(family: Family | None, urgency: Urgency, at: object = MORNING) -> str | None:
    crew = Centre.read().crew_for(family, urgency, at)  # type: ignore[arg-type]
    return crew.name if crew else None


def test_the_first_crew_that_covers_it_now_is_sent(begun: Store) -> None:
    assert sent(Family.LEAK, Urgency.NORMAL) == "综合维修班"
    assert sent(Family.LEAK, Urgency.NORMAL, NIGHT) == "水电班"
    assert sent(Family.INDOOR, Urgency.NORMAL, NIGHT) is None
    assert sent(Family.GAS, Urgency.URGENT) is None
    assert sent(None, Urgency.NORMAL) is None


def test_what_is_critical_never_waits_while_anybody_is_on_duty(begun: Store) -> None:
    assert sent(Family.GAS, Urgency.CRITICAL, NIGHT) == "水电班"
    assert sent(None, Urgency.CRITICAL) == "水电班"


def test_the_order_of_crews_decides(begun: Store, supervisor: Actor) -> None:
    with begun.write(supervisor, MORNING) as write:
        crews.reorder(write, [named("水电班").id, named("综合维修班").id])
    assert sent(Family.LEAK, Urgency.NORMAL) == "水电班"


def test_a_crew_is_changed_dissolved_and_comes_back(begun: Store, supervisor: Actor) -> None:
    form = CrewForm(" 电梯维保 ", (Family.LIFT, Family.LIFT), ClockRun.ROUND, "周工", "8001")
    with begun.write(supervisor, MORNING) as write:
        crew = crews.add(write, form)
    stored = named("电梯维保")
    assert stored == CrewRow(
        crew, 1, CrewForm("电梯维保", (Family.LIFT,), ClockRun.ROUND, "周工", "8001")
    )
    with begun.write(supervisor, MORNING) as write:
        assert crews.edit(write, crew, 1, CrewForm("电梯班", (Family.LIFT,))) == 2
        assert crews.dissolve(write, crew, 2) == 3
    assert sent(Family.LIFT, Urgency.NORMAL) is None
    with begun.write(supervisor, MORNING) as write:
        assert crews.add(write, CrewForm("电梯班", (Family.LIFT,))) == crew
    assert sent(Family.LIFT, Urgency.NORMAL) == "电梯班"
    actions = [step.action for step in journal.history(Topic.CREWS, crew)]
    assert actions == ["crew.added", "crew.edited", "crew.dissolved", "crew.added"]


def test_technicians_come_move_and_leave(begun: Store, supervisor: Actor) -> None:
    first, second = named("综合维修班"), named("水电班")
    with begun.write(supervisor, MORNING) as write:
        technician = crews.add_technician(write, first.id, " 孙师傅 ", "13800000002")
        crews.edit_technician(
            write, technician, 1, crew=second.id, name="孙师傅", telephone="13800000003"
        )
    (member,) = named("水电班").technicians
    assert (member.name, member.telephone, member.version) == ("孙师傅", "13800000003", 2)
    with begun.write(supervisor, MORNING) as write:
        crews.remove_technician(write, technician, 2)
    assert named("水电班").technicians == ()
    assert [m.name for m in named("综合维修班").technicians] == ["赵师傅"]


def test_what_cannot_be_is_refused(begun: Store, supervisor: Actor, receptionist: Actor) -> None:
    crew = named("水电班")
    (member,) = named("综合维修班").technicians
    for actor, attempt, code in (
        (supervisor, lambda w: crews.add(w, CrewForm(" ")), "crew.name_missing"),
        (supervisor, lambda w: crews.add(w, CrewForm("水电班")), "crew.exists"),
        (supervisor, lambda w: crews.edit(w, crew.id, 1, CrewForm("综合维修班")), "crew.exists"),
        (supervisor, lambda w: crews.edit(w, crew.id, 9, CrewForm("水电班")), "crew.stale"),
        (supervisor, lambda w: crews.dissolve(w, crew.id, 9), "crew.stale"),
        (supervisor, lambda w: crews.add_technician(w, crew.id, ""), "technician.name_missing"),
        (supervisor, lambda w: crews.remove_technician(w, member.id, 9), "technician.stale"),
        (receptionist, lambda w: crews.add(w, CrewForm("班")), "staff.supervisor_needed"),
        (receptionist, lambda w: crews.dissolve(w, crew.id, 1), "staff.supervisor_needed"),
        (receptionist, lambda w: crews.reorder(w, [crew.id]), "staff.supervisor_needed"),
    ):
        with pytest.raises(Refusal, match=code), begun.write(actor, MORNING) as write:
            attempt(write)
    assert named("水电班") == crew
