"""Finds the rooms a sentence names, in the many ways people write and say them.

``3-2-1502``, ``3#2-1502``, ``3栋2单元1502``, ``三号楼二单元十五零二``, ``3幢1502室``,
``A3栋1601``, ``别墅8号``, ``商铺S12``, ``地库B1-103``, and ``1502`` alone as a candidate.
What the roster knows decides: a mention that fits one room is taken for it, one that fits
several has candidates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desk.codes import RoomKind
from desk.language.normal import figures, fold
from desk.language.not_rooms import hide
from desk.language.room_ways import (
    FLAT_NUMBER,
    LIKELY_NUMBER,
    NEIGHBOUR,
    OWN,
    SAME_HOUSE,
    Form,
    Way,
    ways,
)


class Place(Protocol):
    """A room of the roster; "" where it has no building or no unit."""

    @property
    def building(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def number(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> RoomKind: ...  # noqa: D102


#: ``known(building, unit, number)`` returns the rooms that fit; "" fits every one.
Known = Callable[[str, str, str], Sequence[Place]]


@dataclass(frozen=True, slots=True)
class RoomMention:
    """A room, or as much of one as is said, and the half-open span of the text it rests on.

    Attributes:
        building: as the roster writes it (``3``, ``A3``, ``一期5``); "" where none is said.
        unit: "" where none is said.
        number: ``1502``, ``S12``, ``B1-103``, ``8`` for villa 8; "" where only the house is said.
        complete: it is exactly one room (of the roster, where there is one).
        kind: what sort of room the words say it is.
        neighbour: the words say it is somebody else's: 隔壁1602, 楼上502.
        own: the words say it is the caller's: 我家1502, 我是601的.
        candidates: the rooms of the roster that it may be, where there are several.
    """

    building: str
    unit: str
    number: str
    start: int
    end: int
    complete: bool
    kind: RoomKind = RoomKind.FLAT
    neighbour: bool = False
    candidates: tuple[Place, ...] = ()
    own: bool = False

    @property
    def label(self) -> str:
        """The room as it is written short: ``3-2-1502``."""
        return "-".join(part for part in (self.building, self.unit, self.number) if part)


#: A part of the estate before a house; many rosters leave it out: 一期5, 东区6, C区3.
_AREA = re.compile(r"^(?:[一二三四五六]期|[A-Z]区|[东南西北中][区苑园院])")
#: Between a number and its house where the number comes first: 1502的, 3栋.
_JUST_BEFORE = re.compile(r"[(, 、的室房号]{0,3}")
#: A unit and a number in one: 21502.
_UNIT_FIRST = re.compile(r"[1-6][1-9]\d(?:0[1-9]|1\d)")
#: Houses told off one by one: 一二三栋 is three of them.
_COUNTING = "一二三四五六七八九"
#: Words between the two halves of one room: 3号楼的, 我是1502.
_NEAR = 8


def find_rooms(text: str, known: Known | None = None) -> list[RoomMention]:
    """Return the rooms and houses a text names, in the order in which they stand.

    Args:
        text: a sentence or what has been typed of it.
        known: what the roster has; without it figures alone stay incomplete candidates.
    """
    folded = fold(text)
    said = sorted(_said(folded.text, roster=known is not None), key=lambda one: one.start)
    said = _turned(said, folded.text)
    found: list[RoomMention] = []
    for mention in _at_home(list(_joined(said))):
        settled = _settled(mention, known)
        if settled is not None:
            start, end = folded.span(settled.start, settled.end)
            found.append(replace(settled, start=start, end=end))
    return found


@dataclass(frozen=True, slots=True)
class _Said(RoomMention):
    """A mention before the roster is asked; ``unsure`` ones count only if the roster has them."""

    unsure: bool = False
    same_house: bool = True


def _said(folded: str, *, roster: bool) -> Iterator[_Said]:
    """Yield what the text says; what one way has found is hidden from the next."""
    left = hide(folded)
    for way in ways():
        if way.roster_only and not roster:
            continue
        for match in way.pattern.finditer(left):
            yield from _houses_before(match)
            mention = _read(way, match)
            if mention is None or (way.form is Form.BARE and not roster and mention.unsure):
                continue
            left = (
                left[: mention.start] + "\0" * (mention.end - mention.start) + left[mention.end :]
            )
            before = NEIGHBOUR.search(folded, 0, mention.start)
            yield replace(
                mention,
                neighbour=before is not None,
                same_house=before is None or SAME_HOUSE.match(before.group()) is not None,
                own=OWN.search(folded, 0, mention.start) is not None,
            )


def _houses_before(match: re.Match[str]) -> Iterator[_Said]:
    """Yield the houses that are told off before the last one: 一二三栋."""
    name = match.groupdict().get("b") or ""
    if len(name) > 1 and name in _COUNTING:
        start = match.start("b")
        for at, one in enumerate(name[:-1], start):
            yield _Said(figures(one), "", "", at, at + 1, complete=False)


def _read(way: Way, match: re.Match[str]) -> _Said | None:
    """Turn a match into a mention; None where its figures cannot be a room."""
    groups = match.groupdict()
    building, unit, number = _building(groups), _unit(groups), _number(groups)
    end, unsure = match.end(), way.roster_only
    if way.form is Form.MARKED and not FLAT_NUMBER.fullmatch(number):
        if groups["b" if "b" in groups else "u"] == "两":
            return None
        if not unit and building and _UNIT_FIRST.fullmatch(number):
            # 三栋二幺五零二: the unit is said without its word.
            return _Said(building, number[0], number[1:], match.start(), end, complete=False)
        number = ""
        end = match.end("house") if groups.get("n") else match.end()
    elif way.form is Form.DASHED:
        unsure = not FLAT_NUMBER.fullmatch(number)
    elif way.form is Form.FLOOR:
        if not FLAT_NUMBER.fullmatch(number):
            return None
    elif way.form is Form.BARE:
        if not FLAT_NUMBER.fullmatch(number):
            return None
        unsure = not groups["room"] and not _likely(groups["n"], number)
    elif way.kind is RoomKind.GARAGE and "-" not in number:
        number = f"{number[:2]}-{number[2:]}"
    return _Said(building, unit, number, match.start(), end, False, way.kind, unsure=unsure)


def _building(groups: dict[str, str | None]) -> str:
    name = (groups.get("b") or "").replace("廿", "二十").replace("卅", "三十")
    phase = groups.get("phase") or ""
    area = (groups.get("area") or "").replace(" ", "").upper()
    if phase:
        area = f"{'一二三四五六'[int(phase) - 1] if phase.isdigit() else phase}期"
    if len(name) > 1 and name in _COUNTING:
        name = name[-1]
    if name[:1].isascii() and name[:1].isalpha():
        return area + name[0].upper() + figures(name[1:])
    return area + figures(name)


def _unit(groups: dict[str, str | None]) -> str:
    return figures(groups.get("u") or "").upper()


def _number(groups: dict[str, str | None]) -> str:
    """Return the number as the roster writes it, the floor put before a door said apart."""
    if groups.get("letter"):
        return figures(groups["floor"] or "") + (groups["letter"] or "").upper()
    said = groups.get("n") or ""
    if groups.get("floor") and len(said) == 1 and said.isascii() and said.isalpha():
        return figures(groups["floor"] or "") + said.upper()
    first, last = re.match("[a-z]?", said), re.search("(?<=[^a-z])[a-z]?$", said)
    letter, tail = (first.group() if first else ""), (last.group() if last else "")
    body = said[len(letter) : len(said) - len(tail)]
    door = figures(body)
    floor = figures(groups.get("floor") or "")
    apart = groups.get("room") or groups.get("dash") or len(door) == 2
    if floor and len(door) <= 2 and apart:
        door = floor + door.zfill(2)
    return (letter + door + tail).upper()


def _likely(said: str, number: str) -> bool:
    """Tell whether bare figures look like a door: 1502, 三零四; not 5678, 三五一."""
    if said[0].isdigit():
        return LIKELY_NUMBER.fullmatch(number) is not None
    return "零" in said or "幺" in said


def _turned(said: list[_Said], folded: str) -> list[_Said]:
    """Join a bare number or a unit and the house that is said behind it: 1502的, 3号楼2单元."""
    turned: list[_Said] = []
    for mention in said:
        first = turned[-1] if turned else None
        if first is not None and _waits(first) and mention.building and not mention.number:
            gap = mention.start - first.end
            close = _JUST_BEFORE.fullmatch(folded, first.end, mention.start) is not None
            of_unit = not first.number and not mention.unit and gap <= _NEAR
            if close or of_unit:
                unit = mention.unit or first.unit
                house = replace(first, building=mention.building, unit=unit, end=mention.end)
                turned[-1] = replace(house, unsure=False)
                continue
        turned.append(mention)
    return turned


def _waits(first: _Said) -> bool:
    """Tell whether a mention has no house yet."""
    flat = first.kind is RoomKind.FLAT and not first.neighbour
    return flat and not first.building and bool(first.number or first.unit)


def _joined(said: list[_Said]) -> Iterator[_Said]:
    """Join a house and the bare number that follows it: 3号楼的, 我是1502."""
    waiting: _Said | None = None
    for mention in said:
        if waiting is not None:
            more = mention.number or (mention.unit and not waiting.unit)
            bare = not mention.building and not mention.neighbour and bool(more)
            near = mention.start - waiting.end <= _NEAR
            if (
                bare
                and near
                and mention.kind is RoomKind.FLAT
                and not (waiting.unit and mention.unit)
            ):
                yield replace(
                    mention,
                    building=waiting.building,
                    unit=waiting.unit or mention.unit,
                    start=waiting.start,
                    unsure=False,
                )
                waiting = None
                continue
            yield waiting
            waiting = None
        if mention.building and not mention.number:
            waiting = mention
        else:
            yield mention
    if waiting is not None:
        yield waiting


def _at_home(said: list[_Said]) -> Iterator[_Said]:
    """Give the caller's bare number the house of the neighbour above, below or opposite.

    楼上3栋1602漏水, 我家1502; of the next house along (隔壁5栋602) nobody knows.
    """
    houses = {
        (one.building, one.unit)
        for one in said
        if one.building and one.number and one.same_house and not one.own
    }
    for mention in said:
        bare = not mention.building and not mention.unit and mention.kind is RoomKind.FLAT
        if mention.own and bare and mention.number and len(houses) == 1:
            building, unit = next(iter(houses))
            yield replace(mention, building=building, unit=unit, unsure=False)
        else:
            yield mention


def callers_room(rooms: Sequence[RoomMention]) -> RoomMention | None:
    """Return the room or house that is most likely the caller's own, else the one that is said.

    隔壁1602 is taken only where no other is: it says ``neighbour``, so that nobody takes it for
    the caller's.
    """
    if not rooms:
        return None
    return max(
        rooms,
        key=lambda one: (
            not one.neighbour,
            one.own and bool(one.number),
            one.complete,
            bool(one.number),
            bool(one.building),
        ),
    )


def _settled(said: _Said, known: Known | None) -> RoomMention | None:
    """Ask the roster; None where figures alone are no room of it."""
    mention = RoomMention(
        said.building,
        said.unit,
        said.number,
        said.start,
        said.end,
        False,
        said.kind,
        said.neighbour,
        own=said.own,
    )
    if known is None:
        placed = bool(mention.building) or mention.kind is not RoomKind.FLAT
        return None if said.unsure else replace(mention, complete=placed and bool(mention.number))
    rooms = _known_rooms(mention, known)
    if not rooms:
        alone = not mention.building and not mention.unit and mention.kind is RoomKind.FLAT
        return None if said.unsure or alone else mention
    if not mention.number:
        return mention
    if len(rooms) > 1:
        return replace(mention, candidates=tuple(rooms))
    room = rooms[0]
    return replace(
        mention,
        building=room.building,
        unit=room.unit,
        number=room.number,
        kind=room.kind,
        complete=True,
    )


def _known_rooms(mention: RoomMention, known: Known) -> Sequence[Place]:
    """Return the rooms of the roster a mention fits, as the roster may have written them."""
    building, unit, number = mention.building, mention.unit, mention.number
    rooms: Sequence[Place] = []
    doors = [number, number.lstrip("0")]
    if mention.kind is RoomKind.SHOP and number.isdigit():
        doors.append(f"S{number}")
    for house in dict.fromkeys([building, _AREA.sub("", building) or building]):
        for door in dict.fromkeys(doors):
            rooms = known(house, unit, door)
            if not rooms and unit:  # An estate whose roster writes no units.
                rooms = [room for room in known(house, "", door) if not room.unit]
            if mention.kind is not RoomKind.FLAT:
                rooms = [room for room in rooms if room.kind is mention.kind] or rooms
            if rooms:
                return rooms
    return rooms
