"""Reads a cell that shall be a room, as a clerk reads it: without a roster, with what stands around.

``3-2-1502``, ``1幢1单元102``, ``01-01-0101``, ``十一栋二单元702``, ``别墅8号``, ``地下车位B1-113``;
what the cell leaves out comes from other columns, the sheet's name or a section row. A cell that
is no room is refused with the reason a clerk would write beside it (``address.*``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.codes import RoomKind
from desk.language.normal import figures, fold
from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Address:
    """A room as it is written; "" where the cell and its surroundings do not say it.

    Attributes:
        building: ``3``, ``A``, ``一期5``, ``北区3``.
        unit: ``2``; "" where the estate has none.
        number: ``1502``, ``S12``, ``B1-103``, ``8`` for villa 8.
        kind: what sort of room the cell, or else its surroundings, say it is.
    """

    building: str
    unit: str
    number: str
    kind: RoomKind

    @property
    def label(self) -> str:
        """The room as it is written short: ``3-2-1502``."""
        return "-".join(part for part in (self.building, self.unit, self.number) if part)


def read_address(
    text: str,
    *,
    building: str = "",
    unit: str = "",
    kind: RoomKind | None = None,
    require_building: bool = True,
) -> Address:
    """Read one room; ``building``, ``unit`` and ``kind`` are what stands around the cell.

    Raises:
        Refusal: ``address.*`` where it is no room, or several.
    """
    clean = re.sub(r"\.0$", "", fold(text).text.strip())
    parts = re.findall(r"[a-z]?[0-9零一二三四五六七八九十两]+[a-z]?", clean)
    if not parts:
        raise Refusal("address.unreadable", text=text[:30])
    values = [figures(part).upper().lstrip("0") for part in parts]
    number = values[-1]
    before = values[:-1]
    if len(before) > 1:
        building, unit = before[0], before[1]
    elif before and building:
        unit = before[0]
    elif before:
        building = before[0]
    if require_building and not building and kind in (None, RoomKind.FLAT):
        raise Refusal("address.no_building", text=text[:30])
    return Address(building, unit, number, kind or RoomKind.FLAT)


def read_addresses(
    text: str,
    *,
    building: str = "",
    unit: str = "",
    kind: RoomKind | None = None,
    require_building: bool = True,
) -> tuple[Address, ...]:
    """Read a cell that may name several rooms: ``101、102``; at least one is returned."""
    return (
        read_address(
            text, building=building, unit=unit, kind=kind, require_building=require_building
        ),
    )


def read_building(text: str) -> str:
    """Read the cell of a building: ``3号楼`` -> ``3``; "" where it says none."""
    found = re.search(r"[a-z]?[0-9零一二三四五六七八九十两]+|[a-z]", fold(text).text)
    return figures(found.group()).upper().lstrip("0") if found else ""


def read_unit(text: str) -> str:
    """Read the cell of a unit: ``一单元`` -> ``1``; "" where it says none."""
    return read_building(text)


def read_number(text: str) -> str:
    """Read the cell of a number alone: ``0101室`` -> ``101``; "" where it says none."""
    return read_building(text)


def read_kind(text: str) -> RoomKind | None:
    """Read the cell that says what sort of room it is: ``住宅``, ``商铺``; None where it does not."""
    for word, kind in (
        ("别墅", RoomKind.VILLA),
        ("商", RoomKind.SHOP),
        ("车", RoomKind.GARAGE),
        ("住宅", RoomKind.FLAT),
    ):
        if word in text:
            return kind
    return None


def is_room(text: str) -> bool:
    """Tell whether a ledger's cell is one room, not a public place like ``3栋1单元大堂``."""
    return re.search(r"\d{3}|(?:别墅|商铺|车位).*\d|\d+号别墅", text) is not None


def building_of_sheet(name: str) -> str:
    """Return the building that a sheet is named for: ``3号楼`` -> ``3``; "" for ``Sheet1``."""
    return read_building(name) if re.search("[栋幢座楼]", name) else ""
