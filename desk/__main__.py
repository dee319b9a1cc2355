"""The command line: one front of the program; without a command it opens the window."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

from desk import __version__
from desk.commands.shared import chosen_words
from desk.refusals import Refusal
from desk.words.catalogue import Words

#: Each command is a module of ``desk.commands`` and is imported only when it is asked for.
COMMANDS: tuple[str, ...] = (
    "window",
    "tour",
    "new",
    "find",
    "queue",
    "due",
    "slip",
    "report",
    "export",
    "backup",
    "restore",
    "check",
    "upgrade",
)
_WINDOW = "window"


class _Parser(argparse.ArgumentParser):
    """Says one sentence and ends with 2 where argparse would print its usage."""

    def error(self, message: str) -> NoReturn:
        raise Refusal("command.unclear", message=message, command=self.prog)


def build_parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the named commands."""
    parser = _Parser(prog="desk", description="The front desk of a property service centre.")
    parser.add_argument("--version", action="version", version=f"desk {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in commands:
        importlib.import_module(f"desk.commands.{name}").add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 one sentence on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0].startswith("--") and arguments[0] not in _OWN_OPTIONS):
        arguments.insert(0, _WINDOW)
    named = arguments[0]
    args = argparse.Namespace()
    try:
        parser = build_parser([named] if named in COMMANDS else COMMANDS)
        args = parser.parse_args(arguments)
        words = chosen_words(args)
        result: int = args.run(args, words)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error, and nothing to say.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _say(error, args)
    return result


_OWN_OPTIONS = frozenset({"--help", "--version"})


def _say(error: Exception, args: argparse.Namespace) -> int:
    """Word the world's fault in one sentence; let our own faults through."""
    from desk.words.faults import as_refusal
    from desk.words.sentences import sentence

    refusal = as_refusal(error)
    if refusal is None:
        raise error
    try:
        words = chosen_words(args)
    except Refusal:
        words = Words()
    print(sentence(words, refusal), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
