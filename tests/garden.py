"""A small community with everything a call can lead to: rooms, residents, answers, crews, staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff, suggested_crews
from desk.centre.staff import StaffForm
from desk.codes import Relation, Role, RoomKind
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.models.journal import Actor
from desk.words.catalogue import Words

SUPERVISOR_PIN, PIN = "1234", "2345"

ROOMS = (
    NewRoom("3", "1", "101"),
    NewRoom("3", "2", "1501"),
    NewRoom("3", "2", "1502", note="勿按门铃"),
    NewRoom("3", "2", "1602"),
    NewRoom("4", "2", "101"),
    NewRoom("5", "1", "1502"),
    NewRoom("", "", "S12", RoomKind.SHOP),
)

#: name, phones, homes, note
PEOPLE = (
    ("张淑芬", ("13800005678",), ("3-2-1502",), "独居老人"),
    ("邹淑芬", ("13800002330",), ("4-2-101",), ""),
    ("王建国", ("13912340000",), ("3-2-1602",), ""),
    ("王小明", ("13912340000",), ("3-2-1602",), ""),
    ("李秀英", ("13700001111",), ("3-1-101", "5-1-1502"), ""),
)

ARTICLES = (
    ArticleForm(
        "家里漏水怎么办?",
        "请先关掉水表前的阀门，擦干地面，我们半小时内到。",
        ("水管漏水", "厨房漏水一直滴", "水管爆了"),
        "报修",
    ),
    ArticleForm("漏水到楼下谁负责?", "先止水，再由物业、楼上楼下三方一起看。", (), "报修"),
    ArticleForm("物业费怎么交?", "前台、公众号都可以交，前台可刷卡。", ("在哪里交物业费",), "收费"),
    ArticleForm(
        "春节垃圾几点收?",
        "春节期间上午八点收一次。",
        (),
        "环境",
        valid_until=date(2026, 2, 28),
    ),
)


@dataclass
class Garden:
    """What was planted.

    Attributes:
        store: where.
        community: its id.
        rooms, people, articles: label, name or question -> id.
    """

    store: Store
    community: int
    rooms: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)


def plant(store: Store, now: datetime) -> Garden:
    """Write the community into an empty database."""
    staff = (
        NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), SUPERVISOR_PIN),
        NewStaff(StaffForm("何静", "H", Role.RECEPTIONIST), PIN),
    )
    first = FirstDay("桂语花园", "0571-88881234", staff, crews=suggested_crews(Words("zh_CN")))
    garden = Garden(store, first_day.begin(store, Actor(), now, first))
    with store.write(Actor(), now) as write:
        garden.rooms = rooms.add_many(write, garden.community, ROOMS)
        for name, phones, homes, note in PEOPLE:
            where = tuple((garden.rooms[label], Relation.OWNER) for label in homes)
            form = PersonForm(name, phones, where, note)
            garden.people[name] = residents.add(write, garden.community, form)
        for article in ARTICLES:
            garden.articles[article.question] = library.add(write, garden.community, article)
    return garden
