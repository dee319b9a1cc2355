"""Villas, shops and parking spaces stand in no building: the house each sort is put under."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from desk.codes import RoomKind
from desk.language.address_words import kind_in
from desk.language.normal import fold

#: Where a room stands that is in no building, as the register walks it.
HOUSES: Final = MappingProxyType(
    {RoomKind.VILLA: "别墅", RoomKind.SHOP: "商铺", RoomKind.GARAGE: "地库"}
)
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
#: What may stand beside the name of such a house and says nothing more.
_NO_NAME = " 区部号层-"


def plain(part: str) -> str:
    """Return a part of a room as it is compared: leading zeros, case, width and blanks aside."""
    if part.isascii() and part.isdigit():
        return part.lstrip("0") or "0"
    return _ZEROS.sub("", "".join(fold(part).text.split()))


def is_house(building: str, kind: RoomKind) -> bool:
    """Tell whether a building is only a word for such rooms: 商铺, 底商, 地下车库, or nothing."""
    if not building or building == HOUSES.get(kind):
        return True
    named, rest = kind_in(fold(building).text)
    return named is kind and not rest.strip(_NO_NAME)


@lru_cache(maxsize=4096)
def house(building: str, kind: RoomKind) -> str:
    """Return the building as files are held against it; every word for such a house is one."""
    if kind is not RoomKind.FLAT and is_house(building, kind):
        return HOUSES[kind]
    return plain(building)


def door(building: str, number: str, kind: RoomKind) -> str:
    """Return what stands on the door of such a room: b1103 for B1-103, and for 103 in B1.

    The S of a shop is no part of it.
    """
    front = "" if is_house(building, kind) else building
    found = "".join(char for char in plain(f"{front}-{number}") if char.isalnum())
    bare = found.removeprefix("s")
    return bare if bare.isdecimal() else found
