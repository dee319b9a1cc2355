"""Which words of the line each chip of the reading rests on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.ui.call.line import Rest

if TYPE_CHECKING:
    from desk.calls.assist import Sight

Span = tuple[int, int]


class Part(StrEnum):
    """A part of the reading that stands on a chip."""

    CALLER = "caller"
    ROOM = "room"
    CATEGORY = "category"
    URGENCY = "urgency"
    KIND = "kind"
    WHEN = "when"
    WHO = "who"


def rests(sight: Sight) -> list[Rest]:
    """Return the words of a sentence that its chips rest on, in order and never overlapping."""
    if sight.lookup:
        return []
    spans = [Rest(start, end, sight.reading.at_risk) for start, end in sight.reading.urgency.spans]
    for part in (Part.ROOM, Part.CALLER, Part.CATEGORY, Part.WHEN, Part.WHO):
        spans += [Rest(start, end, False) for start, end in spans_of(sight, part)]
    family = sight.reading.family
    spans += [Rest(start, end, False) for start, end in (family.spans if family else ())]
    kept: list[Rest] = []
    # What makes it critical goes before everything else.
    for span in sorted(spans, key=lambda one: (not one.critical, one.start)):
        if all(span.end <= one.start or one.end <= span.start for one in kept):
            kept.append(span)
    return sorted(kept)


def spans_of(sight: Sight, part: str) -> list[Span]:
    """Return the characters of a sentence that one part of its reading rests on."""
    reading = sight.reading
    if sight.lookup:
        return []
    room = reading.room or next(iter(reading.rooms), None)
    phone = reading.phone
    caller = list(sight.caller.spans) if sight.caller is not None else []
    said = {
        Part.CALLER: [*caller, *([(phone.start, phone.end)] if phone is not None else [])],
        Part.ROOM: [(room.start, room.end)] if room is not None else [],
        Part.CATEGORY: _of(reading.category) or _of(reading.family),
        Part.URGENCY: _of(reading.urgency),
        Part.KIND: _of(reading.kind),
        Part.WHEN: _of(reading.when),
        Part.WHO: _of(reading.who),
    }
    return said[Part(part)] if part in list(Part) else []


def _of(said: object) -> list[Span]:
    spans: Iterable[Span] = getattr(said, "spans", ())
    return list(spans)
