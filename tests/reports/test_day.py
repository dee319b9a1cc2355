"""The day as the supervisor reads it: today as it stands, a day that is over as it stood."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desk.calls import log
from desk.calls.drafts import Draft
from desk.centre import profile
from desk.centre.calendar import ServiceCalendar
from desk.codes import Channel, Due, HoldReason, Kind, Outcome, Role, State, Urgency
from desk.models.journal import Actor
from desk.models.tables import Article, Community, Staff
from desk.reports.day import read_day
from desk.reports.day_report import Counted, DayReport
from desk.reports.spans import day_span
from desk.tickets import (
    dispatching,
    ending,
    finishing,
    holding,
    noting,
    slips,
    undoing,
    visiting,
)
from desk.tickets.seen import Made
from desk.words.catalogue import Words
from tests.tickets.office import Office, refused

#: The day of ``MORNING``: a Wednesday.
DAY = date(2026, 3, 4)
CHINESE = Words("zh_CN")


def read(office: Office, on: date = DAY, **how: Any) -> DayReport:
    chosen = {"community": office.community, "words": CHINESE} | how
    return read_day(office.database, office.centre, on=on, now=office.now, **chosen)


def pass_midnight(office: Office) -> None:
    """Let it be nine in the morning of the next day."""
    office.now = office.at("09:00") + timedelta(days=1)


def call(office: Office, words: str, outcome: Outcome, article: int | None = None) -> int:
    with office.store.write(office.actor, office.now) as write:
        draft = Draft.new(office.now)
        draft.text = words
        return log.end(write, office.community, draft, outcome, article=article).call


def states(report: DayReport) -> dict[State, int]:
    return dict(report.open_by_state)


def test_a_day_on_which_nothing_happened_is_empty(office: Office):
    report = read(office)
    assert report.is_empty
    assert (report.day, report.community, report.made_at) == (DAY, "锦绣花园", office.now)
    assert (report.in_time, report.score, report.overdue, report.on_duty) == (None, None, (), ())


def test_what_came_in_is_seen_from_four_sides(office: Office):
    office.new()
    office.new(room=office.rooms["5-1-101"], channel=Channel.COUNTER)
    office.new(kind=Kind.COMPLAINT, category=None, urgency=Urgency.URGENT)
    office.new("灯不亮", category=office.bulb, room=None, place="5号楼2单元电梯厅")
    office.new("灯不亮", category=office.bulb, room=None, place="南门")
    report = read(office)
    assert report.received == 5
    assert report.by_kind == ((Kind.REPAIR, 4), (Kind.COMPLAINT, 1))
    assert report.by_channel == ((Channel.PHONE, 4), (Channel.COUNTER, 1))
    assert report.by_category == (
        Counted("公共 › 公共照明", 2),
        Counted("室内 › 漏水渗水", 2),
        Counted("未分类", 1),
    )
    assert report.by_building == (
        Counted("3栋", 2),
        Counted("5栋", 2),
        Counted("公共区域", 1),
    )
    assert (report.complaints_new, report.complaints_serious) == (1, 1)


def test_names_are_english_where_the_page_is(office: Office):
    office.new()
    report = read(office, words=Words("en"))
    assert report.by_building == (Counted("Building 3", 1),)
    assert report.by_category[0].name.isascii()


def test_finished_in_time_goes_by_the_tickets_own_deadline(office: Office):
    first, held, second = office.new(), office.new(), office.new()
    office.step(dispatching.accept, held)
    office.step(holding.hold, office_seen(office, held), HoldReason.PARTS, DAY + timedelta(days=30))
    office.step(finishing.finish, first, "好了")
    office.later(days=20)
    office.step(holding.resume, office_seen(office, held))
    office.step(finishing.finish, office_seen(office, held), "好了")
    office.step(finishing.finish, second, "好了")
    report = read(office, office.now.date())
    # The one on hold had all of its time left, the other was twenty days in the queue.
    assert (report.finished, report.finished_in_time, report.in_time) == (2, 1, 50)
    assert (read(office).finished, read(office).in_time) == (1, 100)


def office_seen(office: Office, made: Made) -> Any:
    """Return a ticket as it stands now, whatever was done to it."""
    return made.seen._replace(version=office.ticket(made).version)


def test_what_is_late_says_why(office: Office):
    waits = office.new("没人接", category=office.bulb)
    sent = office.new("没接单", category=office.bulb)
    office.step(dispatching.dispatch, sent, office.guards, office.guard)
    refused_by = office.new("退回来了")
    office.step(dispatching.turn_down, refused_by, "人手不够")
    held = office.new("等配件")
    office.step(dispatching.accept, held)
    office.step(
        holding.hold,
        office_seen(office, held),
        HoldReason.PARTS,
        DAY + timedelta(days=1),
        note="软管 缺货",
    )
    accepted = office.new("还没去")
    office.step(dispatching.accept, accepted, technician=office.plumber)
    office.step(noting.comment, office_seen(office, accepted), "约好 下午两点")
    office.later(days=8)
    report = read(office, office.now.date())
    said = {line.ticket_id: (line.reason, line.due, line.who) for line in report.overdue}
    assert said == {
        waits.ticket_id: ("待派：暂无班组", Due.RESPOND, ""),
        sent.ticket_id: ("班组未接单", Due.RESPOND, "秩序班 郑队"),
        refused_by.ticket_id: ("班组退单：人手不够", Due.RESPOND, ""),
        held.ticket_id: ("待料：软管 缺货", Due.LOOK_AGAIN, "水电班"),
        accepted.ticket_id: ("未到场：约好 下午两点", Due.ARRIVE, "水电班 王师傅"),
    }
    assert [line.late for line in report.overdue] == sorted(
        (line.late for line in report.overdue), reverse=True
    )
    assert all(line.due_at + line.late == office.now for line in report.overdue)


def test_what_may_hurt_somebody_stands_first(office: Office):
    office.new()
    office.later(days=1)
    lift = office.new("电梯困人", urgency=Urgency.CRITICAL)
    office.later(days=1)
    assert read(office, office.now.date()).overdue[0].ticket_id == lift.ticket_id


def test_a_day_that_is_over_is_told_as_it_stood_at_its_end(office: Office):
    made = [office.new(f"工单{n}", category=office.bulb) for n in range(7)]
    left, sent, begun, held, done, closed, cancelled = made
    office.later(hours=2)
    for one in (sent, begun, held):
        office.step(dispatching.dispatch, one, office.water, office.plumber)
    office.step(dispatching.arrive, office_seen(office, begun))
    office.step(dispatching.accept, office_seen(office, held))
    office.step(holding.hold, office_seen(office, held), HoldReason.AWAY, DAY + timedelta(days=3))
    office.step(finishing.finish, done, "好了")
    office.step(finishing.finish, closed, "好了")
    office.step(ending.close, office_seen(office, closed))
    office.now = office.at("23:59")
    evening = read(office)
    pass_midnight(office)
    assert states(evening) == {
        State.RECEIVED: 2,
        State.DISPATCHED: 1,
        State.ARRIVED: 1,
        State.HOLD: 1,
        State.DONE: 1,
    }
    # Everything goes on the next morning, and the day before stays what it was.
    office.step(dispatching.transfer, office_seen(office, sent), office.guards, reason="顺路")
    office.step(finishing.finish, office_seen(office, begun), "好了")
    office.step(holding.resume, office_seen(office, held))
    office.step(ending.close, office_seen(office, done))
    office.step(ending.cancel, office_seen(office, cancelled), "不用了")
    office.step(dispatching.dispatch, office_seen(office, left), office.water)
    office.new("新的一天")
    report = read(office)
    assert states(report) == states(evening)
    assert [line.ticket_id for line in report.overdue] == [
        line.ticket_id for line in evening.overdue
    ]
    assert [(line.reason, line.who) for line in report.overdue] == [
        (line.reason, line.who) for line in evening.overdue
    ]
    end = office.at("00:00")
    assert all(line.due_at + line.late == end for line in report.overdue)
    assert (report.received, report.finished) == (7, 2)


def test_what_was_entered_late_belongs_to_the_day_on_which_it_was_done(office: Office):
    made = office.new(category=office.bulb)
    five = office.later(hours=8)
    pass_midnight(office)
    assert states(read(office)) == {State.RECEIVED: 1}
    office.step(slips.return_slip, made, accepted_at=five - timedelta(hours=1), finished_at=five)
    report = read(office)
    assert states(report) == {State.DONE: 1}
    assert (report.finished, report.overdue) == (1, ())


def test_a_step_that_was_taken_back_was_never_done(office: Office):
    made = office.new(category=office.bulb)
    office.step(dispatching.arrive, made)
    office.step(finishing.finish, office_seen(office, made), "好了")
    pass_midnight(office)
    assert read(office).finished == 1
    assert states(read(office)) in ({State.DONE: 1}, {State.TO_VISIT: 1})
    office.step(undoing.take_back, office_seen(office, made))
    report = read(office)
    assert states(report) == {State.ARRIVED: 1}
    assert report.finished == 0


def test_deadlines_of_a_day_that_is_over_are_those_of_that_day(office: Office):
    made = office.new(urgency=Urgency.NORMAL)
    office.step(dispatching.arrive, made)
    office.now += timedelta(days=9)
    late = office.now.date()
    office.later(days=1)
    (line,) = read(office, late).overdue
    office.step(noting.edit, office_seen(office, made), noting.Edit(urgency=Urgency.PLANNED))
    office.step(holding.hold, office_seen(office, made), HoldReason.PARTS, late + timedelta(days=9))
    (again,) = read(office, late).overdue
    assert (again.due, again.due_at, again.reason) == (line.due, line.due_at, line.reason)
    assert read(office, late + timedelta(days=1)).overdue == ()


def test_complaints_and_return_visits(office: Office):
    complaint = office.new("楼上太吵", kind=Kind.COMPLAINT, category=None)
    other = office.new("保洁没来", kind=Kind.COMPLAINT, category=None)
    office.step(finishing.finish, complaint, "劝过了")
    leak = office.new()
    office.step(finishing.finish, leak, "好了")
    office.step(ending.cancel, other, "撤诉")
    pass_midnight(office)
    office.step(visiting.visit, office_seen(office, complaint), reached=True, solved=True, score=5)
    office.step(visiting.visit, office_seen(office, leak), reached=False)
    office.later(hours=1)
    office.step(visiting.visit, office_seen(office, leak), reached=True, solved=False, score=2)
    report = read(office, office.now.date())
    assert (report.complaints_new, report.complaints_closed) == (0, 1)
    assert (report.visits, report.visits_reached, report.visits_solved) == (3, 2, 1)
    assert report.scores == ((5, 1), (2, 1))
    assert report.score == 3.5
    assert (read(office).complaints_new, read(office).complaints_closed) == (2, 0)
    assert read(office).visits == 0


def test_calls_say_what_was_asked_and_what_had_no_answer(office: Office):
    article = Article.insert(
        community=office.community,
        question="垃圾几点能扔？",
        answer="早八点",
        updated_at=office.now,
    ).execute()
    for _ in range(2):
        call(office, "扔垃圾", Outcome.ARTICLE, article)
    call(office, "充电桩 什么时候装", Outcome.NONE)
    call(office, " 充电桩  什么时候装", Outcome.NONE)
    call(office, "打 13812345678 找谁", Outcome.NONE)
    call(office, "", Outcome.NONE)
    mistaken = call(office, "点错了", Outcome.NONE)
    with office.store.write(office.actor, office.now) as write:
        log.take_back(write, mistaken)
    report = read(office)
    assert (report.calls, report.answered) == (6, 2)
    assert report.asked_most == (Counted("垃圾几点能扔？", 2),)
    assert report.unanswered == (
        Counted("充电桩 什么时候装", 2),
        Counted("打 138****5678 找谁", 1),
    )


def colleague(name: str) -> int:
    """Let somebody else work here; return the id."""
    row = Staff.insert(name=name, initial=name, role=Role.RECEPTIONIST, pin_hash="-")
    return int(row.execute())


def test_on_duty_is_who_did_something_at_a_desk_that_day(office: Office):
    other = int(
        Staff.insert(name="李静", initial="LJ", role="receptionist", pin_hash="-").execute()
    )
    made = office.new()
    office.later(hours=1)
    with office.store.write(Actor(other, "side"), office.now) as write:
        noting.comment(write, office.centre, made.seen, "记一笔")
    noon = office.later(hours=1)
    pass_midnight(office)
    third = int(
        Staff.insert(name="王芳", initial="WF", role="receptionist", pin_hash="-").execute()
    )
    with office.store.write(Actor(third, "front"), office.now) as write:
        dispatching.arrive(write, office.centre, made.seen, occurred_at=noon)
    assert read(office).on_duty == ("陈静", "李静")
    assert read(office, office.now.date()).on_duty == ()


def test_a_day_belongs_to_one_community_or_to_all(office: Office):
    second = int(Community.insert(name="翠湖苑").execute())
    office.new()
    office.new(community=second, room=None, place="南门")
    office.later(days=3)
    report = read(office, community=second)
    assert (report.community, report.received, report.still_open) == ("翠湖苑", 1, 1)
    both = read(office, community=None)
    assert (both.received, both.still_open) == (2, 2)


def test_a_day_that_has_not_begun_is_refused(office: Office):
    with refused("report.day_ahead"):
        read(office, DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        # Midnight itself does not come: the day begins at one.
        ("America/Santiago", date(2026, 9, 6), 23),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
    ],
)
def test_a_day_runs_from_local_midnight_to_local_midnight(
    office: Office, zone: str, day: date, hours: float
):
    calendar = ServiceCalendar.from_document({"timezone": zone, "week": {"mon": []}})
    with office.store.write(Actor(), office.now) as write:
        profile.store_part(write, profile.Part.CALENDAR, 0, calendar.to_document())
    office.centre = profile.Centre.read()
    span = day_span(day, calendar.zone)
    assert span.end - span.begin == timedelta(hours=hours)
    second = timedelta(seconds=1)
    for office.now in (span.begin - second, span.begin, span.end - second, span.end):
        office.new()
    received = [read(office, day + timedelta(days=off)).received for off in (-1, 0, 1)]
    assert received == [1, 2, 1]
