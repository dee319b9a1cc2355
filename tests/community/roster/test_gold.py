"""The rosters beside this clone, against what a careful clerk read from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.community.roster import reader
from desk.language.phones import digits
from desk.sheets.reading import open_book

FOLDER = Path(__file__).parents[4] / "shared" / "rosters"
KINDS = {"flat": "住宅", "shop": "商铺", "garage": "车位", "villa": "别墅"}


def golds():
    if not FOLDER.exists():
        pytest.skip("the rosters are not beside this clone (../shared/rosters)")
    for path in sorted((FOLDER / "dev").glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold["type"] == "roster":
            yield path.name.removesuffix(".gold.json"), gold


def test_rosters_are_read_as_a_careful_clerk_reads_them():
    for name, gold in golds():
        found = reader.read(open_book(FOLDER / "dev" / name))
        mine = {
            (KINDS[room.kind], room.building, room.unit, room.number): {
                (one.name, digits("".join(sorted(one.phones)))) for one in room.people
            }
            for room in found.rooms
        }
        theirs = {
            (room["kind"], *(room[key] or "" for key in ("building", "unit", "number"))): {
                (one["name"], digits("".join(sorted(one["phones"])))) for one in room["residents"]
            }
            for room in gold["rooms"]
        }
        right = sum(mine.get(key) == people for key, people in theirs.items())
        assert right >= 0.98 * len(theirs), name
        assert len(mine) <= len(theirs) + 1, name
        rows = [(one.place.sheet, one.place.row) for one in found.found.rejected]
        assert rows == [(one["sheet"], one["row"]) for one in gold["rejected"]], name
        assert found.found.ignored == gold["ignored_rows"], name
