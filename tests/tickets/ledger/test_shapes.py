"""Ledgers of other shapes than anybody has seen, read as a clerk reads them."""

from __future__ import annotations

from datetime import date

from tests.tickets.ledger.books import room, text_file, when, workbook


def test_one_sheet_a_year_with_months_as_section_rows(tmp_path):
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


def test_building_unit_and_room_in_three_columns_and_weekdays_in_the_date(tmp_path):
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


def test_english_heads_in_row_five(tmp_path):
    found = workbook(
        tmp_path,
        {
            "Jan 2024": [
                ["Green Garden Property Services"],
                ["Maintenance log"],
                [],
                ["Printed by front desk"],
                [
                    "Ticket No",
                    "Date",
                    "Time",
                    "Room",
                    "Reported by",
                    "Mobile",
                    "Description",
                    "Technician",
                    "Completed",
                    "Date completed",
                    "Remarks",
                ],
                [
                    "T-1001",
                    date(2024, 1, 5),
                    "9:30 AM",
                    "3-2-1502",
                    "Mr Smith",
                    "13800001234",
                    "Kitchen tap leaking",
                    "Chen",
                    "Yes",
                    date(2024, 1, 6),
                    "",
                ],
                [
                    "T-1002",
                    date(2024, 1, 7),
                    "2:15 PM",
                    "Lobby of 3-2",
                    "Patrol",
                    "",
                    "Light broken",
                    "Liu",
                    "No",
                    None,
                    "waiting for parts",
                ],
                [
                    "T-1003",
                    date(2024, 1, 8),
                    "",
                    "5-1-301",
                    "Ms Li",
                    "13800004321",
                    "Door bell",
                    "",
                    "",
                    None,
                    "",
                ],
            ]
        },
        file="log.xlsx",
    )
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


def test_complaints_with_their_outcome_and_states(tmp_path):
    found = workbook(
        tmp_path,
        {
            "投诉登记": [
                ["投诉登记表（2023年）"],
                [
                    "投诉编号",
                    "投诉时间",
                    "投诉人",
                    "联系方式",
                    "房号",
                    "投诉内容",
                    "处理结果",
                    "处理状态",
                    "责任人",
                    "满意度",
                ],
                [
                    "TS-001",
                    "2023-05-01 09:20",
                    "王女士",
                    "13800001111",
                    "3栋2单元1502室",
                    "楼上半夜拖桌子",
                    "已与楼上沟通，对方答应不再拖",
                    "已完结",
                    "秩序部",
                    "满意",
                ],
                [
                    "TS-002",
                    "2023-05-02 10:00",
                    "刘先生",
                    "13800002222",
                    "3栋2单元1501室",
                    "垃圾没人清",
                    "",
                    "未完结",
                    "保洁",
                    "",
                ],
                [
                    "TS-003",
                    "2023-05-03 10:00",
                    "匿名",
                    "",
                    "小区北门",
                    "保安态度差",
                    "核实中",
                    "挂起",
                    "秩序部",
                    "",
                ],
            ]
        },
    )
    got = [(one.number, one.name, one.done, one.state) for one in found.tickets]
    assert got == [
        ("TS-001", "王女士", True, "已完结"),
        ("TS-002", "刘先生", False, "未完结"),
        ("TS-003", "", False, "挂起"),
    ]
    assert found.tickets[0].result == "已与楼上沟通，对方答应不再拖"
    assert found.tickets[0].satisfaction == "满意"
    assert found.tickets[2].place == "小区北门"


def test_a_number_and_a_name_within_the_place(tmp_path):
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


def test_what_a_group_of_neighbours_wrote(tmp_path):
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


def test_heads_of_two_rows_and_merged_days(tmp_path):
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


def test_years_turn_with_the_rows_around(tmp_path):
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


def test_sheets_that_hold_no_entries_are_skipped_with_why(tmp_path):
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


def test_entries_without_a_text_are_reported_and_prepared_lines_passed_over(tmp_path):
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


def test_a_running_figure_is_no_number_but_one_that_never_returns_is(tmp_path):
    def rows(first: int) -> list[list[object]]:
        heads = ["编号", "日期", "房号", "报修内容"]
        return [heads] + [[first + at, "2023-01-02", "1-1-101", f"灯{at}坏"] for at in range(4)]

    again = workbook(tmp_path, {"1月": rows(1), "2月": rows(1)})
    assert {one.number for one in again.tickets} == {""}
    on = workbook(tmp_path, {"1月": rows(2301), "2月": rows(2305)})
    assert [one.number for one in on.tickets] == [str(2301 + at) for at in range(8)]


def test_days_as_rows_of_their_own(tmp_path):
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


def test_our_own_list_comes_back_in_both_languages(tmp_path):
    chinese = text_file(
        tmp_path,
        "单号,类型,紧急度,状态,位置,内容,类别,班组,维修师傅,来电人,电话,受理时间,"
        "时限,时限类型,剩余/超时,预约开始,预约结束,催单次数,打印份数,是否回单,暂停原因,完成时间,关闭时间\n"
        "WX20260304-001,报修,一般,已关闭,3-2-1502 厨房,水龙头漏水,水电,工程班,老陈,王芳,13800001234,"
        "2026-03-04 09:00,2026-03-05 09:00,完成,,,,0,1,是,,2026-03-04 15:30,"
        "2026-03-05 10:00\n"
        "WX20260304-002,报修,紧急,暂停,3栋2单元大堂,门坏了,,工程班,,巡逻,,2026-03-04 10:00,"
        ",,,,,2,0,,待料,,\n",
    )
    english = text_file(
        tmp_path,
        "Number,Kind,Urgency,State,Place,What it is,Category,Crew,Technician,Caller,Telephone,"
        "Received,Deadline,Which deadline,Time left,Appointment from,Appointment until,Chases,Slips printed,"
        "Slip returned,On hold for,Finished,Closed\n"
        "WX20260304-001,Repair,Normal,Closed,3-2-1502 厨房,水龙头漏水,水电,工程班,老陈,王芳,13800001234,"
        "2026-03-04 09:00,2026-03-05 09:00,Finish by,,,,0,1,yes,,2026-03-04 15:30,"
        "2026-03-05 10:00\n"
        "WX20260304-002,Repair,Urgent,On hold,3栋2单元大堂,门坏了,,工程班,,巡逻,,"
        "2026-03-04 10:00,,,,,,2,0,,Parts,,\n",
    )
    for found, state, held in ((chinese, "已关闭", "待料"), (english, "Closed", "Parts")):
        first, second = found.tickets
        assert (first.number, first.state, first.done) == ("WX20260304-001", state, True)
        assert (room(first), first.place) == ("3-2-1502", "3-2-1502 厨房")
        assert when(first.reported_at) == "2026-03-04 09:00"
        assert when(first.finished_at) == "2026-03-04 15:30"
        assert (first.category, first.handler, first.text) == ("水电", "工程班、老陈", "水龙头漏水")
        assert (second.done, second.hold_reason, room(second)) == (False, held, "")
        assert not found.found.warned
