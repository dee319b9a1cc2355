"""What the library's page says: rows, how an answer stands with time, histories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from desk.answers.library import ArticleForm
from desk.answers.upkeep import Lapse, Which
from desk.centre.revisions import Change, Revision
from desk.reports import lists
from desk.ui.icons import Icon
from desk.ui.kit.rows import TwoLines
from desk.ui.knowledge.draft import FIELDS
from desk.ui.knowledge.rows import Line
from desk.ui.revision_list import SaidChange, SaidRevision
from desk.ui.theme import Tone
from desk.words import terms, times
from desk.words.catalogue import Words, mark, mark_in

WHICH: Final[Mapping[Which, tuple[str, str]]] = {
    Which.ALL: mark_in("articles", "All"),
    Which.LAPSING: mark_in("articles", "Running out"),
    Which.UNUSED: mark_in("articles", "Never used"),
    Which.RETIRED: mark_in("articles", "Retired"),
}
_LAPSES: Final[Mapping[Lapse, tuple[str, Icon, Tone]]] = {
    Lapse.EXPIRED: (lists.LAPSES[Lapse.EXPIRED], Icon.OVERDUE, Tone.OVERDUE),
    Lapse.SOON: (lists.LAPSES[Lapse.SOON], Icon.SOON, Tone.SOON),
    Lapse.LATER: (lists.LAPSES[Lapse.LATER], Icon.PLANNED, Tone.QUIET),
}
LABELS: Final[Mapping[str, str]] = {
    "question": mark("Question"),
    "phrasings": mark("Other phrasings"),
    "answer": mark("Approved answer"),
    "category": mark("Category"),
    "owner": mark("Owner"),
    "valid_from": mark("Valid from"),
    "valid_until": mark("Valid until"),
}


def category_name(words: Words, category: str) -> str:
    """Name a category; those without one have a name too."""
    return category or words.say("Without a category")


def used(words: Words, times_used: int) -> str:
    """Say how often an article answered: 答过 12 次."""
    if not times_used:
        return words.say("never used")
    return words.say_n("answered {n} time", "answered {n} times", times_used)


def row(words: Words, line: Line, today: date) -> TwoLines:
    """Say one row of the list."""
    if line.article is None:
        title = line.title.strip() or words.say("New article")
        return TwoLines(title, detail="", marks=((words.say("Not saved yet"), Tone.SOON),))
    form = line.article.form
    marks = ((words.say("Not saved yet"), Tone.SOON),) if line.unsaved else ()
    details = ["" if line.grouped else form.category, line.article.owner_name]
    time, icon, tone = lapse(words, line.lapse)
    if line.retired:
        time, icon, tone = words.say_in("article", "Retired"), Icon.CANCELLED, Tone.QUIET
    if form.valid_until is not None:
        details.append(words.say("until {day}", day=times.day_name(words, form.valid_until, today)))
    return TwoLines(
        form.question,
        detail="·".join(part for part in details if part),
        time=time,
        tone=tone,
        icon=icon,
        under=used(words, line.used),
        marks=marks,
    )


def lapse(words: Words, state: Lapse) -> tuple[str, Icon | None, Tone]:
    """Say how an answer stands with time: its words, icon and tone; nothing to say is ''."""
    if state not in _LAPSES:
        return "", None, Tone.PLAIN
    said, icon, tone = _LAPSES[state]
    return words.say(said), icon, tone


def warning(words: Words, form: ArticleForm, state: Lapse, owner: str, today: date) -> str:
    """Say what to mind before an answer is read aloud; '' where it simply holds."""
    who = owner or words.say("the supervisor")
    if state is Lapse.EXPIRED and form.valid_until is not None:
        return words.say(
            "Expired: it held until {day}. Ask {who} before you read it aloud.",
            day=times.day_name(words, form.valid_until, today),
            who=who,
        )
    if state is Lapse.SOON and form.valid_until is not None:
        return words.say(
            "Expires soon: it holds until {day}; {who} decides what comes after it.",
            day=times.day_name(words, form.valid_until, today),
            who=who,
        )
    if state is Lapse.LATER and form.valid_from is not None:
        return words.say(
            "Not yet valid: it holds from {day} on.",
            day=times.day_name(words, form.valid_from, today),
        )
    return ""


def spoken(words: Words, line: Line, today: date) -> str:
    """Say a row for a screen reader."""
    said = row(words, line, today)
    marks = [text for text, _tone in said.marks]
    return " ".join(
        part for part in (said.title, said.time, *marks, said.detail, said.under) if part
    )


def validity(words: Words, form: ArticleForm) -> str:
    """Say for how long an answer holds: 2026年1月1日 至 2026年12月31日, 长期有效."""
    first, last = form.valid_from, form.valid_until
    if first is None and last is None:
        return words.say("no end set")
    if first is None and last is not None:
        return words.say("until {day}", day=times.date_words(words, last))
    if first is not None and last is None:
        return words.say("from {day}", day=times.date_words(words, first))
    if first is None or last is None:
        return ""
    return words.say(
        "{first} to {last}",
        first=times.date_words(words, first),
        last=times.date_words(words, last),
    )


def history(
    words: Words,
    revisions: Iterable[Revision],
    staff: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
) -> list[SaidRevision]:
    """Say the history of an article; its first wording is said as added, not as a change."""
    said = []
    for revision in revisions:
        changes: Sequence[Change] = revision.changes
        if revision.action == "article.added":
            changes = ()
        order = {name: at for at, name in enumerate(FIELDS)}
        changes = sorted(changes, key=lambda one: order.get(one.field, len(order)))
        said.append(
            SaidRevision(
                action=terms.action(words, revision.action),
                who=revision.who,
                when=times.moment(words, revision.at, zone, now),
                changes=tuple(_change(words, one, staff) for one in changes),
                note=words.say("What it changed was erased.") if revision.erased else "",
            )
        )
    return said


def value(words: Words, name: str, raw: object, staff: Mapping[int, str]) -> str:
    """Say the value of a field as the journal or a form holds it."""
    if raw is None or raw == "":
        return ""
    if name == "owner" and isinstance(raw, int):
        return staff.get(raw, "")
    if name in ("valid_from", "valid_until"):
        try:
            return times.date_words(words, date.fromisoformat(str(raw)))
        except ValueError:
            return str(raw)
    if isinstance(raw, list | tuple):
        return words.say_in("between phrasings", "; ").join(str(one) for one in raw)
    return str(raw)


def _change(words: Words, change: Change, staff: Mapping[int, str]) -> SaidChange:
    label = words.say(LABELS[change.field]) if change.field in LABELS else change.field
    before = value(words, change.field, change.before, staff)
    return SaidChange(label, before, value(words, change.field, change.after, staff))
