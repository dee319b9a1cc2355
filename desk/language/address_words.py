"""The words in a room's cell beside its figures: kinds, doubts, faults, dates, places."""

from __future__ import annotations

import re

from desk.codes import RoomKind

_KINDS: tuple[tuple[re.Pattern[str], RoomKind], ...] = (
    (
        re.compile(r"地下车库|地下车位|停车位|停车场|车位|车库|地库|parking|garage|carport"),
        RoomKind.GARAGE,
    ),
    (
        re.compile(
            r"(?:沿街|临街|一楼)?(?:商铺|底商|商业网点|商[业网服用]"
            r"|门面房?|门市房?|店[铺面]|铺位|铺面|网点|铺|商(?= ?-? ?\d))"
            r"|\bshop\b|\bstore\b"
        ),
        RoomKind.SHOP,
    ),
    (
        re.compile(r"别墅区?|联排|独栋|双拼|叠墅|叠拼|叠加|合院|排屋|\bvilla\b|\btownhouse\b"),
        RoomKind.VILLA,
    ),
)
_FLAT = re.compile(r"住宅|公寓|高层|多层|洋房|商住|民居|居民|apartment|flat|residen")

#: What stands in a cell for "nothing": 无, ——, 未登记.
NOTHING = re.compile(
    r"[\s\-/_.*×]*|无|没有|空|暂无|暂缺|缺|未填|未登记|未提供|业主未提供|不详|none|null|nil|n/a|na"
)
#: An error value of a spreadsheet, or a column that was too narrow.
FAULT = re.compile(r"#(?:n/a|ref!|value!|div/0!|name\?|num!|null!|spill!|calc!|#{2,})")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
#: What a spreadsheet makes of 3-2-1 and 2-1; the room cannot be told from it.
DATE = re.compile(
    r"(?:19|20)\d\d ?[\-/.年] ?(?:0?[1-9]|1[0-2])(?: ?[\-/.月] ?(?:0?[1-9]|[12]\d|3[01]) ?日?|月)?"
    r"(?:[ t]\d{1,2}:\d{2}(?::\d{2})?)?"
    rf"|\d{{1,2}}月\d{{1,2}}[日号]?|\d{{1,2}}[\- ](?:{_MONTHS})[a-z]*(?:[\- ]\d{{2,4}})?"
    rf"|(?:{_MONTHS})[a-z]*[\- ]\d{{1,4}}"
)
#: A mobile number, or a landline with or without its area code, and nothing else.
PHONE = re.compile(
    r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?[2-8]\d{6,7}|[2-8]\d{7}"
)
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
#: The writer was not sure: nothing with these words is taken for a room.
DOUBT = re.compile(
    r"[??]|待核|待查|待定|待补|待确认|核实|不清|不详|不对|不明|有误|错误|未知|可能|大概|疑似|作废|测试|原来|那套|同上"
    r"|小计|合计|总计"
)
#: Words that may stand beside a number alone without making it something else.
HARMLESS = re.compile(
    r"(?:业主|住户|租户|我家|本人|我|家|住|在|是|的|复式|跃层|顶楼|顶层|阁楼|精装|毛坯|自住|出租|空置|已售|未售)*"
)
#: A lift by its number is no door: 6栋1单元2号梯; a unit in the words of old houses is: 2梯201.
LIFT = re.compile(r"\d\s*号?\s*(?:客|货|消防|观光)?电?梯(?!\s*[\d一二三四五六七八九十])")
#: Signs of a place that everybody uses, for spaces numbered like rooms: 2号车库入口.
PLACE = re.compile(r"入口|出口|通道|坡道|岗亭|道闸|门口|电梯|楼道|大堂|外墙|屋面|机房|卫生间")
#: A house with a name and no number: 紫薇阁1502, 综合楼.
NAMED_HOUSE = re.compile(r"[\u4e00-\u9fff]{1,4}(?:楼|阁|轩|居|大厦|栋|幢|座)\Z")
_NO_HOUSE = re.compile(
    r"楼栋|楼座|整|每|本|几|各|哪|商|铺|库|地下|别墅|住宅|物业|高层|多层|小区|一览|楼幢"
)


def kind_in(text: str) -> tuple[RoomKind | None, str]:
    """Return the kind that a folded text names, and the text with the word replaced by a blank."""
    for pattern, kind in _KINDS:
        if pattern.search(text):
            return kind, pattern.sub(" ", text)
    return None, text


def kind_of_type(text: str) -> RoomKind | None:
    """Return the kind that the folded cell of a type column names."""
    if _FLAT.search(text):
        return RoomKind.FLAT
    kind, _ = kind_in(text)
    if kind is None and "车" in text:
        return RoomKind.GARAGE
    return RoomKind.SHOP if kind is None and "商" in text else kind


def house_name(text: str) -> str:
    """Return the name of a house that a folded text ends with: 综合楼; "" where none."""
    found = NAMED_HOUSE.search(text)
    return "" if found is None or _NO_HOUSE.search(found.group()) else found.group()
