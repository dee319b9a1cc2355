"""``desk new``: a ticket of each sentence, read as the call box reads it."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import data_folder, is_text, json_line, open_store, options, text
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "new",
        parents=[options(with_json=True)],
        help=mark("make a ticket of a sentence, or of each line of standard input"),
    )
    parser.add_argument(
        "text", type=text, metavar="TEXT", help=mark("the sentence; - reads standard input")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Print each number once its ticket is durable; empty lines are passed over.

    An empty data folder is begun with the settings that ship, and standard error says so.

    Raises:
        Refusal: ``ticket.*`` for a sentence that makes no ticket, ``command.line`` for a line
            that is no text; the lines before it have their tickets.
    """
    from desk import settings
    from desk.calls import assist, ticketing
    from desk.calls.drafts import Draft
    from desk.calls.memory import Memory
    from desk.centre import first_day
    from desk.centre.profile import Centre
    from desk.community import communities
    from desk.models.journal import Actor

    clock = SystemClock()
    actor = Actor(None, settings.load(data_folder(args)).desk)
    # Only where a folder is named: on her own computer the first start in the window asks.
    with open_store(args, create=args.data is not None) as store:
        served = communities.active()
        if served:
            community = served[0].id
        else:
            community = first_day.begin_unattended(store, actor, clock.now(), words)
            print(
                words.say(
                    "The data folder was empty: it was begun with the settings that ship. "
                    "Name the community and who works here in the window, under Settings."
                ),
                file=sys.stderr,
            )
        centre = Centre.read()
        memory = Memory(store, community)
        memory.load(centre.calendar.local(clock.now()).date())
        for sentence in _sentences(args.text):
            now = clock.now()
            draft = Draft.new(now)
            draft.text = sentence
            sight = assist.look(memory, centre, draft)
            becomes, said = sight.becomes, assist.settled(draft, sight)
            with store.write(actor, now) as write:
                made = ticketing.make_ticket(write, centre, community, said, becomes)
            answer = {"number": made.number, "state": made.state, "urgency": becomes.urgency}
            print(json_line(answer) if args.json else made.number, flush=True)
    return 0


def _sentences(written: str) -> Iterator[str]:
    if written != "-":
        yield written
        return
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        # Whatever this computer's language: files are UTF-8, with or without the mark of it.
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    for number, line in enumerate(sys.stdin, 1):
        if not is_text(line):
            raise Refusal("command.line", line=number)
        if sentence := line.strip():
            yield sentence
