"""The rows of a ledger that are no entries: subtotals, section rows, signatures, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final


class Aside(Enum):
    """What a row is that is no entry."""

    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    EMPTY = "empty"


_TOTAL: Final = re.compile(
    r"^(?:.{0,8}?(?:[月日年周季页栋区楼]|半年|全年|合并|分类|类))?\s*(?:小计|合计|总计|共计|累计|汇总|总数|总单数|统计)(?:[\s:：]|$|.{0,12}$)"
    r"|^(?:承前|接上|转下|过次|承上)页?"
    r"|^(?:本[月页日年周]|全年|上月|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?共\s*\d+\s*[单条件户次]|^(?:sub\s*)?total\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"^\d+(?:\.\d+)?\s*[单条件户次个宗起项笔元%]?$")
_SIGNED: Final = re.compile(
    r"^\s*(?:制表|审核|填表|登记|统计|负责|主管|经理|部门|打印|值班|复核|审批|签字|盖章|日期|单位|编制|导出|制单|记录)"
    r"[一-鿿]{0,6}\s*[:：]"
)
_NOTE: Final = re.compile(
    r"^\s*(?:注|备注|说明|填表说明|填写说明|注意|注意事项|备\s*注|※|\*|温馨提示|提示|本表|以上|以下|note|notes|nb)(?:[:：\s\d]|$|.{4,})",
    re.IGNORECASE,
)
#: A cell that says there was nothing to write down.
_NONE: Final = re.compile(
    r"^(?:(?:今[日天]|当[日天]|本[日月周])?(?:无|没有)(?:报修|投诉|维修|记录|工单|来电|故障|情况|内容)?|[-—–/\\_.]+|nil|none|n/a)$",
    re.IGNORECASE,
)


def aside(texts: Sequence[str], wide: bool, text: str) -> Aside | None:
    """Return what a row is that is no entry, None where it may be one.

    Args:
        texts: what stands in its cells, without blank ones.
        wide: one thing stands in several merged columns, and nothing else in the row.
        text: what stands where the reports are written.
    """
    distinct = list(dict.fromkeys(texts))
    if not distinct:
        return Aside.EMPTY
    lone = len(distinct) == 1
    if any(_TOTAL.match(one) and len(one) <= 30 for one in distinct[:3]) and (
        lone or not text or _COUNT.match(text) or text in distinct[:1]
    ):
        return Aside.TOTAL
    if _SIGNED.match(distinct[0]) and (lone or not text or _SIGNED.match(text)):
        return Aside.NOTE
    if lone and (wide or not text) and _NOTE.match(distinct[0]):
        return Aside.NOTE
    if wide:
        return Aside.SECTION
    return None


def says_none(text: str) -> bool:
    """Tell whether a report is filled in to say that there was none."""
    return bool(_NONE.match(text.strip()))
