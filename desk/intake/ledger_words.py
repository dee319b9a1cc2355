"""What the words of a ledger mean in codes: its own columns first, else what was reported."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from desk.centre import meanings
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.codes import Channel, Family, HoldReason, Kind, State, Urgency
from desk.language.many import ManyReader, alike
from desk.language.normal import fold
from desk.language.reading import Reading
from desk.language.rules import rules
from desk.tickets.ledger.read import ReadTicket

Code = TypeVar("Code", bound=StrEnum)

#: What an office writes for a code; the first that stands in a cell is meant, the code itself too.
_KINDS: Final[dict[str, Kind]] = {
    "投诉": Kind.COMPLAINT,
    "表扬": Kind.PRAISE,
    "感谢": Kind.PRAISE,
    "建议": Kind.SUGGESTION,
    "咨询": Kind.INQUIRY,
    "问询": Kind.INQUIRY,
    "查询": Kind.INQUIRY,
    "服务": Kind.SERVICE,
    "求助": Kind.SERVICE,
    "报修": Kind.REPAIR,
    "维修": Kind.REPAIR,
    "修": Kind.REPAIR,
}
_URGENCIES: Final[dict[str, Urgency]] = {
    "特急": Urgency.CRITICAL,
    "非常紧急": Urgency.CRITICAL,
    "特别紧急": Urgency.CRITICAL,
    "不急": Urgency.PLANNED,
    "不紧急": Urgency.NORMAL,
    "紧急": Urgency.URGENT,
    "加急": Urgency.URGENT,
    "计划": Urgency.PLANNED,
    "低": Urgency.PLANNED,
    "高": Urgency.URGENT,
    "急": Urgency.URGENT,
    "一般": Urgency.NORMAL,
    "普通": Urgency.NORMAL,
    "正常": Urgency.NORMAL,
    "中": Urgency.NORMAL,
    "high": Urgency.URGENT,
    "medium": Urgency.NORMAL,
    "low": Urgency.PLANNED,
}
_CHANNELS: Final[dict[str, Channel]] = {
    "微信": Channel.WECHAT,
    "wechat": Channel.WECHAT,
    "app": Channel.PAGE,
    "小程序": Channel.PAGE,
    "公众号": Channel.PAGE,
    "网": Channel.PAGE,
    "线上": Channel.PAGE,
    "巡": Channel.PATROL,
    "前台": Channel.COUNTER,
    "到访": Channel.COUNTER,
    "来访": Channel.COUNTER,
    "上门": Channel.COUNTER,
    "当面": Channel.COUNTER,
    "电话": Channel.PHONE,
    "来电": Channel.PHONE,
}
_HOLDS: Final[dict[str, HoldReason]] = {
    "不在": HoldReason.AWAY,
    "没人": HoldReason.AWAY,
    "无人": HoldReason.AWAY,
    "联系不": HoldReason.AWAY,
    "打不通": HoldReason.AWAY,
    "不接": HoldReason.AWAY,
    "约": HoldReason.AWAY,
    "待料": HoldReason.PARTS,
    "缺": HoldReason.PARTS,
    "没货": HoldReason.PARTS,
    "无货": HoldReason.PARTS,
    "配件": HoldReason.PARTS,
    "材料": HoldReason.PARTS,
    "下单": HoldReason.PARTS,
    "订": HoldReason.PARTS,
    "购": HoldReason.PARTS,
    "开发商": HoldReason.CONTRACTOR,
    "保修": HoldReason.CONTRACTOR,
    "厂": HoldReason.CONTRACTOR,
    "施工": HoldReason.CONTRACTOR,
    "外委": HoldReason.CONTRACTOR,
    "外协": HoldReason.CONTRACTOR,
    "维保": HoldReason.CONTRACTOR,
    "第三方": HoldReason.CONTRACTOR,
    "雨": HoldReason.WEATHER,
    "天气": HoldReason.WEATHER,
    "天晴": HoldReason.WEATHER,
    "风": HoldReason.WEATHER,
    "冻": HoldReason.WEATHER,
    "not home": HoldReason.AWAY,
    "away": HoldReason.AWAY,
    "part": HoldReason.PARTS,
    "contractor": HoldReason.CONTRACTOR,
    "warranty": HoldReason.CONTRACTOR,
    "weather": HoldReason.WEATHER,
    "rain": HoldReason.WEATHER,
}
_CANCELLED: Final = ("取消", "作废", "撤销", "撤单", "cancelled", "canceled")
#: Stands before what was reported in a home, so that it is read as a call from there is.
_HOME: Final = "1-1-101"


class Judged(NamedTuple):
    """What sort of ticket a row is."""

    kind: Kind
    category: int | None
    family: Family | None
    urgency: Urgency


class Judge:
    """Reads rows in one centre's codes; keeps what it has read, for a ledger repeats itself."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._reader = ManyReader()
        self._named = _named(centre.categories)
        self._questions = rules().questions
        self._judged: dict[tuple[Kind | None, Urgency | None, str], Judged] = {}
        self._codes: dict[tuple[object, str], StrEnum | None] = {}

    def judge(self, ticket: ReadTicket, *, at_home: bool) -> Judged:
        """Return what a row's columns say it is, and what they leave open by its words."""
        kind = self._said(Kind, _KINDS, ticket.kind)
        urgency = self._said(Urgency, _URGENCIES, ticket.urgency)
        named = self._category_named(ticket.category, kind)
        if named is not None:
            kind = kind or named.form.kind
            if urgency is None:
                urgency = named.form.urgency if named.form.kind is kind else Urgency.NORMAL
            return Judged(kind, named.id, named.form.family, urgency)
        where = _HOME if at_home else ticket.place
        told = alike(f"{where} {ticket.category} {ticket.text}")
        key = (kind, urgency, told)
        judged = self._judged.get(key)
        if judged is None:
            judged = self._judged[key] = self._by_words(kind, urgency, told)
        return judged

    def _by_words(self, kind: Kind | None, urgency: Urgency | None, told: str) -> Judged:
        reading = self._reader.read(told)
        kind = kind or self._kind(reading, told)
        category = meanings.category_of(self._centre, reading, kind)
        if urgency is None:
            urgency = meanings.urgency_of(category, reading, kind)
        said = reading.family.value if reading.family is not None else None
        family = category.form.family if category is not None else said
        return Judged(kind, category.id if category is not None else None, family, urgency)

    def _kind(self, reading: Reading, told: str) -> Kind:
        """Return what sort words mean; in a ledger of repairs who asks nothing wants one."""
        kind = reading.kind.value
        if kind is Kind.INQUIRY and not any(word in told for word in self._questions):
            return Kind.REPAIR
        return kind

    def channel(self, ticket: ReadTicket) -> Channel:
        """Return how a row says it reached the desk; by telephone where it does not say."""
        return self._said(Channel, _CHANNELS, ticket.channel) or Channel.PHONE

    def hold(self, ticket: ReadTicket) -> HoldReason | None:
        """Return why a row says that it waits, None where it does not or says something else."""
        return self._said(HoldReason, _HOLDS, ticket.hold_reason)

    def ended(self, ticket: ReadTicket) -> State:
        """Return how a row that is over ended: cancelled where its state says so, else closed."""
        cancelled = any(word in ticket.state.lower() for word in _CANCELLED)
        return State.CANCELLED if cancelled else State.CLOSED

    def _said(self, codes: type[Code], words: dict[str, Code], text: str) -> Code | None:
        if not text:
            return None
        key = (codes, text)
        if key not in self._codes:
            folded = fold(text).text.strip()
            exact = next((code for code in codes if str(code) == folded), None)
            named = (code for word, code in words.items() if word in folded)
            self._codes[key] = exact or next(named, None)
        return self._codes[key]  # type: ignore[return-value]

    def _category_named(self, text: str, kind: Kind | None) -> CategoryRow | None:
        rows = self._named.get(text.strip().lower(), ()) if text else ()
        of_kind = (row for row in rows if kind is None or row.form.kind is kind)
        return next(of_kind, rows[0] if rows else None)


def _named(rows: tuple[CategoryRow, ...]) -> dict[str, list[CategoryRow]]:
    named: dict[str, list[CategoryRow]] = {}
    for row in rows:
        form = row.form
        for name in (form.name, form.english, f"{form.scope}/{form.name}"):
            if name:
                named.setdefault(name.lower(), []).append(row)
    return named
