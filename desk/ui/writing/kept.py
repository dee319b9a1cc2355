"""All drafts of one view: kept until each is saved or thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from desk.ui.writing.draft import Draft, K

D = TypeVar("D", bound=Draft[Any, Any])


class Kept(Generic[K, D]):
    """The drafts, each by the key of what is written."""

    def __init__(self, new: K) -> None:
        """Keep drafts; ``new`` is the key of what is not stored yet."""
        self._new = new
        self._drafts: dict[K, D] = {}

    def __contains__(self, key: object) -> bool:
        """Tell whether something is being written."""
        return key in self._drafts

    @property
    def unsaved(self) -> frozenset[K]:
        """The keys of what is stored and has changes that are not saved."""
        return frozenset(one.key for one in self._drafts.values() if one.dirty) - {self._new}

    @property
    def new(self) -> D | None:
        """The draft of what is not stored yet, None where there is none."""
        return self._drafts.get(self._new)

    def of(self, key: K) -> D | None:
        """Return a draft, None where nothing is being written."""
        return self._drafts.get(key)

    def put(self, draft: D) -> None:
        """Keep a draft as it is now."""
        self._drafts[draft.key] = draft

    def drop(self, key: K) -> None:
        """Forget a draft."""
        self._drafts.pop(key, None)

    def typed_on(self, saved: D) -> D | None:
        """Return the draft in which somebody typed on while it was being saved: not saved yet."""
        now = self._drafts.get(saved.key)
        if now is None or now.typed == saved.typed or saved.key == self._new:
            return None
        return now

    def state(self) -> list[dict[str, Any]]:
        """Return all drafts as plain values."""
        return [draft.state() for draft in self._drafts.values()]

    def restore(
        self, states: Iterable[Mapping[str, Any]], read: Callable[[Mapping[str, Any]], D]
    ) -> None:
        """Take up the drafts of an earlier life; ``read`` makes one of its plain values."""
        for state in states:
            try:
                draft = read(state)
            except (KeyError, TypeError, ValueError):
                continue  # written by another version of the program
            self._drafts[draft.key] = draft
