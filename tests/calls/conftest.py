"""A service centre at nine in the morning, on both databases."""

from __future__ import annotations

import pytest

from desk.models.database import Store
from tests.tickets.office import Office


@pytest.fixture
def office(store: Store) -> Office:
    """A small centre with crews, rooms and categories."""
    return Office(store)
