"""The default policy says what the domain says, and what is due next follows from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.centre.calendar import Hold
from desk.centre.clocks import Row, row_for
from desk.centre.holidays import default_calendar
from desk.centre.policy import Deadlines, Policy, company_standard, deadlines, due_at
from desk.codes import ClockRun, Due, Family, Kind, State, Urgency
from desk.refusals import Refusal

CALENDAR = default_calendar([2026])
POLICY = company_standard()
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI).astimezone(UTC)


# A Monday, ten in the morning.
NOW = at("11-23 10:00")


def test_a_person_trapped_has_minutes_day_and_night() -> None:
    night = at("11-22 03:00")
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.CRITICAL, night)
    assert got == (at("11-22 03:01"), at("11-22 03:05"), at("11-22 05:00"))
    lift = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.CRITICAL, night, family=Family.LIFT)
    assert lift == (at("11-22 03:01"), at("11-22 03:30"), at("11-22 05:00"))


def test_a_lift_that_traps_nobody_has_no_exception() -> None:
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.URGENT, NOW, family=Family.LIFT)
    assert got == (at("11-23 10:10"), at("11-23 10:30"), at("11-24 10:00"))


def test_an_ordinary_repair_counts_service_hours() -> None:
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.NORMAL, at("11-23 11:45"))
    # Eight hours a day: 24 hours of service are three days.
    assert got == (at("11-23 13:45"), at("11-26 11:45"), at("11-26 11:45"))


def test_an_appointment_is_when_to_arrive() -> None:
    visit = at("11-24 09:00")
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.NORMAL, NOW, visit)
    assert got == (at("11-23 10:30"), visit, at("11-26 10:00"))
    urgent = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.URGENT, NOW, visit)
    assert urgent.arrive_by == at("11-23 10:30")


def test_nobody_is_late_with_work_that_was_agreed_on_for_later() -> None:
    visit = at("12-07 09:00")
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.NORMAL, NOW, visit)
    assert got.finish_by == at("12-10 09:00")


def test_planned_work_has_seven_working_days_and_arrives_by_appointment_only() -> None:
    got = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.PLANNED, at("11-23 08:30"))
    assert got == (at("11-23 14:00"), None, at("11-30 18:00"))


@pytest.mark.parametrize(
    ("kind", "urgency", "row"),
    [
        (Kind.REPAIR, Urgency.PLANNED, Row.PLANNED),
        (Kind.SERVICE, Urgency.NORMAL, Row.NORMAL),
        (Kind.COMPLAINT, Urgency.NORMAL, Row.COMPLAINT),
        (Kind.COMPLAINT, Urgency.PLANNED, Row.COMPLAINT),
        (Kind.COMPLAINT, Urgency.URGENT, Row.SERIOUS_COMPLAINT),
        (Kind.COMPLAINT, Urgency.CRITICAL, Row.CRITICAL),
        (Kind.INQUIRY, Urgency.URGENT, Row.INQUIRY),
        (Kind.PRAISE, Urgency.NORMAL, Row.FEEDBACK),
        (Kind.SUGGESTION, Urgency.NORMAL, Row.FEEDBACK),
    ],
)
def test_kinds_with_clocks_of_their_own(kind: Kind, urgency: Urgency, row: Row) -> None:
    assert row_for(kind, urgency) is row


def test_complaints_and_inquiries_never_wait_for_an_arrival() -> None:
    ordinary = deadlines(POLICY, CALENDAR, Kind.COMPLAINT, Urgency.NORMAL, NOW)
    assert ordinary == (at("11-26 10:00"), None, at("11-26 10:00"))
    serious = deadlines(POLICY, CALENDAR, Kind.COMPLAINT, Urgency.URGENT, NOW)
    assert serious == (at("11-23 12:00"), None, at("11-30 10:00"))
    inquiry = deadlines(POLICY, CALENDAR, Kind.INQUIRY, Urgency.NORMAL, NOW)
    assert inquiry == (at("11-23 15:30"), None, at("11-30 10:00"))


def test_a_hold_stops_the_finish_clock_and_no_other() -> None:
    free = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.URGENT, NOW)
    begun = NOW + timedelta(hours=1)
    lasting = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.URGENT, NOW, holds=[Hold(begun)])
    assert lasting == (free.respond_by, free.arrive_by, None)
    over = [Hold(begun, begun + timedelta(days=2))]
    resumed = deadlines(POLICY, CALENDAR, Kind.REPAIR, Urgency.URGENT, NOW, holds=over)
    assert free.finish_by is not None
    assert resumed.finish_by == free.finish_by + timedelta(days=2)


BY = Deadlines(at("11-23 10:30"), at("11-23 15:00"), at("11-24 10:00"))


def due(state: State, *met: datetime | None, until: date | None = None) -> tuple[object, Due]:
    steps = [*met, None, None, None][:3]
    return due_at(BY, steps[0], steps[1], steps[2], state, until, until, CALENDAR)


def test_the_earliest_clock_not_yet_met_is_due() -> None:
    assert due(State.RECEIVED) == (BY.respond_by, Due.RESPOND)
    assert due(State.ACCEPTED, NOW) == (BY.arrive_by, Due.ARRIVE)
    assert due(State.ARRIVED, NOW, NOW) == (BY.finish_by, Due.FINISH)
    assert due(State.DONE, NOW, NOW, NOW) == (None, Due.NONE)


def test_a_later_step_meets_the_clocks_before_it() -> None:
    assert due(State.ARRIVED, None, NOW) == (BY.finish_by, Due.FINISH)


def test_of_two_due_together_the_earlier_step_is_named() -> None:
    same = Deadlines(NOW, NOW, NOW)
    got = due_at(same, None, None, None, State.RECEIVED, None, None, CALENDAR)
    assert got == (NOW, Due.RESPOND)


def test_an_appointment_before_the_response_is_due_first() -> None:
    early = Deadlines(at("11-23 15:00"), at("11-23 11:00"), None)
    got = due_at(early, None, None, None, State.DISPATCHED, None, None, CALENDAR)
    assert got == (at("11-23 11:00"), Due.ARRIVE)


def test_on_hold_the_day_to_look_again_is_due() -> None:
    moment = at("11-25 09:00")
    assert due(State.HOLD, NOW, until=moment) == (moment, Due.LOOK_AGAIN)
    assert due(State.HOLD, NOW, until=date(2026, 11, 25)) == (at("11-25 18:00"), Due.LOOK_AGAIN)
    # A Sunday: the next morning.
    assert due(State.HOLD, NOW, until=date(2026, 11, 29)) == (at("11-30 18:00"), Due.LOOK_AGAIN)


def test_awaiting_its_return_visit_the_visit_is_due() -> None:
    assert due(State.TO_VISIT, NOW, NOW, NOW, until=date(2026, 11, 25)) == (
        at("11-25 18:00"),
        Due.VISIT,
    )


@pytest.mark.parametrize("state", [State.CLOSED, State.CANCELLED, State.MERGED])
def test_what_has_ended_is_never_due(state: State) -> None:
    assert due(state, until=NOW) == (None, Due.NONE)


def test_the_policy_comes_back_as_it_was() -> None:
    document = POLICY.to_document()
    assert Policy.from_document(document) == POLICY
    clocks = dict(document["clocks"])  # type: ignore[call-overload]
    clocks["normal"] = clocks["normal"] | {"respond_s": 900, "run": "round", "arrive_s": None}
    changed = Policy.from_document(
        {"name": "本中心", "clocks": clocks, "arrive": [], "soon_s": {"urgent": 300}}
    )
    assert changed.name == "本中心"
    assert changed.arrive == {}
    assert changed.soon[Urgency.URGENT] == timedelta(minutes=5)
    normal = changed.clocks_for(Kind.REPAIR, Urgency.NORMAL, Family.LEAK)
    assert (normal.respond, normal.arrive, normal.run) == (
        timedelta(minutes=15),
        None,
        ClockRun.ROUND,
    )
    assert Policy.from_document(changed.to_document()) == changed


def test_what_a_document_leaves_out_is_as_shipped() -> None:
    assert Policy.from_document({}) == POLICY


@pytest.mark.parametrize(
    ("document", "code", "field"),
    [
        ([], "policy.shape", "document"),
        ({"name": 1}, "policy.shape", "name"),
        ({"clocks": []}, "policy.shape", "clocks"),
        ({"clocks": {"slow": {}}}, "policy.shape", "clocks.slow"),
        ({"clocks": {"normal": {"run": "lunar"}}}, "policy.shape", "clocks.normal.run"),
        (
            {"clocks": {"normal": {"run": "round", "respond_s": 0}}},
            "policy.allowance",
            "clocks.normal.respond_s",
        ),
        ({"soon_s": {"urgent": "5"}}, "policy.allowance", "soon_s.urgent"),
        ({"soon_s": {"urgent": 10**12}}, "policy.allowance", "soon_s.urgent"),
        ({"arrive": {}}, "policy.shape", "arrive"),
        ({"arrive": [{"family": "电梯"}]}, "policy.shape", "arrive.None"),
    ],
)
def test_a_bad_policy_is_refused_by_its_field(document: object, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        Policy.from_document(document)
    assert (refused.value.code, refused.value.fields) == (code, {"field": field})
