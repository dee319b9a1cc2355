"""What belongs to this computer and not to the centre: language, look, printer, database."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desk import files
from desk.words.catalogue import DEFAULT_LANGUAGE, LANGUAGES

FILE_NAME = "settings.json"
_CHOICES: dict[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "scheme": ("system", "light", "dark"),
    "paper": ("A5", "A4"),
}


@dataclass(frozen=True)
class Settings:
    """The settings of one computer; every one has a default, so a lost file loses little.

    Attributes:
        language: a language of ``desk.words``.
        scheme: ``"system"``, ``"light"`` or ``"dark"``.
        database_url: the shared PostgreSQL database, or '' for SQLite in the data folder.
        desk: the name of this desk in the journal.
        printer: the printer's name, or '' for the system's default.
        paper: ``"A5"`` or ``"A4"``.
        print_new: print the slip when a ticket is made.
        sound: ring for a critical ticket.
    """

    language: str = DEFAULT_LANGUAGE
    scheme: str = "system"
    database_url: str = ""
    desk: str = ""
    printer: str = ""
    paper: str = "A5"
    print_new: bool = False
    sound: bool = True


def default_folder() -> Path:
    """Return the data folder used when none is named on the command line."""
    from platformdirs import user_data_path

    return user_data_path("desk", appauthor=False)


def load(folder: Path) -> Settings:
    """Read a data folder's settings; what is missing or not understood keeps its default."""
    try:
        document = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(document, dict):
        return Settings()
    good = {
        known.name: document[known.name]
        for known in fields(Settings)
        if type(document.get(known.name)) is type(known.default)
    }
    for name, choices in _CHOICES.items():
        if good.get(name) not in choices:
            good.pop(name, None)
    return Settings(**good)


def save(folder: Path, settings: Settings) -> None:
    """Replace the settings in one step.

    Raises:
        OSError: the folder cannot be written; the old settings are still there.
    """
    files.put(folder / FILE_NAME, json.dumps(asdict(settings), indent=1).encode())
