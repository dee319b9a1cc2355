"""From the words in the line to everything the desk wants to see: callers, answers, the ticket.

One function serves the window, the command line and, later, the butler. It reads memory only and
takes a few milliseconds; what stands in the database (the household card, tickets, the same thing
already reported) is read by ``desk.calls.card`` and ``desk.tickets`` once somebody is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.answers.asking import ask
from desk.answers.deciding import Decision
from desk.answers.found import Hit, Why
from desk.calls.becoming import become, place_of
from desk.calls.drafts import NOBODY, Draft
from desk.calls.memory import Memory
from desk.calls.ticketing import Becomes
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.community.directory import By, Found, RoomRow
from desk.community.search import FULL_NAME, NAMED_THERE, PHONE
from desk.language.numbers import TicketMention, find_tickets
from desk.language.reading import Reading

#: How many callers and how many answers are offered at once.
CALLERS, ANSWERS = 6, 3


@dataclass(frozen=True)
class Answer:
    """An article that may answer, with the spans of its question that were matched, and why.

    ``score`` is comparable within one sight only.
    """

    id: int
    question: str
    answer: str
    spans: tuple[tuple[int, int], ...]
    expired: bool
    why: tuple[Why, ...] = ()
    score: float = 0.0


@dataclass(frozen=True)
class Sight:
    """What the words lead to.

    Attributes:
        text: the words it rests on.
        found: rooms and people, best first.
        tickets: ticket numbers, or their last four figures, that stand in the words.
        lookup: the words read as somebody or something to look up: these outrank answers.
        asks: several people share the number, or several rooms the beginning, that was typed:
            none is the likeliest, so somebody must say which.
        caller: the one person whom a sentence can only mean, if it names one.
        answers: articles, best first.
        decision: what a desk without people would do with the words: whether the first answer may
            be relied on.
        reading: room, family, urgency and telephone, each with the words it rests on.
        room: the one room the ticket is about, if it is known: chosen, read or the caller's.
        rooms: which rooms it may be, while it is not known.
        category: the centre's category that fits.
        becomes: the ticket this would become, corrections by hand included.
    """

    text: str
    found: tuple[Found, ...]
    tickets: tuple[TicketMention, ...]
    lookup: bool
    asks: bool
    caller: Found | None
    answers: tuple[Answer, ...]
    decision: Decision
    reading: Reading
    room: RoomRow | None
    rooms: tuple[RoomRow, ...]
    category: CategoryRow | None
    becomes: Becomes


def look(memory: Memory, centre: Centre, draft: Draft) -> Sight:
    """Read the draft's words; may run on any thread."""
    with memory.reading():
        return _look(memory, centre, draft)


def settled(draft: Draft, sight: Sight) -> Draft:
    """Return the draft with what its words say of the caller, as its ticket stores it."""
    caller, phone = sight.caller, sight.reading.phone
    if caller is None:
        number = phone.number if phone is not None else ""
        return replace(draft, caller_phone=draft.caller_phone or number)
    return replace(
        draft,
        resident=caller.person_id,
        caller_name=draft.caller_name or caller.name,
        caller_phone=draft.caller_phone or (phone.number if phone is not None else caller.phone),
    )


def _look(memory: Memory, centre: Centre, draft: Draft) -> Sight:
    text = draft.text.strip()
    directory = memory.directory
    reply = ask(memory.index, text, directory.known, ANSWERS)
    reading = reply.reading
    found = tuple(directory.find(text, CALLERS)) if text else ()
    # Words that say what is the matter are no name, even where somebody is called so.
    lookup = reading.family is None and directory.is_lookup(text)
    caller = None if lookup else _caller(draft, found)
    resident = caller.person_id if caller is not None else draft.resident
    where = place_of(directory, draft, text, reading, resident)
    category, becomes = become(centre, draft, reading, where)
    return Sight(
        text=text,
        found=found,
        tickets=tuple(find_tickets(text)),
        lookup=lookup,
        asks=_asks(found),
        caller=caller,
        answers=answers_of(memory, reply.hits),
        decision=reply.decision,
        reading=reading,
        room=where.room,
        rooms=where.candidates,
        category=category,
        becomes=becomes,
    )


def answers_of(memory: Memory, hits: Sequence[Hit]) -> tuple[Answer, ...]:
    """Return the articles of some hits, to be shown; who asks holds the memory."""
    found = []
    for hit in hits:
        article = memory.articles.get(hit.article_id)
        if article is not None:
            form = article.form
            found.append(
                Answer(
                    hit.article_id,
                    form.question,
                    form.answer,
                    hit.spans,
                    hit.expired,
                    hit.why,
                    hit.score,
                )
            )
    return tuple(found)


def _caller(draft: Draft, found: tuple[Found, ...]) -> Found | None:
    """Return the one person the words name: by a whole number, a whole name, or room and name."""
    if draft.resident is not None or draft.extra.get(NOBODY):
        return None
    people = [one for one in found if one.person_id is not None and _names(one)]
    best = max((one.score for one in people), default=0)
    sure = [one for one in people if one.score == best]
    return sure[0] if len(sure) == 1 else None


def _names(one: Found) -> bool:
    by_name = one.by is By.NAME and one.score >= FULL_NAME
    return by_name or one.score >= min(PHONE, NAMED_THERE)


def _asks(found: tuple[Found, ...]) -> bool:
    """Tell whether the best of what was found is several, by a number that they share."""
    best = [one for one in found if one.score == found[0].score]
    return len(best) > 1 and all(one.by in (By.PHONE, By.ROOM) for one in best)
