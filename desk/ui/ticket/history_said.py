"""The steps of a ticket in words, as its history tells them; nothing here paints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk.centre.profile import Centre
from desk.codes import HoldReason, Urgency
from desk.models.fields import from_stored
from desk.tickets import actions
from desk.tickets.detail import HistoryStep
from desk.words import terms, times
from desk.words.catalogue import Words, mark_in
from desk.words.visits import visit_said

#: What was entered so much later than it happened says so.
_LATE = timedelta(minutes=1)

_COLUMNS = {
    "kind": mark_in("column", "Kind"),
    "category": mark_in("column", "Category"),
    "urgency": mark_in("column", "Urgency"),
    "room": mark_in("column", "Place"),
    "place": mark_in("column", "Place"),
    "words": mark_in("column", "What it is"),
    "spot": mark_in("edited", "Spot"),
    "caller_name": mark_in("column", "Caller"),
    "caller_phone": mark_in("column", "Telephone"),
    "door_note": mark_in("fact", "At the door"),
    "resident": mark_in("column", "Caller"),
}
#: What an old ledger said besides, in the order in which it is told.
_LEDGER = {
    "place": mark_in("column", "Place"),
    "state": mark_in("ledger", "State"),
    "hold_reason": mark_in("ledger", "Waited for"),
    "handler": mark_in("ledger", "Handled by"),
    "result": mark_in("fact", "Result"),
    "satisfaction": mark_in("ledger", "Caller said"),
    "note": mark_in("ledger", "Note"),
}


@dataclass(frozen=True, slots=True)
class StepSaid:
    """One step: ``what`` was done, ``more`` of it, ``who`` did it, ``when``, ``entered`` later.

    ``where`` names the desk it was entered at.
    """

    id: int
    what: str
    more: str
    who: str
    when: str
    entered: str
    where: str


class HistorySpeaker:
    """Puts steps into words, for one language and centre."""

    def __init__(self, words: Words, centre: Centre) -> None:
        self._words = words
        self._centre = centre
        self._more: dict[str, Callable[[HistoryStep], str]] = {
            actions.RECEIVED: self._received,
            actions.DISPATCHED: self._crew,
            actions.ACCEPTED: self._crew,
            actions.ARRIVED: self._crew,
            actions.TRANSFERRED: lambda step: self._listed(self._crew(step), _text(step, "reason")),
            actions.TURNED_DOWN: lambda step: self._listed(self._crew(step), _text(step, "reason")),
            actions.HELD: self._held,
            actions.FINISHED: lambda step: self._listed(
                _text(step, "result"), self._satisfied(step)
            ),
            actions.VISIT_PLANNED: self._planned,
            actions.VISITED: self._visited,
            actions.CLOSED: self._closed,
            actions.CANCELLED: lambda step: _text(step, "reason"),
            actions.MERGED: lambda step: str(step.detail.get("number", "")),
            actions.ABSORBED: lambda step: str(step.detail.get("number", "")),
            actions.REOPENED: lambda step: self._listed(
                str(step.detail.get("number", "")), _text(step, "words")
            ),
            actions.CHASED: self._chased,
            actions.JOINED: self._chased,
            actions.COMMENTED: lambda step: _text(step, "words"),
            actions.APPOINTED: self._appointed,
            actions.EDITED: self._edited,
            actions.SLIP_PRINTED: self._printed,
            actions.SLIP_RETURNED: self._satisfied,
            actions.IMPORTED: self._imported,
            actions.TAKEN_BACK: lambda step: terms.action(
                words, str(step.detail.get("action", ""))
            ),
        }

    def say(self, step: HistoryStep, now: datetime) -> StepSaid:
        """Return a step in words, its days as seen from now."""
        words, zone = self._words, self._centre.zone
        entered = ""
        if step.entered_at - step.occurred_at >= _LATE:
            when = times.brief_moment(words, step.entered_at, zone, step.occurred_at)
            entered = words.say("entered {time}", time=when)
        more = self._more.get(step.action, _nothing)
        return StepSaid(
            step.id,
            terms.action(words, step.action),
            more(step),
            step.staff or words.say_in("who did it", "by rule"),
            times.moment(words, step.occurred_at, zone, now),
            entered,
            words.say("at desk {desk}", desk=step.desk) if step.desk else "",
        )

    def _received(self, step: HistoryStep) -> str:
        words, channel = self._words, step.detail.get("channel")
        sent = words.say("sent to {crew}", crew=step.crew) if step.crew else ""
        return self._listed(terms.channel(words, str(channel)) if channel else "", sent)

    def _imported(self, step: HistoryStep) -> str:
        """Say which row of which file it was, and what that said besides."""
        words, text, row = self._words, step.text or {}, step.detail.get("row")
        file, sheet = str(text.get("file", "")), step.detail.get("sheet")
        if sheet:
            said = words.say("{file}, sheet {sheet}, row {row}", file=file, sheet=sheet, row=row)
        else:
            said = words.say("{file}, row {row}", file=file, row=row)
        told = [
            words.say("{label}: {value}", label=words.say_in(*label), value=text[name])
            for name, label in _LEDGER.items()
            if text.get(name)
        ]
        if text.get("no_day"):
            told.append(words.say("no date in this row"))
        return self._listed(said, *told)

    def _crew(self, step: HistoryStep) -> str:
        return " ".join(name for name in (step.crew, step.technician) if name)

    def _held(self, step: HistoryStep) -> str:
        words = self._words
        said = [terms.hold_reason(words, HoldReason(step.detail["reason"]))]
        if day := step.detail.get("look_again"):
            said.append(words.say("look again {day}", day=self._day(str(day), step)))
        return self._listed(*said, _text(step, "note"))

    def _planned(self, step: HistoryStep) -> str:
        day = step.detail.get("on")
        return self._day(str(day), step) if day else ""

    def _visited(self, step: HistoryStep) -> str:
        detail = step.detail
        reached, solved = bool(detail.get("reached")), bool(detail.get("solved"))
        said = visit_said(self._words, reached=reached, solved=solved, score=detail.get("score"))
        return self._listed(said, _text(step, "note"))

    def _closed(self, step: HistoryStep) -> str:
        by_time = self._words.say("done for long enough") if step.detail.get("by_time") else ""
        return self._listed(by_time, _text(step, "note"))

    def _chased(self, step: HistoryStep) -> str:
        count = step.detail.get("count")
        nth = self._words.say("no. {n}", n=count) if count else ""
        return self._listed(nth, _text(step, "caller"), _text(step, "words"))

    def _appointed(self, step: HistoryStep) -> str:
        words, zone = self._words, self._centre.zone
        begin, until = step.detail.get("begin"), step.detail.get("until")
        if begin is None:
            return words.say("no appointment any more")
        end = None if until is None else from_stored(until)
        return times.span(words, from_stored(begin), end, zone, step.occurred_at)

    def _printed(self, step: HistoryStep) -> str:
        count = step.detail.get("count")
        return self._words.say("no. {n}", n=count) if count else ""

    def _satisfied(self, step: HistoryStep) -> str:
        satisfied = step.detail.get("satisfied")
        if satisfied is None:
            return ""
        words = self._words
        return words.say("resident satisfied") if satisfied else words.say("resident not satisfied")

    def _edited(self, step: HistoryStep) -> str:
        if step.detail.get("by_slip"):
            return self._listed(self._words.say("from the slip"), _text(step, "result"))
        changed: Mapping[str, Any] = step.detail.get("changed") or {}
        said = [self._change(name, pair) for name, pair in changed.items() if name in _COLUMNS]
        text = step.text or {}
        texts = [name for name in step.detail.get("words") or () if name in _COLUMNS]
        said += [self._change(name, text.get(name)) for name in texts]
        return self._listed(*dict.fromkeys(said))

    def _change(self, name: str, pair: Any) -> str:  # noqa: ANN401 - as the journal keeps it
        """Say what a column became; ids of rooms and people, and telephones, are not repeated."""
        words = self._words
        label = words.say_in(*_COLUMNS[name])
        if name in ("room", "resident", "caller_phone") or not isinstance(pair, list | tuple):
            return label
        shown = self._value(name, pair[-1])
        return words.say("{label}: {value}", label=label, value=shown) if shown else label

    def _value(self, name: str, value: Any) -> str:  # noqa: ANN401 - as the journal keeps it
        if value is None or value == "":
            return self._words.say_in("empty field", "none")
        if name == "urgency":
            return terms.urgency(self._words, Urgency(value))
        if name == "kind":
            return terms.kind(self._words, str(value))
        if name == "category":
            row = self._centre.category(int(value))
            return row.name(self._words) if row is not None else ""
        return str(value)

    def _day(self, iso: str, step: HistoryStep) -> str:
        today = step.occurred_at.astimezone(self._centre.zone).date()
        return times.day_name(self._words, date.fromisoformat(iso), today)

    def _listed(self, *parts: str) -> str:
        comma = self._words.say_in("between parts of a list", ", ")
        return comma.join(part for part in parts if part)


def _nothing(_step: HistoryStep) -> str:
    return ""


def _text(step: HistoryStep, name: str) -> str:
    """Return a text of a step, '' where there is none or it was erased."""
    value = (step.text or {}).get(name)
    return str(value) if value else ""
