"""A look and words for the tests of the window: the vendored font, light, nothing that moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from desk.ui import fonts
from desk.ui.look import Look
from desk.words.catalogue import Words


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    """The family of the vendored font, loaded once a run."""
    return fonts.load().family


@pytest.fixture
def look(qapp: QApplication, family: str) -> Iterator[Look]:
    """The light theme at 100 %, keeping everything still."""
    look = Look(qapp, chosen="light", family=family, motion=0)
    yield look
    shiboken6.delete(look)


@pytest.fixture
def words() -> Words:
    """Chinese, what users see first."""
    return Words("zh_CN")
