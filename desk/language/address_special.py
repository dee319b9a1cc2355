"""Reads the cells of villas, shops and parking spaces: ``别墅8号``, ``商铺S12``, ``负1-058``."""

from __future__ import annotations

import re

from desk.codes import RoomKind
from desk.language.address_order import Around, Read
from desk.language.address_parts import Mark, Part, cut

_LEVEL = (
    (re.compile(r"(?:负|地下) ?([一二三四1-4])(?: ?[层楼])? ?-?"), r" b\1-"),
    (re.compile(r"(?:^|(?<=[\s库位]))-([1-4])(?:层| ?-(?=[a-z\d]))"), r" b\1-"),
    (re.compile(r"\bb([1-4]) ?层? ?-?(?=[a-z]?\d{2,4}(?![\da-z-]))|\bb([1-4])层 ?-?"), r" b\1\2-"),
)
_HAN_LEVEL = str.maketrans("一二三四", "1234")
_CODED = re.compile(
    r"(?:\d{1,2} ?(?:号楼|栋|幢|座|#)? ?-? ?)?s ?-? ?\d{1,3}(?:-s?\d{1,2}(?!\d))?(?: ?号)?\Z"
)
_PARKED = re.compile(r"(?:b[1-4]-|p-?)\d{2,4}(?: ?号)?\Z")
_BELOW = re.compile(r"(?:负|地下) ?[一二三四1-4](?:层|楼|-| -)|-[1-4](?:层|-\d{2,4}\Z)|b[1-4]层")
_PART_OF = re.compile(r"\s*([上下左右东西南北甲乙])(?:户|室|边|套|区)?\s*\Z")
_LONG = 3


def kind_of_code(text: str, around: Around) -> RoomKind | None:
    """Return the kind that a tidied cell's figures alone show: S12 a shop, B1-103 a space."""
    if _CODED.match(text) and around.building != "S":
        return RoomKind.SHOP
    if _PARKED.match(text) and around.building not in (text[:1].upper(), text[:2].upper()):
        return RoomKind.GARAGE
    return RoomKind.GARAGE if _BELOW.match(text) else None


def read_special(text: str, kind: RoomKind, around: Around, *, said: bool) -> Read:
    """Read a tidied cell from which the word of the kind has been taken.

    A villa's area (西区) is left out, a phase kept; what has a letter in it (``S12``, ``B1-103``)
    is numbered across the estate and takes no building from its surroundings.

    Args:
        text: ``8号``, ``S12``, ``B1-103``.
        kind: which of the three.
        around: what other columns say.
        said: the cell itself names the kind.
    """
    if kind is RoomKind.GARAGE:
        for pattern, instead in _LEVEL:
            text = pattern.sub(instead, text)
            text = re.sub(r"b[一二三四]-", lambda m: m.group().translate(_HAN_LEVEL), text)
    cell = cut(text)
    areas = [part.value for part in cell.parts if part.mark is Mark.AREA]
    parts = [part for part in cell.parts if part.mark is not Mark.AREA]
    if kind is RoomKind.VILLA:
        areas = [area for area in areas if area[-1] in "期弄" or not _side(area)]
    house, unit, own = _placed(parts, kind)
    own = [] if all(part.mark in (Mark.FLOOR, Mark.STOREY) for part in own) else own
    number = _joined(own)
    part_of = _PART_OF.match(cell.after)
    if number and part_of:
        number += part_of.group(1)
    if not re.search(r"\d", number) or re.fullmatch(r"B[1-4]", number):
        return Read(house, unit)
    zone = "".join(areas) if not house else ""
    if zone and kind is RoomKind.GARAGE:
        zone = zone.removesuffix("区") if zone[0].isascii() else zone
        number = re.sub(r"\A(B[1-4]-)?", rf"\g<1>{zone}", number)
    elif zone:
        house = zone
    elif house and areas:
        house = "".join(areas) + house
    coded = not number.isdigit() or (kind is RoomKind.VILLA and said)
    if not house and not coded:
        house, unit = around.building, unit or around.unit
    return Read(house, unit, (number,))


def _side(area: str) -> bool:
    return re.fullmatch(r"[东南西北中]{1,2}[区院]", area) is not None


def _placed(parts: list[Part], kind: RoomKind) -> tuple[str, str, list[Part]]:
    """Take building and unit off the front where a number follows them."""
    long = bool(parts) and len(re.sub(r"\D", "", parts[-1].value)) >= _LONG
    house = unit = ""
    own = list(parts)
    housing = {Mark.BUILDING, Mark.HASH}
    if kind is not RoomKind.GARAGE:
        housing.add(Mark.NUMBERED)
    if kind is RoomKind.VILLA and not long:
        housing = set()
    coded = bool(re.match(r"[A-Z]+\d", own[-1].value)) if own else False
    if len(own) > 1 and (own[0].mark in housing or (own[0].mark is Mark.STOREY and coded)):
        house = own.pop(0).value
    if kind is not RoomKind.VILLA and len(own) == 1 and own[0].mark is Mark.BUILDING:
        return own[0].value, "", []  # 5栋车库: whose number is missing.
    if coded and len(own) == 2 and kind is RoomKind.SHOP and own[0].value.isdigit():
        return own[0].value, "", own[1:]  # 3-S2
    if len(own) > 1 and own[0].mark in (Mark.UNIT, Mark.DOOR):
        unit = own.pop(0).value
    loose = [part for part in own if part.mark is Mark.NONE or part is own[-1]]
    if kind is not RoomKind.GARAGE and long and len(loose) == len(own) and not coded:
        if len(own) > 2 and not house and not unit:
            return own[0].value, own[1].value, own[2:]
        if len(own) == 2 and not house and own[0].value[:1].isdigit():
            return own[0].value, unit, own[1:]
    return house, unit, own


def _joined(parts: list[Part]) -> str:
    """Write the values with hyphens between them; a single letter goes with its figures: S-12."""
    return re.sub(r"\b([A-Z])-(?=\d)", r"\1", "-".join(part.value for part in parts))
