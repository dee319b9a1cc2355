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
    FLOOR = auto()  # 15楼02室, 26楼B
    BARE = auto()  # 1502


@dataclass(frozen=True, slots=True)
class Way:
    """One way of writing; groups ``b`` building, ``u`` unit, ``floor``, ``n`` number, ``room``."""

    form: Form
    pattern: re.Pattern[str]
    kind: RoomKind = RoomKind.FLAT
    roster_only: bool = False


_SPOKEN = NUMERALS[3:]
#: What makes a spoken figure an amount of its own: 一五零二一直漏; but 五零三天花板.
_COUNTED = (
    r"[一二两三四五六七八九十](?:直|点|股|滴|样|片|滩|共|晚|整|块|遍|小时|分钟|下子|个|半天"
    r"|周(?!边)|年|月"
    r"|大[早片滩堆圈]|天(?![花井台然线窗棚])|次(?!卧)|起(?![火泡皮来雾烟])|回(?![家来水]))"
)
_FIGURE = rf"(?:(?!{_COUNTED})[{_SPOKEN}])"
_N = rf"(?:\d+|{_FIGURE}+)"
_GAP = r"[ ,、的/.()\-]{0,2}"
_DASH = r" ?[\-/._#杠] ?"
_ALONE = r"(?<![a-z\d\-.#/])"
_ROOM = r" ?(?P<room>室(?!内|外)|号房|房(?!子|屋|间|顶)|号(?!楼|线)|户(?!型))?"
_LETTER = r"[a-h](?![a-z\d座栋区])"
_NUMBER = (
    rf"(?:{_GAP}(?:(?P<floor>{_N})(?:[楼层]{_GAP}|(?P<dash>-)(?=\d{{1,2}}(?![\d\-]))))?"
    rf"(?P<n>[a-z]?{_N}(?:[a-h](?![a-z]))?|(?<=[楼层]){_LETTER})(?!\.\d"
    rf"|[多几余][户家人个]){_ROOM})?"
)
_AREA = (
    rf"(?:{_N}号院 ?(?={_N} ?(?:号楼|[栋幢#])))?"
    r"(?:(?P<area>(?<![a-z])[a-z] ?区|[东南西北中][区苑园院]) ?|(?P<phase>[一二三四五六1-6])期 ?)?"
)
#: 单元, and what an input method makes of it.
_UNIT_WORD = r"(?:号?单元|单圆|单园|丹元|但愿)"
_HAN_SPOKEN = rf"{_FIGURE}*[零幺百]{_FIGURE}+"
#: 5座 is a house in the south; 5座的车, 5座桥 and 三座假山 are none.
_SOUTHERN = (
    r"(?:(?<=\d)座(?![车桥山庙城雕塔亭岛位机椅的以假凉]|商务|越野|面包|轿|suv|mpv|中巴|新能源|汽车|客车)"
    r"|(?<=[二三四五六七八九十])座(?=电梯|大堂|门口|楼[上下道顶]|天台|整[栋座]|夜晚|晚上))"
)
_BUILDING = (
    rf"(?<![a-z{NUMERALS}这那哪每整同另]){_AREA}"
    rf"(?P<b>[a-z]?[廿卅]?{_N}|[a-z]|[廿卅]) ?"
    rf"(?:号楼|[栋棟](?!梁)楼?|幢楼?|座(?=[ ,]?{_N})|(?<=[a-z])座|{_SOUTHERN}"
    rf"|[冻懂洞憧](?=[ ,]?{_N} ?{_UNIT_WORD}|[ ,]?\d{{3,4}}(?!\d))|#楼?|号院"
    rf"|楼(?=[ ,]?{_N} ?单元)|号(?=[ ,]?{_N} ?单元|[ ,]?(?:\d{{3,4}}(?!\d)|{_HAN_SPOKEN})))"
)
_UNIT = (
    rf"(?P<u>(?!\d{{3}}){_N}|[甲乙丙丁东西中南北a-d](?= ?单元)|(?<!\d)[a-d](?= ?座))"
    rf" ?(?:{_UNIT_WORD}|座|[门梯](?={_GAP}{_N})|[\-/#.杠](?={_N}))"
)
_BLOCK = r"(?:building|bldg|block|tower)\.? ?(?:no\.? ?)?"
_FLAT = r"(?:room|rm|apt|apartment|flat|unit)\.? ?(?:no\.? ?)?"
_VILLA = r"(?:别墅|联排|独栋|叠墅)"
_SHOP = r"(?:商铺|底商|门面房?|店铺|铺位|铺面)"


