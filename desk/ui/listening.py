"""One thread that waits for the commits of other desks and hands the hints to the session."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from desk.codes import Topic
from desk.models.feed import Feed

#: Seconds a wait lasts before the thread looks whether it should end.
_WAIT = 1.0
_log = logging.getLogger(__name__)


class Listening:
    """Hears a feed until it is closed; a lost feed is logged and the desk goes on by itself."""

    def __init__(
        self, new_feed: Callable[[], Feed], hear: Callable[[frozenset[Topic]], None]
    ) -> None:
        self._new_feed = new_feed
        self._hear = hear
        self._feed: Feed | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="desk-feed")

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop and wait for the thread, a tenth of a second at most."""
        self._closed.set()
        if (feed := self._feed) is not None:
            feed.close()
        if self._thread.is_alive():
            self._thread.join()

    def _listen(self) -> None:
        try:
            self._feed = feed = self._new_feed()
            while not self._closed.is_set():
                if topics := feed.wait(_WAIT):
                    self._hear(topics)
        except Exception as error:  # the desk works without hearing of others
            _log.error("the feed of other desks ended: %s", type(error).__name__)
