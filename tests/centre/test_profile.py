"""The centre's settings: read in one go, changed by a supervisor, never silently overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.centre import profile
from desk.centre.policy import STANDARD, company_standard
from desk.centre.profile import SUBJECTS, Centre, Part
from desk.centre.spans import Span
from desk.codes import Topic, Urgency
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.words.catalogue import Words
from tests.conftest import MORNING


def test_a_centre_that_has_not_begun_is_as_shipped(store: Store) -> None:
    centre = Centre.read()
    assert (centre.name, centre.crews, centre.categories) == ("", (), ())
    assert centre.policy == company_standard()
    assert centre.calendar.spans_on(date(2026, 3, 4)) == (Span(510, 720), Span(810, 1080))
    assert set(centre.versions.values()) == {0}


def test_what_is_changed_is_read_again(begun: Store, supervisor: Actor) -> None:
    before = Centre.read()
    calendar = before.calendar.with_days({date(2026, 3, 5): ()})
    policy = replace(before.policy, soon={**before.policy.soon, Urgency.NORMAL: timedelta(hours=1)})
    with begun.write(supervisor, MORNING) as write:
        seen = before.versions
        profile.change_profile(write, seen[Part.PROFILE], name=" 锦绣物业 ", telephone="4001")
        profile.change_calendar(write, seen[Part.CALENDAR], calendar)
        profile.change_policy(write, seen[Part.POLICY], policy)
    after = Centre.read()
    assert (after.name, after.telephone) == ("锦绣物业", "4001")
    assert after.calendar == calendar
    assert after.policy == policy
    assert set(after.versions.values()) == {2}
    last = journal.history(Topic.SETTINGS, SUBJECTS[Part.POLICY])[-1]
    assert (last.action, last.staff) == ("setting.policy_changed", supervisor.staff)


def test_a_stale_change_and_a_receptionists_are_refused(
    begun: Store, supervisor: Actor, receptionist: Actor
) -> None:
    before = Centre.read()
    for actor, attempt, code in (
        (supervisor, lambda w: profile.change_policy(w, 9, before.policy), "setting.stale"),
        (supervisor, lambda w: profile.change_calendar(w, 0, STALE), "setting.stale"),
        (
            supervisor,
            lambda w: profile.change_profile(w, 1, name=" ", telephone=""),
            "centre.name_missing",
        ),
        (
            receptionist,
            lambda w: profile.change_policy(w, 1, before.policy),
            "staff.supervisor_needed",
        ),
    ):
        with pytest.raises(Refusal, match=code), begun.write(actor, MORNING) as write:
            attempt(write)
    assert Centre.read() == before


STALE = profile.default_calendar(())


def test_crews_and_categories_are_found_by_their_ids(begun: Store) -> None:
    centre = Centre.read()
    assert centre.crew(centre.crews[1].id) == centre.crews[1]
    assert centre.category(centre.categories[2].id) == centre.categories[2]
    assert centre.crew(None) is None
    assert centre.category(-1) is None


def test_the_policy_as_shipped_is_named_for_what_it_is() -> None:
    assert Words("zh_CN").say(STANDARD) == "公司标准"
