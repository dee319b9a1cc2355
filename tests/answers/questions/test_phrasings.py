"""What a clerk takes for several wordings of one question, and what for one."""

import pytest

from desk.answers.questions.phrasings import Asked, asks, split, split_list


@pytest.mark.parametrize(
    ("cell", "question", "others"),
    [
        (
            "物业费怎么算?/物业费多少钱一平/一个月收多少",
            "物业费怎么算?",
            ["物业费多少钱一平", "一个月收多少"],
        ),
        (
            "能按季交吗?(又问:能不能分期交;一个季度一交吗)",
            "能按季交吗?",
            ["能不能分期交", "一个季度一交吗"],
        ),
        ("发票去哪里开？（也可以问：开票、开发票）", "发票去哪里开？", ["开票", "开发票"]),
        ("怎么报修?\n报修电话多少\n坏了找谁", "怎么报修?", ["报修电话多少", "坏了找谁"]),
        ("怎么报修？或者问：坏了找谁；报修电话", "怎么报修？", ["坏了找谁", "报修电话"]),
        (
            "1.门禁卡丢了怎么办？ 2.怎么补卡？ 3.补门卡",
            "门禁卡丢了怎么办？",
            ["怎么补卡？", "补门卡"],
        ),
        ("①怎么补卡\n②补门卡", "怎么补卡", ["补门卡"]),
        ("水费多少钱一吨；水价；用水怎么收费", "水费多少钱一吨", ["水价", "用水怎么收费"]),
        ("物业费怎么交/缴费方式", "物业费怎么交", ["缴费方式"]),
        ("能不能敲墙/拆墙要批吗", "能不能敲墙", ["拆墙要批吗"]),
        ("怎么报修?(坏了找谁?/报修电话是多少)", "怎么报修?", ["坏了找谁?", "报修电话是多少"]),
        ("快递放哪？ | 快递柜在哪 | 代收吗", "快递放哪？", ["快递柜在哪", "代收吗"]),
        ("网坏了找谁?/Wi-Fi/宽带连不上", "网坏了找谁?", ["Wi-Fi/宽带连不上"]),
        ("How do I pay? / Where can I pay?", "How do I pay?", ["Where can I pay?"]),
        ("卡丢了怎么办?（又问：补卡/补门卡;卡丢了怎么办）", "卡丢了怎么办?", ["补卡", "补门卡"]),
    ],
)
def test_other_wordings_are_taken_apart(cell: str, question: str, others: list[str]):
    assert split(cell) == Asked(question, tuple(others))


@pytest.mark.parametrize(
    "cell",
    [
        "Wi-Fi/网络坏了找谁？",
        "有没有24/7的值班电话?",
        "停车费多少钱/月",
        "物业费多少元/平方米·月？",
        "门禁卡/钥匙丢了怎么办？",
        "怎么补办小区门禁卡/单元门禁卡？",
        "水/电/燃气怎么开户？",
        "垃圾(厨余)几点扔？",
        "装修押金多少,什么时候退?",
        "装修押金多少？什么时候退？",
        "户内维修(含水电)收费吗？",
        "维修费怎么收(材料/人工)？",
        "业主/租客怎么登记？",
        "家里没人住,\n物业费能减吗？",
        "装修或者搬家要登记吗?",
        "A/B 座的信箱在哪",
        "24小时有人吗？",
        "1.5吨的货车能进吗？",
    ],
)
def test_what_is_one_question_stays_one(cell: str):
    assert split(cell) == Asked(cell.replace(",\n", ","))


@pytest.mark.parametrize(
    "cell", ["3、怎么报修？", "12. 怎么报修？", "问：怎么报修？", "Q3: 怎么报修？"]
)
def test_serial_numbers_and_marks_are_no_part_of_a_question(cell: str):
    assert split(cell) == Asked("怎么报修？")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("补卡\n补门卡", ["补卡", "补门卡"]),
        ("补卡、补门卡、多配一张卡", ["补卡", "补门卡", "多配一张卡"]),
        ("不在家的话，怎么收快递", ["不在家的话，怎么收快递"]),
        ("1. 补卡 2. 补门卡", ["补卡", "补门卡"]),
        ("Wi-Fi/网络坏了|断网", ["Wi-Fi/网络坏了", "断网"]),
        ("交费 缴费 付款", ["交费", "缴费", "付款"]),
        ("", []),
    ],
)
def test_a_column_of_wordings_is_taken_apart(cell: str, found: list[str]):
    assert split_list(cell) == found


def test_an_answer_does_not_ask():
    assert not asks("请到前台登记。")
    assert asks("可不可以封阳台")
