"""Makes the weights of ``resources/language/{families,urgencies,reporting}.json`` anew.

``python -m installer.meanings`` learns them from the labelled reports, fragments and questions in
``tests/language/labelled`` and the tickets and questions in ``tests/answers/labelled``. ``--check``
learns from four fifths and reads the last fifth, five times over, says how well and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

from desk.codes import Family, Urgency
from desk.language import families, reports, urgencies
from desk.language.reading import Looked, Reader
from desk.language.reports import ASKS, REPORTS
from desk.language.rules import rules
from desk.language.weighing import parse
from installer.labelled import Example, asks, fragments, reported, supposed
from installer.linear import Learned, Task, learn

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "language"
URGENCIES = (Urgency.NORMAL.value, Urgency.URGENT.value, Urgency.CRITICAL.value)
#: What an example weighs: a fragment is no sentence, a danger must not be missed.
_FRAGMENT, _QUESTION, _DANGER = 0.6, 0.5, 3.0

#: What a point of the rules adds: chosen on sentences that neither had been made on, for learning
#: it from sentences the rules were made on takes the rules for better than they are.
_RULES = {"families": 0.15}
_FOLDS = 5


class Lookers:
    """Looks at texts once and keeps what it saw."""

    def __init__(self) -> None:
        self._reader = Reader(rules())
        self._seen: dict[str, Looked] = {}

    def __call__(self, text: str) -> Looked:
        """Return what is seen in a text."""
        if text not in self._seen:
            self._seen[text] = self._reader.look(text)
        return self._seen[text]


def tasks(look: Lookers, examples: list[Example]) -> dict[str, Task]:
    """Return for each resource what there is to learn."""
    about, urgent, whether = (
        Task([one.value for one in Family]),
        Task(URGENCIES),
        Task((ASKS, REPORTS)),
    )
    for one in examples:
        seen = look(one.text)
        found = list(seen.found)
        if one.families:
            by_rules = {key.value: score for key, score in families.of_rules(seen.hits).items()}
            weight = _FRAGMENT if one.fragment else 1.0
            about.add(found, by_rules, one.families, weight)
        if one.fragment:
            continue
        loud = urgencies.of_rules(seen.hits)
        if one.reports:
            danger = one.urgencies == (Urgency.CRITICAL.value,)
            said = tuple(u if u in URGENCIES else URGENCIES[0] for u in one.urgencies)
            urgent.add(found, {loud.value: 1.0} if loud else {}, said, _DANGER if danger else 1.0)
            whether.add(found, {}, (REPORTS,), 1.0)
        else:
            urgent.add(found, {loud.value: 1.0} if loud else {}, URGENCIES[:1], _QUESTION)
            whether.add(found, {}, (ASKS,), 1.0)
    return {"families": about, "urgencies": urgent, "reporting": whether}


def make(look: Lookers, examples: list[Example]) -> dict[str, Learned]:
    """Learn all three."""
    return {name: learn(task, _RULES.get(name)) for name, task in tasks(look, examples).items()}


def check(look: Lookers, examples: list[Example]) -> None:
    """Say how well each fifth is read by what the other four have taught."""
    right = dict.fromkeys(("families", "urgencies", "reporting"), 0)
    all_ = dict(right)
    for fold in range(_FOLDS):
        kept = [one for at, one in enumerate(examples) if at % _FOLDS != fold]
        learned = {name: parse(one.document()) for name, one in make(look, kept).items()}
        for one in examples[fold::_FOLDS]:
            if one.fragment:
                continue
            seen = look(one.text)
            likely = reports.chance(
                seen.found, learned["reporting"], seen.meaning, at_home=seen.at_home
            )
            urgency, _ = urgencies.urgency_of(seen.hits, seen.found, learned["urgencies"], likely)
            all_["reporting"] += 1
            right["reporting"] += (likely >= 0.5) == one.reports
            if one.families and one.reports:
                about = families.family_of(seen.hits, seen.found, learned["families"])
                said = "normal" if urgency is Urgency.PLANNED else urgency.value
                all_["families"] += 1
                all_["urgencies"] += 1
                right["families"] += about is not None and about[0].value in one.families
                right["urgencies"] += said in one.urgencies
    for name, count in all_.items():
        print(f"{name}: {100 * right[name] / count:.1f} % of {count}")


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    examples = [*reported(), *fragments(), *supposed(), *asks()]
    random.Random(1).shuffle(examples)
    if wanted.check:
        check(Lookers(), examples)
        return 0
    for name, learned in make(Lookers(), examples).items():
        path = OUT / f"{name}.json"
        path.write_text(json.dumps(learned.document(), ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(examples)} examples, {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
