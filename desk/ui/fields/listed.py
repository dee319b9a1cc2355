"""Several names in one line, with the comma of the language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from desk.words.catalogue import Words


def listed(words: Words, names: Iterable[str]) -> str:
    """Return names one after the other: 漏水、供水; nothing where there is none."""

    def join(first: str, second: str) -> str:
        return words.say_in("list", "{first}, {second}", first=first, second=second)

    given = list(names)
    return reduce(join, given) if given else ""
