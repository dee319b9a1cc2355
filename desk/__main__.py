"""The command line: one front of the program; without a command it opens the window."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import keyword
import os
import sys
from collections.abc import Sequence

from desk.commands.parser import CommandParser, arranged, found_among
from desk.commands.shared import chosen_words
from desk.refusals import Refusal
from desk.words.catalogue import Words

#: Each command is a module of ``desk.commands`` and is imported only when it is asked for.
COMMANDS: tuple[str, ...] = (
    "window",
    "tour",
    "new",
    "find",
    "lookup",
    "queue",
    "due",
    "slip",
    "report",
    "import",
    "export",
    "backup",
    "restore",
    "check",
    "upgrade",
)
DONE, OUR_FAULT, REFUSED, INTERRUPTED = 0, 1, 2, 130


def build_parser(commands: Sequence[str], words: Words) -> CommandParser:
    """Return the parser of the named commands; its help is in the language of the words."""
    parser = CommandParser.outermost(words)
    subparsers = parser.add_commands()
    for name in commands:
        # A word of Python's own cannot name a module.
        module = name + "_" if keyword.iskeyword(name) else name
        importlib.import_module(f"desk.commands.{module}").add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 one sentence on standard error."""
    arguments = arranged(list(sys.argv[1:] if argv is None else argv), COMMANDS)
    asked = found_among(arguments)
    _write_any_character()
    try:
        result = _run(arguments, asked)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away (`| head`): not an error, and nothing to say.
        _discard_output()
        return DONE
    except KeyboardInterrupt:
        _discard_output()
        return INTERRUPTED
    except Exception as error:
        return _say(error, asked)
    return result


def _run(arguments: list[str], asked: argparse.Namespace) -> int:
    named = arguments[0]
    if not named.startswith("-") and named not in COMMANDS:
        raise Refusal("command.unknown", word=named)
    words = chosen_words(asked)
    parser = build_parser([named] if named in COMMANDS else COMMANDS, words)
    try:
        args = parser.understood(arguments)
    except SystemExit:  # it has printed its help or its version
        return DONE
    result: int = args.run(args, words)
    return result


def _say(error: Exception, asked: argparse.Namespace) -> int:
    """Word the world's fault in one sentence; of our own print a report without any values."""
    from desk.words.faults import as_refusal
    from desk.words.sentences import sentence

    if sys.flags.dev_mode:
        raise error
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    _discard_output()
    refusal = as_refusal(error)
    words = _words_for_bad_news(asked)
    if refusal is not None:
        print(sentence(words, refusal), file=sys.stderr)
        return REFUSED
    from desk.reporting import report_of

    print(sentence(words, Refusal("program.fault")), file=sys.stderr)
    print(report_of(error), file=sys.stderr)
    return OUR_FAULT


def _words_for_bad_news(asked: argparse.Namespace) -> Words:
    with contextlib.suppress(Refusal):
        return chosen_words(asked)
    with contextlib.suppress(Refusal):
        return Words()
    return Words.in_the_code()


def _write_any_character() -> None:
    """Let no character stop an answer where the terminal knows too few."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Leave nothing to be written when Python ends: it would fail again, and say so."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
