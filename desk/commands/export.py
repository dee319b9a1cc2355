"""``desk export``: tickets, residents or the library as a workbook or a CSV file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import json_line, open_store, options
from desk.commands.written import add_file, ending, writing
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterable
    from datetime import datetime

    from peewee import Database

    from desk.centre.profile import Centre
    from desk.sheets.tables import Table


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "export",
        parents=[options(with_json=True)],
        help=mark("tickets, residents or the library as a workbook or a CSV file"),
    )
    parser.add_argument(
        "what", choices=("tickets", "residents", "library"), help=mark("which list")
    )
    add_file(parser)
    parser.add_argument(
        "--with-phones", action="store_true", help=mark("telephone numbers in full")
    )
    parser.add_argument(
        "--open", action="store_true", help=mark("of the tickets only those that are open")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Write the file and say how many rows it has.

    Raises:
        Refusal: ``export.format``, ``centre.not_begun`` or ``file.unwritable``; then nothing was
            written.
    """
    from desk.centre.profile import Centre
    from desk.community import communities
    from desk.sheets import tables

    ending(args.out, (".xlsx", ".csv"), "export.format")
    with open_store(args) as store:
        served = [one.id for one in communities.active()]
        if not served:
            raise Refusal("centre.not_begun")
        table = _table(args, words, store.database, Centre.read(), served, SystemClock().now())
    with writing(args.out):
        tables.write(table, args.out)
    if args.json:
        print(json_line({"rows": len(table.rows), "file": str(args.out)}))
    else:
        print(
            words.say_n(
                "{n} row is in {file}.", "{n} rows are in {file}.", len(table.rows), file=args.out
            )
        )
    return 0


def _table(
    args: argparse.Namespace,
    words: Words,
    database: Database,
    centre: Centre,
    served: Iterable[int],
    now: datetime,
) -> Table:
    from desk.reports import lists

    if args.what == "tickets":
        from desk.tickets import further, queue, rows

        if args.open:
            found = queue.page(database, queue.Filter(), now, {}, limit=1_000_000)
        else:
            found = rows.select(database, "ORDER BY t.received_at DESC, t.id DESC")
        title = words.say("Tickets")
        more = further.read(database, (row.ticket_id for row in found))
        phones = args.with_phones
        return lists.tickets(words, centre.zone, title, found, now, more, with_phones=phones)
    if args.what == "residents":
        from desk.community import register

        lines = [line for one in served for line in register.read(one)]
        title = words.say("Residents")
        return lists.residents(words, centre.zone, title, lines, with_phones=args.with_phones)
    from desk.answers import library, upkeep

    articles = [article for one in served for article in upkeep.in_order(library.active(one))]
    today = now.astimezone(centre.zone).date()
    return lists.library(words, centre.zone, words.say("Knowledge"), articles, today)
