"""The centre at work, on SQLite and again on PostgreSQL."""

from __future__ import annotations

import pytest

from desk.models.database import Store
from tests.tickets.office import Office


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)