@cache
def ways() -> tuple[Way, ...]:
    """Return the ways in order; compiled when the first text is read, not on start-up."""
    return (
        Way(
            Form.SIGN,
            re.compile(rf"{_VILLA}区? ?(?P<n>[a-z]?{_N}(?:-\d{{1,2}})?) ?[号栋幢]?(?!楼)"),
            RoomKind.VILLA,
        ),
        Way(Form.SIGN, re.compile(rf"{_ALONE}(?P<n>{_N}) ?[号栋幢]?{_VILLA}"), RoomKind.VILLA),
        Way(Form.SIGN, re.compile(rf"{_SHOP}[ \-]?(?P<n>[a-z]?{_N}) ?号?(?!楼)"), RoomKind.SHOP),
        Way(Form.SIGN, re.compile(rf"{_ALONE}(?P<n>[a-z]?\d{{1,4}}) ?号?{_SHOP}"), RoomKind.SHOP),
        Way(
            Form.SIGN,
            re.compile(r"(?:地库|车位|车库)号?[ \-]?(?P<n>b\d-?\d{2,4})(?!\d)"),
            RoomKind.GARAGE,
        ),
        Way(
            Form.MARKED,
            re.compile(
                rf"(?P<house>\b{_FLAT})(?P<n>[a-z]?\d{{3,4}}[a-h]?)\b"
                rf"[ ,]*(?:of |in )?(?:unit ?(?P<u>\d)[ ,]*(?:of |in )?)?"
                rf"{_BLOCK}(?P<b>[a-z]?\d{{1,2}}|[a-z])\b"
            ),
        ),
        Way(
            Form.MARKED,
            re.compile(
                rf"(?P<house>\b{_BLOCK}(?P<b>[a-z]?\d{{1,2}}|[a-z])\b(?:[ ,]*unit ?(?P<u>\d)\b)?)"
                rf"(?:[ ,]*(?:{_FLAT})?(?P<n>[a-z]?\d{{3,4}}[a-h]?)\b)?"
            ),
        ),
        Way(
            Form.MARKED,
            re.compile(
                r"(?<![a-z\d])(?P<house>(?P<b>[a-z]?\d{1,2}) ?(?:dong|hao ?lou|zhuang)(?![a-df-z])"
                r"(?:[ ,]*(?P<u>\d) ?(?:dan ?yuan|dy|men)(?![a-z]))?)"
                r"(?:[ ,]*(?P<n>\d{3,4})(?!\d) ?(?:shi)?)?"
            ),
        ),
        Way(
            Form.SIGN,
            re.compile(rf"{_ALONE}(?P<n>b\d-?\d{{2,3}}) ?号?(?:车位|车库)"),
            RoomKind.GARAGE,
        ),
        Way(Form.MARKED, re.compile(rf"(?P<house>{_BUILDING}(?:{_GAP}{_UNIT})?){_NUMBER}")),
        Way(
            Form.MARKED,
            re.compile(rf"(?<![a-z{NUMERALS}])(?P<house>(?P<u>{_N}) ?号?单元){_NUMBER}"),
        ),
        Way(
            Form.FLOOR,
            re.compile(
                rf"(?<![a-z{NUMERALS}\-.])(?P<floor>{_N})[楼层] ?"
                rf"(?:(?P<n>\d{{1,2}}|{_FIGURE}{{1,2}}) ?"
                rf"(?P<room>室(?!内|外)|号房|房(?!子|屋|间|顶))|(?P<letter>{_LETTER})(?: ?室)?)"
            ),
        ),
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
            re.compile(
                rf"{_ALONE}(?P<b>[a-z]?\d{{1,2}})-(?P<u>\d)(?=的?(?:电梯|门禁|单元门|门口|大堂|大门|门厅|对讲))"
            ),
        ),
        Way(
            Form.HOUSE,
            re.compile(rf"{_ALONE}(?P<b>[a-z]?\d{{1,2}})-(?P<u>\d)(?![\d\-.a-z])"),
            roster_only=True,
        ),
        Way(
            Form.SIGN,
            re.compile(rf"{_ALONE}(?P<n>s\d{{1,3}}) ?号?(?=那家|这家|家的?店|店)"),
            RoomKind.SHOP,
        ),
        Way(
            Form.SIGN,
            re.compile(r"(?<![a-z0-9\-])(?P<n>[a-z]\d{1,4}|[a-z]\d-\d{1,4})(?![a-z0-9\-])"),
            roster_only=True,
        ),
        Way(
            Form.BARE,
            re.compile(
                rf"{_ALONE}(?<![{NUMERALS}])(?:(?P<n>\d{{3,4}}(?:[a-h](?![a-z]))?(?!\d|[百千零])"
                rf"|{_FIGURE}{{3,7}}(?!\d|(?!{_COUNTED})[{_SPOKEN}])))"
                r"(?![\-.a-z]| ?号?(?:车位|车库|储藏|柜|路(?!灯)|线)) ?"
                r"(?P<room>室(?!内|外)|号房|房(?!子|屋|间|顶))?"
            ),
        ),
    )


FLAT_NUMBER = re.compile(r"[A-Z]?0?[1-9]\d{2,3}[A-H]?|[1-9]\d[A-D]")
LIKELY_NUMBER = re.compile(r"[1-9]\d?(?:0[1-9]|1\d|20)[A-H]?")
#: What stands before the caller's own room: 我家, 我是, 本人住.
OWN = re.compile(
    r"(?:我们?(?:家|这边|这里|这)?|本人|咱家?|俺家?|自己家?)"
    r"(?:的|家|是|就是|住|在|住在|房号|房间|这边|:|,| ){0,4}\Z"
)
#: A neighbour of this house, so that what is said of the house is true of the caller, too.
SAME_HOUSE = re.compile(r"楼[上下]|对门|上面|下面")
#: What stands before a room that is not the caller's own.
NEIGHBOUR = re.compile(
    r"(?:隔壁|楼上|楼下|对门|对面|邻居|上面|下面|旁边)(?:的|家|是|邻居|住户|那户|一户|,| ){0,3}\Z"
)
