"""How a call ends: answered, made a ticket, chased, or nothing; and taking the last one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desk.calls.drafts import Draft
from desk.codes import Outcome, Topic
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import to_stored
from desk.models.tables import Article, Call
from desk.refusals import Refusal

#: By hand, because every ticket made at the desk writes one: peewee takes longer to word it than
#: the database to store it.
_INSERT: Final = (
    "INSERT INTO call (version, community_id, draft_key, started_at, channel, resident_id, room_id,"
    " caller_name, caller_phone, words, ended_at, outcome, article_id, ticket_id, staff_id)"
    " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (draft_key) DO NOTHING"
)


@dataclass(frozen=True)
class Logged:
    """A call that was written down; ``again`` when this draft had been written before."""

    call: int
    again: bool


def end(
    write: Write,
    community: int,
    draft: Draft,
    outcome: Outcome,
    *,
    article: int | None = None,
    ticket: int | None = None,
) -> Logged:
    """Write a call down, once: a draft that was saved before is the call it was.

    A call that had been taken back and is ended anew (``Ctrl+Z``, then ``Enter``) is brought up
    to date instead of standing twice.
    """
    call = sql.insert(
        write.database,
        _INSERT,
        (
            community,
            draft.key,
            to_stored(draft.started_at),
            draft.channel,
            draft.resident,
            draft.room,
            draft.caller_name,
            draft.caller_phone,
            draft.text,
            to_stored(write.now),
            outcome,
            article,
            ticket,
            write.actor.staff,
        ),
    )
    if call is None:
        known = Call.get(Call.draft_key == draft.key)
        if known.taken_back_at is None:
            return Logged(known.id, again=True)
        call = known.id
        _end_anew(write, known, draft, outcome, article, ticket)
    if article is not None:
        _count(article, 1)
    write.log(
        Topic.CALLS,
        call,
        "call.ended",
        detail={"outcome": outcome, "article": article, "ticket": ticket},
    )
    return Logged(call, again=False)


def _end_anew(
    write: Write,
    known: Call,
    draft: Draft,
    outcome: Outcome,
    article: int | None,
    ticket: int | None,
) -> None:
    Call.update(
        version=known.version + 1,
        channel=draft.channel,
        resident=draft.resident,
        room=draft.room,
        caller_name=draft.caller_name,
        caller_phone=draft.caller_phone,
        words=draft.text,
        ended_at=write.now,
        outcome=outcome,
        article=article,
        ticket=ticket,
        staff=write.actor.staff,
        taken_back_at=None,
    ).where(Call.id == known.id).execute()


def unfinished(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that are no calls yet.

    After a power cut a draft may still stand in its file although its call was stored.
    """
    keys = [draft.key for draft in drafts]
    query = Call.select(Call.draft_key).where(
        Call.draft_key.in_(keys) & Call.taken_back_at.is_null()
    )
    ended = {row.draft_key for row in query}
    return [draft for draft in drafts if draft.key not in ended]


def take_back(write: Write, call: int) -> None:
    """Take back a call that was logged by mistake; its words return to the line.

    Raises:
        Refusal: ``call.not_returnable`` for one that made or chased a ticket, or was taken back
            already.
    """
    row = Call.get_or_none(Call.id == call)
    if row is None or row.taken_back_at is not None or row.ticket_id is not None:
        raise Refusal("call.not_returnable")
    Call.update(version=row.version + 1, taken_back_at=write.now).where(Call.id == call).execute()
    if row.article_id is not None:
        _count(row.article_id, -1)
    write.log(Topic.CALLS, call, "call.taken_back")


def _count(article: int, step: int) -> None:
    """Count how often an article answered; not an edit, so its version stays."""
    Article.update(used=Article.used + step).where(Article.id == article).execute()
