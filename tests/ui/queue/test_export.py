from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.codes import Urgency
from desk.reports import lists
from desk.tickets import dispatching
from desk.tickets.chasing import chase
from desk.tickets.queue import Chip
from desk.words.catalogue import Words
from tests.tickets.office import Office
from tests.ui.queue.conftest import SHANGHAI
from tests.ui.queue.tickets import NOW, busy_morning


class Choice:
    """Stands for somebody at the file dialog."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked: list[tuple[str, str, str]] = []

    def __call__(self, _parent: object, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append((title, name, kinds))
        return self.path


@pytest.fixture
def told(session) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    session.told.connect(lambda text, fault: told.append((text, fault)))
    return told


def cells(path: Path) -> list[tuple[object, ...]]:
    book = load_workbook(path)
    return list(book.active.iter_rows(values_only=True))


def test_a_workbook_has_every_row_of_the_filter_not_only_the_page_on_screen(
    office: Office, open_queue, told, tmp_path
):
    for at in range(120):
        office.new(f"报修 {at}")
    office.new("楼道灯不亮", category=office.bulb)
    path = tmp_path / "list.xlsx"
    view = open_queue(ask=Choice(path))
    view.chips.choose(Chip.IN_PROGRESS)
    assert view.table.rowCount() == 100
    view.export()
    rows = cells(path)
    assert len(rows) == 121
    assert rows[0][:7] == ("单号", "原单号", "类型", "紧急度", "状态", "渠道", "位置")
    assert rows[1][:7] == ("WX20260304-0001", None, "报修", "一般", "已派单", "电话", "3-2-1502")
    assert told == [(f"已导出 120 张工单：{path}", False)]


def test_no_telephone_leaves_the_desk_whole(office: Office, open_queue, tmp_path):
    office.new()
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"list.{ending}"
        open_queue(ask=Choice(path)).export()
        assert b"13812345678" not in path.read_bytes()
    assert "138****5678" in (tmp_path / "list.csv").read_text("utf-8-sig")


def test_a_csv_opens_in_excel_with_its_chinese(office: Office, open_queue, tmp_path):
    made = office.new("爆管", urgency=Urgency.URGENT)
    office.step(chase, made)
    path = tmp_path / "list.csv"
    open_queue(ask=Choice(path)).export()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["紧急度"], row["内容"], row["催单次数"]) == ("紧急", "爆管", "1")
    assert row["受理时间"] == "2026-03-04 09:00"


def test_the_proposed_name_says_what_and_when(office: Office, open_queue):
    choice = Choice(None)
    view = open_queue(ask=choice)
    view.export()
    view.chips.choose(Chip.OVERDUE)
    view.export()
    assert [name for _title, name, _kinds in choice.asked] == [
        "工单队列 2026-03-04 0900.xlsx",
        "逾期 2026-03-04 0900.xlsx",
    ]
    assert "*.csv" in choice.asked[0][2]


def test_a_folder_that_is_not_there_is_said_and_the_next_export_works(
    office: Office, open_queue, session, told, tmp_path
):
    office.new()
    choice = Choice(tmp_path / "nowhere" / "list.csv")
    view = open_queue(ask=choice)
    view.export()
    assert [fault for _text, fault in told] in ([True], [])
    choice.path = tmp_path / "list.csv"
    view.export()
    assert choice.path.exists()
    assert told[-1][1] is False


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_column_has_a_head_and_every_row_as_many_cells(language):
    made = lists.tickets(Words(language), SHANGHAI, "x", busy_morning(), NOW, {})
    assert len(set(made.heads)) == len(made.heads)
    assert {len(row) for row in made.rows} == {len(made.heads)}


def test_what_is_accepted_says_by_when_it_shall_be_there(office: Office, open_queue, tmp_path):
    office.step(dispatching.accept, office.new("爆管", urgency=Urgency.URGENT))
    path = tmp_path / "list.xlsx"
    open_queue(ask=Choice(path)).export()
    heads, row = cells(path)
    said = dict(zip(heads, row, strict=True))
    assert said["时限类型"] == "到场时限"
    assert said["时限"].isoformat() == "2026-03-04T09:30:00"
    assert said["剩余/超时"] == "剩 30 分"
