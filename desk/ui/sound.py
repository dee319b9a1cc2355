"""One sound, played by whatever the system plays sounds with; else a beep and the window's alert.

Qt's own players are not part of what the window is built with (PySide6-Essentials).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desk.refusals import Refusal
from desk.resources import resource
from desk.ui.jobs import Jobs, Lane

#: What plays a WAV on Linux and macOS, the best first.
PLAYERS: tuple[tuple[str, ...], ...] = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)

if sys.platform == "win32":
    import winsound

    def _by_windows(path: Path) -> bool:
        """Let Windows play; it needs no program for it."""
        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(path), flags)
        return True

else:

    def _by_windows(_path: Path) -> bool:
        """Play nothing: this is not Windows."""
        return False


class Playing(Protocol):
    """A sound under way."""

    def poll(self) -> int | None:
        """Return None while it sounds."""
        ...

    def terminate(self) -> None:
        """End it."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it is over."""
        ...


#: Starts the program that plays.
Start = Callable[[Sequence[str]], Playing]


def player() -> tuple[str, ...] | None:
    """Return the command that plays a WAV file on this computer, or None."""
    for name, *options in PLAYERS:
        found = shutil.which(name)
        if found is not None:
            return found, *options
    return None


def start(command: Sequence[str]) -> Playing:
    """Start a player and let it run."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)


class Sound(QObject):
    """Plays the ring; never twice at once, never on the main thread."""

    def __init__(
        self,
        jobs: Jobs,
        app: QApplication,
        parent: QObject,
        *,
        find: Callable[[], tuple[str, ...] | None] = player,
        start: Start = start,
    ) -> None:
        """Make a sound.

        Args:
            jobs: the player is started and ended off the main thread.
            app: beeps where nothing can play, and asks the system to point at the window.
            parent: the sound ends with it.
            find: returns the command of a player, or None.
            start: starts it.
        """
        super().__init__(parent)
        self._jobs = jobs
        self._app = app
        self._find = find
        self._start = start
        self._playing: Playing | None = None

    def alert(self, window: QWidget) -> None:
        """Let the system point at a window that is not in front."""
        self._app.alert(window)

    def play(self) -> None:
        """Play once; where nothing can play, beep."""
        self._jobs.run(self._play, self._heard, self._unheard, lane=Lane.LONG, owner=self)

    def hush(self) -> None:
        """End what sounds."""
        if self._playing is not None:
            self._jobs.run(self._end, lane=Lane.LONG, owner=self)

    def _play(self) -> bool:
        """Run in the worker; say whether something plays."""
        if self._playing is not None and self._playing.poll() is None:
            return True
        try:
            path = resource("sounds", "ring.wav")
        except Refusal:
            return False
        if _by_windows(path):
            return True
        command = self._find()
        if command is None:
            return False
        self._playing = self._start([*command, str(path)])
        return True

    def _end(self) -> None:
        playing, self._playing = self._playing, None
        if playing is not None and playing.poll() is None:
            playing.terminate()
            playing.wait(timeout=1)

    def _heard(self, heard: bool) -> None:
        if not heard:
            self._app.beep()

    def _unheard(self, _trouble: BaseException) -> None:
        self._app.beep()
