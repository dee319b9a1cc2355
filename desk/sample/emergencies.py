"""What stands in the queue now and cannot wait: late, nearly late, and only just called in.

Minutes count back from now, at whatever hour: these clocks run day and night.
"""

from __future__ import annotations

from desk.codes import Kind, Urgency
from desk.sample.casting import Wanted
from desk.sample.households import ABOVE, SHOWN_ROOM
from desk.sample.path import Path
from desk.sample.stage import Stage

_URGENT = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.URGENT,))
_URGENT_INDOOR = Wanted(kinds=(Kind.REPAIR,), urgencies=(Urgency.URGENT,), indoor=True)
_SERIOUS = Wanted(kinds=(Kind.COMPLAINT,), urgencies=(Urgency.URGENT,))


class Emergencies(Stage):
    """Writes them."""

    def play(self) -> None:
        """Write them all."""
        self._incident()
        self._critical()
        self._shown()
        self._urgent()
        self._serious()

    def _critical(self) -> None:
        ago = self._days.ago
        trapped = self.open(Wanted(stories=("lift-trapped",)), ago(3.2))
        trapped.dispatch()
        burning = self.open(Wanted(stories=("socket-spark", "tingle", "gas-smell")), ago(34))
        burning.dispatch()
        burning.comment(ago(33))
        burning.accept(ago(33))
        burning.arrive(ago(29.5))

    def _shown(self) -> None:
        """What the household that is shown has open, and the leak above it."""
        waiting = self.open(
            Wanted(stories=("intercom-home",)), self._days.awake_ago(182), SHOWN_ROOM
        )
        waiting.dispatch()
        waiting.print_slip()
        waiting.accept(self._days.awake_ago(170))
        ago = self._days.ago
        leak = self.open(Wanted(stories=("leak-from-up",)), ago(6), ABOVE)
        leak.dispatch()

    def _urgent(self) -> None:
        ago = self._days.ago
        late = self.open(_URGENT, ago(16))
        late.dispatch()
        late.chase(ago(4))
        for received, accepted in ((22, 18), (14, 10)):
            path = self.open(_URGENT, ago(received))
            path.dispatch()
            path.accept(ago(accepted))
            path.print_slip()
        absent = self.open(_URGENT_INDOOR, ago(52))
        absent.dispatch()
        absent.print_slip()
        absent.accept(ago(45))
        absent.chase(ago(19))
        absent.chase(ago(7))
        for hours_ago in (26.1, 23.86, 23.6):
            path = self.open(_URGENT, ago(hours_ago * 60))
            path.dispatch()
            path.print_slip()
            path.accept(path.later(2, 6))
            path.arrive(path.later(9, 18))
            path.comment(path.later(20, 90))
            if hours_ago > 24:
                path.chase(ago(50))

    def _incident(self) -> None:
        """A building without water: one ticket, three neighbours who called about it too."""
        ago = self._days.ago
        first = self.open(Wanted(stories=("no-water-building",)), ago(78))
        first.dispatch()
        first.accept(ago(73))
        for minutes in (70, 66, 61):
            other = Path(self._pen, self._casting.cast_same(first.cast), ago(minutes))
            other.merge(ago(minutes - 0.8), first)
            self.paths.append(other)
        first.arrive(ago(59))
        first.comment(ago(55))

    def _serious(self) -> None:
        ago = self._days.ago
        soon = self.open(_SERIOUS, ago(112))
        soon.dispatch()
        soon.comment(ago(90))
        late = self.open(Wanted(stories=("damage",)), ago(185))
        late.dispatch()
