"""Whether something was done, as offices write it."""

from __future__ import annotations

import pytest

from desk.tickets.ledger.outcome import is_bare, noted, outcome


@pytest.mark.parametrize(
    "text",
    [
        *(
            "已修好",
            "√",
            "✔️",
            "OK",
            "已办结",
            "已换",
            "修好了",
            "现场查看无异常",
            "未发现异常",
            "是",
            "1",
        ),
        *(
            "已上门劝说,对方答应注意",
            "已修,收材料费35元",
            "已修好 业主签字",
            "复位后正常",
            "已完结",
        ),
        *("维保已到场修复", "重新打胶", "已协调", "更换角阀", "配件已到,已修好", "开发商已维修"),
        *(
            "已与楼上业主沟通,对方答应晚上不再拖桌子",
            "已更换,不漏了",
            "已修好,保修期内",
            "通了",
            "Yes",
        ),
        *(
            "业主自己解决",
            "不用修了",
            "已回访",
            "已处理,待回访",
            "已取消",
            "replaced valve",
            "Done",
        ),
        *("已修复,等业主确认", "2023.1.5修好", "电梯公司已修复", "已解释,业主表示理解"),
    ],
)
def test_it_was_done(text):
    assert outcome(text) == (True, "")


@pytest.mark.parametrize(
    "text",
    [
        "未完成",
        "×",
        "处理中",
        "未修",
        "否",
        "0",
        "未完结",
        "挂起",
        "待派单",
        "已派工",
        "已派单",
        "正在处理",
        "修好了,又坏了",
        "预计3天完成",
        "材料已到,待安装",
        "In progress",
        "No",
        "暂未处理",
    ],
)
def test_it_was_not_done(text):
    assert outcome(text) == (False, "")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "待料",
            "缺货已下单",
            "等配件,下周到",
            "业主不在家",
            "敲门无人应",
            "联系不上业主",
            "约周六上午",
        ),
        *("业主嫌贵不修,再考虑", "下雨做不了,改天", "需动用维修资金,报批中", "转开发商保修"),
        *("已上门,业主不在家", "已报开发商", "楼上不配合", "配件到货后更换", "业主要求周末上门"),
        *("Waiting for parts", "not at home"),
    ],
)
def test_it_waits_and_why(text):
    assert outcome(text) == (False, text)


@pytest.mark.parametrize("text", ["", "—", "/", "无", "费用已收", "满意", "材料:生料带"])
def test_it_is_not_said(text):
    assert outcome(text) == (None, "")


def test_a_remark_says_why_it_waits_but_not_that_it_is_done_because_something_was():
    assert noted("业主不在家") == (False, "业主不在家")
    assert noted("夜间抢修") == (None, "")
    assert noted("已修好") == (True, "")


def test_a_mark_is_nothing_to_read_again():
    assert is_bare("√")
    assert is_bare(" OK。")
    assert is_bare("否")
    assert not is_bare("已修好")
