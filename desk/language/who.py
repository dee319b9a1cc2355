"""Finds in a sentence the persons whoever goes there must know of: 我妈一个人在家, 家里有孕妇.

It says who is there, who is not, and who is calling. It never says how urgent a matter is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


class Concern(StrEnum):
    """What a technician must know of the people of a household."""

    ELDER_ALONE = "elder_alone"
    CHILD_ALONE = "child_alone"
    ALONE = "alone"
    ELDER = "elder"
    CHILD = "child"
    BABY = "baby"
    PREGNANT = "pregnant"
    LYING_IN = "lying_in"
    DISABLED = "disabled"
    ILL = "ill"
    HELPER = "helper"
    TENANT = "tenant"
    RELATIVE = "relative"
    NOBODY_HOME = "nobody_home"
    PET = "pet"
    BY_TENANT = "by_tenant"
    BY_OWNER = "by_owner"
    BY_RELATIVE = "by_relative"


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever matters, in the order of ``Concern``: the most vulnerable first."""

    concerns: tuple[Concern, ...]


def find_who(text: str) -> tuple[Who, tuple[Span, ...]] | None:
    """Return whom the text names and the half-open spans it rests on; None where nobody."""
    del text
    return None
