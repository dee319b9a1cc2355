"""What the page of the lexicon says: rows, how a concept stands, histories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from desk.answers.concepts import Standing
from desk.centre.revisions import Revision
from desk.language.lexicon import Concept
from desk.reports.lexicon import STANDINGS
from desk.ui.icons import Icon
from desk.ui.kit.rows import TwoLines
from desk.ui.meanings.draft import Typed
from desk.ui.meanings.rows import Line, Part
from desk.ui.revision_list import SaidChange, SaidRevision
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import Words, mark_in

PARTS: Final[Mapping[Part, tuple[str, str]]] = {
    Part.ALL: mark_in("meanings", "All"),
    Part.EDITED: mark_in("meanings", "Changed"),
    Part.OWN: mark_in("meanings", "Own"),
    Part.REMOVED: mark_in("meanings", "Removed"),
}
LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "name": mark_in("meaning", "Name"),
    "words": mark_in("meaning", "Ways of saying it"),
}
_ICONS: Final[Mapping[Standing, Icon | None]] = {
    Standing.SHIPPED: None,
    Standing.EDITED: Icon.EDIT,
    Standing.OWN: Icon.USER,
    Standing.REMOVED: Icon.CANCELLED,
}


def name(words: Words, concept: Concept) -> str:
    """Name a concept in the language of the window, where it has a name in it."""
    return concept.name if words.language.startswith("zh") else concept.name_en or concept.name


def listed(words: Words, said: Iterable[str]) -> str:
    """Say words one after the other: 没水、停水、断水."""
    return words.say_in("between words", ", ").join(said)


def row(words: Words, line: Line) -> TwoLines:
    """Say one row of the list; the words that answer the search stand first."""
    marks = ((words.say("Not saved yet"), Tone.SOON),) if line.unsaved else ()
    if line.stored is None:
        return TwoLines(line.title.strip() or words.say("New meaning"), marks=marks)
    concept, standing = line.stored.concept, line.stored.standing
    others = [one for one in concept.words if one not in line.words]
    return TwoLines(
        name(words, concept),
        detail=listed(words, (*line.words, *others)),
        time=words.say_in(*STANDINGS[standing]),
        tone=Tone.QUIET,
        icon=_ICONS[standing],
        under=words.say("asking word") if concept.weak else "",
        marks=marks,
    )


def weak(words: Words) -> str:
    """Say what it means that a concept is weak."""
    return words.say(
        "A word of asking: it counts for nothing alone, only beside what is asked about."
    )


def standing(words: Words, of: Standing) -> str:
    """Say how a concept stands: as it ships, changed here, our own, removed."""
    return words.say_in(*STANDINGS[of])


def touched(words: Words, count: int) -> str:
    """Say in how many articles the words of a concept stand."""
    if not count:
        return words.say("in no article yet")
    return words.say_n("in {n} article", "in {n} articles", count)


def exported(words: Words, count: int, path: Path) -> str:
    """Say that concepts were written to a file."""
    return words.say_n(
        "{n} meaning exported to {file}", "{n} meanings exported to {file}", count, file=path
    )


def history(
    words: Words, revisions: Iterable[Revision], zone: ZoneInfo, now: datetime
) -> list[SaidRevision]:
    """Say the history of a concept; a list of words is said by what came and what went."""
    return [
        SaidRevision(
            action=terms.action(words, revision.action),
            who=revision.who,
            when=times.moment(words, revision.at, zone, now),
            changes=tuple(_changes(words, revision)),
            note=words.say("What it changed was erased.") if revision.erased else "",
        )
        for revision in revisions
    ]


def _changes(words: Words, revision: Revision) -> list[SaidChange]:
    told = {one.field: one.after for one in revision.changes}
    if revision.action == "concept.word_added":
        return _came_and_went(words, [], _texts(told.get("word")))
    if revision.action != "concept.edited":
        return []
    before, after = _part(told, "before"), _part(told, "after")
    found = []
    if before.name != after.name:
        found.append(SaidChange(words.say_in(*LABELS["name"]), before.name, after.name))
    return found + _came_and_went(words, before.said(), after.said())


def _came_and_went(words: Words, before: Sequence[str], after: Sequence[str]) -> list[SaidChange]:
    came = [one for one in after if one not in before]
    went = [one for one in before if one not in after]
    found = []
    if came:
        found.append(SaidChange(words.say("Came in"), "", listed(words, came)))
    if went:
        found.append(SaidChange(words.say("Taken out"), "", listed(words, went)))
    return found


def _part(told: Mapping[str, object], which: str) -> Typed:
    part = told.get(which)
    if not isinstance(part, dict):
        return Typed()
    return Typed(str(part.get("name", "")), "\n".join(_texts(part.get("words"))))


def _texts(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return [str(value)] if value else []
