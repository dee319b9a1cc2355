from __future__ import annotations

import numpy as np
import pytest

from desk.language.vectors import Vectors
from desk.resources import resource


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.load()


def near(vectors: Vectors, one: str, other: str) -> float:
    first, second = vectors.embed(one), vectors.embed(other)
    assert first is not None
    assert second is not None
    return float(first @ second)


@pytest.mark.parametrize(
    ("said", "meant", "other"),
    [
        ("没水", "停水", "停车"),
        ("家里没电了", "跳闸", "装修"),
        ("马桶堵了", "下水道疏通", "门禁卡"),
        ("楼上太吵睡不着", "噪音投诉", "快递代收"),
        ("车位被别人占了", "停车", "停水"),
        ("小强", "蟑螂", "电梯"),
        ("parking", "停车", "宠物"),
        ("管理费", "物业费", "游泳池"),
        ("去哪坐地铁", "附近的地铁站", "电梯多久检修"),
    ],
)
def test_what_means_the_same_is_nearer(vectors: Vectors, said: str, meant: str, other: str) -> None:
    assert near(vectors, said, meant) > near(vectors, said, other) + 0.15


def test_a_vector_has_length_one_and_is_the_same_every_time(vectors: Vectors) -> None:
    first, again = vectors.embed("门禁卡丢了怎么补"), Vectors.load().embed("门禁卡丢了怎么补")
    assert first is not None
    assert again is not None
    assert first.dtype == np.float32
    assert first.shape == (vectors.size,)
    assert float(first @ first) == pytest.approx(1.0, abs=1e-5)
    assert first.tobytes() == again.tobytes()


def test_ways_of_writing_make_no_difference(vectors: Vectors) -> None:
    assert near(vectors, "電梯壞了", "电梯坏了！") == pytest.approx(1.0, abs=1e-5)
    assert near(vectors, "ＷＩＦＩ密码", "wifi密码") == pytest.approx(1.0, abs=1e-5)


def test_numbers_mean_nothing(vectors: Vectors) -> None:
    assert near(vectors, "3-2-1502漏水", "漏水") == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("text", ["", "  ，。！", "12345", "qzxv", "🙂"])
def test_nothing_known_has_no_vector(vectors: Vectors, text: str) -> None:
    assert vectors.embed(text) is None


def test_a_word_that_nobody_listed_is_read_by_its_characters(vectors: Vectors) -> None:
    assert "电瓶水" not in vectors.known("电瓶水")
    assert vectors.embed("电瓶水") is not None


def test_the_table_is_small() -> None:
    assert resource("language", "vectors.npz").stat().st_size < 4_000_000


def test_a_long_text_has_a_vector_too(vectors: Vectors) -> None:
    vector = vectors.embed("电梯坏了三天没人修" * 500)
    assert vector is not None
    assert float(vector @ vector) == pytest.approx(1.0, abs=1e-4)


def test_what_is_kept_comes_back(vectors: Vectors) -> None:
    vector = vectors.embed("停水通知在哪里看")
    assert vector is not None
    same, back = vectors.restored(vectors.stored(vector))
    assert same
    assert back is not None
    assert float(back @ vector) == pytest.approx(1.0, abs=1e-3)
    assert vectors.restored(vectors.stored(None)) == (True, None)


def test_what_another_table_made_is_made_anew(vectors: Vectors) -> None:
    vector = vectors.embed("停水")
    kept = vectors.stored(vector)
    other = (vectors.version + 1).to_bytes(4, "little") + kept[4:]
    assert vectors.restored(other) == (False, None)
    assert vectors.restored(kept[:-2]) == (False, None)
    assert vectors.restored(None) == (False, None)
    assert vectors.restored(b"") == (False, None)
