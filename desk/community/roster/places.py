"""Which room a row is about: its cells, the rows above, section rows, the name of the sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desk.codes import Relation, RoomKind
from desk.community.roster import fields as f
from desk.community.roster.carried import carried
from desk.community.roster.layout import Layout
from desk.community.roster.lines import Section, section_in
from desk.language.addresses import (
    Address,
    read_addresses,
    read_building,
    read_kind,
    read_unit,
)
from desk.language.normal import figures
from desk.language.people_written import read_relation
from desk.language.tidy import says_nothing
from desk.refusals import Refusal
from desk.sheets.book import Area, Row, Value
from desk.sheets.cells import plain

#: A room of so many figures and nothing else needs no reading where its building is known.
_PLAIN = re.compile(r"0?([1-9]\d{2,3})室?")
_DITTO = re.compile(r"[〃″\"'’”“=]{1,2}|同上|同前|~|\.{2,}")
#: A door on the floor beside it: 02, 2室, B; the floor: 12, 12层, 十二楼, 12F.
_DOOR = re.compile(r"[第#-]?0?(?P<figures>\d{1,2}) ?[室号房户]?|(?P<letter>[A-Za-z])[室座房户]?")
_LEVEL = re.compile(r"第?0?([1-9]\d?|[一二三四五六七八九十]{1,3}) ?(?:层|楼|樓|层楼|/?[Ff]\.?)?")
_LONGEST = 200
_LONGEST_UNIT = 4


class Places:
    """Reads the rooms of a table from top to bottom and keeps in mind what stands above."""

    def __init__(
        self,
        layout: Layout,
        rows: Sequence[Row],
        merged: Sequence[Area],
        sheet: str | None,
        phase: str = "",
        home: Section | None = None,
    ) -> None:
        """Begin a table.

        Args:
            layout: its columns.
            rows: its rows of data.
            merged: the merged cells of its sheet.
            sheet: the name of its sheet.
            phase: the one that its sheet is of, where sheets are of several.
            home: the building and unit that its sheet is of.
        """
        self._layout = layout
        name = sheet or ""
        self._building = home.building if home else ""
        self._unit = home.unit if home else ""
        self._floor = ""
        self._kind = layout.kind or _kind_of_name(name)
        self._carried = {
            key: carried(
                layout.one[key],
                layout.one.get(f.ROOM),
                rows,
                merged,
                layout.one.get(f.BUILDING) if key == f.UNIT else None,
            )
            for key in (f.PHASE, f.BUILDING, f.UNIT)
            if key in layout.one
        }
        self._seen = {f.PHASE: phase, f.BUILDING: "", f.UNIT: ""}
        self._last: tuple[int, tuple[Address, ...]] = (0, ())
        self._goes_on = self._blank_rooms_go_on(rows)
        self._counts_people = self._serials_count_people(rows)

    @property
    def home(self) -> Section:
        """Return the building and unit of the next row, where it says none itself."""
        return Section(self._building, self._unit)

    def settle(self, home: Section) -> None:
        """Take note of the building and unit of every row that says none itself."""
        self._building, self._unit = home.building, home.unit

    def begin(self, section: Section) -> None:
        """Take note of a section row: what it says is so for the rows below."""
        self._floor = section.floor
        if section.phase and section.phase != self._seen[f.PHASE]:
            self._seen[f.PHASE] = section.phase
            self._building = self._unit = self._seen[f.BUILDING] = self._seen[f.UNIT] = ""
        if section.building:
            if section.building != self._building:
                self._unit = self._seen[f.UNIT] = ""
            self._building = self._seen[f.BUILDING] = section.building
            self._kind = self._layout.kind
        if section.unit:
            self._unit = self._seen[f.UNIT] = section.unit
        if section.kind is not None:
            self._kind = section.kind
            if section.kind is not RoomKind.FLAT:
                self._building = self._unit = self._seen[f.BUILDING] = self._seen[f.UNIT] = ""

    def rooms_of(self, row: Row, *, marked: bool, require_building: bool) -> tuple[Address, ...]:
        """Return the rooms a row is about; ``marked`` people may belong to the room above.

        Raises:
            Refusal: ``address.*`` or ``roster.no_room`` where it says none.
        """
        building, unit, kind = self._around(row)
        text = self._room_text(row)
        if not text or _DITTO.fullmatch(text):
            found = self._above(row, marked=marked, ditto=bool(text)) or self._extra(row)
            if not found:
                raise Refusal("roster.no_room")
        elif len(text) > _LONGEST:
            raise Refusal("address.too_long", text=f"{text[:20]}…")
        else:
            found = _read(text, building, unit, kind, require_building=require_building)
        if self._seen[f.PHASE]:
            found = tuple(self._in_phase(one) for one in found)
        self._last = (row.number, found)
        return found

    def _around(self, row: Row) -> tuple[str, str, RoomKind | None]:
        """Return the building, the unit and the kind that the cells beside the room say."""
        kind = self._kind
        if f.KIND in self._layout.one:
            kind = _kind(plain(row.at(self._layout.one[f.KIND]))) or kind
        self._cell(row, f.PHASE)
        written, text = self._cell(row, f.BUILDING)
        building = self._building
        if f.BUILDING in self._layout.one:
            whole = section_in(text) if written and re.search("单元|[门梯]", text) else None
            read = (whole.building if whole else _building(text)) if text else ""
            if written and text and not read:
                kind = _kind(text) or kind  # 地库, 商铺 in the column of buildings
            if written and read != self._seen[f.BUILDING]:
                self._seen[f.BUILDING], self._seen[f.UNIT], self._unit = read, "", ""
            building = read or ("" if written else self._building)
            if whole and whole.unit:
                self._seen[f.UNIT] = self._unit = whole.unit
        _, text = self._cell(row, f.UNIT)
        unit = _unit(text) if text else ""
        if unit:
            self._seen[f.UNIT] = unit
        elif f.UNIT not in self._layout.one or self._unit:
            unit = self._unit
        return building, unit, kind

    def _cell(self, row: Row, key: str) -> tuple[bool, str]:
        """Return whether something stands in a column, and what holds for the row."""
        column = self._layout.one.get(key)
        if column is None:
            return False, ""
        text = plain(row.at(column))
        if text and not _DITTO.fullmatch(text):
            if key == f.PHASE:
                self._seen[key] = text
            return True, text
        if text or self._carried[key].holds(row.number):
            return False, self._seen[key]
        if key == f.PHASE:
            self._seen[key] = ""
        return False, ""

    def _room_text(self, row: Row) -> str:
        text = plain(row.at(self._layout.one[f.ROOM]))
        column = self._layout.one.get(f.FLOOR)
        floor = plain(row.at(column)) if column is not None else self._floor
        door = _DOOR.fullmatch(text) if floor else None
        level = _LEVEL.fullmatch(floor) if door else None
        if not door or not level:
            return text
        number = figures(level[1])
        if door["figures"]:
            return f"{int(number)}{int(door['figures']):02d}"
        return f"{int(number)}{door['letter'].upper()}"

    def _above(self, row: Row, *, marked: bool, ditto: bool) -> tuple[Address, ...]:
        """Return the rooms of the row above where this row goes on with them."""
        number, rooms = self._last
        if number + 1 != row.number:
            return ()
        if ditto or ((marked or self._goes_on) and self._is_bare(row)):
            return rooms
        if marked and self._counts_people:
            return rooms
        return ()

    def _is_bare(self, row: Row) -> bool:
        """Tell whether a row has no number, area or building of its own."""
        keys = (f.SERIAL, f.AREA)
        return all(row.at(self._layout.one[key]) is None for key in keys if key in self._layout.one)

    def _blank_rooms_go_on(self, rows: Sequence[Row]) -> bool:
        """Tell whether so many rows have no room that it must be the one above.

        A role says so by itself, 赵四(租客), and nothing of other rows.
        """
        if f.ROOM not in self._layout.one:
            return False
        column = self._layout.one[f.ROOM]
        said = self._layout.one.get(f.RELATION)
        people = [one.name for one in self._layout.people if one.name is not None]
        blank = filled = homes = 0
        begun = False
        for row in rows:
            if row.at(column) is not None:
                filled += 1
                begun = False
            elif (
                self._is_bare(row)
                and any(_says_no_role(row.at(at)) for at in people)
                and (said is None or not _is_of_another(row.at(said)))
            ):
                blank += 1
                homes += not begun
                begun = True
        # Many below one room alone are what somebody put at the end.
        return blank >= max(3, 0.1 * filled) and homes > min(2, filled / 3)

    def _serials_count_people(self, rows: Sequence[Row]) -> bool:
        """Tell whether so many numbered rows have no room that people are numbered, not rooms."""
        if f.ROOM not in self._layout.one or f.SERIAL not in self._layout.one:
            return False
        room, serial = self._layout.one[f.ROOM], self._layout.one[f.SERIAL]
        numbered = [row for row in rows if row.at(serial) is not None]
        blank = sum(row.at(room) is None for row in numbered)
        return blank >= max(3, 0.1 * (len(numbered) - blank))

    def _extra(self, row: Row) -> tuple[Address, ...]:
        """Return the parking space or shop of a row that names nothing else."""
        for column, _ in self._layout.extra:
            text = plain(row.at(column))
            if text and column in (self._layout.one.get(f.PARKING), self._layout.one.get(f.SHOP)):
                parking = column == self._layout.one.get(f.PARKING)
                kind = RoomKind.GARAGE if parking else RoomKind.SHOP
                return read_addresses(text, kind=kind, require_building=False)
        return ()

    def _in_phase(self, room: Address) -> Address:
        phase = self._seen[f.PHASE]
        phase = f"{phase}期" if phase.isdecimal() else phase
        if room.kind is not RoomKind.FLAT or not re.fullmatch(r"[0-9A-Z]+", room.building):
            return room
        return replace(room, building=read_building(f"{phase}{room.building}栋") or room.building)


def _read(
    text: str, building: str, unit: str, kind: RoomKind | None, *, require_building: bool
) -> tuple[Address, ...]:
    """Read a room; most of a long roster are a number beside a building."""
    simple = _PLAIN.fullmatch(text) if building and kind in (None, RoomKind.FLAT) else None
    if simple:
        return (Address(building, unit, simple[1], RoomKind.FLAT),)
    return read_addresses(
        text, building=building, unit=unit, kind=kind, require_building=require_building
    )


@lru_cache(maxsize=1024)
def _building(text: str) -> str:
    return read_building(text)


@lru_cache(maxsize=1024)
def _unit(text: str) -> str:
    read = read_unit(text)
    if read or says_nothing(text) or len(text) > _LONGEST_UNIT:
        return read
    return re.sub("(?:单元|门|梯)$", "", text)  # 东, 西


@lru_cache(maxsize=256)
def _kind(text: str) -> RoomKind | None:
    return read_kind(text)


def _kind_of_name(sheet: str) -> RoomKind | None:
    section = section_in(sheet) if sheet else None
    return section.kind if section else None


def _says_no_role(value: Value) -> bool:
    return value is not None and not re.search("[(\uff08【[]", plain(value))


def _is_of_another(value: Value) -> bool:
    return read_relation(plain(value)) in (Relation.TENANT, Relation.FAMILY)
