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
from desk.words.catalogue import LANGUAGES, Words

if TYPE_CHECKING:
    from desk.models.database import Store


def options(*, with_json: bool = False) -> argparse.ArgumentParser:
    """Return the options a command takes besides its own, to be passed as ``parents=[…]``."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the answers")
    if with_json:
        parser.add_argument("--json", action="store_true", help="print JSON, one object a line")
    return parser


def data_folder(args: argparse.Namespace) -> Path:
    """Return the data folder the command works on."""
    named: Path | None = getattr(args, "data", None)
    return named if named is not None else settings.default_folder()


def chosen_words(args: argparse.Namespace) -> Words:
    """Return the words of the chosen language, or of this computer's."""
    named: str | None = getattr(args, "language", None)
    return Words(named or settings.load(data_folder(args)).language)


@contextmanager
def open_store(args: argparse.Namespace) -> Iterator[Store]:
    """Open the database the command works on and close it afterwards."""
    from desk.models.database import Store

    folder = data_folder(args)
    url = settings.load(folder).database_url
    now = SystemClock().now()
    store = Store.open_url(url, now) if url else Store.open(folder, now)
    try:
        yield store
    finally:
        store.close()


def json_line(value: object) -> str:
    """Return one line of JSON with Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)
