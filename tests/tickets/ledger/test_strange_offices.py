"""Columns, reasons and words of offices whose heads and habits stand in no list."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.tickets.ledger.contacts import Contacts
from desk.tickets.ledger.outcome import may_wait, outcome
from desk.tickets.ledger.places import Places
from tests.tickets.ledger.books import room, table, text_file, when, workbook


@pytest.mark.parametrize("head", ["楼幢", "栋座", "栋别", "几栋", "楼宇名", "区块", "哪幢"])
def test_a_building_under_any_head_left_of_the_door(tmp_path: Path, head: str) -> None:
    found = text_file(
        tmp_path,
        f"日期,{head},单元,房号,报修人,报修内容\n"
        "2023-03-05,6幢,1单元,1102室,王芳,水管漏水了\n"
        "2023-03-06,电动车棚,,,保安,棚顶灯不亮了\n"
        "2023-03-07,A座,2,301,李强,插座没有电\n",
    )
    assert [room(one) or one.place for one in found.tickets] == ["6-1-1102", "电动车棚", "A-2-301"]


def test_bare_figures_left_of_the_door_are_the_building(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期,分区,房号,报修内容\n"
        "2023-03-05,6,1102,水管漏水了\n2023-03-06,12,301,灯不亮了\n2023-03-07,3,501,插座没有电\n",
    )
    assert [room(one) for one in found.tickets] == ["6-1102", "12-301", "3-501"]


def test_a_place_in_two_columns_is_one_room(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期,区域,具体位置,报修内容\n"
        "2023-03-05,3幢,2单元1502,水管漏水了\n2023-03-06,5幢,1单元301,灯不亮了\n"
        "2023-03-07,中心花园,,椅子坏了\n",
    )
    assert [room(one) or one.place for one in found.tickets] == ["3-2-1502", "5-1-301", "中心花园"]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("B1-192车位", ""),
        ("S4商铺", ""),
        ("3幢2单元1502(空置)", ""),
        ("3幢2单元1502 王芳", "王芳"),
        ("3幢2单元1502 客厅", ""),
    ],
)
def test_what_stands_beside_a_room_is_a_caller_only_if_it_calls_somebody(
    cell: str, name: str
) -> None:
    assert Places().read(cell).name == name


def test_a_villa_in_the_column_of_buildings() -> None:
    found = Places().read("", building="别墅5栋").room
    assert found is not None
    assert found.number == "5"


@pytest.mark.parametrize(
    "text", ["完", "结", "归档", "已结", "已归档", "销", "已整改到位", "更换型号不同的阀芯"]
)
def test_it_is_over(text: str) -> None:
    assert outcome(text).done is True


@pytest.mark.parametrize(
    "text", ["修了,还漏", "半修", "修不好", "未销", "配件到位后再修", "修好了,又坏了"]
)
def test_it_is_not_over(text: str) -> None:
    assert outcome(text).done is False


@pytest.mark.parametrize("head", ["备注", "说明", "情况说明", "未办结原因"])
@pytest.mark.parametrize(
    "reason",
    [
        *("和业主约明天", "主板坏,要换", "下大雨", "电梯公司来", "3月5日上门", "等领导批"),
        *("三楼住户不开门", "质保期", "厂里来修", "师傅请假", "业主上班", "空号", "钱没谈拢"),
    ],
)
def test_why_an_open_case_waits(tmp_path: Path, head: str, reason: str) -> None:
    said = reason.replace(",", "，")
    found = text_file(
        tmp_path,
        f"日期,房号,报修内容,状态,{head}\n2023-03-05,3-1-501,灯不亮,未完,{said}\n"
        "2023-03-06,3-1-502,门坏了,已完成,\n",
    )
    first = found.tickets[0]
    assert (first.text, first.done) == ("灯不亮", False)
    assert first.hold_reason.replace("，", ",") == reason


@pytest.mark.parametrize("note", ["已通知师傅", "已拍照", "不收费", "业主催了两次,请优先"])
def test_other_remarks_are_no_reason(note: str) -> None:
    assert not may_wait(note)


def test_done_or_not_under_a_head_that_asks(tmp_path: Path) -> None:
    for yes, no in (("是", "否"), ("√", "×"), ("完", "未")):
        found = text_file(
            tmp_path,
            f"日期,房号,客户需求,完成否\n2023-03-05,3-1-501,灯不亮,{yes}\n2023-03-06,3-1-502,门坏,{no}\n",
        )
        assert [(one.text, one.done) for one in found.tickets] == [
            ("灯不亮", True),
            ("门坏", False),
        ]


def test_a_row_that_is_reported_still_says_the_day(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期,房号,报修人,报修内容\n2023-03-05,3-1-501,王芳,灯不亮\n2023-04-12,3-1-502,李强,\n"
        "〃,3-1-503,张伟,门坏了\n",
    )
    assert [when(one.reported_at) for one in found.tickets] == ["2023-03-05", "2023-04-12"]
    assert len(found.found.rejected) == 1


def test_sums_and_signatures_over_merged_columns_are_no_cases(tmp_path: Path) -> None:
    rows = table("""
        序号|日期|楼号|单元|室号|报修内容|维修工|结果
        1|2023-03-05|6|1|1102|水管漏水了|老王|已修好
        2|2023-03-06|6|1|1103|灯不亮了|老王|已修好
        3月共2单|||||||
        填表人:李敏||||审核:|||
        """)
    found = workbook(
        tmp_path, {"3月": rows}, merged={"3月": ["A4:H4", "A5:D5", "E5:H5"]}, file="维修.xlsx"
    )
    assert len(found.tickets) == 2
    assert not found.found.rejected


def test_a_code_of_the_country_is_no_part_of_a_name(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期,房号,报修人及电话,报修内容\n"
        "2023-03-05,3-1-501,姜明/+86-15200004904,灯不亮\n"
        "2023-03-06,3-1-502,葛春梅(+86 13900001111),门坏了\n",
    )
    assert [one.name for one in found.tickets] == ["姜明", "葛春梅"]


@pytest.mark.parametrize("note", ["", ",备注"])
@pytest.mark.parametrize(
    "head", ["未办结原因", "未销单原因", "遗留原因", "不能完成原因", "暂缓原因", "原因", "遗留问题"]
)
def test_a_column_of_reasons_beside_remarks(tmp_path: Path, head: str, note: str) -> None:
    end = "," if note else ""
    found = text_file(
        tmp_path,
        f"日期,房号,报修内容,是否办结,{head}{note}\n2023-03-05,3-1-501,灯不亮了,否,约周日上午{end}\n"
        f"2023-03-06,3-1-502,门坏了,是,{end}\n2023-03-07,3-1-503,水管漏水了,否,待料{end}\n",
    )
    assert [one.hold_reason for one in found.tickets] == ["约周日上午", "", "待料"]
    assert found.tickets[0].text == "灯不亮了"


@pytest.mark.parametrize("head", ["销单", "销号", "销项", "是否销单", "销单情况"])
def test_struck_off_is_done(tmp_path: Path, head: str) -> None:
    words = {"已销": True, "√": True, "销": True, "未销": False, "×": False, "未销单": False}
    rows = "".join(f"2023-03-05,3-1-501,灯不亮了,{one}\n" for one in words)
    found = text_file(tmp_path, f"日期,房号,报修内容,{head}\n{rows}")
    assert [one.done for one in found.tickets] == list(words.values())


@pytest.mark.parametrize(
    "text",
    [
        *("价格没谈拢", "嫌收费高", "等业主确认费用", "待业主付款", "甲方处理", "要走大修基金"),
        *("等总包", "保修期内转总包", "租客不在", "业主外地", "下雪停工", "等停雨", "没材料"),
    ],
)
def test_money_weather_and_others_hold_it_up(text: str) -> None:
    assert outcome(text) == (False, text)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("13700001111(张三)", "张三"),
        ("张三13700001111/李四13800001111", "张三、李四"),
        ("张三(白天)13700001111", "张三(白天)"),
    ],
)
def test_what_is_left_of_a_cell_of_name_and_number(cell: str, name: str) -> None:
    assert Contacts().read("", "", cell).name == name


def test_a_new_month_without_a_day_is_said_and_a_day_left_out_goes_on(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "月,日,房号,报修内容\n3,5,3-1-501,灯不亮了\n3,,3-1-502,门坏了\n4,,3-1-503,门坏了\n"
        ",7,3-1-504,水管漏水了\n",
        file="2023年报修.csv",
    )
    days = [one.reported_at and when(one.reported_at) for one in found.tickets]
    assert days == ["2023-03-05", "2023-03-05", None, "2023-04-07"]
    assert [(one.place.row, one.text) for one in found.found.warned] == [(4, "4月")]
