"""Which row of a list is chosen, and which one is wanted as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from desk.ui.browsing.list import WalkedList

K = TypeVar("K")


class Choosing(Generic[K]):
    """Tells of another choice once, and keeps it while the rows become others.

    Attributes:
        wanted: what is to be chosen as soon as it is in the list, None for nothing.
        told: the choice that was told last.
    """

    def __init__(
        self,
        walked: WalkedList,
        current: Callable[[], K | None],
        go: Callable[[K], bool],
        tell: Callable[[K | None], object],
    ) -> None:
        """Follow the choice in a list.

        Args:
            walked: the list.
            current: returns what is chosen in it.
            go: chooses what is wanted and shows it; False where it is not in the list.
            tell: takes each other choice.
        """
        self._list = walked
        self._current = current
        self._go = go
        self._tell = tell
        self.wanted: K | None = None
        self.told: K | None = None
        walked.moved.connect(self.follow)

    @property
    def before(self) -> K | None:
        """What is to be chosen among other rows, None where it does not matter."""
        return self.wanted if self.wanted is not None else self.told

    def want(self, key: K | None) -> None:
        """Choose something, at once or as soon as it is in the list."""
        self.wanted = key
        self._take_wanted()

    def follow(self) -> None:
        """Tell the choice, if it is another one."""
        if not self._list.signalsBlocked() and self._current() != self.told:
            self.told = self._current()
            self._tell(self.told)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold still while the rows become others; then choose what is wanted, or tell."""
        blocked = self._list.blockSignals(True)
        yield
        self._list.blockSignals(blocked)
        self._take_wanted()
        if self.wanted is None:
            self.follow()

    def _take_wanted(self) -> None:
        wanted = self.wanted
        if wanted is None:
            return
        # Nothing is wanted any more when the choice is told.
        self.wanted = None
        if not self._go(wanted):
            self.wanted = wanted
