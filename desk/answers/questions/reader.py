"""Reads a list of questions as a clerk does: every row is an article, reported, or no data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desk.answers.questions import fields, phrasings
from desk.answers.questions.dialogue import DialogueReader, is_dialogue
from desk.answers.questions.drafts import Draft, SheetRead
from desk.answers.questions.layout import lay_out
from desk.answers.questions.read import KnowledgeRead, ReadArticle
from desk.answers.questions.strange import completed
from desk.answers.questions.table import TableReader
from desk.refusals import Refusal
from desk.sheets.book import Book, Progress, Sheet
from desk.sheets.columns import Choice, Columns
from desk.sheets.findings import Findings, Place, Rejected, Skipped

#: So many rows are read between two words about how far it is.
_STEP: Final = 500
_NO_CATEGORY: Final = re.compile(
    r"(?:sheet|工作表|表|table)\s*[0-9]*|.*(?:问题|问答|faq|q\s*&\s*a|知识库|knowledge|口径|话术).*",
    re.IGNORECASE,
)


class _Pace:
    """Counts rows and tells how far it is."""

    def __init__(self, book: Book, progress: Progress | None) -> None:
        self._all = sum(len(sheet.rows) for sheet in book.sheets)
        self._done = 0
        self._progress = progress

    def tick(self) -> None:
        """Count a row."""
        self._done += 1
        if self._progress is not None and self._done % _STEP == 0:
            self._progress(min(self._done, self._all), self._all)


def read(
    book: Book, *, choices: Sequence[Choice] = (), progress: Progress | None = None
) -> KnowledgeRead:
    """Read all articles of a file.

    Args:
        book: the file.
        choices: what somebody said columns are.
        progress: called now and then with (rows done, rows in all); what it raises goes through.
    """
    pace = _Pace(book, progress)
    columns: list[Columns] = []
    skipped: list[Skipped] = []
    sheets: list[tuple[Sheet, SheetRead, bool]] = []
    for sheet in book.sheets:
        why = _of_no_use(sheet)
        if why is not None:
            skipped.append(Skipped(sheet.name, why))
            continue
        chosen = [one for one in choices if one.sheet == sheet.name]
        if not chosen and is_dialogue(sheet):
            dialogue = DialogueReader(sheet)
            columns.append(Columns(sheet.name, (), ()))
            sheets.append((sheet, dialogue.read(pace.tick), dialogue.has_category))
            continue
        known = lay_out(sheet, choices)
        if not _has_both(known):
            known = completed(sheet, known) or known
        if known is None or not _has_both(known):
            skipped.append(Skipped(sheet.name, Refusal("questions.no_table")))
            if known is not None:
                columns.append(known)
            continue
        table = TableReader(sheet, known)
        columns.append(known)
        sheets.append((sheet, table.read(pace.tick), table.has_category))
    return _whole(book, columns, skipped, sheets)


def _has_both(known: Columns | None) -> bool:
    found = {column.field for column in known.columns} if known is not None else set()
    return {fields.QUESTION, fields.ANSWER} <= found


def _of_no_use(sheet: Sheet) -> Refusal | None:
    if sheet.hidden:
        return Refusal("questions.hidden")
    if not sheet.rows and not sheet.unread:
        return Refusal("questions.blank")
    return None


def _whole(
    book: Book,
    columns: list[Columns],
    skipped: list[Skipped],
    sheets: list[tuple[Sheet, SheetRead, bool]],
) -> KnowledgeRead:
    """Put the sheets together; a question that is asked twice is an article once."""
    articles: list[ReadArticle] = []
    rejected: list[Rejected] = []
    ignored = 0
    several = sum(bool(one.drafts) for _, one, _ in sheets) > 1
    first: dict[str, ReadArticle] = {}
    for sheet, one, has_category in sheets:
        named = several and not has_category and not _NO_CATEGORY.fullmatch(sheet.name or "")
        mine = [*one.rejected, *_unread(sheet)]
        for draft in one.drafts:
            article = _article(sheet, draft, (sheet.name or "") if named else "")
            earlier = first.setdefault(article.question, article)
            if earlier is article:
                articles.append(article)
            else:
                place = Place(sheet.name, draft.row)
                mine.append(Rejected(place, _double(earlier, article), draft.text[:500]))
        rejected += sorted(mine, key=lambda rejection: rejection.place.row)
        used = one.used | {rejection.place.row for rejection in mine}
        last = max((row.number for row in sheet.rows), default=0)
        ignored += max(last, max(used, default=0)) - len(used)
    warned = tuple(warning for _, one, _ in sheets for warning in one.warned)
    found = Findings(tuple(columns), tuple(rejected), warned, tuple(skipped), ignored, book.notes)
    return KnowledgeRead(tuple(articles), found)


def _unread(sheet: Sheet) -> list[Rejected]:
    return [Rejected(Place(sheet.name, one.row), one.why, "") for one in sheet.unread]


def _double(earlier: ReadArticle, article: ReadArticle) -> Refusal:
    same = earlier.answer == article.answer
    return Refusal(
        "questions.repeated" if same else "questions.two_answers", row=earlier.source.row
    )


def _article(sheet: Sheet, draft: Draft, category: str) -> ReadArticle:
    asked = phrasings.together(draft.wordings)
    return ReadArticle(
        question=asked.question,
        phrasings=asked.phrasings,
        answer="\n".join(draft.answer).strip(),
        category=draft.category or category,
        owner=draft.owner,
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
        source=Place(sheet.name, draft.row),
    )
