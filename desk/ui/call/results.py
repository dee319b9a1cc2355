"""What the words in the line lead to, as rows: callers, tickets, answers, the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.community.found import By, Found
from desk.language.phones import masked
from desk.tickets.rows import TicketRow
from desk.tickets.same import Same
from desk.ui.call.because import because
from desk.ui.call.marks import Marks, marks_of
from desk.ui.call.steady import steady
from desk.ui.call.sureness import (
    asks_about_people,
    is_critical,
    is_declined,
    is_offered,
    is_report,
    is_sure,
)
from desk.words import terms, times
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.calls.assist import Sight

_CALLERS_OF_A_SENTENCE = 3


class Sort(StrEnum):
    """What a row is; Enter does something else on each."""

    CALLER = "caller"
    TICKET = "ticket"
    ANSWER = "answer"
    SAME = "same"


#: What a row is about, whatever it says now.
Name = tuple[Sort, int, bool]


@dataclass(frozen=True, slots=True)
class Result:
    """One row.

    Attributes:
        sort: what it is.
        id: of the room or person, ticket or article.
        title: the first line.
        detail: the second line, quiet; the approved wording of an answer.
        note: small at the right: a relation, a category, how long ago.
        heading: small above the row: what this row and those below it have in common.
        marked: half-open spans of the title that matched what was typed.
        marked_detail: the same of the second line.
        stale: the article has run out.
        number: the answer's place, 1 to 3, for ``Alt+1`` to ``Alt+3``; 0 for other rows.
        found: the person or room of a caller's row.
        ticket: the ticket of a row that has one.
        past: the ticket only holds the words that were typed.
        why: quiet: why the answer was found, where the marks do not show it.
    """

    sort: Sort
    id: int
    title: str
    detail: str = ""
    note: str = ""
    heading: str = ""
    marked: Marks = ()
    marked_detail: Marks = ()
    stale: bool = False
    number: int = 0
    found: Found | None = None
    ticket: TicketRow | None = None
    past: bool = False
    why: str = ""

    @property
    def person(self) -> bool:
        """Whether it is somebody, not a room."""
        return self.found is not None and self.found.person_id is not None

    @property
    def name(self) -> Name:
        """What the row is about, whatever it says now: two rows of one name are the same thing."""
        return self.sort, self.id, self.person

    @property
    def said(self) -> str:
        """Return the row as a screen reader says it."""
        parts = (self.heading, self.title, self.why, self.detail, self.note)
        return ", ".join(part for part in parts if part)


class Rows:
    """Makes rows in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def of(
        self,
        sight: Sight | None,
        tickets: Sequence[TicketRow],
        same: Sequence[Same],
        now: datetime,
        past: Sequence[TicketRow] = (),
        shown: Sequence[int] = (),
    ) -> list[Result]:
        """Return the rows in the order of what Enter most likely means.

        Args:
            sight: what the words lead to.
            tickets: those that are named.
            same: reports of the same thing.
            now: the moment.
            past: tickets that only hold the words.
            shown: the ids of the answers that are on the screen, from the top.
        """
        if sight is None:
            return []
        numbers = [
            self._ticket(row, Sort.TICKET, terms.state(self._words, row.state)) for row in tickets
        ]
        callers = self._asking([self._caller(sight.text, one) for one in sight.found], sight)
        answers = self._answers(sight, shown)
        joins = self._joins(same, now)
        if sight.lookup or tickets:
            return [*numbers, *callers, *answers, *joins]
        joining = {one.row.ticket_id for one in same}
        with_words = self._with_words([row for row in past if row.ticket_id not in joining], now)
        # A sentence that only happens to name somebody: the answers stand first, and the room
        # that is read of it anyway is no row of its own.
        read = sight.room.id if sight.room is not None else None
        callers = [row for row in callers if row.person or row.id != read]
        callers = callers[:_CALLERS_OF_A_SENTENCE]
        if is_offered(sight):
            # An answer that can show no reason does not go before whose initials were typed.
            if callers and answers and not (answers[0].marked or answers[0].why):
                return [*callers, *answers, *joins, *with_words]
            return [*answers, *joins, *callers, *with_words]
        answers = self._beside(answers, sight)
        if is_report(sight) and not is_critical(sight):
            return [*joins, *answers, *callers, *with_words]
        return [*joins, *callers, *answers, *with_words]

    def _beside(self, answers: list[Result], sight: Sight) -> list[Result]:
        """Say above answers that are not the answer what they are; leave out what only was near.

        Who asks about people is not helped by any of them.
        """
        answers = [row for row in answers if row.marked or row.why]
        if not answers or asks_about_people(sight):
            return []
        answers = [replace(row, number=at) for at, row in enumerate(answers, start=1)]
        words = self._words
        heading = (
            words.say("Perhaps related")
            if is_declined(sight)
            else words.say("To tell the caller meanwhile")
        )
        return [replace(answers[0], heading=heading), *answers[1:]]

    def _with_words(self, past: Sequence[TicketRow], now: datetime) -> list[Result]:
        """Return the tickets in which the words stand, old ones too, below everything else."""
        words = self._words
        rows = [
            replace(
                self._ticket(row, Sort.TICKET, times.ago(words, row.received_at, now)), past=True
            )
            for row in past
        ]
        if rows:
            rows[0] = replace(rows[0], heading=words.say("Tickets with these words"))
        return rows

    def _joins(self, same: Sequence[Same], now: datetime) -> list[Result]:
        """Return the other reports, where there is a choice; a single one has its own place."""
        if len(same) < 2:
            return []
        words = self._words
        rows = [
            self._ticket(one.row, Sort.SAME, times.ago(words, one.row.received_at, now))
            for one in same
        ]
        heading = words.say("The same thing, already reported")
        return [replace(rows[0], heading=heading), *rows[1:]]

    def _asking(self, callers: list[Result], sight: Sight) -> list[Result]:
        """Ask above the first row which one is meant, where the words mean several."""
        if not sight.asks:
            return callers
        first = sight.found[0]
        count = sum(1 for one in sight.found if one.score == first.score)
        if first.by is By.PHONE:
            heading = self._words.say_n(
                "{n} person has this number: who is it?",
                "{n} people have this number: who is it?",
                count,
            )
        else:
            heading = self._words.say("Which of these rooms is it?")
        return [replace(callers[0], heading=heading), *callers[1:]]

    def _answers(self, sight: Sight, shown: Sequence[int]) -> list[Result]:
        expired = self._words.say("Expired")
        sure = is_sure(sight)
        return [
            Result(
                Sort.ANSWER,
                answer.id,
                answer.question,
                answer.answer,
                note=expired if answer.expired else "",
                marked=answer.spans,
                stale=answer.expired,
                number=place,
                why=because(self._words, answer.why, answer.question),
            )
            for place, answer in enumerate(steady(sight.answers, shown, sure=sure), start=1)
        ]

    def _caller(self, text: str, found: Found) -> Result:
        words = self._words
        relation = terms.relation(words, found.relation) if found.relation is not None else ""
        phone = masked(found.phone) if found.phone else ""
        known = found.person_id is not None
        title = found.name if known else found.room_label
        detail = "  ".join(part for part in (found.room_label, phone) if part)
        marked, marked_detail = marks_of(found, text, title, detail if known else "")
        return Result(
            Sort.CALLER,
            found.person_id if found.person_id is not None else found.room_id or 0,
            title,
            detail=detail if known else words.say("Room"),
            note=relation,
            marked=marked,
            marked_detail=marked_detail,
            found=found,
        )

    def _ticket(self, row: TicketRow, sort: Sort, note: str) -> Result:
        words = self._words
        category = (words.language == "en" and row.category_english) or row.category
        what = " ".join(part for part in (row.place, category or row.words) if part)
        return Result(
            sort,
            row.ticket_id,
            f"{row.number}  {what}",
            row.words,
            note=note,
            ticket=row,
        )
