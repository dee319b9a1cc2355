"""How much a head looks like the names of the things a column may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060-\u2069\ufeff*:_.。·、-]+")
_BRACKETS = re.compile(r"[(\[{<【〔《「][^()\[\]{}<>【】〔〕《》「」]*[)\]}>】〕》」]")
#: Between the names of several things in one column.
_AND = re.compile(r"[/、,+&\\]|和|及")
_LONGEST = 60
#: What says nothing at the end of a head.
_EMPTY_ENDS = re.compile(r"(?:信息|情况|资料|一栏|栏|\d)$")
#: What is left of a head in two languages, 租客 Tenant, or with a unit behind it, 面积m2.
_LATIN = re.compile(r"[a-z][a-z0-9/&']*")
#: 3. and Q3: before the questions of a form.
_COUNTED = re.compile(r"\s*(?:[(（]\d{1,2}[)）]|[Qq]?\d{1,2} ?[.．、:：)）]|[①-⑳]) ?(?=[^\d\s])")
#: An example behind what is asked for: 房号,如3-2-501; 如 alone may be a word of its own.
_EXAMPLE = re.compile(
    r"(?<=[^\s\d])(?:[\s,，;；。:：(（\[【—-]+(?:例如|比如|譬如|示例|举例|样例|格式|如|例|请按)"
    r"|例如|比如|譬如|示例|格式[:：]|例[:：]|例(?=\d)|如[:：]?(?=[\d“\"「])).*",
    re.DOTALL,
)
_ASKED_FOR = re.compile(
    r"[,，;；(（\[【]?(?:必填|选填|必答|选答|必选|可不填|可选|单选题?|多选题?|填空题?|没有可不填|没有不填|没有填无)"
    r"[)）\]】]?$"
)
#: How a form asks politely.
_POLITE = re.compile(
    r"(?:请您?|麻烦您?)?(?:填写|输入|填入|填|选择|留下|留|提供|登记)?(?:一下)?(?:[您你]家?的?|贵)?"
)
_MAY_COUNT = frozenset("0123456789(（Qq①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_ASKING_END = re.compile(r"(?:是什么|是多少|是哪里|是[哪几]个?|是|为)?[?？]?$")


#: The traditional forms that stand in heads.
_SIMPLE = str.maketrans(
    "樓棟號單戶業電話聯絡備註積築時間類產權稱機層門屬員區狀態車處報維結內記錄題問無歸納況資訊姓繫"
    "係詳細實際負責開發費編輯據數額遷儲項紀現續進後過聲請裝壞點幾誰來師傅別覆辦預約價",
    "楼栋号单户业电话联络备注积筑时间类产权称机层门属员区状态车处报维结内记录题问无归纳况资讯姓系"
    "系详细实际负责开发费编辑据数额迁储项纪现续进后过声请装坏点几谁来师傅别复办预约价",
)


def fold_head(text: str) -> str:
    """Return a head as heads are compared: half width, simplified, no blanks: 姓 名 -> 姓名."""
    text = unicodedata.normalize("NFKC", text).lower().replace("#", "号")
    return _BLANKS.sub("", text).translate(_SIMPLE)


def plain_head(text: str) -> str:
    """Return a head without what a form adds: 3.楼栋房号,如3-2-501(必填) -> 楼栋房号."""
    bare = _COUNTED.sub("", text, count=1) if text[:5].strip()[:1] in _MAY_COUNT else text
    if len(bare) > 3:
        bare = _ASKED_FOR.sub("", _EXAMPLE.sub("", _ASKED_FOR.sub("", bare.rstrip(" *"))))
    return bare.strip() or text


def without_brackets(head: str) -> str:
    """Return a folded head without units and remarks in brackets: 面积(㎡) -> 面积."""
    return _BRACKETS.sub("", head) or head


class HeadNames:
    """The names of some fields, and how well a head fits each; a head is looked at once."""

    def __init__(self, fields: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._exact: dict[str, list[str]] = {}
        self._known: dict[str, dict[str, float]] = {}
        for key, heads in fields:
            for head in heads:
                self._exact.setdefault(fold_head(head), []).append(key)
        parts = [name for name in self._exact if len(name) > (3 if name.isascii() else 1)]
        self._parts = {name: order for order, name in enumerate(parts)}
        self._longest = max(map(len, parts), default=0)

    def exact(self, head: str) -> set[str]:
        """Return the fields whose very name a head is; cheap enough for every cell of a sheet."""
        return set(self._exactly(fold_head(head))) if len(head) <= _LONGEST else set()

    def scores(self, head: str) -> dict[str, float]:
        """Return how much a head looks like each field (0 to 1); fields it is not are left out."""
        if head not in self._known:
            bare = plain_head(head) if len(head) <= 2 * _LONGEST else head
            self._known[head] = self._scores(fold_head(bare)) if len(bare) <= _LONGEST else {}
        return self._known[head]

    def best(self, head: str) -> float:
        """Return how much a head looks like the field it looks most like."""
        return max(self.scores(head).values(), default=0.0)

    def _scores(self, head: str) -> dict[str, float]:
        found = self._exactly(head)
        bare = without_brackets(head)
        if not found and (joined := _AND.sub("及", bare)) != bare:
            found = dict.fromkeys(self._exact.get(joined, ()), 0.94)
        if not found and len(parts := _AND.split(bare)) > 1:
            known = [self._exact.get(part, []) for part in parts]
            if all(known):
                # 栋号/单元/房号: the last says most; what stands below decides.
                found = {key: 0.8 for keys in known[:-1] for key in keys}
                found |= dict.fromkeys(known[-1], 0.9)
        if not found and head:
            for name in self._parts_in(bare, head):
                worth = max(_inside(name, bare), 0.8 * _inside(name, head))
                for key in self._exact[name]:
                    found[key] = max(found.get(key, 0.0), worth)
        return found

    def _exactly(self, head: str) -> dict[str, float]:
        """Return the fields that a folded head names alone, give or take what says nothing."""
        found: dict[str, float] = {}
        bare = without_brackets(head)
        for worth, text in ((1.0, head), (0.97, bare), (0.94, _EMPTY_ENDS.sub("", bare))):
            for key in self._exact.get(text, ()):
                found.setdefault(key, worth)
        asked = _ASKING_END.sub("", _POLITE.sub("", bare, count=1))
        if not found and asked != bare:
            for text in (asked, _EMPTY_ENDS.sub("", asked).replace("的", "")):
                for key in self._exact.get(text, ()):
                    found.setdefault(key, 0.94)
        if not found and (half := _LATIN.sub("", bare)) != bare:
            for key in self._exact.get(_EMPTY_ENDS.sub("", half), ()):
                found.setdefault(key, 0.95)
        return found

    def _parts_in(self, *heads: str) -> list[str]:
        """Return the names that stand within heads: there are thousands, and heads are short."""
        found = {
            part
            for head in heads
            for start in range(len(head) - 1)
            for end in range(start + 2, min(start + self._longest, len(head)) + 1)
            if (part := head[start:end]) in self._parts
        }
        return sorted(found, key=self._parts.__getitem__)


def _inside(name: str, head: str) -> float:
    """Return how much a name within a head says; what stands last is what a head is about."""
    at = head.rfind(name)
    if at < 0:
        return 0.0
    share = len(name) / len(head)
    if at + len(name) == len(head):
        return 0.55 + 0.35 * share
    return (0.35 if at == 0 else 0.3) + 0.3 * share
