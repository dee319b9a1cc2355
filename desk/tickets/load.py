"""How much work crews and technicians have before them, for whoever sends the next ticket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import Database

from desk.codes import State
from desk.models import sql

#: States in which somebody is on the way, at work, or will have to come back.
_AT_WORK = (State.DISPATCHED, State.ACCEPTED, State.ARRIVED, State.HOLD)


@dataclass(frozen=True)
class Load:
    """Open tickets by the id of a crew and of a technician; whoever has none is missing."""

    crews: Mapping[int, int]
    technicians: Mapping[int, int]


def load(database: Database) -> Load:
    """Count what every crew and every technician has at work."""
    marks = ", ".join("?" * len(_AT_WORK))
    found = sql.rows(
        database,
        "SELECT t.crew_id, t.technician_id, count(*) FROM ticket t"
        f" WHERE t.is_open AND t.state IN ({marks}) AND t.crew_id IS NOT NULL"
        " GROUP BY t.crew_id, t.technician_id",
        tuple(str(state) for state in _AT_WORK),
    )
    crews: Counter[int] = Counter()
    technicians: Counter[int] = Counter()
    for crew, technician, count in found:
        crews[crew] += count
        if technician is not None:
            technicians[technician] += count
    return Load(dict(crews), dict(technicians))
