"""Fits what each measure of a search weighs: ``make ranking``.

For every labelled library the weights are fitted on all the others and tried on it; what is printed
at the end is fitted on all and written into ``desk/answers/weights.py``. Short questions, stories
and Latin letters each have their own weights. With ``--also ARTICLES QUERIES`` another library
takes part that is not kept here.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desk.answers import weights
from desk.answers.meaning import stored_vector, table
from desk.answers.measures import MEASURES
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Lexicon, shipped
from desk.language.spoken import plain
from installer.estates import LABELLED, lines

Floats = NDArray[np.float64]
#: How strongly weights are held to what they are, in how many steps of which length.
_HELD, _STEPS, _STEP = 0.003, 150, 0.3
_SORTS = {"WEIGHTS": weights.WEIGHTS, "STORY_WEIGHTS": weights.STORY_WEIGHTS}
_SORTS["LATIN_WEIGHTS"] = weights.LATIN_WEIGHTS
_FILE = Path(weights.__file__)
#: What says nothing of questions of a sort, and what is left out of the question for all.
_NEVER = {
    "WEIGHTS": {"initials", "whole", "salient"},
    "STORY_WEIGHTS": {"initials", "whole"},
    "LATIN_WEIGHTS": {"salient", "meaning"},
}


@dataclass(frozen=True)
class Asked:
    """A labelled question: which weights it takes, its candidates measured, which are right."""

    library: str
    kind: str
    sort: str
    articles: NDArray[np.int64]
    measures: Floats
    right: NDArray[np.bool_]


def asked(name: str, articles: Sequence[dict[str, Any]], queries: Path) -> list[Asked]:
    """Ask a library its labelled questions."""
    index, places = Index(Lexicon(shipped()), table()), {}
    for at, one in enumerate(articles, start=1):
        places[one["id"]] = at
        row = stored(one["question"], one.get("phrasings") or (), one["answer"])
        vector = stored_vector(one["question"], one["answer"])
        index.put(at, one["question"], row, vector=vector)
    found = []
    for query in lines(queries):
        looked = index.look(plain(query["text"]).text) if query["intent"] == "faq" else None
        if looked is not None:
            question, candidates, laid = looked
            sort = "STORY_WEIGHTS" if question.is_story else "WEIGHTS"
            sort = "LATIN_WEIGHTS" if question.typed.latin else sort
            ids = np.array([one.article for one in candidates])
            right = np.isin(ids, [places[one] for one in query["gold"]])
            found.append(Asked(name, query["kind"], sort, ids, laid.measures, right))
    return found


def fit(train: Sequence[Asked], sort: str) -> Floats:
    """Fit the weights of one sort: the right candidate is to be as likely as can be."""
    begin = np.array([_SORTS[sort][name] for name in MEASURES])
    free = np.array([name not in _NEVER[sort] for name in MEASURES])
    some = [one for one in train if one.sort == sort and one.right.any()]
    now, mean, square = begin * free, np.zeros_like(begin), np.zeros_like(begin)
    for step in range(1, _STEPS + 1):
        slope = _HELD * (now - begin)
        for one in some:
            chances = _chances(one.measures @ now)
            wanted = np.where(one.right, chances, 0.0)
            slope += one.measures.T @ (chances - wanted / wanted.sum()) / len(some)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        size = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        now = now - _STEP * (1 - step / (_STEPS + 1)) * mean / (1 - 0.9**step) / size
        now = np.maximum(now, 0.0) * free
    # Scores of all sorts are to be alike.
    scale = sum(_SORTS["WEIGHTS"].values()) / float(now.sum()) if sort == "STORY_WEIGHTS" else 1.0
    fitted: Floats = (now * scale).round(1)
    return fitted


def _chances(scores: Floats) -> Floats:
    some = np.exp(scores - scores.max())
    chances: Floats = np.maximum(some / some.sum(), 1e-12)
    return chances


def places(some: Sequence[Asked], by: dict[str, Floats]) -> dict[str, list[tuple[bool, bool]]]:
    """Return by kind whether the first answer is right, and one of the first three."""
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one in some:
        order = np.lexsort((one.articles, -(one.measures @ by[one.sort]).round(5)))
        right = one.right[order]
        for kind in ("all", one.kind, one.library):
            found[kind].append((bool(right[0]), bool(right[:3].any())))
    return found


def main() -> int:
    """Fit, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--also", nargs=2, action="append", default=[], metavar=("A", "Q"))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    every: list[Asked] = []
    for path in sorted(LABELLED.glob("*_articles.jsonl")):
        name = path.name.split("_")[0]
        every += asked(name, lines(path), LABELLED / f"{name}_queries.jsonl")
    for articles, queries in args.also:
        every += asked(Path(articles).stem, lines(Path(articles)), Path(queries))
    now = {sort: np.array([of[name] for name in MEASURES]) for sort, of in _SORTS.items()}
    _print("as they are", places(every, now))
    left: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for library in dict.fromkeys(one.library for one in every):
        train = [one for one in every if one.library != library]
        by = {sort: fit(train, sort) for sort in _SORTS}
        for kind, some in places([one for one in every if one.library == library], by).items():
            left[kind] += some
    _print("each left out", left)
    fitted = {sort: fit(every, sort) for sort in _SORTS}
    _print("fitted on all", places(every, fitted))
    text = _FILE.read_text(encoding="utf-8")
    for sort, found in fitted.items():
        body = "".join(
            f'    "{name}": {one},\n' for name, one in zip(MEASURES, found.tolist(), strict=True)
        )
        text = re.sub(
            rf"(?m)^{sort}: Final = {{\n.*?^}}",
            f"{sort}: Final = {{\n{body}}}",
            text,
            flags=re.DOTALL,
        )
    if args.write:
        _FILE.write_text(text, encoding="utf-8")
    return 0


def _print(title: str, found: dict[str, list[tuple[bool, bool]]]) -> None:
    print(title)
    for kind, some in sorted(found.items()):
        first, three = (100 * sum(one) / len(some) for one in zip(*some, strict=True))
        print(f"  {kind:14s} {len(some):5d}  first {first:5.1f}  three {three:5.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
