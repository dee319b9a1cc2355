"""The names of the codes of the trade, as people read them (domain: glossary and states).

A name stands alone: on a chip, in a column, on a slip, after a colon. Where English needs it in
the middle of a sentence, ``within`` takes the capital off. Every name has the context of its enum,
because one English word is several Chinese ones (Done 已完成, the button Done 完成).

Each function takes the code or its stored string and raises ``ValueError`` for anything else.
"""

from __future__ import annotations

from desk.codes import (
    Channel,
    ClockRun,
    Due,
    Family,
    HoldReason,
    Kind,
    Outcome,
    Relation,
    Role,
    RoomKind,
    State,
    Topic,
    Urgency,
)
from desk.words.catalogue import Words, mark_in

Term = tuple[str, str]

KINDS: dict[Kind, Term] = {
    Kind.REPAIR: mark_in("kind", "Repair"),
    Kind.COMPLAINT: mark_in("kind", "Complaint"),
    Kind.INQUIRY: mark_in("kind", "Inquiry"),
    Kind.SUGGESTION: mark_in("kind", "Suggestion"),
    Kind.PRAISE: mark_in("kind", "Praise"),
    Kind.SERVICE: mark_in("kind", "Service"),
}

URGENCIES: dict[Urgency, Term] = {
    Urgency.CRITICAL: mark_in("urgency", "Critical"),
    Urgency.URGENT: mark_in("urgency", "Urgent"),
    Urgency.NORMAL: mark_in("urgency", "Normal"),
    Urgency.PLANNED: mark_in("urgency", "Planned"),
}

STATES: dict[State, Term] = {
    State.RECEIVED: mark_in("state", "Received"),
    State.DISPATCHED: mark_in("state", "Dispatched"),
    State.ACCEPTED: mark_in("state", "Accepted"),
    State.ARRIVED: mark_in("state", "Arrived"),
    State.HOLD: mark_in("state", "On hold"),
    State.DONE: mark_in("state", "Done"),
    State.TO_VISIT: mark_in("state", "To visit"),
    State.CLOSED: mark_in("state", "Closed"),
    State.CANCELLED: mark_in("state", "Cancelled"),
    State.MERGED: mark_in("state", "Merged"),
}

HOLD_REASONS: dict[HoldReason, Term] = {
    HoldReason.PARTS: mark_in("hold reason", "Parts"),
    HoldReason.AWAY: mark_in("hold reason", "Resident away"),
    HoldReason.CONTRACTOR: mark_in("hold reason", "Contractor"),
    HoldReason.WEATHER: mark_in("hold reason", "Weather"),
}

CHANNELS: dict[Channel, Term] = {
    Channel.PHONE: mark_in("channel", "Phone"),
    Channel.COUNTER: mark_in("channel", "Counter"),
    Channel.WECHAT: mark_in("channel", "WeChat"),
    Channel.PAGE: mark_in("channel", "Page"),
    Channel.PATROL: mark_in("channel", "Patrol"),
}

OUTCOMES: dict[Outcome, Term] = {
    Outcome.ARTICLE: mark_in("outcome", "Answered"),
    Outcome.TICKET: mark_in("outcome", "Ticket made"),
    Outcome.CHASED: mark_in("outcome", "Chased"),
    Outcome.NONE: mark_in("outcome", "Nothing to do"),
}

ROLES: dict[Role, Term] = {
    Role.RECEPTIONIST: mark_in("role", "Receptionist"),
    Role.SUPERVISOR: mark_in("role", "Supervisor"),
}

RELATIONS: dict[Relation, Term] = {
    Relation.OWNER: mark_in("relation", "Owner"),
    Relation.TENANT: mark_in("relation", "Tenant"),
    Relation.FAMILY: mark_in("relation", "Family"),
}

ROOM_KINDS: dict[RoomKind, Term] = {
    RoomKind.FLAT: mark_in("room kind", "Flat"),
    RoomKind.VILLA: mark_in("room kind", "Villa"),
    RoomKind.SHOP: mark_in("room kind", "Shop"),
    RoomKind.GARAGE: mark_in("room kind", "Garage"),
}

CLOCK_RUNS: dict[ClockRun, Term] = {
    ClockRun.SERVICE: mark_in("clock run", "Service hours"),
    ClockRun.ROUND: mark_in("clock run", "Day and night"),
}

DUE_CLOCKS: dict[Due, Term] = {
    Due.RESPOND: mark_in("due clock", "Respond by"),
    Due.ARRIVE: mark_in("due clock", "Arrive by"),
    Due.FINISH: mark_in("due clock", "Finish by"),
    Due.LOOK_AGAIN: mark_in("due clock", "Look again"),
    Due.VISIT: mark_in("due clock", "Return visit"),
    Due.NONE: mark_in("due clock", "No deadline"),
}

