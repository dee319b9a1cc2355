"""Where something is: the one room a cell names, or a place as it is written; never half a room."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desk.codes import RoomKind
from desk.language.addresses import (
    Address,
    is_room,
    read_address,
    read_building,
    read_kind,
    read_unit,
)
from desk.language.people_written import is_nobody
from desk.language.phones_written import mended, phone_spans
from desk.language.surnames import has_surname
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal

_TITLE: Final = "先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|师傅|老师|经理|老板"
_CALLED: Final = re.compile(rf"[,、/:(]*([一-鿿]{{1,3}}(?:{_TITLE}|总|姐|哥)|[一-鿿]{{2,4}})\)?")
_CALLED_FIRST: Final = re.compile(rf"([一-鿿]{{1,3}}(?:{_TITLE}))\s*[,、/:(]?(?=.*\d)")
#: A name may stand behind the room.
_NAMED: Final = re.compile(rf"\d\s*[室号户]?[\s,，、/:：(（]*[一-鿿]{{2,5}}[)）]?\s*$|{_TITLE}")
_NO_NAMES: Final = frozenset({"业主", "住户", "租户", "租客", "家属", "户主", "本人"})
#: What says in the column of buildings that it is none.
_PUBLIC: Final = re.compile("公区|公[共用](?:区域|部位|部分|场所)?|室外|其[他它]")
#: What is said of a room and calls nobody.
_STATE: Final = re.compile(
    "车位|[商店]铺|门面|别墅|公寓|空[置房关]|未售|未入住|无人|出租|储藏|办公"
)
#: What makes of a room a place near it.
_NEAR: Final = re.compile(
    r"(?<!入户)(?<!进户)门[口前外]|楼[下上道梯顶]|隔壁|对面|旁|附近|走廊|过道|走道|电梯|外墙|窗外|屋顶|屋面"
    r"|之间|周边|周围|管道?井|大堂|全[体部]|整[栋幢单层]"
)
#: What is a part of a room and no name.
_SPOT: Final = re.compile(
    r"[门口道梯堂井墙窗顶台房厅卫厨库间室内家浴厕]|电|水|管|表|阀|空调|公共|玄关|主卧|次卧|卧|花园|院|柜|灯|地"
)
#: What a room as it is written ends with; what comes behind is something else.
_FRONT: Final = re.compile(
    r"(?:[一-鿿]{1,8}?)?[\dA-Za-z一二三四五六七八九十]{1,4}(?:\s*(?:号楼|号院|单元|[栋幢座楼门号#\-—–_/.])\s*[\dA-Za-z一二三四五六七八九十]{1,5}){1,4}\s*[室号户]?"
    r"|(?:商铺|[sS])\s*\d+|(?:别墅)\s*\d+\s*[号栋幢]?|\d+\s*[号栋幢]?别墅|(?:地下)?车位\s*[bB]?\d+[-\d]*"
)
#: What shows that the figure before it is not the number of a room.
_GOES_ON: Final = re.compile(r"\s*(?:单元|号楼|[栋幢座楼层#期区排路月日天年小分个次点\d-])")
#: Building, unit and a number of three figures are a room whatever comes behind: 3-2-1502天花板.
_ALL: Final = re.compile(r"\d\D{1,3}\d{1,2}\D{1,3}\d{3,4}\s*[室号户]?\s*$")
_GOES_ON_BEHIND_ALL: Final = re.compile(r"\s*(?:单元|号楼|[栋幢座#\d-])")
#: So many figures together are no room.
_LONG: Final = re.compile(r"\d{7}|1\d\d[ -]\d{4}[ -]\d{4}|\d{3}\*{3}")
_EDGES: Final = " \t\n,、;:/()[]"


class Where(NamedTuple):
    """A place as it is written, the room it is, and what else stood in the cell."""

    room: Address | None = None
    place: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()


_NOWHERE: Final = Where()


@dataclass
class Places:
    """Reads the cells of a ledger that say where; the same ones only once."""

    _read: dict[tuple[str, str, str, str, str], Where] = field(default_factory=dict)

    def read(
        self, place: str, building: str = "", unit: str = "", door: str = "", around: str = ""
    ) -> Where:
        """Return where something is.

        Args:
            place: the cell of the place or address.
            building: the cell of the building, where there is one.
            unit: the cell of the unit.
            door: the cell of the room's number.
            around: the building that the sheet or section is for, ready to be used.
        """
        key = (place, building, unit, door, around)
        found = self._read.get(key)
        if found is None:
            if len(self._read) > 50_000:
                self._read.clear()
            found = self._read[key] = _where(*key)
        return found


def leading_room(text: str) -> tuple[Address, str] | None:
    """Return the room that a text begins with, and the text behind: 3-1-601厨房漏水."""
    split = _split(tidy(text), "")
    if split is None or (split[0].kind is RoomKind.FLAT and len(split[0].number) < 3):
        return None
    return split[0], split[2].strip(" ,、:;)")


def trailing_room(text: str) -> tuple[Address, str] | None:
    """Return the room that a text ends with, and the text before: 王芳3-1-601."""
    begun = re.match(r"([一-鿿]{2,4})(?=[\dA-Za-z]{1,3}\s*[-栋幢座#号])", tidy(text))
    if begun is None or not (has_surname(begun.group()) or re.search(_TITLE, begun.group())):
        return None
    if begun.group()[-1] in "园苑里城府湾期区院庭邸轩阁座楼郡居庄村":
        return None
    found = leading_room(tidy(text)[begun.end() :])
    return (found[0], begun.group()) if found and not found[1] else None


def _where(place: str, building: str, unit: str, door: str, around: str) -> Where:
    place, building, unit, door = (_kept(text) for text in (place, building, unit, door))
    if place and not building and not unit and (not door or door not in place):
        found = _alone(place, around)
        if found.room is not None or not door:
            return found
    if door or building or unit:
        return _of_columns(place, building, unit, door, around)
    return _NOWHERE


def _alone(place: str, around: str) -> Where:
    """Read the cell of a place where no other column says anything of it."""
    if _LONG.search(place) or _NAMED.search(place):
        return _with_more(place, around)
    if _NEAR.search(place):
        return Where(None, place)
    return Where(_room(place, "", "", around), place)


def _kept(text: str) -> str:
    return "" if not text or says_nothing(tidy(text)) else text


def _of_columns(place: str, building: str, unit: str, door: str, around: str) -> Where:
    """Read a room of which building, unit and number stand in columns of their own."""
    written = place if place and (not door or door in place) else ""
    parts = [part for part in (building, unit, door or (place if not written else "")) if part]
    joined = written if written and _says_building(written) else _side_by_side(parts, written)
    room = None
    number = door or place
    if building and number and not unit and len(re.findall(r"\d+", building)) > 1:
        room = _room(f"{building}-{number}", "", "", "")  # 3栋2单元, 1502
    if number and room is None:
        room = _room(number, building, unit, around)
        if room is None and written:
            room = _room(written, building, unit, around)
        if room is None and building and not re.search(r"\d", building):
            room = _room(f"{building}{number}", "", "", around)  # 商铺, 12
    elif building and not unit and not number and read_kind(building) is not RoomKind.FLAT:
        room = _house(building, around)
    if room is None and door and _PUBLIC.fullmatch(building):
        joined = door  # 公区, 地下车库
    return Where(room, joined or place)


def _house(building: str, around: str) -> Address | None:
    """Read a villa, shop or parking space that stands in the column of buildings: 别墅5栋."""
    room = _room(building, "", "", around)
    return room if room is not None and room.kind is not RoomKind.FLAT else None


def _says_building(text: str) -> bool:
    return bool(re.search(r"[栋幢座楼]|\d\s*[-#]\s*\d", text))


def _side_by_side(parts: list[str], place: str) -> str:
    """Write the cells of a room as one: 3, 2, 1502 as 3-2-1502, but 1栋, 1单元 as 1栋1单元."""
    whole = ""
    for part in [*parts, *([place] if place and place not in parts else [])]:
        bare = bool(whole) and whole[-1:].isalnum() and whole[-1:].isascii() and part[:1].isascii()
        whole += f"-{part}" if bare else part
    return whole


def _with_more(place: str, around: str) -> Where:
    """Read a cell that may hold a telephone number or a name beside the place."""
    text = mended(tidy(place))
    spans = [span for span in phone_spans(text, least=7) if span.bad is None]
    phones = tuple(dict.fromkeys(span.number for span in spans))
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    if phones:
        text = re.sub(r"(?:联系)?电话\s*[:为]?|手机\s*[:为]?|\(\s*\)", " ", text).strip(_EDGES)
    written = text if phones else place
    if called := _CALLED_FIRST.match(text):
        room = _room(text[called.end() :].strip(_EDGES), "", "", around)
        if room is not None:
            return Where(room, text[called.end() :].strip(_EDGES), called.group(1), phones)
    split = _split(text, around)
    if split is not None and split[2] and not _NEAR.search(split[2]):
        room, front, rest = split
        name = _CALLED.fullmatch(rest)
        if name and not _SPOT.search(rest):
            beside = name.group(1)
            return Where(room, front, beside if _is_called(beside) else "", phones)
    if _NEAR.search(text):
        return Where(None, written, "", phones)
    return Where(_room(text, "", "", around), written, "", phones)


def _is_called(text: str) -> bool:
    """Tell whether what stands beside a room calls somebody: not 车位, 商铺, 空置."""
    if text in _NO_NAMES or is_nobody(text) or read_kind(text) is not None or _STATE.search(text):
        return False
    return has_surname(text) or re.search(rf"(?:{_TITLE}|总|姐|哥)$", text) is not None


def _split(text: str, around: str) -> tuple[Address, str, str] | None:
    """Take a room at the beginning of a text apart from what stands behind it."""
    front = _FRONT.match(text)
    if front is None:
        return None
    goes_on = _GOES_ON_BEHIND_ALL if _ALL.search(front.group()) else _GOES_ON
    if goes_on.match(text[front.end() :]):
        return None
    room = _room(front.group().strip(), "", "", around)
    if room is None:
        return None
    return room, front.group().strip(), text[front.end() :].strip()


def _room(text: str, building: str, unit: str, around: str) -> Address | None:
    """Read one whole room, None where the text is anything else."""
    if not (building or unit) and not around and not is_room(text):
        return None
    if (building or unit or around) and not re.search(r"\d", text):
        return None
    if not re.fullmatch(r"[\dA-Za-z]{1,6}\s*[室号户]?", text) and not is_room(text):
        return None
    try:
        return read_address(text, building=read_building(building) or around, unit=read_unit(unit))
    except Refusal:
        return None
