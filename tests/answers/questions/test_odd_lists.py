"""Lists of questions with habits of their own."""

from __future__ import annotations

from tests.answers.questions.short import asked, read, rejected, text


def test_numbers_of_sections_and_of_questions_in_them(book):
    found = read(
        book(
            {
                "a": [
                    ["编号", "问题", "答复"],
                    ["1", "收费", None],
                    ["1.1", "怎么交？", "微信。"],
                    ["1.2", "能分期吗？", None],
                    ["2", "停车", None],
                    ["2.1", "怎么租？", "前台。"],
                ]
            }
        )
    )
    assert [(one.question, one.category) for one in found.articles] == [
        ("怎么交？", "收费"),
        ("怎么租？", "停车"),
    ]
    assert rejected(found) == [(4, "questions.no_answer")]


def test_sections_that_only_stand_alone(book):
    first = [
        ["问题", "答案"],
        ["物业费", None],
        ["怎么交？", "微信。"],
        ["停车", None],
        ["怎么租？", "前台。"],
    ]
    beside = [["分类", *first[0]], ["物业费"], [None, *first[2]], ["停车"], [None, *first[4]]]
    for rows in (first, beside):
        found = read(book({"a": rows}))
        assert [(one.question, one.category) for one in found.articles] == [
            ("怎么交？", "物业费"),
            ("怎么租？", "停车"),
        ]
        assert found.found.ignored == 3


def test_signatures_and_remarks_below_are_no_articles(book):
    found = read(
        book(
            {
                "a": [
                    ["问题", "答案"],
                    ["怎么交？", "微信。"],
                    ["注：以上口径如有变化以公告为准", None],
                    [None, "更新日期：2024-05-01"],
                    ["制表：王芳", "审核：李强"],
                ]
            }
        )
    )
    assert asked(found) == [("怎么交？", (), "微信。")]
    assert (rejected(found), found.found.ignored) == ([], 4)


def test_heads_in_two_rows(book):
    path = book(
        {
            "a": [
                ["2025年客服问答手册"],
                ["类别", "咨询", None, "对外答复", "内部", None],
                [None, "问题", "相似问题", "内容", "注意点", "责任部门"],
                ["停车", "车位怎么租?", "租车位", "380元/月。", "已满别承诺", "工程部"],
                [None, "访客怎么停?", None, "免费30分钟。", None, "秩序部"],
            ]
        },
        merged=("A1:F1", "B2:C2", "E2:F2", "A2:A3", "A4:A5"),
    )
    found = read(path)
    assert asked(found) == [
        ("车位怎么租?", ("租车位",), "380元/月。"),
        ("访客怎么停?", (), "免费30分钟。"),
    ]
    assert [(one.category, one.owner) for one in found.articles] == [
        ("停车", "工程部"),
        ("停车", "秩序部"),
    ]


def test_a_page_saved_as_xls(tmp_path):
    page = (
        "<html><table><tr><td>问题</td><td>回答</td></tr><tr><td>怎么交?<br>在哪交</td>"
        "<td>微信<br>现金</td></tr><tr><td>能分期吗?</td><td>能</td></tr></table></html>"
    )
    found = read(text(tmp_path, page, name="list.xls"))
    assert asked(found) == [("怎么交?", ("在哪交",), "微信\n现金"), ("能分期吗?", (), "能")]


def test_a_text_that_has_semicolons_and_commas(tmp_path):
    found = read(
        text(tmp_path, "Q: 怎么交?\nA: 微信, 支付宝都行\n\nQ: 能分期吗;可以按季吗\nA: 能;来前台\n")
    )
    assert asked(found) == [
        ("怎么交?", (), "微信, 支付宝都行"),
        ("能分期吗", ("可以按季吗",), "能;来前台"),
    ]


def test_wordings_of_their_own_column_below_a_merged_question(book):
    rows = [
        ["业务分类", "标准问题", "客户可能的问法", "标准话术", "内部口径"],
        ["停车", "地库车位怎么租?", "还有车位出租吗", "在前台排队。", "排到76号"],
        [None, None, "租车位找谁", None, None],
        ["停车", "忘带卡怎么出场?", None, "按呼叫键。", None],
    ]
    found = read(book({"话术": rows}, merged=("A2:A3", "B2:B3", "D2:D3", "E2:E3")))
    assert asked(found) == [
        ("地库车位怎么租?", ("还有车位出租吗", "租车位找谁"), "在前台排队。"),
        ("忘带卡怎么出场?", (), "按呼叫键。"),
    ]


def test_keywords_ask_nothing_beside_other_wordings(book):
    head = ["标准问", "相似问1", "答案", "关键词"]
    row = ["怎么交费?", "能扫码交吗", "微信。", "交费,扫码"]
    assert asked(read(book({"a": [head, row]}))) == [("怎么交费?", ("能扫码交吗",), "微信。")]


def test_brackets_behind_a_question_that_hold_other_wordings_or_explain(book):
    rows = [
        ["问题", "答案"],
        ["下水道堵了怎么办？(马桶堵了/厨房下水慢)", "请报修。"],
        ["新业主要登记吗？(过户以后要做什么/新业主登记)", "要。"],
        ["停车怎么收费？(地上/地下)", "见公示。"],
    ]
    assert [one[:2] for one in asked(read(book({"a": rows})))] == [
        ("下水道堵了怎么办？", ("马桶堵了", "厨房下水慢")),
        ("新业主要登记吗？", ("过户以后要做什么", "新业主登记")),
        ("停车怎么收费？(地上/地下)", ()),
    ]


def test_counted_lines_that_begin_with_a_figure(book):
    rows = [["问题", "答案"], ["1.24/7有人值守吗?\n2.半夜有人吗", "有。"]]
    assert asked(read(book({"a": rows}))) == [("24/7有人值守吗?", ("半夜有人吗",), "有。")]
