"""One sentence for each refusal: what happened, what was kept, what to do.

A code may have a second sentence in ``WITHOUT_FIELDS`` for where nothing is named, as when an
exception of the system was sorted (``desk.words.faults``). A code without any gets a general one.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from string import Formatter

from desk.codes import (
    Channel,
    Due,
    Family,
    HoldReason,
    Kind,
    Outcome,
    Relation,
    Role,
    RoomKind,
    State,
    Topic,
    Urgency,
)
from desk.refusals import Refusal
from desk.words import terms
from desk.words.catalogue import Words, mark
from desk.words.refused import (
    addresses,
    asked,
    centre,
    importing,
    intake,
    intake_ledger,
    ledger,
    lexicon,
    questions,
    roster,
    roster_files,
    sheets,
    system,
    tickets,
    written,
)

SENTENCES: dict[str, str] = {
    **roster.SENTENCES,
    **roster_files.SENTENCES,
    **sheets.SENTENCES,
    **centre.SENTENCES,
    **addresses.SENTENCES,
    **asked.SENTENCES,
    **tickets.SENTENCES,
    **intake.SENTENCES,
    **intake_ledger.SENTENCES,
    **importing.SENTENCES,
    **system.SENTENCES,
    **written.SENTENCES,
    **ledger.SENTENCES,
    **lexicon.SENTENCES,
    **questions.SENTENCES,
}

WITHOUT_FIELDS: dict[str, str] = {
    "database.damaged": mark(
        "The database is damaged and was left as it is. Close the program and restore the last "
        "backup: desk restore FILE."
    ),
    "folder.readonly": mark(
        "This program may not write here. This change was not saved; change the permissions of "
        "the folder and try again."
    ),
}

GENERAL = mark("This cannot be done ({code}). Nothing was changed.")

_TERMS: dict[type[StrEnum], Callable[[Words, str], str]] = {
    Channel: terms.channel,
    Due: terms.due_clock,
    Family: terms.family,
    HoldReason: terms.hold_reason,
    Kind: terms.kind,
    Outcome: terms.outcome,
    Relation: terms.relation,
    Role: terms.role,
    RoomKind: terms.room_kind,
    State: terms.state,
    Topic: terms.topic,
    Urgency: terms.urgency,
}


def sentence(words: Words, refusal: Refusal) -> str:
    """Say a refusal in words; one whose sentence names what it does not carry is said generally."""
    fields = {name: _shown(words, value) for name, value in refusal.fields.items()}
    for table in (SENTENCES, WITHOUT_FIELDS):
        message = table.get(refusal.code)
        if message is not None and fields_of(message) <= fields.keys():
            return words.say(message).format(**fields)
    return words.say(GENERAL, code=refusal.code)


def fields_of(message: str) -> frozenset[str]:
    """Return the names of the fields that a message fills in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(message) if name is not None)


def _shown(words: Words, value: object) -> object:
    """Name a code of the trade as people read it; anything else is shown as it is."""
    name = _TERMS.get(type(value)) if isinstance(value, StrEnum) else None
    return terms.within(words, name(words, str(value))) if name is not None else value
