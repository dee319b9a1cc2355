"""Reads a cell that shall be a room, as a clerk does: without a roster, with what stands around.

``3-2-1502``, ``1幢1单元102``, ``01-01-0101``, ``十一栋二单元702``, ``别墅8号``, ``地下车位B1-113``;
what the cell leaves out comes from other columns, the sheet's name or a section row. A cell that
is no room is refused with the reason a clerk would write beside it (``address.*``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.codes import RoomKind
from desk.language import address_words as written
from desk.language.address_flat import read_flat
from desk.language.address_order import Around
from desk.language.address_parts import Mark, Part, cut, tidy, unlabelled
from desk.language.address_refusals import (
    LONGEST,
    refuse_half,
    refuse_nothing,
    refuse_zeros,
    shown,
)
from desk.language.address_special import kind_of_code, read_special
from desk.refusals import Refusal

_SEVERAL = re.compile(r"[、,;&\n和及]")
#: A whole room, as it stands several times in one cell: 3-2-1502/3-2-1503.
_REPEATED = re.compile(r"(?:\d{1,2}[\-栋幢座#号楼单元]{1,3}){1,2}\d{3,4}室?(?=[ /]|\Z)")
#: The commonest ways, read at once: they are most cells of a large file.
_PLAIN = re.compile(r"([1-9]\d?)(?:-|[栋幢座#]|号楼)([1-9])(?:-|单元)([1-9]\d{2,3})室?", re.ASCII)
#: A number that is missing behind its hyphen: 2-2-, 3栋-.
_OPEN = re.compile(r"\d *-+\Z")
#: A remark behind a flat that tells of its space: 3-2-1502(车库B1-12), 3-1502(带车位).
_REMARK = re.compile(r"(?P<room>.*\d{3}[a-z]?室?) ?[(\[](?P<remark>[^()\[\]]+)[)\]]")
_HAS = re.compile(r"\d|[含带附有送另]")
#: A unit behind its number: 3栋1502(2单元).
_UNIT_BEHIND = re.compile(
    r"(?P<house>|.*[^\d])(?P<door>\d{3,4}[a-z]?室?)"
    r" ?[(\[](?P<unit>第?\w{1,3}(?:单元|门洞?|梯))[)\]]"
)
#: A store room with its own number is nobody's home; 1-1-101(带储藏室) is one.
_STORE_ROOM = re.compile(r"(?:储藏|储物|杂物)[室间] ?-?\d{1,3}(?!\d)")
_MANY = re.compile(r"共|合计|小计|总|\d ?[\-、,到至&/] ?\d")


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

    A household on two floors (``1701/1801``) is one room, at its lower door as written first.
    ``A-3-1201`` is unit 3 of building A. An estate's name in front is left out; a phase, an area
    or a yard stays in front of the building: ``一期5``, ``北区3``, ``5号院3``.

    Raises:
        Refusal: ``address.*`` where it is no room, or several (``address.several``).
    """
    found = read_addresses(
        text, building=building, unit=unit, kind=kind, require_building=require_building
    )
    if len(found) > 1:
        raise Refusal("address.several", text=shown(text))
    return found[0]


def read_addresses(
    text: str,
    *,
    building: str = "",
    unit: str = "",
    kind: RoomKind | None = None,
    require_building: bool = True,
) -> tuple[Address, ...]:
    """Read a cell that may name several rooms, ``101、102``; at least one is returned.

    Raises:
        Refusal: ``address.*`` where any of them is no room.
    """
    if kind in (None, RoomKind.FLAT) and "期" not in building:
        plain = _PLAIN.fullmatch(text)
        if plain is not None:
            return (Address(plain[1], plain[2], plain[3], RoomKind.FLAT),)
    around = Around(building, unit)
    found: list[Address] = []
    for piece in _pieces(text):
        rooms = _read(piece, text, around, kind, require_building=require_building)
        if found and rooms[0].kind is not RoomKind.FLAT:
            rooms = tuple(
                replace(room, number=_like(found[0].number, room.number)) for room in rooms
            )
        found += [room for room in rooms if room not in found]
        around = Around(found[0].building, found[0].unit)
        kind = kind or (None if found[0].kind is RoomKind.FLAT else found[0].kind)
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """Take a list of rooms apart; a comma inside one room (3栋,2单元,1502) does not."""
    clean = tidy(text)
    repeated = [found.group() for found in _REPEATED.finditer(clean)]
    if len(repeated) > 1 and not _REPEATED.sub("", clean).strip(" /"):
        return repeated
    pieces = [piece for piece in _SEVERAL.split(text.replace("，", ",").strip()) if piece.strip()]
    if len(pieces) < 2 or len(text) > LONGEST:
        return [text]
    kind, _ = written.kind_in(clean)
    coded = kind_of_code(tidy(pieces[0]), Around()) is not None
    whole = r"\d" if kind or coded else r"^s\d+\Z|\d{3}|[零一二三四五六七八九十百]{3}"
    return pieces if all(re.search(whole, tidy(piece)) for piece in pieces) else [text]


def _like(first: str, number: str) -> str:
    """Write the second of S12、13 out in full: S13."""
    prefix = re.match(r".*\D(?=\d+\Z)", first)
    return f"{prefix.group()}{number}" if prefix and number.isdigit() else number


