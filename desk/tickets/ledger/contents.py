"""What stands in the cells of a ledger's columns: days, rooms, names, somebody's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import pairwise
from typing import Final

from desk.language.surnames import has_surname
from desk.sheets.book import Value
from desk.sheets.cells import is_blank, plain
from desk.tickets.ledger.outcome import folded, noted

_CLOCK = re.compile(
    r"^(?:上午|下午|早上?|晚上?|中午|凌晨|傍晚)?\s*(?:\d{1,2}\s*(?::\s*\d{1,2}(?::\d{1,2})?|[点时：]\s*(?:\d{1,2}分?|半)?))?$"
    r"|^0?\.\d{2,}$"
)
_DAY = re.compile(
    r"^(?:\d{4}|\d{2})?[-年./]?\s*\d{1,2}\s*[-月./]\s*\d{1,2}(?:\s*[日号])?(?!\d*[-#])|^\d{8}$|^(?:当[天日]|次日|第二天)$|^\d{4}年|^4\d{4}(?:\.\d+)?$"
)
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[\s-]?[\d*]{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}")
_CALLED = re.compile(
    r"[一-鿿·]{1,5}(?:先生|女士|小姐|阿姨|叔叔|师傅|大[爷妈姐哥]|[某姐哥总工])$"
    r"|(?:[老小][一-鿿]|业主|租客|租户|住户|保洁|保安|巡逻|秩序|前台|客服|物业|监控)[一-鿿]{0,3}$"
)
_FULL_DAY = re.compile(r"(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]")
_HAN = re.compile(r"[一-鿿]+")
#: The answers to any question: whether it was done, but also whether somebody was locked in.
_ANY_ANSWER: Final = frozenset(
    ("是", "否", "有", "无", "y", "n", "yes", "no", "true", "false", "1", "0")
)
_ROOM = re.compile(
    r"\d+\s*[-#—幢栋座]\s*\d+|\d+号?楼|[栋幢座]|单元|别墅|车位|商铺|[sS]\d+$|^\d{3,4}室?$"
    r"|电梯|大堂|门口|楼道|车库|花园|大门|[东南西北]门"
)
#: A room and nothing said of it: a report does not end with a number.
_WHOLE_ROOM = re.compile(r"(?=.*(?:\d\s*[-#—]\s*\d|[栋幢座]|单元|楼)).{0,13}\d\s*[室号户]?$")
_FIGURE = re.compile(r"^\d{1,6}$")
_NUMBER = re.compile(r"^[a-zA-Z]{0,6}[-]?\d{3,}(?:[-/]\d+)*$")
_BUILDING = re.compile(r"^[a-zA-Z一二三四五六七八九十]?\d{0,3}\s*(?:号楼|[#栋幢座楼号])?$")
_UNIT = re.compile(r"^[\d一二三四五六七八九十a-zA-Z]{1,2}\s*(?:单元|门)?$")
_DOOR = re.compile(r"^[a-zA-Z]?\d{1,5}\s*[室号房]?$")
_MONTH = re.compile(r"^(?:\d{4}[-年./])?\s*(?:1[0-2]|0?[1-9])\s*(?:月份?)?$")
_MONTH_DAY = re.compile(r"^(?:3[01]|[12]\d|0?[1-9])\s*[日号]?$")
_FEW_FIGURES = re.compile(r"^\d{1,2}$")
_KINDS: Final = re.compile("报修|投诉|咨询|建议|表扬|服务|求助|维修|repair|complaint|inquiry")


def share(
    test: Callable[[str], object], weakly: Callable[[str], object] | None = None
) -> Callable[[Sequence[Value]], float]:
    """Return what tells the share of the filled cells a test holds for.

    Cells for which the second test holds too speak for it, but not enough without a head.
    """

    def fits(values: Sequence[Value]) -> float:
        texts = [plain(value) for value in values if not is_blank(value)]
        right = sum(
            (0.55 if weakly is not None and weakly(text) else 1.0) for text in texts if test(text)
        )
        return right / len(texts) if texts else 0.0

    return fits


def days(values: Sequence[Value]) -> float:
    """Return the share of cells that say a day."""
    filled = [value for value in values if not is_blank(value)]
    right = 0
    for value in filled:
        if isinstance(value, date):
            right += 1
        elif not isinstance(value, time | bool):
            right += bool(_DAY.search(plain(value)))
    return right / len(filled) if filled else 0.0


def clocks(values: Sequence[Value]) -> float:
    """Return the share of cells that say a time of the day and no day."""
    filled = [value for value in values if not is_blank(value)]
    right = 0
    for value in filled:
        if isinstance(value, time) or (isinstance(value, float) and 0 <= value < 1):
            right += 1
        elif not isinstance(value, datetime | date | bool):
            right += bool(_CLOCK.search(plain(value)))
    return right / len(filled) if filled else 0.0


def ends(values: Sequence[Value]) -> float:
    """Tell how much cells look like when something ended: only a head says which end it was."""
    return 0.55 * min(1.0, days(values) + clocks(values))


def running(values: Sequence[Value]) -> float:
    """Tell how much figures look like 1, 2, 3 written down a sheet."""
    texts = [plain(value) for value in values if not is_blank(value)]
    figures = [int(text) for text in texts if _FIGURE.match(text)]
    if not figures or len(figures) < 0.8 * len(texts):
        return 0.0
    steps = sum(after - before == 1 for before, after in pairwise(figures))
    return 1.0 if len(figures) == 1 else steps / (len(figures) - 1)


def texts(values: Sequence[Value]) -> float:
    """Tell how much cells look like somebody's words: long, and not the same again and again."""
    texts = [plain(value) for value in values if not is_blank(value)]
    if not texts:
        return 0.0
    long = sum(min(1.0, len(text) / 8) for text in texts) / len(texts)
    plainly = sum(
        bool(_MOBILE.search(text) or _DAY.search(text) or _WHOLE_ROOM.match(text)) for text in texts
    ) / len(texts)
    return long * (0.3 + 0.7 * len(set(texts)) / len(texts)) * (1 - plainly)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.search(text)) and not (_MOBILE.search(text) or _DAY.search(text))


def _is_contact(text: str) -> bool:
    return bool(_MOBILE.search(text)) and bool(re.search(r"[一-鿿]", text))


def _is_name(text: str) -> bool:
    """Tell whether a cell is a name by its surname, or what people are called."""
    if _CALLED.match(text):
        return True
    return 2 <= len(text) <= 4 and _HAN.fullmatch(text) is not None and has_surname(text)


def _is_place(text: str) -> bool:
    """Tell whether a cell is a room or place: 2023-1-5 is neither."""
    return _ROOM.search(text) is not None and _FULL_DAY.match(text) is None


def _is_outcome(text: str) -> bool:
    """Tell whether a cell says done or not in a way that answers no other question."""
    return folded(text) not in _ANY_ANSWER and noted(text).done is not None


#: How much cells look like telephone numbers, rooms and public places, names.
phones: Final = share(_MOBILE.search)
rooms: Final = share(_is_place)
names: Final = share(_is_name)
outcomes: Final = share(_is_outcome)
contacts: Final = share(_is_contact)

numbers: Final = share(_is_number)
buildings: Final = share(_BUILDING.search, _FIGURE.search)
units: Final = share(_UNIT.search, _FIGURE.search)
doors: Final = share(_DOOR.search, _FEW_FIGURES.search)
months: Final = share(_MONTH.search, _MONTH.search)
month_days: Final = share(_MONTH_DAY.search, _MONTH_DAY.search)
kinds: Final = share(lambda text: _KINDS.fullmatch(text.lower()))
