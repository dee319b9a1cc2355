"""How a call ends: answered, made a ticket, chased, or nothing; and taking the last one back."""

from __future__ import annotations

from dataclasses import dataclass

from desk.calls.drafts import Draft
from desk.codes import Outcome, Topic
from desk.models.database import Write
from desk.models.tables import Article, Call
from desk.refusals import Refusal


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
    columns = {
        "channel": draft.channel,
        "resident": draft.resident,
        "room": draft.room,
        "caller_name": draft.caller_name,
        "caller_phone": draft.caller_phone,
        "words": draft.text,
        "ended_at": write.now,
        "outcome": outcome,
        "article": article,
        "ticket": ticket,
        "staff": write.actor.staff,
        "taken_back_at": None,
    }
    known = Call.get_or_none(Call.draft_key == draft.key)
    if known is not None and known.taken_back_at is None:
        return Logged(known.id, again=True)
    if known is not None:
        Call.update(version=known.version + 1, **columns).where(Call.id == known.id).execute()
        call = int(known.id)
    else:
        call = int(
            Call.insert(
                community=community, draft_key=draft.key, started_at=draft.started_at, **columns
            ).execute()
        )
    if article is not None:
        _count(article, 1)
    write.log(
        Topic.CALLS,
        call,
        "call.ended",
        detail={"outcome": outcome, "article": article, "ticket": ticket},
    )
    return Logged(call, again=False)


def take_back(write: Write, call: int) -> None:
    """Take back a call that was logged by mistake; its words return to the line.

    Raises:
        Refusal: ``call.not_returnable`` for one that made a ticket or was taken back already.
    """
    row = Call.get_or_none(Call.id == call)
    if row is None or row.taken_back_at is not None or row.outcome == Outcome.TICKET:
        raise Refusal("call.not_returnable")
    Call.update(version=row.version + 1, taken_back_at=write.now).where(Call.id == call).execute()
    if row.article_id is not None:
        _count(row.article_id, -1)
    write.log(Topic.CALLS, call, "call.taken_back")


def _count(article: int, step: int) -> None:
    """Count how often an article answered; not an edit, so its version stays."""
    Article.update(used=Article.used + step).where(Article.id == article).execute()
