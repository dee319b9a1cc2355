"""A list of questions comes into the library: new, changed, and never over what the desk wrote."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from desk.answers import library
from desk.answers.library import ArticleForm, StoredArticle
from desk.answers.questions.read import KnowledgeRead, ReadArticle
from desk.codes import Topic
from desk.intake import record
from desk.intake.knowledge_merge import form_of, merge, said_of
from desk.intake.knowledge_plan import Asked, KnowledgePlan, NewArticle, Touched
from desk.intake.left_out import LeftOut
from desk.intake.origin import Origin
from desk.intake.record import Entry, Imported
from desk.language.normal import normalise
from desk.models import sql
from desk.models.database import Write
from desk.models.fields import bound_database, snapshot
from desk.models.tables import Article, Import, ImportedRow, Staff
from desk.refusals import Refusal


def plan(community: int, read: KnowledgeRead) -> KnowledgePlan:
    """Compare a list with the library of a community; nothing is written."""
    with snapshot(bound_database(Article)):
        return _Planner(community).plan(read)


def publish(
    write: Write,
    community: int,
    planned: KnowledgePlan,
    take: Collection[int],
    origin: Origin,
) -> Imported:
    """Write what was planned, all of it in the open transaction.

    Args:
        write: the transaction.
        community: whose library it is.
        planned: what ``plan`` computed.
        take: the ids of articles that were asked about and take the file's wording.
        origin: the file.

    Raises:
        Refusal: ``knowledge.stale`` when somebody changed one of the articles since.
    """
    import_id = record.begin(write, community, record.KNOWLEDGE, origin)
    try:
        entries = [_added(write, community, one) for one in planned.new]
        taken = frozenset(take)
        entries += [_changed(write, one, one.after) for one in planned.changed]
        entries += [_decided(write, community, one, taken) for one in planned.asked]
    except Refusal as refused:
        if refused.code in ("article.stale", "article.gone", "article.exists"):
            raise Refusal("knowledge.stale") from refused
        raise
    entries += [_seen(one) for one in planned.seen]
    record.put(write, import_id, entries)
    counts = {
        "articles": sum(one.did == record.ADDED for one in entries),
        "changed": sum(one.did == record.CHANGED for one in entries),
        "same": sum(one.did == record.SEEN for one in entries),
        "left_out": len(planned.left_out),
    }
    return record.end(write, import_id, counts)


def _added(write: Write, community: int, new: NewArticle) -> Entry:
    article = library.add(write, community, new.form)
    return Entry(Topic.ARTICLES, article, record.ADDED, 1, new.source, None, new.said)


def _changed(write: Write, one: Touched, form: ArticleForm) -> Entry:
    version = library.edit(write, one.article, one.version, form)
    before = record.as_json(said_of(one.before))
    return Entry(Topic.ARTICLES, one.article, record.CHANGED, version, one.source, before, one.said)


def _decided(write: Write, community: int, asked: Asked, taken: frozenset[int]) -> Entry:
    one = asked.touched
    if one.article in taken:
        if asked.retired:
            return _added(write, community, NewArticle(one.source, asked.theirs, one.said))
        return _changed(write, one, asked.theirs)
    return _seen(one) if one.after == one.before else _changed(write, one, one.after)


def _seen(one: Touched) -> Entry:
    return Entry(Topic.ARTICLES, one.article, record.SEEN, one.version, one.source, None, one.said)


class _Planner:
    """Holds the rows of a list against one community's library."""

    def __init__(self, community: int) -> None:
        self._articles = {one.id: one for one in library.active(community)}
        self._asked_as: dict[str, set[int]] = {}
        for one in self._articles.values():
            for text in (one.form.question, *one.form.phrasings):
                self._asked_as.setdefault(normalise(text), set()).add(one.id)
        self._said = _last_said(community)
        self._retired = {
            normalise(said["question"]): (article, version, said)
            for article, (version, said) in self._said.items()
            if article not in self._articles
        }
        staff = Staff.select(Staff.id, Staff.name).where(Staff.active).tuples().execute()
        names = list(staff)
        self._staff = {
            name: row for row, name in names if sum(other == name for _, other in names) == 1
        }
        self._new: list[NewArticle] = []
        self._changed: list[Touched] = []
        self._asked: list[Asked] = []
        self._seen: list[Touched] = []
        self._left_out: list[LeftOut] = []

    def plan(self, read: KnowledgeRead) -> KnowledgePlan:
        """Return what the rows come to."""
        questions: set[str] = set()
        met: set[int] = set()
        for row in read.articles:
            question = normalise(row.question)
            matching = self._matching(row)
            if question in questions or (len(matching) == 1 and matching & met):
                self._left_out.append(LeftOut(row.source, Refusal("knowledge.repeated")))
                continue
            if row.valid_from and row.valid_until and row.valid_until < row.valid_from:
                self._left_out.append(LeftOut(row.source, Refusal("knowledge.dates_reversed")))
                continue
            questions.add(question)
            met |= matching if len(matching) == 1 else set()
            if len(matching) > 1:
                self._left_out.append(LeftOut(row.source, Refusal("knowledge.two_match")))
            elif matching:
                self._compare(row, self._articles[next(iter(matching))])
            else:
                self._add(row, question)
        return KnowledgePlan(
            tuple(self._new),
            tuple(self._changed),
            tuple(self._asked),
            tuple(self._seen),
            tuple(self._left_out),
        )

    def _matching(self, row: ReadArticle) -> set[int]:
        """Return the articles that a row asks: by its question, else by a phrasing of it."""
        by_question = self._asked_as.get(normalise(row.question), set())
        exact = {
            one
            for one in by_question
            if normalise(self._articles[one].form.question) == normalise(row.question)
        }
        if exact or by_question:
            return exact or by_question
        named = {normalise(one.form.question): one.id for one in self._articles.values()}
        texts = (normalise(text) for text in row.phrasings)
        return {named[text] for text in texts if text in named}

    def _add(self, row: ReadArticle, question: str) -> None:
        form = self._form(row)
        said = record.as_json(said_of(form))
        if question not in self._retired:
            self._new.append(NewArticle(row.source, form, said))
            return
        # It came with an earlier file and somebody took it out: it comes back only if wanted.
        article, version, before = self._retired[question]
        stood = form_of(before)
        touched = Touched(article, version, row.source, stood, stood, said)
        self._asked.append(Asked(touched, form, (), retired=True))

    def _compare(self, row: ReadArticle, stored: StoredArticle) -> None:
        theirs = self._form(row)
        _, base = self._said.get(stored.id, (0, None))
        merged = merge(stored.form, theirs, base)
        said = record.as_json(said_of(theirs))
        touched = Touched(stored.id, stored.version, row.source, stored.form, merged.mine, said)
        if merged.fields:
            self._asked.append(Asked(touched, merged.theirs, merged.fields))
        elif merged.mine != stored.form:
            self._changed.append(touched)
        else:
            self._seen.append(touched)

    def _form(self, row: ReadArticle) -> ArticleForm:
        return ArticleForm(
            question=row.question.strip(),
            answer=row.answer.strip(),
            phrasings=tuple(dict.fromkeys(text.strip() for text in row.phrasings if text.strip())),
            category=row.category.strip(),
            owner=self._staff.get(row.owner.strip()),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )


def _last_said(community: int) -> dict[int, tuple[int, dict[str, Any]]]:
    """Return what the last file that named an article said, and the version it left, by its id."""
    query = (
        ImportedRow.select(ImportedRow.subject, ImportedRow.version, ImportedRow.said)
        .join(Import)
        .where(
            (Import.community == community)
            & (ImportedRow.topic == Topic.ARTICLES)
            & ImportedRow.said.is_null(False)
        )
        .order_by(ImportedRow.id)
    )
    found: dict[int, tuple[int, dict[str, Any]]] = {}
    for article, version, said in query.tuples().execute():
        if document := sql.document(said):
            found[int(article)] = (int(version), dict(document))
    return found
