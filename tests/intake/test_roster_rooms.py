"""Which stored room a room of a file is."""

from __future__ import annotations

import pytest

from desk.codes import RoomKind
from desk.intake import roster_rooms
from desk.intake.roster_plan import RoomState
from desk.intake.roster_state import StoredRoom
from tests.intake.roster_office import room


def stored(*labels: str, kind: RoomKind = RoomKind.FLAT) -> list[StoredRoom]:
    """Return stored rooms: building, unit and number between slashes."""
    found = []
    for at, label in enumerate(labels, 1):
        building, unit, number = label.split("/")
        state = RoomState(kind, None, "", "", active=True)
        found.append(StoredRoom(at, 1, building, unit, number, label, state))
    return found


def met(there: list[StoredRoom], *rooms) -> list[str | None]:
    """Return the labels of what each room was found to be."""
    placed = roster_rooms.place(rooms, there)
    return [one.stored.label if one.stored else None for one in placed]


@pytest.mark.parametrize(
    ("there", "read", "found"),
    [
        (["3/2/1502"], "3-2-1502", "3/2/1502"),
        (["03/02/0302"], "3-2-302", "03/02/0302"),
        (["3/2/302"], "03-2-0302", "3/2/302"),
        (["A/1/101"], "a-1-101", "A/1/101"),
        (["3/2/302", "3/2/0302"], "3-2-0302", "3/2/0302"),
        (["3//302"], "3-1-302", "3//302"),
        (["3/1/302"], "3-302", "3/1/302"),
        (["3/1/302", "3/2/101"], "3-302", None),
        (["3/2/1502"], "3-1-1502", None),
        (["一期5/1/101"], "一期5-1-101", "一期5/1/101"),
    ],
)
def test_a_flat_is_found_as_it_is_written_or_without_leading_zeros(there, read, found):
    assert met(stored(*there), room(read)) == [found]


@pytest.mark.parametrize("written", ["别墅//8", "//8", "别墅//08"])
def test_a_villa_is_found_by_its_number(written):
    assert met(stored(written, kind=RoomKind.VILLA), room("8", kind=RoomKind.VILLA)) == [written]


@pytest.mark.parametrize(
    ("there", "kind", "read", "found"),
    [
        ("商铺//S12", RoomKind.SHOP, "S12", True),
        ("//S12", RoomKind.SHOP, "S12", True),
        ("底商//s12", RoomKind.SHOP, "S12", True),
        ("沿街商铺//S012", RoomKind.SHOP, "S12", True),
        ("//S12", RoomKind.FLAT, "S12", True),
        ("//12", RoomKind.SHOP, "S12", True),
        ("//12", RoomKind.FLAT, "12", False),
        ("//S13", RoomKind.SHOP, "S12", False),
        ("地库//B1-103", RoomKind.GARAGE, "B1-103", True),
        ("地下车库//B1103", RoomKind.GARAGE, "B1-103", True),
        ("B1//103", RoomKind.GARAGE, "B1-103", True),
        ("B2//103", RoomKind.GARAGE, "B1-103", False),
        ("B1//103", RoomKind.FLAT, "B1-103", False),
        ("3//S12", RoomKind.SHOP, "S12", True),
    ],
)
def test_a_shop_or_parking_space_is_found_however_its_house_is_called(there, kind, read, found):
    sort = RoomKind.GARAGE if read.startswith("B") else RoomKind.SHOP
    assert met(stored(there, kind=kind), room(read, kind=sort)) == [there if found else None]


def test_a_room_the_file_names_twice_is_one():
    placed = roster_rooms.place([room("3-2-302", row=3), room("3-2-0302", row=9)], [])
    assert [one.label for one in placed] == ["3-2-302"]
    assert [one.source[0].row for one in placed[0].reads] == [3, 9]


def test_a_file_is_about_its_buildings_and_those_its_rooms_stand_in():
    there = stored("底商//S12", kind=RoomKind.SHOP)
    placed = roster_rooms.place([room("3-2-302"), room("S12", kind=RoomKind.SHOP)], there)
    assert roster_rooms.houses(placed) == {"3", "商铺"}
