"""Rows that head the rooms of a floor: 第2层, 十五楼, 4F; 3楼 may be the name of a building too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk.community.roster import fields as f
from desk.community.roster.layout import Layout
from desk.community.roster.lines import AROUND, Section, is_count, section_in
from desk.language.addresses import building_of_sheet
from desk.language.normal import figures, fold
from desk.sheets.book import Row, Sheet
from desk.sheets.cells import plain

_COUNT = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_FLOOR = re.compile(
    r"[\[【(\-=*#. ]*(?P<before>.{0,16}?)[\-:,. ]*第?"
    rf"(?:(?P<floor>{_COUNT}) ?(?P<mark>楼层|层楼?|楼|/?f\.?)|楼层[: ]*(?P<named>{_COUNT}))"
    rf"[)\]】]*{AROUND}"
)
_RANGE = re.compile(
    rf"第?{_COUNT} ?[层楼f]? ?[\-~至到] ?{_COUNT} ?(?:层|f)|[高中低]层?区|[高中低]层"
)
_INTRODUCED = re.compile(r"(?:以下|下列|下面|标准|均?[为是]|楼层|层)*")
#: A flat that a letter tells from the others of its floor: 4F may be one.
_LETTERED = re.compile(r"\d{1,2}[A-H]")
#: A door that needs its floor: 02, 2室, B.
_SHORT = re.compile(r"\d{1,2}[室号房户]?|[A-Za-z][室座房户]?")
_DOOR = re.compile(r"(?<!\d)0?(\d{1,2})\d\d(?!\d)")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Floor:
    """What a row says that seems to head a floor.

    Attributes:
        number: ``2``; "" for several floors and where the rooms say it themselves.
        section: the building named in front of it: A座二楼.
        storey: it is written 楼, which a building may be called too.
        letter: it is written F, which the sixth flat of a floor may be called too.
    """

    number: str = ""
    section: Section | None = None
    storey: bool = False
    letter: bool = False

    @property
    def begun(self) -> Section:
        """Return what it says about the rows below it."""
        return replace(self.section or Section(), floor=self.number)


def floor_in(text: str) -> Floor | None:
    """Return the floor that a row names in which nothing else stands; None where it names none."""
    folded = fold(text).text.strip()
    if not folded or len(folded) > _LONGEST:
        return None
    if _RANGE.fullmatch(folded):
        return Floor()
    found = _FLOOR.fullmatch(folded)
    if found is None:
        return None
    section = None
    if not _INTRODUCED.fullmatch(found["before"]):
        section = section_in(found["before"])
        if section is None or not section.building:
            return None
    mark = found["mark"] or ""
    number = str(int(figures(found["floor"] or found["named"])))
    storey = mark == "楼" and section is None and not found["before"].startswith("标准")
    return Floor(number, section, storey, letter=mark == "f")


def floors_of(sheet: Sheet, layout: Layout, heads: Sequence[int]) -> dict[int, Floor]:
    """Return the rows of a table that head the rooms of a floor."""
    at = layout.one.get(f.ROOM)
    first = min(heads, default=0)
    rows = [row for row in sheet.rows if row.number > first and row.number not in heads]
    found: dict[int, Floor] = {}
    below: list[tuple[str, str]] = []
    rooms: list[str] = []
    known = bool(building_of_sheet(sheet.name or "")) or f.BUILDING in layout.one
    storey = ""
    for row in rows:
        floor = _floor_of(row, layout)
        if floor is not None:
            found[row.number] = floor
            storey = floor.number if floor.storey else ""
        elif at is not None and (text := plain(row.at(at))):
            rooms.append(text)
            if storey:
                below.append((storey, text))
    if found and at is not None and _lettered(rooms):
        wide = {row.number for row in rows if sum(value is not None for value in row.cells) > 1}
        found = {n: floor for n, floor in found.items() if not floor.letter or n in wide}
    if below and not _are_floors(below, known=known or _is_titled(sheet, first)):
        found = {n: floor for n, floor in found.items() if not floor.storey}
    if 2 * sum(_SHORT.fullmatch(text) is not None for text in rooms) <= len(rooms):
        found = {n: replace(floor, number="") for n, floor in found.items()}
    return found


def _floor_of(row: Row, layout: Layout) -> Floor | None:
    """Return the floor that a row names, be it in one cell or in all of them together."""
    if len({value for value in row.cells if value is not None}) > 2:
        return None
    filled = [(at, text) for at, value in enumerate(row.cells) if (text := plain(value))]
    texts = list(dict.fromkeys(text for _, text in filled))
    if not texts or len(texts) > 2 or (len(texts) == 2 and not is_count(texts[1])):
        return None
    own = (layout.one.get(f.BUILDING), layout.one.get(f.FLOOR))
    if len(filled) == 1 and filled[0][0] in own:
        return None
    return floor_in(texts[0])


def _is_titled(sheet: Sheet, first: int) -> bool:
    """Tell whether a title over the heads names the building."""
    for row in sheet.rows:
        if row.number >= first:
            break
        text = next((text for value in row.cells if (text := plain(value))), "")
        section = section_in(text)
        if section is not None and section.building:
            return True
    return False


def _lettered(rooms: Iterable[str]) -> bool:
    """Tell whether the rooms of a table are called 4A, 4B, so that 4F is one of them."""
    texts = [text for text in rooms if text]
    flats = sum(_LETTERED.fullmatch(text.upper()) is not None for text in texts)
    return 3 * flats > len(texts)


def _are_floors(below: Iterable[tuple[str, str]], *, known: bool) -> bool:
    """Tell whether 2楼, 3楼 head floors: the rooms below are 201, 202 and 301, 302.

    Args:
        below: the number of every such row and a room below it.
        known: the building is known without them.
    """
    pairs: list[tuple[str, str]] = [
        (number, doors[-1]) for number, room in below if (doors := _DOOR.findall(room))
    ]
    on_floor = sum(number == door for number, door in pairs)
    if known:
        return 2 * on_floor >= len(pairs)
    # House 1 with nothing but ground floor flats is no floor yet.
    return 5 * on_floor >= 4 * len(pairs) and any(number != "1" for number, _ in pairs)
