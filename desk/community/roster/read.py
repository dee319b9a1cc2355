"""What was read from a roster: rooms and the people in them, as they stand in the file."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes import Relation, RoomKind
from desk.sheets.findings import Findings, Place


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """Somebody a roster names in a room.

    Attributes:
        name: without the mark of what they are to the room.
        relation: None where the file does not say.
        phones: as ``desk.language.phones`` writes them, each once.
        note: what is remarked on them alone: in a column of its own, or in brackets at the name.
    """

    name: str
    relation: Relation | None
    phones: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadRoom:
    """A room of a roster.

    Attributes:
        building: ``3``, ``A``, ``一期5``; "" where none is written.
        unit: "" where the estate has none.
        number: ``1502``; a shop ``S12``, a parking space ``B1-103``, a villa ``8``.
        area_m2: None where none is written that can be read.
        moved_in: ISO, as exact as the file: ``2021-03-05``, ``2021-03``, ``2021`` or "".
        note: remarks, several joined by ``; ``.
        source: the rows it was read from.
    """

    building: str
    unit: str
    number: str
    kind: RoomKind
    area_m2: float | None
    moved_in: str
    note: str
    people: tuple[ReadPerson, ...]
    source: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ReadStranger:
    """Somebody who belongs to no room, and the row: only a list of our own names them."""

    person: ReadPerson
    source: Place


@dataclass(frozen=True, slots=True)
class RosterRead:
    """A roster that was read: its rooms in order, and what became of everything else."""

    rooms: tuple[ReadRoom, ...]
    found: Findings
    strangers: tuple[ReadStranger, ...] = ()
