"""What was understood of a file and what became of it, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.sheets.letters import letters_of
from desk.words import columns, imports
from desk.words.catalogue import Words
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead
    from desk.intake.files import Read
    from desk.sheets.findings import Findings, Place
    from desk.tickets.ledger.read import LedgerRead


def understood(words: Words, kind: str, file: str, read: Read) -> Iterator[str]:
    """Yield what was understood: how much, the columns of each sheet, and every row that was not.

    A row is named, its content is not shown: a terminal's lines end up in logs.
    """
    yield f"{file}: {_amount(words, read)}"
    for one in read.found.columns:
        named = [
            f"{letters_of(column.index)} {column.head}".strip()
            + f" = {columns.field_name(words, kind, column.field)}"
            for column in one.columns
            if column.field is not None
        ]
        other = [
            f"{letters_of(column.index)} {column.head}".strip()
            for column in one.columns
            if column.field is None and column.examples
        ]
        if one.sheet is not None:
            yield f"  {one.sheet}"
        yield "    " + "; ".join(named)
        if other:
            yield "    " + words.say("not taken over: {columns}", columns="; ".join(other))
    yield from _findings(words, read.found)


def _amount(words: Words, read: Read) -> str:
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead

    if isinstance(read, RosterRead):
        return _roster(words, read)
    if isinstance(read, KnowledgeRead):
        return _articles(words, read)
    return _tickets(words, read)


def _roster(words: Words, read: RosterRead) -> str:
    people = [person for room in read.rooms for person in room.people]
    people += [one.person for one in read.strangers]
    numbers = sum(len(person.phones) for person in people)
    return words.say_in("between parts of a list", ", ").join(
        (
            words.say_n("{n} room", "{n} rooms", len(read.rooms)),
            words.say_n("{n} person", "{n} people", len(people)),
            words.say_n("{n} telephone number", "{n} telephone numbers", numbers),
        )
    )


def _tickets(words: Words, read: LedgerRead) -> str:
    return words.say_n("{n} ticket", "{n} tickets", len(read.tickets))


def _articles(words: Words, read: KnowledgeRead) -> str:
    phrasings = sum(len(article.phrasings) for article in read.articles)
    return words.say_in("between parts of a list", ", ").join(
        (
            words.say_n("{n} article", "{n} articles", len(read.articles)),
            words.say_n("{n} other phrasing", "{n} other phrasings", phrasings),
        )
    )


def _findings(words: Words, found: Findings) -> Iterator[str]:
    for skipped in found.skipped:
        yield "  " + words.say(
            "Sheet “{sheet}” was left out: {why}",
            sheet=skipped.sheet or "",
            why=sentence(words, skipped.why),
        )
    for note in found.notes:
        yield "  " + sentence(words, note)
    if found.rejected:
        yield words.say_n(
            "{n} row was not understood and is not imported:",
            "{n} rows were not understood and are not imported:",
            len(found.rejected),
        )
    for row in found.rejected:
        yield f"  {_at(words, row.place)}: {sentence(words, row.why)}"
    if found.warned:
        yield words.say_n(
            "{n} cell was of no use; its row is imported without it:",
            "{n} cells were of no use; their rows are imported without them:",
            len(found.warned),
        )
    for cell in found.warned:
        yield f"  {_at(words, cell.place)}: {sentence(words, cell.why)}"


def _at(words: Words, place: Place) -> str:
    return imports.row(words, place.row, place.sheet)
