"""The register leaves one centre as a list and comes into another one whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import Relation, Role, RoomKind
from desk.community import register, residents, rooms
from desk.community.register import Line
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.community.roster import reader
from desk.intake import roster
from desk.intake.origin import Origin
from desk.intake.roster_plan import Decisions
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Room
from desk.reports import lists
from desk.sample.plan import SEED, plan
from desk.sample.write import write_sample
from desk.sheets import tables
from desk.sheets.reading import open_book
from desk.words.catalogue import LANGUAGES, Words

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 4, 2, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    """The register of the sample, with what offices write although it does harm."""
    store = Store.open(tmp_path_factory.mktemp("sample"), NOW)
    community = write_sample(store, plan(SEED, NOW, ZONE))
    first, second, shop = (
        Room.get(Room.label == label).id for label in ("3-2-1501", "3-2-1502", "商铺-S1")
    )
    owner, tenant = Relation.OWNER, Relation.TENANT
    people = (
        PersonForm("欧阳修远", ("13812345678", "0571-88881234"), ((first, owner), (shop, tenant))),
        PersonForm("李四", (), ((second, Relation.FAMILY),), "=晚上别打\n两行"),
        PersonForm("王先生", (), ((second, Relation.FAMILY),), "无"),
        PersonForm("Smith, John", ("13800001111",), ((second, tenant),), "业主"),
        PersonForm("张伟、李娜", ("13800002222",), ((second, tenant),)),
        PersonForm("赵敏(租户)", ("+8613800003333",), ((second, owner),), "(租)"),
        PersonForm("路人甲", ("13700002222",), (), "+常来"),
        PersonForm("1", (), (), "不知道叫什么"),
    )
    strange = (
        NewRoom("会所", "", "1", RoomKind.SHOP, "底商"),
        NewRoom("西区别墅", "", "8", RoomKind.VILLA),
        NewRoom("A座", "东", "12A", RoomKind.FLAT, "-东边套", 89.53, "2021-03"),
        NewRoom("9", "1", "0302", RoomKind.FLAT, "同上", 120, "2019-11-05"),
        NewRoom("B2", "", "103", RoomKind.GARAGE, "", 0.5, "2020"),
    )
    with store.write(Actor(), NOW) as write:
        for room in strange:
            rooms.add(write, community, room)
        for form in people:
            residents.add(write, community, form)
    found = register.read(community)
    store.close()
    return found


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_comes_into_an_empty_centre_as_it_left(
    lines: list[Line], tmp_path: Path, language: str, ending: str
):
    words, path = Words(language), tmp_path / f"register.{ending}"
    tables.write(lists.residents(words, ZONE, "x", lines, with_phones=True), path)
    read = reader.read(open_book(path))
    assert (read.found.rejected, read.found.warned) == ((), ())

    store = Store.open(tmp_path / "new", NOW)
    staff = (NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),)
    centre = FirstDay("翠湖苑", "0571-88881234", staff)
    community = first_day.begin(store, Actor(), NOW, centre)
    with store.write(Actor(), NOW) as write:
        planned = roster.compare(community, read)
        roster.publish(write, community, planned, Decisions(), Origin(path.name, "d" * 64))
    again = register.read(community)
    nothing_new = roster.compare(community, read).is_nothing
    store.close()

    assert sorted(map(repr, again)) == sorted(map(repr, lines))
    assert nothing_new
