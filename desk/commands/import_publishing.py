"""Brings what was read into the centre, and says what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.refusals import Refusal
from desk.sheets.findings import Rejected
from desk.words import imports as imports_said
from desk.words.catalogue import Words
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead
    from desk.intake.files import Read
    from desk.intake.imports import TakenBack
    from desk.intake.ledger_plan import Unfinished
    from desk.intake.left_out import LeftOut
    from desk.intake.origin import Origin
    from desk.intake.record import Imported
    from desk.models.database import Store
    from desk.models.journal import Actor
    from desk.sheets.findings import Place
    from desk.tickets.ledger.read import LedgerRead


@dataclass(frozen=True)
class Asked:
    """What was decided on the command line about what an import has to ask.

    Attributes:
        take_file: believe the file where desk and file both changed something.
        retire_gone: take those who are no longer in the roster off the register.
        still_open: ``all``, ``none``, or rows as ``1月!7,2月!12``; in a file without tabs ``7,12``.
    """

    take_file: bool = False
    retire_gone: bool = False
    still_open: str = "none"


@dataclass(frozen=True)
class Done:
    """What came of a file.

    Attributes:
        imported: None where it brought nothing that was not there already.
        asked: how many differences between desk and file were left as the desk has them.
        gone: how many people and rooms of the register the file no longer names.
        unfinished: how many unfinished rows of a ledger were closed.
        left_out: rows of a ledger that were read, and cannot be told in time.
        there: whether any row was there already.
    """

    imported: Imported | None
    asked: int = 0
    gone: int = 0
    unfinished: int = 0
    left_out: tuple[LeftOut, ...] = ()
    there: bool = True

    @property
    def is_nothing(self) -> bool:
        """Nothing came in, and not because it was there already."""
        return self.imported is None and bool(self.left_out) and not self.there


@dataclass(frozen=True)
class Target:
    """Where it goes: the open store, who does it and when, and the id of the community."""

    store: Store
    actor: Actor
    now: datetime
    community: int


def is_nothing(read: Read) -> bool:
    """Tell whether no row of a file was understood."""
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead

    if isinstance(read, RosterRead):
        return not (read.rooms or read.strangers)
    return not (read.articles if isinstance(read, KnowledgeRead) else read.tickets)


def publish(target: Target, read: Read, origin: Origin, asked: Asked) -> Done:
    """Import what was read in one transaction."""
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead

    if isinstance(read, RosterRead):
        return _roster(target, read, origin, asked)
    if isinstance(read, KnowledgeRead):
        return _knowledge(target, read, origin, asked)
    return _ledger(target, read, origin, asked)


def _roster(target: Target, read: RosterRead, origin: Origin, asked: Asked) -> Done:
    from desk.intake import roster
    from desk.intake.roster_plan import Decisions

    plan = roster.compare(target.community, read)
    gone = [*plan.people_gone, *plan.rooms_gone]
    decisions = Decisions(
        take=frozenset(one.key for one in plan.asked if asked.take_file),
        retire=frozenset(one.key for one in gone if asked.retire_gone),
    )
    left = 0 if asked.take_file else len(plan.asked)
    staying = 0 if asked.retire_gone else len(gone)
    if not (
        plan.rooms_new or plan.people_new or plan.touched or decisions.take or decisions.retire
    ):
        return Done(None, left, staying)
    with target.store.write(target.actor, target.now) as write:
        imported = roster.publish(write, target.community, plan, decisions, origin)
    return Done(imported, left, staying)


def _knowledge(target: Target, read: KnowledgeRead, origin: Origin, asked: Asked) -> Done:
    from desk.intake import knowledge

    plan = knowledge.plan(target.community, read)
    take = frozenset(one.touched.article for one in plan.asked if asked.take_file)
    left = 0 if asked.take_file else len(plan.asked)
    if not (plan.new or plan.changed or take):
        return Done(None, left)
    with target.store.write(target.actor, target.now) as write:
        imported = knowledge.publish(write, target.community, plan, take, origin)
    return Done(imported, left)


def _ledger(target: Target, read: LedgerRead, origin: Origin, asked: Asked) -> Done:
    from desk.centre import profile
    from desk.intake import ledger

    ours = profile.Centre.read()
    plan = ledger.plan(target.community, read, ours, target.now)
    if plan.is_nothing:
        return Done(None, left_out=plan.left_out, there=bool(plan.there))
    still = _still_open(asked.still_open, plan.unfinished)
    with (
        ledger.laid_out(plan, still, ours, target.now) as waiting,
        target.store.write(target.actor, target.now) as write,
    ):
        imported = ledger.publish(write, target.community, plan, still, origin, ours, waiting)
    return Done(imported, unfinished=len(plan.unfinished) - len(still), left_out=plan.left_out)


def told(words: Words, file: str, done: Done) -> Iterator[str]:
    """Yield what came of a file."""
    if done.left_out:
        yield words.say_n(
            "{n} row was not understood and is not imported:",
            "{n} rows were not understood and are not imported:",
            len(done.left_out),
        )
    for row in done.left_out:
        where = imports_said.row(words, row.source.row, row.source.sheet)
        yield f"  {where}: {sentence(words, row.why)}"
    if done.is_nothing:
        return
    if done.imported is None:
        yield words.say("{file}: everything in it is there already.", file=file)
    else:
        yield words.say(
            "Imported as “{name}”: {counts}",
            name=done.imported.name,
            counts=imports_said.counts(words, done.imported.counts),
        )
    if done.asked:
        yield words.say_n(
            "{n} thing was corrected at the desk and differs in the file; it was left as it is. "
            "To believe the file, take the import back and import it with --take-file.",
            "{n} things were corrected at the desk and differ in the file; they were left as they "
            "are. To believe the file, take the import back and import it with --take-file.",
            done.asked,
        )
    if done.gone:
        yield words.say_n(
            "{n} entry of the register is no longer in the file; it stays "
            "(--retire-gone takes it off).",
            "{n} entries of the register are no longer in the file; they stay "
            "(--retire-gone takes them off).",
            done.gone,
        )
    if done.unfinished:
        yield words.say_n(
            "{n} unfinished row came in as closed (--still-open names those that are open).",
            "{n} unfinished rows came in as closed (--still-open names those that are open).",
            done.unfinished,
        )
    if done.imported is not None:
        yield words.say("To take it back: desk import undo {number}", number=done.imported.id)


def told_undone(words: Words, done: TakenBack) -> Iterator[str]:
    """Yield what taking an import back did, and what stayed because somebody worked on it."""
    yield words.say(
        "“{name}” was taken back: {counts}",
        name=done.imported.name,
        counts=imports_said.counts(words, done.removed),
    )
    if done.kept:
        yield words.say_n("{n} row stays:", "{n} rows stay:", len(done.kept))
    reasons: dict[str, int] = {}
    for one in done.kept:
        reasons[one.why] = reasons.get(one.why, 0) + 1
    for why, count in reasons.items():
        yield f"  {count}  {sentence(words, Refusal(why))}"


def document(words: Words, read: Read, done: Done) -> dict[str, Any]:
    """Return what came of a file as JSON, with every row of it that did not come in."""
    rejected: list[Rejected | LeftOut] = [*read.found.rejected, *done.left_out]
    return {
        "imported": None if done.imported is None else document_of(done.imported),
        "left_as_it_is": done.asked,
        "no_longer_named": done.gone,
        "closed_unfinished": done.unfinished,
        "rejected": [_not_brought(words, row) for row in rejected],
    }


def _not_brought(words: Words, row: Rejected | LeftOut) -> dict[str, Any]:
    place = row.place if isinstance(row, Rejected) else row.source
    return {**place._asdict(), "why": sentence(words, row.why)}


def document_of(one: Imported) -> dict[str, Any]:
    """Return an import as JSON; the instant is ISO in UTC."""
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "file": one.file,
        "at": one.at.isoformat(),
        "state": one.state,
        "counts": dict(one.counts),
    }


def document_of_undone(done: TakenBack) -> dict[str, Any]:
    """Return what taking an import back did as JSON."""
    return {
        "taken_back": document_of(done.imported),
        "removed": dict(done.removed),
        "kept": [{"topic": one.topic, "id": one.subject, "why": one.why} for one in done.kept],
    }


def line_of(words: Words, one: Imported) -> str:
    """Say one import in a line."""
    parts = (
        str(one.id),
        one.name,
        imports_said.kind(words, one.kind),
        imports_said.counts(words, one.counts),
        imports_said.state(words, one.state),
    )
    return "  ".join(part for part in parts if part)


def _still_open(written: str, unfinished: Collection[Unfinished]) -> frozenset[Place]:
    """Return the rows that are meant.

    Raises:
        Refusal: ``import.no_such_row`` for one that is no unfinished row of the file.
    """
    places = {one.source for one in unfinished}
    if written in ("all", "none"):
        return frozenset(places if written == "all" else ())
    named = {
        f"{place.sheet}!{place.row}" if place.sheet else str(place.row): place for place in places
    }
    wanted = [part.strip() for part in written.split(",") if part.strip()]
    for one in wanted:
        if one not in named:
            raise Refusal("import.no_such_row", row=one)
    return frozenset(named[one] for one in wanted)
