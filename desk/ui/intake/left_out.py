"""The list of what was not understood as a file, for whoever mends the roster."""

from __future__ import annotations

from pathlib import Path

from desk.sheets.tables import Table
from desk.ui.exporting import ListExport
from desk.ui.intake import said
from desk.ui.intake.understood import Understood
from desk.ui.session import Session


def save_left_out(session: Session, export: ListExport, found: Understood) -> None:
    """Ask where to and save what was not understood and what was of no use."""
    words, zone = session.words, session.centre.zone
    title = words.say("Not understood") + " " + found.opened.path.stem

    def table() -> Table:
        heads = (
            words.say("Sheet"),
            words.say("Row"),
            words.say("Why"),
            words.say("What stands there"),
        )
        return Table(title, heads, said.left_out(words, found), zone)

    def told(count: int, path: Path) -> str:
        return words.say_n(
            "{n} line exported to {file}", "{n} lines exported to {file}", count, file=path
        )

    export.start(title, table, told)
