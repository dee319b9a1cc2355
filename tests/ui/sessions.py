"""A session at whose desk work is done at once, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shiboken6

from desk.calls.memory import Memory
from desk.centre.profile import Centre
from desk.models.database import Store
from desk.settings import Settings
from desk.ui.look import Look
from desk.ui.session import Session
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.ui.inline_jobs import InlineJobs


@contextmanager
def opened(
    store: Store,
    community: int,
    clock: FrozenClock,
    look: Look,
    words: Words,
    folder: Path,
    *,
    centre: Centre | None = None,
    papers: Any = None,
    desk: str = "",
) -> Iterator[Session]:
    """Open a session over a database and close it again."""
    jobs = InlineJobs()
    session = Session(
        store=store,
        clock=clock,
        jobs=jobs,
        words=words,
        look=look,
        folder=folder,
        settings=Settings(desk=desk, sound=False),
        centre=centre or Centre.read(),
        memory=Memory(store, community),
        papers=papers,
        community=community,
    )
    yield session
    session.close()
    shiboken6.delete(session)
    shiboken6.delete(jobs)
