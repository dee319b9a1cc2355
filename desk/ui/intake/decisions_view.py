"""What a file brings against what is there already, and what somebody decides about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.ledger_plan import LedgerPlan
from desk.intake.roster_plan import Decisions, RosterPlan
from desk.sheets.findings import Place
from desk.ui.session import Session


class DecisionsView(QWidget):
    """Shows a plan in parts and takes the decisions on it.

    What was decided holds for the next plan, too (a column was corrected and the file read
    again), as far as that asks the same; ``clear`` forgets it.
    """

    #: Something was decided.
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    @property
    def decided(self) -> bool:
        """Whether anything was decided otherwise than it stood."""
        return False

    def show_roster(self, plan: RosterPlan) -> None:
        """Show what a roster would change."""

    def show_ledger(self, plan: LedgerPlan) -> None:
        """Show what of an old ledger is unfinished, left out or strange."""

    def show_knowledge(self, plan: KnowledgePlan) -> None:
        """Show what a list of questions would change."""

    def clear(self) -> None:
        """Show nothing and forget every decision."""

    def roster_decisions(self) -> Decisions:
        """Return what was decided on a roster."""
        return Decisions()

    def still_open(self) -> frozenset[Place]:
        """Return the rows of a ledger that become open tickets."""
        return frozenset()

    def take(self) -> frozenset[int]:
        """Return the articles that take the file's wording."""
        return frozenset()

    def state(self) -> dict[str, Any]:
        """Return what was decided, to be handed to this view's next life."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left; the plan may be shown before or after."""
