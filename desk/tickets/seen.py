"""What a step is given and what it gives back."""

from __future__ import annotations

from typing import NamedTuple

from desk.codes import State


class Seen(NamedTuple):
    """A ticket as somebody saw it; ``version`` None means: whatever it is now."""

    ticket_id: int
    version: int | None = None


class Made(NamedTuple):
    """A new ticket; ``again`` when its draft had been saved before and nothing was changed."""

    ticket_id: int
    version: int
    number: str
    state: State
    again: bool = False

    @property
    def seen(self) -> Seen:
        """Return the ticket as it was made."""
        return Seen(self.ticket_id, self.version)


class After(NamedTuple):
    """A ticket after a step; ``made`` is the new ticket where it was reopened."""

    ticket_id: int
    version: int
    number: str
    state: State
    made: Made | None = None

    @property
    def seen(self) -> Seen:
        """Return the ticket as it stands now, for the next step."""
        return Seen(self.ticket_id, self.version)
