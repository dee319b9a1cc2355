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


def guess(book: Book) -> str | None:
    """Return which kind of file it is, by its columns; None where it looks like none."""
    kind = columns.classify(book, FIELDS)
    if kind is None and any(is_dialogue(one) for one in book.sheets if not one.hidden):
        return KNOWLEDGE  # questions and answers below each other have no columns
    if kind == TICKETS and not _is_ledger(book):
        return columns.classify(book, {KNOWLEDGE: FIELDS[KNOWLEDGE]}) or kind
    return kind


def _is_ledger(book: Book) -> bool:
    """Tell whether any column says when, where or who; 问题, 答复 and 分类 alone are questions."""
    for sheet in book.sheets:
        found = None if sheet.hidden else columns.understand(sheet, FIELDS[TICKETS])
        if found is not None and any(one.field in _OF_A_TICKET for one in found.columns):
            return True
    return False


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
