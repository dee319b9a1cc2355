"""``desk due`` on the solved cases and on files that cannot be read."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path

import pytest

from desk.__main__ import main
from desk.commands import due
from desk.refusals import Refusal
from desk.words.catalogue import Words

CLOCKS = Path(__file__).parents[1] / "clocks"
GOOD = {"id": 1, "start": "2026-11-23T09:00:00+08:00", "allowance_s": 60, "clock": "service"}


def ask(policy: Path, cases: Path) -> int:
    parser = ArgumentParser()
    due.add_parser(parser.add_subparsers())
    args = parser.parse_args(["due", "--policy", str(policy), "--cases", str(cases)])
    code: int = args.run(args, Words("en"))
    return code


@pytest.mark.parametrize("policy", sorted(CLOCKS.glob("*.policy.json")), ids=lambda p: p.name)
def test_every_case_gets_its_answer(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = policy.with_name(policy.name.replace("policy.json", "cases.jsonl"))
    assert ask(policy, cases) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    asked = [json.loads(line) for line in cases.read_text("utf-8").splitlines()]
    assert len(answers) == len(asked)
    for answer, case in zip(answers, asked, strict=True):
        assert answer["id"] == case["id"]
        assert when(answer["due"]) == when(case["due"]), case["id"]


def when(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_policy_that_is_no_json_is_refused_by_name(tmp_path: Path, content: bytes | None) -> None:
    policy = tmp_path / "bad.policy.json"
    if content is not None:
        policy.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        ask(policy, CLOCKS / "night.cases.jsonl")
    assert (refused.value.code, refused.value.fields) == ("due.file", {"file": policy.name})


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_of_cases_that_cannot_be_read_is_refused_by_name(
    tmp_path: Path, content: bytes | None
) -> None:
    cases = tmp_path / "bad.cases.jsonl"
    if content is not None:
        cases.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        ask(CLOCKS / "night.policy.json", cases)
    assert (refused.value.code, refused.value.fields) == ("due.file", {"file": cases.name})


@pytest.mark.parametrize(
    "bad",
    [
        "nonsense",
        "[]",
        "3",
        json.dumps({k: v for k, v in GOOD.items() if k != "id"}),
        json.dumps(GOOD | {"start": "2026-11-23T09:00:00"}),
        json.dumps(GOOD | {"start": None}),
        json.dumps(GOOD | {"start": "0001-01-01T00:00:00+14:00"}),
        json.dumps(GOOD | {"allowance_s": -1}),
        json.dumps(GOOD | {"allowance_s": True}),
        json.dumps(GOOD | {"allowance_s": "60"}),
        json.dumps(GOOD | {"allowance_s": float("nan")}),
        json.dumps(GOOD | {"allowance_s": 1e300}),
        json.dumps(GOOD | {"clock": "lunar"}),
        json.dumps(GOOD | {"holds": [["2026-11-23T09:00:00+08:00"]]}),
        json.dumps(GOOD | {"holds": 7}),
        json.dumps(GOOD | {"holds": [[None, None]]}),
    ],
)
def test_a_bad_case_is_refused_by_its_line_and_those_before_it_are_answered(
    bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps(GOOD) + "\n\n" + bad + "\n", "utf-8")
    with pytest.raises(Refusal) as refused:
        ask(CLOCKS / "shanghai.policy.json", cases)
    assert (refused.value.code, refused.value.fields) == ("due.case", {"line": 3})
    assert json.loads(capsys.readouterr().out) == {"id": 1, "due": "2026-11-23T01:01:00+00:00"}


def test_a_byte_order_mark_and_empty_lines_do_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text("\ufeff" + json.dumps(GOOD | {"id": "甲"}) + "\r\n\r\n", "utf-8")
    assert ask(CLOCKS / "shanghai.policy.json", cases) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "甲"


def test_what_every_command_takes_is_taken_here_too(capsys: pytest.CaptureFixture[str]) -> None:
    files = ("--policy", CLOCKS / "night.policy.json", "--cases", CLOCKS / "night.cases.jsonl")
    plain = [str(each) for each in ("due", *files)]
    assert main(plain) == 0
    answers = capsys.readouterr().out
    assert main([*plain, "--data", "nowhere", "--json"]) == 0
    assert capsys.readouterr().out == answers
