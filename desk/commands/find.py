"""``desk find``: rooms, people, tickets and articles from one line, as in the call box."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.shared import json_line, open_store, options, text
from desk.commands.ticket_lines import as_document, as_line, at_least_one
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from desk.community.found import Found


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "find",
        parents=[options(with_json=True)],
        help=mark("rooms, people, tickets and articles that a text may mean"),
    )
    parser.add_argument(
        "text",
        type=text,
        metavar="TEXT",
        help=mark("a room, a name, a telephone, a number, or words"),
    )
    parser.add_argument(
        "--limit", type=at_least_one, default=8, metavar="N", help=mark("of each sort at most")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Print a line for everything that was found, the likeliest of each sort first."""
    from desk.calls.memory import Memory
    from desk.centre.profile import Centre
    from desk.community import communities
    from desk.tickets import find

    now = SystemClock().now()
    found = 0
    with open_store(args) as store:
        centre = Centre.read()
        today = centre.calendar.local(now).date()
        for community in communities.active():
            memory = Memory(store, community.id)
            memory.load(today)
            for who in memory.directory.find(args.text, args.limit):
                print(json_line(_who(who)) if args.json else _who_line(who))
                found += 1
            for hit in memory.index.search(args.text, args.limit):
                article = memory.articles[hit.article_id].form
                answer = {
                    "found": "article",
                    "question": article.question,
                    "answer": article.answer,
                }
                print(json_line(answer) if args.json else article.question)
                found += 1
        for row in find.find(store.database, args.text, today, args.limit):
            document = {"found": "ticket"} | as_document(row)
            print(json_line(document) if args.json else as_line(words, row, centre.zone, now))
            found += 1
    if not found and not args.json:
        print(words.say("Nothing was found for “{text}”.", text=args.text))
    return 0


def _who(found: Found) -> dict[str, object]:
    return {
        "found": "room" if found.person_id is None else "person",
        "room": found.room_label,
        "name": found.name,
        "relation": found.relation,
        "by": found.by,
    }


def _who_line(found: Found) -> str:
    return "  ".join(part for part in (found.room_label, found.name) if part)
