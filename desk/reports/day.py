"""Reads one local day of the centre: what came in, was done and asked, and what is left of it."""

from __future__ import annotations

from datetime import date, datetime

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import Channel, Kind, State
from desk.models.fields import snapshot, to_stored
from desk.models.tables import Crew, Technician
from desk.refusals import Refusal
from desk.reports import counted, names
from desk.reports.day_report import DayReport, OverdueLine
from desk.reports.reasons import notes, reason
from desk.reports.spans import day_span
from desk.reports.standing import MANY, Late, standing_at, standing_now
from desk.words.catalogue import Words


def read_day(
    database: Database,
    centre: Centre,
    community: int | None,
    on: date,
    now: datetime,
    words: Words,
    most: int = MANY,
) -> DayReport:
    """Read a day; today as it stands now, a day that is over as it stood at its end.

    Args:
        database: where.
        centre: whose day it is; its zone says when it begins and ends.
        community: an id; None for all that the centre serves.
        on: the local day.
        now: the present instant.
        words: the language of the names and reasons.
        most: of what is overdue, name no more than so many; all are counted.

    Raises:
        Refusal: ``report.day_ahead`` for a day that has not begun.
    """
    if on > now.astimezone(centre.zone).date():
        raise Refusal("report.day_ahead", day=on.isoformat())
    span = day_span(on, centre.zone)
    end = min(span.end, now)
    with snapshot(database):
        if end == span.end:
            standing = standing_at(database, centre, end, community, most)
        else:
            standing = standing_now(database, now, community, most)
        came = counted.received(database, span, community)
        done = counted.finished(database, span, community)
        calls = counted.calls(database, span, community)
        visits = counted.visits(database, span, community)
        return DayReport(
            day=on,
            community=names.community(centre, community),
            zone=centre.zone,
            made_at=now,
            on_duty=counted.on_duty(database, span),
            calls=calls.count,
            answered=calls.answered,
            by_kind=names.codes(came.kinds, Kind),
            by_channel=names.codes(came.channels, Channel),
            by_category=names.categories(words, came.categories),
            by_building=names.buildings(words, came.buildings),
            finished=done.count,
            finished_in_time=done.in_time,
            overdue=_overdue(database, words, standing.late, end),
            overdue_count=standing.late_count,
            complaints_new=came.kinds[Kind.COMPLAINT],
            complaints_closed=counted.complaints_closed(database, span, community),
            complaints_serious=came.serious,
            visits=visits.count,
            visits_reached=visits.reached,
            visits_solved=visits.solved,
            scores=tuple(sorted(visits.scores.items(), reverse=True)),
            open_by_state=tuple((s, standing.states[s]) for s in State if standing.states[s]),
            asked_most=names.questions(calls.articles),
            unanswered=names.said(calls.unanswered),
        )


def _overdue(
    database: Database, words: Words, late: list[Late], end: datetime
) -> tuple[OverdueLine, ...]:
    if not late:
        return ()
    written = notes(database, [one.row.ticket_id for one in late], to_stored(end))
    crews = dict(Crew.select(Crew.id, Crew.name).tuples().execute())
    technicians = dict(Technician.select(Technician.id, Technician.name).tuples().execute())
    return tuple(
        OverdueLine(
            number=one.row.number,
            place=one.row.place,
            what=" ".join(one.row.words.split()) or _category(words, one),
            who=names.who((crews.get(one.sent.crew, ""), technicians.get(one.sent.technician, ""))),
            due=one.due,
            due_at=one.due_at,
            late=end - one.due_at,
            reason=reason(words, one, written.get(one.row.ticket_id)),
            ticket_id=one.row.ticket_id,
            urgency=one.row.urgency,
        )
        for one in late
    )


def _category(words: Words, late: Late) -> str:
    english = late.row.category_english if words.language == "en" else ""
    return english or late.row.category
