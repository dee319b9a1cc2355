"""Says how well each writer's reports are read by what the other writers have taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.codes import Family, Urgency
from desk.language import families, judging, urgencies
from desk.language.judging import CRITICAL
from desk.language.reading import Looked
from desk.language.weighing import Weighed

if TYPE_CHECKING:
    from installer.meanings import Learned


def check(learned: Learned, *, show: bool = False) -> None:
    """Print a line for each writer; with ``show`` what was read wrong, too."""
    by_others = learned.by_others()
    heard = [learned.signs(at, one) for at, one in enumerate(by_others)]
    for writer in sorted({one.writer for one in learned.examples}):
        second = learned.second(
            heard, [at for at in learned.unruled() if learned.examples[at].writer != writer]
        )
        count = dict.fromkeys(
            ("tickets", "family", "urgency", "criticals", "found", "false", "texts", "sorted"), 0
        )
        for at, one in enumerate(learned.examples):
            if one.writer != writer or one.fragment:
                continue
            family, urgency = _read(learned, at, by_others[at], heard[at], second)
            said = Urgency.NORMAL if urgency is Urgency.PLANNED else urgency
            at_home = learned.seen[at].at_home
            likely = judging.reports(heard[at], second, at_home=at_home)
            count["texts"] += 1
            count["sorted"] += (likely >= 0.5) == one.reports
            if one.reports and one.families:
                count["tickets"] += 1
                count["family"] += family.value in one.families
                count["urgency"] += said.value in one.urgencies
                if show and said.value not in one.urgencies:
                    print("  ", one.text, one.urgencies, said.value)
            if one.reports and one.urgencies == (CRITICAL,):
                count["criticals"] += 1
                count["found"] += said is Urgency.CRITICAL
                if show and said is not Urgency.CRITICAL:
                    print("   missed", one.text, judging.chance(heard[at], second[CRITICAL]))
            elif said is Urgency.CRITICAL and not (one.reports and CRITICAL in one.urgencies):
                count["false"] += 1
                if show:
                    print("   false", one.text, judging.chance(heard[at], second[CRITICAL]))
        print(f"{writer:10s}", "  ".join(f"{name} {number}" for name, number in count.items()))


def _read(
    learned: Learned, at: int, weighed: Weighed, heard: list[float], second: dict[str, list[float]]
) -> tuple[Family, Urgency]:
    seen: Looked = learned.seen[at]
    family = families.likeliest(
        families.of_rules(seen.hits), weighed, learned.columns, learned.rules
    )
    return family, urgencies.judged(
        heard,
        urgencies.of_rules(seen.hits),
        judging.reports(heard, second, at_home=seen.at_home),
        second,
        threatened=urgencies.threatened(seen.hits, seen.meaning),
    )
