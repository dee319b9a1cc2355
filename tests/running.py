"""Finds what a Qt test left running."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from shiboken6 import Shiboken


def running_objects() -> dict[int, str]:
    """Name by identity the Qt threads and timers that run; deleted objects get their end first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {id(found): _name(found) for found in gc.get_objects() if _is_running(found)}


def _is_running(found: object) -> bool:
    kind = type(found)
    if not issubclass(kind, QThread | QTimer) or not Shiboken.isValid(found):
        return False
    if isinstance(found, QThread):
        return found.isRunning() and found != QThread.currentThread()
    return isinstance(found, QTimer) and found.isActive()


def _name(found: object) -> str:
    owner = found.parent() if isinstance(found, QObject) else None
    return f"{type(found).__name__} of {type(owner).__name__}"
