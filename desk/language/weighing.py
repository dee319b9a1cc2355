"""Weighs a text by its fragments: what a labelled collection of calls has taught, and why.

A plain linear model over fragments of one to three characters. Its weights lie in a resource that
``python -m installer.meanings`` makes anew; the fragments that weigh most are what a reading
rests on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.language.finding import Span
from desk.resources import resource

_PIECE = re.compile(r"[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+")
_FIGURES = re.compile(r"[0-9]+")
_LATIN = re.compile(r"[a-z]{2,}")
_LONGEST = 3
#: Where weights are kept as whole numbers: one is this much.
UNIT = 0.01

Grams = dict[str, list[Span]]


def grams(text: str, without: Sequence[Span] = ()) -> Grams:
    """Return the fragments of a folded text and where they stand; ``without`` are not looked at."""
    for start, end in without:
        text = text[:start] + " " * (end - start) + text[end:]
    found: Grams = {}
    for piece in _PIECE.finditer(text):
        at, word = piece.start(), piece.group()
        for latin in _LATIN.finditer(word):
            span = (at + latin.start(), at + latin.end())
            found.setdefault(latin.group(), []).append(span)
        word = _FIGURES.sub(lambda one: "0" * len(one.group()), word)
        for start in range(len(word)):
            if word[start].isascii():
                continue
            for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
                found.setdefault(word[start:end], []).append((at + start, at + end))
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: for each fragment what it adds for some of the labels.

    Attributes:
        labels: what is told apart.
        bias: what each label has from the start.
        of: fragment -> label, weight, label, weight, ...; weights in hundredths.
        rules: what one point of the rules adds for their own label.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    of: dict[str, list[int]]
    rules: float

    def scores(self, found: Iterable[str]) -> list[float]:
        """Return the sum for each label."""
        known = [self.of[gram] for gram in found if gram in self.of]
        share = UNIT / math.sqrt(len(known)) if known else 0.0
        sums = [0] * len(self.labels)
        for listed in known:
            for at in range(0, len(listed), 2):
                sums[listed[at]] += listed[at + 1]
        return [bias + share * one for bias, one in zip(self.bias, sums, strict=True)]

    def rests_on(self, found: Grams, label: int, most: int = 3) -> tuple[Span, ...]:
        """Return where the fragments stand that speak most for a label."""
        speaking = []
        for gram, spans in found.items():
            listed = self.of.get(gram, ())
            speaking += [
                (listed[at + 1] * len(gram), spans[0])
                for at in range(0, len(listed), 2)
                if listed[at] == label and listed[at + 1] > 0
            ]
        speaking.sort(reverse=True)
        if not speaking:
            return ()
        least = speaking[0][0] / 3
        return tuple(span for weight, span in speaking[:most] if weight >= least)


@cache
def weights(name: str) -> Weights:
    """Return the weights that ship under ``resources/language/<name>.json``; read once."""
    return parse(json.loads(resource("language", f"{name}.json").read_text(encoding="utf-8")))


def parse(data: dict[str, Any]) -> Weights:
    """Read weights out of their JSON form."""
    labels, bias = data["labels"], data["bias"]
    return Weights(tuple(labels), tuple(bias), data["weights"], float(data["rules"]))
