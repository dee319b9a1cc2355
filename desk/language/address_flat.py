"""Says which part of a flat's cell is the building, which the unit and which the number."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.language.address_order import LONG, Around, Read, shared_out
from desk.language.address_parts import Cut, Mark, Part, figures_of
from desk.language.address_words import HARMLESS, house_name

_PACKED = re.compile(r"(0\d|1\d)(0\d)(\d{4})\Z")
_DOOR = re.compile(r"[A-Z]{0,2}(?:\d{1,4}|\d{2}0\d\d)(?:[A-Z]\d{0,3})?[^\x00-\x7f]?(?:-\w{1,2})?\Z")
_BELOW = re.compile(r"负|地下")
_STRONG = (Mark.BUILDING,)
_SIDE = re.compile(r"\s*([东南西北中左右])(?:户|室|边|侧)?\s*\Z")


def read_flat(cell: Cut, around: Around) -> Read:
    """Read a flat; what the cell leaves out stays "" unless ``around`` says it."""
    area, parts = _area(cell)
    parts = _unpacked(parts)
    roles = _roles(parts, around, named=bool(house_name(cell.before)))
    name = house_name(cell.before) if roles and roles[0].gap == cell.before.strip() else ""
    # An area of the cell's own says where its first value belongs: 三期-5-101.
    read = shared_out(roles, replace(around, building="") if area else around, name)
    building, unit, numbers = read.building, read.unit, read.numbers
    if not numbers and roles:
        numbers = _door_on_floor(roles, cell)
    alone = not building and not unit and len(roles) == 1
    wrong = (
        read.wrong
        or any(_DOOR.match(number) is None for number in numbers)
        or any(figures_of(one) >= LONG for one in roles[:-1] if one.mark is Mark.UNIT)
        or (alone and _means_else(roles[0], cell, around))
        or (numbers != () and _BELOW.search(cell.words) is not None)
    )
    if numbers and area and not building:
        building, area = area.removesuffix("号院"), ""  # 5号院301: the yard is one building.
    if building and area and not building.startswith(area):
        building = area + building
    if not building and numbers and not around.building:
        building, numbers = _letter_apart(numbers)
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
            long = figures_of(part) >= LONG
            inner = (housed and not later) or (long and not later)
            mark = Mark.ROOM if inner or (long and housed) else Mark.BUILDING
        elif mark is Mark.NUMBERED:
            if strong_later[index]:
                continue  # The number of a street: 88号3栋1502.
            inner = housed or Mark.UNIT in seen or any(one.mark is Mark.NONE for one in settled)
            alone = not later and (bool(around.building) or figures_of(part) >= LONG)
            mark = Mark.ROOM if inner or alone else Mark.BUILDING
        elif mark is Mark.STOREY:
            mark = _storey(part, later, around, housed=housed)
        elif mark is Mark.DOOR:
            mark = Mark.UNIT
        elif mark is Mark.BUILDING and Mark.BUILDING in seen:
            continue
        if mark is Mark.UNIT and figures_of(part) >= LONG and not later:
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


def _means_else(part: Part, cell: Cut, around: Around) -> bool:
    """Tell whether a value alone is something else: 共110条, 44户, 3号电梯, 5."""
    if part.mark is Mark.HOUSEHOLD:
        return True
    short = figures_of(part) < LONG
    if (short or part.mark is not Mark.ROOM) and not _stands_alone(cell):
        return True
    return short and part.mark is not Mark.ROOM and not (around.building or around.unit)


def _stands_alone(cell: Cut) -> bool:
    return HARMLESS.fullmatch(re.sub(r"\s", "", cell.words)) is not None


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
