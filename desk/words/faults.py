"""Sorts exceptions at the edge: the world's fault becomes a ``Refusal``, ours stays what it is.

Only the standard library is imported. The errors of the databases are known by what they carry:
peewee hands on the driver's error as its first argument, sqlite3 gives its result code, psycopg
its SQLSTATE.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator

from desk.refusals import Refusal

_FOR_ERRNO: dict[int, str] = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",
    errno.EACCES: "folder.readonly",
    errno.EPERM: "folder.readonly",
    errno.EROFS: "folder.readonly",
    errno.EIO: "disk.failing",
    errno.ENODEV: "disk.failing",
    errno.ENXIO: "disk.failing",
    errno.ESTALE: "disk.failing",
    errno.ENOTCONN: "disk.failing",
}

#: Extended result codes of SQLite that mean something else than their kind.
_FOR_SQLITE_EXTENDED: dict[int, str] = {
    sqlite3.SQLITE_READONLY_DBMOVED: "database.unopenable",
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk.full",
}

#: SQLite's primary result codes (the low byte of an extended one).
_FOR_SQLITE: dict[int, str] = {
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_READONLY: "folder.readonly",
    sqlite3.SQLITE_PERM: "folder.readonly",
    sqlite3.SQLITE_CANTOPEN: "database.unopenable",
    sqlite3.SQLITE_BUSY: "database.locked",
    sqlite3.SQLITE_LOCKED: "database.locked",
    sqlite3.SQLITE_CORRUPT: "database.damaged",
    sqlite3.SQLITE_NOTADB: "database.damaged",
    sqlite3.SQLITE_IOERR: "disk.failing",
}

#: Where an error was made without a result code, its text is all there is.
_FOR_TEXT: dict[str, str] = {
    "disk is full": "disk.full",
    "readonly database": "folder.readonly",
    "unable to open database file": "database.unopenable",
    "is locked": "database.locked",
    "malformed": "database.damaged",
    "Could not decode to UTF-8": "database.damaged",
    "not a database": "database.damaged",
    "disk I/O error": "disk.failing",
}

#: PostgreSQL's SQLSTATE, by class or whole.
_FOR_SQLSTATE: dict[str, str] = {
    "53100": "disk.full",
    "53": "database.busy",
    "25006": "database.readonly",
    "28": "database.denied",
    "42501": "database.denied",
    "3D000": "database.denied",
    "08": "database.unreachable",
    "57": "database.unreachable",
    "40": "database.locked",
    "55P03": "database.locked",
    "58": "disk.failing",
    "XX001": "database.damaged",
    "XX002": "database.damaged",
}


def as_refusal(exception: BaseException) -> Refusal | None:
    """Return the refusal that says what the world did, or None where the fault is ours."""
    for link in _chain(exception):
        if isinstance(link, Refusal):
            return link
        code = _code(link)
        if code is not None:
            return Refusal(code)
    return None


def _chain(exception: BaseException) -> Iterator[BaseException]:
    """Yield the exception and what it was made of, outermost first, each once.

    An error that merely happened while another was handled is followed only out of a database
    wrapper; elsewhere it would excuse a fault of ours by something that was already dealt with.
    """
    seen: set[int] = set()
    link: BaseException | None = exception
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        wrapped = link.args[0] if link.args and isinstance(link.args[0], BaseException) else None
        link = wrapped or link.__cause__ or (link.__context__ if _from_database(link) else None)


def _code(exception: BaseException) -> str | None:
    if isinstance(exception, OSError):
        return _FOR_ERRNO.get(exception.errno or 0)
    if isinstance(exception, sqlite3.Error):
        return _sqlite_code(exception)
    if _module(exception) == "psycopg":
        return _postgresql_code(exception)
    if _from_database(exception):
        return _text_code(exception)
    return None


def _sqlite_code(exception: sqlite3.Error) -> str | None:
    result = getattr(exception, "sqlite_errorcode", None)
    if isinstance(result, int):
        return _FOR_SQLITE_EXTENDED.get(result) or _FOR_SQLITE.get(result & 0xFF)
    return _text_code(exception)


def _text_code(exception: BaseException) -> str | None:
    text = str(exception)
    return next((code for part, code in _FOR_TEXT.items() if part in text), None)


def _postgresql_code(exception: BaseException) -> str | None:
    state = getattr(exception, "sqlstate", None)
    if isinstance(state, str):
        return _FOR_SQLSTATE.get(state) or _FOR_SQLSTATE.get(state[:2])
    # The server never answered, so it gave no state either.
    return "database.unreachable" if type(exception).__name__ == "OperationalError" else None


def _from_database(exception: BaseException) -> bool:
    return _module(exception) in {"peewee", "psycopg", "sqlite3", "sqlcipher3"}


def _module(exception: BaseException) -> str:
    return type(exception).__module__.partition(".")[0]
