"""Lists of questions as centres keep them, and what a clerk would read from each."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from desk.answers.questions import reader
from desk.answers.questions.read import ReadArticle
from desk.sheets.columns import Choice
from desk.sheets.reading import open_book
from tests.answers.questions.short import asked, read, rejected, text

SHARED = Path(__file__).parents[4] / "shared" / "rosters" / "dev"


def test_a_numbered_list_with_sections_notes_and_a_signature(book):
    path = book(
        {
            "常见问题": [
                ["前台常见问题(2024版)"],
                ["序号", "问题", "答复", "备注"],
                ["一、收费"],
                [1, "物业费怎么算?/一个月收多少", "高层2.6元。\n多层1.9元。", "按备案价"],
                [2, "能按季交吗?(又问:分期交)", "能。", None],
                ["3.", "怎么开票?", None, "待补充"],
                [],
                ["二、报修"],
                [4, "怎么报修?\n坏了找谁", "打前台。", "24小时"],
                [5, None, "可以。", None],
                [None, "整理人:前台小周"],
            ]
        },
        merged=("A1:D1", "A3:D3", "A8:D8"),
    )
    found = read(path)
    assert asked(found) == [
        ("物业费怎么算?", ("一个月收多少",), "高层2.6元。\n多层1.9元。"),
        ("能按季交吗?", ("分期交",), "能。"),
        ("怎么报修?", ("坏了找谁",), "打前台。"),
    ]
    assert [one.category for one in found.articles] == ["收费", "收费", "报修"]
    assert [one.source for one in found.articles] == [
        ("常见问题", 4),
        ("常见问题", 5),
        ("常见问题", 9),
    ]
    assert rejected(found) == [(6, "questions.no_answer"), (10, "questions.no_question")]
    assert found.found.ignored == 6
    assert found.found.warned == ()


def test_columns_of_wordings_category_owner_and_days(book):
    path = book(
        {
            "话术": [
                [
                    "类别",
                    "标准问",
                    "相似问1",
                    "相似问2",
                    "标准话术",
                    "内部提示",
                    "负责人",
                    "有效期至",
                ],
                [
                    "收费",
                    "物业费怎么交?",
                    "在哪交费",
                    "缴费方式",
                    "微信交。",
                    "别提罚款",
                    "王芳",
                    "2026-12-31",
                ],
                [None, "停车费多少?", None, None, "每月300元。", None, None, datetime(2027, 1, 5)],  # noqa: DTZ001
                [
                    "报修",
                    "灯坏了找谁?",
                    "灯不亮;路灯坏了",
                    None,
                    "打前台。",
                    None,
                    "李强",
                    "长期有效",
                ],
                [None, "门坏了?", None, None, "打前台!", None, None, "看情况"],
            ]
        },
        merged=("A2:A3",),
    )
    found = read(path)
    assert asked(found)[:1] == [("物业费怎么交?", ("在哪交费", "缴费方式"), "微信交。")]
    assert found.articles[2].phrasings == ("灯不亮", "路灯坏了")
    assert [one.category for one in found.articles] == ["收费", "收费", "报修", "报修"]
    assert [one.owner for one in found.articles] == ["王芳", "", "李强", ""]
    ends = [date(2026, 12, 31), date(2027, 1, 5), None, None]
    assert [one.valid_until for one in found.articles] == ends
    assert [(one.place.row, one.field) for one in found.found.warned] == [(5, "valid_until")]


def test_wordings_in_rows_of_their_own(book):
    path = book(
        {
            "Sheet1": [
                ["问题", "回答"],
                ["门禁卡丢了怎么补?", "带身份证来前台。"],
                ["补卡要多少钱", None],
                ["卡坏了怎么办", None],
                ["垃圾几点扔?", "早八点。"],
                ["什么时候能倒垃圾", None],
                ["厨余垃圾扔哪里", None],
                ["快递放哪?", "快递柜。"],
                ["能代收快递吗", None],
            ]
        }
    )
    found = read(path)
    assert asked(found) == [
        ("门禁卡丢了怎么补?", ("补卡要多少钱", "卡坏了怎么办"), "带身份证来前台。"),
        ("垃圾几点扔?", ("什么时候能倒垃圾", "厨余垃圾扔哪里"), "早八点。"),
        ("快递放哪?", ("能代收快递吗",), "快递柜。"),
    ]
    assert found.found.ignored == 1
    assert rejected(found) == []


def test_one_question_without_an_answer_is_no_wording_of_the_one_above(book):
    path = book(
        {
            "a": [
                ["问题", "答案"],
                ["门禁卡丢了怎么补?", "带身份证来前台。"],
                ["有没有团购水站?", None],
                ["垃圾几点扔?", "早八点。"],
                ["快递放哪?", "待补充"],
                ["门禁坏了?", "#N/A"],
            ]
        }
    )
    found = read(path)
    assert len(found.articles) == 2
    assert rejected(found) == [
        (3, "questions.no_answer"),
        (5, "questions.pending"),
        (6, "questions.failed"),
    ]


def test_sheets_as_categories(book):
    rows = [["问题", "答复"], ["怎么交费?", "微信交。"]]
    more = [
        ["问题", "答复"],
        ["怎么报修?", "打前台。"],
        ["怎么交费？", "来前台交。"],
        ["怎么交费?", "微信交。"],
    ]
    found = read(
        book(
            {"收费": rows, "报修": more, "说明": [["本表由前台维护"]], "旧": rows, "空": []},
            hidden=("旧",),
        )
    )
    assert [(one.question, one.category) for one in found.articles] == [
        ("怎么交费?", "收费"),
        ("怎么报修?", "报修"),
        ("怎么交费？", "报修"),
    ]
    assert rejected(found) == [(4, "questions.repeated")]
    assert [(one.sheet, one.why.code) for one in found.found.skipped] == [
        ("说明", "questions.no_table"),
        ("旧", "questions.hidden"),
        ("空", "questions.blank"),
    ]


def test_a_list_in_csv_with_strange_heads(tmp_path):
    content = (
        "客服常见问题汇总,,,\n业主常问,别的问法,怎么答,注意事项,更新时间\n"
        '"水费怎么算？",水价|用水怎么收费,"每吨2.9元。\n备注:阶梯价别主动说",不要算错,2024-05-01\n'
        "几点供暖？,,11月15日起。（内部提示：推迟别承诺）,,2024-05-01\n"
        "电梯坏了？,,同上,,2024-05-01\n"
        "业主常问,别的问法,怎么答,注意事项,更新时间\n"
        "Wi-Fi/网络归谁管？,,找运营商；室内管道（内部管道）归业主。,,\n"
    )
    found = read(text(tmp_path, content, name="list.csv", encoding="gb18030"))
    assert asked(found) == [
        ("水费怎么算？", ("水价", "用水怎么收费"), "每吨2.9元。"),
        ("几点供暖？", (), "11月15日起。"),
        ("电梯坏了？", (), "11月15日起。"),
        ("Wi-Fi/网络归谁管？", (), "找运营商；室内管道（内部管道）归业主。"),
    ]
    assert [one.text for one in found.found.warned] == [
        "备注:阶梯价别主动说",
        "（内部提示：推迟别承诺）",
    ]
    assert found.found.ignored == 3


def test_merged_cells_join_what_belongs_together(book):
    path = book(
        {
            "a": [
                ["问题", "答复"],
                ["怎么报修?", "打前台。"],
                ["坏了找谁", None],
                ["报修电话", None],
                ["怎么搬家?", "提前一天说。"],
                [None, "开放行条。"],
                ["几点上班?", "8点。"],
            ]
        },
        merged=("B2:B4", "A5:A6"),
    )
    assert asked(read(path)) == [
        ("怎么报修?", ("坏了找谁", "报修电话"), "打前台。"),
        ("怎么搬家?", (), "提前一天说。\n开放行条。"),
        ("几点上班?", (), "8点。"),
    ]


def test_an_answer_goes_on_in_the_next_row_where_questions_are_numbered(book):
    path = book(
        {
            "a": [
                ["编号", "问题", "答案"],
                ["Q1", "装修要办什么?", "1.带身份证"],
                [None, None, "2.交押金"],
                ["Q2", "能装空调吗?", "能。"],
                [None, "空调装哪里", None],
            ]
        }
    )
    assert asked(read(path)) == [
        ("装修要办什么?", (), "1.带身份证\n2.交押金"),
        ("能装空调吗?", ("空调装哪里",), "能。"),
    ]


def test_a_list_without_heads(book):
    found = read(
        book(
            {
                "a": [
                    ["物业费怎么交?", "微信、支付宝都可以交,也可以来前台。"],
                    ["能开发票吗?", "当月可以开,隔年的不能补。"],
                    ["装修要办什么手续?", "带身份证来前台,签协议。"],
                ]
            }
        )
    )
    assert [one.question for one in found.articles] == [
        "物业费怎么交?",
        "能开发票吗?",
        "装修要办什么手续?",
    ]
    assert found.found.ignored == 0


def test_an_english_list(book):
    found = read(
        book(
            {
                "FAQ": [
                    ["No.", "Question", "Also asked as", "Answer", "Internal notes", "Topic"],
                    [1, "How do I pay?", "Where can I pay?", "At the desk.", "no refunds", "Fees"],
                    [2, "Is parking free? / What is the fee?", None, "No.", None, "Parking"],
                ]
            }
        )
    )
    assert asked(found) == [
        ("How do I pay?", ("Where can I pay?",), "At the desk."),
        ("Is parking free?", ("What is the fee?",), "No."),
    ]
    assert [one.category for one in found.articles] == ["Fees", "Parking"]


def test_what_is_out_of_use_is_told_and_not_taken(book):
    rows = [
        ["问题", "答复", "状态", "有效期"],
        ["怎么交费?", "微信交。", "启用", "2026.1.1-2026.12.31"],
        ["能赊账吗?", "能。", "停用", ""],
        ["能打折吗?", "能。", "启用", "至2026年底"],
    ]
    found = read(book({"a": rows}))
    assert rejected(found) == [(3, "questions.retired")]
    assert [(one.valid_from, one.valid_until) for one in found.articles] == [
        (date(2026, 1, 1), date(2026, 12, 31)),
        (None, date(2026, 12, 31)),
    ]


def test_one_question_with_two_answers_is_left_to_whoever_keeps_the_list(book):
    found = read(book({"a": [["问题", "答复"], ["怎么交费?", "微信。"], ["怎么交费?", "现金。"]]}))
    assert [one.answer for one in found.articles] == ["微信。"]
    ((one,)) = found.found.rejected
    assert (one.why.code, one.why.fields) == ("questions.two_answers", {"row": 2})


def test_what_is_too_long_is_told(book):
    found = read(book({"a": [["问题", "答复"], ["怎么" * 300, "微信。"], ["怎么交?", "现金。"]]}))
    assert rejected(found) == [(2, "questions.too_long")]


def test_a_column_corrected_by_hand(book):
    rows = [
        ["主要内容", "我们说", "他们说"],
        ["a", "微信交。", "怎么交费?"],
        ["b", "来前台。", "怎么开票?"],
    ]
    path = book({"a": rows})
    choices = [Choice("a", 2, "question"), Choice("a", 1, "answer"), Choice("a", 0, None)]
    found = reader.read(open_book(path), choices=choices)
    assert asked(found) == [("怎么交费?", (), "微信交。"), ("怎么开票?", (), "来前台。")]


def test_whoever_waits_is_told_and_may_stop(tmp_path):
    rows = "".join(f"问题{n}怎么办?,答{n}。\n" for n in range(1200))
    book = open_book(text(tmp_path, "问题,答复\n" + rows, name="a.csv"))
    steps: list[tuple[int, int]] = []
    found = reader.read(book, progress=lambda done, total: steps.append((done, total)))
    assert (len(found.articles), steps) == (1200, [(500, 1201), (1000, 1201)])

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader.read(book, progress=stop)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists are not beside this clone")
def test_the_shared_list_is_read_as_a_careful_clerk_reads_it():
    name = "常见问题解答.xlsx"
    gold = json.loads((SHARED / f"{name}.gold.json").read_text("utf-8"))
    found = read(SHARED / name)
    wanted = [(one["question"], tuple(one["variants"]), one["answer"]) for one in gold["articles"]]
    assert asked(found) == wanted
    assert [row for row, _ in rejected(found)] == [one["row"] for one in gold["rejected"]]
    assert found.found.ignored == gold["ignored_rows"]
    pairs = zip(found.articles, gold["articles"], strict=True)
    assert not [one for one, told in pairs if told["note"] and told["note"] in one.answer]


def test_an_article_says_where_it_stood(book):
    (one,) = read(book({"表": [["问题", "答复"], [], ["怎么交?", "微信。"]]})).articles
    assert one == ReadArticle("怎么交?", (), "微信。", "", "", None, None, ("表", 3))
