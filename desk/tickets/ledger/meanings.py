"""The codes of the trade behind the words that ledgers and our own lists use for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desk.codes import Channel, HoldReason, Kind, State, Urgency
from desk.tickets.ledger.outcome import folded

_Table = tuple[tuple[str, StrEnum], ...]

_KINDS: Final[_Table] = (
    ("报修|维修|故障|repair|maintenance", Kind.REPAIR),
    ("投诉|complaint", Kind.COMPLAINT),
    ("咨询|查询|询问|inquiry|enquiry|question", Kind.INQUIRY),
    ("建议|意见|suggestion", Kind.SUGGESTION),
    ("表扬|感谢|praise|compliment", Kind.PRAISE),
    ("服务|求助|帮助|service|request", Kind.SERVICE),
)
_URGENCIES: Final[_Table] = (
    ("^(?:特急|危急|紧急报警|critical|emergency|p0)", Urgency.CRITICAL),
    ("^(?:不急|不紧急|低|计划|缓|planned|low|p?4$|p3$)", Urgency.PLANNED),
    ("^(?:一般|普通|正常|中|常规|normal|medium|p?3$|p2$|否$)", Urgency.NORMAL),
    ("急|高|是$|urgent|high|^p?[12]$", Urgency.URGENT),
)
_CHANNELS: Final[_Table] = (
    ("微信|群|公众号|小程序|wechat", Channel.WECHAT),
    ("app|网|页|在线|online|web|page|portal", Channel.PAGE),
    ("前台|到访|来访|上门|当面|现场|窗口|口头|counter|walk|desk|person", Channel.COUNTER),
    ("巡|自查|检查|patrol|inspection", Channel.PATROL),
    ("电话|来电|致电|热线|座机|phone|call|tel", Channel.PHONE),
)
_STATES: Final[_Table] = (
    ("取消|作废|撤|无效|cancel|void", State.CANCELLED),
    ("并入|合并|重复|merged|duplicate", State.MERGED),
    ("待回访|tovisit", State.TO_VISIT),
    ("暂停|挂起|待料|搁置|onhold|hold|paused", State.HOLD),
    ("未(?:完|处|办|结|关|解|修)|notdone|unfinished|unresolved|incomplete", State.RECEIVED),
    ("关闭|办结|已?结[单案束]|完结|已?回访|归档|closed", State.CLOSED),
    (
        "(?<!待)完成|(?<!待)完工|已处理|已修|已解决|已维修|done|finished|completed|resolved|fixed",
        State.DONE,
    ),
    ("已?到场|上门中|维修中|处理中|施工中|进行中|arrived|inprogress|ongoing", State.ARRIVED),
    ("已?接单|accepted|acknowledged", State.ACCEPTED),
    ("(?<!待)派[单工]|^已派|dispatched|assigned", State.DISPATCHED),
    ("待派|待受理|待处理|新建|已受理|已登记|待接单|received|new|open|pending", State.RECEIVED),
)
_HOLDS: Final[_Table] = (
    ("料|货|配件|采购|下单|零件|主板|停产|part|stock|order", HoldReason.PARTS),
    (
        "开发商|保修|施工|维保|电梯公司|厂家|售后|外委|第三方|维修资金|维修基金|报批|审批|业委会|表决"
        "|供电|自来水|燃气公司|contractor|developer|warranty",
        HoldReason.CONTRACTOR,
    ),
    ("雨|晴|天气|台风|weather|rain", HoldReason.WEATHER),
    (
        "业主不在|不在家|没人|无人|联系不[上到]|约|改天|改到|改期|不接|没打通|打不通|钥匙|周[一二三四五六日]"
        "|考虑|嫌贵|不同意|没同意|报价|不配合|away|home|answer",
        HoldReason.AWAY,
    ),
)


def kind(text: str) -> Kind | None:
    """Return what sort of ticket a word says, None where it says none of ours."""
    found = _found(text, "kind")
    return Kind(found) if found else None


def urgency(text: str) -> Urgency | None:
    """Return the urgency a word or a figure (1 is highest) says; nothing rings of a figure."""
    found = _found(text, "urgency")
    return Urgency(found) if found else None


def channel(text: str) -> Channel | None:
    """Return the way a report came in."""
    found = _found(text, "channel")
    return Channel(found) if found else None


def state(text: str) -> State | None:
    """Return the state a word says."""
    found = _found(text, "state")
    return State(found) if found else None


def hold_reason(text: str) -> HoldReason | None:
    """Return which of our reasons to wait is nearest to what was written; None for none."""
    found = _found(text, "hold")
    return HoldReason(found) if found else None


_TABLES: Final[Mapping[str, _Table]] = {
    "kind": _KINDS,
    "urgency": _URGENCIES,
    "channel": _CHANNELS,
    "state": _STATES,
    "hold": _HOLDS,
}


@lru_cache(maxsize=4096)
def _found(text: str, table: str) -> str | None:
    clean = re.sub(r"\s+", "", folded(text))
    if not clean:
        return None
    return next((code for words, code in _TABLES[table] if re.search(words, clean)), None)
