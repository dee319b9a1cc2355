"""``desk import``: rosters, ledgers and lists of questions from files; and taking them back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desk.clock import SystemClock
from desk.commands.import_choices import said
from desk.commands.served import the_community
from desk.commands.shared import data_folder, json_line, open_store, options, text
from desk.refusals import Refusal
from desk.words.catalogue import Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from desk.intake.files import Read
    from desk.models.database import Store
    from desk.models.journal import Actor
    from desk.sheets.book import Progress

_KINDS = ("roster", "tickets", "knowledge")


def add_parser(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "import",
        parents=[options(with_json=True)],
        help=mark("rosters, old tickets or questions from files; or take an import back"),
    )
    parser.add_argument(
        "what",
        choices=(*_KINDS, "list", "undo"),
        help=mark("what the files hold; list: what was imported; undo: take one back"),
    )
    parser.add_argument(
        "files",
        type=text,
        nargs="*",
        metavar="FILE",
        help=mark("the files; with undo the name or number of an import"),
    )
    parser.add_argument("--dry-run", action="store_true", help=mark("only say what was understood"))
    parser.add_argument(
        "--community", metavar="NAME", help=mark("whose it is, where the centre serves several")
    )
    parser.add_argument(
        "--column",
        type=said,
        action="append",
        default=[],
        metavar="SHEET!C=FIELD",
        help=mark("what a column is; - for nothing (the sheet may be left out)"),
    )
    parser.add_argument(
        "--sure",
        action="store_true",
        help=mark("import a file that looks like another kind all the same"),
    )
    parser.add_argument(
        "--take-file",
        action="store_true",
        help=mark("where desk and file both changed something, believe the file"),
    )
    parser.add_argument(
        "--retire-gone",
        action="store_true",
        help=mark("take whoever is no longer in the roster off the register"),
    )
    parser.add_argument(
        "--still-open",
        metavar="ROWS",
        default="none",
        help=mark("unfinished rows of a ledger still open: all, none, or SHEET!7,SHEET!12"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, words: Words) -> int:
    """Read, and import, list or take back.

    Every file is read before the first is imported: a refused one leaves nothing behind.

    Raises:
        Refusal: ``sheet.*`` for a file that cannot be read, ``import.*`` or ``intake.*``.
    """
    if args.what in _KINDS:
        return _import(args, words)
    with open_store(args) as store:
        if args.what == "list":
            _list(args, words)
        else:
            _undo(args, words, store)
    return 0


def _import(args: argparse.Namespace, words: Words) -> int:
    if not args.files:
        raise Refusal("import.no_file")
    if len(args.files) > 1 and args.still_open not in ("all", "none"):
        raise Refusal("import.one_file")  # whose rows they are nobody could tell
    reads: list[tuple[Path, Read]] = []
    for name in args.files:
        path = Path(name)
        read = _read(args, path)
        reads.append((path, read))
        if not (args.json and not args.dry_run):
            _tell(args, words, path, read)
    if not args.dry_run:
        _publish(args, words, reads)
    return 0


def _read(args: argparse.Namespace, path: Path) -> Read:
    from desk.commands.import_choices import choices
    from desk.intake import files
    from desk.sheets.reading import open_book

    tell = _progress()
    book = open_book(path, tell)
    chosen = choices(book, args.column, files.keys(args.what))
    if not (args.dry_run or args.sure or chosen):
        looks = files.guess(book)
        if looks not in (None, args.what):
            raise Refusal("import.other_kind", file=path.name, kind=looks, asked=args.what)
    return files.read(args.what, book, chosen, tell)


def _progress() -> Progress:
    """Return what shows progress on a terminal; where nobody looks it shows nothing."""
    watched = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        if watched and total:
            end = "\r" if done < total else "\r     \r"
            print(f"{100 * done // total:3} %", end=end, file=sys.stderr, flush=True)

    return tell


def _tell(args: argparse.Namespace, words: Words, path: Path, read: Read) -> None:
    from desk.commands import import_said, import_shapes

    if args.json:
        print(json_line(import_shapes.document(words, read)))
        return
    for line in import_said.understood(words, args.what, path.name, read):
        print(line)


def _publish(args: argparse.Namespace, words: Words, reads: list[tuple[Path, Read]]) -> None:
    from desk import settings
    from desk.commands import import_publishing
    from desk.intake import origin
    from desk.models.journal import Actor

    for path, read in reads:
        if import_publishing.is_nothing(read):
            raise Refusal("import.nothing", file=path.name)
    actor = Actor(None, settings.load(data_folder(args)).desk)
    with open_store(args) as store:
        community = the_community(args.community)
        asked = import_publishing.Asked(
            take_file=args.take_file, retire_gone=args.retire_gone, still_open=args.still_open
        )
        for path, read in reads:
            target = import_publishing.Target(store, actor, SystemClock().now(), community)
            done = import_publishing.publish(target, read, origin.of(path), asked)
            if args.json:
                print(json_line(import_publishing.document(words, read, done)))
            else:
                for line in import_publishing.told(words, path.name, done):
                    print(line)
            if done.is_nothing:
                raise Refusal("import.nothing", file=path.name)


def _as_named(text: str) -> str:
    """Return how the name of an import begins where a day was typed: 11月22日, 昨天; else it."""
    from desk.centre.profile import Centre
    from desk.words.typed import parse_day

    if text.isdecimal():  # the number of an import
        return text
    zone, now = Centre.read().zone, SystemClock().now()
    try:
        day = parse_day(text, zone, now)
        if day > now.astimezone(zone).date():  # a day without a year is the nearest one
            day = day.replace(year=day.year - 1)
    except (Refusal, ValueError):
        return text
    return day.isoformat()


def _list(args: argparse.Namespace, words: Words) -> None:
    from desk.commands import import_publishing
    from desk.community import communities
    from desk.intake import imports

    found = [one for place in communities.active() for one in imports.listed(place.id)]
    for one in found:
        print(
            json_line(import_publishing.document_of(one))
            if args.json
            else import_publishing.line_of(words, one)
        )
    if not found and not args.json:
        print(words.say("Nothing was imported yet."))


def _undo(args: argparse.Namespace, words: Words, store: Store) -> None:
    from desk import settings
    from desk.commands import import_publishing
    from desk.intake import imports
    from desk.models.journal import Actor

    if not args.files:
        raise Refusal("import.which")
    actor: Actor = Actor(None, settings.load(data_folder(args)).desk)
    community = the_community(args.community)
    wanted = imports.find(community, _as_named(" ".join(args.files)))
    with store.write(actor, SystemClock().now()) as write:
        done = imports.take_back(write, wanted.id)
    if args.json:
        print(json_line(import_publishing.document_of_undone(done)))
        return
    for line in import_publishing.told_undone(words, done):
        print(line)
