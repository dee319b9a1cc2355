"""How urgent a text is: dangers that are meant, and what fragments of texts have taught."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk.codes import Urgency
from desk.language.finding import Span
from desk.language.heard import ORDER, Hit
from desk.language.judging import CRITICAL, URGENT, chance
from desk.language.meant import Meaning
from desk.language.weighing import Grams, Weights

#: From which chance on it is an alarm, and from which where a rule of dangers speaks: to miss one
#: is worse than to ring for nothing.
_ALARM, _HEARD = 0.55, 0.04
#: How likely a report must be for an alarm of the rules, and for what fragments alone raise.
_TALK, _REPORTED = 0.2, 0.4
#: From which chance on it is urgent.
_HASTE = 0.45


def of_rules(hits: Sequence[Hit]) -> Urgency | None:
    """Return the most urgent of what rules say and mean, None where they say nothing."""
    said = [hit.urgency for hit in hits if hit.urgency not in (None, Urgency.NORMAL)]
    return max((one for one in said if one), key=ORDER.index, default=None)


def threatened(hits: Sequence[Hit], meaning: Meaning) -> bool:
    """Tell whether fragments alone may raise an alarm.

    Something of danger must be named, and what rules know of it must not be denied.
    """
    if any(hit.rule.urgency is Urgency.CRITICAL and hit.urgency is None for hit in hits):
        return False
    return meaning.threatened and not meaning.empty


def judged(
    heard: Sequence[float],
    by_rules: Urgency | None,
    reported: float,
    second: Mapping[str, Sequence[float]],
    *,
    threatened: bool,
    happened: bool = False,
) -> Urgency:
    """Return how urgent it is by all signs, see ``judging``, ``threatened`` and ``Meaning``.

    What has ``happened`` is no talk, however it is asked about: 家里着火了怎么报修.
    """
    alarm = chance(heard, second[CRITICAL])
    if by_rules is Urgency.CRITICAL and (happened or (alarm > _HEARD and reported > _TALK)):
        return Urgency.CRITICAL
    if reported > _REPORTED:
        if alarm > _ALARM and threatened:
            return Urgency.CRITICAL
        if chance(heard, second[URGENT]) > _HASTE:
            return Urgency.URGENT
    return Urgency.PLANNED if by_rules is Urgency.PLANNED else Urgency.NORMAL


def urgency_of(
    hits: Sequence[Hit],
    found: Grams,
    heard: Sequence[float],
    reported: float,
    meaning: Meaning,
    weights: Weights,
) -> tuple[Urgency, list[Span]]:
    """Return how urgent it is and what it rests on; nothing: it is assumed to be normal."""
    alarms = [span for hit in hits if hit.urgency is Urgency.CRITICAL for span in hit.spans]
    urgency = judged(
        heard,
        of_rules(hits),
        reported,
        weights.second,
        threatened=threatened(hits, meaning),
        happened=meaning.happened(alarms),
    )
    if urgency is Urgency.NORMAL:
        return urgency, []
    spans = [span for hit in hits if hit.urgency is urgency for span in hit.spans]
    if not spans and urgency is not Urgency.PLANNED:
        spans = list(weights.rests_on(found, urgency.value))
    return (urgency, spans) if spans else (Urgency.NORMAL, [])
