"""A roster that was read, on its way into the database: compare, decide, publish."""

from desk.intake.roster_compare import compare
from desk.intake.roster_plan import Decisions, RosterPlan
from desk.intake.roster_publish import publish

__all__ = ["Decisions", "RosterPlan", "compare", "publish"]
