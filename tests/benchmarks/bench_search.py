"""Searching for answers: ``python -m tests.benchmarks.bench_search [--articles N ...]``.

Building is from stored tokens, as a start does it. The ratios are against plain BM25 over single
characters in numpy, in the same process, on the same articles and texts, the best three of it
looked up as well. Memory is what building adds to the process; numpy itself is counted apart.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.library_data import articles, typed
from tests.benchmarks.measure import Figure, milliseconds, percentile

#: Articles -> the aims: building in seconds, a key in milliseconds, megabytes.
_AIMS = {10_000: (1.0, 5.0, 60.0), 100_000: (12.0, 12.0, 600.0)}
_MEGABYTE = 1 << 20
_TEXTS = 600


def resident() -> float:
    """Return the megabytes of this process that lie in memory."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / _MEGABYTE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (_MEGABYTE if sys.platform == "darwin" else 1024)


def main() -> None:
    """Measure every size and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=list(_AIMS))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    before = resident()
    import numpy as np  # noqa: F401 - what it weighs is one of the figures

    numpy = resident() - before
    print(f"numpy itself: {numpy:.1f} MB")
    for count in options.articles:
        for figure in measure(count):
            print(figure.json() if options.json else figure.line())


def measure(count: int) -> list[Figure]:
    """Return the figures of a library of so many articles."""
    from desk.answers.meaning import stored_vector, table
    from desk.answers.ranking import Index
    from desk.answers.tokens import stored
    from desk.language.lexicon import Lexicon, shipped
    from tests.benchmarks.plain_search import CharacterSearch

    written = list(articles(count))
    rows = [
        (question, stored(question, others, answer), stored_vector(question, answer))
        for question, others, answer in written
    ]
    plain = CharacterSearch([question for question, _, _ in written])
    lexicon = Lexicon(shipped())
    Index(lexicon, table()).search("暖场")
    gc.collect()
    before, begin = resident(), perf_counter()
    index = Index(lexicon, table())
    for article, (question, row, vector) in enumerate(rows, 1):
        index.put(article, question, row, vector=vector)
    index.search("物业费")
    built = perf_counter() - begin
    gc.collect()
    memory = resident() - before
    texts = typed(_TEXTS)
    ours, theirs = _times(index.search, texts), _times(plain.search, texts)
    build, key, weight = _AIMS.get(count, (60.0, 60.0, 60_000.0))
    ratio = f"{percentile(ours, 95) / percentile(theirs, 95):.1f} times BM25 over characters"
    half = f"{median(ours) / median(theirs):.1f} times BM25 over characters"
    change = milliseconds(lambda: _change(index, rows[0]))
    return [
        Figure(f"{count:,} articles: built from tokens", built, "s", build),
        Figure(f"{count:,} articles: memory", memory, "MB", weight, "stored tokens apart"),
        Figure(f"{count:,} articles: a key, p50", median(ours), "ms", key, half),
        Figure(f"{count:,} articles: a key, p95", percentile(ours, 95), "ms", key, ratio),
        Figure(f"{count:,} articles: first key after a change", change, "ms", 2 * key),
    ]


def _times(search: object, texts: Sequence[str]) -> list[float]:
    assert callable(search)
    for text in texts[:20]:
        search(text)
    return [milliseconds(lambda text=text: search(text)) for text in texts]  # type: ignore[misc]


def _change(index: object, row: tuple[str, bytes, bytes]) -> None:
    from desk.answers.ranking import Index

    assert isinstance(index, Index)
    question, tokens, vector = row
    index.put(10_000_000, question, tokens, vector=vector)
    index.search("物业费")


if __name__ == "__main__":
    main()
