"""Keeps the collector of cycles away while hundreds of thousands of values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Let nobody look for cycles inside: among so many rows that holds up every thread.

    What is made of the rows of a file holds no cycles and is freed without it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
