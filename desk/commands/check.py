"""``desk check``: read the whole database and its journal and say whether they are sound."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.commands.shared import json_line, open_store, options
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "check",
        parents=[options(with_json=True)],
        help="check the database file and the chain of its journal",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Check; a finding is a refusal and ends with 2."""
    from desk.models import backup, journal
    from desk.models.tables import JournalEntry, Ticket
    from desk.refusals import Refusal

    with open_store(args) as store:
        if store.path is not None:
            backup.check(store.path)
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
