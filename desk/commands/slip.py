"""``desk slip``: the work-order slip of a ticket as a PDF; it counts as printed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import data_folder, json_line, open_store, options
from desk.commands.written import add_file, ending, writing
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from datetime import date

    from peewee import Database

    from desk.tickets.rows import TicketRow


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "slip",
        parents=[options(with_json=True)],
        help=mark("the slip of a ticket as a PDF; it counts as printed"),
    )
    parser.add_argument(
        "ticket", metavar="TICKET", help=mark("its number, or the last four figures of it")
    )
    add_file(parser)
    parser.add_argument(
        "--paper", choices=("A5", "A4"), default="A5", help=mark("A5, or A4 with three copies")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Write the file, count the print and say where it is.

    Raises:
        Refusal: ``slip.unknown``, ``slip.several``, ``slip.format``, ``file.unwritable``; then
            nothing was written or counted.
    """
    from desk import files, settings
    from desk.centre.profile import Centre
    from desk.models.journal import Actor
    from desk.paper.slip import slip
    from desk.tickets.orders import print_order

    ending(args.out, (".pdf",), "slip.format")
    now = SystemClock().now()
    actor = Actor(None, settings.load(data_folder(args)).desk)
    with open_store(args) as store:
        centre = Centre.read()
        row = _found(store.database, args.ticket, centre.calendar.local(now).date())
        english = words.language == "en"
        # Not counted where the file cannot be written: no paper has left.
        with writing(args.out), store.write(actor, now) as write:
            order = print_order(write, centre, row.ticket_id, english=english)
            files.put(args.out, slip([order], words, args.paper))
    if args.json:
        answer = {"number": order.number, "print": order.print_count, "slip": str(args.out)}
        print(json_line(answer))
    else:
        print(words.say("The slip of {number} is in {file}.", number=order.number, file=args.out))
    return 0


def _found(database: Database, text: str, today: date) -> TicketRow:
    """Return the ticket that is meant; of several with the same figures today's, or the open one.

    Raises:
        Refusal: ``slip.unknown`` or ``slip.several``.
    """
    from desk.tickets import find

    text = text.strip()
    exact = find.by_number(database, text)
    if exact is not None:
        return exact
    rows = find.by_source_number(database, text, limit=2)
    if not rows and text.isascii() and text.isdigit() and len(text) <= 6:
        rows = find.by_serial(database, text, today, limit=50)
        of_today = [row for row in rows if f"{today:%Y%m%d}-" in row.number]
        rows = of_today or [row for row in rows if row.is_open] or rows
    if not rows:
        raise Refusal("slip.unknown", ticket=text)
    if len(rows) > 1:
        raise Refusal("slip.several", ticket=text, numbers=", ".join(r.number for r in rows[:3]))
    return rows[0]
