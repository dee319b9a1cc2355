"""What happened to one subject, with who did it, and what each step changed, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.centre import staff
from desk.codes import Topic
from desk.models import journal
from desk.models.journal import Step


@dataclass(frozen=True)
class Change:
    """One field before and after a step, as the journal holds it: text, number, list or None."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Revision:
    """One step of a subject.

    Attributes:
        id: of the journal's entry.
        topic, subject: what it happened to.
        at: when it happened, aware UTC.
        who: the name of the member of staff, "" for the program itself.
        desk: where.
        action: such as ``"article.edited"``; ``desk.words.terms.action`` names it.
        changes: the fields that changed, in no order.
        erased: its words were erased; what it changed is no longer known.
    """

    id: int
    topic: Topic
    subject: int
    at: datetime
    who: str
    desk: str
    action: str
    changes: tuple[Change, ...] = ()
    erased: bool = False


#: What a text of one part is called among the changes.
TEXT = "text"
#: Steps that always say what was and what became of it.
_TELLING = (".edited", ".corrected", ".noted", ".described", ".imported", ".put_back")


def of(subjects: Sequence[tuple[Topic, int]]) -> list[Revision]:
    """Return the steps of the named subjects together, the newest first."""
    names = staff.names()
    steps = [step for topic, subject in subjects for step in journal.history(topic, subject)]
    steps.sort(key=lambda step: (step.occurred_at, step.id), reverse=True)
    return [_revision(step, names) for step in steps]


def _revision(step: Step, names: Mapping[int, str]) -> Revision:
    return Revision(
        id=step.id,
        topic=step.topic,
        subject=step.subject,
        at=step.occurred_at,
        who=names.get(step.staff, "") if step.staff is not None else "",
        desk=step.desk,
        action=step.action,
        changes=_changes(step.text),
        erased=step.text is None and step.action.endswith(_TELLING),
    )


def _changes(text: dict[str, Any] | None) -> tuple[Change, ...]:
    """Return the difference a step wrote down; what was only added has no before."""
    if not text:
        return ()
    if text.keys() != {"before", "after"}:
        return tuple(Change(name, None, value) for name, value in text.items() if value)
    before, after = text["before"], text["after"]
    if not isinstance(before, dict) or not isinstance(after, dict):
        return (Change(TEXT, before, after),) if before != after else ()
    return tuple(
        Change(name, before.get(name), value)
        for name, value in after.items()
        if before.get(name) != value
    )
