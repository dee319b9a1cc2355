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


def test_an_answer_without_a_question_is_never_the_answer_to_the_one_before(tmp_path, book):
    written = "问：怎么交？\n答：微信。\n\n答：请联系社区。\n带证件。\n\n问：怎么停？\n答：登记。\n"
    found = read(text(tmp_path, written))
    assert asked(found) == [("怎么交？", (), "微信。"), ("怎么停？", (), "登记。")]
    assert rejected(found) == [(4, "questions.no_question")]
    rows = [
        ["问", "怎么交？"],
        ["答", "微信。"],
        ["问", None],
        ["答", "可以。"],
        ["问", "怎么停？"],
    ]
    found = read(book({"a": [*rows, ["答", "登记。"], ["答", "不行。"]]}))
    assert asked(found) == [("怎么交？", (), "微信。"), ("怎么停？", (), "登记。")]
    assert rejected(found) == [(3, "questions.no_question"), (7, "questions.no_question")]


def test_a_signature_right_below_the_last_answer_is_no_part_of_it(tmp_path):
    written = "问：怎么交？\n答：微信。\n问：怎么停？\n答：登记。\n整理：小方\n2023.5.8\n"
    assert asked(read(text(tmp_path, written)))[-1] == ("怎么停？", (), "登记。")


def test_a_text_is_not_cut_where_a_table_would_be(tmp_path):
    for mark in (";", ",", "|", "；"):
        written = f"问：卡丢了{mark}怎么补？\n答：带证件{mark}到前台{mark}\n"
        found = read(text(tmp_path, written))
        assert found.articles[0].answer == f"带证件{mark}到前台{mark}"
