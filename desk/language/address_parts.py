"""Cuts a cell into its values and what each is marked as: ``3栋``, ``2单元``, ``1502``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from desk.language.normal import figures, fold

_HAN = "零一二三四五六七八九十百千两幺"
_HAN_COUNT = "零一二三四五六七八九十"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_ROMANS = {"i": "一", "ii": "二", "iii": "三", "iv": "四", "v": "五"}
_ROMAN = re.compile(r"(?<![a-z\d])(?:iii|ii|iv|i|v)(?= ?期)")
_ORDINAL = "甲乙丙丁戊己庚辛壬癸"
_SIDE = "东南西北中主副前后"


class Mark(Enum):
    """What stands behind a value and says what it is."""

    NONE = auto()
    AREA = auto()  # 期, 区, 号院, 弄: in front of the building
    BUILDING = auto()
    HASH = auto()  # 3#2-1502, 1502#
    NUMBERED = auto()  # 号: of a building, a door, a street
    STOREY = auto()  # 楼: a building or a floor
    FLOOR = auto()
    UNIT = auto()
    DOOR = auto()  # 门: a unit where something follows
    ROOM = auto()
    HOUSEHOLD = auto()  # 户: a room or how many there are


_MARKS: tuple[tuple[str, Mark], ...] = (
    (r"号楼栋|号楼|号栋|号幢|#楼栋?|#栋|#幢|栋楼?|幢楼?|座楼?(?!椅)|楼栋|塔楼?", Mark.BUILDING),
    (r"号院|院(?!子|内)|期|区(?!域)|弄|[苑园](?<=[东南西北中][苑园])", Mark.AREA),
    (r"单元楼?(?!元)|单(?=[ \-]?\d)|门洞|梯(?!井|间)", Mark.UNIT),
    (r"号房间?|#房|室(?!内|外)|房间?(?!子|屋|产|顶|东)", Mark.ROOM),
    (r"号?门(?!口|岗|卫|厅|禁|前|外|旁|头|面|牌)", Mark.DOOR),
    (r"层", Mark.FLOOR),
    (r"楼(?!道|梯|顶|下|上|管|前|后|宇|面)", Mark.STOREY),
    (r"号(?!码|线|机)", Mark.NUMBERED),
    (r"#", Mark.HASH),
    (r"户(?!型|外|主|内)", Mark.HOUSEHOLD),
)
_MARK = "|".join(f"(?P<m{index}>{pattern})" for index, (pattern, _) in enumerate(_MARKS))
_VALUE = (
    rf"(?:[a-z]{{0,2}}|(?<![\u4e00-\u9fff])[东南西北](?=\d))[\d{_HAN}]*\d[\d{_HAN}]*(?:[a-z](?:\d{{1,3}})?(?![a-z\d]))?"
    rf"|[{_HAN}]+|(?<![a-z])[a-z](?![a-z])"
    rf"|[{_ORDINAL}](?=[栋幢座楼号单门])|[{_SIDE}]{{1,2}}(?=[楼栋幢座单门区院])"
    r"|(?<![\u4e00-\u9fff])[东南西北中](?=[苑园])"
    rf"|(?<=[-栋幢座楼#])[{_ORDINAL}东南西北中](?=-\d)"
)
_SUFFIX = (
    rf"[{_ORDINAL}东南西北中上下左右前后](?=(?:户|室|边|侧|面|单元)?(?:[ \-,、(]|\Z))"
    r"(?:户|室|边|侧|面)?"
)
_PART = re.compile(rf"(?P<value>{_VALUE})(?:(?P<suffix>{_SUFFIX})| ?(?:{_MARK}))?")
_GAP = re.compile(r"[\s\-/\\._,、。:;·•|+*@&'\"()\[\]的]+")
_BREAK = re.compile(rf"[\s\-/\\._,、。:;·•|+*@&'\"()\[\]的]|\Z|[a-z\d{_HAN}]")

_NAME = rf"([a-z]?[\d{_HAN}]+[a-z]?|[a-z])(?![a-z])"
_OF = r"(?:号|no)?[ :.]*"
_LABELS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"第(?=[\da-z{_HAN}])", ""),
        (rf"(?<=[\da-z{_HAN}{_ORDINAL}]) +(?=号楼|单元|栋|幢|座|室|号|楼|层|#)", ""),
        (
            rf"(?:\b(?:building|bldg|block|blk|tower)(?![a-z])|(?<![\d{_HAN}号#])楼[栋号]){_OF}{_NAME}",
            r"\1栋 ",
        ),
        (rf"(?:\bunit(?![a-z])|(?<![\d{_HAN}a-z{_ORDINAL}{_SIDE}])单元){_OF}{_NAME}", r"\1单元 "),
        (rf"(?:\b(?:floor|level)(?![a-z])){_OF}{_NAME}", r"\1层 "),
        (
            rf"(?:\b(?:room|rm|flat|apt|apartment|suite)(?![a-z]))[ :.#]*{_NAME}(?! ?[\-/.#] ?\w)",
            r"\1室 ",
        ),
        (rf"\b(?:room|rm|flat|apt|no)(?![a-z])[ :.#]*(?=[\da-z{_HAN}])", " "),
        (r"(?<![\da-z])(\d{1,2}) ?/?f(?=[\s\-,]*\d)", r"\1层 "),
        (r"(?:房间号|房屋编号|房号|室号|门牌号?|户号|地址)[ :.]*", " "),
        (r"\( ?-(?=\d)", "负"),
        (r"(?<=\d)一(?=\d)", "-"),  # The numeral one, typed for a hyphen.
        (r"(?<=\d)o(?=\d)", "0"),
        (r"(?<=\d)\.0+(?=\Z|[^\d.])(?!\.)", ""),  # A number that a spreadsheet kept as a float.
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a cell, in figures and without leading zeros.

    Attributes:
        value: ``3``, ``1502``, ``A``, ``3A02``, ``甲``; "0" for nothing but zeros.
        mark: what stands behind it.
        written: as many figures as are written, leading zeros counted.
        gap: what separates it from the part before: signs, words or nothing.
    """

    value: str
    mark: Mark
    written: int
    gap: str

    @property
    def short(self) -> bool:
        """It may be a building or a unit, not a door of floor and room."""
        return figures_of(self) <= 2


