"""What of an old ledger is still open, for somebody to pick; and what does not come in as hoped."""

from __future__ import annotations

from collections.abc import Iterable

from desk.intake.ledger_plan import LedgerPlan, Unfinished
from desk.intake.left_out import LeftOut
from desk.sheets.findings import Place
from desk.ui.icons import Icon
from desk.ui.intake.decided import Decided
from desk.ui.intake.leaving import tick_tools
from desk.ui.intake.parts import Line, Part, Shape, Tool
from desk.words import imports, terms
from desk.words.catalogue import Words
from desk.words.sentences import sentence

LATELY_KEY = "Ctrl+D"
#: Older rows are rarely still open.
_LATELY_DAYS = 30


def parts(words: Words, plan: LedgerPlan, decided: Decided) -> list[Part]:
    """Return the lists of a ledger's plan that have rows."""
    made = (
        _unfinished(words, plan.unfinished, decided),
        _strange(words, plan),
        left_out(words, plan.left_out),
    )
    return [part for part in made if part.count]


def summary(words: Words, plan: LedgerPlan) -> str:
    """Say what of a ledger is stored already."""
    if not plan.there:
        return ""
    return words.say_n(
        "{n} ticket is here already and stays as it is.",
        "{n} tickets are here already and stay as they are.",
        plan.there,
    )


def _unfinished(words: Words, rows: tuple[Unfinished, ...], decided: Decided) -> Part:
    ticked = decided.still_open

    def line(at: int, bare: bool) -> Line:
        one = rows[at]
        why = terms.hold_reason(words, one.hold) if one.hold is not None else ""
        if one.hold_said:
            why = (
                words.say("{why}: {words}", why=why, words=one.hold_said) if why else one.hold_said
            )
        if not why:
            why = words.say("marked as not done") if one.said_no else words.say("no result written")
        detail = (one.reported_on.isoformat(), one.number, why)
        return Line(
            one.words or words.say("(nothing written)"),
            lead=one.place,
            detail="  ".join(part for part in detail if part),
            time=words.say_n("{n} day", "{n} days", one.age_days),
            on=one.source in ticked,
        )

    def only(chosen: Iterable[Place]) -> None:
        decided.tick(ticked, (one.source for one in rows), on=False)
        decided.tick(ticked, chosen, on=True)

    lately = [one.source for one in rows if one.age_days <= _LATELY_DAYS]
    return Part(
        "unfinished",
        words.say("Unfinished"),
        words.say(
            "What you tick becomes an open ticket whose clocks start now. The rest comes in as "
            "closed."
        ),
        Shape.TWO,
        len(rows),
        line,
        lambda at, on: decided.tick(ticked, (rows[at].source,), on=on),
        (
            Tool(
                words.say("Those of the last {n} days", n=_LATELY_DAYS),
                LATELY_KEY,
                Icon.CALENDAR,
                lambda: only(lately),
            ),
            *tick_tools(words, lambda: only(one.source for one in rows), lambda: only(())),
        ),
    )


def _strange(words: Words, plan: LedgerPlan) -> Part:
    rows = plan.strange

    def line(at: int, bare: bool) -> Line:
        label, count = rows[at]
        return Line(label, time=words.say_n("{n} ticket", "{n} tickets", count))

    return Part(
        "strange",
        words.say("Not on the roster"),
        words.say(
            "These look like rooms and are not on the roster. Their tickets come in with the "
            "place in words; import the roster first to have them on the households' cards."
        ),
        Shape.LINE,
        len(rows),
        line,
    )


def left_out(words: Words, rows: tuple[LeftOut, ...]) -> Part:
    """Return the list of the rows that are not imported, and why."""

    def line(at: int, bare: bool) -> Line:
        one = rows[at]
        return Line(
            sentence(words, one.why), lead=imports.row(words, one.source.row, one.source.sheet)
        )

    return Part(
        "left_out",
        words.say_in("import", "Left out"),
        words.say("These rows are not imported."),
        Shape.LINE,
        len(rows),
        line,
    )
