"""Segments become one while others search and write."""

from __future__ import annotations

from tests.answers.libraries import LIBRARY, library, put, ranked

TYPED = ("漏水", "wyf", "wuye", "卡丢了", "家里没水了", "装潢", "前台")


def _written(count: int, shift: int = 0) -> list[tuple[int, tuple]]:
    return [(at, LIBRARY[(at + shift) % len(LIBRARY)]) for at in range(1, count + 1)]


def test_nothing_is_due_after_a_load_or_a_few_changes():
    index = library(_written(400))
    index.warm()
    assert index.due() is None
    put(index, 1, LIBRARY[2])
    assert index.due() is None


def test_work_done_aside_keeps_what_was_changed_meanwhile():
    index = library(_written(2_000))
    index.warm()
    now = dict(_written(2_000))
    for at in range(1, 301):
        now[at] = LIBRARY[(at + 2) % len(LIBRARY)]
        put(index, at, now[at])
    work = index.due()
    assert work is not None
    for at in (5, 900):
        index.remove(at)
        del now[at]
    now[6], now[901] = LIBRARY[0], LIBRARY[1]
    for at in (6, 901):
        put(index, at, now[at])
    before = [ranked(index, typed) for typed in TYPED]
    work.do()
    index.take(work)
    fresh = library(sorted(now.items()))
    assert [ranked(index, typed) for typed in TYPED] == before
    assert before == [ranked(fresh, typed) for typed in TYPED]
    assert index.due() is None, "what is left is little"
    assert len(index) == 1_998


def test_many_rounds_of_changes_rank_as_a_fresh_load_does():
    index = library(_written(1_500))
    index.warm()
    now = dict(_written(1_500))
    for turn in range(6):
        for at in range(1 + turn, 1_500, 4):
            now[at] = LIBRARY[(at * turn) % len(LIBRARY)]
            put(index, at, now[at])
        index.search("漏水")
        work = index.due()
        if work is not None:
            work.do()
            index.take(work)
    fresh = library(sorted(now.items()))
    for typed in TYPED:
        assert ranked(index, typed) == ranked(fresh, typed)
