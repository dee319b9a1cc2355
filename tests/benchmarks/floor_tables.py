"""The floor of storing and reading a ticket: the same rows and the same query by plain sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

Statement = tuple[str, Sequence[object]]


def connect(path: Path) -> sqlite3.Connection:
    """Open a database as the desk does: WAL, synced commits, foreign keys."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def captured(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    """Run the statements that changed something in one synced commit."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        connection.execute(sql, values)
    connection.execute("COMMIT")


QUEUE = """
SELECT t.id, t.version, t.number, t.kind, t.state, t.urgency, t.place, t.words, t.spot,
       c.name, w.name, p.name, t.caller_name, t.caller_phone, t.chased, t.received_at, t.due_at,
       t.due_clock, t.hold_reason, t.appointment_from, t.appointment_until, t.slip_prints,
       t.slip_returned_at, t.finished_at, t.closed_at, t.is_open, t.community_id, t.room_id,
       t.resident_id, t.category_id, t.crew_id, t.technician_id
FROM ticket t
LEFT JOIN category c ON c.id = t.category_id
LEFT JOIN crew w ON w.id = t.crew_id
LEFT JOIN technician p ON p.id = t.technician_id
WHERE t.is_open AND t.due_at IS NOT NULL
ORDER BY t.due_at, t.id LIMIT 50
"""


def queue_page(connection: sqlite3.Connection) -> int:
    """Read the first page of the queue by the index and return its length."""
    return len(connection.execute(QUEUE).fetchall())
