"""The catalogues as the program loads them (``make setup`` compiles them)."""

from __future__ import annotations

import pytest

from desk.words.catalogue import LANGUAGES, Words


@pytest.fixture(scope="session")
def zh() -> Words:
    """Simplified Chinese."""
    return Words("zh_CN")


@pytest.fixture(scope="session")
def en() -> Words:
    """English."""
    return Words("en")


@pytest.fixture(scope="session", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """Every language in turn."""
    return Words(request.param)
