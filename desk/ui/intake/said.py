"""What the import page says: rows of a file, rooms, tickets, articles, and what will happen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from desk.language.phones import masked
from desk.ui.icons import Icon
from desk.ui.intake.roster_nodes import Node, Sort
from desk.ui.intake.understood import KNOWLEDGE, ROSTER, Understood
from desk.ui.kit.rows import TwoLines
from desk.words import columns, imports, terms
from desk.words.catalogue import Words
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.answers.questions.read import ReadArticle
    from desk.community.roster.read import ReadPerson, ReadRoom, ReadStranger
    from desk.intake.knowledge_plan import KnowledgePlan
    from desk.intake.ledger_plan import LedgerPlan
    from desk.intake.record import Imported
    from desk.sheets.findings import Place, Rejected, Skipped, Warned
    from desk.tickets.ledger.read import ReadTicket
    from desk.ui.intake.understood import Compared


# --- a roster ---------------------------------------------------------------------------------
def node_title(words: Words, node: Node) -> str:
    """Name a line of the tree below which others stand: 3号楼, 2单元."""
    if node.sort is Sort.STRANGERS:
        return words.say("People without a room")
    if node.sort is Sort.UNIT:
        return words.say("Unit {unit}", unit=node.title)
    if node.title[:1].isdigit():
        return words.say("Building {building}", building=node.title)
    if node.title or node.kind is None:
        return node.title
    return terms.room_kind(words, node.kind)


def node_note(words: Words, node: Node) -> str:
    """Say how much stands below."""
    if node.sort is Sort.STRANGERS:
        return words.say_n("{n} person", "{n} people", node.below)
    return words.say_n("{n} room", "{n} rooms", node.below)


def people(words: Words, room: ReadRoom) -> str:
    """Say who lives in a room and by which numbers, masked, and what is remarked."""
    living = words.say_in("between people", "; ").join(_person(words, one) for one in room.people)
    return "  ".join(part for part in (living, " ".join(room.note.split())) if part)


def stranger(words: Words, one: ReadStranger) -> str:
    """Say by which numbers, masked, somebody of no room is reached, and what is remarked."""
    numbers = _spaced(_relation(words, one.person), *map(masked, one.person.phones))
    return "  ".join(part for part in (numbers, " ".join(one.person.note.split())) if part)


def _person(words: Words, one: ReadPerson) -> str:
    return _spaced(one.name, _relation(words, one), *map(masked, one.phones))


def _relation(words: Words, one: ReadPerson) -> str:
    return terms.relation(words, one.relation) if one.relation else ""


def room_facts(words: Words, room: ReadRoom) -> str:
    """Say what else is known of a room, and from which row."""
    area = "" if room.area_m2 is None else f"{room.area_m2:g} m²"
    first = imports.row(words, room.source[0].row) if room.source else ""
    return "  ".join(part for part in (area, first) if part)


def room_whole(words: Words, room: ReadRoom) -> str:
    """Say everything of a room, in lines."""
    lines = (
        people(words, room),
        "" if room.area_m2 is None else f"{room.area_m2:g} m²",
        words.say("Moved in {day}", day=room.moved_in) if room.moved_in else "",
        words.say_in("between rows", "; ").join(_at(words, place) for place in room.source),
    )
    return "\n".join(line for line in lines if line)


# --- a ledger, a list of questions --------------------------------------------------------------
def ticket(words: Words, one: ReadTicket) -> TwoLines:
    """Say a row of a ledger."""
    ended = moment(one.finished_at)
    if one.done:
        state = words.say("done {when}", when=ended) if ended else words.say_in("ledger", "done")
    else:
        state = (
            words.say_in("ledger", "not done")
            if one.done is False
            else words.say_in("ledger", "done?")
        )
    detail = "  ".join(
        part
        for part in (
            _spaced(one.name, masked(one.phone) if one.phone else ""),
            one.handler,
            one.hold_reason or one.result,
            one.satisfaction,
        )
        if part
    )
    return TwoLines(
        title=_spaced(one.place, one.text),
        lead=moment(one.reported_at) or "—",
        detail=detail,
        time=state,
        icon=Icon.DONE if one.done else Icon.IN_PROGRESS,
        under=_at(words, one.source),
    )


def article(words: Words, one: ReadArticle) -> TwoLines:
    """Say an article of a list."""
    more = len(one.phrasings)
    return TwoLines(
        title=one.question,
        detail=" ".join(one.answer.split()),
        time=words.say_n("+{n} phrasing", "+{n} phrasings", more) if more else "",
        under=_spaced(one.category, _at(words, one.source)),
    )


def moment(written: datetime | date | None) -> str:
    """Write a day, with the time where one is known."""
    if written is None:
        return ""
    if isinstance(written, datetime):
        return written.isoformat(" ", "minutes")[:16]
    return written.isoformat()


# --- what was not understood ----------------------------------------------------------------------
def rejected(words: Words, one: Rejected) -> TwoLines:
    """Say a row that was not understood: where, why, what stands in it."""
    return TwoLines(title=sentence(words, one.why), lead=_at(words, one.place), detail=one.text)


def warned(words: Words, kind: str, one: Warned) -> TwoLines:
    """Say a cell that was of no use: where, why, what stands in it."""
    field = field_name(words, kind, one.field)
    detail = words.say("{field}: {text}", field=field, text=one.text) if field else one.text
    return TwoLines(title=sentence(words, one.why), lead=_at(words, one.place), detail=detail)


def skipped(words: Words, one: Skipped) -> TwoLines:
    """Say a sheet that was left out."""
    return TwoLines(
        title=sentence(words, one.why), lead=one.sheet or "", detail=words.say("the whole sheet")
    )


def left_out(words: Words, found: Understood) -> list[tuple[str, int | None, str, str]]:
    """Return what was not understood, left out or of no use: sheet, row, why, what stands there."""
    result = found.read.found
    rows: list[tuple[str, int | None, str, str]] = [
        (one.place.sheet or "", one.place.row, sentence(words, one.why), one.text)
        for one in result.rejected
    ]
    rows += [
        (
            one.place.sheet or "",
            one.place.row,
            sentence(words, one.why),
            warned(words, found.kind, one).detail,
        )
        for one in result.warned
    ]
    rows += [(one.sheet or "", None, sentence(words, one.why), "") for one in result.skipped]
    return rows


def field_name(words: Words, kind: str, key: str) -> str:
    """Name a field; "" for a key that has no name."""
    return columns.field_name(words, kind, key) if key in columns.NAMES[kind] else ""


def imported(words: Words, one: Imported) -> str:
    """Say what was imported, and where it can be taken back."""
    return words.say(
        "Imported: {counts}. To take it back: Settings › Imports, “{name}”",
        counts=imports.counts(words, one.counts),
        name=one.name,
    )


def also(words: Words, sheets: int) -> str:
    """Say that a correction holds for other sheets too."""
    return words.say_n(
        "The same holds for {n} more sheet with that heading.",
        "The same holds for {n} more sheets with that heading.",
        sheets,
    )


# --- what will happen -------------------------------------------------------------------------
def read_chip(words: Words, found: Understood) -> str:
    """Name the list of what was read."""
    if found.kind == ROSTER:
        return words.say_in("import", "Rooms read")
    if found.kind == KNOWLEDGE:
        return words.say_in("import", "Questions read")
    return words.say_in("import", "Tickets read")


def understood(words: Words, found: Understood) -> str:
    """Say how much was read: 146 户, 172 人."""
    if found.kind == ROSTER:
        return words.say_in("between parts of a list", ", ").join(
            (
                words.say_n("{n} room", "{n} rooms", found.amount),
                words.say_n("{n} person", "{n} people", found.people),
            )
        )
    if found.kind == KNOWLEDGE:
        return words.say_n("{n} article", "{n} articles", found.amount)
    return words.say_n("{n} ticket", "{n} tickets", found.amount)


def summary(
    words: Words,
    compared: Compared,
    left_out: int,
    taken: int,
    retired: int,
    still_open: Collection[object],
) -> str:
    """Say in one sentence what importing will do, by what was decided until now.

    Args:
        words: the language.
        compared: what it would change.
        left_out: how many rows were not understood.
        taken: how many questions the file wins.
        retired: how many are taken off the register.
        still_open: the rows of a ledger that become open.
    """
    from desk.intake.ledger_plan import LedgerPlan
    from desk.intake.roster_plan import RosterPlan

    plan = compared.plan
    if isinstance(plan, RosterPlan):
        parts = list(_roster(words, compared.counts, taken, retired))
    elif isinstance(plan, LedgerPlan):
        parts = list(_ledger(words, plan, len(still_open)))
        left_out += len(plan.left_out)
    else:
        parts = list(_knowledge(words, plan, taken))
        left_out += len(plan.left_out)
    if not any(parts):
        parts = [words.say("Everything in it is there already: nothing would change")]
    if left_out:
        parts.append(
            words.say_n(
                "{n} row is not understood and stays out",
                "{n} rows are not understood and stay out",
                left_out,
            )
        )
    said = words.say_in("between clauses", "; ").join(part for part in parts if part)
    return words.say("{clauses}.", clauses=said)


def _roster(words: Words, counts: Mapping[str, int], taken: int, retired: int) -> Iterable[str]:
    new = [
        words.say_n("{n} room", "{n} rooms", counts["rooms_new"]) if counts["rooms_new"] else "",
        words.say_n("{n} person", "{n} people", counts["people_new"])
        if counts["people_new"]
        else "",
    ]
    if added := _together(words, new):
        yield words.say("New: {things}", things=added)
    changed = [
        words.say_n("{n} room", "{n} rooms", counts["rooms_changed"])
        if counts["rooms_changed"]
        else "",
        words.say_n("{n} person", "{n} people", counts["people_changed"])
        if counts["people_changed"]
        else "",
    ]
    if altered := _together(words, changed):
        yield words.say("Changed: {things}", things=altered)
    if taken:
        yield words.say_n("{n} taken from the file", "{n} taken from the file", taken)
    if retired:
        yield words.say_n("{n} taken off the register", "{n} taken off the register", retired)
    same = counts["rooms_same"]
    if same and (any(new) or any(changed)):
        yield words.say_n("{n} room stays as it is", "{n} rooms stay as they are", same)


def _ledger(words: Words, plan: LedgerPlan, still_open: int) -> Iterable[str]:
    if plan.new:
        yield words.say_n("New: {n} old ticket", "New: {n} old tickets", len(plan.new))
        if still_open:
            yield words.say_n("{n} of them open", "{n} of them open", still_open)
        if closed := len(plan.unfinished) - still_open:
            yield words.say_n(
                "{n} unfinished comes in closed", "{n} unfinished come in closed", closed
            )
    if plan.there and plan.new:
        yield words.say_n("{n} there already", "{n} there already", plan.there)
    if plan.repeated and plan.new:
        yield words.say_n("{n} twice in the file", "{n} twice in the file", plan.repeated)


def _knowledge(words: Words, plan: KnowledgePlan, taken: int) -> Iterable[str]:
    if plan.new:
        yield words.say_n("New: {n} article", "New: {n} articles", len(plan.new))
    if plan.changed:
        yield words.say_n("Changed: {n} article", "Changed: {n} articles", len(plan.changed))
    if taken:
        yield words.say_n("{n} taken from the file", "{n} taken from the file", taken)
    if plan.same and (plan.new or plan.changed):
        yield words.say_n("{n} as before", "{n} as before", plan.same)


def _together(words: Words, things: Iterable[str]) -> str:
    return words.say_in("between parts of a list", ", ").join(thing for thing in things if thing)


def _at(words: Words, place: Place) -> str:
    return imports.row(words, place.row, place.sheet)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
