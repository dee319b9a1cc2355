"""An old ledger comes in whole or not at all, once, and goes out again."""

from __future__ import annotations

import os
import signal
from datetime import date

import pytest

from desk.intake import ledger
from desk.models.database import Store
from desk.models.tables import Community, ImportedRow, Ticket
from desk.refusals import Refusal
from desk.sheets.findings import Findings, Place
from desk.tickets import (
    actions,
    closing,
    detail,
    ending,
    find,
    noting,
)
from desk.tickets.ledger.read import LedgerRead
from desk.words.catalogue import Words
from tests.intake.ledger_office import FILE, LedgerOffice, flat, wall
from tests.tickets.office import refused

CHINESE = Words("zh_CN")


@pytest.fixture
def office(store: Store) -> LedgerOffice:
    return LedgerOffice(store)


def test_the_same_ledger_again_brings_nothing(office: LedgerOffice):
    rows = [
        office.row(2, number="A1", place="大堂"),
        office.row(3, "门坏", room=flat("9", "9", "901")),
        office.row(4, "门坏", room=flat("9", "9", "902")),
    ]
    office.bring(*rows)
    again = office.plan(*rows)
    assert (again.is_nothing, again.there) == (True, 3)
    more = office.plan(*rows, office.row(5, "门又坏", room=flat("9", "9", "901")))
    assert [one.source.row for one in more.new] == [5]


def test_what_was_corrected_at_the_desk_is_still_the_same(office: LedgerOffice):
    row = office.row(2, "门坏", place="大堂")
    office.bring(row)
    ticket = office.stored("门坏")
    ending_ = office.step(ending.reopen, detail.read(office.database, ticket.id).row.seen)
    assert ending_.made is not None
    Ticket.update(words="大门坏", version=Ticket.version + 1).where(
        Ticket.id == ticket.id
    ).execute()
    assert office.plan(row).is_nothing


def test_a_number_that_begins_anew_each_year_is_another_ticket(office: LedgerOffice):
    office.bring(office.row(2, number="0001"))
    plan = office.plan(office.row(2, "灯不亮", number="0001", reported_at=date(2024, 1, 2)))
    assert [one.source.row for one in plan.new] == [2]


def test_a_row_written_twice_is_one_and_is_listed(office: LedgerOffice):
    plan = office.plan(office.row(2), office.row(3), office.row(4, name="李四"))
    assert len(plan.new) == 2
    assert [(one.source.row, one.why.code) for one in plan.left_out] == [(3, "ledger.repeated")]


def test_numbers_go_on_where_the_day_has_some(office: LedgerOffice):
    made = office.new()
    day = office.centre.calendar.local(office.now).date()
    office.bring(
        office.row(2, "一", reported_at=day), office.row(3, "二", reported_at=day, kind="投诉")
    )
    assert made.number.endswith("-0001")
    assert [office.stored(one).number[-4:] for one in "一二"] == ["0002", "0003"]
    assert office.new().number.endswith("-0004")


def test_a_list_of_our_own_keeps_its_numbers_where_they_are_free(office: LedgerOffice):
    office.bring(
        office.row(2, "一", number="WX20230305-0007", source_number="A-17"),
        office.row(3, "二", number="TS20230305-0002"),
        office.row(4, "三", number="WX20230306-0001"),  # of another day: somebody else's
        office.row(5, "四"),
    )
    told = {one.words: (one.number, one.source_number) for one in Ticket.select()}
    assert told == {
        "一": ("WX20230305-0007", "A-17"),
        "二": ("TS20230305-0002", "TS20230305-0002"),
        "三": ("WX20230305-0008", "WX20230306-0001"),
        "四": ("WX20230305-0009", None),
    }
    assert office.stored("一").serial == 7
    assert find.by_number(office.database, "WX20230305-0007") is not None


def test_a_number_of_our_own_that_is_taken_becomes_the_earlier_one(office: LedgerOffice):
    office.bring(office.row(2, "一"))
    assert office.stored("一").number == "WX20230305-0001"
    other = office.row(2, "二", number="WX20230305-0001", reported_at=wall("2023-03-05 17:00"))
    office.bring(other, office.row(3, "三", reported_at=other.reported_at))
    assert office.stored("二").number == "WX20230305-0002"
    assert office.stored("二").source_number == "WX20230305-0001"


def test_what_was_made_here_is_there_in_our_own_list(office: LedgerOffice):
    made = office.new()
    seconds = office.now.replace(second=0, microsecond=0).astimezone(office.centre.zone)
    row = office.row(2, "别的话", number=made.number, reported_at=seconds.replace(tzinfo=None))
    plan = office.plan(row)
    assert (plan.is_nothing, plan.there) == (True, 1)


def test_a_number_that_is_given_out_meanwhile_is_noticed(office: LedgerOffice):
    day = office.centre.calendar.local(office.now).date()
    plan = office.plan(office.row(2, number=f"WX{day:%Y%m%d}-0001", reported_at=day))
    office.new()
    with refused("ledger.stale"):
        office.publish(plan)
    assert Ticket.select().count() == 1