def _read(
    piece: str, text: str, around: Around, kind: RoomKind | None, *, require_building: bool
) -> tuple[Address, ...]:
    clean = tidy(piece)
    refuse_nothing(clean, piece)
    clean = _plainer(written.MOBILE.sub(" ", clean).strip(), kind)
    said, bare = written.kind_in(clean)
    bare = unlabelled(bare).strip()
    said = said or kind_of_code(bare, around)
    settled = said or kind or RoomKind.FLAT
    if written.DOUBT.search(clean):
        raise Refusal("address.unreadable", text=shown(piece))
    if settled is RoomKind.FLAT:
        if _STORE_ROOM.search(bare):
            raise Refusal("address.unreadable", text=shown(piece))
        cell = cut(bare)
        refuse_zeros(cell, piece)
        read = read_flat(cell, around)
        if _OPEN.search(bare) and cell.parts[-1].short:
            read = replace(read, numbers=())
    else:
        cell = cut(bare)
        read = read_special(bare, settled, around, said=said is not None)
    if read.wrong:
        raise Refusal("address.unreadable", text=shown(piece))
    if not read.numbers:
        refuse_half(read, cell, piece, settled)
    if require_building and settled is RoomKind.FLAT and not read.building:
        raise Refusal("address.no_building", text=shown(text))
    return tuple(Address(read.building, read.unit, one, settled) for one in read.numbers)


def _plainer(clean: str, kind: RoomKind | None) -> str:
    """Put a unit in brackets where it belongs, and leave out what a bracket says of a space."""
    behind = _UNIT_BEHIND.fullmatch(clean)
    if behind is not None:
        return f"{behind['house']}{behind['unit']}{behind['door']}"
    found = _REMARK.fullmatch(clean)
    if found is None or kind not in (None, RoomKind.FLAT):
        return clean
    other, _ = written.kind_in(found["remark"])
    own, _ = written.kind_in(found["room"])
    of_flat = own is None and kind_of_code(found["room"], Around()) is None
    if other is RoomKind.GARAGE and of_flat and _HAS.search(found["remark"]):
        return found["room"]
    return clean


@lru_cache(maxsize=2048)
def read_building(text: str) -> str:
    """Read the cell of a building: ``3号楼`` -> ``3``, ``一期5栋`` -> ``一期5``; "" where none."""
    clean = tidy(text)
    if written.NOTHING.fullmatch(clean) or written.FAULT.search(clean):
        return ""
    if written.DATE.fullmatch(clean) or written.PHONE.fullmatch(clean):
        return ""
    _, bare = written.kind_in(clean)
    parts = cut(unlabelled(bare)).parts
    areas = "".join(part.value for part in parts if part.mark is Mark.AREA)
    rest = [part for part in parts if part.mark is not Mark.AREA]
    chosen = next((part for part in rest if part.mark is Mark.BUILDING), None)
    if chosen is None:
        chosen = next((part for part in rest if part.mark not in _NOT_HOUSES), None)
    if chosen is not None:
        return "" if chosen.value == "0" else areas + chosen.value
    return areas.removesuffix("号院") or written.house_name(clean)


_NOT_HOUSES = (Mark.UNIT, Mark.FLOOR, Mark.ROOM, Mark.HOUSEHOLD, Mark.DOOR)


@lru_cache(maxsize=2048)
def read_unit(text: str) -> str:
    """Read the cell of a unit: ``一单元`` -> ``1``, ``甲单元`` -> ``甲``; "" where it says none."""
    clean = tidy(text)
    if written.NOTHING.fullmatch(clean) or written.FAULT.search(clean):
        return ""
    parts = cut(unlabelled(clean)).parts
    chosen = next((part for part in parts if part.mark in (Mark.UNIT, Mark.DOOR)), None)
    if chosen is None:
        loose = [part for part in parts if _may_be_unit(part, alone=len(parts) == 1)]
        chosen = loose[-1] if loose else None
    return "" if chosen is None or chosen.value == "0" else chosen.value


def _may_be_unit(part: Part, *, alone: bool) -> bool:
    return part.mark is Mark.NONE or (alone and part.mark in (Mark.NUMBERED, Mark.HASH))


@lru_cache(maxsize=2048)
def read_kind(text: str) -> RoomKind | None:
    """Read the cell of a type: ``住宅``, ``商业``; None where it names none."""
    return written.kind_of_type(tidy(text))


def is_room(text: str) -> bool:
    """Tell whether a ledger's cell is one room, not a public place like ``3栋1单元大堂``."""
    if written.LIFT.search(tidy(text)):
        return False
    try:
        room = read_address(text, require_building=False)
    except Refusal as refusal:
        return refusal.code == "address.several"
    if room.kind is RoomKind.FLAT:
        return bool(room.building) or len(re.sub(r"\D", "", room.number)) > 2
    return written.PLACE.search(tidy(text)) is None or room.kind is RoomKind.VILLA


def building_of_sheet(name: str) -> str:
    """Return the building a sheet or section is named for: ``3号楼`` -> ``3``; "" for ``Sheet1``.

    Only a marked building counts: a sheet called ``3`` may be March or the third one; ``1-3栋``
    is several.
    """
    clean = unlabelled(tidy(name))
    parts = cut(clean).parts
    marked = (Mark.BUILDING, Mark.HASH, Mark.NUMBERED, Mark.STOREY)
    houses = [part for part in parts if part.mark in marked]
    if len(houses) != 1 or _MANY.search(clean):
        return ""
    return read_building(name)
