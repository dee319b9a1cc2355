"""Says which part of a flat's cell is the building, which the unit and which the number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from desk.language.address_parts import Cut, Mark, Part
from desk.language.address_words import HARMLESS, house_name

_PACKED = re.compile(r"(0\d|1\d)(0\d)(\d{4})\Z")
_DOOR = re.compile(r"[A-Z]{0,2}(?:\d{1,4}|\d{2}0\d\d)(?:[A-Z]\d{0,3})?[^\x00-\x7f]?(?:-\w{1,2})?\Z")
_STRONG = (Mark.BUILDING,)
_LONG = 3  # Figures from which on a value is a door, not a building or a unit.
_SIDE = re.compile(r"\s*([东南西北中左右])(?:户|室|边|侧)?\s*\Z")


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


def read_flat(cell: Cut, around: Around) -> Read:
    """Read a flat; what the cell leaves out stays "" unless ``around`` says it."""
    area, parts = _area(cell)
    parts = _unpacked(parts)
    roles = _roles(parts, around, named=bool(house_name(cell.before)))
    name = house_name(cell.before) if roles and roles[0].gap == cell.before.strip() else ""
    building, unit, numbers = _shared_out(roles, around, name)
    if not numbers and roles:
        numbers = _door_on_floor(roles, cell)
    if numbers and area and not building:
        building, area = area.removesuffix("号院"), ""  # 5号院301: the yard is one building.
    if building and area and not building.startswith(area):
        building = area + building
    if not building and numbers and not around.building:
        building, numbers = _letter_apart(numbers)
    broken = len(numbers) > 1 and "-" in roles[-1].gap and _is_range(numbers)
    bare = not building and not unit and len(roles) == 1
    marked = bool(roles) and roles[-1].mark is Mark.ROOM
    wrong = any(_DOOR.match(number) is None for number in numbers) or (
        bare and not marked and HARMLESS.fullmatch(re.sub(r"\s", "", cell.words)) is None
    )
    if bare and numbers and not (around.building or around.unit or marked):
        wrong = wrong or len(re.sub(r"\D", "", numbers[0])) < _LONG
    wrong = (
        wrong
        or broken
        or any(_figures(one) >= _LONG for one in roles[:-1] if one.mark is Mark.UNIT)
    )
    if bare and roles[0].mark is Mark.HOUSEHOLD:
        wrong = True  # 44户 is how many there are.
    if any(building_part.value == "0" for building_part in roles if building_part.mark in _STRONG):
        building = ""
    return _completed(Read(building, unit, numbers, wrong), around)


def _area(cell: Cut) -> tuple[str, tuple[Part, ...]]:
    """Take the areas out; one that alone stands before the number is the building (5号院 301)."""
    areas = [part for part in cell.parts if part.mark is Mark.AREA]
    rest = tuple(part for part in cell.parts if part.mark is not Mark.AREA)
    return "".join(part.value for part in areas), rest


def _unpacked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Take 03021502, as old systems write it, apart into building, unit and number."""
    if len(parts) != 1 or parts[0].mark not in (Mark.NONE, Mark.ROOM):
        return parts
    found = _PACKED.match(parts[0].value.zfill(parts[0].written))
    if found is None or parts[0].written != 8:
        return parts
    values = [group.lstrip("0") or "0" for group in found.groups()]
    marks = (Mark.BUILDING, Mark.UNIT, Mark.ROOM)
    return tuple(
        Part(value, mark, len(value), "") for value, mark in zip(values, marks, strict=True)
    )


def _figures(part: Part) -> int:
    return len(re.sub(r"\D", "", part.value))


def _roles(parts: tuple[Part, ...], around: Around, *, named: bool) -> list[Part]:
    """Settle the marks that mean different things by what stands before and behind them."""
    settled: list[Part] = []
    strong_later = [
        any(later.mark is Mark.BUILDING for later in parts[index + 1 :])
        for index in range(len(parts))
    ]
    for index, part in enumerate(parts):
        later = parts[index + 1 :]
        seen = {one.mark for one in settled}
        housed = Mark.BUILDING in seen or named
        mark = part.mark
        if mark is Mark.HASH:
            long = _figures(part) >= _LONG
            mark = Mark.ROOM if long and (housed or not later) else Mark.BUILDING
        elif mark is Mark.NUMBERED:
            if strong_later[index]:
                continue  # The number of a street: 88号3栋1502.
            inner = housed or Mark.UNIT in seen or any(one.mark is Mark.NONE for one in settled)
            alone = not later and (bool(around.building) or _figures(part) >= _LONG)
            mark = Mark.ROOM if inner or alone else Mark.BUILDING
        elif mark is Mark.STOREY:
            mark = _storey(part, later, around, housed=housed)
        elif mark is Mark.DOOR:
            mark = Mark.UNIT
        elif mark is Mark.BUILDING and Mark.BUILDING in seen:
            continue
        if mark is Mark.UNIT and _figures(part) >= _LONG and not later:
            mark = Mark.ROOM
        settled.append(replace(part, mark=mark))
    return settled


