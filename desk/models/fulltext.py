"""Full text of tickets, alike on both databases: a phrase of any length is found.

Each CJK character stands apart in the index and a query is a phrase of them. SQLite's own
``trigram`` finds no word of two characters and ``unicode61`` alone none at all; PostgreSQL's
``simple`` configuration takes a run of CJK for one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from peewee import Database, DatabaseError, SqliteDatabase

from desk.models import bulk

_CJK = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_STOPS = re.compile("[，。、；：？！（）]")
#: A CJK character that is no punctuation, or a run of whatever else words are written with.
_WORD = re.compile(rf"[{_CJK}](?<=\w)|[^\W{_CJK}]+")


def spaced(text: str) -> str:
    """Return the text with every CJK character set apart, lower case, punctuation dropped.

    Full-width letters and digits become plain ones, an accent joins its letter.
    """
    # Full-width commas alone would have every sentence normalised, and that takes the longest.
    plain = _STOPS.sub(" ", text)
    if not unicodedata.is_normalized("NFKC", plain):
        plain = unicodedata.normalize("NFKC", plain)
    plain = plain.lower().replace("_", " ")
    return " ".join(_WORD.findall(plain))


def create(database: Database) -> None:
    """Create the index; called by the first migration."""
    if isinstance(database, SqliteDatabase):
        database.execute_sql(
            "CREATE VIRTUAL TABLE ticket_text"
            " USING fts5(body, tokenize = 'unicode61 remove_diacritics 0')"
        )
    else:
        database.execute_sql(
            "CREATE TABLE ticket_text (rowid BIGINT PRIMARY KEY, body TSVECTOR NOT NULL)"
        )
        database.execute_sql("CREATE INDEX ticket_text_body ON ticket_text USING GIN (body)")


def put(database: Database, ticket: int, texts: Iterable[str], *, new: bool = False) -> None:
    """Index a ticket's words, replacing what was there unless it is new."""
    body = spaced(" ".join(texts))
    if not new:
        database.execute_sql(
            _placed(database, "DELETE FROM ticket_text WHERE rowid = ?"), (ticket,)
        )
    value = "?" if isinstance(database, SqliteDatabase) else "to_tsvector('simple', ?)"
    database.execute_sql(
        _placed(database, f"INSERT INTO ticket_text (rowid, body) VALUES (?, {value})"),
        (ticket, body),
    )


@contextmanager
def laid_out(database: Database, table: str) -> Iterator[None]:
    """Take apart the words of rows that wait in a table beside (``nth``, ``body``).

    PostgreSQL spends its time on that, and this way before anybody waits for it; it sorts them
    into its index afterwards, and finds them meanwhile. What SQLite takes apart it can only write
    at once.
    """
    inside = database.in_transaction()
    if isinstance(database, SqliteDatabase):
        yield
        return
    shape = "SELECT n.nth, x.body FROM ticket_text x, " + f"{table} n"
    with bulk.beside(database, f"{table}_text", shape, ("nth", "body"), ()):
        database.execute_sql(
            f"INSERT INTO {table}_text SELECT nth, to_tsvector('simple', body) FROM {table}"
        )
        yield
    if not inside:
        # Who may not do it leaves it to the server.
        with suppress(DatabaseError):
            database.execute_sql("SELECT gin_clean_pending_list('ticket_text_body')")


def put_laid_out(database: Database, table: str, first: int) -> None:
    """Index new tickets by their numbers and by what was ``spaced`` already and laid out.

    ``first`` is the id of the first of them.
    """
    number = "replace(lower(t.number), '-', ' ')"
    if isinstance(database, SqliteDatabase):
        database.execute_sql(
            f"INSERT INTO ticket_text (rowid, body) SELECT t.id, {number} || ' ' || n.body"
            f" FROM {table} n CROSS JOIN ticket t WHERE t.id = n.nth + {first} ORDER BY n.rowid"
        )
        return
    database.execute_sql(
        "INSERT INTO ticket_text (rowid, body)"
        f" SELECT t.id, to_tsvector('simple', {number}) || n.body"
        f" FROM {table}_text n JOIN ticket t ON t.id = n.nth + {first} ORDER BY t.id"
    )


def remove_all(database: Database, tickets: str) -> None:
    """Take the tickets whose ids a query gives out of the index."""
    database.execute_sql(f"DELETE FROM ticket_text WHERE rowid IN ({tickets})")


def find(database: Database, query: str, limit: int) -> list[int]:
    """Return the ids of the newest tickets whose text holds every phrase of the query."""
    matched = matching(database, query)
    if matched is None:
        return []
    condition, values = matched
    sql = f"SELECT rowid FROM ticket_text WHERE {condition} ORDER BY rowid DESC LIMIT ?"
    cursor = database.execute_sql(_placed(database, sql), (*values, limit))
    return [int(row[0]) for row in cursor.fetchall()]


def matching(database: Database, query: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the condition on ``ticket_text`` that a query means, and its values for each ``?``.

    None when the query holds no word; nothing is found then.
    """
    phrases = [words for part in query.split() if (words := spaced(part))]
    if not phrases:
        return None
    if isinstance(database, SqliteDatabase):
        return "ticket_text MATCH ?", (" ".join('"' + phrase + '"' for phrase in phrases),)
    condition = " AND ".join(["body @@ phraseto_tsquery('simple', ?)"] * len(phrases))
    return condition, tuple(phrases)


def _placed(database: Database, sql: str) -> str:
    return sql if isinstance(database, SqliteDatabase) else sql.replace("?", "%s")
