"""The words of the trade as stored codes (the glossary and states of the domain).

Every code is stored and exchanged as its string value and never renamed; what people read
for a code is in ``desk.words.terms``.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of ticket it is."""

    REPAIR = "repair"
    COMPLAINT = "complaint"
    INQUIRY = "inquiry"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    SERVICE = "service"


NUMBER_PREFIX: dict[Kind, str] = {
    Kind.REPAIR: "WX",
    Kind.COMPLAINT: "TS",
    Kind.INQUIRY: "ZX",
    Kind.SUGGESTION: "JY",
    Kind.PRAISE: "BY",
    Kind.SERVICE: "FW",
}


class Urgency(StrEnum):
    """Which clocks run; only ``CRITICAL`` (somebody may be hurt) rings."""

    CRITICAL = "critical"
    URGENT = "urgent"
    NORMAL = "normal"
    PLANNED = "planned"


class State(StrEnum):
    """Where a ticket stands in its life."""

    RECEIVED = "received"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    ARRIVED = "arrived"
    HOLD = "hold"
    DONE = "done"
    TO_VISIT = "to_visit"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"


#: States in which somebody still has to do something; they stand in the queue.
OPEN_STATES: frozenset[State] = frozenset(
    {
        State.RECEIVED,
        State.DISPATCHED,
        State.ACCEPTED,
        State.ARRIVED,
        State.HOLD,
        State.DONE,
        State.TO_VISIT,
    }
)


class HoldReason(StrEnum):
    """Why the finish clock stands still."""

    PARTS = "parts"
    AWAY = "away"
    CONTRACTOR = "contractor"
    WEATHER = "weather"


class Channel(StrEnum):
    """How a call or ticket reached the desk."""

    PHONE = "phone"
    COUNTER = "counter"
    WECHAT = "wechat"
    PAGE = "page"
    PATROL = "patrol"


class Outcome(StrEnum):
    """How a call ended."""

    ARTICLE = "article"
    TICKET = "ticket"
    CHASED = "chased"
    NONE = "none"


class Role(StrEnum):
    """What a member of staff may do."""

    RECEPTIONIST = "receptionist"
    SUPERVISOR = "supervisor"


class Relation(StrEnum):
    """What a resident is to a room."""

    OWNER = "owner"
    TENANT = "tenant"
    FAMILY = "family"


class RoomKind(StrEnum):
    """What a room is; villas, shops and garages have no unit."""

    FLAT = "flat"
    VILLA = "villa"
    SHOP = "shop"
    GARAGE = "garage"


class ClockRun(StrEnum):
    """Which seconds count towards a deadline."""

    SERVICE = "service"
    ROUND = "round"


class Due(StrEnum):
    """Which of a ticket's clocks ``due_at`` belongs to."""

    RESPOND = "respond"
    ARRIVE = "arrive"
    FINISH = "finish"
    LOOK_AGAIN = "look_again"
    VISIT = "visit"
    NONE = "none"


class Family(StrEnum):
    """What a report is about, across the tree of categories (domain: ``Category.family``)."""

    LEAK = "漏水"
    DRAIN = "下水堵塞"
    WATER = "供水"
    POWER = "供电"
    GAS = "燃气"
    HEATING = "供暖"
    LIFT = "电梯"
    PUBLIC_LIGHT = "公共照明"
    ACCESS = "门禁对讲"
    FIRE = "消防安全"
    FACILITY = "设施损坏"
    INDOOR = "入户维修"
    NETWORK = "网络"
    NOISE = "噪音"
    ILLEGAL_WORKS = "违规装修"
    PET = "宠物"
    PARKING = "停车秩序"
    E_BIKE = "电动车"
    THROWN = "高空抛物"
    CLEANING = "环境卫生"
    GREEN = "绿化"
    SECURITY = "治安"
    ATTITUDE = "服务投诉"
    FEES = "收费争议"
    PARCEL = "快递"
    HELP = "紧急求助"


class Topic(StrEnum):
    """What a committed write touched; also the kind of a journal entry's subject."""

    TICKETS = "ticket"
    CALLS = "call"
    RESIDENTS = "resident"
    ROOMS = "room"
    ARTICLES = "article"
    CREWS = "crew"
    STAFF = "staff"
    SETTINGS = "setting"
    COMMUNITIES = "community"
    CATEGORIES = "category"
    LEXICON = "lexicon"
