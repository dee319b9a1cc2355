"""``desk backup``: copy the database while it is in use."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import json_line, open_store, options
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "backup",
        parents=[options(with_json=True)],
        help=mark("copy the database, checked, while desks go on working"),
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FILE",
        help=mark("the new file, or a folder for it; else the folder backups"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Make the copy and say where it is."""
    from desk.models import backup

    with open_store(args) as store:
        if store.path is None:
            raise Refusal("backup.postgres")
        target: Path = backup.free_name(store.path, "by-hand", SystemClock().now())
        if args.out is not None:
            target = args.out / target.name if args.out.is_dir() else args.out
        backup.copy(store.path, target)
    if args.json:
        print(json_line({"backup": str(target)}))
    else:
        print(words.say("The backup is in {file}.", file=target))
    return 0
