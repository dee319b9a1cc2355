"""Reads what people wrote for the sample: articles, names, stories, crews, open questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desk.centre.default_categories import default_categories
from desk.codes import Channel, ClockRun, Family, HoldReason, Kind, Role, Urgency
from desk.resources import resource
from desk.sample.rows import Article, Community, Crew, StaffMember, Technician

#: Every telephone of the sample begins so: nobody real is called.
PHONE_PREFIX = "1380000"
#: The crew that gets what no crew covers: somebody at the desk sends it there.
STEWARDS = "care"


@dataclass(frozen=True, slots=True)
class HoldText:
    """Why a story of this sort usually has to wait."""

    reason: HoldReason
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happens in a community, in the words of those who call about it.

    Attributes:
        scope: from which rooms it is heard of (``casting.fits``).
        words: several callers about the same thing; ``{building}`` and the like are filled in.
        spots: where each of them says it is; '' where it is nowhere in particular.
        months: in which months it happens; empty: in all.
        hours: the local hours it happens in, half open, where they matter.
        crew: key of the crew that sees to it.
        by_rule: a crew covers it, so that nobody has to choose.
    """

    key: str
    kind: Kind
    category: tuple[str, str] | None
    urgency: Urgency
    indoor: bool
    scope: str
    words: tuple[str, ...]
    spots: tuple[str, ...]
    done: tuple[str, ...]
    comments: tuple[str, ...]
    thanks: tuple[str, ...]
    hold: HoldText | None
    months: frozenset[int]
    hours: tuple[int, int] | None
    channel: Channel | None
    crew: str
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Sayings:
    """What is said around tickets of every kind."""

    chases: tuple[str, ...]
    cancels: tuple[str, ...]
    transfers: tuple[str, ...]
    merges: tuple[str, ...]
    reopens: tuple[str, ...]
    comments_indoor: tuple[str, ...]
    comments_public: tuple[str, ...]
    comments_answer: tuple[str, ...]
    unreached: tuple[str, ...]
    visits: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Names:
    """Surnames, given names by sort, and the notes people and rooms have."""

    surnames: Mapping[str, tuple[str, ...]]
    given: Mapping[str, tuple[str, ...]]
    person_notes: Mapping[str, tuple[str, ...]]
    room_notes: tuple[str, ...]
    shop_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All of it."""

    community: Community
    staff: tuple[StaffMember, ...]
    crews: tuple[Crew, ...]
    articles: tuple[tuple[Article, int | None], ...]
    stories: tuple[Story, ...]
    sayings: Sayings
    names: Names
    unanswered: tuple[str, ...]

    def articles_on(self, today: date) -> tuple[Article, ...]:
        """Return the articles with their days of expiry counted from today."""
        return tuple(
            replace(article, valid_until=None if days is None else today + timedelta(days=days))
            for article, days in self.articles
        )


def read_content() -> Content:
    """Read ``resources/sample``."""
    team, stories = _read("team"), _read("stories")
    said = dict(stories)
    crews = _crews(team["crews"])
    visits = {int(score): tuple(texts) for score, texts in said.pop("visits").items()}
    return Content(
        community=Community(**team["community"]),
        staff=tuple(
            StaffMember(**{**person, "role": Role(person["role"])}) for person in team["staff"]
        ),
        crews=crews,
        articles=tuple(
            _article(number, document) for number, document in enumerate(_read("articles"), 1)
        ),
        stories=_stories(said.pop("stories"), crews),
        sayings=Sayings(visits=visits, **{name: tuple(said[name]) for name in _SAYINGS}),
        names=_names(_read("people")),
        unanswered=tuple(question["words"] for question in _read("calls")["unanswered"]),
    )


_SAYINGS = (
    "chases",
    "cancels",
    "transfers",
    "merges",
    "reopens",
    "comments_indoor",
    "comments_public",
    "comments_answer",
    "unreached",
)


def _read(name: str) -> Any:  # noqa: ANN401 - JSON of our own, shaped by the tests
    return json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))


def _article(number: int, document: Mapping[str, Any]) -> tuple[Article, int | None]:
    article = Article(
        key=f"article-{number:02d}",
        question=document["question"],
        phrasings=tuple(document["phrasings"]),
        answer=document["answer"],
        category=document["category"],
        owner=document["owner"],
        valid_until=None,
        english_question=document["en"]["question"],
        english_answer=document["en"]["answer"],
        english_category=document["en"]["category"],
    )
    return article, document["valid_until"]


def _crews(documents: list[Mapping[str, Any]]) -> tuple[Crew, ...]:
    crews: list[Crew] = []
    serial = 8100
    for document in documents:
        technicians: list[Technician] = []
        for name in document["technicians"]:
            serial += 1
            technicians.append(Technician(name, name, f"{PHONE_PREFIX}{serial}"))
        crews.append(
            Crew(
                key=document["key"],
                name=document["name"],
                english=document["english"],
                hours=ClockRun(document["hours"]),
                leader=document["leader"],
                covers=tuple(Family(family) for family in document["covers"]),
                technicians=tuple(technicians),
            )
        )
    return tuple(crews)


def _stories(documents: list[Mapping[str, Any]], crews: tuple[Crew, ...]) -> tuple[Story, ...]:
    """Read the stories; the crew is the one that the rule sends, or else the stewards."""
    by_family = {family: crew.key for crew in reversed(crews) for family in crew.covers}
    crew_of = {
        f"{form.scope}/{form.name}": by_family[form.family]
        for form in default_categories()
        if form.family in by_family
    }
    return tuple(_story(document, crew_of) for document in documents)


def _story(document: Mapping[str, Any], crew_of: Mapping[str, str]) -> Story:
    path, hold, hours = document["category"], document.get("hold"), document.get("hours")
    spot = document["spot"]
    indoor = document["place"] == "indoor"
    scope, _, name = (path or "").partition("/")
    return Story(
        key=document["id"],
        kind=Kind(document["kind"]),
        category=(scope, name) if path else None,
        urgency=Urgency(document["urgency"]),
        indoor=indoor,
        scope=document.get("scope", "home" if indoor else "any"),
        words=tuple(document["words"]),
        spots=tuple(spot) if isinstance(spot, list) else (spot,) * len(document["words"]),
        done=tuple(document["done"]),
        comments=tuple(document.get("comments", ())),
        thanks=tuple(document.get("thanks", ())),
        hold=HoldText(HoldReason(hold["reason"]), hold["text"]) if hold else None,
        months=frozenset(document.get("months", ())),
        hours=(hours[0], hours[1]) if hours else None,
        channel=Channel(document["channel"]) if "channel" in document else None,
        crew=crew_of.get(path, STEWARDS),
        by_rule=path in crew_of,
    )


def _names(document: Mapping[str, Any]) -> Names:
    return Names(
        surnames={sort: tuple(names) for sort, names in document["surnames"].items()},
        given={sort: tuple(names) for sort, names in document["given"].items()},
        person_notes={sort: tuple(notes) for sort, notes in document["person_notes"].items()},
        room_notes=tuple(document["room_notes"]),
        shop_names=tuple(document["shop_names"]),
    )
