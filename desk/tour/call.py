"""The call itself: who rings, what is the matter, a ticket; then a question and a second call."""

from __future__ import annotations

from desk.tickets.seen import Made
from desk.tour.album import Album
from desk.tour.moment import PlayClock
from desk.tour.stage import Stage
from desk.ui.call.conversation import Conversation
from desk.ui.desk_page import DeskPage
from desk.ui.kit.critical_bar import CriticalBar
from desk.ui.kit.overlay import Overlay

#: What the input method holds, and what it gives for it.
LEAK = (("chu'fang", "厨房"), ("lou'shui", "漏水"), ("yi'zhi", "一直"), ("di", "滴"))
QUESTION = (("ting'che", "停车"), ("yue'ka", "月卡"), ("zen'me", "怎么"), ("ban", "办"))
SECOND = (("dian'ti", "电梯"), ("you", "有"), ("yi'xiang", "异响"))


class Call:
    """Plays the calls of one morning on the Desk page."""

    def __init__(self, stage: Stage, album: Album, clock: PlayClock, room: str) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._album = album
        self._clock = clock
        self._room = room
        self.made: Made | None = None
        self._conversation.ticket_made.connect(self._note)

    def take_the_critical_one(self) -> None:
        """Somebody is shut in a lift and nobody has taken it: it rings until somebody does."""
        hands, desk = self._hands, self._stage.desk
        bar = desk.window.findChild(CriticalBar)
        if bar is None or bar.isHidden():
            return
        self._take("critical")
        hands.doing = "F8"
        hands.press("F8")
        hands.until(bar.isHidden)

    def report(self) -> None:
        """Somebody reports a leak in the kitchen; it becomes a ticket."""
        hands, talk = self._hands, self._conversation
        hands.doing = "F2"
        hands.press("F2")
        hands.doing = self._room
        hands.type(self._room)
        hands.until(lambda: talk.card is not None)
        self._take("household-card")
        if talk.card is not None and talk.card.members:
            hands.press("Down")
        hands.press("Return")
        hands.until(lambda: talk.draft.room is not None and not talk.draft.text)
        self._clock.pass_on(seconds=12)
        hands.doing = "厨房漏水一直滴"
        hands.compose(LEAK[:2])
        self._clock.pass_on(seconds=5)
        hands.compose(LEAK[2:3], hold=True)
        self._take("input-method")
        hands.give(LEAK[2][1])
        self._clock.pass_on(seconds=4)
        hands.compose(LEAK[3:])
        hands.until(lambda: talk.draft.text == "厨房漏水一直滴")
        self._correct_urgency()
        self._take("call")
        hands.doing = "Ctrl+Enter"
        hands.press("Ctrl+Return")
        hands.until(lambda: self.made is not None)
        hands.settle()
        self._take("ticket-made")

    def question(self) -> None:
        """A question is asked; while it is looked at a second call comes, then it is answered."""
        hands, talk = self._hands, self._conversation
        self._clock.pass_on(minutes=2)
        hands.doing = "停车月卡怎么办"
        hands.press("F2")
        hands.compose(QUESTION[:-1])
        self._clock.pass_on(seconds=11)
        hands.compose(QUESTION[-1:])
        self._take("answers")
        hands.doing = "F2, F3"
        hands.press("F2")
        hands.until(lambda: bool(talk.parking.parked) and not talk.draft.text)
        hands.compose(SECOND[:-1])
        self._clock.pass_on(seconds=7)
        hands.compose(SECOND[-1:])
        self._take("second-call")
        hands.press("F2", "F3", "F3")
        hands.until(lambda: talk.draft.text.startswith("停车"))
        hands.doing = "停车月卡怎么办"
        answered = talk.sight is not None and bool(talk.sight.answers)
        hands.press("Return" if answered else "Ctrl+L")
        hands.until(lambda: not talk.draft.text.startswith("停车") and talk.can_undo)

    def palette(self) -> None:
        """Every action is found by a few letters."""
        hands = self._hands
        hands.doing = "Ctrl+K"
        hands.press("Ctrl+K")
        self._take("palette")
        hands.type("gd")
        self._take("palette-found")
        hands.press("Esc")

    def _correct_urgency(self) -> None:
        hands, talk = self._hands, self._conversation
        hands.doing = "Alt+E"
        hands.press("Alt+E")
        hands.until(self._asking)
        self._take("correct-urgency")
        hands.type("urgent")
        hands.press("Return")
        hands.until(lambda: talk.draft.urgency is not None)

    def _asking(self) -> bool:
        overlays = self._stage.desk.window.findChildren(Overlay)
        return any(overlay.is_open for overlay in overlays)

    def _take(self, *about: str) -> None:
        self._hands.settle()
        self._album.take(self._stage.desk.window, *about, "zh", "light")

    def _note(self, made: Made) -> None:
        self.made = made

    @property
    def _conversation(self) -> Conversation:
        return self._stage.desk.conversation


def desk_page(stage: Stage) -> DeskPage:
    """Return the Desk page of the window."""
    page = stage.desk.window.pages["desk"]
    assert isinstance(page, DeskPage)
    return page
