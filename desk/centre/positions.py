"""The order in which people put crews and categories."""

from __future__ import annotations

from collections.abc import Sequence

from desk.centre.staff import require_supervisor
from desk.codes import Topic
from desk.models.database import Write
from desk.models.tables import Category, Crew


def reorder(
    write: Write,
    table: type[Crew] | type[Category],
    topic: Topic,
    action: str,
    ids: Sequence[int],
) -> None:
    """Put the rows in this order; each that moves is logged as ``action``.

    Raises:
        Refusal: ``staff.supervisor_needed``.
    """
    require_supervisor(write.actor)
    for position, row in enumerate(ids):
        moved = table.update(position=position, version=table.version + 1).where(
            table.id == row, table.position != position
        )
        if moved.execute():
            write.log(topic, row, action, detail={"position": position})
