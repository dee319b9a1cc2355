"""What is remembered of every import: the file, its rows, and the one entry of the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desk.centre.profile import Centre
from desk.codes import Topic
from desk.intake.origin import Origin
from desk.models import bulk
from desk.models.database import Write
from desk.models.tables import Import
from desk.sheets.findings import Place
from desk.words import times

ROSTER, TICKETS, KNOWLEDGE = "roster", "tickets", "knowledge"
#: What the journal calls an import of each kind.
ACTIONS = {ROSTER: "import.roster", TICKETS: "import.tickets", KNOWLEDGE: "import.knowledge"}
#: The states of an import.
DONE, TAKEN_BACK = "done", "taken_back"
#: What an import did to a row; ``SEEN``: nothing, but what the file said of it is remembered.
ADDED, CHANGED, RETIRED, SEEN = "added", "changed", "retired", "seen"

_COLUMNS = (
    "imported_id",
    "topic",
    "subject",
    "did",
    "version",
    "sheet",
    "row",
    "before",
    "said",
)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import as lists show it; ``by`` is the id of a member of staff."""

    id: int
    name: str
    kind: str
    file: str
    digest: str
    at: datetime
    by: int | None
    state: str
    taken_back_at: datetime | None
    counts: Mapping[str, int]


class Entry(NamedTuple):
    """A row of an import; ``before`` and ``said`` are JSON as text."""

    topic: Topic
    subject: int
    did: str
    version: int
    place: Place
    before: str | None
    said: str | None


def begin(write: Write, community: int, kind: str, origin: Origin) -> int:
    """Write down that a file is imported in this transaction and return the import's id."""
    stamp = times.stamp(write.now, Centre.read().zone)
    name = wanted = f"{stamp} {origin.file}"
    again = 1
    while Import.select().where(Import.name == name).exists():
        again += 1
        name = f"{wanted} ({again})"
    return int(
        Import.insert(
            community=community,
            kind=kind,
            name=name,
            file=origin.file,
            digest=origin.digest,
            at=write.now,
            by=write.actor.staff,
        ).execute()
    )


def put(write: Write, imported: int, entries: Iterable[Entry]) -> None:
    """Write down what the import did to many rows."""
    rows = (
        (
            imported,
            one.topic.value,
            one.subject,
            one.did,
            one.version,
            one.place.sheet,
            one.place.row,
            one.before,
            one.said,
        )
        for one in entries
    )
    bulk.insert(write.database, "imported_row", _COLUMNS, rows)


def end(write: Write, imported: int, counts: Mapping[str, int]) -> Imported:
    """Close an import with its figures: the last thing its transaction writes.

    Entries of the journal that come later were made by whoever worked on its rows.
    """
    Import.update(counts=dict(counts)).where(Import.id == imported).execute()
    row = Import.get_by_id(imported)
    detail = {"import": imported, **counts}
    write.log(Topic.COMMUNITIES, row.community_id, ACTIONS[row.kind], detail=detail)
    return read(row)


def read(row: Import) -> Imported:
    """Return a stored import as a value."""
    return Imported(
        row.id,
        row.name,
        row.kind,
        row.file,
        row.digest,
        row.at,
        row.by_id,
        row.state,
        row.taken_back_at,
        row.counts,
    )


def same_file(community: int, digest: str) -> Imported | None:
    """Return the last import of the very same bytes that was not taken back."""
    row = (
        Import.select()
        .where((Import.community == community) & (Import.digest == digest) & (Import.state == DONE))
        .order_by(Import.id.desc())
        .first()
    )
    return None if row is None else read(row)


def as_json(value: object) -> str:
    """Write what is remembered of a row."""
    return _ENCODER.encode(value)


#: Made once: to make one for each row costs more than the row.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
