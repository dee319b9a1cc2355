"""``desk restore FILE``: put a checked backup in the database's place."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desk import settings
from desk.clock import SystemClock
from desk.commands.shared import data_folder, json_line, options
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "restore",
        parents=[options(with_json=True)],
        help=mark("check a backup and put it in the database's place; the old one is kept"),
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=mark("a backup made by this program")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Restore, bring the copy to this program's schema, and say where the old one is."""
    from desk.calls.drafts import DraftFile
    from desk.models import backup
    from desk.models.database import FILE_NAME, Store
    from desk.models.folder import checked_folder
    from desk.models.restore import restore

    folder = data_folder(args)
    if settings.load(folder).database_url:
        raise Refusal("backup.postgres")
    backup.check(args.file)  # before a folder is made for it
    folder = checked_folder(folder)
    if DraftFile.open_windows(folder):
        raise Refusal("restore.in_use", folder=str(folder))
    now = SystemClock().now()
    aside = restore(args.file, folder / FILE_NAME, now)
    Store.open(folder, now).close()
    if args.json:
        print(json_line({"restored": str(args.file), "kept": str(aside) if aside else None}))
    elif aside:
        print(words.say("Restored. What was there before is kept in {file}.", file=aside))
    else:
        print(words.say("Restored."))
    return 0
