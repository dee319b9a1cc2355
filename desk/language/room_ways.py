"""The ways in which people write and say a room, in the order in which they are tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from desk.codes import RoomKind
from desk.language.normal import NUMERALS


class Form(Enum):
    """How much a way of writing says of what it is."""

    SIGN = auto()  # 别墅8号, 商铺S12, 地库B1-103: whatever the number, it is one
    MARKED = auto()  # 3栋2单元1502: the number may be missing
    DASHED = auto()  # 3-2-1502
    HOUSE = auto()  # 3-2
    BARE = auto()  # 1502


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing; groups ``b`` building, ``u`` unit, ``floor``, ``n`` number, ``room``."""

    form: Form
    pattern: re.Pattern[str]
    kind: RoomKind = RoomKind.FLAT
    roster_only: bool = False


_N = f"[{NUMERALS}]+"
_SPOKEN = NUMERALS[3:]
_GAP = r"[ ,、的/.\-]{0,2}"
_DASH = r" ?[\-/._#杠] ?"
_ALONE = r"(?<![a-z\d\-.#/])"
_NUMBER = (
    rf"(?:{_GAP}(?:(?P<floor>{_N})[楼层]{_GAP})?(?P<n>[a-z]?{_N}(?:[a-d](?![a-z]))?)(?!\.\d)"
    r" ?(?P<room>室(?!内|外)|号房|房(?!子|屋|间|顶)|号(?!楼|线)|户(?!型))?)?"
)
_BUILDING = (
    rf"(?<![a-z{NUMERALS}这那哪每整同另])(?:(?P<phase>[一二三四五六1-6])期 ?)?"
    rf"(?P<b>[a-z]?{_N}|[a-z]) ?"
    rf"(?:号楼|栋(?!梁)楼?|幢楼?|座(?=[ ,]?{_N})|#楼?|号院"
    rf"|楼(?=[ ,]?{_N} ?单元)|号(?=[ ,]?{_N} ?单元|[ ,]?\d{{3,4}}(?!\d)))"
)
_UNIT = rf"(?P<u>{_N}) ?(?:单元|[门梯](?={_GAP}{_N})|[\-/#.杠](?={_N}))"
_VILLA = r"(?:别墅|联排|独栋|叠墅)"
_SHOP = r"(?:商铺|底商|门面房?|店铺|铺位|铺面)"


@cache
def ways() -> tuple[Way, ...]:
    """Return the ways in order; compiled when the first text is read, not on start-up."""
    return (
        Way(Form.SIGN, re.compile(rf"{_VILLA}区? ?(?P<n>{_N}) ?[号栋幢]?(?!楼)"), RoomKind.VILLA),
        Way(Form.SIGN, re.compile(rf"{_ALONE}(?P<n>{_N}) ?[号栋幢]?{_VILLA}"), RoomKind.VILLA),
        Way(Form.SIGN, re.compile(rf"{_SHOP}[ \-]?(?P<n>[a-z]?{_N}) ?号?(?!楼)"), RoomKind.SHOP),
        Way(Form.SIGN, re.compile(rf"{_ALONE}(?P<n>[a-z]?\d{{1,4}}) ?号?{_SHOP}"), RoomKind.SHOP),
        Way(
            Form.SIGN,
            re.compile(r"(?:地库|车位|车库)号?[ \-]?(?P<n>b\d-?\d{2,4})(?!\d)"),
            RoomKind.GARAGE,
        ),
        Way(Form.MARKED, re.compile(rf"(?P<house>{_BUILDING}(?:{_GAP}{_UNIT})?){_NUMBER}")),
        Way(Form.MARKED, re.compile(rf"(?<![a-z{NUMERALS}])(?P<house>(?P<u>{_N}) ?单元){_NUMBER}")),
        Way(
            Form.DASHED,
            re.compile(
                rf"{_ALONE}(?P<b>[a-z]?{_N}){_DASH}(?P<u>{_N}){_DASH}"
                rf"(?P<n>[a-z]?{_N}(?:[a-d](?![a-z]))?)(?![\d.]|-\d)(?: ?室)?"
            ),
        ),
        Way(Form.SIGN, re.compile(rf"{_ALONE}(?P<n>b\d-\d{{2,4}})(?![\d\-])"), RoomKind.GARAGE),
        Way(
            Form.DASHED,
            re.compile(
                r"(?<![a-z\d\-])(?P<b>[a-z]?\d{1,2}) +(?P<u>\d) +"
                r"(?P<n>\d{3,4}[a-d]?)(?![\da-z])(?: ?室)?"
            ),
        ),
        Way(
            Form.DASHED,
            re.compile(
                rf"{_ALONE}(?P<b>[a-z]?\d{{1,2}})[\-/#杠]"
                r"(?P<n>\d{3,4}[a-d]?)(?![\d\-.a-z])(?: ?室)?"
            ),
        ),
        Way(
            Form.HOUSE,
            re.compile(rf"{_ALONE}(?P<b>[a-z]?\d{{1,2}})-(?P<u>\d)(?![\d\-.a-z])"),
            roster_only=True,
        ),
        Way(
            Form.SIGN,
            re.compile(r"(?<![a-z0-9\-])(?P<n>[a-z]\d{1,4}|[a-z]\d-\d{1,4})(?![a-z0-9\-])"),
            roster_only=True,
        ),
        Way(
            Form.BARE,
            re.compile(
                rf"{_ALONE}(?<![{NUMERALS}])(?P<n>\d{{3,4}}(?:[a-d](?![a-z]))?|[{_SPOKEN}]{{3,7}})"
                rf"(?![{NUMERALS}\-.a-z]) ?(?P<room>室(?!内|外)|号房|房(?!子|屋|间|顶))?"
            ),
        ),
    )


FLAT_NUMBER = re.compile(r"[A-Z]?0?[1-9]\d{2,3}[A-D]?")
LIKELY_NUMBER = re.compile(r"[1-9]\d?(?:0[1-9]|1\d|20)[A-D]?")
#: What stands before a room that is not the caller's own.
NEIGHBOUR = re.compile(
    r"(?:隔壁|楼上|楼下|对门|对面|邻居|上面|下面|旁边)(?:的|家|是|邻居|住户|那户|一户|,| ){0,3}\Z"
)
