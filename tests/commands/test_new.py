"""``desk new``, ``desk queue`` and ``desk find`` on one data folder."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from desk.__main__ import main
from desk.centre import first_day
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Role
from desk.community import rooms
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.models.journal import Actor
from tests.conftest import MORNING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of a centre that has begun: one crew, two rooms."""
    store = Store.open(tmp_path, MORNING)
    crew = CrewForm("水电班", (Family.LEAK,), ClockRun.ROUND)
    day = FirstDay(
        community="锦绣花园",
        telephone="021-1",
        staff=(NewStaff(StaffForm("陈静", "CJ", Role.SUPERVISOR), "2580"),),
        crews=(NewCrew(crew, (("王师傅", ""),)),),
    )
    community = first_day.begin(store, Actor(), MORNING, day)
    with store.write(Actor(), MORNING) as write:
        rooms.add(write, community, NewRoom("3", "2", "1502"))
    store.close()
    return tmp_path


def desk(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_sentence_becomes_a_ticket(folder: Path, capsys: pytest.CaptureFixture[str]):
    code, out, _ = desk(capsys, "new", "3-2-1502 厨房水管漏水", "--data", str(folder))
    assert code == 0
    number = out.strip()
    assert number.startswith("WX")
    code, out, _ = desk(capsys, "queue", "--json", "--data", str(folder))
    (ticket,) = [json.loads(line) for line in out.splitlines()]
    assert ticket["number"] == number
    assert (ticket["place"], ticket["crew"]) == ("3-2-1502", "水电班")


def test_a_line_a_ticket_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdin", io.StringIO("楼道灯不亮\n\n电梯困人\n"))
    code, out, _ = desk(capsys, "new", "-", "--data", str(folder))
    assert code == 0
    first, second = out.split()
    code, out, _ = desk(capsys, "queue", "--limit", "1", "--data", str(folder))
    assert code == 0
    assert out.startswith(second)  # what may hurt somebody stands on top
    code, out, _ = desk(capsys, "find", first[-4:], "--data", str(folder))
    assert first in out


def test_everything_is_found_from_one_line(folder: Path, capsys: pytest.CaptureFixture[str]):
    desk(capsys, "new", "3-2-1502 厨房水管漏水", "--data", str(folder))
    code, out, _ = desk(capsys, "find", "3-2-1502", "--json", "--data", str(folder))
    assert code == 0
    assert {json.loads(line)["found"] for line in out.splitlines()} == {"room", "ticket"}
    code, out, _ = desk(capsys, "find", "没有这样的词", "--data", str(folder))
    assert (code, out) == (0, "没有找到“没有这样的词”。\n")


def test_bad_input_gets_a_sentence_and_code_two(folder: Path, capsys: pytest.CaptureFixture[str]):
    for arguments in (
        ("new", " ", "--data", str(folder)),
        ("queue", "--limit", "0", "--data", str(folder)),
        ("find", "--data", str(folder)),
    ):
        code, out, err = desk(capsys, *arguments)
        assert (code, out) == (2, "")
        assert len(err.strip().splitlines()) == 1


def test_what_is_no_text_is_told_and_the_lines_before_it_have_their_tickets(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    lines = io.TextIOWrapper(io.BytesIO("\ufeff楼道灯不亮\n".encode() + b"\xff\xfe\n\n"))
    monkeypatch.setattr("sys.stdin", lines)
    code, out, err = desk(capsys, "new", "-", "--data", str(folder))
    assert (code, len(out.split())) == (2, 1)
    assert "第 2 行" in err
    code, out, _ = desk(capsys, "queue", "--json", "--data", str(folder))
    assert [json.loads(line)["words"] for line in out.splitlines()] == ["楼道灯不亮"]
    for arguments in (("new", "\udcff"), ("find", "\udcff"), ("queue", "--text", "\udcff")):
        code, out, err = desk(capsys, *arguments, "--data", str(folder))
        assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_script_may_begin_an_empty_folder_that_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    fresh = tmp_path / "fresh"
    code, out, err = desk(capsys, "new", "厨房漏水 3-2-1502", "--data", str(fresh))
    assert (code, len(out.split())) == (0, 1)
    assert len(err.strip().splitlines()) == 1
    code, again, err = desk(capsys, "new", "电梯困人", "--data", str(fresh))
    assert (code, err) == (0, "")
    code, listed, _ = desk(capsys, "queue", "--json", "--data", str(fresh))
    numbers = {json.loads(line)["number"] for line in listed.splitlines()}
    assert numbers == {out.strip(), again.strip()}


def test_nothing_is_begun_where_no_folder_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desk.settings.default_folder", lambda: tmp_path / "own")
    code, out, err = desk(capsys, "new", "漏水")
    assert (code, out, len(err.strip().splitlines())) == (2, "", 1)
    assert not (tmp_path / "own").exists()
