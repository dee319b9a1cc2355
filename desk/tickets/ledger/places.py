"""Where something is: the one room a cell names, or a place as it is written; never half a room."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desk.language.addresses import Address, is_room, read_address, read_building, read_unit
from desk.language.phones_written import mended, phone_spans
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal

#: Behind a room it is a part of that room, not a public place: 3-2-1502厨房.
_WITHIN: Final = re.compile(
    r"室?内?(?:的)?[\s,、/(]*(?:厨房|卫生间|洗手间|厕所|浴室|客厅|餐厅|书房|阳台|露台|主卧|次卧|卧室|主卫|次卫|客卫|公卫|玄关"
    r"|儿童房|老人房|衣帽间|储藏室|储物间|飘窗|户内|室内|家[里中]|入户门|进户门|户门|kitchen|bath\w*|toilet|bedroom"
    r"|balcony|living\w*)+\)?",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"[\s,、/:(]*([一-鿿]{1,3}(?:先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|师傅|老师|总|姐|哥)|[一-鿿]{2,4})\)?"
)
#: What a room as it is written ends with; what comes behind is something else.
_FRONT: Final = re.compile(
    r"(?:[一-鿿]{1,8}?)?[\dA-Za-z一二三四五六七八九十]{1,4}(?:\s*(?:号楼|号院|单元|[栋幢座楼门号#\-—–_/.])\s*[\dA-Za-z一二三四五六七八九十]{1,5}){1,4}\s*[室号户]?"
    r"|(?:商铺|[sS])\s*\d+|(?:别墅)\s*\d+\s*[号栋幢]?|\d+\s*[号栋幢]?别墅|(?:地下)?车位\s*[bB]?\d+[-\d]*"
)
_FEW_HAN: Final = re.compile(r"^(?:业主|住户|租户)$")
_MASKED_END: Final = " \t\n,、;:/()[]"


class Where(NamedTuple):
    """A place as it is written, the room it is, and what else stood in the cell."""

    room: Address | None = None
    place: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()


_NOWHERE: Final = Where()


def _empty() -> dict[tuple[str, str, str, str, str], Where]:
    return {}


@dataclass
class Places:
    """Reads the cells of a ledger that say where; the same ones only once."""

    _read: dict[tuple[str, str, str, str, str], Where] = field(default_factory=_empty)

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
    front = _FRONT.match(text)
    if front is None:
        return None
    room = _room(front.group().strip(), "", "", "")
    return None if room is None else (room, text[front.end() :].strip(" ,，、:：;；)"))


def _where(place: str, building: str, unit: str, door: str, around: str) -> Where:
    place, building, unit, door = (_kept(text) for text in (place, building, unit, door))
    if door or building or unit:
        return _of_columns(place, building, unit, door, around)
    if not place:
        return _NOWHERE
    room = _room(place, "", "", around)
    if room is not None:
        return Where(room, place)
    return _with_more(place, around)


def _kept(text: str) -> str:
    return "" if not text or says_nothing(tidy(text)) else text


def _of_columns(place: str, building: str, unit: str, door: str, around: str) -> Where:
    """Read a room of which building, unit and number stand in columns of their own."""
    written = place if place and (not door or door in place) else ""
    parts = [part for part in (building, unit, door or (place if not written else "")) if part]
    joined = written if written and _says_building(written) else _side_by_side(parts, written)
    room = None
    number = door or place
    if number:
        room = _room(number, building, unit, around)
        if room is None and written:
            room = _room(written, building, unit, around)
    if room is None:
        return Where(None, joined or place)
    return Where(room, joined or written or place)


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
    """Read a cell with more in it than a room or a public place: a number, a name, a spot."""
    text = mended(tidy(place))
    spans = [span for span in phone_spans(text, least=7) if span.bad is None]
    phones = tuple(dict.fromkeys(span.number for span in spans))
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    text = re.sub(r"(?:联系)?电话\s*[:为]?|\(\s*\)", " ", text).strip(_MASKED_END)
    if phones and (room := _room(text, "", "", around)):
        return Where(room, text, "", phones)
    front = _FRONT.match(text)
    rest = text[front.end() :] if front else ""
    if front and rest.strip():
        room = _room(front.group().strip(), "", "", around)
        if room is not None and _WITHIN.fullmatch(rest.strip()):
            return Where(room, text, "", phones)
        called = _CALLED.fullmatch(rest.strip())
        if room is not None and called and not _is_spot(rest):
            name = "" if _FEW_HAN.match(called.group(1)) else called.group(1)
            return Where(room, front.group().strip(), name, phones)
    return Where(None, text if phones else place, "", phones)


def _is_spot(text: str) -> bool:
    """Tell whether what stands behind a room is a place near it and no name."""
    return bool(
        re.search(
            r"[门口楼道梯堂井墙窗顶台房厅卫厨库间边旁侧外下上前后]|电|水|管|表|阀|空调|隔壁|对面|附近|公共|大堂",
            text,
        )
    )


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
