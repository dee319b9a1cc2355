"""Finds what a Qt test left running."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def running_objects() -> list[QObject]:
    """Return the Qt threads and timers that run, after giving deleted objects their end."""
    # Here, because most tests need no Qt and should not wait for it.
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [found for found in gc.get_objects() if _is_running(found)]


def name(found: QObject) -> str:
    """Name a thread or a timer by what it belongs to."""
    return f"{type(found).__name__} of {type(found.parent()).__name__}"


def _is_running(found: object) -> bool:
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import Shiboken

    kind = type(found)
    if not issubclass(kind, QThread | QTimer) or not Shiboken.isValid(found):
        return False
    if isinstance(found, QThread):
        return found.isRunning() and found != QThread.currentThread()
    return isinstance(found, QTimer) and found.isActive()
