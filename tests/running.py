"""Finds what a Qt test left running."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QThread, QTimer


def running_objects() -> list[QObject]:
    """Return the Qt threads and timers that run, after giving deleted objects their end."""
    # Here, because most tests need no Qt and should not wait for it.
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
    from shiboken6 import Shiboken

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # By the very class: this looks at every object there is, twice a test.
    threads, timers = _kinds_of(QThread), _kinds_of(QTimer)
    kinds = threads | timers
    found = [one for one in gc.get_objects() if type(one) in kinds and Shiboken.isValid(one)]
    return [one for one in found if (_runs if type(one) in threads else _ticks)(one)]


def name(found: QObject) -> str:
    """Name a thread or a timer by what it belongs to."""
    return f"{type(found).__name__} of {type(found.parent()).__name__}"


def _kinds_of(kind: type) -> set[type]:
    return {kind}.union(*(_kinds_of(below) for below in kind.__subclasses__()))


def _runs(thread: QThread) -> bool:
    return thread.isRunning() and thread != thread.currentThread()


def _ticks(timer: QTimer) -> bool:
    return timer.isActive()
