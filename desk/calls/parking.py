"""The unfinished calls of one desk: one in the line, others parked; none is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk.calls.drafts import Draft


class Parking:
    """Which draft is in the line and which are parked, oldest first.

    Attributes:
        current: the draft the line shows; there always is one.
        parked: the others.
    """

    def __init__(self, drafts: Sequence[Draft], now: datetime) -> None:
        """Take up what the draft file held: the last one is in the line again."""
        kept = [draft for draft in drafts if not draft.empty]
        self.current = kept.pop() if kept else Draft.new(now)
        self.parked = kept

    @property
    def drafts(self) -> list[Draft]:
        """Return what must survive: parked drafts, then the one in the line."""
        return [*self.parked, self.current]

    def park(self, now: datetime) -> bool:
        """Put the draft in the line aside and begin a new call; an empty one just begins anew.

        Returns:
            Whether something was put aside.
        """
        aside = not self.current.empty
        if aside:
            self.parked.append(self.current)
        self.current = Draft.new(now)
        return aside

    def back(self, at: int = -1) -> bool:
        """Bring a parked draft into the line (the last one, unless said); what was there is parked.

        Returns:
            Whether there was one.
        """
        if not self.parked:
            return False
        wanted = self.parked.pop(at)
        if not self.current.empty:
            # Going back and forth between two calls keeps them in the order they came.
            self.parked.insert(0, self.current)
        self.current = wanted
        return True

    def finish(self, now: datetime) -> Draft:
        """Take the draft out of the line because its call ended, and begin with an empty line."""
        done, self.current = self.current, Draft.new(now)
        return done

    def reopen(self, draft: Draft, now: datetime) -> None:
        """Bring a finished draft back into the line (``Ctrl+Z``); what stood there is parked."""
        self.park(now)
        self.current = draft
