"""The whole play: from an empty folder to a finished ticket, its slip and the page of the day."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from desk.clock import SystemClock
from desk.refusals import Refusal
from desk.tour.album import Album
from desk.tour.bringing import BringingScene
from desk.tour.call import Call
from desk.tour.cast import Cast, cast_in, copy_data
from desk.tour.moment import PlayClock
from desk.tour.opening import begin_with_sample, sit_down
from desk.tour.pages import COUNT, Pages
from desk.tour.papers import PaperScene
from desk.tour.stage import Stage, open_stage
from desk.tour.ticket import TicketLife

#: Seconds the pictures at 200 % may take before they are given up.
_PATIENCE = 120


@dataclass(frozen=True)
class Again:
    """What the second play, at twice the size, is told of the first."""

    folder: str
    moment: str
    first: int
    initial: str
    pin: str
    room: str

    def play(self, out: Path, tell: Callable[[str], None]) -> None:
        """Take every page once more, at the size this process was begun with.

        Raises:
            Refusal: ``tour.stuck``.
        """
        clock = PlayClock(datetime.fromisoformat(self.moment))
        album = Album(out, tell, first=self.first)
        with open_stage(Path(self.folder), clock) as stage:
            sit_down(stage, Cast(self.initial, self.pin, self.room))
            Pages(stage, album, self.room).every_page("200")


def play(folder: Path, out: Path, tell: Callable[[str], None], data: Path | None = None) -> None:
    """Play everything and leave pictures and papers.

    Args:
        folder: an empty data folder of the play's own; left as the play ended.
        out: where pictures and papers go; it is there already.
        tell: gets the name of each file once it is written.
        data: a data folder to play in a copy of, at the present time; else the sample is made.

    Raises:
        Refusal: ``tour.stuck``, ``tour.picture``, ``tour.shared``, or what the folder cannot do.
        OSError: a file cannot be written.
    """
    clock, cast = PlayClock(), Cast()
    if data is not None:
        copy_data(data, folder)
        clock = PlayClock(SystemClock().now())
        cast = cast_in(folder, clock.now())
    album = Album(out, tell)
    with open_stage(folder, clock) as stage:
        if not cast.begun:
            begin_with_sample(stage, album)
        sit_down(stage, cast, album)
        made = _morning(stage, album, clock, cast)
        with _at_twice_the_size(stage, album, clock, cast, out) as twice:
            pages = Pages(stage, album, cast.room)
            pages.every_page()
            for line in twice():
                tell(line)
            album.skip(COUNT)
        pages.meanings()
        pages.settings()
        pages.drawer()
        pages.wide()
        BringingScene(stage, album).drop()
        papers = PaperScene(stage, album)
        papers.slip(*made)
        papers.day()


def _morning(stage: Stage, album: Album, clock: PlayClock, cast: Cast) -> tuple[int, str]:
    """Play the calls and return the ticket that was made: its id and its number."""
    call = Call(stage, album, clock, cast.room)
    call.take_the_critical_one()
    call.report()
    assert call.made is not None
    life = TicketLife(stage, album, clock, call.made.ticket_id)
    life.find()
    life.open()
    life.work()
    life.leave()
    call.question()
    call.palette()
    return call.made.ticket_id, call.made.number


@contextmanager
def _at_twice_the_size(
    stage: Stage, album: Album, clock: PlayClock, cast: Cast, out: Path
) -> Iterator[Callable[[], Iterator[str]]]:
    """Begin a second play beside this one; what is handed out gives its lines to the last.

    Qt takes the size of everything once, when a program begins: hence another process, in a copy
    of the data folder so that the two do not meet.
    """
    folder = stage.copy()
    again = Again(
        str(folder),
        clock.now().isoformat(),
        album.next_number + COUNT,
        cast.initial,
        cast.pin,
        cast.room,
    )
    told = folder / "again.json"
    told.write_text(json.dumps(asdict(again)), "utf-8")
    command = [sys.executable, *_this_program(), "tour", "--out", str(out), "--again", str(told)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
    )

    def lines() -> Iterator[str]:
        try:
            said, trouble = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired as fault:
            raise Refusal("tour.stuck", scene="200 %") from fault
        if process.returncode:
            raise Refusal("tour.second", trouble=_last(trouble))
        yield from said.splitlines()

    try:
        yield lines
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stderr):
            _close(pipe)


def _this_program() -> list[str]:
    return [] if getattr(sys, "frozen", False) else ["-m", "desk"]


def _last(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _close(pipe: IO[str] | None) -> None:
    if pipe is not None:
        pipe.close()


def play_again(told: Path, out: Path, tell: Callable[[str], None]) -> None:
    """Be the second play: read what the first one wrote down and take every page.

    Raises:
        Refusal: ``tour.stuck``, or what the folder cannot do.
    """
    Again(**json.loads(told.read_text("utf-8"))).play(out, tell)
