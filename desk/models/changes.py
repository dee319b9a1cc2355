"""Who wants to know that a write was committed: a hint to reload, never data to apply."""

from __future__ import annotations

import logging
from collections.abc import Callable

from desk.codes import Topic

Listener = Callable[[frozenset[Topic]], None]
_log = logging.getLogger(__name__)


class Changes:
    """Calls its listeners, in the committing thread, with the topics a commit touched."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; return the function that removes it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def publish(self, topics: frozenset[Topic]) -> None:
        """Tell every listener; one that fails is logged, because the commit stands all the same."""
        for listener in tuple(self._listeners):
            try:
                listener(topics)
            except Exception as error:
                _log.error("a listener failed: %s", type(error).__name__, exc_info=error)
