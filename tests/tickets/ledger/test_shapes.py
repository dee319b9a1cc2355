"""Ledgers of other shapes than anybody has seen, read as a clerk reads them."""

from __future__ import annotations

from pathlib import Path

from tests.tickets.ledger.books import room, table, text_file, when, workbook


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


def test_ticks_under_done_and_not_done(tmp_path: Path) -> None:
    rows = table("""
        2023年6月维修记录表
        序号|日期|楼号|房号|报修人及电话|报修内容|完成情况||满意度|||备注
        ||||||完成|未完成|满意|一般|不满意|
        1|6.1|3栋2单元|1502|王芳13800001111|漏水|√||√|||
        2|6.1|3-2|1503|李强 13800001112|没电||√||||业主不在家
        3|6.2|公区||保安|大门坏|√||||√|
        """)
    areas = ["A1:L1", "G2:H2", "I2:K2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3"]
    found = workbook(tmp_path, {"6月": rows}, merged={"6月": [*areas, "L2:L3"]})
    assert [(room(one), one.done, one.satisfaction) for one in found.tickets] == [
        ("3-2-1502", True, "满意"),
        ("3-2-1503", False, ""),
        ("", True, "不满意"),
    ]
    assert found.tickets[1].hold_reason == "业主不在家"
    assert found.found.ignored == 3


def test_heads_that_are_nobody_s_usual_words(tmp_path: Path) -> None:
    rows = table("""
        2023年
        序号|登记日|几点|在哪里|打电话的人|号码|业主报的情况|派谁|修得怎样|修完日|还有什么
        1|1.5|9:30|3-2-1502|王芳|13800001111|厨房水龙头一直在滴水|老陈|已修好|1.6|
        2|1.6|下午2点|南门|保安||道闸抬不起来|小刘|未修||等配件
        3|1.6|15:00|3-2-1503|李强|13800001112|卫生间地漏返臭味|老陈|√|当天|
        """)
    found = workbook(tmp_path, {"登记": rows})
    got = [
        (when(one.reported_at), room(one), one.name, one.phone, one.handler, one.done)
        for one in found.tickets
    ]
    assert got == [
        ("2023-01-05 09:30", "3-2-1502", "王芳", "13800001111", "老陈", True),
        ("2023-01-06 14:00", "", "保安", "", "小刘", False),
        ("2023-01-06 15:00", "3-2-1503", "李强", "13800001112", "老陈", True),
    ]
    assert [one.hold_reason for one in found.tickets] == ["", "等配件", ""]
    assert [when(one.finished_at) for one in found.tickets] == ["2023-01-06", "", "2023-01-06"]
    assert found.tickets[0].text == "厨房水龙头一直在滴水"
