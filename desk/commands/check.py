"""``desk check``: read the whole database and its journal and say whether they are sound."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk import settings
from desk.commands.shared import data_folder, json_line, open_store, options
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "check",
        parents=[options(with_json=True)],
        help=mark("check the database file and the chain of its journal"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Check; a finding is a refusal and ends with 2."""
    from desk.models import backup, journal
    from desk.models.database import FILE_NAME
    from desk.models.tables import JournalEntry, Ticket

    folder = data_folder(args)
    path = folder / FILE_NAME
    if not settings.load(folder).database_url and path.exists():
        # Before it is opened: an upgrade must not write into a file that is damaged.
        backup.check(path, thorough=True)
    with open_store(args):
        broken = journal.first_broken_link()
        if broken is not None:
            raise Refusal("journal.broken", entry=broken)
        tickets, steps = Ticket.select().count(), JournalEntry.select().count()
    if args.json:
        print(json_line({"sound": True, "tickets": tickets, "steps": steps}))
    else:
        print(
            words.say(
                "Sound: {tickets} tickets, {steps} steps in the journal, every link verified.",
                tickets=tickets,
                steps=steps,
            )
        )
    return 0
