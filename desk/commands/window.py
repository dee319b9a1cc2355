"""``desk`` without a command: the window."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desk import settings
from desk.commands.shared import data_folder, options
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("window", parents=[options()], help=mark("open the window"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Open the window and return when it is closed; our own faults go to the folder's log."""
    folder = data_folder(args)
    if not settings.load(folder).database_url:
        spare_postgres()
    from desk.app import new_application
    from desk.app.opening import Opening
    from desk.app.trouble import show_trouble
    from desk.clock import SystemClock
    from desk.reporting import install

    app = new_application()
    try:
        opening = Opening(app, folder, SystemClock())
    except Exception as error:
        show_trouble(app, words, error)
        raise
    uninstall = install(folder, opening.tell_fault)
    try:
        opening.show()
        return app.exec()
    finally:
        opening.close()
        uninstall()


def spare_postgres() -> None:
    """Keep peewee from importing the PostgreSQL driver, which a desk on SQLite never uses.

    peewee imports every driver it finds with itself; psycopg alone takes longer than Qt.
    """
    if "peewee" not in sys.modules:
        sys.modules["psycopg"] = sys.modules["psycopg2"] = None  # type: ignore[assignment]
        import peewee  # noqa: F401 - imported now, while the drivers cannot be found

        del sys.modules["psycopg"], sys.modules["psycopg2"]
