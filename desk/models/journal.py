"""The journal: every step of every subject, who did it and when, chained by digests.

One table is the history on screen, the audit trail and the feed for other desks. Free text and
names stand beside an entry in ``JournalText`` and can be erased: the chain is over their salted
digest, so it still verifies afterwards.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn, cast

from peewee import Field, Function, fn

from desk.codes import Topic
from desk.models import bulk, sql
from desk.models.fields import bound_database, snapshot, to_stored
from desk.models.tables import ImportedRow, JournalEntry, JournalHead, JournalText

_GENESIS = "0" * 64
_HEAD = 1
#: Entries that are verified at a time: a journal of years must not fill the memory.
_BATCH = 2_000
_COLUMNS = (
    "topic",
    "subject",
    "action",
    "occurred_at",
    "entered_at",
    "staff",
    "desk",
    "detail",
    "text_digest",
    "digest",
)


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


def _refuse_float(number: str) -> NoReturn:
    raise TypeError(f"the journal holds whole numbers only, not {number}")


# Made once: to make one for each document costs more than the document.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLAIN = json.JSONEncoder(ensure_ascii=False)
_WHOLE = json.JSONDecoder(parse_float=_refuse_float)


def _canonical(value: object) -> bytes:
    return _CANONICAL.encode(value).encode()


def _as_read_back(document: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a document as the database will give it back: digests are over nothing else.

    Raises:
        TypeError: for a number that is no whole one; PostgreSQL would write it another way.
    """
    if not document:
        return {}
    plain: dict[str, Any] = _WHOLE.decode(_PLAIN.encode(document))
    return plain


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
    stored_detail, words = _as_read_back(detail), _as_read_back(text)
    previous = _lock_head()
    salt = secrets.token_hex(8) if words else ""
    text_digest = _text_digest(salt, words) if words else ""
    occurred = occurred_at or now
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
    entry = sql.insert(
        database,
        "INSERT INTO journal_entry (topic, subject, action, occurred_at, entered_at, staff, desk,"
        " detail, text_digest, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(topic),
            subject,
            action,
            to_stored(occurred),
            to_stored(now),
            actor.staff,
            actor.desk,
            _written(stored_detail),
            text_digest,
            digest,
        ),
    )
    if entry is None:
        raise RuntimeError("the journal took no entry")
    if words:
        sql.run(
            database,
            "INSERT INTO journal_text (entry_id, salt, text) VALUES (?, ?, ?)",
            (entry, salt, _written(words)),
        )
    sql.run(database, "UPDATE journal_head SET digest = ? WHERE id = ?", (digest, _HEAD))
    return entry


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step among many that one transaction appends; as the arguments of ``append``."""

    topic: Topic
    subject: int
    action: str
    detail: Mapping[str, Any] | None = None
    text: Mapping[str, Any] | None = None


def append_many(actor: Actor, now: datetime, steps: Sequence[NewStep]) -> None:
    """Append many entries in their order, as ``append`` does one, in two statements."""
    if not steps:
        return
    database = bound_database(JournalEntry)
    digest, at = _lock_head(), to_stored(now)
    entries, texts = [], []
    ids = bulk.new_ids(database, "journal_entry", len(steps))
    for entry, step in zip(ids, steps, strict=True):
        detail, words = _as_read_back(step.detail), _as_read_back(step.text)
        salt = secrets.token_hex(8) if words else ""
        text_digest = _text_digest(salt, words) if words else ""
        row = (str(step.topic), step.subject, step.action, at, at, actor.staff, actor.desk)
        digest = _digest(digest, [*row, detail, text_digest])
        entries.append((entry, *row, _written(detail), text_digest, digest))
        if words:
            texts.append((entry, salt, _written(words)))
    bulk.insert(database, "journal_entry", ("id", *_COLUMNS), entries)
    bulk.insert(database, "journal_text", ("entry_id", "salt", "text"), texts)
    sql.run(database, "UPDATE journal_head SET digest = ? WHERE id = ?", (digest, _HEAD))


def _written(document: dict[str, Any]) -> str:
    return _PLAIN.encode(document)


def _lock_head() -> str:
    """Return the last digest; on PostgreSQL its row stays locked until the commit."""
    database = bound_database(JournalHead)
    lock = " FOR UPDATE" if database.for_update else ""
    head = sql.one(database, f"SELECT digest FROM journal_head WHERE id = ?{lock}", (_HEAD,))
    if head is None:
        JournalHead.insert(id=_HEAD, digest=_GENESIS).execute()
        return _GENESIS
    return str(head[0])


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
    """Erase the words of a subject's entries and return how many; the chain stays whole.

    What imported files said of the subject goes with them.
    """
    ImportedRow.update(before=None, said=None).where(
        (ImportedRow.topic == topic) & (ImportedRow.subject == subject)
    ).execute()
    entries = JournalEntry.select(JournalEntry.id).where(
        (JournalEntry.topic == topic) & (JournalEntry.subject == subject)
    )
    return int(JournalText.delete().where(JournalText.entry.in_(entries)).execute())


def first_broken_link() -> int | None:
    """Return the id of the first entry that does not verify, or None when the chain is whole.

    Desks may go on writing meanwhile: one moment of the database is read.
    """
    with snapshot(bound_database(JournalEntry)):
        previous, last = _GENESIS, 0
        while rows := _batch(last):
            for row in rows:
                if not _verifies(row, previous):
                    return int(row[0])
                last, previous = row[0], row[10]
        head = JournalHead.select(JournalHead.digest).where(JournalHead.id == _HEAD).scalar()
        return None if (head or _GENESIS) == previous else int(last)


def _batch(after: int) -> list[tuple[Any, ...]]:
    query = (
        JournalEntry.select(
            JournalEntry.id,
            JournalEntry.topic,
            JournalEntry.subject,
            JournalEntry.action,
            _as_stored(JournalEntry.occurred_at),
            _as_stored(JournalEntry.entered_at),
            JournalEntry.staff,
            JournalEntry.desk,
            JournalEntry.detail,
            JournalEntry.text_digest,
            JournalEntry.digest,
            JournalText.salt,
            JournalText.text,
        )
        .left_outer_join(JournalText)
        .where(JournalEntry.id > after)
        .order_by(JournalEntry.id)
        .limit(_BATCH)
    )
    return list(cast("Iterable[tuple[Any, ...]]", query.tuples()))


def _as_stored(column: Field) -> Function:
    """Select a moment as the number it is: one that was tampered with may be none at all."""
    return fn.COALESCE(column, 0).coerce(False)


def _verifies(row: tuple[Any, ...], previous: str) -> bool:
    _, topic, subject, action, occurred, entered, staff, desk, detail, text_digest, digest = row[
        :11
    ]
    salt, text = row[11:]
    content = [topic, subject, action, occurred, entered, staff, desk, detail, text_digest]
    if _digest(previous, content) != digest:
        return False
    return salt is None or _text_digest(salt, text) == text_digest
