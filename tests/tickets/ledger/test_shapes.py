"""Ledgers of other shapes than anybody has seen, read as a clerk reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_building_unit_and_room_in_three_columns_and_weekdays_in_the_date(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "序号,报修日期,报修时间,楼栋,单元,房号,业主,电话,报修项目,具体描述,是否完成,完成日期\n"
        "1,2023年3月6日(星期一),9:30,3栋,2单元,1502,张先生,13900001111,水电,厨房水龙头滴水,是,3月7日\n"
        "2,2023-03-06 周一,下午2点,12,1,0301,李女士,13900002222,门窗,窗户关不上,否,\n"
        "3,,,A座,,大堂,保安,,公共,玻璃门破了,1,当天\n"
        "4,3月8日 周三,20:15,5,,,,,水电,水表井里积水,0,\n",
        file="报修登记.csv",
    )
    assert [(when(one.reported_at), room(one), one.done) for one in found.tickets] == [
        ("2023-03-06 09:30", "3-2-1502", True),
        ("2023-03-06 14:00", "12-1-301", False),
        ("2023-03-06", "", True),
        ("2023-03-08 20:15", "", False),
    ]
    first, _, third, fourth = found.tickets
    assert (first.text, first.category) == ("厨房水龙头滴水", "水电")
    assert when(first.finished_at) == "2023-03-07"
    assert when(third.finished_at) == "2023-03-06"
    assert (third.place, fourth.place) == ("A座大堂", "5")
    assert {one.number for one in found.tickets} == {""}


def test_english_heads_in_row_five(tmp_path: Path) -> None:
    rows = table("""
        Green Garden Property Services
        Maintenance log

        Printed by front desk
        Ticket No|Date|Time|Room|Reported by|Mobile|Description|Crew|Completed|Remarks
        T-1001|2024-01-05|9:30 AM|3-2-1502|Mr Smith|13800001234|Tap leaking|Chen|Yes|
        T-1002|2024-01-07|2:15 PM|Lobby of 3-2|Patrol||Light broken|Liu|No|waiting for parts
        T-1003|2024-01-08||5-1-301|Ms Li|13800004321|Door bell|||
        """)
    found = workbook(tmp_path, {"Jan 2024": rows}, file="log.xlsx")
    got = [(one.number, when(one.reported_at), room(one), one.done) for one in found.tickets]
    assert got == [
        ("T-1001", "2024-01-05 09:30", "3-2-1502", True),
        ("T-1002", "2024-01-07 14:15", "", False),
        ("T-1003", "2024-01-08", "5-1-301", None),
    ]
    assert found.tickets[1].place == "Lobby of 3-2"
    assert found.tickets[1].hold_reason == "waiting for parts"
    assert found.tickets[0].name == "Mr Smith"
    assert found.found.ignored == 5


def test_complaints_with_their_outcome_and_states(tmp_path: Path) -> None:
    rows = table("""
        投诉登记表（2023年）
        投诉编号|投诉时间|投诉人|联系方式|房号|投诉内容|处理结果|处理状态|满意度
        TS-001|2023-05-01 09:20|王女士|13800001111|3-2-1502|拖桌子|已沟通，答应不再拖|已完结|满意
        TS-002|2023-05-02 10:00|刘先生|13800002222|3-2-1501|垃圾没人清||未完结|
        TS-003|2023-05-03 10:00|匿名||小区北门|保安态度差|核实中|挂起|
        """)
    found = workbook(tmp_path, {"投诉登记": rows})
    got = [(one.number, one.name, one.done, one.state) for one in found.tickets]
    assert got == [
        ("TS-001", "王女士", True, "已完结"),
        ("TS-002", "刘先生", False, "未完结"),
        ("TS-003", "", False, "挂起"),
    ]
    assert found.tickets[0].result == "已沟通，答应不再拖"
    assert found.tickets[0].satisfaction == "满意"
    assert found.tickets[2].place == "小区北门"


def test_a_number_and_a_name_within_the_place(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "日期\t地址\t内容\t结果\n"
        "2022/3/1\t3-1-601 13800001111\t漏水\t已修好\n"
        "2022/3/1\t3栋1单元602 张女士 13800002222\t跳闸\t约周六上午\n"
        "2022/3/2\t5栋2单元301厨房\t水管爆了\t联系不上业主\n"
        "2022/3/2\t6栋1单元楼道\t灯坏\t换灯管一根\n"
        "2022/3/3\t3-1-601、602\t墙渗水\t\n"
        "2022/3/3\t602\t马桶堵\t通了\n",
        file="维修.txt",
    )
    got = [(room(one), one.place, one.name, one.phone, one.done) for one in found.tickets]
    assert got == [
        ("3-1-601", "3-1-601", "", "13800001111", True),
        ("3-1-602", "3栋1单元602", "张女士", "13800002222", False),
        ("5-2-301", "5栋2单元301厨房", "", "", False),
        ("", "6栋1单元楼道", "", "", True),
        ("", "3-1-601、602", "", "", None),
        ("", "602", "", "", True),
    ]


def test_what_a_group_of_neighbours_wrote(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "时间,昵称,消息内容\n"
        "2024-06-01 08:12:33,3-2-1502 王芳,家里没水了\n"
        "2024-06-01 08:15:02,管家小周,5栋1单元302厨房水管爆了，请师傅过去\n"
        "2024-06-01 09:00:00,李强,电梯又坏了\n",
        file="业主群.csv",
    )
    got = [(when(one.reported_at), room(one), one.name) for one in found.tickets]
    assert got == [
        ("2024-06-01 08:12", "3-2-1502", "王芳"),
        ("2024-06-01 08:15", "5-1-302", "管家小周"),
        ("2024-06-01 09:00", "", "李强"),
    ]


def test_heads_of_two_rows_and_merged_days(tmp_path: Path) -> None:
    found = workbook(
        tmp_path,
        {
            "2023.12": [
                ["报修登记", None, None, None, None, None, None],
                ["日期", "报修人信息", None, None, "报修内容", "维修情况", None],
                [None, "房号", "姓名", "电话", None, "结果", "完成日期"],
                ["12.30", "1-1-101", "赵一", "13700001111", "灯坏", "已修好", "12.31"],
                [None, "1-1-102", "钱二", "13700002222", "门坏", "", "1.2"],
                ["12.31", "1-1-103", "孙三", "13700003333", "窗坏", "等配件", None],
            ]
        },
        merged={"2023.12": ["A1:G1", "B2:D2", "F2:G2", "A2:A3", "E2:E3", "A4:A5"]},
    )
    got = [(when(one.reported_at), room(one), one.name, one.phone) for one in found.tickets]
    assert got == [
        ("2023-12-30", "1-1-101", "赵一", "13700001111"),
        ("2023-12-30", "1-1-102", "钱二", "13700002222"),
        ("2023-12-31", "1-1-103", "孙三", "13700003333"),
    ]
    assert [when(one.finished_at) for one in found.tickets] == ["2023-12-31", "2024-01-02", ""]
    assert [one.done for one in found.tickets] == [True, True, False]
    assert found.found.ignored == 3


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


def test_sheets_that_hold_no_entries_are_skipped_with_why(tmp_path: Path) -> None:
    rows = [["日期", "房号", "报修内容", "完成情况"], ["2023-01-02", "1-1-101", "灯坏", "√"]]
    found = workbook(
        tmp_path,
        {
            "1月": rows,
            "汇总": [["月份", "报修单数", "完成数量", "完成率"], ["1月", 1, 1, "100%"]],
            "旧": rows,
            "空": [],
            "填表说明": [["请按日期填写"], ["不要合并单元格"]],
        },
        hidden=["旧"],
    )
    assert len(found.tickets) == 1
    assert [(one.sheet, one.why.code) for one in found.found.skipped] == [
        ("汇总", "ledger.sheet_summary"),
        ("旧", "ledger.sheet_hidden"),
        ("空", "ledger.sheet_empty"),
        ("填表说明", "ledger.sheet_notes"),
    ]


def test_entries_without_a_text_are_reported_and_prepared_lines_passed_over(tmp_path: Path) -> None:
    found = workbook(
        tmp_path,
        {
            "登记": [
                ["序号", "单号", "日期", "房号", "报修人", "报修内容", "完成情况"],
                [1, "A001", "2023-01-02", "1-1-101", "王芳", "灯坏", "√"],
                [2, "A002", "2023-01-03", "1-1-102", "李强", None, "√"],
                [3, None, "2023-01-04", None, None, "当日无报修", None],
                [4, None, "2月30日", "1-1-103", "张三", "门坏", None],
                [5, None, None, "1-1-104", "李四", "窗坏", None],
                [6],
                [7],
            ]
        },
    )
    assert [one.number for one in found.tickets] == ["A001", "", ""]
    assert [when(one.reported_at) for one in found.tickets] == ["2023-01-02", "", ""]
    assert [(one.place.row, one.why.code) for one in found.found.rejected] == [
        (3, "ledger.no_text")
    ]
    assert [(one.place.row, one.field) for one in found.found.warned] == [(5, "reported")]
    assert found.found.ignored == 4


def test_a_running_figure_is_no_number_but_one_that_never_returns_is(tmp_path: Path) -> None:
    def rows(first: int) -> list[list[object]]:
        heads = ["编号", "日期", "房号", "报修内容"]
        return [heads] + [[first + at, "2023-01-02", "1-1-101", f"灯{at}坏"] for at in range(4)]

    again = workbook(tmp_path, {"1月": rows(1), "2月": rows(1)})
    assert {one.number for one in again.tickets} == {""}
    on = workbook(tmp_path, {"1月": rows(2301), "2月": rows(2305)})
    assert [one.number for one in on.tickets] == [str(2301 + at) for at in range(8)]


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


OWN = {
    "已关闭": "单号,类型,紧急度,状态,位置,内容,类别,班组,维修师傅,来电人,电话,受理时间,时限,"
    "时限类型,剩余/超时,预约开始,预约结束,催单次数,打印份数,是否回单,暂停原因,完成时间,关闭时间",
    "Closed": "Number,Kind,Urgency,State,Place,What it is,Category,Crew,Technician,Caller,"
    "Telephone,Received,Deadline,Which deadline,Time left,Appointment from,Appointment until,"
    "Chases,Slips printed,Slip returned,On hold for,Finished,Closed",
}


@pytest.mark.parametrize(
    ("closed", "on_hold", "held"), [("已关闭", "暂停", "待料"), ("Closed", "On hold", "Parts")]
)
def test_our_own_list_comes_back(tmp_path: Path, closed: str, on_hold: str, held: str) -> None:
    found = text_file(
        tmp_path,
        f"{OWN[closed]}\n"
        f"WX20260304-001,报修,一般,{closed},3-2-1502 厨房,水龙头漏水,水电,工程班,老陈,王芳,"
        "13800001234,2026-03-04 09:00,2026-03-05 09:00,完成,,,,0,1,是,,2026-03-04 15:30,"
        "2026-03-05 10:00\n"
        f"WX20260304-002,报修,紧急,{on_hold},3栋2单元大堂,门坏了,,工程班,,巡逻,,2026-03-04 10:00,"
        f",,,,,2,0,,{held},,\n",
    )
    first, second = found.tickets
    assert (first.number, first.state, first.done) == ("WX20260304-001", closed, True)
    assert (room(first), first.place) == ("3-2-1502", "3-2-1502 厨房")
    assert when(first.reported_at) == "2026-03-04 09:00"
    assert when(first.finished_at) == "2026-03-04 15:30"
    assert (first.category, first.handler, first.text) == ("水电", "工程班、老陈", "水龙头漏水")
    assert (second.done, second.hold_reason, room(second)) == (False, held, "")
    assert not found.found.warned


def test_an_other_program_s_list_with_english_names_and_iso_times(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "id,ticket_no,kind,category,priority,channel,resident_name,phone,garden,building,unit,room,"
        "address,title,text,assignee,created,due,closed,status,is_open,is_overdue\n"
        "1,WO1,投诉,噪音,3,微信,王芳,13800001234,阳光里,1栋,2单元,704,阳光里1栋2单元704室,装修噪音,"
        "楼上周末装修,李前台,2025-05-30 12:05:00,2025-06-01 12:05:00,2025-05-31 10:22:00,"
        "已关闭,0,0\n"
        "2,WO2,报修,电梯,1,电话,余小,13800001235,书香门第,5栋,2单元,904,书香门第5栋2单元904室,"
        "电梯异响,2单元电梯异响,陈前台,2026-11-22 02:41:00,2026-11-28 20:21:00,,待派单,1,0\n",
        file="tickets.csv",
    )
    first, second = found.tickets
    assert (first.number, first.community, room(first)) == ("WO1", "阳光里", "1-2-704")
    assert (first.text, second.text) == ("装修噪音：楼上周末装修", "2单元电梯异响")
    assert when(first.reported_at) == "2025-05-30 12:05"
    assert when(first.finished_at) == "2025-05-31 10:22"
    assert (first.done, second.done) == (True, False)
    assert (first.kind, first.urgency, first.channel, first.handler) == (
        "投诉",
        "3",
        "微信",
        "李前台",
    )


def test_heads_that_say_more_than_one_thing_and_a_title_above(tmp_path: Path) -> None:
    rows = table("""
        物业维修登记台账
        单位：阳光花园物业服务中心|||||2023年度
        编号|报修日期及时间|房号/位置|联系人/电话|报修内容及位置|维修人员|完成时间|维修结果及业主签字|材料及费用
        001|3月5日 9:30|3-2-1502|王芳/13800001234|厨房水龙头漏水|老陈|3.5|已修好 王芳|角阀1只 35元
        002|3月6日|中心花园||路灯不亮|水电班||待采购灯具|
        编号|报修日期及时间|房号/位置|联系人/电话|报修内容及位置|维修人员|完成时间|维修结果及业主签字|材料及费用
        003|3月8日|3号楼2单元电梯||异响|维保||已报维保|
        合计：3单
        制表：王会计|||审核：|||日期：2023.12.31
        """)
    found = workbook(tmp_path, {"台账": rows})
    got = [(one.number, when(one.reported_at), room(one), one.name) for one in found.tickets]
    assert got == [
        ("001", "2023-03-05 09:30", "3-2-1502", "王芳"),
        ("002", "2023-03-06", "", ""),
        ("003", "2023-03-08", "", ""),
    ]
    assert [one.done for one in found.tickets] == [True, False, False]
    assert found.tickets[0].note == "材料及费用：角阀1只 35元"
    assert found.found.ignored == 6
    assert {"内容" in one.head and one.field for one in found.found.columns[0].columns} >= {"text"}


def test_a_table_without_heads(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "1,2023-01-05,3-2-1502,王芳,13800001234,厨房水龙头漏水,已修好\n"
        "2,2023-01-06,3-2-1503,李强,13800001235,客厅灯不亮了,未修\n"
        "3,2023-01-07,5-1-101,张丽,13800001236,马桶堵了冲不下去,已修好\n",
    )
    got = [(when(one.reported_at), room(one), one.name, one.done) for one in found.tickets]
    assert got == [
        ("2023-01-05", "3-2-1502", "王芳", True),
        ("2023-01-06", "3-2-1503", "李强", False),
        ("2023-01-07", "5-1-101", "张丽", True),
    ]


def test_a_sheet_for_each_building(tmp_path: Path) -> None:
    rows = table("""
        日期|房号|报修内容|完成情况
        2023-3-5|2-1502|灯坏|√
        2023-3-6|2单元电梯|异响|×
        """)
    found = workbook(tmp_path, {"3号楼": rows, "5号楼": rows})
    assert [room(one) for one in found.tickets] == ["3-2-1502", "", "5-2-1502", ""]
    assert found.tickets[1].place == "2单元电梯"
