"""Rooms written in unusual ways: letters for units, remarks in brackets, missing numbers."""

from __future__ import annotations

import pytest

from desk.codes import RoomKind
from desk.language.addresses import read_address
from desk.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3-甲-1502", "3-甲-1502"),
        ("3栋乙-1502", "3-乙-1502"),
        ("3-东-101", "3-东-101"),
        ("3栋1502(2单元)", "3-2-1502"),
        ("3-1502（二单元）", "3-2-1502"),
        ("3-2-1502(车库B1-12)", "3-2-1502"),
        ("3-2-1502(含车位)", "3-2-1502"),
        ("3-2-1502-", "3-2-1502"),
    ],
)
def test_flat(text: str, label: str) -> None:
    room = read_address(text)
    assert (room.label, room.kind) == (label, RoomKind.FLAT)


def test_unit_behind_a_number_beside_its_building() -> None:
    assert read_address("1502(2单元)", building="3").label == "3-2-1502"


@pytest.mark.parametrize("text", ["B1-103(车位)", "车位12(3-2-1502)"])
def test_space_stays_a_space(text: str) -> None:
    assert read_address(text).kind is RoomKind.GARAGE


@pytest.mark.parametrize(
    ("text", "code"),
    [("2-2-", "only_unit"), ("2-", "only_unit"), ("2-2-—", "only_unit")],
)
def test_number_missing_behind_its_hyphen(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_address(text, building="2", unit="2")
    assert refused.value.code == f"address.{code}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("JG03021502", "JG03021502"),
        ("电13800001234567", "电138****"),
        ("某057188880000", "某057****"),
        ("某88880000某", "某888****某"),
    ],
)
def test_only_what_may_be_a_telephone_is_hidden(text: str, shown: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_address(text, building="2")
    assert refused.value.fields["text"] == shown
