"""A reading and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desk.language.finding import Span
from desk.language.normal import Folded

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """A reading and the half-open spans of the text it rests on; no span: it is assumed."""

    value: Value
    spans: tuple[Span, ...] = ()


def typed(spans: Iterable[Span], folded: Folded) -> tuple[Span, ...]:
    """Return spans of the text as typed, joined where they touch, in order."""
    joined: list[Span] = []
    for start, end in sorted(folded.span(*span) for span in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def places(plain: str, words: Sequence[str]) -> list[Span]:
    """Return where each of these words first stands in a folded text."""
    return [(at, at + len(word)) for word in words if (at := plain.find(word)) >= 0]
