"""Lists of questions whose columns are called as no other office calls them."""

from __future__ import annotations

import pytest

from tests.answers.questions.short import asked, read, rejected, text

FEES = ("物业费怎么算", ("物业费多少", "一平多少"), "按面积算，每月1.8元。")
DOGS = ("能养狗吗", ("养宠物规定", "遛狗"), "可以，先办证。")
ROWS = [
    ["物业费怎么算", "物业费多少；一平多少", "按面积算，每月1.8元。"],
    ["能养狗吗", "养宠物规定、遛狗", "可以，先办证。"],
]


@pytest.mark.parametrize(
    "head",
    [
        *("说法", "其他说法", "客户说法", "客户怎么问", "业主可能这样问", "同类问题", "近似问题"),
        *(
            "提问方式",
            "问题2",
            "其他表述",
            "口语表达",
            "触发词",
            "同义问",
            "怎么问",
            "另外",
            "丙栏",
        ),
    ],
)
def test_other_wordings_are_read_whatever_stands_over_them(book, head: str):
    post = ("快递放哪", ("快递柜在哪",), "东门有柜。")
    rows = [["问题", head, "答复"], *ROWS, [post[0], *post[1], post[2]]]
    assert asked(read(book({"a": rows}))) == [FEES, DOGS, post]


@pytest.mark.parametrize(
    "under", [["1", "2"], [1, 2], ["说法1", "说法2"], ["一", "二"], ["问法1", "问法2"]]
)
@pytest.mark.parametrize("group", ["相似问法", "客户其他说法", "客户说法"])
def test_a_second_row_of_heads_that_counts_is_no_data(book, group: str, under: list[object]):
    rows = [
        ["标准问题", group, None, "答复"],
        [None, *under, None],
        ["物业费怎么算", "物业费多少", "一平多少", FEES[2]],
        ["能养狗吗", "养宠物规定", "遛狗", DOGS[2]],
    ]
    for merged in ((), ("A1:A2", "B1:C1", "D1:D2")):
        found = read(book({"a": rows}, merged=merged))
        assert asked(found) == [FEES, DOGS]
        assert (rejected(found), found.found.ignored) == ([], 2)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        *(("业主怎么问", "我们怎么答"), ("问法", "话术"), ("客人来问的", "前台这样讲")),
        *(("事情", "标准话术"), ("问题", "我们讲"), ("客户疑惑", "统一讲法"), ("来电", "回应")),
    ],
)
def test_a_list_is_read_whatever_its_two_columns_are_called(book, question: str, answer: str):
    rows = [
        ["类别", question, answer, "整理人"],
        ["收费", "物业费怎么算", "按面积算，每月1.8元。", "小方"],
        ["收费", "滞纳金", "每天万分之三，逾期起算。", "小方"],
        ["宠物", "能养狗吗", "可以，先办证。", "小方"],
        ["快递", "快递放哪", "东门有柜，不代收。", None],
    ]
    whole = [(row[1], (), row[2]) for row in rows[1:]]
    assert asked(read(book({"a": rows}))) == whole
    assert asked(read(book({"a": [row[1:3] for row in rows]}))) == whole


def test_what_is_for_the_office_is_neither_asked_nor_said(book):
    rows = [
        ["问题", "相似问", "关键词", "适用", "答复", "处理人经验", "内部怎么说"],
        [
            "物业费怎么算",
            "物业费多少",
            "收费",
            "住宅",
            "按面积算。",
            "物业费别多解释。",
            "物业费拖着",
        ],
        ["能养狗吗", "养狗规定", "狗", "住宅", "可以。", "养狗的要登记。", "养狗难管"],
        ["停车怎么办", "停车登记", "车", "商铺", "登记。", "停车位紧张。", "停车先推"],
    ]
    found = read(book({"a": rows}))
    assert asked(found) == [(row[0], (row[1],), row[4]) for row in rows[1:]]


def test_a_list_of_changes_is_no_list_of_questions(book):
    rows = [
        ["日期", "更新内容", "人"],
        ["2023-1-1", "改了收费口径", "方"],
        ["2023-1-2", "加了养狗", "方"],
    ]
    found = read(book({"a": rows}))
    assert (found.articles, [one.why.code for one in found.found.skipped]) == (
        (),
        ["questions.no_table"],
    )


@pytest.mark.parametrize("again", [True, False])
def test_blank_answers_of_further_wordings_in_workbooks_and_texts(book, tmp_path, again: bool):
    first = [["怎么交费", "微信。"], ["怎么停车", "登记。"], ["怎么报修", "打电话。"]]
    rows = [["类别", "问题", "答复"]]
    for question, answer in first:
        rows.append(["收费", question, answer])
        rows += [["收费" if again else "", f"{question[2:]}{end}", ""] for end in ("方式", "办法")]
    workbook = read(book({"a": [[cell or None for cell in row] for row in rows]}))
    csv = read(text(tmp_path, "\n".join(",".join(row) for row in rows), name="list.csv"))
    expected = [(q, (f"{q[2:]}方式", f"{q[2:]}办法"), a) for q, a in first]
    assert asked(workbook) == asked(csv) == expected
    assert rejected(workbook) == rejected(csv) == []


def test_notes_merged_beside_blank_answers_make_no_question_of_a_wording(book):
    rows = [["问题", "答复", "整理人"]]
    for question, answer in (("怎么交费", "微信。"), ("怎么停车", "登记。")):
        rows += [[question, answer, "小方"], [f"{question[2:]}方式"], [f"{question[2:]}办法"]]
    found = read(book({"a": rows}, merged=("C2:C4", "C5:C7")))
    assert [one.phrasings for one in found.articles] == [
        ("交费方式", "交费办法"),
        ("停车方式", "停车办法"),
    ]
