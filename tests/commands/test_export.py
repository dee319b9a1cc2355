"""``desk export``: whole lists, with telephones only for who asks."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.codes import Relation
from desk.community import residents
from desk.community.residents import PersonForm
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Room, Ticket
from tests.conftest import MORNING


@pytest.fixture
def lived_in(desk, data: Path) -> Path:
    """A centre with one resident, one article, and a ticket of his."""
    desk("new", "3-2-1502 厨房水管漏水 13912345678", "--data", data)
    store = Store.open(data, MORNING)
    community = Community.get().id
    with store.write(Actor(), MORNING) as write:
        home = Room.get(Room.label == "3-2-1502").id
        form = PersonForm("张淑芬", ("13812345678",), ((home, Relation.OWNER),), "找 13712345678")
        residents.add(write, community, form)
        library.add(write, community, ArticleForm("垃圾几点扔？", "早八点。", ("扔垃圾",)))
        Ticket.update(caller_name="张淑芬", caller_phone="13812345678").execute()
    store.close()
    return data


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("what", ["tickets", "residents"])
def test_telephones_are_masked_unless_asked_for(desk, lived_in: Path, tmp_path: Path, what: str):
    file = tmp_path / f"{what}.csv"
    assert desk("export", what, "-o", file, "--data", lived_in).code == 0
    text = file.read_text("utf-8-sig")
    assert "138****5678" in text
    assert not [one for one in ("13812345678", "13912345678", "13712345678") if one in text]
    assert desk("export", what, "-o", file, "--with-phones", "--data", lived_in).code == 0
    assert "13812345678" in file.read_text("utf-8-sig")


def test_every_list_is_written_as_it_stands_on_screen(desk, lived_in: Path, tmp_path: Path):
    file = tmp_path / "list.csv"
    said = desk("export", "tickets", "-o", file, "--open", "--json", "--data", lived_in)
    assert json.loads(said.out) == {"rows": 1, "file": str(file)}
    (ticket,) = rows(file)
    assert (ticket["位置"], ticket["状态"], ticket["班组"]) == ("3-2-1502", "已派单", "水电班")
    desk("export", "residents", "-o", file, "--data", lived_in)
    (person,) = [row for row in rows(file) if row["姓名"]]
    assert (person["房号"], person["姓名"], person["身份"]) == ("3-2-1502", "张淑芬", "业主")
    book = tmp_path / "library.xlsx"
    desk("export", "library", "-o", book, "--data", lived_in)
    (_, article) = load_workbook(book).active.iter_rows(values_only=True)
    assert article[1:4] == ("垃圾几点扔？", "扔垃圾", "早八点。")


def test_tickets_that_are_over_are_there_too(desk, lived_in: Path, tmp_path: Path):
    store = Store.open(lived_in, MORNING)
    Ticket.update(state="closed", is_open=False, due_at=None).execute()
    store.close()
    file = tmp_path / "list.csv"
    desk("export", "tickets", "-o", file, "--data", lived_in)
    assert len(rows(file)) == 1
    desk("export", "tickets", "-o", file, "--open", "--data", lived_in)
    assert rows(file) == []


def test_bad_input_gets_one_sentence(desk, lived_in: Path, tmp_path: Path):
    wrong = tmp_path / "list.doc"
    assert desk("export", "tickets", "-o", wrong, "--data", lived_in).refused(
        "export.format", file="list.doc"
    )
    nowhere = tmp_path / "nowhere" / "list.csv"
    assert desk("export", "library", "-o", nowhere, "--data", lived_in).refused(
        "file.unwritable", file=str(nowhere)
    )
    assert desk("export", "people", "-o", tmp_path / "x.csv", "--data", lived_in).code == 2
    assert desk("export", "tickets", "--data", lived_in).code == 2
