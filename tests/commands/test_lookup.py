"""``desk lookup``: a supervisor tries her library with questions of her own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community
from tests.commands.conftest import Said
from tests.conftest import MORNING

Run = Callable[..., Said]

LIBRARY = (
    {"id": "fee01", "question": "物业费怎么交？", "answer": "小程序、前台都可以。"},
    {"id": "park02", "question": "访客停车怎么收费？", "answer": "前一小时免费。"},
    {"id": "gas01", "question": "燃气卡在哪里充值？", "answer": "燃气公司网点或手机。"},
)


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, *rows: object) -> Path:
        path = tmp_path / name
        text = (one if isinstance(one, str) else json.dumps(one) for one in rows)
        path.write_text("".join(f"{one}\n" for one in text), encoding="utf-8")
        return path

    return write


def answers(said: Said) -> list[dict[str, Any]]:
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]


def test_each_question_gets_its_answers_and_what_was_read_of_it(desk: Run, lines):
    asked = lines(
        "q.jsonl",
        {"qid": "a", "text": "物业费咋交"},
        {"qid": "b", "text": "三号楼二单元十五零二有人被困在电梯里"},
    )
    fee, stuck = answers(
        desk("lookup", "--knowledge", lines("k.jsonl", *LIBRARY), "--queries", asked)
    )
    assert fee["qid"] == "a"
    assert fee["answers"][0]["id"] == "fee01"
    assert fee["answers"][0]["question"] == "物业费怎么交？"
    scores = [one["score"] for one in fee["answers"]]
    assert scores == sorted(scores, reverse=True)
    assert fee["reading"]["building"] is None
    assert stuck["decision"] == "ticket"
    reading = stuck["reading"]
    assert (reading["building"], reading["unit"], reading["room"]) == ("3", "2", "1502")
    assert (reading["family"], reading["urgency"]) == ("电梯", "critical")


def test_a_workbook_of_questions_and_one_of_answers_will_do(desk: Run, tmp_path: Path):
    known, asked = openpyxl.Workbook(), openpyxl.Workbook()
    known.active.append(["问题", "答复"])
    for one in LIBRARY:
        known.active.append([one["question"], one["answer"]])
    known.save(tmp_path / "k.xlsx")
    asked.active.append(["序号", "问题"])
    asked.active.append([1, "访客停车收费吗"])
    asked.save(tmp_path / "q.xlsx")
    (found,) = answers(
        desk("lookup", "--knowledge", tmp_path / "k.xlsx", "--queries", tmp_path / "q.xlsx")
    )
    # The row it stands in is what it is called.
    assert (found["qid"], found["answers"][0]["id"]) == ("2", "3")


def test_a_text_of_lines_is_a_list_of_questions(desk: Run, lines):
    known = lines("k.jsonl", *LIBRARY)
    asked = lines("q.txt", "燃气卡在哪充", "物业费怎么交")
    found = answers(desk("lookup", "--knowledge", known, "--queries", asked))
    assert [one["answers"][0]["id"] for one in found] == ["gas01", "fee01"]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_comma_in_a_text_of_lines_is_only_a_comma(desk: Run, lines, tmp_path: Path, encoding):
    asked = tmp_path / "问题.txt"
    said = ("你好,请问一下,物业费怎么交", "访客停车,怎么收费", "", "燃气卡\t在哪充")
    asked.write_bytes("\r\n".join(said).encode(encoding))
    found = answers(desk("lookup", "--knowledge", lines("k.jsonl", *LIBRARY), "--queries", asked))
    assert [(one["qid"], one["answers"][0]["id"]) for one in found] == [
        ("1", "fee01"),
        ("2", "park02"),
        ("4", "gas01"),
    ]


def test_a_text_with_heads_is_a_table(desk: Run, lines, tmp_path: Path):
    asked = tmp_path / "问题.txt"
    asked.write_text("编号\t问题\t备注\n7\t燃气卡在哪充\t急\n", encoding="utf-8")
    (found,) = answers(
        desk("lookup", "--knowledge", lines("k.jsonl", *LIBRARY), "--queries", asked)
    )
    assert (found["qid"], found["answers"][0]["id"]) == ("2", "gas01")


def test_without_a_library_the_centres_own_answers(desk: Run, lines, data: Path):
    store = Store.open(data, MORNING)
    here = Community.select().get().id
    with store.write(Actor(), MORNING) as write:
        article = library.add(write, here, ArticleForm("游泳池几点开？", "六点到九点。"))
    store.close()
    asked = lines("q.jsonl", {"qid": 7, "text": "泳池几点开"}, {"qid": 8, "text": "1502漏水"})
    pool, leak = answers(desk("lookup", "--queries", asked, "--data", data))
    assert (pool["qid"], pool["answers"][0]["id"]) == ("7", article)
    # The roster knows only one 1502.
    assert (leak["reading"]["building"], leak["reading"]["unit"]) == ("3", "2")


def test_a_roster_checks_the_rooms_that_are_read(desk: Run, lines, tmp_path: Path):
    roster = tmp_path / "名册.csv"
    roster.write_text("楼栋,单元,房号,姓名\n7,1,903,张三\n7,1,904,李四\n", encoding="utf-8")
    known, asked = lines("k.jsonl", *LIBRARY), lines("q.txt", "903水管漏水")
    (found,) = answers(desk("lookup", "--knowledge", known, "--queries", asked, "--roster", roster))
    assert (found["reading"]["building"], found["reading"]["room"]) == ("7", "903")


def test_what_cannot_be_read_is_told_in_one_sentence(desk: Run, lines, tmp_path: Path):
    known, asked = lines("k.jsonl", *LIBRARY), lines("q.txt", "物业费怎么交")
    for gone in (tmp_path / "没有.jsonl", tmp_path / "没有.txt"):
        assert desk("lookup", "--knowledge", known, "--queries", gone).refused(
            "sheet.missing", file=gone.name
        )
    folder = tmp_path / "文件夹.jsonl"
    folder.mkdir()
    assert desk("lookup", "--knowledge", known, "--queries", folder).refused(
        "sheet.folder", file=folder.name
    )
    picture = tmp_path / "图片.jsonl"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    assert desk("lookup", "--knowledge", known, "--queries", picture).refused(
        "asked.file", file=picture.name
    )
    broken = lines("坏.jsonl", {"qid": 1, "text": "物业费"}, '{"qid": 2}')
    assert desk("lookup", "--knowledge", known, "--queries", broken).refused(
        "asked.line", file=broken.name, line=2
    )
    blank = lines("空.jsonl", "")
    assert desk("lookup", "--knowledge", known, "--queries", blank).refused(
        "asked.none", file=blank.name
    )
    none = lines("无.jsonl", {"question": "几点上班"})
    assert desk("lookup", "--knowledge", none, "--queries", asked).refused(
        "questions.no_lines", file=none.name
    )
    bad = tmp_path / "不是名册.csv"
    bad.write_text("甲,乙\n丙,丁\n", encoding="utf-8")
    assert desk("lookup", "--knowledge", known, "--queries", asked, "--roster", bad).refused(
        "lookup.no_rooms", file=bad.name
    )
