"""The days of ledgers, wherever the year, the month or the day itself is written."""

from __future__ import annotations

from pathlib import Path

from tests.tickets.ledger.books import room, table, text_file, when, workbook


def test_one_sheet_a_year_with_months_as_section_rows(tmp_path: Path) -> None:
    found = workbook(
        tmp_path,
        {
            "报修": [
                ["阳光花园2024年度报修台账"],
                ["日期", "星期", "房号", "姓名", "联系电话", "报修事项", "维修人", "处理情况"],
                ["一月份"],
                ["1月3日", "三", "3-2-1502", "王芳", 13800001234, "厨房漏水", "老陈", "已修"],
                ["5日", "五", "同上", "同上", "", "厨房又漏水", "老陈", "待料"],
                ["二月份"],
                ["2.1", "四", "2栋1单元大堂", "巡逻", "", "灯不亮", "小刘", "√"],
                [None, None, "5-1-101", "李强", "0571-88881234", "门铃坏", "小刘", None],
                ["小计", None, None, None, None, "4单"],
                ["制表人：赵六", None, None, None, "审核："],
            ]
        },
        merged={"报修": ["A1:H1", "A3:H3", "A6:H6"]},
    )
    assert [(when(one.reported_at), room(one), one.name, one.done) for one in found.tickets] == [
        ("2024-01-03", "3-2-1502", "王芳", True),
        ("2024-01-05", "3-2-1502", "王芳", False),
        ("2024-02-01", "", "巡逻", True),
        ("2024-02-01", "5-1-101", "李强", None),
    ]
    assert found.tickets[0].phone == "13800001234"
    assert found.tickets[3].phone == "0571-88881234"
    assert found.tickets[1].hold_reason == "待料"
    assert found.tickets[2].place == "2栋1单元大堂"
    assert found.found.ignored == 6
    assert not found.found.rejected


def test_years_turn_with_the_rows_around(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期,房号,报修内容,完成情况\n"
        "12/30,1-1-101,灯坏,√\n"
        "2022/12/31,1-1-102,门坏,√\n"
        "1/2,1-1-103,窗坏,×\n"
        "2023.1.3,1-1-104,锁坏,√\n"
        "1月5号,1-1-105,水管漏,√\n",
        file="2022年台账.csv",
    )
    assert [when(one.reported_at) for one in found.tickets] == [
        "2022-12-30",
        "2022-12-31",
        "2023-01-02",
        "2023-01-03",
        "2023-01-05",
    ]


def test_days_as_rows_of_their_own(tmp_path: Path) -> None:
    found = workbook(
        tmp_path,
        {
            "值班": [
                ["时间", "地点", "来电人", "电话", "事项", "处理"],
                ["2024年3月5日 星期二"],
                ["8:30", "3-2-1502", "王芳", "13800001111", "漏水", "已派工"],
                ["14:10", "南门", "保安", "", "道闸坏", "已恢复"],
                ["2024年3月6日 星期三"],
                ["9:05", "S12", "店主", "13800002222", "没电", "合闸后正常"],
            ]
        },
        merged={"值班": ["A2:F2", "A5:F5"]},
    )
    got = [(when(one.reported_at), room(one), one.done) for one in found.tickets]
    assert got == [
        ("2024-03-05 08:30", "3-2-1502", False),
        ("2024-03-05 14:10", "", True),
        ("2024-03-06 09:05", "S12", True),
    ]


def test_the_year_of_other_sheets_counts_where_a_sheet_says_none(tmp_path: Path) -> None:
    heads = ["日期", "房号", "报修内容", "完成√"]
    found = workbook(
        tmp_path,
        {
            "1月": [["2023年报修登记表"], heads, ["1.5", "3-2-101", "漏水", "√"]],
            "2月": [heads, ["2.5", "3-2-101", "漏水", None]],
            "3月": [heads, [5, "3-2-101", "漏水", "√"], [6, "3-2-102", "没电", None]],
        },
    )
    assert [when(one.reported_at) for one in found.tickets] == [
        "2023-01-05",
        "2023-02-05",
        "2023-03-05",
        "2023-03-06",
    ]


def test_a_day_book_with_its_day_above_the_heads(tmp_path: Path) -> None:
    rows = table("""
        值班日志
        值班人：张三||日期：2023年3月6日
        时间|内容|处理情况
        8:30|3-2-1502业主王女士来电反映厨房漏水，电话13800001111|已通知老陈上门，已修好
        9:10|南门道闸不起|已联系厂家
        交接班签字：张三
        """)
    found = workbook(tmp_path, {"日志": rows})
    first, second = found.tickets
    assert (when(first.reported_at), room(first)) == ("2023-03-06 08:30", "3-2-1502")
    assert (first.phone, first.done) == ("13800001111", True)
    assert (when(second.reported_at), second.done) == ("2023-03-06 09:10", False)
    assert second.hold_reason == "已联系厂家"


def test_english_days_and_a_unit_that_is_the_whole_room(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "No.,Date,Unit,Resident,Contact No,Issue,Action Taken,Status,Completed On,Assigned To\n"
        "1,5 Jan 2024,3-2-1502,Mr Wang,13800001111,Tap leaking,Replaced washer,Closed,6 Jan 2024,\n"
        '2,"Jan 7, 2024",5-1-301,Ms Li,13800001112,No power,,Open,,Liu\n'
        "3,2024/1/8,Lobby,Guard,,Door broken,Waiting for parts,Pending,,\n",
    )
    got = [(when(one.reported_at), room(one), one.done) for one in found.tickets]
    assert got == [
        ("2024-01-05", "3-2-1502", True),
        ("2024-01-07", "5-1-301", False),
        ("2024-01-08", "", False),
    ]
    assert when(found.tickets[0].finished_at) == "2024-01-06"
    assert found.tickets[2].hold_reason == "Waiting for parts"


def test_name_room_and_number_in_one_cell_and_hours_of_their_own(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "报修日期,报修时间,报修人信息,报修内容,完工日期,完工时间,维修结果\n"
        "2023-01-05,8:05,王芳 3-2-1502 13800001234,漏水,2023/1/5,10:20,好了\n"
        "2023-01-05,9:00,3-2-1503李先生13800001235,漏水,,,没好\n",
    )
    first, second = found.tickets
    assert (room(first), first.name, first.phone) == ("3-2-1502", "王芳", "13800001234")
    assert (room(second), second.name, second.done) == ("3-2-1503", "李先生", False)
    assert when(first.reported_at) == "2023-01-05 08:05"
    assert when(first.finished_at) == "2023-01-05 10:20"
