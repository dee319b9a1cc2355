"""Looks again at the columns of a ledger whose heads are nobody's usual words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desk.sheets.book import Value
from desk.sheets.cells import plain
from desk.sheets.columns import Column, Columns
from desk.tickets.ledger import contents
from desk.tickets.ledger.buildings import buildings_beside

#: What a longer head names within it, and what must be missing for that to count.
_NAMED: Final = (
    (
        "hold",
        re.compile(
            r"未.{1,4}原因|(?<!报修)(?<!故障)(?<!投诉)(?<!维修)(?<!损坏)原因$|遗留问题|(?:延期|挂起|暂停|等待|滞留|搁置|遗留)的?(?:原因|说明)"
        ),
        {"hold"},
    ),
    (
        "text",
        re.compile(
            r"内容|描述|事项|故障|现象|诉求|需求|事由|问题|issue|descri|problem", re.IGNORECASE
        ),
        {"text"},
    ),
    (
        "result",
        re.compile(r"结果|完成|处理情况|维修情况|办理|outcome|result", re.IGNORECASE),
        {"done", "result"},
    ),
)
#: Times of something else than the report; which of them are when it was done.
_OTHER_TIME: Final = re.compile(
    "完|修好|处理|维修|派|到|回访|结束|响应|约|上门|离开|开始|开工|销|恢复|关|期限|时限|截止|计划"
)
#: When it was reported, as longer heads name it.
_REPORT_TIME: Final = re.compile(
    "(?:报|来电|投诉|反映|诉求|登记|受理|接|发现|检查|巡|发生|故障|提出|提交|申请|建单|创建|咨询).{0,4}(?:日期|时间)"
)
#: A question that is answered by done or not, and those that never are.
_IS_DONE: Final = re.compile(
    "^(?:是否|有无|有没有)?.*(?:完|修|闭环|整改|办|结|解决|处理|恢复|销|到位|落实|好)"
)
_ASKS: Final = re.compile("^(?:是否|有没有|有无|(.)没\\1)|[修完好成]没有?$|与否$")
_IS_ELSE: Final = re.compile(
    "超时|困人|收费|满意|紧急|回单|返修|有偿|质保|保修|收取|公共|逾期|及时|需"
)
_END: Final = re.compile("完|修好|修完|处理|结|办|恢复|销|done|finish|clos|complet", re.IGNORECASE)
#: Whose name it is that did the work.
_WORKER: Final = re.compile("责任|负责|师傅|维修|处理|经办|派|修理|施工|谁修|谁去|班组")
#: Who only looked at what others did.
_CHECKER: Final = re.compile(
    "复[查核检]|审[核批]|验收|回访|签[字名]|确认|值班|登记|记录|受理|接[待听报线]|填[表写]|录入"
)
#: What was only meant to be: 预计完成, 要求完成时间.
_PLANNED: Final = re.compile("^(?:预计|计划|要求|应|拟|承诺|约定)|期限$|时限$")
#: Whom it was given to: 门窗厂家 under 维修单位 is no reason to wait.
_SENT_TO: Final = re.compile("(?:单位|公司|部门|厂家|班组|人员?)$")
_WHEN: Final = re.compile("时间$|日期$|时限$")
_ENOUGH: Final = 0.6
#: Words in so many cells are enough where nothing else can be the reports.
_FEW: Final = 0.3
_HAN: Final = re.compile("[一-鿿]{3}")

At = dict[str, list[int]]


def look_again(columns: Columns, at: At, samples: Mapping[int, Sequence[Value]]) -> None:
    """Correct in place which columns are what; those chosen by hand stay as they are.

    Args:
        columns: the columns as they were understood by their heads first.
        at: the indexes of the columns of each field.
        samples: what stands in each column, from the first rows.
    """
    free = [one for one in columns.columns if one.index not in columns.chosen]
    for column in free:
        _correct(column, at)
        _by_part(column, at)
    _days_under_time(at, samples, columns.chosen)
    _callers(free, at, samples)
    if "text" not in at:
        _longest_text(free, at, samples)
    text = at["text"][0] if "text" in at else 0
    for column in free:
        if _field(column, at) is None and not _ASKS.search(column.head):
            values = samples.get(column.index, ())
            key = _by_content(column, values, at, behind=column.index > text)
            if key is not None:
                at[key] = [column.index]
    buildings_beside(free, at, samples)
    if "note" not in at:
        _last_words(free, at, samples)


def _field(column: Column, at: At) -> str | None:
    return next((key for key, found in at.items() if column.index in found), None)


def _drop(column: Column, at: At) -> None:
    key = _field(column, at)
    if key is not None:
        at[key] = [one for one in at[key] if one != column.index]
        if not at[key]:
            del at[key]


def _correct(column: Column, at: At) -> None:
    """Take back what only the end of a head said: 修好日期 is not when it was reported."""
    key = _field(column, at)
    told = _OTHER_TIME.search(column.head) and not _REPORT_TIME.search(column.head)
    if key in ("time", "reported") and told:
        _drop(column, at)
    elif key == "name" and _WORKER.search(column.head):
        _drop(column, at)
        at.setdefault("handler", []).append(column.index)
    elif key in ("done", "result", "finished", "finished_time") and _PLANNED.search(column.head):
        _drop(column, at)
        at.setdefault("other", []).append(column.index)
    elif key in ("done", "result") and _SENT_TO.search(column.head):
        _drop(column, at)
        at.setdefault("handler", []).append(column.index)
    elif key in ("done", "result") and _WHEN.search(column.head):
        _drop(column, at)
    elif key == "name" and _CHECKER.search(column.head):
        _drop(column, at)
        at.setdefault("other", []).append(column.index)


def _by_part(column: Column, at: At) -> None:
    """Give a column what its longer head names: 报修内容及位置, 维修结果及业主签字."""
    if not column.head or _field(column, at) not in (None, "other", "satisfaction", "note"):
        return
    if _ASKS.search(column.head):
        if _IS_DONE.search(column.head) and not _IS_ELSE.search(column.head):
            _drop(column, at)
            # What only looked like an outcome tells more about it.
            if looked := at.pop("done", []):
                at.setdefault("result", []).extend(looked)
            at["done"] = [column.index]
        return
    for key, named, instead in _NAMED:
        if named.search(column.head) and not at.keys() & instead:
            _drop(column, at)
            at[key] = [column.index]
            return


def _days_under_time(at: At, samples: Mapping[int, Sequence[Value]], chosen: Sequence[int]) -> None:
    """Take 报修时间 for the day where it says days and no other column does."""
    if "time" in at and "reported" not in at and at["time"][0] not in chosen:
        values = [value for value in samples.get(at["time"][0], ()) if value is not None]
        if contents.days(values) > contents.clocks(values):
            at["reported"] = at.pop("time")


def _callers(free: Sequence[Column], at: At, samples: Mapping[int, Sequence[Value]]) -> None:
    """Tell callers from the few who come again and again, where no head tells them."""
    told = {
        column.index: len(set(values))
        for column in free
        if not column.head and (values := [one for one in samples.get(column.index, ()) if one])
        if contents.names(values) >= _ENOUGH and _field(column, at) in (None, "name", "handler")
    }
    if len(told) < 2 or "name" not in at or at["name"][0] not in told:
        return
    most = max(told, key=lambda one: told[one])
    others = [one for one in told if one != most]
    at["name"] = [most]
    at["handler"] = [*(one for one in at.get("handler", []) if one not in told), *others]


def _longest_text(free: Sequence[Column], at: At, samples: Mapping[int, Sequence[Value]]) -> None:
    """Take for the reports what looks most like somebody's words, where no head says it."""
    worth = {
        column: contents.texts(samples.get(column.index, ()))
        for column in free
        if _field(column, at) in (None, "note", "other")
        and column.index in samples
        and not _is_where(samples[column.index])
    }
    best = max(worth, key=lambda one: worth[one], default=None)
    # The words of a remark are long too, but few rows have one.
    if best is not None and worth[best] >= _ENOUGH and _filled(samples[best.index]) >= 0.8:
        _drop(best, at)
        at["text"] = [best.index]
    elif not any(one.head for one in free):
        _shorter_text(free, at, samples)


