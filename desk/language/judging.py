"""What speaks for an alarm, for haste and for a report, as numbers that are added up to a chance.

What one weighs beside the others is learned (``make meanings``) on texts whose writers neither
the rules nor the weights of fragments had seen: of others both are surer than they should be.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from desk.codes import Family, Urgency
from desk.language.heard import Hit
from desk.language.meant import Meaning
from desk.language.weighing import Weighed

#: The columns beside the families.
CRITICAL: Final = "critical"
URGENT: Final = "urgent"
REPORTS: Final = "reports"
#: What there is a chance of.
CHANCES = (CRITICAL, URGENT, REPORTS)
#: For each sign, in this order, whether it must not speak against (1) what there is a chance of.
SIGNS: Mapping[str, tuple[int, ...]] = {
    CRITICAL: (1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1),
    URGENT: (1, 1, 0, 1, 1, 1, 1, 1, 0, -1, -1),
    REPORTS: (0, 1, 1, 1, 1, 1, 1, 1, 0, -1, -1),
}
#: What it adds to the chance of a report when a flat is named: labelled questions name none, so
#: that they cannot say.
_AT_HOME = 1.0
_MACHINES = (Family.LIFT, Family.GAS)


def signs(
    hits: Sequence[Hit],
    weighed: Weighed,
    columns: Mapping[str, int],
    meaning: Meaning,
) -> list[float]:
    """Return the signs: what fragments say, what rules say, and whether it is over or supposed."""
    alarms = [hit.rule.family for hit in hits if hit.urgency is Urgency.CRITICAL]
    unmeant = any(hit.rule.urgency is Urgency.CRITICAL for hit in hits) and not alarms
    people = Family.HELP in alarms
    machines = any(one in alarms for one in _MACHINES)
    others = any(one is not Family.HELP and one not in _MACHINES for one in alarms)
    loud = bool(alarms) or any(hit.urgency is Urgency.URGENT for hit in hits)
    return [
        *(weighed.sums[columns[one]] for one in CHANCES),
        *map(float, (people, machines, others, len(alarms) > 1, loud, unmeant)),
        *map(float, (meaning.over, meaning.supposed)),
    ]


def reports(
    heard: Sequence[float], second: Mapping[str, Sequence[float]], *, at_home: bool
) -> float:
    """Return the chance of a report; ``at_home``: the caller names a flat."""
    return chance(heard, second[REPORTS], _AT_HOME * at_home)


def chance(heard: Sequence[float], second: Sequence[float], more: float = 0.0) -> float:
    """Return the chance, from 0 to 1; ``second``: a bias, then what each sign adds."""
    total = more + second[0] + sum(one * by for one, by in zip(heard, second[1:], strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
