"""A write upon what somebody saw, when it has changed since."""

from __future__ import annotations

import threading

import pytest

from desk.models import versions
from desk.models.journal import Actor
from desk.models.tables import Community
from desk.refusals import Refusal
from tests.conftest import MORNING


@pytest.fixture
def community(store):
    return Community.insert(name="锦绣花园").execute()


def name(community: int) -> str:
    return str(Community.get_by_id(community).name)


def test_a_change_moves_the_version_on(store, community):
    assert versions.update(Community, community, 1, "community.stale", name="一") == 2
    assert versions.update(Community, community, 2, "community.stale", name="二") == 3
    assert name(community) == "二"


@pytest.mark.parametrize("seen", [0, 2])
def test_what_was_seen_and_is_no_longer_so_is_not_written_upon(store, community, seen):
    with pytest.raises(Refusal) as refused:
        versions.update(Community, community, seen, "community.stale", name="二")
    assert refused.value.code == "community.stale"
    assert name(community) == "锦绣花园"


def test_a_row_that_is_gone_is_stale_too(store):
    with pytest.raises(Refusal):
        versions.update(Community, 99, 1, "community.stale", name="二")


def test_of_two_desks_that_saw_the_same_one_is_refused(store, community):
    start, outcomes = threading.Barrier(2), []

    def desk(wanted: str) -> None:
        start.wait()
        try:
            with store.write(Actor(), MORNING):
                versions.update(Community, community, 1, "community.stale", name=wanted)
            outcomes.append(wanted)
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            store.release()

    threads = [threading.Thread(target=desk, args=(wanted,)) for wanted in ("甲", "乙")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=len) == [name(community), "community.stale"]
