"""Who hears of a commit, and that nobody can undo it by failing to listen."""

from __future__ import annotations

import logging

from desk.codes import Topic
from desk.models.changes import Changes

TICKETS = frozenset({Topic.TICKETS})


def test_every_listener_hears_until_it_stops():
    changes, heard = Changes(), []
    stop = changes.listen(lambda topics: heard.append(("one", topics)))
    changes.listen(lambda topics: heard.append(("two", topics)))
    changes.publish(TICKETS)
    stop()
    stop()
    changes.publish(TICKETS)
    assert [name for name, _ in heard] == ["one", "two", "two"]
    assert {topics for _, topics in heard} == {TICKETS}


def test_a_listener_may_stop_while_it_is_told():
    changes, heard = Changes(), []
    stops = [changes.listen(lambda _: (heard.append(1), stops[0]())), changes.listen(heard.append)]
    changes.publish(TICKETS)
    changes.publish(TICKETS)
    assert heard == [1, TICKETS, TICKETS]


def test_a_listener_that_fails_is_logged_and_the_others_hear(caplog):
    changes, heard = Changes(), []

    def fail(_: frozenset[Topic]) -> None:
        raise KeyError("13812345678")

    changes.listen(fail)
    changes.listen(heard.append)
    with caplog.at_level(logging.ERROR):
        changes.publish(TICKETS)
    assert heard == [TICKETS]
    assert [record.getMessage() for record in caplog.records] == ["a listener failed: KeyError"]
