"""Shares the values of a flat's cell out by their order, where no mark says what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from desk.language.address_parts import Mark, Part, figures_of

LONG = 3  # Figures from which on a value is a door, not a building or a unit.


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a cell: other columns, the sheet's name, a section row."""

    building: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says; "" and () where it does not. ``wrong`` where it is no room at all."""

    building: str = ""
    unit: str = ""
    numbers: tuple[str, ...] = ()
    wrong: bool = False


def shared_out(roles: list[Part], around: Around, name: str) -> Read:
    """Share the parts out to building, unit and numbers; those without a mark by their order."""
    building = next((one.value for one in roles if one.mark is Mark.BUILDING), "")
    unit = next((one.value for one in roles if one.mark is Mark.UNIT), "")
    floor = next((one.value for one in roles if one.mark is Mark.FLOOR), "")
    rooms = [one for one in roles if one.mark in (Mark.ROOM, Mark.HOUSEHOLD)]
    order = [one for one in roles if one.mark is not Mark.FLOOR]
    loose = [one for one in order if one.mark is Mark.NONE]
    numbers: list[str] = [one.value for one in rooms]
    on_floors = bool(roles) and roles[-1].mark is Mark.FLOOR  # 3-5楼: floors, no door
    if not rooms and order and order[-1].mark is Mark.NONE and not (on_floors and order[-1].short):
        if name and not building and (len(loose) == 1 or (name[-1] == "楼" and len(loose) == 2)):
            building = name
        free = (not building) + (not unit and not around.unit)
        numbers, loose = _tail(loose, free, enough=bool(building or unit), house=around.building)
    elif rooms or (loose and loose[0] is roles[0] and not loose[0].gap):
        doubled = [one.value for one in loose if figures_of(one) >= LONG]
        loose = [one for one in loose if figures_of(one) < LONG]
        numbers = doubled + numbers
    if floor and len(numbers) == 1 and re.fullmatch(r"[A-Z]", numbers[0]):
        numbers = [floor + numbers[0]]
    if floor and len(numbers) == 1 and numbers[0].isdigit() and len(numbers[0]) <= 2:
        numbers = [floor + numbers[0].zfill(2)]
    filled = _filled(building, unit, loose, around)
    numbers = _one_household(numbers)
    broken = len(numbers) > 1 and "-" in roles[-1].gap and _is_range(numbers)
    return replace(filled, numbers=tuple(numbers), wrong=filled.wrong or broken)


def _tail(
    loose: list[Part], free: int, *, enough: bool, house: str
) -> tuple[list[str], list[Part]]:
    """Take the number, or numbers, off the end of the values without a mark."""
    last = loose[-1]
    before = loose[:-1]
    if figures_of(last) >= LONG:
        numbers = [last.value]
        while before and figures_of(before[-1]) >= LONG:
            numbers.insert(0, before.pop().value)
        return numbers, before
    if before and figures_of(before[-1]) >= LONG and last.short:
        joint = "" if last.value.isalpha() else "-"  # 301-2: a flat that was split
        return [f"{before[-1].value}{joint}{last.value}"], before[:-1]
    if before and before[-1].value.isdigit() and last.written == 2:
        # 3-15-02: floor and door, where 15 is one value too many or no unit.
        floor = len(before) > free or (len(before) >= 2 and int(before[-1].value) > 9)
        if floor:
            return [before[-1].value + last.value.zfill(2)], before[:-1]
    if len(before) >= 3:
        return [before[-1].value + last.value.zfill(2)], before[:-1]
    if re.fullmatch(r"\d+[A-Z]", last.value):
        return [last.value], before  # 3-15B
    if len(before) == 1 and not enough and not house:
        return [], loose  # 3-2 alone is a building and a unit.
    return [last.value], before


def _is_range(numbers: list[str]) -> bool:
    """Tell whether 301-305 leaves rooms between unsaid."""
    digits = [int(re.sub(r"\D", "", number) or 0) for number in numbers]
    return any(abs(after - before) != 1 for before, after in pairwise(digits))


def _filled(building: str, unit: str, loose: list[Part], around: Around) -> Read:
    """Give the values in front their places: ``3-2-``, ``3-`` or, under a known house, ``2-``."""
    left = [one.value for one in loose]
    if len(left) >= 2 and not building and not unit:
        wrong = len(left) > 3 or any(figures_of(one) >= LONG for one in loose)
        return Read("-".join(left[:-1]), left[-1], (), wrong)
    if left and not building and (unit or _is_house(left[-1], around)):
        wrong = figures_of(loose[-1]) >= LONG
        return Read(left[-1], unit, (), wrong or _surplus(left[:-1], around.building))
    if left and not unit:
        return Read(building, left[-1], (), _surplus(left[:-1], building, around.building))
    return Read(building, unit, (), _surplus(left, building, unit))


def _surplus(left: list[str], *said: str) -> bool:
    """Tell whether a value is left over that repeats nothing: the cell is not understood."""
    return any(value not in said for value in left)


def _is_house(value: str, around: Around) -> bool:
    """Tell whether the value before a number is the building, not a unit of a known one."""
    house = around.building
    if not house or re.fullmatch(r"[A-Z]\d+", value):
        return True
    if value == around.unit or not house.endswith(value):
        return False
    return bool(around.unit) or len(value) > 1 or not value.isdigit()


def _one_household(numbers: list[str]) -> list[str]:
    """Keep the lower door of a household on two floors (1701/1801); else all of them."""
    if len(numbers) > 1 and all(number.isdigit() for number in numbers):
        floors = [int(number[:-2] or 0) for number in numbers]
        doors = {number[-2:] for number in numbers}
        steps = pairwise(floors)
        if len(doors) == 1 and all(abs(after - before) == 1 for before, after in steps):
            return numbers[:1]
    return list(dict.fromkeys(numbers))
