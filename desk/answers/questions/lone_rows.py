"""Rows in which one text stands alone: sections, signatures, remarks."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto

from desk.answers.questions.phrasings import asks

_NUMBERED = re.compile(
    r"^\s*(?:第[一二三四五六七八九十0-9]+[章节部分篇类]+|[一二三四五六七八九十]{1,3}\s*[、.．:：]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|[A-Z]\s*[、.．]|[IVX]{1,4}\s*[、.．]|part\s+[0-9a-z]+\s*[:.]?)\s*",
    re.IGNORECASE,
)
_FRAMED = re.compile(
    r"^\s*(?:【(.+)】|\[(.+)\]|〖(.+)〗|[=＝—\-*#■●▶]{1,}\s*(.+?)\s*[=＝—\-*#]*)\s*$"
)
_SIGNED = re.compile(
    r"^\s*(?:整理|制表|编制|编写|编辑|填表|汇总|审核|审批|校对|制作|记录|负责|联系|更新|修订|修改|发布|打印|版本|日期"
    r"|时间|共计|合计|总计|共\s*[0-9]+|prepared|updated|edited|version|printed|approved)"
    r"[^?？]{0,10}?(?:[:：]|[0-9]|by\b)",
    re.IGNORECASE,
)
#: A signature wherever it stands, as long as nobody could take it for an answer.
_SIGNATURE = re.compile(
    r"^\s*(?:整理|制表|编制|编写|填表|汇总|审核|审批|校对|制作|更新|修订|打印|版本|日期|prepared|updated|printed)"
    r"[^?？。,，]{0,6}(?:[:：]|\bby\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^\s*[0-9]{4}\s*[年./-]\s*[0-9]{1,2}\s*(?:[月./-]\s*(?:[0-9]{1,2}\s*日?)?)?\s*$"
)
_REMARK = re.compile(
    r"^\s*[(（*※]*\s*(?:注意?|备注|说明|提示|内部|以上|以下|本表|此表|见附|附[:：件]|notes?\b|remarks?\b)",
    re.IGNORECASE,
)
_LONGEST = 24


class Lone(Enum):
    """What a text that stands alone in its row is."""

    SECTION = auto()
    REMARK = auto()
    QUESTION = auto()
    UNSURE = auto()


def lone(text: str, *, across: bool) -> Lone:
    """Tell what it is; ``across``: its cell was merged over several columns."""
    if _SIGNED.match(text) or _DATE.match(text):
        return Lone.REMARK
    if asks(text) and not (across and _NUMBERED.match(text)):
        return Lone.QUESTION
    if is_section(text):
        return Lone.SECTION
    if _REMARK.match(text):
        return Lone.REMARK
    if across:
        return Lone.SECTION if len(text) <= _LONGEST and "。" not in text else Lone.REMARK
    return Lone.UNSURE


def is_signature(texts: Collection[str]) -> bool:
    """Tell whether a row says who made the list and when, and nothing else."""
    return all(_SIGNATURE.match(text) or _DATE.match(text) for text in texts)


def is_section(text: str) -> bool:
    """Tell whether it is numbered or framed as the head of a section: 一、收费; 【停车】."""
    short = len(text) <= _LONGEST + 8 and "\n" not in text and not text.endswith(("。", "；", ";"))
    return short and bool(_NUMBERED.match(text) or _FRAMED.match(text)) and bool(section(text))


def section(text: str) -> str:
    """Return the name of a section without its number and frame."""
    found = _FRAMED.match(text)
    bare = next(one for one in found.groups() if one) if found else text
    return _NUMBERED.sub("", bare).strip().strip("：:").strip()
