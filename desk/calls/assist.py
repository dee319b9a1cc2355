"""From the words in the line to everything the desk wants to see: callers, answers, the ticket.

One function serves the window, the command line and, later, the butler. It reads memory only and
takes a few milliseconds; what stands in the database (the household card, tickets, the same thing
already reported) is read by ``desk.calls.card`` and ``desk.tickets`` once somebody is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.calls.drafts import Draft
from desk.calls.memory import Memory
from desk.calls.ticketing import Becomes
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.community.directory import Found, RoomRow
from desk.language.numbers import TicketMention, find_tickets
from desk.language.reading import Reading, read

#: How many callers and how many answers are offered at once.
CALLERS, ANSWERS = 6, 3


@dataclass(frozen=True)
class Answer:
    """An article that may answer, with the spans of its question that were matched."""

    id: int
    question: str
    answer: str
    spans: tuple[tuple[int, int], ...]
    expired: bool


@dataclass(frozen=True)
class Sight:
    """What the words lead to.

    Attributes:
        text: the words it rests on.
        found: rooms and people, best first.
        tickets: ticket numbers, or their last four figures, that stand in the words.
        lookup: the words read as somebody or something to look up: these outrank answers.
        answers: articles, best first.
        reading: room, family, urgency and telephone, each with the words it rests on.
        room: the one room the reading means, if the roster knows it.
        category: the centre's category that fits.
        becomes: the ticket this would become, corrections by hand included.
    """

    text: str
    found: tuple[Found, ...]
    tickets: tuple[TicketMention, ...]
    lookup: bool
    answers: tuple[Answer, ...]
    reading: Reading
    room: RoomRow | None
    category: CategoryRow | None
    becomes: Becomes


def look(memory: Memory, centre: Centre, draft: Draft) -> Sight:
    """Read the draft's words."""
    text = draft.text.strip()
    directory = memory.directory
    reading = read(text, directory.known)
    room = _room(memory, reading)
    category = _category(centre, draft, reading)
    return Sight(
        text=text,
        found=tuple(directory.find(text, CALLERS)) if text else (),
        tickets=tuple(find_tickets(text)),
        lookup=directory.is_lookup(text),
        answers=_answers(memory, text),
        reading=reading,
        room=room,
        category=category,
        becomes=_becomes(memory, draft, reading, room, category),
    )


def _answers(memory: Memory, text: str) -> tuple[Answer, ...]:
    articles = memory.articles
    return tuple(
        Answer(
            hit.article_id,
            articles[hit.article_id].form.question,
            articles[hit.article_id].form.answer,
            hit.spans,
            hit.expired,
        )
        for hit in memory.index.search(text, ANSWERS)
        if hit.article_id in articles
    )


def _room(memory: Memory, reading: Reading) -> RoomRow | None:
    mention = reading.room
    if mention is None or not mention.complete:
        return None
    known = memory.directory.known(mention.building, mention.unit, mention.number)
    return known[0] if len(known) == 1 else None


def _category(centre: Centre, draft: Draft, reading: Reading) -> CategoryRow | None:
    if draft.category is not None:
        return centre.category(draft.category)
    if reading.category is None:
        return None
    leaf = reading.category.value
    same = [row for row in centre.categories if row.form.family is leaf.family]
    named = [row for row in same if (row.form.scope, row.form.name) == (leaf.branch, leaf.leaf)]
    kin = [row for row in same if row.form.kind is reading.kind.value]
    return next(iter([*named, *kin, *same]), None)


def _becomes(
    memory: Memory,
    draft: Draft,
    reading: Reading,
    room: RoomRow | None,
    category: CategoryRow | None,
) -> Becomes:
    chosen = memory.directory.room(draft.room) if draft.room is not None else room
    kind = Kind(draft.kind) if draft.kind else reading.kind.value
    urgency = reading.urgency.value
    if draft.urgency:
        urgency = Urgency(draft.urgency)
    elif draft.category is not None and category is not None and not reading.urgency.spans:
        urgency = category.form.urgency
    if draft.category is not None and category is not None and not draft.kind:
        kind = category.form.kind
    return Becomes(
        kind=kind,
        urgency=urgency,
        category=category.id if category is not None else None,
        room=chosen.id if chosen is not None else None,
        place=chosen.label if chosen is not None else draft.place.strip(),
    )
