"""Ledgers as other offices keep them: their heads, their days, their words for the outcome."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.tickets.ledger.outcome import outcome
from tests.tickets.ledger.books import room, table, text_file, when, workbook


def test_month_and_day_in_columns_of_their_own(tmp_path: Path) -> None:
    rows = table("""
        桂花城2023年维修明细
        月份|日|房号|业主|报修内容|完成情况
        1月|2|3-1-1502|王芳|厨房水管漏水|完成
        |15|3-2-802|李强|门锁坏了|未完
        2月|1|5-1-301|赵敏|马桶堵了|完成
        2月合计||||3项|
    """)
    found = workbook(tmp_path, {"明细": rows})
    assert [when(one.reported_at) for one in found.tickets] == [
        "2023-01-02",
        "2023-01-15",
        "2023-02-01",
    ]


def test_a_day_with_its_weather_above_the_hours(tmp_path: Path) -> None:
    rows = table("""
        时间|房号/位置|来电人|联系电话|事项|处理结果
        3月2日 星期四 小雨转阴
        8：05|3栋1502|王女士|13800001111|厨房下水管漏|已处理
        3月3日 星期五 晴
        16:40|5栋302|李先生|13800002222|门锁坏了|业主外出,回来再联系
    """)
    found = workbook(tmp_path, {"记录": rows}, file="2023年值班记录.xlsx")
    assert [(when(one.reported_at), one.done) for one in found.tickets] == [
        ("2023-03-02 08:05", True),
        ("2023-03-03 16:40", False),
    ]


def test_figures_without_a_sign_are_month_and_day(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["星河城报修本 2018年"],
        ["日期", "楼号房号", "姓名", "维修内容", "结果"],
        ["0604", "3-1-601", "王芳", "水管漏水", "打勾"],
        [1123, "3-1-602", "李强", "门锁坏了", "╳"],
    ]
    found = workbook(tmp_path, {"Sheet1": rows})
    assert [(when(one.reported_at), one.done) for one in found.tickets] == [
        ("2018-06-04", True),
        ("2018-11-23", False),
    ]


def test_yes_and_no_under_another_question_do_not_tell_the_outcome(tmp_path: Path) -> None:
    rows = table("""
        日期|故障时间|电梯编号/位置|故障现象|是否困人|报告人|恢复时间|原因及处理情况
        2022.1.3|8:40|3#楼1单元客梯|门打不开|否|监控室|9:40|门机皮带松,调整后正常
        2022.1.9|12:05|5栋2单元电梯|停在12楼|是|张队长||主板故障,等主板
        2022.2.2|22:18|5栋2单元电梯|异响|否|业主||
    """)
    found = workbook(tmp_path, {"2022年": rows})
    assert [(one.done, one.place) for one in found.tickets] == [
        (True, "3#楼1单元客梯"),
        (False, "5栋2单元电梯"),
        (None, "5栋2单元电梯"),
    ]
    assert when(found.tickets[0].finished_at) == "2022-01-03 09:40"


def test_whatever_is_asked_about_being_over_tells_the_outcome(tmp_path: Path) -> None:
    rows = table("""
        检查日期|检查区域|存在问题|整改措施|责任人|整改期限|实际完成日期|是否整改到位|是否超时|复查人
        2023-04-01|东门岗亭|灯管不亮|更换|周强|2023-04-08|2023-04-04|是|否|何经理
        2023-04-02|篮球场|地砖破损绊人|重新固定|吴刚|2023-04-09||整改中|是|何经理
    """)
    found = workbook(tmp_path, {"整改": rows})
    assert [(one.done, one.name, one.handler) for one in found.tickets] == [
        (True, "", "周强"),
        (False, "", "吴刚"),
    ]
    assert when(found.tickets[0].finished_at) == "2023-04-04"


def test_the_hour_of_the_report_under_a_longer_head_and_not_that_of_the_work(
    tmp_path: Path,
) -> None:
    rows = table("""
        报修单号|报修日期时间|楼座|室号|区域|客户|联系方式|报修内容|开工时间|完工时间|未完原因
        YJ01|2023年1月3日 11:01|B座|1502|厨房|王芳|13800001111|水管漏水|1.3 12:01|1.3 15:01|
        YJ02|23-01-06 22:53|C|301|阳台|李强|13800002222|门锁坏了|||雨天
    """)
    found = workbook(tmp_path, {"2023": rows})
    assert [(when(one.reported_at), room(one), one.hold_reason) for one in found.tickets] == [
        ("2023-01-03 11:01", "B-1502", ""),
        ("2023-01-06 22:53", "C-301", "雨天"),
    ]


def test_a_phase_in_front_of_the_building_and_the_caller_behind_a_role(tmp_path: Path) -> None:
    rows = table("""
        序|报修时间|完成时间|期|栋|单元|室|业主信息|故障|状态
        1|01-05 08:30|01-06 10:00|一期|5|2|1502|业主王芳13800001111|水管漏水|完成
        2|01-07 09:10||二期|5|2|1502|李强 13800002222|门锁坏了|未完成
    """)
    found = workbook(tmp_path, {"Sheet1": rows}, file="紫荆园2022上半年.xlsx")
    assert [(one.room.building if one.room else "", one.name) for one in found.tickets] == [
        ("一期5", "王芳"),
        ("二期5", "李强"),
    ]
    assert when(found.tickets[0].reported_at) == "2022-01-05 08:30"


def test_a_public_place_where_a_system_has_columns_for_rooms(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "工单号,楼栋名称,单元名称,房间编码,房间名称,客户名称,报事内容,报事时间,完成时间,状态,是否超时\n"
        "WO1,3栋,1单元,HY-3-1-1502,1502,王芳,水管漏水,2023-01-01 08:00,2023-01-01 10:00,待回访,\n"
        "WO2,公区,,,地下车库,,灯管不亮,2023-01-02 08:00:00,,已派单,是\n",
    )
    assert [(room(one), one.place, one.done) for one in found.tickets] == [
        ("3-1-1502", "HY-3-1-1502", True),
        ("", "地下车库", False),
    ]


def test_a_room_in_a_nickname_before_or_behind_the_name(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "时间,昵称,内容\n"
        "2023-05-06 08:12:33,王芳3-1-502,厨房下水管漏\n"
        "2023-05-06 09:12:33,3-2-802 李先生,门禁坏了进不去\n"
        "2023-05-06 10:12:33,阳光花园5-1-301,楼道灯不亮\n",
    )
    assert [(room(one), one.name) for one in found.tickets] == [
        ("3-1-502", "王芳"),
        ("3-2-802", "李先生"),
        ("5-1-301", ""),
    ]


def test_heads_as_people_talk(tmp_path: Path) -> None:
    rows = table("""
        2021年12月—2022年2月夜间值班报修记录
        日期|接报时间|哪里|谁报的|什么问题|怎么处理的|值班人
        12.30|晚上8点半|3-1-502|王芳 13800001111|厨房下水管漏|已处理|老钱
        1.2|19点10|东门岗亭|李先生|灯管不亮|等灯具到货|小孙
        1.3|22时30分|5-2-802|赵阿姨|门禁坏了|修好待回访|小孙
    """)
    found = workbook(tmp_path, {"值班": rows})
    assert [(when(one.reported_at), one.name, one.phone, one.done) for one in found.tickets] == [
        ("2021-12-30 20:30", "王芳", "13800001111", True),
        ("2022-01-02 19:10", "李先生", "", False),
        ("2022-01-03 22:30", "赵阿姨", "", True),
    ]


def test_short_reports_without_any_head(tmp_path: Path) -> None:
    lines = [
        "1\t2019-03-05 14:20\t3栋1单元502\t王先生\t13800001111\t马桶堵\t老丁\t已修好",
        "2\t2019-03-05 15:20\t3栋1单元602\t李芳\t13800002222\t灯管不亮\t老丁\t处理中",
        "3\t2019-03-06 15:20\t5栋2单元602\t赵敏\t13800003333\t门锁坏了\t小马\t",
        "4\t2019-03-07 15:20\t5栋2单元301\t孙强\t13800004444\t水管漏水\t老丁\t待料",
    ]
    found = text_file(tmp_path, "\n".join(lines), file="导出.txt")
    assert [(one.text, one.name, one.handler, one.done) for one in found.tickets] == [
        ("马桶堵", "王先生", "老丁", True),
        ("灯管不亮", "李芳", "老丁", False),
        ("门锁坏了", "赵敏", "小马", None),
        ("水管漏水", "孙强", "老丁", False),
    ]


def test_what_stands_beside_a_number_is_a_remark_where_the_name_is_known(tmp_path: Path) -> None:
    rows = table("""
        日期|房号|姓名|电话|维修内容|结果
        2023-01-02|3-1-601|王芳|13800001111(打不通打老婆)|水管漏水|已修
        2023-01-03|3-1-602|李强|13800002222 下班后打|门锁坏了|没修
        2023-01-04|3-1-603||13800003333 赵阿姨|灯不亮|没修
    """)
    found = workbook(tmp_path, {"Sheet1": rows})
    assert [(one.name, one.phone, one.note) for one in found.tickets] == [
        ("王芳", "13800001111", "打不通打老婆"),
        ("李强", "13800002222", "下班后打"),
        ("赵阿姨", "13800003333", ""),
    ]


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("已到场", False),
        ("Return visit", False),
        ("上门两次均无人", False),
        ("电话关机", False),
        ("仓库无库存", False),
        ("返厂维修", False),
        ("移交工程部", False),
        ("已询价", False),
        ("未整改", False),
        ("未闭环", False),
        ("WIP", False),
        ("╳", False),
        ("已修,待观察", True),
        ("已完成,待回访", True),
        ("已联系车主挪车,车主致歉", True),
        ("不漏了", True),
        ("可以用了", True),
        ("结束", True),
        ("打勾", True),
    ],
)
def test_outcomes_as_other_offices_write_them(said: str, done: bool) -> None:
    assert outcome(said).done is done


def test_a_tick_under_the_outcome_it_stands_for(tmp_path: Path) -> None:
    rows = table("""
        日期|房号|报修人|报修内容|处理情况|||维修工
        ||||已完成|未完成|待料|
        2023.5.1|3-1-601|王芳|水管漏水|√|||老朱
        2023.5.2|3-1-602|李强|门锁坏了||√||老朱
        2023.5.3|3-1-603|赵敏|灯不亮|||√|老朱
    """)
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:H2"]
    found = workbook(tmp_path, {"Sheet1": rows}, merged={"Sheet1": merged})
    assert [(one.done, one.hold_reason) for one in found.tickets] == [
        (True, ""),
        (False, ""),
        (False, "待料"),
    ]


def test_the_day_of_closing_is_not_that_of_the_report_and_what_is_asked_goes_first(
    tmp_path: Path,
) -> None:
    rows: list[list[object]] = [
        ["楼号", "房号", "业主", "报修时间", "问题描述", "跟踪情况", "是否销项", "销项时间"],
        ["3#", "1-601", "王芳", date(2023, 2, 5), "渗水", "闭水48小时无渗漏", "是", "2023-03-01"],
        ["3#", "1-602", "李强", date(2023, 2, 8), "墙裂", "已维修,业主不认可", "否", None],
        ["5#", "2-301", "赵敏", date(2023, 2, 9), "窗漏", "已发函施工单位,未回复", "否", None],
    ]
    found = workbook(tmp_path, {"跟踪表": rows})
    assert [(when(one.reported_at), one.done, one.hold_reason) for one in found.tickets] == [
        ("2023-02-05", True, ""),
        ("2023-02-08", False, ""),
        ("2023-02-09", False, "已发函施工单位,未回复"),
    ]
    assert when(found.tickets[0].finished_at) == "2023-03-01"


def test_when_it_was_to_be_looked_at_says_nothing_of_the_outcome(tmp_path: Path) -> None:
    rows = table("""
        房号|业主姓名|报修内容|报修日期|约定时间|完成日期|维修人员签字
        3-1-601|王芳|水管漏水|12.28|周六|12.30|老黄
        3-1-602|李强|门锁坏了|1.3|明天上午||
    """)
    found = workbook(tmp_path, {"台账": rows}, file="报修台账（2020.7-2021.3）.xlsx")
    assert [(when(one.reported_at), one.done, one.hold_reason) for one in found.tickets] == [
        ("2020-12-28", True, ""),
        ("2021-01-03", None, ""),
    ]


def test_traditional_heads_and_a_door_that_counts_on_its_floor(tmp_path: Path) -> None:
    rows = table("""
        編號|日期|時間|座|樓層|單位|住戶姓名|維修事項|跟進情況
        M01|2023-01-03|9:15|B座|23樓|C室|王芳|廚房漏水|已完成
        M02|2023-01-04|10:15|A座|8樓|B室|李强|燈不亮|跟進中
    """)
    found = workbook(tmp_path, {"紀錄": rows})
    assert [(room(one), one.done) for one in found.tickets] == [("B-23C", True), ("A-8B", False)]


def test_a_text_that_begins_with_its_room_whatever_goes_on_behind(tmp_path: Path) -> None:
    found = text_file(
        tmp_path,
        "时间,发送人,消息内容\n"
        "2023/06/02 19:47,王芳,7-2-1502楼上空调滴水\n"
        "2023/06/03 08:14,李强,7-1-1801天花板掉灰\n",
    )
    assert [room(one) for one in found.tickets] == ["7-2-1502", "7-1-1801"]


def test_building_and_unit_in_one_column_and_shares_of_what_is_done(tmp_path: Path) -> None:
    rows = table("""
        NO.|报修日期|时段|楼栋单元|房间号|联系人|故障情况|处理进度
        1|23.3.1|上午|3栋2单元|1502|王芳|水管漏水|100%
        2|23.3.2|下午3点|12-1|301室|李强|门锁坏了|50%
        3|23.3.3||5#2单元|802|赵敏|灯不亮|打开
    """)
    found = workbook(tmp_path, {"汇总表": rows})
    assert [(when(one.reported_at), room(one), one.done) for one in found.tickets] == [
        ("2023-03-01", "3-2-1502", True),
        ("2023-03-02 15:00", "12-1-301", False),
        ("2023-03-03", "5-2-802", False),
    ]


def test_the_day_it_was_meant_to_be_done_is_not_when_it_was(tmp_path: Path) -> None:
    rows = table("""
        单据编号|开单日期|房产编号|业主姓名|报修事项|预计完成|实际完成|处理结果
        20220001|2022-07-01|03-1-1502|王芳|水管漏水|2022-07-03|2022-07-02|正常
        20220002|2022-07-02|05-2-0301|李强|门锁坏了|2022-07-04||
        20220003|2022-07-03|05-2-0302|赵敏|灯不亮|2022-07-05||业主不在家,已贴条
    """)
    found = workbook(tmp_path, {"流水": rows})
    assert [(when(one.finished_at), one.done, one.hold_reason) for one in found.tickets] == [
        ("2022-07-02", True, ""),
        ("", None, ""),
        ("", False, "业主不在家,已贴条"),
    ]


def test_the_firm_that_repairs_is_no_reason_to_wait(tmp_path: Path) -> None:
    rows = table("""
        楼栋|房号|部位|问题描述|报修日期|维修厂家|维修完成日期|业主签收
        3栋|1-601|厨房|空鼓|2021-05-01|门窗厂家|2021-05-10|√
        3栋|1-602|主卧|渗漏|2021-05-02|江苏建工施工队||
        5栋|2-301|阳台|开裂|2021-05-03|门窗厂家||
    """)
    found = workbook(tmp_path, {"整改": rows})
    assert [(one.done, one.hold_reason, one.spot, one.handler) for one in found.tickets] == [
        (True, "", "厨房", "门窗厂家"),
        (None, "", "主卧", "江苏建工施工队"),
        (None, "", "阳台", "门窗厂家"),
    ]
