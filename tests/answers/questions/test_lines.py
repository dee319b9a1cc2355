"""Articles that come as JSON lines, and lines that are none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desk.answers.questions.lines import read_lines
from desk.refusals import Refusal

SHARED = Path(__file__).parents[4] / "shared"


def lines(tmp_path: Path, *written: object) -> Path:
    path = tmp_path / "library.jsonl"
    texts = [
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode()
        for one in written
    ]
    path.write_bytes(b"\n".join(texts) + b"\n")
    return path


def test_articles_come_with_everything_that_is_written(tmp_path):
    found = read_lines(
        lines(
            tmp_path,
            {"id": 1, "question": "怎么交费？", "answer": "微信。\n现金。", "category": "收费"},
            {
                "question": "Wi-Fi/网络归谁？",
                "variants": ["网坏了", "网坏了?", "断网"],
                "answer": "备注:照念",
                "owner": "王芳",
                "valid_from": "2026-01-01",
                "valid_until": "年底",
            },
        )
    )
    first, second = found.articles
    assert (first.answer, first.category, first.source.row) == ("微信。\n现金。", "收费", 1)
    assert (second.question, second.phrasings) == ("Wi-Fi/网络归谁？", ("网坏了", "断网"))
    assert (second.owner, second.valid_from, second.valid_until) == ("王芳", date(2026, 1, 1), None)
    assert [(one.place.row, one.field) for one in found.found.warned] == [(2, "valid_until")]


def test_lines_that_are_no_article_are_told_by_their_number(tmp_path):
    good = {"question": "怎么交费？", "answer": "微信。"}
    found = read_lines(
        lines(
            tmp_path,
            good,
            b"{",
            [],
            b"[" * 50_000,
            {"question": {"text": "a"}, "answer": "b"},
            {"question": "几点开门？"},
            {"answer": "八点。"},
            b'{"question": "\xff", "answer": "b"}',
            b"",
            {"question": "a" * 200_000, "answer": "b"},
            good,
            {**good, "answer": "现金。"},
            {**good, "question": "b", "phrasings": [1]},
        )
    )
    assert [one.answer for one in found.articles] == ["微信。"]
    assert [(one.place.row, one.why.code) for one in found.found.rejected] == [
        (2, "questions.line_broken"),
        (3, "questions.line_shape"),
        (4, "questions.line_nested"),
        (5, "questions.line_shape"),
        (6, "questions.no_answer"),
        (7, "questions.no_question"),
        (8, "questions.line_encoding"),
        (10, "questions.line_long"),
        (11, "questions.repeated"),
        (12, "questions.two_answers"),
        (13, "questions.line_shape"),
    ]
    assert found.found.ignored == 1


def test_a_file_without_an_article_is_refused_whole(tmp_path):
    nested = lines(tmp_path, b"[" * 100_000)
    with pytest.raises(Refusal) as refused:
        read_lines(nested)
    assert refused.value.code == "questions.no_lines"
    assert refused.value.fields == {"file": "library.jsonl"}
    with pytest.raises(Refusal) as refused:
        read_lines(tmp_path / "nothing.jsonl")
    assert refused.value.code == "questions.file_missing"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists are not beside this clone")
def test_the_shared_library_comes_in_whole():
    found = read_lines(SHARED / "search" / "faq.jsonl")
    assert len(found.articles) == 165
    assert found.found.rejected == ()
