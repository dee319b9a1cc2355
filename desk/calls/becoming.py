"""The ticket that a call would become: what was read of the words, corrected by what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desk.calls.appointment import NO_APPOINTMENT, Appointment, read_appointment
from desk.calls.coming import appointment_of, door_words
from desk.calls.drafts import Draft
from desk.calls.ticketing import Becomes
from desk.centre import meanings
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.community.directory import Directory, RoomRow
from desk.language.reading import Reading
from desk.language.rooms import RoomMention
from desk.refusals import Refusal

Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True)
class Where:
    """Where the matter is.

    Attributes:
        room: the one room it is, or None.
        place: the room's label, or a place in words; "" where nothing is known.
        candidates: which rooms it may be, while it is not known.
    """

    room: RoomRow | None = None
    place: str = ""
    candidates: tuple[RoomRow, ...] = ()


def place_of(
    directory: Directory, draft: Draft, text: str, reading: Reading, resident: int | None
) -> Where:
    """Return where it is: what was chosen, else what is said, else where the caller lives.

    Args:
        directory: the rooms there are.
        draft: what was chosen by hand.
        text: the words.
        reading: what they say.
        resident: who calls, if that is known.
    """
    chosen = directory.room(draft.room) if draft.room is not None else None
    if chosen is not None:
        return Where(chosen, chosen.label)
    if draft.place.strip():
        return Where(place=draft.place.strip())
    mention = reading.room or next(iter(reading.rooms), None)
    said = _rooms(directory, mention)
    if mention is not None and not mention.neighbour and mention.complete and len(said) == 1:
        return Where(said[0], said[0].label)
    homes = _homes(directory, resident)
    if len(homes) == 1 and (mention is None or mention.neighbour):
        return Where(homes[0], homes[0].label)
    if mention is None:
        return Where(candidates=homes)
    both = tuple(room for room in said if room in homes)
    if len(both) == 1:
        # 张淑芬 says 1502: of all these rooms it is hers.
        return Where(both[0], both[0].label)
    if mention.complete and len(said) == 1:
        return Where(said[0], said[0].label)
    return Where(place=text[mention.start : mention.end], candidates=said or homes)


def become(
    centre: Centre, draft: Draft, reading: Reading, where: Where
) -> tuple[CategoryRow | None, Becomes]:
    """Return the category that fits and the ticket it would be."""
    chosen = centre.category(draft.category) if draft.category is not None else None
    kind = _code(Kind, draft.kind)
    if kind is None:
        kind = chosen.form.kind if chosen is not None else reading.kind.value
    category = chosen or meanings.category_of(centre, reading, kind)
    urgency = _code(Urgency, draft.urgency)
    if urgency is None:
        urgency = meanings.urgency_of(category, reading, kind)
    appointment = _appointment(centre, draft, reading, urgency)
    return category, Becomes(
        kind=kind,
        urgency=urgency,
        category=category.id if category is not None else None,
        room=where.room.id if where.room is not None else None,
        place=where.place,
        appointment=appointment,
        door_note=door_words(
            draft.text.strip(), reading, booked=appointment is not None and not _typed(draft)
        ),
    )


def _rooms(directory: Directory, mention: RoomMention | None) -> tuple[RoomRow, ...]:
    if mention is None or not mention.number:
        return ()
    return tuple(directory.known(mention.building, mention.unit, mention.number))


def _homes(directory: Directory, resident: int | None) -> tuple[RoomRow, ...]:
    person = directory.person(resident) if resident is not None else None
    if person is None:
        return ()
    known = (directory.room(room) for room, _ in person.rooms)
    return tuple(room for room in known if room is not None)


def _typed(draft: Draft) -> bool:
    return bool(draft.appointment.strip())


def _appointment(
    centre: Centre, draft: Draft, reading: Reading, urgency: Urgency
) -> Appointment | None:
    """Return what was typed, else what was said; danger does not wait for what is convenient."""
    if _typed(draft):
        if draft.appointment.strip().lower() in NO_APPOINTMENT:
            return None
        try:
            return read_appointment(draft.appointment, centre.zone, draft.started_at)
        except Refusal:
            return None
    if reading.when is None or urgency is Urgency.CRITICAL:
        return None
    return appointment_of(reading.when.value, centre.zone, draft.started_at)


def _code(codes: type[Code], stored: str | None) -> Code | None:
    """Return a code that was chosen by hand; a draft file may hold what is none."""
    return codes(stored) if stored in list(codes) else None
