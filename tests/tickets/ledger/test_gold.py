"""The ledgers that were read by hand come out as a careful clerk read them."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from desk.sheets.reading import open_book
from desk.tickets.ledger.read import LedgerRead
from desk.tickets.ledger.reader import read
from tests.tickets.ledger.books import when

GOLD = Path(__file__).parents[4] / "shared" / "rosters"
KINDS = {"flat": "住宅", "villa": "别墅", "shop": "商铺", "garage": "车位"}

pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="no ledgers read by hand beside the clone"
)


@pytest.mark.parametrize("file", ["报修登记表2023年.xlsx", "维修台账2022.xlsx"])
def test_every_row_is_read_as_a_clerk_reads_it(file):
    compare = runpy.run_path(str(GOLD / "compare.py"))
    gold = json.loads((GOLD / "dev" / f"{file}.gold.json").read_text(encoding="utf-8"))
    told = _told(read(open_book(GOLD / "dev" / file)))
    tally = compare["Tally"]()
    compare["cmp_tickets"](tally, gold, told)
    assert compare["prf"](tally.c["tickets"])[2] >= 0.99, tally.notes
    assert compare["prf"](tally.c["fields"])[2] >= 0.98, tally.notes
    assert compare["prf"](tally.c["rejected"])[2] == 1.0, tally.notes
    assert told["ignored_rows"] == gold["ignored_rows"]
    skipped = [sheet["sheet"] for sheet in gold["skipped_sheets"]]
    assert told["skipped_sheets"] == skipped


def _told(found: LedgerRead) -> dict[str, object]:
    return {
        "tickets": [
            {
                "reported_at": when(one.reported_at) or None,
                "room": one.room
                and {
                    "building": one.room.building or None,
                    "unit": one.room.unit or None,
                    "number": one.room.number,
                    "kind": KINDS[one.room.kind],
                },
                "place": None if one.room else one.place,
                "name": one.name,
                "phone": one.phone,
                "text": one.text,
                "done": one.done,
                "hold_reason": one.hold_reason,
                "source": one.source._asdict(),
            }
            for one in found.tickets
        ],
        "rejected": [one.place._asdict() | {"why": one.why.code} for one in found.found.rejected],
        "ignored_rows": found.found.ignored,
        "skipped_sheets": [one.sheet for one in found.found.skipped],
    }
