"""The building and unit a whole sheet is of: by its name, its neighbours' and its rooms'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from desk.codes import RoomKind
from desk.community.roster import fields as f
from desk.community.roster.lines import Section, section_in
from desk.community.roster.tables import Table
from desk.language.addresses import building_of_sheet, read_address
from desk.language.normal import fold
from desk.refusals import Refusal
from desk.sheets.cells import plain

_PAIR = re.compile(r"(?P<building>[1-9]\d?|[a-z])-(?P<unit>[1-9])(?:单元)?")
_LETTER = re.compile(r"[a-z]")
_BARE = re.compile(r"0?[1-9]\d{2,3}[室房]?")
_LONGEST = 40
#: So many rooms written out in full, all in one house, say where the bare ones are.
_ENOUGH = 3


def home_of_name(name: str, names: Sequence[str]) -> Section:
    """Return the building and unit that a sheet is named for, those of its neighbours beside it.

    2号楼2单元 says both. 2-2 may be a day in February and A the first sheet, so that these need
    neighbours of the same form: 2-1, 2-2; A, B. 1-3 beside 4-6 are several buildings each.
    """
    building = building_of_sheet(name)
    if building:
        section = section_in(name)
        same = section is not None and section.building == building
        return Section(building, section.unit if same and section else "")
    coded = _coded(name)
    if coded is None:
        return Section()
    codes = [one for other in names if (one := _coded(other)) is not None]
    alike = [one for one in codes if bool(one.unit) == bool(coded.unit)]
    return coded if len(alike) > 1 and _count_on(alike) else Section()


def _coded(name: str) -> Section | None:
    """Return what a name would say if it were a building and a unit, or a building's letter."""
    folded = fold(name).text.strip()
    pair = _PAIR.fullmatch(folded)
    if pair is not None:
        return Section(pair["building"].upper(), pair["unit"])
    return Section(folded.upper()) if _LETTER.fullmatch(folded) else None


def _count_on(codes: Sequence[Section]) -> bool:
    """Tell whether names count buildings and their units: 1-1, 1-2, 2-1; not 1-3, 4-6."""
    if not codes[0].unit:
        return all(one.building in "ABCDEFGH" for one in codes)
    spans = sorted(
        (int(one.building) if one.building.isdigit() else 0, int(one.unit)) for one in codes
    )
    rising = all(first < last for first, last in spans)
    return not (rising and all(before[1] + 1 == after[0] for before, after in pairwise(spans)))


def home_of_rooms(table: Table, known: Section) -> Section:
    """Return where the bare rooms of a table are: where all rooms written out in full are.

    Args:
        table: the table.
        known: what its sheet's name and its titles say.
    """
    at = table.layout.one.get(f.ROOM)
    elsewhere = {f.PHASE, f.BUILDING, f.UNIT} & table.layout.one.keys()
    if at is None or elsewhere or any(isinstance(one, Section) for one in table.all):
        return known
    texts = [text for row in table.data if (text := plain(row.at(at))) and len(text) <= _LONGEST]
    if not any(_BARE.fullmatch(text) for text in texts):
        return known
    full = [text for text in texts if not _BARE.fullmatch(text)]
    agreed = _agreed(full)
    if agreed is None or known.unit or known.building not in ("", agreed.building):
        return known
    if _coded(table.sheet.name or "") == agreed:
        return agreed
    enough = len(full) >= _ENOUGH and (known.building or 2 * len(full) >= len(texts))
    return agreed if enough else known


def _agreed(texts: Iterable[str]) -> Section | None:
    """Return the one building and unit of rooms written out in full; None where they differ."""
    found: set[tuple[str, str]] = set()
    for text in texts:
        try:
            room = read_address(text, require_building=False)
        except Refusal:
            continue
        if room.kind is not RoomKind.FLAT:
            continue
        found.add((room.building, room.unit))
        if len(found) > 1 or not room.building:
            return None
    return Section(*found.pop()) if found else None
