"""What a row of a roster is besides a room: a section, a sum, a remark, a signature."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from desk.codes import RoomKind
from desk.language.addresses import read_address, read_building, read_kind, read_unit
from desk.language.normal import fold
from desk.refusals import Refusal
from desk.sheets.book import Row
from desk.sheets.cells import plain


class Line(Enum):
    """What a row is."""

    DATA = "data"
    SECTION = "section"
    OTHER = "other"  # a sum, a remark, a signature: nothing to read


@dataclass(frozen=True, slots=True)
class Section:
    """What a title or a section row says about the rows below it; "" and None: nothing."""

    building: str = ""
    unit: str = ""
    kind: RoomKind | None = None
    phase: str = ""
    floor: str = ""

    @property
    def is_phase(self) -> bool:
        """It says nothing but the phase of an estate."""
        return self.phase != "" and not self.building and not self.unit and self.kind is None


_NUMERAL = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-z][0-9]?)"
_LETTERS = "[甲乙丙丁戊己庚辛东南西北中]"
#: What may stand around the name of a building or a floor: names of lists, counts, remarks.
AROUND = (
    r"(?:业主|住户|居民|租户|住宅|房屋|物业|人员|客户|名单|名册|花名册|登记|信息|一览|统计|明细|情况"
    r"|资料|台账|档案|汇总|表|册|部分|区域|如下|开始|\(.*?\)|\[.*?\]|[共计]+ ?\d+ ?[户套间个]"
    r"|[\d]{4}年(?:\d+月)?|[:\-=*_,. 。、#])*"
    r"(?:(?:管家|楼管|楼长|客服|负责人|联系人|电话).*)?"
)
_BUILDING = re.compile(
    r"(?P<before>.{0,16}?)"
    r"(?P<building>(?:(?:[一二三四五六1-9]期|[东南西北中][区苑院]|[a-z]区) ?)?第?"
    rf"{_NUMERAL} ?(?:#楼?|号楼|号?[栋幢座]|楼))"
    rf"(?: ?[\-(]? ?(?P<unit>第?{_NUMERAL} ?(?:单元|门|梯)|{_LETTERS}单元)[)]?)?{AROUND}"
)
_PHASE = re.compile(
    rf".{{0,8}}?(?P<phase>(?:[一二三四五六七八九十]|[1-9]\d?)期)(?:房|楼|小区|住宅区)?{AROUND}"
)
_UNIT = re.compile(
    rf"[-=* (]*(?P<unit>第?{_NUMERAL} ?(?:单元|门洞?|梯)|{_LETTERS}单元)[)]?{AROUND}"
)
_BARE = re.compile(rf"(?P<building>{_NUMERAL} ?[号#])[:. ]*")
_KIND = re.compile(
    rf"[\u4e00-\u9fff]{{0,6}}?(?P<kind>商铺|店铺|店面|门面|底商|商业用?房|商业|车位|车库|地下室|别墅|排屋|储藏室|储物间)"
    rf"(?:区|号|部)?{AROUND}"
)
_SUM = re.compile(
    r".{0,12}(?:小计|合计|总计|共计|累计|总户数)\D{0,8}.{0,12}|共 ?\d+ ?[条户人套间个].{0,8}"
    r"|(?:sub)?total\b.{0,20}",
    re.IGNORECASE,
)
#: Nobody is called so, so that it is a sum in a column of names too.
_SUM_ALONE = re.compile(
    rf"(?:本[页栋幢楼]|(?:本|{_NUMERAL})单元|{_NUMERAL}(?:#楼?|号楼|[栋幢座]))?"
    r"(?:小|合|总|共)计[:( ]*(?:共?\d+ ?[户套间个人条]?)?[)]?"
)
#: No name begins so, so that it is a section in a column of names too.
_SURELY = re.compile(rf"[\[【(第 ]*{_NUMERAL} ?(?:#楼|号楼|号?[栋幢座]|单元)")
_COUNT = re.compile(r"(?:共|计|合计)? ?\d+ ?[户套间个人]|\d+(?:\.\d+)?")
_SIGNED = re.compile(
    r"(?:填表|制表|填报|统计|审核|经办|登记|录入|复核|负责|批准|核对|打印|导出|制单|审批|联系|部门|单位"
    r"|物业)(?:人|员|日期|时间|单位|部门|负责人|电话|公司)? ?:.{0,60}"
    r"|(?:日期|时间|签字|签名|盖章|电话) ?:.{0,40}"
)
_REMARK = re.compile(
    r"(?:备注|附注|注意|注|说明|填表|制表|提示|本表|以上|如有|来源|打印|导出|第.{1,4}页|page\b|note|printed"
    r"|[*※★●☆]).*",
    re.DOTALL,
)
_LONGEST = 60


def section_in(text: str) -> Section | None:
    """Return what a title or a section row says, None where it names no building or unit."""
    folded = fold(text).text.strip()
    if not folded or len(folded) > _LONGEST:
        return None
    unit = _UNIT.fullmatch(folded)
    if unit:
        return Section(unit=read_unit(unit["unit"]))
    found = _BUILDING.fullmatch(folded) or _BARE.fullmatch(folded)
    if found and not re.search(r"[0-9]", found.groupdict().get("before") or ""):
        building = read_building(found["building"].removeprefix("第"))
        unit_text = found.groupdict().get("unit") or ""
        return Section(building, read_unit(unit_text.removeprefix("第")) if unit_text else "")
    phase = _PHASE.fullmatch(folded)
    if phase:
        return Section(phase=phase["phase"])
    kind = _KIND.fullmatch(folded) if len(folded) <= 14 else None
    if kind and "住宅" not in folded:
        return Section(kind=read_kind(kind["kind"]))
    return None


def is_count(text: str) -> bool:
    """Tell whether a cell beside a heading counts what is below it: 4户."""
    return _COUNT.fullmatch(text) is not None and re.fullmatch(r"[\d.]+", text) is None


def line_of(row: Row, people: Collection[int], room: int | None) -> tuple[Line, Section | None]:
    """Return what a row is, and the section that begins with it.

    Args:
        row: the row.
        people: the columns of names and numbers, in which a word is no title.
        room: the column of rooms.
    """
    cells = [(at, text) for at, value in enumerate(row.cells) if (text := plain(value))]
    if not cells:
        return Line.OTHER, None
    texts = list(dict.fromkeys(text for _, text in cells))
    first = fold(texts[0]).text[:200] if len(texts[0]) < 2000 else texts[0][:200]
    if _SUM_ALONE.fullmatch(first) or (_SUM.fullmatch(first) and cells[0][0] not in people):
        return Line.OTHER, None
    if len(cells) <= 6 and any(
        at not in people and len(text) <= 16 and _SUM.fullmatch(text) for at, text in cells[1:3]
    ):
        return Line.OTHER, None
    if len(texts) == 1:
        return _alone(texts[0], first, cells[0][0], people, room)
    if len(texts) == 2 and is_count(texts[1]) and cells[0][0] not in people:
        section = section_in(texts[0])
        if section:
            return Line.SECTION, section
    if _SIGNED.fullmatch(first) and (len(texts) < 3 or _SIGNED.fullmatch(fold(texts[2]).text)):
        return Line.OTHER, None
    return Line.DATA, None


def _alone(
    text: str, folded: str, column: int, people: Collection[int], room: int | None
) -> tuple[Line, Section | None]:
    """Return what a row is in which one thing only stands."""
    section = section_in(text)
    if section and (column not in people or _SURELY.match(folded)):
        return Line.SECTION, section
    if _REMARK.fullmatch(folded) or _SIGNED.fullmatch(folded) or len(text) > 30:
        return Line.OTHER, None
    if column == room and _may_be_room(text):
        return Line.DATA, None
    if column not in people and re.search(r"[\u4e00-\u9fffA-Za-z]{2}", text):
        return Line.OTHER, None
    return Line.DATA, None


def _may_be_room(text: str) -> bool:
    try:
        read_address(text, require_building=False)
    except Refusal:
        return not re.search(r"[\u4e00-\u9fff]{3}", text)
    return True
