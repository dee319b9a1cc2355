"""What a row of the queue says at a moment: words, tone, icons, and how long all that holds.

Nothing here paints. A row that looks overdue also says so, and a screen reader hears what the
eye sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desk.centre import looks
from desk.codes import NUMBER_PREFIX, Due, State, Urgency
from desk.language import phones
from desk.tickets.rows import TicketRow
from desk.ui.icons import Icon
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import Words

#: Digits of a ticket number that people say on the telephone.
_SERIAL = 4


class Mark(NamedTuple):
    """A small sign with a word or a figure that must be seen."""

    icon: Icon
    text: str
    tone: Tone = Tone.QUIET


class RowSaid(NamedTuple):
    """A row in words.

    Attributes:
        number: the whole number; ``short`` is what the row shows, ``serial`` its last four.
        place: where, with the spot in it; ``words`` what it is.
        tag: the urgency where it is not the usual one.
        category, crew, technician, name, phone, appointment: the second line; '' for none.
        state: where it stands; ``deadline`` the clock it is measured by and when that runs out.
        time: how long is left or exceeded; ``tone`` and ``icon`` say the same.
        bar: the tone of the bar at the left edge.
        marks: chases, and a slip that has not come back.
        spoken: all of it as one sentence.
        changes_at: when time alone will change something of it.
    """

    number: str
    short: str
    serial: str
    place: str
    words: str
    tag: str
    tag_tone: Tone
    category: str
    crew: str
    technician: str
    name: str
    phone: str
    appointment: str
    state: str
    deadline: str
    time: str
    tone: Tone
    icon: Icon | None
    bar: Tone
    marks: tuple[Mark, ...]
    spoken: str
    changes_at: datetime

    def same_as(self, other: RowSaid) -> bool:
        """Tell whether nobody could see or hear a difference."""
        return self[:-1] == other[:-1]


class Speaker:
    """Puts rows into words, for one language, zone and policy."""

    def __init__(self, words: Words, zone: ZoneInfo, soon: Mapping[Urgency, timedelta]) -> None:
        self._words = words
        self._zone = zone
        self._soon = soon

    def say(self, row: TicketRow, now: datetime) -> RowSaid:
        """Return what a row says at an instant (aware UTC)."""
        words = self._words
        soon = self._soon.get(row.urgency, timedelta(0))
        look = looks.look(row.due_at, row.due_clock, now, soon)
        tone, icon = _tone(row, look)
        time_said = self._time(row, look, now)
        state = self._state(row, look)
        deadline = self._deadline(row, now)
        english = words.language == "en" and row.category_english
        tag, tag_tone = _tag(words, row)
        marks = self._marks(row)
        appointment = self._appointment(row, now)
        phone = phones.masked(row.caller_phone) if row.caller_phone else ""
        place = row.place if not row.spot or row.spot in row.words else f"{row.place} {row.spot}"
        category = row.category_english if english else row.category
        spoken = self._spoken(
            tag,
            time_said,
            row.number,
            place,
            row.words,
            "" if state == time_said else state,
            deadline,
            category or terms.kind(words, row.kind),
            " ".join(part for part in (row.crew, row.technician) if part),
            " ".join(part for part in (row.caller_name, phone) if part),
            appointment,
            *self._marks_spoken(row),
        )
        return RowSaid(
            number=row.number,
            short=_short(row, now, self._zone),
            serial=row.number[-_SERIAL:],
            place=place,
            words=" ".join(row.words.split()),
            tag=tag,
            tag_tone=tag_tone,
            category=category or terms.kind(words, row.kind),
            crew=row.crew,
            technician=row.technician,
            name=row.caller_name,
            phone=phone,
            appointment=appointment,
            state="" if state == time_said else state,
            deadline=deadline,
            time=time_said,
            tone=tone,
            icon=icon,
            bar=Tone.CRITICAL if _in_danger(row) else tone,
            marks=marks,
            spoken=spoken,
            changes_at=self._changes_at(row, look, now, soon),
        )

    def _time(self, row: TicketRow, look: looks.Look, now: datetime) -> str:
        if row.due_at is None or look is looks.Look.NONE:
            return terms.state(self._words, row.state)
        if look is looks.Look.WAITING:
            return self._held(row)
        return times.left(self._words, row.due_at, now)

    def _state(self, row: TicketRow, look: looks.Look) -> str:
        if row.state is State.HOLD and look is not looks.Look.WAITING:
            return self._held(row)
        return "" if look is looks.Look.WAITING else terms.state(self._words, row.state)

    def _held(self, row: TicketRow) -> str:
        held = terms.state(self._words, State.HOLD)
        if row.hold_reason is None:
            return held
        reason = terms.within(self._words, terms.hold_reason(self._words, row.hold_reason))
        return self._words.say_in("queue", "{held}: {reason}", held=held, reason=reason)

    def _deadline(self, row: TicketRow, now: datetime) -> str:
        words, zone = self._words, self._zone
        if row.due_at is None or row.due_clock is Due.NONE:
            if row.finished_at is None:
                return ""
            return times.brief_moment(words, row.finished_at, zone, now)
        if row.due_clock in (Due.LOOK_AGAIN, Due.VISIT):
            when = times.day(words, row.due_at, zone, now)
        else:
            when = times.brief_moment(words, row.due_at, zone, now)
        clock = terms.due_clock(words, row.due_clock)
        return words.say_in("queue", "{clock} {when}", clock=clock, when=when)

    def _appointment(self, row: TicketRow, now: datetime) -> str:
        if row.appointment_from is None or not row.is_open or row.finished_at is not None:
            return ""
        words, zone = self._words, self._zone
        begin, end = row.appointment_from, row.appointment_until
        when = times.brief_moment(words, begin, zone, now)
        if end is not None and end.astimezone(zone).date() == begin.astimezone(zone).date():
            when = words.say("{start}–{end}", start=when, end=times.clock_time(end, zone))
        return self._words.say_in("queue", "booked {when}", when=when)

    def _marks(self, row: TicketRow) -> tuple[Mark, ...]:
        marks = []
        if row.chased:
            marks.append(Mark(Icon.CHASE, str(row.chased), Tone.PLAIN))
        if row.slip_out:
            marks.append(Mark(Icon.PRINT, self._words.say_in("queue", "slip out")))
        return tuple(marks)

    def _marks_spoken(self, row: TicketRow) -> list[str]:
        spoken = []
        if row.chased:
            spoken.append(self._words.say_n("chased {n} time", "chased {n} times", row.chased))
        if row.slip_out:
            spoken.append(self._words.say("slip not returned"))
        return spoken

    def _spoken(self, *parts: str) -> str:
        comma = self._words.say_in("between parts of a list", ", ")
        return comma.join(part for part in parts if part)

    def _changes_at(
        self, row: TicketRow, look: looks.Look, now: datetime, soon: timedelta
    ) -> datetime:
        """Return the earliest of: the look, the time left, the name of a day."""
        moments = [self._midnight(now)]
        changes = looks.next_change(row.due_at, row.due_clock, now, soon)
        if changes is not None:
            moments.append(changes)
        if row.due_at is not None and look not in (looks.Look.WAITING, looks.Look.NONE):
            moments.append(times.left_changes_at(row.due_at, now))
        return min(moments)

    def _midnight(self, now: datetime) -> datetime:
        tomorrow = now.astimezone(self._zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, time(), self._zone).astimezone(now.tzinfo)


def _in_danger(row: TicketRow) -> bool:
    """Tell whether somebody may still be hurt: a critical ticket that nobody has finished."""
    at_rest = (State.HOLD, State.DONE, State.TO_VISIT)
    return row.urgency is Urgency.CRITICAL and row.is_open and row.state not in at_rest


def _tone(row: TicketRow, look: looks.Look) -> tuple[Tone, Icon | None]:
    if row.ringing:
        return Tone.CRITICAL, Icon.CRITICAL
    if look is looks.Look.OVERDUE:
        return Tone.OVERDUE, Icon.OVERDUE
    if look is looks.Look.SOON:
        return Tone.SOON, Icon.SOON
    if look is looks.Look.WAITING:
        return Tone.HOLD, Icon.HOLD
    if look is looks.Look.NONE:
        return Tone.QUIET, Icon.DONE if row.state is State.DONE else None
    return Tone.PLAIN, None


def _tag(words: Words, row: TicketRow) -> tuple[str, Tone]:
    if row.urgency is Urgency.CRITICAL:
        return terms.urgency(words, row.urgency), Tone.CRITICAL
    if row.urgency is Urgency.URGENT:
        return terms.urgency(words, row.urgency), Tone.PLAIN
    return "", Tone.PLAIN


def _short(row: TicketRow, now: datetime, zone: ZoneInfo) -> str:
    """Shorten a number: ``WX-0037`` for today's, ``WX1120-0037`` for this year's."""
    prefix, (stamp, dash, serial) = NUMBER_PREFIX[row.kind], row.number[2:].partition("-")
    if not row.number.startswith(prefix) or not dash or len(stamp) != len("20251122"):
        return row.number
    today = f"{now.astimezone(zone):%Y%m%d}"
    if stamp == today:
        return f"{prefix}-{serial}"
    return f"{prefix}{stamp[4:]}-{serial}" if stamp[:4] == today[:4] else row.number
