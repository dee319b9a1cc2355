"""Takes a list of questions back: what it added is retired, what it changed reads as before."""

from __future__ import annotations

from collections import Counter

from desk.answers import library
from desk.codes import Topic
from desk.intake import record
from desk.intake.knowledge_merge import form_of
from desk.intake.undone import KEPT_CHANGED, KEPT_LATER, Kept, Undone, as_if_never
from desk.models import bulk, sql
from desk.models.database import Write
from desk.refusals import Refusal


def undo(write: Write, imported: int, _entry: int) -> Undone:
    """Take back what an import did to articles; see ``undone.Undo``.

    An article is never deleted: calls were answered with it, and its history stays. Whether
    somebody has worked on one its version tells: there is no step that leaves that alone.
    """
    database = write.database
    rows = sql.rows(
        database,
        "SELECT r.id, r.subject, r.did, r.version, r.before, a.version, a.active,"
        " EXISTS (SELECT 1 FROM imported_row l WHERE l.topic = r.topic"
        "  AND l.subject = r.subject AND l.imported_id > r.imported_id AND l.did <> ?)"
        " FROM imported_row r LEFT JOIN article a ON a.id = r.subject"
        " WHERE r.imported_id = ? AND r.topic = ? ORDER BY r.id",
        (record.SEEN, imported, Topic.ARTICLES.value),
    )
    removed = Counter({"articles": 0, "articles_restored": 0})
    kept: list[Kept] = []
    forgotten: list[int] = []
    restored: list[int] = []
    for row, article, did, version, before, now, active, later in rows:
        if did == record.SEEN or now is None:
            forgotten.append(row)
        elif later or not active or version != now:
            kept.append(Kept(Topic.ARTICLES, article, KEPT_LATER if later else KEPT_CHANGED))
        elif did == record.ADDED:
            library.retire(write, article, now)
            removed["articles"] += 1
            forgotten.append(row)
        elif _put_back(write, article, now, before):
            removed["articles_restored"] += 1
            forgotten.append(row)
            restored.append(article)
        else:
            kept.append(Kept(Topic.ARTICLES, article, KEPT_CHANGED))
    bulk.delete(database, "imported_row", "id", forgotten)
    as_if_never(write, imported, Topic.ARTICLES, restored)
    write.topics.add(Topic.ARTICLES)
    return Undone(dict(removed), tuple(kept))


def _put_back(write: Write, article: int, version: int, before: object) -> bool:
    """Let an article read as before; not where that was erased, or another asks the same now."""
    document = sql.document(before)
    if not isinstance(document, dict):
        return False
    try:
        library.edit(write, article, version, form_of(document))
    except Refusal:
        return False
    return True
