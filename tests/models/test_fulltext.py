"""Tickets are found by their words, alike on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from desk.models import fulltext
from desk.models.database import Store

WORDS = "厨房漏水一直滴,3-2-1502 张女士要求18:30上门,WX20251122-0037,Wi-Fi断了"


@pytest.fixture
def searched(store: Store) -> Store:
    texts = {
        1: [WORDS, "水表前"],
        2: ["门禁卡失灵", "3-2-1503"],
        3: ["漏电,插座冒火花", "13-2-1502"],
        4: ["Leaking tap in the KITCHEN", ""],
    }
    with store.database.atomic():
        for ticket, parts in texts.items():
            fulltext.put(store.database, ticket, parts, new=True)
    return store


FOUND: list[tuple[str, list[int]]] = [
    ("水", [1]),
    ("漏", [3, 1]),
    ("漏水", [1]),
    ("厨房漏水", [1]),
    ("厨房漏水一直滴", [1]),
    ("房水", []),
    ("水漏", []),
    ("门禁", [2]),
    ("3-2-1502", [1]),
    ("2-1502", [3, 1]),
    ("3-2-150", []),
    ("1502", [3, 1]),
    ("1503", [2]),
    ("WX20251122-0037", [1]),
    ("wx20251122", [1]),
    ("0037", [1]),
    ("kitchen", [4]),
    ("Kitchen TAP", [4]),
    ("wi-fi", [1]),
    ("18:30", [1]),
    ("漏 插座", [3]),
    ("插座 漏", [3]),
    ("漏水 插座", []),
    ("1502漏", []),
    ("Wi-Fi断了", [1]),
    ("２-１５０２", [3, 1]),
    ("", []),
    ("   ", []),
    ("-,。!?", []),
    ("漏水 ,", [1]),
]


def test_a_phrase_of_any_length_is_found(searched):
    found = [(query, fulltext.find(searched.database, query, 10)) for query, _ in FOUND]
    assert found == FOUND


ODD = [
    '"',
    "'",
    '漏水"',
    "漏水' OR '1'='1",
    "漏水*",
    "漏水 AND",
    "NOT 漏水",
    "OR",
    "NEAR(漏 水)",
    "body:漏水",
    "{body}:漏",
    "^漏",
    "漏 + 水",
    "(漏水",
    "漏水)",
    "漏 & 水 | !",
    "<->",
    "漏:*",
    "\\",
    "%",
    "_",
    "?",
    "%s",
    "a'b\"c",
    "'; DROP TABLE ticket; --",
    "\0漏",
    "🚰",
]


def test_operators_and_quotes_are_characters_like_others(searched):
    for query in ODD:
        words = [word for part in query.split() if (word := fulltext.spaced(part))]
        found = fulltext.find(searched.database, query, 10)
        assert found == (fulltext.find(searched.database, " ".join(words), 10)), query
    assert fulltext.find(searched.database, "漏水", 10) == [1]


def test_words_that_mean_something_to_a_database_are_only_words(searched):
    with searched.database.atomic():
        fulltext.put(searched.database, 9, ["not near AND or"], new=True)
    assert fulltext.find(searched.database, "AND", 10) == [9]
    assert fulltext.find(searched.database, "NOT near", 10) == [9]


def test_putting_again_replaces(searched):
    with searched.database.atomic():
        fulltext.put(searched.database, 1, ["马桶堵塞"])
    assert fulltext.find(searched.database, "漏水", 10) == []
    assert fulltext.find(searched.database, "马桶", 10) == [1]


def test_the_newest_come_first_and_no_more_than_asked(searched):
    with searched.database.atomic():
        for ticket in range(100, 120):
            fulltext.put(searched.database, ticket, ["灯不亮"], new=True)
    assert fulltext.find(searched.database, "灯", 3) == [119, 118, 117]


RARE = "䶮㛃㸚𠅤𬭊𫘝𬴂𪟝〇"


def test_rare_characters_of_names_are_found(store):
    with store.database.atomic():
        fulltext.put(store.database, 100, ["王芳"], new=True)
        for ticket, character in enumerate(RARE):
            fulltext.put(store.database, ticket, [f"王{character}芳"], new=True)
    for ticket, character in enumerate(RARE):
        assert fulltext.find(store.database, character, 10) == [ticket]
        assert fulltext.find(store.database, f"王{character}", 10) == [ticket]
    assert fulltext.find(store.database, "王芳", 10) == [100]


def test_accents_tell_words_apart_on_both(store):
    with store.database.atomic():
        fulltext.put(store.database, 1, ["café"], new=True)
        fulltext.put(store.database, 2, ["cafe"], new=True)
    assert fulltext.find(store.database, "café", 10) == [1]
    assert fulltext.find(store.database, "CAFE\u0301", 10) == [1]
    assert fulltext.find(store.database, "cafe", 10) == [2]


PIECES = st.lists(
    st.sampled_from(
        [*"漏水厨房电梯〇龍ー", "3-2-1502", "1e5", "3.14", "-7", "2f", "a@b.cn", "http://x.cn/y"]
    )
    | st.sampled_from(
        ["café", "É", "ß", "İ", "①", "½", "²", "㎡", "５", "Ａ", "ﬁ", "a_b", "x'y", "🚰"]
    )
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pieces=PIECES, begin=st.integers(0, 5), end=st.integers(1, 6), glue=st.sampled_from(["", " "])
)
@example(pieces=["1e5"], begin=0, end=1, glue="")
def test_both_databases_find_a_piece_of_what_was_written(
    sqlite_store, postgres_store, pieces, begin, end, glue
):
    query = "".join(pieces[begin:end])
    assume(fulltext.spaced(query))
    written = glue.join(pieces)
    for store in (sqlite_store, postgres_store):
        with store.database.atomic():
            fulltext.put(store.database, 1, [written])
    found = [fulltext.find(store.database, query, 10) for store in (sqlite_store, postgres_store)]
    assert found[0] == found[1]
    if glue == " ":
        whole = " ".join(pieces[begin:end])
        assert fulltext.find(sqlite_store.database, whole, 10) == [1]
        assert fulltext.find(postgres_store.database, whole, 10) == [1]
