"""A small community on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from desk.codes import Relation, RoomKind
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.ui.look import Look
from desk.ui.residents.page import ResidentsPage
from desk.words.catalogue import Words
from tests.ui.footing import Place, place

SHARED = "13812345678"


@dataclass
class Town:
    """The community with the ids of its rooms by label and its people by name."""

    place: Place
    rooms: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)


@pytest.fixture
def centre(sqlite_store: Store, look: Look, words: Words, tmp_path) -> Iterator[Place]:
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made


@pytest.fixture
def town(centre: Place) -> Town:
    made = Town(centre)
    for label in ("3-1-101", "3-2-1501", "3-2-1502", "10-1-201"):
        building, unit, number = label.split("-")
        room = NewRoom(building, unit, number)
        made.rooms[label] = centre.write(rooms.add, centre.community, room)
    villa = NewRoom("别墅", "", "8", RoomKind.VILLA)
    made.rooms["别墅-8"] = centre.write(rooms.add, centre.community, villa)

    def person(name: str, phones: tuple[str, ...], *homes: tuple[str, Relation], note="") -> None:
        form = PersonForm(
            name, phones, tuple((made.rooms[label], one) for label, one in homes), note
        )
        made.people[name] = centre.write(residents.add, centre.community, form)

    person(
        "张淑芬",
        (SHARED, "13900001111"),
        ("3-2-1502", Relation.OWNER),
        ("10-1-201", Relation.OWNER),
        note="独居老人",
    )
    person("王磊", (SHARED,), ("3-2-1502", Relation.FAMILY))
    person("李娜", (), ("3-2-1501", Relation.TENANT))
    person("过客", ("13700002222",))
    centre.load()
    return made


@pytest.fixture
def page(town: Town) -> ResidentsPage:
    page = ResidentsPage(town.place.session)
    town.place.show(page)
    return page
