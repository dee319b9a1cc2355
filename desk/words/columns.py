"""What the columns of a file are called: the fields of a roster, a ledger, a list of questions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desk.words.catalogue import Words, mark_in

_ROSTER = {
    "phase": mark_in("field", "phase"),
    "building": mark_in("field", "building"),
    "unit": mark_in("field", "unit"),
    "floor": mark_in("field", "floor"),
    "room": mark_in("field", "room"),
    "shop": mark_in("field", "shop"),
    "parking": mark_in("field", "parking space"),
    "kind": mark_in("field", "kind of room"),
    "area": mark_in("field", "area"),
    "owner": mark_in("field", "owner"),
    "tenant": mark_in("field", "tenant"),
    "family": mark_in("field", "family"),
    "name": mark_in("field", "name"),
    "owner_phone": mark_in("field", "owner's telephone"),
    "tenant_phone": mark_in("field", "tenant's telephone"),
    "family_phone": mark_in("field", "family's telephone"),
    "phone": mark_in("field", "telephone"),
    "relation": mark_in("field", "owner, tenant or family"),
    "status": mark_in("field", "lived in, let or empty"),
    "moved_in": mark_in("field", "moved in"),
    "note": mark_in("field", "remarks"),
    "person_note": mark_in("field", "remarks on the person"),
    "serial": mark_in("field", "running number"),
    "total": mark_in("field", "total"),
    "unused": mark_in("field", "not taken over"),
}
_LEDGER = {
    "serial": mark_in("field", "running number"),
    "number": mark_in("field", "ticket number"),
    "source_number": mark_in("field", "earlier number"),
    "reported": mark_in("field", "reported on"),
    "time": mark_in("field", "time of day"),
    "month": mark_in("field", "month"),
    "month_day": mark_in("field", "day of the month"),
    "place": mark_in("field", "place"),
    "spot": mark_in("field", "spot"),
    "caller_room": mark_in("field", "caller's room"),
    "floor": mark_in("field", "floor"),
    "phase": mark_in("field", "phase"),
    "building": mark_in("field", "building"),
    "unit": mark_in("field", "unit"),
    "door": mark_in("field", "room"),
    "community": mark_in("field", "community"),
    "name": mark_in("field", "caller"),
    "phone": mark_in("field", "telephone"),
    "contact": mark_in("field", "caller and telephone"),
    "text": mark_in("field", "what was reported"),
    "title": mark_in("field", "heading"),
    "kind": mark_in("field", "kind of ticket"),
    "category": mark_in("field", "category"),
    "urgency": mark_in("field", "urgency"),
    "channel": mark_in("field", "channel"),
    "state": mark_in("field", "state"),
    "done": mark_in("field", "done or not"),
    "result": mark_in("field", "result"),
    "finished": mark_in("field", "finished on"),
    "finished_time": mark_in("field", "finished at, time of day"),
    "closed": mark_in("field", "closed on"),
    "hold": mark_in("field", "why it waits"),
    "handler": mark_in("field", "crew or technician"),
    "satisfaction": mark_in("field", "satisfaction"),
    "note": mark_in("field", "remarks"),
    "cost": mark_in("field", "cost"),
    "other": mark_in("field", "not taken over"),
}
_QUESTIONS = {
    "question": mark_in("field", "question"),
    "phrasings": mark_in("field", "other phrasings"),
    "answer": mark_in("field", "approved answer"),
    "category": mark_in("field", "category"),
    "owner": mark_in("field", "answerable for it"),
    "valid_from": mark_in("field", "valid from"),
    "valid_until": mark_in("field", "valid until"),
    "validity": mark_in("field", "valid from and until"),
    "state": mark_in("field", "in use or not"),
    "office_note": mark_in("field", "for the office only"),
    "serial": mark_in("field", "running number"),
    "other": mark_in("field", "not taken over"),
}

#: By the kind of the file, then by the key of the field.
NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"roster": _ROSTER, "tickets": _LEDGER, "knowledge": _QUESTIONS}
)


def field_name(words: Words, kind: str, key: str) -> str:
    """Name a field of a kind of file."""
    return words.say_in(*NAMES[kind][key])
