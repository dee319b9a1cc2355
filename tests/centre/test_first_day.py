"""A first start leaves a centre that can work, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.centre import first_day, staff
from desk.centre.profile import Centre
from desk.centre.staff import StaffForm
from desk.codes import Family, Kind, Role, Topic, Urgency
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Setting, Staff
from desk.refusals import Refusal
from desk.words.catalogue import LANGUAGES, Words
from tests.centre.conftest import FIRST_DAY
from tests.conftest import MORNING


def test_a_new_centre_has_everything_it_needs(store: Store) -> None:
    assert first_day.is_needed()
    community = first_day.begin(store, Actor(), MORNING, FIRST_DAY)
    assert not first_day.is_needed()
    assert Community.get_by_id(community).name == "锦绣花园"
    centre = Centre.read()
    assert (centre.name, centre.telephone) == ("锦绣花园", "010-88886666")
    assert centre.zone.key == "Asia/Shanghai"
    assert centre.calendar.spans_on(date(2026, 10, 1)) == ()
    assert centre.calendar.spans_on(date(2025, 10, 1)) == ()
    assert [crew.name for crew in centre.crews] == ["综合维修班", "水电班"]
    assert [member.name for member in centre.crews[0].technicians] == ["赵师傅"]
    assert len(centre.categories) == 53
    assert [row.initial for row in staff.active()] == ["LM", "W"]
    assert journal.first_broken_link() is None
    (step,) = journal.history(Topic.COMMUNITIES, community)
    assert (step.action, step.entered_at) == ("community.added", MORNING)


def test_nobody_begins_twice(begun: Store) -> None:
    again = replace(FIRST_DAY, community="另一个小区")
    with pytest.raises(Refusal, match=r"first_day.done"):
        first_day.begin(begun, Actor(), MORNING, again)
    assert Community.select().count() == 1


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ({"community": "  "}, "community.name_missing"),
        ({"staff": ()}, "first_day.no_supervisor"),
        ({"staff": (FIRST_DAY.staff[1],)}, "first_day.no_supervisor"),
        ({"staff": (FIRST_DAY.staff[0], FIRST_DAY.staff[0])}, "staff.initial_taken"),
        ({"staff": (replace(FIRST_DAY.staff[0], pin="12ab"),)}, "staff.pin_invalid"),
        ({"crews": (FIRST_DAY.crews[0], FIRST_DAY.crews[0])}, "crew.exists"),
        (
            {"crews": (replace(FIRST_DAY.crews[0], technicians=((" ", ""),)),)},
            "technician.name_missing",
        ),
    ],
)
def test_a_first_day_that_is_refused_leaves_nothing(
    store: Store, bad: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        first_day.begin(store, Actor(), MORNING, replace(FIRST_DAY, **bad))  # type: ignore[arg-type]
    assert first_day.is_needed()
    assert not Staff.select().exists()
    assert not Setting.select().exists()
    assert journal.first_broken_link() is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_suggested_crews_cover_every_repair_and_every_emergency(language: str) -> None:
    crews = first_day.suggested_crews(Words(language))
    assert len({new.form.name for new in crews}) == 5
    covered = {family for new in crews for family in new.form.covers}
    left_to_the_desk = {Family.ATTITUDE, Family.FEES, Family.PARCEL}
    assert covered == set(Family) - left_to_the_desk


def test_the_default_categories_are_a_tree_with_families() -> None:
    forms = FIRST_DAY.categories
    assert len({(form.scope, form.name) for form in forms}) == len(forms)
    assert all(form.english for form in forms)
    assert {form.family for form in forms} >= set(Family) - {Family.HELP}
    leak = next(form for form in forms if form.name == "屋面外墙渗漏")
    assert (leak.kind, leak.urgency) == (Kind.REPAIR, Urgency.PLANNED)
    # Nothing rings by its category alone: what was said does.
    assert all(form.urgency is not Urgency.CRITICAL for form in forms)


def test_before_there_is_a_supervisor_anybody_may_begin(store: Store) -> None:
    with store.write(Actor(), MORNING) as write:
        staff.add(write, StaffForm("李敏", "L", Role.SUPERVISOR), "2468")
    with pytest.raises(Refusal, match=r"staff.supervisor_needed"):
        staff.require_supervisor(Actor())
