"""``desk upgrade``: bring the database to this program's schema, after a backup."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.commands.shared import json_line, open_store, options
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "upgrade",
        parents=[options(with_json=True)],
        help=mark("bring the database to this program's schema; a backup is made first"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Opening a store upgrades it; say which steps ran."""
    with open_store(args) as store:
        steps = store.upgraded
    if args.json:
        print(json_line({"steps": steps}))
    elif steps:
        print(words.say_n("{n} step was run.", "{n} steps were run.", len(steps)))
    else:
        print(words.say("Nothing to do: the database is up to date."))
    return 0
