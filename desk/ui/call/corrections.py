"""What each chip of the reading can be corrected to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from desk.calls.card import HouseholdCard
from desk.centre.default_categories import scope_in
from desk.codes import Kind, Urgency
from desk.community.found import By, Found
from desk.language.phones import masked
from desk.language.pinyin import initials, syllables
from desk.ui.call.conversation import Conversation
from desk.ui.call.picker import Choice, answering
from desk.ui.session import Session
from desk.words import terms

_SHOWN = 30


class Asked(StrEnum):
    """What can be corrected, each by one key."""

    CALLER = "caller"
    ROOM = "room"
    CATEGORY = "category"
    URGENCY = "urgency"
    KIND = "kind"


class Question(NamedTuple):
    """What is asked, what can be chosen, and the value that holds now."""

    title: str
    choices: Sequence[Choice] | Callable[[str], Sequence[Choice]]
    current: object = None


class Corrections:
    """Asks for one part of the reading, and takes what was chosen."""

    def __init__(self, session: Session, conversation: Conversation) -> None:
        self._session = session
        self._conversation = conversation

    def question(self, asked: Asked) -> Question:
        """Return what to ask."""
        return {
            Asked.CALLER: self._callers,
            Asked.ROOM: self._rooms,
            Asked.CATEGORY: self._categories,
            Asked.URGENCY: self._urgencies,
            Asked.KIND: self._kinds,
        }[asked]()

    def take(self, asked: Asked, value: object) -> None:
        """Take what was chosen; None follows the words again."""
        conversation = self._conversation
        if asked is Asked.CALLER:
            if isinstance(value, Found):
                conversation.choose(value)
            else:
                conversation.forget_caller()
        elif asked is Asked.ROOM and isinstance(value, str):
            conversation.correct(room=None, place=value)
        elif asked is Asked.ROOM:
            conversation.correct(room=value, place="")
        else:
            conversation.correct(**{str(asked): value})

    # --- who ----------------------------------------------------------------------------------
    def _callers(self) -> Question:
        words = self._session.words
        known = self._known_people()

        def look_up(query: str) -> list[Choice]:
            if not query:
                choices = [self._person(one) for one in known]
                if self._has_caller():
                    choices.append(Choice(None, words.say("Nobody in particular")))
                return choices
            with self._session.memory.reading() as memory:
                found = memory.directory.find(query, _SHOWN)
            return [self._person(one) for one in found if one.person_id is not None]

        return Question(words.say("Who calls?"), look_up)

    def _known_people(self) -> list[Found]:
        """Return who lives there and whom the words may mean, each once."""
        sight, card = self._conversation.sight, self._conversation.card
        people = _members(card) if card is not None else []
        people += [one for one in (sight.found if sight else ()) if one.person_id is not None]
        return list({one.person_id: one for one in reversed(people)}.values())[::-1]

    def _has_caller(self) -> bool:
        sight, draft = self._conversation.sight, self._conversation.draft
        return bool(draft.resident or draft.caller_name or (sight and sight.caller))

    def _person(self, found: Found) -> Choice:
        relation = found.relation
        said = terms.relation(self._session.words, relation) if relation is not None else ""
        parts = (said, found.room_label, masked(found.phone) if found.phone else "")
        return Choice(found, found.name, "  ".join(part for part in parts if part))

    # --- where --------------------------------------------------------------------------------
    def _rooms(self) -> Question:
        words = self._session.words
        sight, card = self._conversation.sight, self._conversation.card
        known: dict[object, str] = {}
        if sight is not None:
            rooms = (*((sight.room,) if sight.room is not None else ()), *sight.rooms)
            known |= {room.id: room.label for room in rooms}
        if card is not None:
            known |= {card.room: card.room_label} if card.room is not None else {}
            known |= {home.id: home.label for home in card.homes}

        def look_up(query: str) -> list[Choice]:
            if not query:
                return [*_as_choices(known), *self._as_said(self._conversation.draft.room)]
            with self._session.memory.reading() as memory:
                found = memory.directory.find(query, _SHOWN)
            rooms: dict[object, str] = {
                one.room_id: one.room_label for one in found if one.room_id is not None
            }
            public = words.say("A public place: {place}", place=query)
            return [*_as_choices(rooms), Choice(query, public)]

        return Question(
            words.say("Which room, or which public place?"),
            look_up,
            sight.room.id if sight is not None and sight.room is not None else None,
        )

    # --- what ---------------------------------------------------------------------------------
    def _categories(self) -> Question:
        session = self._session
        words = session.words
        choices = []
        for row in session.centre.categories:
            name, scope = row.form.name, row.form.scope
            letters = (initials(name), "".join(syllables(name)), initials(scope))
            shown = scope_in(words.language, scope)
            choices.append(
                Choice(row.id, row.name(words), shown, " ".join((*letters, name, scope)))
            )
        fixed = (*choices, *self._as_said(self._conversation.draft.category))
        sight = self._conversation.sight
        category = sight.category if sight is not None else None
        return Question(
            words.say("What is it about?"),
            lambda query: answering(fixed, query),
            category.id if category is not None else None,
        )

    def _urgencies(self) -> Question:
        words, sight = self._session.words, self._conversation.sight
        choices = [
            _coded(urgency, terms.urgency(words, urgency), number)
            for number, urgency in enumerate(Urgency, start=1)
        ]
        return Question(
            words.say("How urgent is it?"),
            [*choices, *self._as_said(self._conversation.draft.urgency, "0")],
            str(sight.becomes.urgency) if sight is not None else None,
        )

    def _kinds(self) -> Question:
        words, sight = self._session.words, self._conversation.sight
        choices = [
            _coded(kind, terms.kind(words, kind), number)
            for number, kind in enumerate(Kind, start=1)
        ]
        return Question(
            words.say("What kind of ticket?"),
            [*choices, *self._as_said(self._conversation.draft.kind, "0")],
            str(sight.becomes.kind) if sight is not None else None,
        )

    def _as_said(self, chosen: object, key: str = "") -> list[Choice]:
        """Offer to follow the words again where something was chosen by hand."""
        if chosen is None:
            return []
        return [Choice(None, self._session.words.say("As the words say"), key=key)]


def _coded(code: StrEnum, name: str, number: int) -> Choice:
    letters = (str(code), initials(name), "".join(syllables(name)))
    return Choice(str(code), name, letters=" ".join(letters), key=str(number))


def _as_choices(rooms: dict[object, str]) -> list[Choice]:
    return [Choice(room, label) for room, label in rooms.items()]


def _members(card: HouseholdCard) -> list[Found]:
    return [
        Found(
            card.room,
            member.id,
            member.name,
            card.room_label,
            next(iter(member.phones), ""),
            member.relation,
            0,
            By.ROOM,
            (),
        )
        for member in card.members
    ]
