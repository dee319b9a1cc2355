"""Lists as tables to be written: tickets, the register, the library; no phone unless asked for.

What is written here is read again without loss: the heads are ones that our readers know
(``desk.community.roster``, ``desk.tickets.ledger``, ``desk.answers.questions``).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk.answers import upkeep
from desk.answers.library import StoredArticle
from desk.answers.upkeep import Lapse
from desk.community.register import Line
from desk.language import phones
from desk.sheets.tables import Cell, Table
from desk.tickets.further import Further, Visited
from desk.tickets.rows import TicketRow
from desk.tickets.work_order import mobiles_hidden
from desk.words import terms, times
from desk.words.catalogue import Words, mark
from desk.words.visits import visit_said

#: How an answer stands with time; nothing is said where it simply holds.
LAPSES: Final[Mapping[Lapse, str]] = {
    Lapse.EXPIRED: mark("Expired"),
    Lapse.SOON: mark("Expires soon"),
    Lapse.LATER: mark("Not yet valid"),
}
_NOTHING: Final = Further()


def tickets(
    words: Words,
    zone: ZoneInfo,
    title: str,
    rows: Iterable[TicketRow],
    now: datetime,
    further: Mapping[int, Further],
    *,
    with_phones: bool = False,
) -> Table:
    """Return tickets as they stand; times are instants, the zone is the centre's.

    Args:
        words: in whose language.
        zone: the centre's.
        title: of the list.
        rows: the tickets, in order.
        now: when; what is left of a deadline is counted from it.
        further: what else is said of them (``desk.tickets.further``), by their ids.
        with_phones: telephone numbers in full.
    """
    heads = (
        words.say_in("column", "Number"),
        words.say_in("column", "Source number"),
        words.say_in("column", "Kind"),
        words.say_in("column", "Urgency"),
        words.say_in("column", "State"),
        words.say_in("column", "Channel"),
        words.say_in("column", "Place"),
        words.say_in("column", "Spot"),
        words.say_in("column", "What it is"),
        words.say_in("column", "Category"),
        words.say_in("column", "Crew"),
        words.say_in("column", "Technician"),
        words.say_in("column", "Caller"),
        words.say_in("column", "Caller's room"),
        words.say_in("column", "Telephone"),
        words.say_in("column", "Received"),
        words.say_in("column", "Deadline"),
        words.say_in("column", "Which deadline"),
        words.say_in("column", "Time left"),
        words.say_in("column", "Appointment from"),
        words.say_in("column", "Appointment until"),
        words.say_in("column", "Chases"),
        words.say_in("column", "Slips printed"),
        words.say_in("column", "Slip returned"),
        words.say_in("column", "On hold for"),
        words.say_in("column", "Finished"),
        words.say_in("column", "Result"),
        words.say_in("column", "Closed"),
        words.say_in("column", "Return visit"),
    )
    phone, text = _shown(with_phones)
    lines = [
        _ticket(words, row, further.get(row.ticket_id, _NOTHING), zone, now, phone, text)
        for row in rows
    ]
    return Table(title, heads, lines, zone)


def residents(
    words: Words, zone: ZoneInfo, title: str, lines: Iterable[Line], *, with_phones: bool = False
) -> Table:
    """Return the register, a line for each person of each room."""
    heads = (
        words.say_in("column", "Room"),
        words.say_in("column", "Building"),
        words.say_in("column", "Unit"),
        words.say_in("column", "Door"),
        words.say_in("column", "Room kind"),
        words.say_in("column", "Area (m²)"),
        words.say_in("column", "Moved in"),
        words.say_in("column", "Room note"),
        words.say_in("column", "Name"),
        words.say_in("column", "Relation"),
        words.say_in("column", "Telephone"),
        words.say_in("column", "Note on the person"),
    )
    phone, text = _shown(with_phones)
    rows = [
        (
            line.room_label,
            line.building,
            line.unit,
            line.number,
            terms.room_kind(words, line.kind) if line.kind is not None else "",
            line.area_m2,
            line.moved_in,
            text(line.room_note),
            line.name,
            terms.relation(words, line.relation) if line.relation is not None else "",
            "\n".join(phone(number) for number in line.phones),
            text(line.note),
        )
        for line in lines
    ]
    return Table(title, heads, rows, zone)


def library(
    words: Words,
    zone: ZoneInfo,
    title: str,
    articles: Iterable[StoredArticle],
    today: date,
    *,
    retired: Container[int] = (),
    used: Mapping[int, int] | None = None,
) -> Table:
    """Return articles with their approved answers.

    Args:
        words: in whose language.
        zone: the centre's.
        title: of the list.
        articles: in order.
        today: the local day on which answers run out.
        retired: the ids of those that are out of use.
        used: how often each answered a call, where that is known better than when it was read.
    """
    heads = (
        words.say("Category"),
        words.say("Question"),
        words.say("Other phrasings"),
        words.say("Approved answer"),
        words.say("Owner"),
        words.say("Valid from"),
        words.say("Valid until"),
        words.say_in("column", "Validity"),
        words.say_in("column", "Times used"),
        words.say_in("column", "Last changed"),
    )
    counts = used or {}
    rows = [
        (
            one.form.category,
            one.form.question,
            "\n".join(one.form.phrasings),
            one.form.answer,
            one.owner_name,
            _day(one.form.valid_from),
            _day(one.form.valid_until),
            _validity(words, one, today, retired=one.id in retired),
            counts.get(one.id, one.used),
            one.updated_at,
        )
        for one in articles
    ]
    return Table(title, heads, rows, zone)


def _validity(words: Words, article: StoredArticle, today: date, *, retired: bool) -> str:
    if retired:
        return words.say_in("article", "Retired")
    lapse = upkeep.lapse(article.form, today)
    return words.say(LAPSES[lapse]) if lapse in LAPSES else ""


def _ticket(
    words: Words,
    row: TicketRow,
    further: Further,
    zone: ZoneInfo,
    now: datetime,
    phone: Callable[[str], str],
    text: Callable[[str], str],
) -> tuple[Cell, ...]:
    yes, no = words.say("yes"), words.say("no")
    english = words.language == "en"
    return (
        row.number,
        further.source_number if further.source_number != row.number else "",
        terms.kind(words, row.kind),
        terms.urgency(words, row.urgency),
        terms.state(words, row.state),
        terms.channel(words, further.channel) if further.channel else "",
        text(row.place),
        text(row.spot),
        text(row.words),
        (row.category_english if english else "") or row.category,
        row.crew,
        row.technician,
        row.caller_name,
        further.room,
        phone(row.caller_phone) if row.caller_phone else "",
        row.received_at,
        row.due_at,
        terms.due_clock(words, row.due_clock) if row.due_at else "",
        times.left(words, row.due_at, now) if row.due_at else "",
        row.appointment_from,
        row.appointment_until,
        row.chased,
        row.slip_prints,
        (yes if row.slip_returned else no) if row.slip_prints else "",
        terms.hold_reason(words, row.hold_reason) if row.hold_reason else "",
        row.finished_at,
        text(further.result),
        row.closed_at,
        "\n".join(_visit(words, zone, one) for one in further.visits),
    )


def _visit(words: Words, zone: ZoneInfo, visit: Visited) -> str:
    said = visit_said(words, reached=visit.reached, solved=visit.solved, score=visit.score)
    return f"{times.stamp(visit.at, zone)} {said}"


def _shown(with_phones: bool) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Return how a telephone is shown, and a text that may hold one."""
    return (str, str) if with_phones else (phones.masked, mobiles_hidden)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
