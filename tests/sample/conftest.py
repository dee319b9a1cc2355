"""The sample as it stands on an ordinary Wednesday morning, planned once."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.sample.content import Content, read_content
from desk.sample.plan import SEED, plan
from desk.sample.rows import SamplePlan

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: A Wednesday, ten past ten in Shanghai.
NOW = datetime(2026, 3, 4, 2, 10, 30, 123456, tzinfo=UTC)


@pytest.fixture(scope="session")
def content() -> Content:
    return read_content()


@pytest.fixture(scope="session")
def sample(content: Content) -> SamplePlan:
    return plan(SEED, NOW, SHANGHAI, content)
