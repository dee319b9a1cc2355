"""The three kinds of files a centre brings, and who reads each."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from desk.answers.questions import fields as of_questions
from desk.answers.questions import reader as questions
from desk.answers.questions.dialogue import is_dialogue
from desk.answers.questions.read import KnowledgeRead
from desk.community.roster import fields as of_roster
from desk.community.roster import reader as roster
from desk.community.roster.read import RosterRead
from desk.intake.record import KNOWLEDGE, ROSTER, TICKETS
from desk.sheets import columns
from desk.sheets.book import Book, Progress
from desk.sheets.columns import Choice, Field
from desk.tickets.ledger import fields as of_ledger
from desk.tickets.ledger import reader as ledger
from desk.tickets.ledger.read import LedgerRead

Read = RosterRead | LedgerRead | KnowledgeRead

#: What a column may be, by the kind of the file.
FIELDS: Final = MappingProxyType(
    {
        ROSTER: of_roster.FIELDS,
        TICKETS: of_ledger.FIELDS,
        KNOWLEDGE: of_questions.FIELDS,
    }
)

#: What every ledger says of its rows in one way or another, and no list of questions.
_OF_A_TICKET: Final = frozenset(
    {"reported", "time", "place", "building", "unit", "door", "name", "phone", "contact"}
)
#: Without one of these no row of a ledger can be read.
_WHAT_IT_IS_ABOUT: Final = frozenset({"text", "title", "category", "result"})


def guess(book: Book) -> str | None:
    """Return which kind of file it is, by its columns; None where it looks like none."""
    kind = columns.classify(book, FIELDS)
    if kind is None and any(is_dialogue(one) for one in book.sheets if not one.hidden):
        return KNOWLEDGE  # questions and answers below each other have no columns
    if kind == TICKETS:
        told = _told_of_tickets(book)
        if not told & _OF_A_TICKET:  # 问题, 答复 and 分类 alone are questions
            return columns.classify(book, {KNOWLEDGE: FIELDS[KNOWLEDGE]}) or kind
        if not told & _WHAT_IT_IS_ABOUT:  # who lives where, and columns nobody knows
            others = {one: FIELDS[one] for one in (ROSTER, KNOWLEDGE)}
            return columns.classify(book, others) or kind
    return kind


def _told_of_tickets(book: Book) -> set[str | None]:
    """Return all that the columns of any sheet say, read as a ledger."""
    shown = (sheet for sheet in book.sheets if not sheet.hidden)
    found = (columns.understand(sheet, FIELDS[TICKETS]) for sheet in shown)
    return {column.field for one in found if one is not None for column in one.columns}


def keys(kind: str) -> tuple[str, ...]:
    """Return the names of what a column may be."""
    fields: Sequence[Field] = FIELDS[kind]
    return tuple(field.key for field in fields)


def read(
    kind: str, book: Book, choices: Sequence[Choice] = (), progress: Progress | None = None
) -> Read:
    """Read a file as one of the kinds; pure, nothing is looked up."""
    if kind == ROSTER:
        return roster.read(book, choices=choices, progress=progress)
    if kind == TICKETS:
        return ledger.read(book, choices=choices, progress=progress)
    return questions.read(book, choices=choices, progress=progress)
