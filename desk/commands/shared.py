"""What every command shares: the data folder, the language, the open database, JSON lines."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desk import settings
from desk.clock import SystemClock
from desk.refusals import Refusal
from desk.words.catalogue import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from desk.models.database import Store


def options(*, with_json: bool = False) -> argparse.ArgumentParser:
    """Return the options a command takes besides its own, to be passed as ``parents=[…]``."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--data", type=Path, metavar="DIR", help=mark("the data folder"))
    parser.add_argument(
        "--language", choices=LANGUAGES, help=mark("the language in which the program answers")
    )
    if with_json:
        parser.add_argument(
            "--json", action="store_true", help=mark("print JSON, one object a line")
        )
    return parser


def is_text(written: str) -> bool:
    """Tell whether all that was written is characters: bytes that are none stand in it escaped."""
    return not any("\ud800" <= character <= "\udfff" for character in written)


def text(written: str) -> str:
    """Return a text as it was written; the parser refuses one that holds more than characters."""
    if not is_text(written):
        raise ValueError(written)
    return written


def data_folder(args: argparse.Namespace) -> Path:
    """Return the data folder the command works on."""
    named: Path | None = getattr(args, "data", None)
    return named if named is not None else settings.default_folder()


def chosen_words(args: argparse.Namespace) -> Words:
    """Return the words of the chosen language, or of this computer's."""
    named: str | None = getattr(args, "language", None)
    return Words(named or settings.load(data_folder(args)).language)


@contextmanager
def open_store(args: argparse.Namespace, *, create: bool = False) -> Iterator[Store]:
    """Open the database the command works on and close it afterwards.

    Args:
        args: the command's arguments.
        create: make the database of a folder that has none; otherwise a mistyped folder is told.

    Raises:
        Refusal: ``folder.empty`` where there is no database; see ``Store.open``.
    """
    from desk.models.database import FILE_NAME, Store

    folder = data_folder(args)
    url = settings.load(folder).database_url
    if not (url or create or folder.is_file() or (folder / FILE_NAME).exists()):
        raise Refusal("folder.empty", folder=str(folder))
    now = SystemClock().now()
    store = Store.open_url(url, now) if url else Store.open(folder, now)
    try:
        yield store
    except Exception as error:
        store.raise_damage_behind(error)
        raise
    finally:
        store.close()


def json_line(value: object) -> str:
    """Return one line of JSON with Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)
