"""What imports did to a few rows, for their histories: which file, which row of it, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.centre import staff
from desk.codes import Topic
from desk.intake import record
from desk.models.tables import Import, ImportedRow


@dataclass(frozen=True)
class RowStep:
    """What an import did to one row.

    Attributes:
        topic, subject: the row.
        did: ``added``, ``changed`` or ``retired``.
        at: when, aware UTC.
        who: the name of the member of staff, '' where nobody had signed in.
        file, sheet, row: where it stands; the sheet is None in a file without tabs, the row 0
            where the file does not name it any more.
    """

    topic: Topic
    subject: int
    did: str
    at: datetime
    who: str
    file: str
    sheet: str | None
    row: int


def of(subjects: Sequence[tuple[Topic, int]]) -> list[RowStep]:
    """Return what imports did to the named rows, the newest first."""
    names = staff.names()
    found: list[RowStep] = []
    for topic in {topic for topic, _ in subjects}:
        ids = [subject for of_topic, subject in subjects if of_topic is topic]
        query = (
            ImportedRow.select(ImportedRow, Import)
            .join(Import)
            .where(
                (ImportedRow.topic == topic)
                & ImportedRow.subject.in_(ids)
                & (ImportedRow.did != record.SEEN)
            )
        )
        found += [
            RowStep(
                topic,
                row.subject,
                row.did,
                row.imported.at,
                names.get(row.imported.by_id or 0, ""),
                row.imported.file,
                row.sheet,
                row.row,
            )
            for row in query
        ]
    return sorted(found, key=lambda one: (one.at, one.subject), reverse=True)
