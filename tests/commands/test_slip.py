"""``desk slip``: the paper, the count, and what cannot be meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.models.database import Store
from desk.models.tables import Ticket
from tests.conftest import MORNING


@pytest.fixture
def number(desk, data: Path) -> str:
    """The number of a leak that was reported a moment ago."""
    made: str = desk("new", "3-2-1502 厨房水管漏水", "--data", data).out.strip()
    return made


def prints(data: Path) -> list[int]:
    """Return how often each ticket's slip was printed."""
    store = Store.open(data, MORNING)
    counts = [row.slip_prints for row in Ticket.select().order_by(Ticket.id)]
    store.close()
    return counts


def test_a_slip_is_written_and_counted(desk, data: Path, number: str, tmp_path: Path):
    file = tmp_path / "slip.pdf"
    said = desk("slip", number, "-o", file, "--data", data)
    assert (said.code, said.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")
    said = desk("slip", number[-4:], "-o", file, "--paper", "A4", "--json", "--data", data)
    assert json.loads(said.out) == {"number": number, "print": 2, "slip": str(file)}
    assert prints(data) == [2]


def test_what_cannot_be_meant_is_said_and_nothing_is_counted(
    desk, data: Path, number: str, tmp_path: Path
):
    file = tmp_path / "slip.pdf"
    assert desk("slip", "9999", "-o", file, "--data", data).refused("slip.unknown", ticket="9999")
    nowhere = tmp_path / "nowhere" / "slip.pdf"
    assert desk("slip", number, "-o", nowhere, "--data", data).refused(
        "file.unwritable", file=str(nowhere)
    )
    word = tmp_path / "slip.doc"
    assert desk("slip", number, "-o", word, "--data", data).refused("slip.format", file="slip.doc")
    assert desk("slip", number, "-o", tmp_path / "x.pdf", "--paper", "A3", "--data", data).code == 2
    assert prints(data) == [0]
    assert not list(tmp_path.rglob("*slip*"))


def test_of_several_with_the_same_figures_todays_is_meant(
    desk, data: Path, number: str, tmp_path: Path
):
    store = Store.open(data, MORNING)
    old = Ticket.get(Ticket.number == number)
    columns = {name: getattr(old, name) for name in ("community", "kind", "urgency", "channel")}
    for day in ("20200101", "20200102"):
        Ticket.insert(
            **columns,
            number=f"WX{day}-{number[-4:]}",
            serial=old.serial,
            draft_key=day,
            state="closed",
            is_open=False,
            words="旧",
            received_at=MORNING,
            due_clock="none",
        ).execute()
    store.close()
    file = tmp_path / "slip.pdf"
    said = desk("slip", number[-4:], "-o", file, "--json", "--data", data)
    assert json.loads(said.out)["number"] == number
    store = Store.open(data, MORNING)
    Ticket.update(number=f"WX20200103-{number[-4:]}", is_open=False).where(
        Ticket.number == number
    ).execute()
    store.close()
    said = desk("slip", number[-4:], "-o", file, "--data", data)
    assert said.code == 2
    assert said.out == ""
