"""The parser of the command line: help in the user's language, one sentence for a mistake."""

from __future__ import annotations

import argparse
import functools
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from desk import __version__
from desk.refusals import Refusal
from desk.words.catalogue import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from argparse import _SubParsersAction

#: The command that runs when none is named.
WINDOW = "window"
_TITLES = {
    "options": mark("Options"),
    "positional arguments": mark("What to name"),
    "commands": mark("Commands"),
}
_ABOUT = mark("The front desk of a property service centre. Without a command it opens the window.")
_HELP = mark("say how a command is written, and end")
_VERSION = mark("say which version this is, and end")

#: What argparse says in English, and what it means.
_MISTAKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (?P<what>.*)"), "command.incomplete"),
    (
        re.compile(r"argument (?P<option>[^:]+): invalid [^:]*: '?(?P<value>.*?)'?( \(.*)?"),
        "command.value",
    ),
    (re.compile(r"argument (?P<option>[^:]+): expected .*"), "command.value_missing"),
)


class CommandParser(argparse.ArgumentParser):
    """Raises a refusal where argparse would print its usage, and says its help in words."""

    def __init__(self, *, words: Words, **kwargs: Any) -> None:  # noqa: ANN401 - argparse's own
        kwargs |= {
            "add_help": False,
            "allow_abbrev": False,
            "formatter_class": functools.partial(_Help, words=words),
        }
        super().__init__(**kwargs)
        self._words = words
        self.add_argument("-h", "--help", action="help", help=_HELP)

    @classmethod
    def outermost(cls, words: Words) -> CommandParser:
        """Return the parser that stands before the commands."""
        about = words.say(_ABOUT)
        parser = cls(words=words, prog="desk", description=about)
        version = f"desk {__version__}"
        parser.add_argument("--version", action="version", version=version, help=_VERSION)
        return parser

    def add_commands(self) -> _SubParsersAction[argparse.ArgumentParser]:
        """Return what each command adds its own parser to."""
        made = functools.partial(CommandParser, words=self._words)
        return self.add_subparsers(
            dest="command",
            required=True,
            metavar="COMMAND",
            title="commands",
            parser_class=cast("type[argparse.ArgumentParser]", made),
        )

    def understood(self, arguments: list[str]) -> argparse.Namespace:
        """Parse everything, and refuse what is left over in the name of the command.

        Raises:
            Refusal: ``command.unexpected``, and as ``error``.
        """
        args, rest = self.parse_known_args(arguments)
        named = getattr(args, "files", None)
        if isinstance(named, list) and not any(word.startswith("-") for word in rest):
            # argparse ends a list at the first option; what stands behind one belongs to it too.
            args.files, rest = [*named, *rest], []
        if rest:
            command = f"{self.prog} {arguments[0]}"
            raise Refusal("command.unexpected", command=command, words=" ".join(rest))
        return args

    def error(self, message: str) -> NoReturn:
        """Refuse what was written.

        Raises:
            Refusal: always.
        """
        for pattern, code in _MISTAKES:
            if match := pattern.fullmatch(message):
                raise Refusal(code, command=self.prog, **match.groupdict())
        raise Refusal("command.unclear", command=self.prog, message=message)


class _Help(argparse.HelpFormatter):
    """Says titles and helps in the user's language; they are marked where they are written."""

    def __init__(self, prog: str, *, words: Words) -> None:
        super().__init__(prog, max_help_position=28)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage; argparse asks for none where it only wants the name."""
        if prefix is None:
            prefix = self._words.say("Written:") + " "
        super().add_usage(usage, actions, groups, prefix)

    def start_section(self, heading: str | None) -> None:
        """Say the title of a section."""
        super().start_section(self._words.say(_TITLES[heading]) if heading else heading)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return self._words.say(action.help) if action.help else action.help


def arranged(arguments: list[str], commands: Collection[str]) -> list[str]:
    """Put the command first: ``desk --data DIR check`` is ``desk check --data DIR``."""
    before, rest = [], list(arguments)
    while rest and (option := rest[0].partition("="))[0] in ("--data", "--language"):
        taken = 1 if option[1] else 2
        before += rest[:taken]
        rest = rest[taken:]
    if rest and (rest[0] in commands or not rest[0].startswith("-")):
        return [rest[0], *before, *rest[1:]]
    if rest and rest[0] in ("-h", "--help", "--version"):
        return [rest[0], *before]
    return [WINDOW, *before, *rest]


def found_among(arguments: list[str]) -> argparse.Namespace:
    """Return the data folder and the language, wherever they stand in what was written.

    They are wanted before anything else is understood: a mistake is told in that language.
    """
    found = argparse.Namespace(data=None, language=None)
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        value = value or next(iter(arguments[place + 1 :]), "")
        if option == "--data" and value:
            found.data = Path(value)
        elif option == "--language" and value in LANGUAGES:
            found.language = value
    return found
