"""Whom an initial, a name or the sound of a name means."""

from __future__ import annotations

import pytest

from desk.centre.staff import StaffRow
from desk.codes import Role
from desk.ui.staff.matching import matching, meant, with_pin


def person(name: str, initial: str) -> StaffRow:
    return StaffRow(hash(initial), 1, name, initial, Role.RECEPTIONIST)


PEOPLE = [
    person("林晓月", "L"),
    person("李敏", "LM"),
    person("何静", "HJ"),
    person("胡平", "HP"),
    person("王芳", "W2"),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["林晓月", "李敏", "何静", "胡平", "王芳"]),
        ("l", ["林晓月", "李敏"]),
        ("lm", ["李敏"]),
        ("h", ["何静", "胡平"]),
        ("静", ["何静"]),
        ("hep", []),
        ("hej", ["何静"]),
        ("wangf", ["王芳"]),
        ("x", []),
    ],
)
def test_matching(typed: str, names: list[str]) -> None:
    assert [one.name for one in matching(PEOPLE, typed)] == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", None),
        ("l", None),
        ("lm", "李敏"),
        ("h", None),
        ("hj", "何静"),
        ("w", None),
        ("w2", "王芳"),
    ],
)
def test_meant(typed: str, name: str | None) -> None:
    found = meant(PEOPLE, typed)
    assert (found.name if found else None) == name


def test_figures_behind_a_whole_initial_are_the_pin() -> None:
    found = with_pin(PEOPLE, "l1")
    assert found is not None
    assert (found[0].name, found[1]) == ("林晓月", "1")
    assert with_pin(PEOPLE, "w2") is None
    assert with_pin(PEOPLE, "h1") is None
