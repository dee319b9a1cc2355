"""From a row that was read to the ticket it will be: codes, instants, room, resident, texts."""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from desk.centre.profile import Centre
from desk.codes import Due, State
from desk.intake.ledger_homes import Crews, Home
from desk.intake.ledger_plan import NewTicket
from desk.intake.ledger_times import LedgerClock
from desk.intake.ledger_words import Judge
from desk.models import fulltext
from desk.tickets.endings import IMPORTED_UNFINISHED
from desk.tickets.ledger.read import ReadTicket
from desk.tickets.numbers import Number

#: What a row says besides, kept under the same names.
_TOLD: Final = (
    "source_number",
    "state",
    "hold_reason",
    "handler",
    "result",
    "satisfaction",
    "note",
)
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class TicketMaker:
    """Makes tickets of a ledger's rows for one centre and community; nothing is written."""

    def __init__(self, centre: Centre) -> None:
        self._judge = Judge(centre)
        self._clock = LedgerClock(centre)
        self._crews = Crews(centre)

    def received(self, on: date) -> int:
        """Return the stored instant of what is written as day, or day and time."""
        return self._clock.reported(on)

    def make(
        self,
        row: ReadTicket,
        community: int,
        home: Home,
        key: str,
        day: date,
        received_at: int,
        now: int,
        number: Number | None = None,
    ) -> NewTicket:
        """Return the ticket of a row that was reported on a local day, at a stored instant.

        What is said to have been finished before it was reported was finished when it was; what
        will be finished has not been. A ticket that keeps its number keeps its earlier one as well.
        """
        earlier = row.source_number if number is not None else ""
        judged = self._judge.judge(row, at_home=row.room is not None)
        sent = self._crews.sent(row.handler)
        done = row.done is True
        finished_at = None
        if done and row.finished_at is not None:
            finished_at = self._clock.finished(row.finished_at)
            finished_at = max(finished_at, received_at) if finished_at <= now else None
        finish_by = None
        if finished_at is not None:
            finish_by = self._clock.finish_by(
                judged.kind, judged.urgency, judged.family, received_at
            )
        # What nobody finished ended when it was reported, for that is all that is known of it.
        closed_at = received_at if finished_at is None else finished_at
        state = self._judge.ended(row) if done else State.CLOSED
        columns = (
            1,
            community,
            earlier or row.number or None,
            judged.kind.value,
            judged.category,
            judged.urgency.value,
            state.value,
            None,
            False,
            self._judge.channel(row).value,
            home.room,
            home.resident,
            home.label,
            row.name,
            row.phone,
            row.text,
            row.spot,
            "",
            sent.crew if sent is not None else None,
            sent.technician if sent is not None else None,
            received_at,
            finished_at,
            closed_at,
            None,
            None,
            finish_by,
            None,
            Due.NONE.value,
            None,
            None,
            0,
            0,
            _result(row, named=sent is not None),
            "" if done else IMPORTED_UNFINISHED,
        )
        return NewTicket(
            row.source,
            day,
            judged.kind,
            judged.family,
            judged.urgency,
            self._judge.hold(row),
            done,
            home.room is not None,
            columns,
            fulltext.spaced(
                " ".join((home.label, row.spot, row.text, row.name, row.number, row.source_number))
            ),
            _said(row, key, home.label),
            number,
        )


def _result(row: ReadTicket, *, named: bool) -> str:
    """Return what came of it; a handler who is nobody here is named in it."""
    said = row.result or row.hold_reason
    if named or not row.handler:
        return said
    return f"{said} ({row.handler})" if said else row.handler


def _said(row: ReadTicket, key: str, label: str) -> str:
    """Return what the ledger says besides what is stored of the ticket itself."""
    said: dict[str, object] = {"key": key}
    if row.place and row.place != label:
        said["place"] = row.place
    for name in _TOLD:
        if told := getattr(row, name):
            said[name] = told
    if row.other_phones:
        said["phones"] = list(row.other_phones)
    if row.reported_at is None:
        said["no_day"] = True
    return _JSON.encode(said)
