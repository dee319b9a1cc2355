"""The values a roster changes, in words."""

from __future__ import annotations

from desk.intake.roster_plan import Field, Value
from desk.language.phones import masked
from desk.ui.fields.listed import listed
from desk.words import terms
from desk.words.catalogue import Words, mark, mark_in

_SIMPLE = {
    Field.AREA: mark("Area, m²"),
    Field.MOVED_IN: mark("Moved in"),
    Field.NOTE: mark("Note"),
    Field.NAME: mark("Name"),
    Field.PHONES: mark("Telephone"),
}
_IN_CONTEXT = {
    Field.KIND: mark_in("column", "Kind of room"),
    Field.RELATION: mark_in("roster field", "Relation"),
    Field.HOME: mark_in("roster field", "Home"),
    Field.ACTIVE: mark_in("roster field", "On the roster"),
    Field.GONE: mark_in("roster field", "On the roster"),
}


def field(words: Words, which: Field) -> str:
    """Name a field: 电话."""
    return words.say(_SIMPLE[which]) if which in _SIMPLE else words.say_in(*_IN_CONTEXT[which])


def value(words: Words, which: Field, what: Value, *, bare: bool) -> str:
    """Say a value, telephone numbers whole where ``bare``; '' for nothing."""
    if isinstance(what, tuple):
        return listed(words, (one if bare else masked(one) for one in what))
    if isinstance(what, bool):
        return words.say("yes") if what else words.say("no")
    if isinstance(what, int | float):
        return f"{what:g}"
    if what and which in (Field.RELATION, Field.HOME):
        return terms.relation(words, what)
    if what and which is Field.KIND:
        return terms.room_kind(words, what)
    if what and which is Field.KIND:
        return terms.room_kind(words, what)
    return " ".join((what or "").split())
