"""``desk import``: what was understood is said, what was not is listed, all of it can go back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desk.models.database import Store
from desk.models.tables import Article, Import, Occupancy, Phone, Resident, Room, Ticket
from tests.commands.conftest import Said
from tests.conftest import MORNING

Run = Callable[..., Said]

ROSTER = """阳光花园业主花名册,,,,,
楼栋,单元,房号,姓名,电话,备注
5栋,1单元,101室,江诗涵,13800004407,独居老人
5栋,1单元,102室,空置,,
5栋,1单元,201室,陶春梅、罗娜,"13700005730、13900006252",
5栋,1单元,,没有房号的人,13900006253,
合计,,3户,,,
"""
LEDGER = """单号,报修时间,地点,报修人,电话,报修内容,处理结果
A001,2023-03-05 14:20,5-1-101,江诗涵,13800004407,厨房水管漏水,已修好
A002,2023-03-06 09:05,2号楼电梯,秩序员,,运行有抖动,待料
A003,2023-03-07,5-1-201,,,,已修好
"""
QUESTIONS = """问题,答复,备注
物业费怎么交?/怎么缴物业费,来前台或扫码。,别说打折
几点上班?,8:30。,
,没有问题的答复。,
"""


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file as Excel saves CSV on a Chinese computer."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode("gb18030"))
        return path

    return write


def stored(data: Path) -> dict[str, int]:
    """Count what the centre has."""
    store = Store.open(data, MORNING)
    tables = (Room, Resident, Phone, Occupancy, Ticket, Article, Import)
    counted = {table._meta.table_name: table.select().count() for table in tables}
    store.close()
    return counted


def test_a_dry_run_prints_the_rooms_and_the_rows_that_are_none(desk: Run, file):
    said = desk("import", "roster", file("花名册.csv", ROSTER), "--dry-run", "--json")
    read = json.loads(said.out)
    assert (said.code, said.err, read["type"]) == (0, "", "roster")
    assert [(room["building"], room["unit"], room["number"]) for room in read["rooms"]] == [
        ("5", "1", "101"),
        ("5", "1", "102"),
        ("5", "1", "201"),
    ]
    people = read["rooms"][2]["residents"]
    assert [(one["name"], one["phones"]) for one in people] == [
        ("陶春梅", ["13700005730"]),
        ("罗娜", ["13900006252"]),
    ]
    assert [(row["sheet"], row["row"]) for row in read["rejected"]] == [(None, 6)]
    assert read["rejected"][0]["why"]
    assert read["ignored_rows"] == 3


def test_files_may_stand_before_and_behind_options(desk: Run, file):
    one, two = file("一期.csv", ROSTER), file("二期.csv", ROSTER)
    said = desk("import", "roster", one, "--dry-run", two, "--json")
    assert (said.code, said.err) == (0, "")
    assert [json.loads(line)["type"] for line in said.out.splitlines()] == ["roster", "roster"]
    assert desk("import", "roster", "--dry-run", one, "--nonsense").code == 2


def test_a_dry_run_names_whoever_belongs_to_no_room(desk: Run, file):
    heads = "房号,楼栋,单元,室号,房屋类型,房屋备注,姓名,身份,电话,住户备注"
    rows = "3-2-101,3,2,101,住宅,,张伟,业主,13800000001,\n,,,,,,路人甲,家属,13700002222,常来\n"
    said = desk("import", "roster", file("住户.csv", f"{heads}\n{rows}"), "--dry-run", "--json")
    read = json.loads(said.out)
    assert [room["number"] for room in read["rooms"]] == ["101"]
    assert read["strangers"] == [
        {
            "name": "路人甲",
            "role": "family",
            "phones": ["13700002222"],
            "source": {"sheet": None, "row": 3},
        }
    ]


def test_a_dry_run_needs_no_centre_and_writes_nothing(desk: Run, file, data: Path):
    before = stored(data)
    assert desk("import", "roster", file("a.csv", ROSTER), "--dry-run", "--data", data).code == 0
    assert stored(data) == before


def test_a_roster_comes_in_and_can_be_taken_back_whole(desk: Run, file, data: Path):
    before = stored(data)
    said = desk("import", "roster", file("花名册.csv", ROSTER), "--data", data)
    assert said.code == 0
    assert "第 6 行" in said.out
    after = stored(data)
    assert (after["room"] - before["room"], after["resident"] - before["resident"]) == (3, 3)
    assert "江诗涵" in desk("find", "5-1-101", "--data", data).out
    assert "花名册.csv" in desk("import", "list", "--data", data).out
    assert desk("import", "undo", "花名册.csv", "--data", data).code == 0
    back = stored(data)
    assert {name: n for name, n in back.items() if name != "import"} == {
        name: n for name, n in before.items() if name != "import"
    }
    again = desk("import", "undo", "1", "--data", data)
    assert again.code == 2
    assert "花名册.csv" in again.err


def test_an_import_is_taken_back_by_its_day(desk: Run, file, data: Path):
    before = stored(data)
    desk("import", "roster", file("花名册.csv", ROSTER), "--data", data)
    (one,) = desk("import", "list", "--json", "--data", data).out.splitlines()
    day = date.fromisoformat(json.loads(one)["name"][:10])
    assert desk("import", "undo", f"{day.month}月{day.day}日", "--data", data).code == 0
    assert stored(data)["room"] == before["room"]


def test_the_same_roster_once_more_changes_nothing(desk: Run, file, data: Path):
    path = file("花名册.csv", ROSTER)
    desk("import", "roster", path, "--data", data)
    first = stored(data)
    assert desk("import", "roster", path, "--data", data).code == 0
    assert stored(data) | {"import": 0} == first | {"import": 0}


def test_a_ledger_comes_in_as_history_and_what_is_open_is_picked(desk: Run, file, data: Path):
    path = file("台账.csv", LEDGER)
    said = desk("import", "tickets", path, "--still-open", "3", "--data", data)
    assert said.code == 0
    found = json.loads(desk("find", "运行有抖动", "--json", "--data", data).out.splitlines()[-1])
    assert (found["state"], found["place"]) == ("hold", "2号楼电梯")
    done = json.loads(desk("find", "水管漏水", "--json", "--data", data).out.splitlines()[-1])
    assert done["state"] == "closed"
    assert "第 4 行" in said.out


def test_an_open_row_must_be_one_that_is_unfinished(desk: Run, file, data: Path):
    before = stored(data)
    path = file("台账.csv", LEDGER)
    said = desk("import", "tickets", path, "--still-open", "2", "--data", data)
    assert said.refused("import.no_such_row", row="2")
    assert stored(data) == before


def test_questions_come_in_without_the_notes_of_the_office(desk: Run, file, data: Path):
    said = desk("import", "knowledge", file("问答.csv", QUESTIONS), "--data", data)
    assert said.code == 0
    found = desk("find", "怎么缴物业费", "--json", "--data", data).out
    assert "来前台或扫码" in found
    assert "打折" not in found


def test_a_column_is_what_somebody_says_it_is(desk: Run, file):
    text = "甲,乙,丙\n6,1,301\n6,1,302\n6,2,301\n"
    said = desk(
        *("import", "roster", file("a.csv", text), "--dry-run", "--json"),
        *("--column", "A=building", "--column", "B=unit", "--column", "C=room"),
    )
    rooms = json.loads(said.out)["rooms"]
    assert [(one["building"], one["unit"], one["number"]) for one in rooms] == [
        ("6", "1", "301"),
        ("6", "1", "302"),
        ("6", "2", "301"),
    ]


def test_of_several_files_none_comes_in_when_one_is_refused(desk: Run, file, data: Path):
    before = stored(data)
    bad = file("b.xlsx", "")
    said = desk("import", "roster", file("a.csv", ROSTER), bad, "--data", data)
    assert said.code == 2
    assert "b.xlsx" in said.err
    assert stored(data) == before


def test_of_several_files_none_comes_in_when_nothing_of_one_is_understood(
    desk: Run, file, data: Path
):
    before = stored(data)
    files = file("a.csv", ROSTER), file("b.csv", "备忘\n明天开会\n")
    assert desk("import", "roster", *files, "--data", data).code == 2
    ledgers = file("c.csv", LEDGER), file("d.csv", LEDGER)
    said = desk("import", "tickets", *ledgers, "--still-open", "3", "--data", data)
    assert said.refused("import.one_file")
    assert stored(data) == before


def test_as_json_every_row_that_did_not_come_in_is_listed(desk: Run, file, data: Path):
    path = file("台账.csv", LEDGER + "A004,,5-1-201,,,灯不亮,已修好\nA005,2093-1-1,,,,门坏,\n")
    said = json.loads(desk("import", "tickets", path, "--json", "--data", data).out)
    assert said["imported"]["counts"]["tickets"] == 3
    assert [row["row"] for row in said["rejected"]] == [4, 6]
    assert all(row["why"] for row in said["rejected"])


@pytest.mark.parametrize(
    ("arguments", "code", "fields"),
    [
        (("roster",), "import.no_file", {}),
        (("undo",), "import.which", {}),
        (("undo", "五月"), "import.unknown", {"name": "五月"}),
    ],
)
def test_what_is_missing_is_said(desk: Run, data: Path, arguments, code: str, fields):
    assert desk("import", *arguments, "--data", data).refused(code, **fields)


def test_a_field_nobody_knows_is_refused(desk: Run, file):
    said = desk("import", "roster", file("a.csv", ROSTER), "--dry-run", "--column", "A=nonsense")
    assert said.code == 2
    assert "nonsense" in said.err
    assert "building" in said.err


def test_a_ledger_is_no_roster_unless_somebody_insists(desk: Run, file, data: Path) -> None:
    before = stored(data)
    path = file("台账.csv", LEDGER)
    said = desk("import", "roster", path, "--data", data)
    assert said.refused("import.other_kind", file=path.name, kind="tickets", asked="roster")
    assert stored(data) == before
    sure = desk("import", "roster", path, "--sure", "--data", data)
    assert sure.refused("import.nothing", file=path.name)


def test_nothing_understood_is_nothing_imported(desk: Run, file, data: Path):
    before = stored(data)
    said = desk("import", "roster", file("a.csv", "备忘\n明天开会\n"), "--data", data)
    assert said.refused("import.nothing", file="a.csv")
    assert stored(data) == before


def test_a_ledger_without_any_day_is_not_said_to_be_there_already(desk: Run, file, data: Path):
    before = stored(data)
    text = "地点,报修内容,处理结果\n5-1-101,水管漏水,已修好\n5-1-201,灯不亮,已修好\n"
    said = desk("import", "tickets", file("台账.csv", text), "--data", data, "--language", "en")
    assert said.code == 2
    assert "row 2: Neither this row nor one above it has a date." in said.out
    assert "there already" not in said.out
    assert stored(data) == before


def test_neither_a_name_nor_a_number_stands_in_what_is_printed(desk: Run, file, data: Path):
    said = desk("import", "roster", file("花名册.csv", ROSTER), "--data", data)
    for secret in ("江诗涵", "没有房号的人", "13900006253", "13800004407"):
        assert secret not in said.out + said.err
