"""What all the columns of a row together say of its outcome."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from desk.sheets.book import Fault, Value
from desk.sheets.cells import plain
from desk.tickets.ledger.layout import Layout
from desk.tickets.ledger.outcome import Outcome, is_bare, may_wait, means_nothing, noted, outcome

#: The head of a column in which a tick says that it was not done.
_UNDONE_HEAD: Final = re.compile(
    r"(?:(?:^|[\s/(（])否|未[一-鿿]{1,3}|\bnot? \w+)[√✓)）]*$", re.IGNORECASE
)

#: The head of a column in which a tick says what it waits for, or that it goes on.
_WAITING_HEAD: Final = re.compile("[待等缺无转]|处理中|进行中|维修中|业主不在|挂")

#: The heads of plain remarks: how a case goes on says more than why it waits.
_REMARKS: Final = re.compile("注|说明|其[他它]|原因|remark|note|comment", re.IGNORECASE)


class Ended(NamedTuple):
    """Whether it was done, what it waits for, and what was written about the result."""

    done: bool | None
    reason: str
    result: str


def _open(head: str) -> Outcome | None:
    """Return what a tick under a head means where it is that something is not done: 待料."""
    word = head.split()[-1] if head else ""
    said = outcome(word)
    if said.done is False and 2 <= len(word) <= 6 and _WAITING_HEAD.match(word):
        return said
    return Outcome(False) if _UNDONE_HEAD.search(head) else None


class Outcomes:
    """Reads the outcome columns of one sheet."""

    def __init__(self, layout: Layout) -> None:
        at = layout.at
        self._told = (*at.get("done", ()), *at.get("result", ()))
        # What the state of an entry is somebody keeps up to date; a result is written once.
        self._columns = (*at.get("done", ()), *at.get("state", ()), *at.get("result", ()))
        self._remarked = any(_REMARKS.search(layout.head(one)) for one in at.get("note", ()))
        self._ticked = {
            one: said for one in self._columns if (said := _open(layout.head(one))) is not None
        }

    def read(
        self,
        cells: tuple[Value, ...],
        *,
        hold: str,
        note: str,
        finished: date | None,
        unread: str,
    ) -> Ended:
        """Return how a row ended.

        Args:
            cells: the row.
            hold: the cell for why it waits.
            note: the remarks.
            finished: the day it was finished.
            unread: what stands instead of that day.
        """
        done, reason = self._said(cells)
        if done is None and unread:
            done, reason = outcome(unread)
        if done is None and finished is not None:
            done = True
        if done is not True and note:
            said = noted(note)
            if done is None and (said.hold or not self._columns):
                done = said.done
            reason = reason or said.hold
            if done is False and not reason and self._remarked and may_wait(note):
                reason = note
        if hold and done is not True and not means_nothing(hold):
            done, reason = False, hold
        return Ended(done, "" if done else reason, self._result(cells) or unread)

    def _said(self, cells: tuple[Value, ...]) -> Outcome:
        """Return what the first column says that says anything, and the first reason to wait."""
        done: bool | None = None
        reason = ""
        for column in self._columns:
            value = cells[column] if column < len(cells) else None
            if value is None or isinstance(value, Fault):
                continue
            said = outcome(plain(value))
            if said.done and column in self._ticked:
                said = self._ticked[column]
            done = said.done if done is None else done
            reason = reason or said.hold
        return Outcome(done, reason)

    def _result(self, cells: tuple[Value, ...]) -> str:
        told: list[str] = []
        for column in self._told:
            value = cells[column] if column < len(cells) else None
            if value is None or isinstance(value, Fault):
                continue
            text = plain(value)
            if text not in told and not is_bare(text):
                told.append(text)
        return "；".join(told)
