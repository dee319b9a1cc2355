"""What one slip carries, as plain values: the paper needs no database to be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desk.codes import Channel, Kind, Urgency

#: A Chinese mobile number as people type it into a sentence: 13812345678, 138 1234 5678.
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)([ -]?)\d{4}\2(\d{4})(?!\d)")
_AREA = re.compile(r"0\d{2,3}[- ]")


def mobiles_hidden(text: str) -> str:
    """Return text with the middle of every mobile number in it hidden: 138****5678."""
    return _MOBILE.sub(r"\1****\3", text)


def _masked(phone: str) -> str:
    """Hide what tells one telephone from another, but for its last four digits: 138****5678."""
    hidden = mobiles_hidden(phone)
    if hidden != phone:
        return hidden
    area = _AREA.match(phone)
    head = area.group() if area else ""
    digits = re.sub(r"\D", "", phone[len(head) :])
    return f"{head}****{digits[-4:]}" if len(digits) > 4 else phone


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrder:
    """One ticket as it is printed for the people who go there.

    Every instant is aware and in UTC; ``zone`` is the centre's and chooses what the paper says.
    Empty text and ``None`` mean "not known": the paper leaves room to write it by hand.
    """

    number: str
    kind: Kind
    urgency: Urgency
    community: str
    zone: ZoneInfo
    printed_at: datetime
    #: How often this slip has been printed, this time included.
    print_count: int = 1
    #: The office as it signs, e.g. 锦绣花园物业服务中心; the community's name where it is empty.
    centre: str = ""
    #: The desk's own telephone.
    telephone: str = ""
    category: str = ""
    #: The room's label (3-2-1502) or a public place in words.
    place: str = ""
    #: Where exactly in the room.
    spot: str = ""
    caller_name: str = ""
    caller_phone: str = ""
    #: The technician has to call: only then does the number stand on the paper in full.
    must_call: bool = False
    received_at: datetime
    received_by: str = ""
    channel: Channel
    #: What was said.
    description: str = ""
    #: 敲门须知: shoe covers, a dog, an old person who hears badly.
    door_note: str = ""
    respond_by: datetime | None = None
    arrive_by: datetime | None = None
    finish_by: datetime | None = None
    dispatched_at: datetime | None = None
    crew: str = ""
    technician: str = ""
    appointment_from: datetime | None = None
    appointment_until: datetime | None = None
    #: How often somebody asked why nobody has come.
    chased: int = 0
    #: Addresses behind the QR of the technician's and of the resident's copy; the number if empty.
    technician_link: str = ""
    resident_link: str = ""

    @property
    def phone_on_paper(self) -> str:
        """Return the caller's telephone as the paper may show it."""
        return self.caller_phone if self.must_call else _masked(self.caller_phone)

    def on_paper(self, text: str) -> str:
        """Return free text with the mobile numbers in it hidden, unless one must call."""
        return text if self.must_call else mobiles_hidden(text)
