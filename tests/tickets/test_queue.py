from __future__ import annotations

from datetime import date, timedelta

import pytest
from peewee import SqliteDatabase

from desk.codes import Family, HoldReason, Kind, Urgency
from desk.models.tables import Ticket
from desk.tickets import dispatching, finishing, holding, queue
from desk.tickets.queue import Chip, Filter
from desk.tickets.rows import TicketRow
from tests.tickets.office import Office


def page(office: Office, wanted: Filter | None = None, **how) -> list[TicketRow]:
    return queue.page(
        office.database, wanted or Filter(), office.now, office.centre.policy.soon, **how
    )


def numbers(rows: list[TicketRow]) -> list[int]:
    return [int(row.number[-4:]) for row in rows]


def counts(office: Office, **owned) -> dict[Chip, int]:
    found = queue.counts(office.database, office.now, office.centre.policy.soon, **owned)
    assert list(found) == list(Chip)
    return found


@pytest.fixture
def busy(office: Office) -> Office:
    """A morning with something in every state.

    1 planned; 2 normal, done and sampled out; 3 urgent, accepted; 4 critical, not taken;
    5 on hold; 6 awaiting its return visit; 7 not dispatched.
    """
    office.new("外墙渗水", urgency=Urgency.PLANNED)
    inquiry = office.new("怎么办门禁卡", kind=Kind.INQUIRY, category=None)
    office.step(finishing.finish, inquiry, "已答复")
    office.step(dispatching.accept, office.new("爆管", urgency=Urgency.URGENT))
    office.new("电梯困人", urgency=Urgency.CRITICAL, category=office.category(Family.LIFT))
    arrived = office.step(dispatching.arrive, office.new("龙头坏了"))
    office.step(holding.hold, arrived, HoldReason.PARTS, date(2026, 3, 5))
    office.step(finishing.finish, office.new("马桶漏水"), "好了")
    office.new("楼道灯不亮", category=office.bulb)
    return office


def test_what_rings_stands_on_top_then_what_is_due_next_then_what_has_no_clock(busy: Office):
    assert numbers(page(busy)) == [4, 3, 7, 1, 5, 6, 2]
    assert page(busy)[0].ringing
    assert numbers(queue.ringing(busy.database)) == [4]


def test_a_critical_ticket_that_was_taken_stands_by_its_clock(busy: Office):
    (critical,) = queue.ringing(busy.database)
    busy.step(dispatching.accept, critical.seen, crew=busy.guards)
    assert queue.ringing(busy.database) == []
    assert numbers(page(busy))[:2] == [3, 4]


def test_overdue_comes_first_as_time_goes_by(busy: Office):
    busy.new("新报修")
    busy.later(minutes=40)
    assert numbers(page(busy, Filter(Chip.OVERDUE))) == [4, 3, 7, 8]
    assert counts(busy)[Chip.OVERDUE] == 4


def test_each_chip_shows_what_it_counts(busy: Office):
    busy.later(minutes=5)
    shown = {chip: numbers(page(busy, Filter(chip))) for chip in Chip}
    assert shown == {
        Chip.OVERDUE: [4],
        Chip.SOON: [7],
        Chip.RECEIVED: [7],
        Chip.IN_PROGRESS: [4, 3, 1],
        Chip.HOLD: [5],
        Chip.TO_VISIT: [6],
        Chip.DONE: [2],
    }
    assert counts(busy) == {chip: len(found) for chip, found in shown.items()}
    assert counts(busy, community=busy.community) == counts(busy)
    assert counts(busy, community=99)[Chip.HOLD] == 0
    assert counts(busy, crew=busy.water)[Chip.HOLD] == 1


def test_pages_follow_each_other_without_gap_or_repetition(busy: Office):
    whole = page(busy)
    for size in (1, 2, 3):
        found: list[TicketRow] = []
        while some := page(busy, after=found[-1] if found else None, limit=size):
            found += some
        assert found == whole
    in_progress = page(busy, Filter(Chip.IN_PROGRESS))
    rest = page(busy, Filter(Chip.IN_PROGRESS), after=in_progress[0], limit=1)
    assert rest == in_progress[1:2]


def test_it_narrows_by_words_crew_and_community(busy: Office):
    assert numbers(page(busy, Filter(text="漏水"))) == [6]
    assert numbers(page(busy, Filter(text="3-2-1502", crew=busy.water))) == [3, 1, 5, 6]
    assert page(busy, Filter(text="！")) == []
    assert page(busy, Filter(community=99)) == []


def test_a_row_says_what_the_list_shows(busy: Office):
    row = page(busy, Filter(Chip.HOLD))[0]
    assert row.place == "3-2-1502"
    assert row.category == "漏水渗水"
    assert row.crew == "水电班"
    assert row.hold_reason is HoldReason.PARTS
    assert row.received_at == busy.at("09:00")
    assert row.seen.version == row.version
    assert not row.slip_out


def test_the_next_change_is_when_a_look_changes(office: Office):
    soon = office.centre.policy.soon
    assert queue.next_change(office.database, office.now, soon) is None
    office.new("外墙渗水", urgency=Urgency.PLANNED)  # four hours to respond, amber all along
    respond_by = office.at("14:30")
    amber = office.at("10:30")
    assert queue.next_change(office.database, office.now, soon) == amber
    assert queue.next_change(office.database, amber, soon) == respond_by
    assert queue.next_change(office.database, respond_by, soon) is None
    before = amber - timedelta(microseconds=1)
    assert queue.counts(office.database, before, soon)[Chip.SOON] == 0
    assert queue.counts(office.database, amber, soon)[Chip.SOON] == 1
    assert queue.counts(office.database, respond_by, soon)[Chip.OVERDUE] == 1


@pytest.mark.parametrize(
    "wanted",
    [Filter(), *(Filter(chip) for chip in Chip), Filter(community=1), Filter(crew=1)],
    ids=str,
)
def test_a_page_is_read_from_an_index_and_sorts_nothing(sqlite_store, wanted: Filter, monkeypatch):
    office = Office(sqlite_store)
    office.new()
    row = page(office)[0]
    database = office.database
    assert isinstance(database, SqliteDatabase)
    read: list[tuple[str, tuple[object, ...]]] = []
    execute = database.execute_sql

    def listened(sql: str, values: tuple[object, ...] = ()) -> object:
        read.append((sql, values))
        return execute(sql, values)

    monkeypatch.setattr(database, "execute_sql", listened)
    page(office, wanted)
    page(office, wanted, after=row)
    assert read
    for sql, values in read:
        plan = [step[3] for step in execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
        assert any("USING INDEX ticket_open_" in step for step in plan), plan
        assert not any(step.startswith("SCAN t") for step in plan), plan
        if wanted.chip is not Chip.IN_PROGRESS:  # three ranges of an index, merged
            assert not any("TEMP B-TREE" in step for step in plan), plan


def test_both_databases_give_the_same_order(office: Office):
    for minutes in (30, 10, 20, 0):
        office.later(minutes=minutes)
        office.new()
    due = [ticket.due_at for ticket in Ticket.select().order_by(Ticket.due_at, Ticket.id)]
    assert [row.due_at for row in page(office)] == due
