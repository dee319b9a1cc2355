"""An old ledger comes in as history: closed, in its own time, found, counted and told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desk.calls import card
from desk.codes import Channel, Due, Family, HoldReason, Kind, RoomKind, State, Topic, Urgency
from desk.language.addresses import Address
from desk.models import journal
from desk.models.database import Store
from desk.models.tables import ImportedRow, JournalEntry, Room
from desk.reports.day import read_day
from desk.reports.day_report import DayReport
from desk.sheets.findings import Place
from desk.tickets import (
    actions,
    detail,
    dispatching,
    endings,
    find,
    holding,
    noting,
    queue,
)
from desk.tickets.noting import Edit
from desk.ui.ticket.history_said import HistorySpeaker
from desk.words.catalogue import Words
from tests.intake.ledger_office import DAY, LedgerOffice, flat, wall

CHINESE = Words("zh_CN")


@pytest.fixture
def office(store: Store) -> LedgerOffice:
    return LedgerOffice(store)


def report(office: LedgerOffice, on: date) -> DayReport:
    return read_day(office.database, office.centre, office.community, on, office.now, CHINESE)


def utc(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_a_done_row_becomes_a_closed_ticket_in_its_own_time(office: LedgerOffice):
    office.settle("3-2-1502", "13812345678")
    done = office.bring(
        office.row(
            3,
            number="WX0003",
            room=flat("03", "02", "1502"),
            place="3#2-1502",
            name="张淑芬",
            phone="13812345678",
            finished_at=wall("2023-03-06 15:00"),
            handler="王师傅",
            result="已换角阀",
        )
    )
    ticket = office.stored("厨房水管漏水")
    assert done.counts["tickets"] == 1
    assert (ticket.state, ticket.is_open, ticket.due_at) == (State.CLOSED, False, None)
    assert ticket.number == "WX20230305-0001"
    assert ticket.source_number == "WX0003"
    assert ticket.received_at == utc(2023, 3, 5, 1, 10)
    assert ticket.finished_at == ticket.closed_at == utc(2023, 3, 6, 7)
    assert (ticket.room_id, ticket.place) == (office.rooms["3-2-1502"], "3-2-1502")
    assert ticket.resident_id == office.resident
    assert (ticket.caller_name, ticket.caller_phone) == ("张淑芬", "13812345678")
    assert (ticket.crew_id, ticket.technician_id) == (office.water, office.plumber)
    assert ticket.result == "已换角阀"
    assert ticket.end_reason == ""
    assert (ticket.kind, ticket.urgency) == (Kind.REPAIR, Urgency.URGENT)
    category = office.centre.category(ticket.category_id)
    assert category is not None
    assert category.form.family is Family.LEAK
    assert ticket.channel == Channel.PHONE


def test_a_day_alone_begins_with_service_and_ends_with_it(office: LedgerOffice):
    office.bring(office.row(3, reported_at=DAY, finished_at=DAY))
    ticket = office.stored("厨房水管漏水")
    local = office.centre.calendar.local
    assert local(ticket.received_at).date() == DAY
    assert local(ticket.received_at) < local(ticket.finished_at)
    assert local(ticket.finished_at).date() == DAY


def test_what_is_finished_before_it_is_reported_is_finished_when_it_is(office: LedgerOffice):
    office.bring(office.row(3, finished_at=wall("2023-03-04 09:00")))
    ticket = office.stored("厨房水管漏水")
    assert ticket.finished_at == ticket.received_at


def test_a_row_without_a_day_takes_that_of_the_row_before(office: LedgerOffice):
    plan = office.plan(
        office.row(2, "没有日期", reported_at=None),
        office.row(3, "有日期"),
        office.row(4, "跟着上一行", reported_at=None),
    )
    assert [one.day for one in plan.new] == [DAY, DAY]
    assert [(one.source.row, one.why.code) for one in plan.left_out] == [(2, "ledger.no_day")]
    assert plan.redated == 1


def test_days_that_cannot_be_are_left_out_and_listed(office: LedgerOffice):
    plan = office.plan(
        office.row(2, reported_at=date(2027, 1, 1)), office.row(3, reported_at=date(1900, 1, 1))
    )
    assert plan.is_nothing
    assert [one.why.code for one in plan.left_out] == ["ledger.ahead", "ledger.long_ago"]


def test_rooms_are_found_as_the_roster_writes_them(office: LedgerOffice):
    for building, number, kind in (
        ("别墅", "8", RoomKind.VILLA),
        ("商铺", "S12", RoomKind.SHOP),
        ("地库", "B1-103", RoomKind.GARAGE),
    ):
        label = f"{building}-{number}"
        Room.insert(
            community=office.community, building=building, number=number, label=label, kind=kind
        ).execute()
    office.bring(
        office.row(2, "一", room=Address("", "", "8", RoomKind.VILLA)),
        office.row(3, "二", room=Address("", "", "12", RoomKind.SHOP)),
        office.row(4, "三", room=Address("", "", "B1-103", RoomKind.GARAGE)),
        office.row(5, "四", room=flat("9", "9", "901"), place="9栋9单元901"),
        office.row(6, "五", place="5栋2单元电梯"),
    )
    places = [office.stored(text).place for text in "一二三四五"]
    assert places == ["别墅-8", "商铺-S12", "地库-B1-103", "9-9-901", "5栋2单元电梯"]
    assert office.stored("四").room_id is None


def test_what_the_ledgers_own_columns_say_goes_first(office: LedgerOffice):
    office.bring(
        office.row(2, "保安态度差", kind="投诉", channel="微信", urgency="紧急"),
        office.row(3, "电梯不动", category="公共照明"),
        office.row(4, "不要了", state="已取消"),
    )
    complaint, lamp, gone = (office.stored(one) for one in ("保安态度差", "电梯不动", "不要了"))
    assert (complaint.kind, complaint.channel) == (Kind.COMPLAINT, Channel.WECHAT)
    assert complaint.urgency == Urgency.URGENT
    assert complaint.number.startswith("TS2023")
    category = office.centre.category(lamp.category_id)
    assert category is not None
    assert category.form.name == "公共照明"
    assert gone.state == State.CANCELLED


def test_in_a_ledger_of_repairs_only_a_question_is_an_inquiry(office: LedgerOffice):
    office.bring(office.row(2, "地砖松动,踩下去溅水"), office.row(3, "装修押金怎么退?"))
    assert office.stored("地砖松动,踩下去溅水").kind == Kind.REPAIR
    assert office.stored("装修押金怎么退?").kind == Kind.INQUIRY


def test_who_is_nobody_here_is_named_in_the_result(office: LedgerOffice):
    office.bring(
        office.row(2, handler="老陈、小刘", result="已修好"), office.row(3, "灯", handler="外协")
    )
    assert office.stored("厨房水管漏水").result == "已修好 (老陈、小刘)"
    assert office.stored("灯").result == "外协"


def test_old_tickets_are_found_at_once(office: LedgerOffice):
    office.bring(
        office.row(
            2, "客厅吊灯松动", number="B-77", room=flat("3", "2", "1502"), phone="13900000001"
        )
    )
    today = office.centre.calendar.local(office.now).date()
    for text in ("吊灯", "B-77", "WX20230305-0001", "13900000001", "3-2-1502"):
        assert [row.words for row in find.find(office.database, text, today)] == ["客厅吊灯松动"], (
            text
        )
    there = card.household(office.database, office.now, room=office.rooms["3-2-1502"])
    assert there is not None
    assert [row.words for row in there.last] == ["客厅吊灯松动"]
    assert there.lately == 0


def test_a_day_of_that_time_counts_them_and_today_does_not(office: LedgerOffice):
    office.bring(
        office.row(2, "一", finished_at=wall("2023-03-05 11:00")),
        office.row(3, "二", finished_at=wall("2023-03-07 18:00"), kind="投诉"),
        office.row(4, "三", finished_at=wall("2023-03-20 18:00")),
        office.row(5, "四", done=False),
    )
    then = report(office, DAY)
    assert (then.received, then.finished, then.finished_in_time) == (4, 1, 1)
    assert sum(count for _, count in then.open_by_state) == 2
    later = report(office, date(2023, 3, 20))
    assert (later.received, later.finished, later.finished_in_time) == (0, 1, 0)
    assert report(office, date(2023, 3, 19)).overdue_count == 1
    assert report(office, date(2023, 3, 7)).complaints_closed == 1
    today = report(office, office.centre.calendar.local(office.now).date())
    assert (today.received, today.finished, today.complaints_closed) == (0, 0, 0)
    assert (today.overdue_count, today.open_by_state) == (0, ())


def test_unfinished_rows_are_listed_the_youngest_first(office: LedgerOffice):
    plan = office.plan(
        office.row(2, "一", done=False, hold_reason="缺货已下单", place="水泵房"),
        office.row(3, "二", done=None, reported_at=date(2026, 3, 1), number="N9"),
        office.row(4, "三"),
    )
    first, second = plan.unfinished
    assert (first.words, first.age_days, first.said_no, first.number) == ("二", 3, False, "N9")
    assert (second.place, second.said_no, second.hold) == ("水泵房", True, HoldReason.PARTS)
    assert second.hold_said == "缺货已下单"
    assert second.reported_on == DAY


def test_what_nobody_picks_is_closed_and_says_why(office: LedgerOffice):
    done = office.bring(office.row(2, done=False, hold_reason="缺货已下单"))
    ticket = office.stored("厨房水管漏水")
    assert (done.counts["open"], done.counts["unfinished"]) == (0, 1)
    assert (ticket.state, ticket.end_reason) == (State.CLOSED, endings.IMPORTED_UNFINISHED)
    assert (ticket.finished_at, ticket.closed_at) == (None, ticket.received_at)
    assert ticket.result == "缺货已下单"


def test_what_is_picked_is_open_and_its_clocks_begin_now(office: LedgerOffice):
    office.bring(
        office.row(2, "电梯困人了", done=False, place="5栋电梯"),
        office.row(3, "等配件", done=False, hold_reason="待料"),
        still_open=[Place("3月", 2), Place("3月", 3)],
    )
    now, soon = office.now, office.centre.policy.soon
    waiting, held = office.stored("电梯困人了"), office.stored("等配件")
    assert waiting.state == State.RECEIVED
    assert waiting.received_at == utc(2023, 3, 5, 1, 10)
    assert waiting.due_at is not None
    assert waiting.due_at > now
    assert waiting.urgency == Urgency.URGENT, "nothing old rings"
    assert (held.state, held.hold_reason, held.due_clock) == (
        State.HOLD,
        HoldReason.PARTS,
        Due.LOOK_AGAIN,
    )
    assert held.hold_until > now
    assert queue.ringing(office.database) == []
    assert queue.counts(office.database, now, soon)[queue.Chip.OVERDUE] == 0
    assert len(queue.page(office.database, queue.Filter(), now, soon)) == 2


def test_work_on_what_was_picked_counts_from_the_import(office: LedgerOffice):
    office.bring(
        office.row(2, done=False, hold_reason="待料"),
        office.row(3, "二", done=False),
        still_open=[Place("3月", 2), Place("3月", 3)],
    )
    office.later(hours=1)
    held, other = office.stored("厨房水管漏水"), office.stored("二")
    resumed = office.step(holding.resume, detail.read(office.database, held.id).row.seen)
    office.step(dispatching.dispatch, resumed, office.water)
    seen = detail.read(office.database, other.id).row.seen
    office.step(noting.edit, seen, Edit(urgency=Urgency.URGENT))
    for ticket in (held.id, other.id):
        assert office.ticket(ticket).finish_by > office.now


def test_its_history_begins_with_the_row_of_the_file(office: LedgerOffice):
    office.bring(
        office.row(
            7, room=flat("9", "9", "901"), place="9栋九单元901", handler="老陈", note="自带配件"
        )
    )
    found = detail.read(office.database, office.stored("厨房水管漏水").id)
    assert found is not None
    (step,) = found.steps
    assert step.action == actions.IMPORTED
    assert step.staff == "陈静"
    said = HistorySpeaker(CHINESE, office.centre).say(step, office.now)
    assert said.what == "旧台账导入"
    assert "报修登记表2023年.xlsx" in said.more
    assert "3月" in said.more
    assert "第 7 行" in said.more
    for told in ("9栋九单元901", "老陈", "自带配件"):
        assert told in said.more


def test_words_of_a_ledger_can_be_erased(office: LedgerOffice):
    office.bring(office.row(7, note="张淑芬的丈夫"))
    ticket = office.stored("厨房水管漏水").id
    with office.store.write(office.actor, office.now):
        journal.erase_texts(Topic.TICKETS, ticket)
    found = detail.read(office.database, ticket)
    assert found is not None
    assert "丈夫" not in str(found.steps)


def test_one_entry_tells_of_the_import_and_the_chain_is_whole(office: LedgerOffice):
    before = JournalEntry.select().count()
    done = office.bring(*(office.row(row, f"第{row}件") for row in range(2, 40)))
    assert JournalEntry.select().count() == before + 1
    assert done.counts["tickets"] == 38
    assert journal.first_broken_link() is None
    assert ImportedRow.select().where(ImportedRow.imported == done.id).count() == 38
