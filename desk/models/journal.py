"""The journal: every step of every subject, who did it and when, chained by digests.

One table is the history on screen, the audit trail and the feed for other desks. Free text and
names stand beside an entry in ``JournalText`` and can be erased: the chain is over their salted
digest, so it still verifies afterwards.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Database, SqliteDatabase

from desk.codes import Topic
from desk.models.fields import bound_database, to_stored
from desk.models.tables import JournalEntry, JournalHead, JournalText

_GENESIS = "0" * 64
_HEAD = 1


@dataclass(frozen=True)
class Actor:
    """Who does something: a member of staff (None: the program itself) at a named desk."""

    staff: int | None = None
    desk: str = ""


@dataclass(frozen=True)
class Step:
    """One entry as the history shows it; ``text`` is None when there is none or it was erased."""

    id: int
    topic: Topic
    subject: int
    action: str
    occurred_at: datetime
    entered_at: datetime
    staff: int | None
    desk: str
    detail: dict[str, Any]
    text: dict[str, Any] | None


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text_digest(salt: str, text: dict[str, Any]) -> str:
    return hashlib.sha256(salt.encode() + _canonical(text)).hexdigest()


def _digest(previous: str, content: list[object]) -> str:
    return hashlib.sha256(previous.encode() + _canonical(content)).hexdigest()


def append(
    actor: Actor,
    now: datetime,
    topic: Topic,
    subject: int,
    action: str,
    *,
    occurred_at: datetime | None = None,
    detail: dict[str, Any] | None = None,
    text: dict[str, Any] | None = None,
) -> int:
    """Append one entry inside the open transaction and return its id.

    Args:
        actor: who.
        now: when it was entered.
        topic: the kind of subject.
        subject: the subject's id.
        action: a dotted name such as ``"ticket.dispatched"``.
        occurred_at: when it happened, if that is not when it was entered.
        detail: codes, ids and numbers; never personal data.
        text: words and names that may have to be erased one day.
    """
    previous = _lock_head()
    salt = secrets.token_hex(8) if text else ""
    text_digest = _text_digest(salt, text) if text else ""
    occurred = occurred_at or now
    stored_detail = detail or {}
    digest = _digest(
        previous,
        [
            topic,
            subject,
            action,
            to_stored(occurred),
            to_stored(now),
            actor.staff,
            actor.desk,
            stored_detail,
            text_digest,
        ],
    )
    # Written by hand: every step pays for this, and building the query costs more than running it.
    database = bound_database(JournalEntry)
    entry = _insert(
        database,
        "INSERT INTO journal_entry (topic, subject, action, occurred_at, entered_at, staff, desk,"
        " detail, text_digest, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        str(topic),
        subject,
        action,
        to_stored(occurred),
        to_stored(now),
        actor.staff,
        actor.desk,
        json.dumps(stored_detail),
        text_digest,
        digest,
    )
    if text:
        JournalText.insert(entry=entry, salt=salt, text=text).execute()
    _run(database, "UPDATE journal_head SET digest = ? WHERE id = ?", digest, _HEAD)
    return entry


def _lock_head() -> str:
    """Return the last digest; on PostgreSQL its row stays locked until the commit."""
    database = bound_database(JournalHead)
    lock = " FOR UPDATE" if database.for_update else ""
    query = f"SELECT digest FROM journal_head WHERE id = ?{lock}"
    head = _run(database, query, _HEAD).fetchone()
    if head is None:
        JournalHead.insert(id=_HEAD, digest=_GENESIS).execute()
        return _GENESIS
    return str(head[0])


def _insert(database: Database, sql: str, *values: object) -> int:
    """Insert a row and return its id; on SQLite asking for RETURNING costs more than the row."""
    if isinstance(database, SqliteDatabase):
        return int(_run(database, sql, *values).lastrowid)
    return int(_run(database, f"{sql} RETURNING id", *values).fetchone()[0])


def _run(database: Database, sql: str, *values: object) -> Any:  # noqa: ANN401 - a cursor
    return database.execute_sql(sql.replace("?", database.param), values)


def history(topic: Topic, subject: int) -> list[Step]:
    """Return a subject's steps, oldest first."""
    rows = (
        JournalEntry.select(JournalEntry, JournalText.text)
        .left_outer_join(JournalText)
        .where((JournalEntry.topic == topic) & (JournalEntry.subject == subject))
        .order_by(JournalEntry.occurred_at, JournalEntry.id)
    )
    return [_step(row) for row in rows]


def _step(row: JournalEntry) -> Step:
    words = getattr(row, "journaltext", None)
    return Step(
        id=row.id,
        topic=Topic(row.topic),
        subject=row.subject,
        action=row.action,
        occurred_at=row.occurred_at,
        entered_at=row.entered_at,
        staff=row.staff,
        desk=row.desk,
        detail=row.detail,
        text=None if words is None else words.text,
    )


def erase_texts(topic: Topic, subject: int) -> int:
    """Erase the words of a subject's entries and return how many; the chain stays whole."""
    entries = JournalEntry.select(JournalEntry.id).where(
        (JournalEntry.topic == topic) & (JournalEntry.subject == subject)
    )
    return int(JournalText.delete().where(JournalText.entry.in_(entries)).execute())


def first_broken_link() -> int | None:
    """Return the id of the first entry that does not verify, or None when the chain is whole."""
    previous = _GENESIS
    query = (
        JournalEntry.select(JournalEntry, JournalText.salt, JournalText.text)
        .left_outer_join(JournalText)
        .order_by(JournalEntry.id)
    )
    for row in query.iterator():
        content = [
            row.topic,
            row.subject,
            row.action,
            to_stored(row.occurred_at),
            to_stored(row.entered_at),
            row.staff,
            row.desk,
            row.detail,
            row.text_digest,
        ]
        words = getattr(row, "journaltext", None)
        if _digest(previous, content) != row.digest or (
            words is not None and _text_digest(words.salt, words.text) != row.text_digest
        ):
            return int(row.id)
        previous = row.digest
    head = JournalHead.select(JournalHead.digest).where(JournalHead.id == _HEAD).scalar()
    last = JournalEntry.select(JournalEntry.id).order_by(JournalEntry.id.desc()).scalar()
    return int(last or 0) if (head or _GENESIS) != previous else None