FAMILIES: dict[Family, Term] = {
    Family.LEAK: mark_in("family", "Water leak"),
    Family.DRAIN: mark_in("family", "Blocked drain"),
    Family.WATER: mark_in("family", "Water supply"),
    Family.POWER: mark_in("family", "Power supply"),
    Family.GAS: mark_in("family", "Gas"),
    Family.HEATING: mark_in("family", "Heating"),
    Family.LIFT: mark_in("family", "Lift"),
    Family.PUBLIC_LIGHT: mark_in("family", "Public lighting"),
    Family.ACCESS: mark_in("family", "Doors and intercom"),
    Family.FIRE: mark_in("family", "Fire safety"),
    Family.FACILITY: mark_in("family", "Damaged facility"),
    Family.INDOOR: mark_in("family", "Indoor repair"),
    Family.NETWORK: mark_in("family", "Network"),
    Family.NOISE: mark_in("family", "Noise"),
    Family.ILLEGAL_WORKS: mark_in("family", "Unauthorised works"),
    Family.PET: mark_in("family", "Pets"),
    Family.PARKING: mark_in("family", "Parking"),
    Family.E_BIKE: mark_in("family", "E-bikes"),
    Family.THROWN: mark_in("family", "Thrown objects"),
    Family.CLEANING: mark_in("family", "Cleaning"),
    Family.GREEN: mark_in("family", "Greenery"),
    Family.SECURITY: mark_in("family", "Security"),
    Family.ATTITUDE: mark_in("family", "Service complaint"),
    Family.FEES: mark_in("family", "Fee dispute"),
    Family.PARCEL: mark_in("family", "Parcels"),
    Family.HELP: mark_in("family", "Emergency help"),
}

TOPICS: dict[Topic, Term] = {
    Topic.TICKETS: mark_in("topic", "Ticket"),
    Topic.CALLS: mark_in("topic", "Call"),
    Topic.RESIDENTS: mark_in("topic", "Resident"),
    Topic.ROOMS: mark_in("topic", "Room"),
    Topic.ARTICLES: mark_in("topic", "Article"),
    Topic.CREWS: mark_in("topic", "Crew"),
    Topic.STAFF: mark_in("topic", "Staff"),
    Topic.SETTINGS: mark_in("topic", "Setting"),
    Topic.COMMUNITIES: mark_in("topic", "Community"),
    Topic.CATEGORIES: mark_in("topic", "Category"),
    Topic.LEXICON: mark_in("topic", "Words that mean the same"),
}


#: What a journal entry says was done (``desk.tickets.actions`` and every ``log``).
ACTIONS: dict[str, Term] = {
    "ticket.received": mark_in("action", "Received"),
    "ticket.dispatched": mark_in("action", "Dispatched"),
    "ticket.accepted": mark_in("action", "Accepted"),
    "ticket.arrived": mark_in("action", "Arrived"),
    "ticket.transferred": mark_in("action", "Transferred"),
    "ticket.turned_down": mark_in("action", "Turned down"),
    "ticket.held": mark_in("action", "Put on hold"),
    "ticket.resumed": mark_in("action", "Resumed"),
    "ticket.finished": mark_in("action", "Finished"),
    "ticket.visit_planned": mark_in("action", "Return visit planned"),
    "ticket.visited": mark_in("action", "Return visit made"),
    "ticket.closed": mark_in("action", "Closed"),
    "ticket.cancelled": mark_in("action", "Cancelled"),
    "ticket.merged": mark_in("action", "Merged into another ticket"),
    "ticket.absorbed": mark_in("action", "Took in another ticket"),
    "ticket.reopened": mark_in("action", "Reopened as a new ticket"),
    "ticket.chased": mark_in("action", "Chased"),
    "ticket.joined": mark_in("action", "Reported by another caller too"),
    "ticket.commented": mark_in("action", "Comment"),
    "ticket.appointed": mark_in("action", "Appointment set"),
    "ticket.edited": mark_in("action", "Edited"),
    "ticket.slip_printed": mark_in("action", "Slip printed"),
    "ticket.slip_returned": mark_in("action", "Slip returned"),
    "ticket.taken_back": mark_in("action", "Step undone"),
    "ticket.imported": mark_in("action", "From an old ledger"),
    "call.ended": mark_in("action", "Call logged"),
    "call.taken_back": mark_in("action", "Call taken back"),
    "concept.added": mark_in("action", "Words that mean the same added"),
    "concept.word_added": mark_in("action", "Word added"),
    "concept.edited": mark_in("action", "Words changed"),
    "concept.removed": mark_in("action", "Words removed"),
    "concept.restored": mark_in("action", "Words restored"),
    "article.added": mark_in("action", "Article added"),
    "article.edited": mark_in("action", "Article edited"),
    "article.retired": mark_in("action", "Article retired"),
    "resident.added": mark_in("action", "Resident added"),
    "resident.corrected": mark_in("action", "Resident corrected"),
    "resident.retired": mark_in("action", "Resident removed"),
    "resident.imported": mark_in("action", "Changed by an import"),
    "resident.put_back": mark_in("action", "Import taken back"),
    "room.imported": mark_in("action", "Changed by an import"),
    "room.put_back": mark_in("action", "Import taken back"),
    "room.retired": mark_in("action", "Room removed"),
    "import.tickets": mark_in("action", "Old tickets imported"),
    "import.knowledge": mark_in("action", "Library imported"),
    "import.roster": mark_in("action", "Rooms and residents imported"),
    "import.taken_back": mark_in("action", "Import taken back"),
    "room.added": mark_in("action", "Room added"),
    "room.noted": mark_in("action", "Note changed"),
    "room.described": mark_in("action", "Room details changed"),
    "community.edited": mark_in("action", "Community edited"),
    "community.rooms_added": mark_in("action", "Rooms added"),
    "article.brought_back": mark_in("action", "Article used again"),
    "category.added": mark_in("action", "Category added"),
    "category.all_added": mark_in("action", "Categories set up"),
    "category.edited": mark_in("action", "Category edited"),
    "category.moved": mark_in("action", "Category moved"),
    "category.removed": mark_in("action", "Category removed"),
    "community.added": mark_in("action", "Community added"),
    "crew.added": mark_in("action", "Crew added"),
    "crew.dissolved": mark_in("action", "Crew dissolved"),
    "crew.edited": mark_in("action", "Crew edited"),
    "crew.moved": mark_in("action", "Crew moved"),
    "crew.technician_added": mark_in("action", "Technician added"),
    "crew.technician_edited": mark_in("action", "Technician edited"),
    "crew.technician_left": mark_in("action", "Technician removed"),
    "setting.profile_changed": mark_in("action", "Centre changed"),
    "setting.calendar_changed": mark_in("action", "Calendar changed"),
    "setting.policy_changed": mark_in("action", "Deadlines changed"),
    "staff.added": mark_in("action", "Member of staff added"),
    "staff.deactivated": mark_in("action", "Member of staff removed"),
    "staff.edited": mark_in("action", "Member of staff edited"),
    "staff.pin_changed": mark_in("action", "PIN changed"),
    "staff.signed_in": mark_in("action", "Signed in"),
    "staff.wrong_pin": mark_in("action", "Wrong PIN"),
}


