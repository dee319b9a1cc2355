"""``desk queue``: what is open, in the order in which somebody has to do something."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import json_line, open_store, options, text
from desk.commands.ticket_lines import as_document, as_line, at_least_one
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_CHIPS = ("overdue", "soon", "received", "in_progress", "hold", "to_visit", "done")


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "queue",
        parents=[options(with_json=True)],
        help=mark("the open tickets, what is due first on top"),
    )
    parser.add_argument(
        "--limit", type=at_least_one, default=50, metavar="N", help=mark("tickets at most")
    )
    parser.add_argument("--only", choices=_CHIPS, help=mark("one of the filters over the queue"))
    parser.add_argument(
        "--text", type=text, default="", help=mark("words that must stand in the ticket")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Print a line a ticket."""
    from desk.centre.profile import Centre
    from desk.tickets import queue

    now = SystemClock().now()
    with open_store(args) as store:
        centre = Centre.read()
        wanted = queue.Filter(
            chip=queue.Chip(args.only) if args.only else None,
            text=args.text,
        )
        rows = queue.page(store.database, wanted, now, centre.policy.soon, limit=args.limit)
    for row in rows:
        print(json_line(as_document(row)) if args.json else as_line(words, row, centre.zone, now))
    if not rows and not args.json:
        print(words.say("Nothing is waiting."))
    return 0