def figures_of(part: Part) -> int:
    """Return how many figures a value has, letters and leading zeros left out."""
    return len(re.sub(r"\D", "", part.value))


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts of a cell, and the words before, between and behind them."""

    parts: tuple[Part, ...]
    before: str
    between: str
    after: str

    @property
    def words(self) -> str:
        """Every word that is no part."""
        return f"{self.before} {self.between} {self.after}"


def tidy(text: str) -> str:
    """Fold a cell's text and write what labels say behind the value: ``Bldg 3`` -> ``3栋``."""
    folded = _INVISIBLE.sub("", fold(text).text).translate(_FORMAL).strip()
    folded = _ROMAN.sub(lambda m: _ROMANS[m.group()], folded)
    return re.sub(r"\s+", " ", folded)


def unlabelled(tidied: str) -> str:
    """Write what a label in front says as a mark behind, and undo what typing spoils."""
    for pattern, instead in _LABELS:
        tidied = pattern.sub(instead, tidied)
    return re.sub(r"\(([^()\d]*)\)", " ", tidied)


def cut(text: str) -> Cut:
    """Cut a tidied, unlabelled text; numerals inside words (三里屯) stay words."""
    parts: list[Part] = []
    words = ["", "", ""]
    at, gap = 0, ""
    while at < len(text):
        found = _GAP.match(text, at)
        if found is not None:
            gap += found.group()
            at = found.end()
            continue
        found = _PART.match(text, at)
        if found is not None and _stands(text, found, gap, bool(parts)):
            parts.append(_part(found, gap))
            words[1] += words[2]
            words[2] = ""
            at, gap = found.end(), ""
            continue
        end = at + 1 if found is None else max(at + 1, found.end("value"))
        words[2 if parts else 0] += text[at:end]
        gap += text[at:end]
        at = end
    return Cut(tuple(parts), words[0], words[1], words[2])


def _stands(text: str, found: re.Match[str], gap: str, inside: bool) -> bool:
    """Tell whether a value is one, not a numeral or a letter inside a word."""
    if found.lastgroup != "value":
        return True
    value, ends = found.group("value"), _BREAK.match(text, found.end()) is not None
    if value[-1].isdigit() or any(one.isdigit() for one in value):
        # 88广场3-2-1502: a short number before a word counts nothing.
        return ends or len(value) > 2 or (inside and gap == "")
    after_word = gap != "" and _GAP.match(gap[-1]) is None
    return ends and (not after_word or value.isascii())


def _part(found: re.Match[str], gap: str) -> Part:
    raw = found.group("value")
    mark = next(
        (mark for index, (_, mark) in enumerate(_MARKS) if found.group(f"m{index}")), Mark.NONE
    )
    value = canonical(raw) + (found.group("suffix") or "")[:1]
    if mark is Mark.AREA:
        value = area_name(value, found.group()[len(raw) :].strip())
    return Part(value, mark, len(re.sub(r"\D", "", figures(raw))), gap)


def canonical(raw: str) -> str:
    """Return a value in figures and capitals without leading zeros: 0101 -> 101, s07 -> S7."""
    head = re.match("[a-z东南西北]*(?=.*\\d)", raw)
    letters: str = head.group() if head else ""
    tail = re.search(r"[a-z]\d*\Z", raw[len(letters) :])
    end: str = tail.group() if tail else ""
    body = figures(raw[len(letters) : len(raw) - len(end)])
    return (letters + (body.lstrip("0") or body[:1]) + end).upper()


def area_name(value: str, mark: str) -> str:
    """Return an area as it stands before a building: 2, 期 -> 二期; 北, 区 -> 北区."""
    if value.isdigit() and int(value) < len(_HAN_COUNT) and mark in "期区":
        return _HAN_COUNT[int(value)] + mark
    return value + mark
