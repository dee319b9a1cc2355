"""The ticket: found in the queue, opened, accepted, chased, finished, each by a key."""

from __future__ import annotations

from desk.codes import State
from desk.tour.album import Album
from desk.tour.call import desk_page
from desk.tour.moment import PlayClock
from desk.tour.stage import Stage
from desk.ui.kit.overlay import Overlay

RESULT = (
    ("geng'huan", "更换"),
    ("jiao'fa", "角阀"),
    ("guan'shui", "关水"),
    ("shi'shui", "试水"),
    ("wu'shen'lou", "无渗漏"),
)
_MOST_ROWS = 120


class TicketLife:
    """Plays the life of one ticket on the Desk page."""

    def __init__(self, stage: Stage, album: Album, clock: PlayClock, ticket_id: int) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._album = album
        self._clock = clock
        self._ticket = ticket_id
        self._page = desk_page(stage)

    def find(self) -> None:
        """Walk through the queue to the new ticket."""
        hands, queue = self._hands, self._page.queue
        hands.doing = "F6"
        hands.press("F6")
        for _ in range(_MOST_ROWS):
            row = queue.chosen
            if row is not None and row.ticket_id == self._ticket:
                break
            hands.press("Down")
        hands.until(lambda: queue.chosen is not None and queue.chosen.ticket_id == self._ticket)
        self._take("queue")

    def open(self) -> None:
        """Open it in the right column."""
        hands, pane = self._hands, self._page.ticket
        hands.doing = "Enter"
        hands.press("Return")
        hands.until(lambda: pane.ticket is not None and pane.ticket.ticket_id == self._ticket)
        self._take("ticket")

    def work(self) -> None:
        """Accept, chase and finish it."""
        hands, pane = self._hands, self._page.ticket
        hands.doing = "A"
        self._clock.pass_on(minutes=3)
        hands.press("A")
        hands.until(lambda: self._state() is State.ACCEPTED)
        hands.doing = "U"
        self._clock.pass_on(minutes=14)
        hands.press("U")
        hands.until(lambda: pane.ticket is not None and pane.ticket.chased == 1)
        self._take("chased")
        hands.wait_for_quiet()
        hands.doing = "P"
        hands.press("P")
        hands.until(self._asking)
        self._take("print")
        hands.press("Esc")
        hands.doing = "R"
        self._clock.pass_on(minutes=4)
        hands.press("R")
        hands.until(lambda: self._state() is State.ARRIVED)
        hands.doing = "F"
        self._clock.pass_on(minutes=25)
        hands.press("F")
        hands.until(self._asking)
        hands.compose(RESULT)
        self._take("finish")
        hands.press("Ctrl+Return")
        hands.until(lambda: self._state() in (State.DONE, State.TO_VISIT))
        self._take("finished")

    def leave(self) -> None:
        """Go back to the queue, and to its top."""
        self._hands.doing = "Esc"
        self._hands.press("Esc", "Home")

    def _state(self) -> State | None:
        row = self._page.ticket.ticket
        return row.state if row is not None else None

    def _asking(self) -> bool:
        overlays = self._stage.desk.window.findChildren(Overlay)
        return any(overlay.is_open for overlay in overlays)

    def _take(self, *about: str) -> None:
        self._hands.settle()
        self._album.take(self._stage.desk.window, *about, "zh", "light")
