"""The slip on both sizes of paper and the page of the day, as files and as pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from desk.reports.day import read_day
from desk.tickets.orders import work_order
from desk.tour.album import Album
from desk.tour.stage import Stage

T = TypeVar("T")

#: Dots an inch of the pictures.
_DPI = 110


class PaperScene:
    """Makes them as the window does: off the main thread, by its papers."""

    def __init__(self, stage: Stage, album: Album) -> None:
        self._stage = stage
        self._album = album

    def slip(self, ticket_id: int, number: str) -> None:
        """Keep the slip of a ticket on A5 and on A4, and a picture of each."""
        session = self._stage.desk.session
        database, centre, now = session.store.database, session.centre, session.clock.now()
        papers = session.papers
        order = self._done(lambda: work_order(database, centre, ticket_id, now))
        for size in ("A5", "A4"):
            self._stage.hands.doing = f"{number} {size}"
            self._keep(f"slip-{size}", self._done(partial(papers.slip, [order], size)))

    def day(self) -> None:
        """Keep the page of the day, and a picture of it."""
        session = self._stage.desk.session
        database, centre, now = session.store.database, session.centre, session.clock.now()
        papers, words, community = session.papers, session.words, session.community
        today = session.today()
        self._stage.hands.doing = today.isoformat()
        report = self._done(lambda: read_day(database, centre, community, today, now, words))
        self._keep("day", self._done(lambda: papers.day(report)))

    def _keep(self, name: str, pdf: bytes) -> None:
        papers = self._stage.desk.session.papers
        self._album.keep_file(f"{name}.pdf", pdf)
        for page in self._done(lambda: papers.pages(pdf, _DPI)):
            self._album.take_page(page, name)

    def _done(self, work: Callable[[], T]) -> T:
        """Run a read of the session and wait for what it returns."""
        desk, came = self._stage.desk, list[T]()
        desk.session.read(work, came.append, owner=desk.window)
        self._stage.hands.until(lambda: bool(came))
        return came[0]
