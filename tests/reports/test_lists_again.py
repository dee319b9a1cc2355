"""Lists that leave the program are read again without loss, in every format and language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.answers import library, upkeep
from desk.answers.library import ArticleForm
from desk.answers.questions import reader as questions
from desk.answers.questions.read import ReadArticle
from desk.codes import Relation, RoomKind, State
from desk.community import register, residents
from desk.community.register import Line
from desk.community.residents import PersonForm
from desk.community.roster import reader as roster
from desk.community.roster.read import ReadPerson
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Resident, Room, Staff, Ticket
from desk.reports import lists
from desk.sample.plan import SEED, plan
from desk.sample.write import write_sample
from desk.sheets import tables
from desk.sheets.book import Book
from desk.sheets.reading import open_book
from desk.sheets.tables import Table
from desk.tickets import further, rows
from desk.tickets.ledger import reader as ledger
from desk.words.catalogue import LANGUAGES, Words

ZONE = ZoneInfo("Asia/Shanghai")
#: A Wednesday, ten past ten in Shanghai.
NOW = datetime(2026, 3, 4, 2, 10, 30, tzinfo=UTC)
#: What would be run as a formula, split at a slash, or taken for a remark of the office.
STRANGE = (
    ArticleForm(
        "=怎么交费?/怎么算",
        "-微信\n备注：照念\n(内部提示:这也照念)\n+现金",
        ("@前台交", "Wi-Fi/网络", "交费;缴费、付费", "1. 交钱"),
        "一、收费",
        valid_from=date(2026, 1, 31),
    ),
    ArticleForm("补门卡", "略", (), "", valid_until=date(2026, 3, 1)),
    ArticleForm("1、几点开门", "同上", ("又问：几点关门",), "=1+1"),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, with what offices write although it does harm."""
    store = Store.open(tmp_path_factory.mktemp("sample"), NOW)
    community = write_sample(store, plan(SEED, NOW, ZONE))
    lived_in = Room.select().where(Room.building == "3").order_by(Room.id)
    first, second, third = (room.id for room in lived_in.limit(3))
    with store.write(Actor(), NOW) as write:
        for form in STRANGE:
            owner = Staff.select().first().id
            library.add(write, community, ArticleForm(**{**vars(form), "owner": owner}))
        both = ((first, Relation.OWNER), (second, Relation.TENANT))
        phones = ("13812345678", "0571-88881234", "13900001111")
        residents.add(write, community, PersonForm("欧阳修远", phones, both, "=晚上别打\n两行"))
        residents.add(write, community, PersonForm("李四", (), ((third, Relation.FAMILY),), ""))
        residents.add(write, community, PersonForm("路人甲", ("13700002222",), (), "+常来"))
        Room.update(area_m2=89.53, moved_in="2021-03", note="-东边套").where(
            Room.id == first
        ).execute()
        Room.update(area_m2=120, moved_in="2019-11-05").where(Room.id == second).execute()
        Ticket.update(source_number="A-2026/17").where(Ticket.id == 5).execute()
    yield store
    store.close()


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


@pytest.fixture(params=["xlsx", "csv"])
def again(request: pytest.FixtureRequest, tmp_path: Path):
    """Write a table and open it as somebody who brings it."""

    def opened(table: Table) -> Book:
        path = tmp_path / f"list.{request.param}"
        tables.write(table, path)
        return open_book(path)

    return opened


def community() -> int:
    return int(Room.select().first().community_id)


def test_the_register(sample: Store, words: Words, again):
    lines = register.read(community())
    table = lists.residents(words, ZONE, "x", lines, with_phones=True)
    read = roster.read(again(table))
    assert [(one.text, one.why.code) for one in read.found.warned] == []
    stored: dict[object, tuple[object, list[ReadPerson]]] = {}
    for line in lines:
        if line.room_label:
            about = (line.area_m2, line.moved_in, line.room_note)
            _, people = stored.setdefault(room_key(line), (about, []))
            if line.name:
                people.append(ReadPerson(line.name, line.relation, line.phones, line.note))
    found = {
        (room.kind, room.building, room.unit, room.number): (
            (room.area_m2, room.moved_in, room.note),
            list(room.people),
        )
        for room in read.rooms
    }
    assert found == stored
    assert read.found.rejected == ()
    strangers = [
        ReadPerson(one.name, None, one.phones, one.note) for one in lines if not one.room_label
    ]
    assert [one.person for one in read.strangers] == strangers
    assert "路人甲" in {one.name for one in strangers}
    assert sum(not people for _, people in found.values()) > 10


