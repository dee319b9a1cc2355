"""Three wordings of one article: what the last file said, how it stands, what this file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from desk.answers.library import ArticleForm
from desk.language.normal import normalise

#: What is compared; the question is what an article is known by, phrasings are put together.
FIELDS: Final = ("answer", "category", "owner", "valid_from", "valid_until")


class Merged(NamedTuple):
    """An article with what only one side changed; ``fields`` are those that both did."""

    mine: ArticleForm
    theirs: ArticleForm
    fields: tuple[str, ...]


def merge(mine: ArticleForm, theirs: ArticleForm, base: Mapping[str, Any] | None) -> Merged:
    """Put together how an article stands and what a file says of it.

    A field the file leaves blank says nothing. Where no file named the article before, what stands
    in it was written by hand: blanks are filled, anything else is asked about.

    Args:
        mine: how it stands.
        theirs: what the file says.
        base: what the last file said, as ``said`` wrote it; None where there was none.
    """
    taken: dict[str, Any] = {}
    asked: dict[str, Any] = {}
    known = said_of(theirs)
    stands = said_of(mine)
    for name in FIELDS:
        new = known[name]
        if not new or _same(new, stands[name]):
            continue
        before = base.get(name) if base is not None else None
        if base is not None and _same(new, before):
            continue  # the desk has changed it since, the file has not
        if not stands[name] or (base is not None and _same(stands[name], before)):
            taken[name] = getattr(theirs, name)
        else:
            asked[name] = getattr(theirs, name)
    phrasings = _phrasings(mine, theirs, base)
    merged = replace(mine, phrasings=phrasings, **taken)
    return Merged(merged, replace(merged, **asked), tuple(asked))


def said_of(form: ArticleForm) -> dict[str, Any]:
    """Return what is remembered of an article, as JSON holds it."""
    return {
        "question": form.question,
        "phrasings": list(form.phrasings),
        "answer": form.answer,
        "category": form.category,
        "owner": form.owner,
        "valid_from": _iso(form.valid_from),
        "valid_until": _iso(form.valid_until),
    }


def form_of(said: Mapping[str, Any]) -> ArticleForm:
    """Return the article that ``said_of`` wrote down."""
    return ArticleForm(
        question=said["question"],
        answer=said["answer"],
        phrasings=tuple(said["phrasings"]),
        category=said["category"],
        owner=said["owner"],
        valid_from=_day(said["valid_from"]),
        valid_until=_day(said["valid_until"]),
    )


def _phrasings(
    mine: ArticleForm, theirs: ArticleForm, base: Mapping[str, Any] | None
) -> tuple[str, ...]:
    """Return the desk's phrasings with those the file has added, without those it has dropped."""
    file = {normalise(text): text for text in (theirs.question, *theirs.phrasings)}
    before = {normalise(text) for text in (base or {}).get("phrasings", ())}
    # A list that has no such column any more has dropped nothing.
    dropped = before - file.keys() if theirs.phrasings else set()
    there = {normalise(mine.question), *(normalise(text) for text in mine.phrasings)}
    kept = [text for text in mine.phrasings if normalise(text) not in dropped]
    added = [text for key, text in file.items() if key and key not in there | before]
    return (*kept, *added)


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()) == " ".join(other.split())
    return one == other


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
