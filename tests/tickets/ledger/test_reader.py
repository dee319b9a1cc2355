"""What becomes of every sheet, row and number, and lists that programs wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.sheets.columns import Choice
from desk.sheets.reading import open_book
from desk.tickets.ledger.reader import read
from tests.tickets.ledger.books import room, text_file, when, workbook


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


def test_a_column_that_somebody_corrects_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "登记.csv"
    path.write_text(
        "日期,房号,甲,乙\n2023-01-05,3-2-101,小王,灯坏了要换\n2023-01-06,3-2-102,小李,门锁坏了打不开\n",
        encoding="utf-8",
    )
    book = open_book(path)
    wrong = [Choice(None, 2, "text"), Choice(None, 3, None)]
    assert [one.text for one in read(book, choices=wrong).tickets] == ["小王", "小李"]
    right = [Choice(None, 2, "handler"), Choice(None, 3, "text")]
    found = read(book, choices=right)
    assert [(one.text, one.handler) for one in found.tickets] == [
        ("灯坏了要换", "小王"),
        ("门锁坏了打不开", "小李"),
    ]


def test_reading_stops_when_told_to(tmp_path: Path) -> None:
    path = tmp_path / "登记.csv"
    lines = "".join(f"2023-01-05,3-2-{at},灯坏\n" for at in range(101, 1801))
    path.write_text(f"日期,房号,报修内容\n{lines}", encoding="utf-8")
    book = open_book(path)
    told: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        told.append((done, whole))
        if done >= 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(book, progress=stop)
    assert told == [(0, 1701), (500, 1701), (1000, 1701)]
