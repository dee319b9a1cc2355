"""The list of residents this program writes, read to the letter: it says exactly what it means.

A name in it is one person's, however it is written, a building is a building's name, a remark is
a remark; and whoever belongs to no room has a row, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes import RoomKind
from desk.community.roster import fields as f
from desk.community.roster.people import Useless
from desk.community.roster.read import ReadPerson
from desk.language.addresses import Address, read_kind
from desk.language.people_written import read_phones, read_relation
from desk.sheets.book import Row
from desk.sheets.cells import plain
from desk.sheets.columns import Columns

_LABEL = "label"
#: What a row says of its room, and what of a person.
_OF_ROOM = (_LABEL, f.BUILDING, f.UNIT, f.ROOM, f.KIND, f.NOTE)
_OF_PERSON = (f.NAME, f.RELATION, f.PHONE, f.PERSON_NOTE)
#: What stands over these columns, in every language; other columns are no matter.
_HEADS = (
    "房号|楼栋|单元|室号|房屋类型|房屋备注|姓名|身份|电话|住户备注",
    "Room|Building|Unit|Door|Room kind|Room note|Name|Relation|Telephone|Note on the person",
)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of our own list; ``room`` is None for somebody who belongs to none."""

    room: Address | None
    note: str
    people: tuple[ReadPerson, ...]
    useless: tuple[Useless, ...]


class OwnList:
    """Our own list, known by its heads."""

    def __init__(self, at: dict[str, int]) -> None:
        self._at = at

    @classmethod
    def of(cls, columns: Columns) -> OwnList | None:
        """Return the list that these columns are of; None for anybody else's."""
        if columns.chosen:
            return None
        at = {column.head: column.index for column in reversed(columns.columns)}
        for heads in _HEADS:
            named = dict(zip((*_OF_ROOM, *_OF_PERSON), heads.split("|"), strict=True))
            if at.keys() >= set(named.values()):
                return cls({key: at[head] for key, head in named.items()})
        return None

    def read(self, row: Row) -> OwnRow | None:
        """Return what a row says; None where somebody has changed it so that it is to be read."""
        text = {key: plain(row.at(column)) for key, column in self._at.items()}
        people, useless = _people(text)
        if not any(text[key] for key in _OF_ROOM):
            return OwnRow(None, "", people, useless) if people else None
        kind = read_kind(text[f.KIND]) or RoomKind.FLAT
        room = Address(text[f.BUILDING], text[f.UNIT], text[f.ROOM], kind)
        if not room.number or room.label != text[_LABEL]:
            return None
        return OwnRow(room, text[f.NOTE], people, useless)


def _people(text: dict[str, str]) -> tuple[tuple[ReadPerson, ...], tuple[Useless, ...]]:
    name = " ".join(text[f.NAME].split())
    if not name:
        return (), ()
    phones = read_phones(text[f.PHONE])
    relation = read_relation(text[f.RELATION])
    person = ReadPerson(name, relation, phones.numbers, text[f.PERSON_NOTE])
    return (person,), tuple((f.PHONE, bad, why) for bad, why in phones.bad)
