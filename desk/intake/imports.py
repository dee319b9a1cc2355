"""The imports there were: listed, found by what people call them, taken back as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.codes import Topic
from desk.intake import knowledge_back, ledger_back, record, roster_undo
from desk.intake.record import Imported
from desk.intake.undone import Kept, Undo
from desk.language.normal import normalise
from desk.models.database import Write
from desk.models.tables import Import, JournalEntry
from desk.refusals import Refusal

#: Who takes back what an import of each kind has done.
UNDOES: Mapping[str, Undo] = {
    record.ROSTER: roster_undo.undo,
    record.TICKETS: ledger_back.undo,
    record.KNOWLEDGE: knowledge_back.undo,
}


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: how many rows by name, and which stayed and why."""

    imported: Imported
    removed: Mapping[str, int]
    kept: tuple[Kept, ...]


def listed(community: int) -> list[Imported]:
    """Return the imports of a community, the newest first."""
    query = Import.select().where(Import.community == community).order_by(Import.id.desc())
    return [record.read(row) for row in query]


def find(community: int, name: str) -> Imported:
    """Return the import of a number, a name, a file, or of what one of them begins with or holds.

    Of several imports that were called by a file's name, the one that is not taken back is meant.

    Raises:
        Refusal: ``import.unknown``; ``import.ambiguous`` where several fit.
    """
    wanted = normalise(name)
    there = listed(community)
    ways = (
        [one for one in there if str(one.id) == wanted.lstrip("#")],
        [one for one in there if normalise(one.name) == wanted],
        [one for one in there if normalise(one.file) == wanted],
        [one for one in there if wanted and normalise(one.name).startswith(wanted)],
        [one for one in there if wanted and wanted in normalise(one.name)],
    )
    for fitting in ways:
        still = [one for one in fitting if one.state == record.DONE] or fitting
        if len(still) == 1:
            return still[0]
        if still:
            raise Refusal("import.ambiguous", name=name, count=len(still))
    raise Refusal("import.unknown", name=name)


def take_back(write: Write, imported: int) -> TakenBack:
    """Take an import back as far as nobody has worked on its rows.

    Raises:
        Refusal: ``import.unknown``, or ``import.taken_back`` when it was taken back before.
    """
    row = Import.get_or_none(Import.id == imported)
    if row is None:
        raise Refusal("import.unknown", name=str(imported))
    if row.state != record.DONE:
        raise Refusal("import.taken_back", name=row.name)
    undone = UNDOES[row.kind](write, imported, _entry(row))
    Import.update(
        state=record.TAKEN_BACK, taken_back_at=write.now, version=Import.version + 1
    ).where(Import.id == imported).execute()
    detail = {"import": imported, **undone.removed, "kept": len(undone.kept)}
    write.log(Topic.COMMUNITIES, row.community_id, "import.taken_back", detail=detail)
    return TakenBack(record.read(Import.get_by_id(imported)), undone.removed, undone.kept)


def _entry(row: Import) -> int:
    """Return the journal's entry of an import."""
    steps = (
        JournalEntry.select(JournalEntry.id, JournalEntry.detail)
        .where(
            (JournalEntry.topic == Topic.COMMUNITIES)
            & (JournalEntry.subject == row.community_id)
            & (JournalEntry.action == record.ACTIONS[row.kind])
        )
        .order_by(JournalEntry.id.desc())
    )
    return next(int(step.id) for step in steps if step.detail.get("import") == row.id)
