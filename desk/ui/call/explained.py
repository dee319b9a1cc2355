"""What the line says of a caller nobody knows, and why it leads to nothing."""

from __future__ import annotations

from typing import NamedTuple

from desk.language.surnames import COMPOUND, has_surname
from desk.ui.call.conversation import Conversation
from desk.ui.call.sureness import asks_about_people, told
from desk.ui.theme import Tone
from desk.words.catalogue import Words

_LONGEST_NAME = 4


class Empty(NamedTuple):
    """A sentence, and whether a caller can be added here."""

    sentence: str
    add: bool = False


class Caller(NamedTuple):
    """What is known already of somebody who is to be added; "" where nothing is."""

    name: str
    phone: str
    room: str


def why_empty(words: Words, conversation: Conversation, *, loaded: bool) -> Empty:
    """Say why there is nothing to point at.

    Args:
        words: the language.
        conversation: the call in the line.
        loaded: whether roster and library are in memory.
    """
    text, sight = conversation.draft.text.strip(), conversation.sight
    if text and not loaded:
        return Empty(words.say("Rooms, residents and answers are still being loaded."))
    if text and sight is not None and sight.text == text and not sight.found:
        if sight.lookup:
            return Empty(
                words.say("Nobody is known by that. Add the caller, or type what the matter is."),
                add=True,
            )
        said = told(words, sight)
        if said is not None and said.tone is Tone.QUIET:
            return Empty(said.sentence, add=not asks_about_people(sight))
        return Empty(
            words.say("Nothing was found; what you type makes a ticket all the same."), add=True
        )
    if conversation.idle:
        return Empty(
            words.say("Type what the caller says: answers, callers and tickets appear here.")
        )
    return Empty(words.say("Now type what the matter is."))


def already_said(conversation: Conversation) -> Caller:
    """Return what the line and the choices say of a caller who is not known."""
    sight, draft, card = conversation.sight, conversation.draft, conversation.card
    stranger = draft.resident is None
    phone = sight.reading.phone.number if sight is not None and sight.reading.phone else ""
    room = sight.room.label if sight is not None and sight.room is not None else ""
    return Caller(
        draft.caller_name if stranger and draft.caller_name else _name(conversation, phone),
        phone or (draft.caller_phone if stranger else ""),
        room or (card.room_label if card is not None else ""),
    )


def _name(conversation: Conversation, phone: str) -> str:
    """Return a short text that means nothing else: a name that is not known yet."""
    sight, text = conversation.sight, conversation.draft.text.strip()
    if sight is None or sight.found or sight.reading.room or phone:
        return ""
    # 欧阳雪 is somebody although 雪 alone is swept.
    named = (has_surname(text) and len(text) < _LONGEST_NAME) or text[:2] in COMPOUND
    means = sight.reading.family is not None and not named
    return text if not means and 1 < len(text) <= _LONGEST_NAME and text.isalpha() else ""