def _storey(part: Part, later: tuple[Part, ...], around: Around, *, housed: bool) -> Mark:
    """Tell whether 楼 is a building (3楼2单元501, 东楼301) or a floor (15楼02)."""
    if housed or not later:
        return Mark.FLOOR if part.value[0].isdigit() else Mark.BUILDING
    if not part.value.isdigit() or any(one.mark in (Mark.UNIT, Mark.DOOR) for one in later):
        return Mark.BUILDING
    door = re.sub(r"\D", "", later[-1].value)
    on_floor = len(door) <= 2 or door[:-2] == part.value
    if len(later) > 1:
        return Mark.BUILDING
    return Mark.FLOOR if on_floor or around.building else Mark.BUILDING


def _shared_out(roles: list[Part], around: Around, name: str) -> tuple[str, str, tuple[str, ...]]:
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
    elif rooms:
        doubled = [one.value for one in loose if _figures(one) >= _LONG]
        loose = [one for one in loose if _figures(one) < _LONG]
        numbers = doubled + numbers
    if floor and len(numbers) == 1 and re.fullmatch(r"[A-Z]", numbers[0]):
        numbers = [floor + numbers[0]]
    if floor and len(numbers) == 1 and numbers[0].isdigit() and len(numbers[0]) <= 2:
        numbers = [floor + numbers[0].zfill(2)]
    building, unit = _filled(building, unit, [one.value for one in loose], around)
    return building, unit, _one_household(tuple(numbers))


def _tail(
    loose: list[Part], free: int, *, enough: bool, house: str
) -> tuple[list[str], list[Part]]:
    """Take the number, or numbers, off the end of the values without a mark."""
    last = loose[-1]
    before = loose[:-1]
    if _figures(last) >= _LONG:
        numbers = [last.value]
        while before and _figures(before[-1]) >= _LONG:
            numbers.insert(0, before.pop().value)
        return numbers, before
    if before and _figures(before[-1]) >= _LONG and last.short:
        return [f"{before[-1].value}-{last.value}"], before[:-1]  # 301-2: a flat that was split
    if len(before) > free or (len(before) >= 2 and int(_digits(before[-1])) > 9):
        paired = before[-1].value.isdigit() and last.written == 2
    else:
        paired = False
    if paired:
        return [before[-1].value + last.value.zfill(2)], before[:-1]  # 3-15-02: floor and door
    if len(before) >= 3:
        return [before[-1].value + last.value.zfill(2)], before[:-1]
    if re.fullmatch(r"\d+[A-Z]", last.value):
        return [last.value], before  # 3-15B
    if len(before) == 1 and not enough and not house:
        return [], loose  # 3-2 alone is a building and a unit.
    return [last.value], before


def _is_range(numbers: tuple[str, ...]) -> bool:
    """Tell whether 301-305 leaves rooms between unsaid."""
    digits = [int(re.sub(r"\D", "", number) or 0) for number in numbers]
    return any(abs(after - before) != 1 for before, after in pairwise(digits))


def _digits(part: Part) -> str:
    return re.sub(r"\D", "", part.value) or "0"


def _filled(building: str, unit: str, loose: list[str], around: Around) -> tuple[str, str]:
    """Give the values in front their places: ``3-2-``, ``3-`` or, under a known house, ``2-``."""
    if len(loose) >= 2 and not building and not unit:
        return "-".join(loose[:-1]), loose[-1]
    if not loose:
        return building, unit
    value = loose[-1]
    if building:
        return building, unit or value
    if unit:
        return value, unit
    house = around.building
    again = house.endswith(value) and (
        not value.isdigit() or len(value) > 1 or value == around.unit
    )
    if (
        house
        and not again
        and (not around.unit or value == around.unit or not house.endswith(value))
    ):
        return "", value
    return (value, "") if not (house and value == around.unit) else ("", value)


def _one_household(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the lower door of a household on two floors (1701/1801); else all of them."""
    if len(numbers) > 1 and all(number.isdigit() for number in numbers):
        floors = [int(number[:-2] or 0) for number in numbers]
        doors = {number[-2:] for number in numbers}
        steps = pairwise(floors)
        if len(doors) == 1 and all(abs(after - before) == 1 for before, after in steps):
            return numbers[:1]
    return tuple(dict.fromkeys(numbers))


def _door_on_floor(roles: list[Part], cell: Cut) -> tuple[str, ...]:
    """Read 5楼东户, as houses without door numbers write it."""
    floor = next((one.value for one in roles if one.mark is Mark.FLOOR), "")
    side = _SIDE.match(cell.after)
    return (floor + side.group(1),) if floor and side else ()


def _letter_apart(numbers: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Read A1201 as door 1201 of house A."""
    found = [re.fullmatch(r"([A-Z])([1-9]\d{2,3}[A-Z]?)", number) for number in numbers]
    if len(found) == 1 and found[0] is not None:
        return found[0].group(1), (found[0].group(2),)
    return "", numbers


def _completed(read: Read, around: Around) -> Read:
    """Fill in what the surroundings say; the cell's own words win."""
    building, unit = read.building, read.unit
    house = around.building
    if not building or (building != house and house.endswith(building) and "期" in house):
        building = house
    numbers = read.numbers
    if house and len(house) == 1 and house.isalpha():
        numbers = tuple(re.sub(rf"\A{house}(?=\d{{3}})", "", number) for number in numbers)
    if not unit and building == house:
        unit = around.unit
    return Read(building, "" if unit == "0" else unit, numbers, read.wrong)