def room_key(line: Line) -> tuple[RoomKind | None, str, str, str]:
    """Return which room it is."""
    return line.kind, line.building, line.unit, line.number


def test_numbers_that_are_masked_do_not_come_back_as_numbers(sample: Store, words: Words, again):
    table = lists.residents(words, ZONE, "x", register.read(community()))
    read = roster.read(again(table))
    assert [person for room in read.rooms for person in room.people if person.phones] == []
    assert len([one for room in read.rooms for one in room.people]) > 500


def test_the_tickets(sample: Store, words: Words, again):
    stored = rows.select(sample.database, "ORDER BY t.received_at DESC, t.id DESC")
    more = further.read(sample.database, (row.ticket_id for row in stored))
    table = lists.tickets(words, ZONE, "x", stored, NOW, more, with_phones=True)
    read = ledger.read(again(table))
    assert read.found.rejected == ()
    assert [
        (one.number, one.text, one.place, one.name, one.phone, minute(one.reported_at))
        for one in read.tickets
    ] == [
        (one.number, one.words, one.place, one.caller_name, one.caller_phone, local(one))
        for one in stored
    ]
    assert [(one.source_number, one.spot) for one in read.tickets] == [
        (more[one.ticket_id].source_number, one.spot) for one in stored
    ]
    assert [one.result for one in read.tickets] == [more[one.ticket_id].result for one in stored]
    homes = {room.id: (room.kind, room.building, room.unit, room.number) for room in Room.select()}
    for one, row in zip(read.tickets, stored, strict=True):
        if row.room and more[row.ticket_id].room != row.place:
            assert one.caller_room is not None
            assert one.caller_room.number == homes[row.room][3]
        if row.room and more[row.ticket_id].room == row.place:
            assert one.room is not None
            kind, building, unit, number = homes[row.room]
            assert (one.room.kind, one.room.unit, one.room.number) == (kind, unit, number)
            assert one.room.building == (building if kind == RoomKind.FLAT else "")
        ended = row.finished_at or row.closed_at
        finished = minute(one.finished_at)
        assert finished == (ended and ended.astimezone(ZONE).strftime("%Y-%m-%d %H:%M"))
        if row.state is State.HOLD and row.hold_reason:
            assert one.done is False
            assert one.hold_reason


def minute(moment: date | None) -> str | None:
    return moment and moment.strftime("%Y-%m-%d %H:%M")


def local(row: rows.TicketRow) -> str:
    return row.received_at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def test_numbers_results_and_visits_are_in_the_list_of_tickets(sample: Store):
    stored = rows.select(sample.database, "ORDER BY t.id")
    more = further.read(sample.database, (row.ticket_id for row in stored))
    table = lists.tickets(Words(), ZONE, "x", stored, NOW, more)
    said = [dict(zip(table.heads, row, strict=True)) for row in table.rows]
    assert [one["原单号"] for one in said if one["原单号"]] == ["A-2026/17"]
    assert any("已解决，5 分" in str(one["回访"]) for one in said)
    assert any(one["处理结果"] for one in said)
    assert {one["渠道"] for one in said} >= {"电话", "到访"}


def test_the_library(sample: Store, words: Words, again):
    stored = upkeep.in_order(library.active(community()))
    table = lists.library(words, ZONE, "x", stored, date(2026, 3, 4))
    read = questions.read(again(table))
    assert read.found.rejected == ()
    assert read.found.warned == ()
    assert list(read.articles) == [
        ReadArticle(
            one.form.question,
            one.form.phrasings,
            one.form.answer,
            one.form.category,
            one.owner_name,
            one.form.valid_from,
            one.form.valid_until,
            found.source,
        )
        for one, found in zip(stored, read.articles, strict=True)
    ]
    assert len(read.articles) > len(STRANGE)


def test_what_was_retired_stays_retired(sample: Store, words: Words, again):
    stored = upkeep.in_order(library.active(community()))[:3]
    table = lists.library(
        words, ZONE, "x", stored, date(2026, 3, 4), retired={stored[1].id}, used={stored[0].id: 77}
    )
    assert table.rows[0][8] == 77
    read = questions.read(again(table))
    assert [one.question for one in read.articles] == [
        stored[0].form.question,
        stored[2].form.question,
    ]
    assert [one.why.code for one in read.found.rejected] == ["questions.retired"]


def test_every_resident_is_in_the_list(sample: Store):
    lines = register.read(community())
    assert len({line.name for line in lines if line.name}) == len(
        {one.name for one in Resident.select().where(Resident.active)}
    )
