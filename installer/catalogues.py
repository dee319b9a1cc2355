"""Keeps the catalogues under ``resources/words`` in step with the code.

``catalogues.py`` compiles every ``desk.po`` to the ``desk.mo`` the program reads.
``catalogues.py extract`` first brings the ``.po`` files up to date with what the code says: new
messages are added (English says itself, Chinese waits for a translation), those that left the
code are kept as comments until ``catalogues.py extract --prune``.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "resources" / "words"
SOURCE_LANGUAGE = "en"
#: Which argument of which function is a message, in Babel's terms.
KEYWORDS = {
    "say": None,
    "say_in": ((1, "c"), 2),
    "say_n": (1, 2),
    "mark": None,
    "mark_in": ((1, "c"), 2),
}


def said_in(package: Path) -> Catalog:
    """Return every message the Python files of a folder say."""
    template = Catalog(charset="utf-8")
    found = extract_from_dir(package, [("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, context in found:
        template.add(message, context=context)
    return template


def read(path: Path, language: str) -> Catalog:
    """Read the catalogue of a language; a file that is not there yet is an empty one."""
    if not path.exists():
        return Catalog(locale=language, project="desk", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def bring_up_to_date(catalog: Catalog, template: Catalog, *, prune: bool = False) -> None:
    """Make a catalogue hold exactly what the template says, with the translations it has."""
    for message in list(catalog.obsolete.values()):
        catalog[message.id] = message  # said again, perhaps
    catalog.obsolete.clear()
    made = catalog.creation_date  # a date that moves by itself would show as a change
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalog.creation_date = made
    if prune:
        catalog.obsolete.clear()
    if str(catalog.locale) == SOURCE_LANGUAGE:
        for message in _messages(catalog):
            message.string = message.id


def write(catalog: Catalog, path: Path) -> None:
    """Write a ``.po`` file: sorted and without line numbers, so that a change shows as itself."""
    text = io.BytesIO()
    write_po(text, catalog, width=100, sort_output=True, no_location=True, include_previous=False)
    _replace(path, text.getvalue())


def compile_catalogue(path: Path) -> int:
    """Write the ``.mo`` beside a ``.po`` and return how many messages have no translation.

    Raises:
        ValueError: when the file is not a catalogue or a translation does not fit its message.
    """
    catalog = read(path, path.parent.parent.name)
    for message in _messages(catalog):
        if said := problem(message, catalog):
            raise ValueError(f"{message.id!r}: {said}")
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    _replace(path.with_suffix(".mo"), compiled.getvalue())
    return sum(1 for message in _messages(catalog) if not _is_translated(message))


def problem(message: Message, catalog: Catalog) -> str:
    """Say what is wrong with a translation, or nothing: its fields and its plural forms."""
    message.flags.discard("python-format")  # a per cent sign is only itself: we use str.format
    for error in message.check(catalog):
        return str(error)
    wanted = _fields(_texts(message.id))
    if _is_translated(message) and (got := _fields(_texts(message.string))) != wanted:
        return f"the fields are {sorted(got)} and should be {sorted(wanted)}"
    return ""


def main(arguments: list[str]) -> int:
    """Do what the module says; the exit code is 1 when a file is not in order."""
    if not set(arguments) <= {"extract", "--prune"}:
        print("usage: catalogues.py [extract [--prune]]")
        return 2
    template = said_in(ROOT / "desk") if "extract" in arguments else None
    for folder in sorted(path for path in WORDS.iterdir() if path.is_dir()):
        path = folder / "LC_MESSAGES" / "desk.po"
        try:
            if template is not None:
                catalog = read(path, folder.name)
                bring_up_to_date(catalog, template, prune="--prune" in arguments)
                write(catalog, path)
            waiting = compile_catalogue(path)
        except ValueError as error:  # Babel's own errors are ValueErrors too
            print(f"{folder.name}: {error}")
            return 1
        if waiting:
            print(f"{folder.name}: {waiting} messages wait for a translation")
    return 0


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _is_translated(message: Message) -> bool:
    return all(_texts(message.string))


def _texts(said: object) -> tuple[str, ...]:
    return tuple(said) if isinstance(said, tuple | list) else (str(said or ""),)


def _fields(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever reads half of it; an equal one is left alone."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f"{path.suffix}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
