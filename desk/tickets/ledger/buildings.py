"""Finds the column of buildings of a ledger that no head names: by its neighbours and content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from desk.sheets.book import Value
from desk.sheets.cells import plain
from desk.sheets.columns import Column

#: A whole building with the word for one, or a figure that may be one: 6幢, A座, 3号楼; 6.
_MARKED: Final = re.compile(
    r"(?:.{0,4}期)?\s*[A-Za-z\d一二三四五六七八九十]{1,3}\s*(?:号楼|[#栋幢座楼])"
)
_BARE: Final = re.compile(r"[A-Za-z]?\d{1,2}|[A-Za-z]")
#: The rest of a room: 2单元1502, 2-1502, 1502室.
_REST: Final = re.compile(r"(?:\d{1,2}\s*(?:单元|[-—－/门]))?\s*\d{3,4}\s*[室号户]?")
_NOT_A_HOUSE: Final = re.compile(r"数量|[次人]数|层|序|号码|编号|金额|费|分钟|小时|星期|[周月日]")
#: How much of a column must be buildings: public places may stand between them.
_MOST: Final = 0.4
_NEARLY_ALL: Final = 0.85
#: So many columns to the left of the unit or door, at most.
_NEAR: Final = 2


def buildings_beside(
    free: Sequence[Column], at: dict[str, list[int]], samples: Mapping[int, Sequence[Value]]
) -> None:
    """Take a strange column left of the unit or door for the building, where none has one.

    Of a place that says buildings alone, and a column that says the rest of rooms, the first is
    the building and the second the door.
    """
    if "building" in at:
        return
    known = {index for found in at.values() for index in found}
    rest = [index for key in ("unit", "door") for index in at.get(key, ())]
    if rest:
        first = min(rest)
        for column in sorted(free, key=lambda one: -one.index):
            strange = column.index not in known and not _NOT_A_HOUSE.search(column.head)
            if strange and 0 < first - column.index <= _NEAR and _are_buildings(column, samples):
                at["building"] = [column.index]
                return
    elif "place" in at and _share(_MARKED, samples.get(at["place"][0], ())) >= _MOST:
        loose = known - set(at.get("spot", ()))
        for column in free:
            values = samples.get(column.index, ())
            if column.index not in loose and _share(_REST, values) >= _MOST:
                at["building"] = at.pop("place")
                at["place"] = [column.index]
                if column.index in at.get("spot", ()):
                    del at["spot"]
                return


def _are_buildings(column: Column, samples: Mapping[int, Sequence[Value]]) -> bool:
    values = samples.get(column.index, ())
    marked, bare = _share(_MARKED, values), _share(_BARE, values)
    return marked >= _MOST or (bare > 0 and marked + bare >= _NEARLY_ALL)


def _share(pattern: re.Pattern[str], values: Sequence[Value]) -> float:
    texts = [text for value in values if (text := plain(value))]
    return sum(pattern.fullmatch(one) is not None for one in texts) / len(texts) if texts else 0.0
