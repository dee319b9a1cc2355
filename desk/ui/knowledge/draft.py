"""An article while it is being written: what stands in the fields, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk.answers.library import ArticleForm, StoredArticle
from desk.refusals import Refusal
from desk.ui.writing import draft
from desk.words.typed import parse_day

#: The draft of an article that is not stored yet.
NEW = 0


@dataclass(frozen=True)
class Typed:
    """The fields as they stand, dates as they were typed."""

    question: str = ""
    phrasings: str = ""
    answer: str = ""
    category: str = ""
    owner: int | None = None
    valid_from: str = ""
    valid_until: str = ""


#: The fields of ``Typed`` in the order in which people read them.
FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Typed))


class Draft(draft.Draft[int, Typed]):
    """An article being written; its key is its id, or ``NEW``."""

    @property
    def article(self) -> int:
        """The id of the article, or ``NEW``."""
        return self.key


def from_state(state: Mapping[str, Any]) -> Draft:
    """Return the draft of plain values; in old files the key is called the article."""
    base, typed = Typed(**state["base"]), Typed(**state["typed"])
    article = state["key"] if "key" in state else state["article"]
    return Draft(int(article), int(state["seen"]), base, typed)


def typed_of(form: ArticleForm) -> Typed:
    """Return an article as it stands in the fields."""
    return Typed(
        question=form.question,
        phrasings="\n".join(form.phrasings),
        answer=form.answer,
        category=form.category,
        owner=form.owner,
        valid_from=_day(form.valid_from),
        valid_until=_day(form.valid_until),
    )


def editing(article: StoredArticle) -> Draft:
    """Return the draft with which the editing of an article begins."""
    typed = typed_of(article.form)
    return Draft(article.id, article.version, typed, typed)


def beginning(question: str = "", category: str = "", owner: int | None = None) -> Draft:
    """Return the draft of a new article; what is given is no reason to ask before leaving."""
    base = Typed(category=category, owner=owner)
    return Draft(NEW, 0, base, replace(base, question=question))


def read_form(typed: Typed, zone: ZoneInfo, now: datetime) -> tuple[ArticleForm, dict[str, str]]:
    """Return the article of the fields, and the code of what is wrong with each of them."""
    wrong: dict[str, str] = {}
    if not typed.question.strip():
        wrong["question"] = "article.question_missing"
    if not typed.answer.strip():
        wrong["answer"] = "article.answer_missing"
    days: dict[str, date | None] = {}
    for name, text in (("valid_from", typed.valid_from), ("valid_until", typed.valid_until)):
        try:
            days[name] = read_day(text, zone, now)
        except Refusal as refusal:
            days[name], wrong[name] = None, refusal.code
    first, last = days["valid_from"], days["valid_until"]
    if first is not None and last is not None and last < first:
        wrong["valid_until"] = "article.dates_reversed"
    form = ArticleForm(
        question=typed.question,
        answer=typed.answer,
        phrasings=tuple(typed.phrasings.split("\n")),
        category=typed.category,
        owner=typed.owner,
        valid_from=first,
        valid_until=last,
    )
    return form, wrong


def read_day(text: str, zone: ZoneInfo, now: datetime) -> date | None:
    """Return the day that was typed, None for an empty field.

    Raises:
        Refusal: ``time.invalid``.
    """
    return parse_day(text, zone, now) if text.strip() else None


def differing(mine: Typed, theirs: Typed) -> list[str]:
    """Return the names of the fields that are not the same."""
    return [name for name in FIELDS if getattr(mine, name) != getattr(theirs, name)]


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
