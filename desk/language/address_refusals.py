"""Says why a cell is no room, as a clerk writes it beside the row: ``address.*``."""

from __future__ import annotations

import re
from typing import NoReturn

from desk.codes import RoomKind
from desk.language import address_words as written
from desk.language.address_order import Read
from desk.language.address_parts import Cut, Mark
from desk.refusals import Refusal

#: A cell with more characters than this is no room.
LONGEST = 60
#: As many characters of the cell as a sentence repeats.
SHOWN = 30
#: Figures that may be somebody's telephone; 03021502 is a building, a unit and a number.
_LONG_RUN = re.compile(r"\d{10,}|(?<!\d)(?:[2-9]|1[3-9])\d{6,}")


def shown(text: str) -> str:
    """Shorten what is written for a sentence; long figures may be somebody's telephone."""
    short = _LONG_RUN.sub(lambda m: f"{m.group()[:3]}****", " ".join(text.split()))
    return short if len(short) <= SHOWN else short[: SHOWN - 1] + "…"


def refuse_nothing(clean: str, text: str) -> None:
    """Refuse what is no writing of a room at all."""
    if written.NOTHING.fullmatch(clean):
        raise Refusal("address.no_number")
    if len(clean) > LONGEST:
        raise Refusal("address.too_long", text=shown(text))
    if written.FAULT.search(clean):
        raise Refusal("address.fault", text=shown(text))
    if written.DATE.fullmatch(clean):
        raise Refusal("address.date", text=shown(text))
    if written.PHONE.fullmatch(clean):
        raise Refusal("address.phone")


def refuse_zeros(cell: Cut, text: str) -> None:
    """Refuse 00-00-0000 and 3-2-0000, which only fill the cell."""
    values = [part.value for part in cell.parts]
    if values and (set(values) == {"0"} or (len(values) > 1 and values[-1] == "0")):
        raise Refusal("address.placeholder", text=shown(text))


def refuse_half(read: Read, cell: Cut, text: str, kind: RoomKind) -> NoReturn:
    """Refuse a cell that stops before the number, saying how far it came."""
    if kind is not RoomKind.FLAT:
        if not read.building:
            raise Refusal("address.only_kind", text=shown(text))
        raise Refusal("address.only_building", text=shown(text))
    last = cell.parts[-1].mark if cell.parts else None
    if last is Mark.UNIT or (last is not None and read.unit and last is not Mark.BUILDING):
        raise Refusal("address.only_unit", text=shown(text))
    if cell.parts and read.building:
        raise Refusal("address.only_building", text=shown(text))
    raise Refusal("address.unreadable", text=shown(text))
