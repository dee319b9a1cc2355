"""Why an answer was found: said where the marks do not show it, and only there."""

from __future__ import annotations

import pytest

from desk.answers.found import Why, WhyBy
from desk.ui.call.because import because
from desk.words.catalogue import Words

QUESTION = "停水了怎么办?"


@pytest.mark.parametrize(
    ("by", "said", "means", "told"),
    [
        (WhyBy.CONCEPT, "没水", "停水", "「没水」读作「停水」"),
        (WhyBy.CONCEPT, "停水", "停水", ""),
        (WhyBy.CONCEPT, "怎么办", "怎么处理", ""),
        (WhyBy.SOUND, "婷水", "停水", "「婷水」同音「停水」"),
        (WhyBy.SOUND, "tingshui", "停水", "「tingshui」拼作「停水」"),
        (WhyBy.SOUND, "t", "停", ""),
        (WhyBy.INITIALS, "ts", "停水", "「ts」是「停水」的首字母"),
        (WhyBy.INITIALS, "tstz", "", "「tstz」与首字母相近"),
        (WhyBy.ANSWER, "水箱", "水箱", "答案里提到「水箱」"),
        (WhyBy.ANSWER, "停水", "停水", ""),
        (WhyBy.WORDS, "停水", "停水", ""),
        (WhyBy.WORDS, "停水通知", "停水通知", ""),
        (WhyBy.WORDS, "没有水用", "没有水用", "其他问法里有「没有水用」"),
        (WhyBy.MEANING, "", "", "意思相近"),
    ],
)
def test_each_reason_in_chinese(by: WhyBy, said: str, means: str, told: str) -> None:
    assert because(Words("zh_CN"), [Why(by, said, means)], QUESTION) == told


def test_one_piece_is_explained_once_and_two_reasons_are_enough() -> None:
    why = [
        Why(WhyBy.CONCEPT, "没水", "停水"),
        Why(WhyBy.SOUND, "婷水", "停水"),
        Why(WhyBy.CONCEPT, "婷水", "停水"),
        Why(WhyBy.ANSWER, "水箱", "水箱"),
        Why(WhyBy.MEANING, "", ""),
    ]
    told = because(Words("en"), why, QUESTION)
    assert told == "没水 is read as 停水 · 婷水 sounds like 停水"