def kind(words: Words, code: str) -> str:
    """Name what sort of ticket it is: 报修."""
    return words.say_in(*KINDS[Kind(code)])


def urgency(words: Words, code: str) -> str:
    """Name an urgency: 特急."""
    return words.say_in(*URGENCIES[Urgency(code)])


def state(words: Words, code: str) -> str:
    """Name where a ticket stands: 待派."""
    return words.say_in(*STATES[State(code)])


def hold_reason(words: Words, code: str) -> str:
    """Name why a ticket is on hold: 待料."""
    return words.say_in(*HOLD_REASONS[HoldReason(code)])


def channel(words: Words, code: str) -> str:
    """Name how something reached the desk: 电话."""
    return words.say_in(*CHANNELS[Channel(code)])


def outcome(words: Words, code: str) -> str:
    """Name how a call ended: 已解答."""
    return words.say_in(*OUTCOMES[Outcome(code)])


def role(words: Words, code: str) -> str:
    """Name what a member of staff is: 主管."""
    return words.say_in(*ROLES[Role(code)])


def relation(words: Words, code: str) -> str:
    """Name what a resident is to a room: 业主."""
    return words.say_in(*RELATIONS[Relation(code)])


def room_kind(words: Words, code: str) -> str:
    """Name what a room is: 住宅."""
    return words.say_in(*ROOM_KINDS[RoomKind(code)])


def clock_run(words: Words, code: str) -> str:
    """Name which seconds count: 服务时间."""
    return words.say_in(*CLOCK_RUNS[ClockRun(code)])


def due_clock(words: Words, code: str) -> str:
    """Name the clock that a deadline belongs to: 到场时限."""
    return words.say_in(*DUE_CLOCKS[Due(code)])


def family(words: Words, code: str) -> str:
    """Name what a report is about: 漏水."""
    return words.say_in(*FAMILIES[Family(code)])


def topic(words: Words, code: str) -> str:
    """Name what a write touched, or a journal entry is about: 工单."""
    return words.say_in(*TOPICS[Topic(code)])


def action(words: Words, name: str) -> str:
    """Name what a journal entry says was done: 已派单; one of a newer program is only 有改动."""
    known = ACTIONS.get(name)
    return words.say_in(*known) if known is not None else words.say_in("action", "Changed")


#: Names that keep their capital wherever they stand.
_PROPER = ("WeChat",)


def within(words: Words, name: str) -> str:
    """Return a name as it stands in the middle of a sentence: ``repair``, 报修 unchanged."""
    if words.language != "en" or name.startswith(_PROPER):
        return name
    return name[:1].lower() + name[1:]
