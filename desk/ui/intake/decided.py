"""What somebody decided about plans; it outlives a plan as far as the next one asks the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from desk.answers.library import ArticleForm
from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.ledger_plan import LedgerPlan
from desk.intake.roster_plan import Decisions, Key, RosterPlan, Value
from desk.sheets.findings import Place


@dataclass
class Decided:
    """The decisions of every kind.

    Attributes:
        take: questions on which the file wins, with what it said when that was decided: another
            value is another question.
        retire: what is gone from the file and goes from the roster.
        still_open: rows of a ledger that become open tickets.
        articles: articles that take the file's wording, with that wording.
    """

    take: dict[Key, Value] = field(default_factory=dict)
    retire: set[Key] = field(default_factory=set)
    still_open: set[Place] = field(default_factory=set)
    articles: dict[int, ArticleForm] = field(default_factory=dict)

    def of_roster(self, plan: RosterPlan) -> Decisions:
        """Return what holds for a roster."""
        asked = {one.key for one in plan.asked if self.takes(one.key, one.theirs)}
        gone = {one.key for one in (*plan.people_gone, *plan.rooms_gone)}
        return Decisions(frozenset(asked), frozenset(gone & self.retire))

    def of_ledger(self, plan: LedgerPlan) -> frozenset[Place]:
        """Return what holds for a ledger."""
        return frozenset(self.still_open.intersection(one.source for one in plan.unfinished))

    def of_knowledge(self, plan: KnowledgePlan) -> frozenset[int]:
        """Return what holds for a list of questions."""
        return frozenset(
            one.touched.article
            for one in plan.asked
            if self.articles.get(one.touched.article) == one.theirs
        )

    def takes(self, key: Key, theirs: Value) -> bool:
        """Tell whether the file wins a question."""
        return key in self.take and self.take[key] == theirs

    def tick(self, ticked: set[Any], rows: Iterable[Any], *, on: bool) -> None:
        """Put rows into one of the sets, or take them out."""
        if on:
            ticked.update(rows)
        else:
            ticked.difference_update(rows)

    def kept(self) -> dict[str, Any]:
        """Return everything for the next life of a page."""
        return {
            "take": dict(self.take),
            "retire": set(self.retire),
            "still_open": set(self.still_open),
            "articles": dict(self.articles),
        }