def test_another_import_in_between_is_noticed(office: LedgerOffice):
    plan = office.plan(office.row(2))
    office.bring(office.row(2))
    with refused("ledger.stale"):
        office.publish(plan)
    assert Ticket.select().count() == 1


def test_what_fails_in_the_middle_leaves_nothing(office: LedgerOffice):
    plan = office.plan(*(office.row(row, f"第{row}件") for row in range(2, 20)))
    broken = plan.new[-1]._replace(columns=(*plan.new[-1].columns[:-1], None))
    with pytest.raises(Exception, match=r"(?i)null"):
        office.publish(type(plan)(new=(*plan.new[:-1], broken), unfinished=()))
    assert Ticket.select().count() == 0
    assert ImportedRow.select().count() == 0
    assert find.by_text(office.database, "第2件", 5) == []
    office.publish(plan)
    assert Ticket.select().count() == 18


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_a_program_that_is_killed_in_the_middle_leaves_nothing(sqlite_store: Store):
    office = LedgerOffice(sqlite_store)
    plan = office.plan(*(office.row(row, f"第{row}件") for row in range(2, 200)))
    assert sqlite_store.path is not None
    sqlite_store.release()
    killed = os.fork()
    if not killed:
        with sqlite_store.write(office.actor, office.now) as write:
            ledger.publish(write, office.community, plan, (), FILE, office.centre)
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(killed, 0)[1] == signal.SIGKILL
    assert Ticket.select().count() == 0
    assert ImportedRow.select().count() == 0
    office.publish(plan)
    assert find.by_text(office.database, "第77件", 5) != []


def test_time_leaves_them_alone(office: LedgerOffice):
    office.bring(office.row(2), office.row(3, "二", done=False))
    office.later(days=30)
    with office.store.write(office.actor, office.now) as write:
        assert closing.tend(write, office.centre) == (0, 0)


def test_taking_back_leaves_nothing_of_it(office: LedgerOffice):
    done = office.bring(
        office.row(2, "客厅吊灯松动"),
        office.row(3, "二", done=False, hold_reason="待料"),
        still_open=[Place("3月", 3)],
    )
    back = office.take_back(done)
    assert back.removed["tickets"] == 2
    assert back.kept == ()
    assert Ticket.select().count() == 0
    assert ImportedRow.select().count() == 0
    assert find.by_text(office.database, "吊灯", 5) == []
    assert office.plan(office.row(2, "客厅吊灯松动")).there == 0


def test_what_somebody_worked_on_stays_when_it_is_taken_back(office: LedgerOffice):
    done = office.bring(
        office.row(2, "一", done=False), office.row(3, "二"), still_open=[Place("3月", 2)]
    )
    picked = office.stored("一")
    office.step(noting.comment, detail.read(office.database, picked.id).row.seen, "再看看")
    back = office.take_back(done)
    assert back.removed["tickets"] == 1
    assert [(one.subject, one.why) for one in back.kept] == [(picked.id, "import.kept_changed")]
    assert find.by_text(office.database, "一", 5) != []
    found = detail.read(office.database, picked.id)
    assert found is not None
    assert found.steps[0].action == actions.IMPORTED


def test_another_communitys_tickets_are_not_these(office: LedgerOffice):
    other = int(Community.insert(name="别处").execute())
    office.bring(office.row(2))
    Ticket.update(community=other).execute()
    assert not office.plan(office.row(2)).is_nothing


def test_rows_of_other_communities_do_not_come_into_our_rooms(office: LedgerOffice):
    Community.insert(name="阳光里").execute()
    room = flat("3", "2", "1502")
    plan = office.plan(
        office.row(2, "一", room=room, community="锦绣花园"),
        office.row(3, "二", room=room, community="阳光里"),
        office.row(4, "三", room=room, community="和平小区"),
    )
    assert [(one.source.row, one.why.code) for one in plan.left_out] == [
        (3, "ledger.other_community")
    ]
    office.publish(plan)
    assert office.stored("一").room_id == room_id(office)
    assert (office.stored("三").room_id, office.stored("三").place) == (None, "和平小区 3-2-1502")


def test_a_ledger_may_call_its_community_as_it_likes(office: LedgerOffice):
    office.bring(office.row(2, room=flat("3", "2", "1502"), community="一期"))
    assert office.stored("厨房水管漏水").room_id == room_id(office)


def room_id(office: LedgerOffice) -> int:
    return office.rooms["3-2-1502"]


def test_laying_out_may_be_stopped_and_begun_anew(office: LedgerOffice):
    def stop(done: int, total: int) -> None:
        raise Refusal("import.cancelled")

    plan = office.plan(office.row(4))
    with (
        refused("import.cancelled"),
        ledger.laid_out(plan, [], office.centre, office.now, stop),
    ):
        pass
    assert office.publish(plan).counts["tickets"] == 1


def test_progress_is_told_and_may_stop_it(office: LedgerOffice):
    def stop(done: int, every: int) -> None:
        raise Refusal("import.cancelled")

    read = LedgerRead((office.row(2),), Findings())
    with refused("import.cancelled"):
        ledger.plan(office.community, read, office.centre, office.now, stop)