def _shorter_text(free: Sequence[Column], at: At, samples: Mapping[int, Sequence[Value]]) -> None:
    """Take for the reports the words that are neither names, places, outcomes nor always alike."""
    worth = {}
    for column in free:
        values = [value for value in samples.get(column.index, ()) if value is not None]
        told = [value for value in values if _HAN.search(plain(value))]
        others = (contents.names, contents.rooms, contents.outcomes, contents.days, contents.phones)
        if 2 * len(told) > len(values) > 2 and not any(one(values) >= _ENOUGH for one in others):
            worth[column] = contents.texts(values)
    best = max(worth, key=lambda one: worth[one], default=None)
    if best is not None and worth[best] >= _FEW and _filled(samples[best.index]) >= 0.8:
        _drop(best, at)
        at["text"] = [best.index]


def _by_content(column: Column, values: Sequence[Value], at: At, *, behind: bool) -> str | None:
    """Return what a column is by what stands in it, as far as that is still missing."""
    filled = [value for value in values if value is not None]
    if len(filled) < 2 and not (filled and _WHEN.search(column.head)):
        return None
    if contents.days(filled) >= _ENOUGH:
        ended = bool(_END.search(column.head)) or (behind and "reported" in at)
        key = "finished" if ended else "reported"
        return key if key not in at else None
    tests: tuple[tuple[str, Callable[[Sequence[Value]], float], set[str]], ...] = (
        ("time", contents.clocks, {"time"} if not behind else {"time", "text"}),
        ("phone", contents.phones, {"phone", "contact"}),
        ("contact", _people, {"name", "contact"} if not behind else {"name", "contact", "text"}),
        ("place", contents.rooms, {"place", "door"}),
        ("done", contents.outcomes, {"done", "result"}),
        ("handler" if behind else "name", contents.names, {"handler" if behind else "name"}),
    )
    for key, fits, instead in tests:
        if not at.keys() & instead and fits(filled) >= _ENOUGH:
            return key
    return None


def _is_where(values: Sequence[Value]) -> bool:
    """Tell whether cells are no longer than a place, and look like one."""
    texts = [plain(value) for value in values if value is not None]
    return sum(map(len, texts)) < 15 * len(texts) and contents.rooms(texts) >= 0.8


def _people(values: Sequence[Value]) -> float:
    """Tell how much cells look like names, most with a number beside them, some without."""
    numbered = contents.contacts(values)
    return numbered + contents.names(values) if numbered > 0.2 else 0.0


def _last_words(free: Sequence[Column], at: At, samples: Mapping[int, Sequence[Value]]) -> None:
    """Keep the words behind everything else, under whatever head, as remarks."""
    for column in reversed(free):
        values = [value for value in samples.get(column.index, ()) if isinstance(value, str)]
        if column.head and values and _field(column, at) is None and not _WHEN.search(column.head):
            at["note"] = [column.index]
            return


def _filled(values: Sequence[Value]) -> float:
    return sum(value is not None for value in values) / len(values) if values else 0.0
