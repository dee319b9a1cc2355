"""Where the data is, and the copies of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models import backup
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import times

_SHOWN = 6
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Copy:
    """One backup: its file, when it was made, how large it is."""

    path: Path
    made_at: datetime
    size: int


def copies(path: Path) -> list[Copy]:
    """Return the backups beside a database, newest first."""
    found = []
    for file in (path.parent / backup.FOLDER).glob("*.sqlite"):
        facts = file.stat()
        found.append(Copy(file, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size))
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


class Backups(QWidget):
    """The data folder with a way to open it, the last copies, and a way to make one now."""

    def __init__(self, session: Session, show_folder: Callable[[Path], object]) -> None:
        super().__init__()
        self._session = session
        self._show_folder = show_folder
        look, words = session.look, session.words
        self._column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.setSpacing(look.sizes.middle)
        row.addWidget(ElidedLabel(look, str(session.folder)), 1)
        self.folder = Button(look, words.say("Open the folder"), "quiet", icon=Icon.FOLDER)
        self.folder.clicked.connect(self.open_folder)
        row.addWidget(self.folder)
        self._column.addLayout(row)
        self._about = Label(look, "", tone=Tone.QUIET, wrap=True)
        self._column.addWidget(self._about)
        self._copies = QVBoxLayout()
        self._column.addLayout(self._copies)
        self.back = Button(look, words.say("Back up now"), "quiet", icon=Icon.BACKUP, key="Ctrl+B")
        self.back.clicked.connect(self.back_up)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        self._column.addLayout(foot)
        if session.store.path is None:
            self.back.setEnabled(False)
            self._about.setText(
                words.say(
                    "The data is in a shared PostgreSQL database, which is backed up with its own "
                    "tools."
                )
            )
        look.changed.connect(self.restyle)
        self.restyle()

    def read(self) -> None:
        """Look at the copies, off the main thread."""
        path = self._session.store.path
        if path is not None:
            self._session.read(lambda: copies(path), self._show, owner=self, key="backups")

    def back_up(self) -> None:
        """Copy the database now, off the main thread."""
        path, now = self._session.store.path, self._session.clock.now()
        if path is None or not self.back.isEnabled():
            return
        self.back.setEnabled(False)
        self._session.jobs.run(
            lambda: backup.by_hand(path, now), self._backed_up, self._not_backed_up, owner=self
        )

    def open_folder(self) -> None:
        """Show the data folder in the system's own way."""
        self._show_folder(self._session.folder)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._copies.setSpacing(s.unit)

    def _backed_up(self, made: Path) -> None:
        self.back.setEnabled(True)
        self.read()
        self._session.tell(self._session.words.say("Backed up to {file}.", file=made.name))

    def _not_backed_up(self, error: Exception) -> None:
        self.back.setEnabled(True)
        self._session.refuse(error)

    def _show(self, found: Sequence[Copy]) -> None:
        look, words = self._session.look, self._session.words
        while (item := self._copies.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._about.setText(
            words.say(
                "A copy is made every day the program runs; the last 14 are kept. desk restore "
                "FILE puts one back."
            )
            if found
            else words.say("There is no backup yet; one is made every day the program runs.")
        )
        zone, now = self._session.centre.zone, self._session.clock.now()
        for copy in found[:_SHOWN]:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.sizes.middle)
            when = times.moment(words, copy.made_at, zone, now)
            row.addWidget(ElidedLabel(look, when), 2)
            row.addWidget(ElidedLabel(look, copy.path.name, tone=Tone.QUIET), 4)
            size = words.say("{megabytes} MB", megabytes=f"{copy.size / _MEGABYTE:.1f}")
            row.addWidget(Label(look, size, Text.SMALL, tone=Tone.QUIET))
            self._copies.addWidget(line)
