"""Questions and answers that stand below each other in one column."""

from __future__ import annotations

from tests.answers.questions.short import asked, read, rejected, text

DIALOGUE = """前台问答手册

一、收费
问:物业费怎么交?(又问:在哪交费;缴费方式)
答:微信交,也可以来前台。
收据当场开。
内部提示:不要提罚款

Q2：有没有24/7的电话？
A2：有，0571-88880000。

二、报修
问:怎么报修?
问:灯坏了找谁
答:打前台。
备注:夜里转值班

整理:小周
"""


def test_questions_and_answers_below_each_other_in_a_text(tmp_path):
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        found = read(text(tmp_path, DIALOGUE, encoding=encoding))
        assert asked(found) == [
            (
                "物业费怎么交?",
                ("在哪交费", "缴费方式"),
                "微信交,也可以来前台。\n收据当场开。",
            ),
            ("有没有24/7的电话？", (), "有，0571-88880000。"),
            ("灯坏了找谁", (), "打前台。"),
        ]
        assert rejected(found) == [(13, "questions.no_answer")]
        assert [one.category for one in found.articles] == ["收费", "收费", "报修"]
        assert [one.place.row for one in found.found.warned] == [7, 16]


def test_questions_and_answers_in_alternating_rows_of_a_sheet(book):
    cells: list[tuple[str, str, str | None]] = [
        ("问", "怎么交费?", None),
        ("答", "微信交。", None),
        ("问", "能开票吗?", None),
        ("答", "能。\n当月开。", None),
    ]
    beside = read(book({"a": cells}))
    below = read(book({"a": [[f"{mark}：{said}"] for mark, said, _ in cells]}))
    assert asked(beside) == asked(below)
    assert asked(below) == [("怎么交费?", (), "微信交。"), ("能开票吗?", (), "能。\n当月开。")]


def test_numbered_questions_with_their_answers_below(tmp_path):
    found = read(
        text(
            tmp_path,
            "1、怎么交费？\n微信交。\n来前台也行。\n\n2、能开票吗？\n能。\n\n3. 几点开门？\n",
        )
    )
    assert asked(found) == [
        ("怎么交费？", (), "微信交。\n来前台也行。"),
        ("能开票吗？", (), "能。"),
    ]
    assert rejected(found) == [(8, "questions.no_answer")]


def test_questions_that_only_their_last_character_marks(tmp_path, book):
    lines = ["收费", "怎么交费？", "微信交。", "来前台也行。", "能开票吗?", "能。", "几点开门？"]
    for found in (
        read(text(tmp_path, "\n".join(lines))),
        read(book({"a": [[one] for one in lines]})),
    ):
        assert asked(found) == [
            ("怎么交费？", (), "微信交。\n来前台也行。"),
            ("能开票吗?", (), "能。"),
        ]
        assert rejected(found) == [(7, "questions.no_answer")]


def test_an_answer_that_begins_with_a_letter_keeps_it(tmp_path):
    (one,) = read(text(tmp_path, "Q：哪个门进？\nA：A、B座走北门。\nA、C座也是。\n")).articles
    assert one.answer == "A、B座走北门。\nA、C座也是。"
