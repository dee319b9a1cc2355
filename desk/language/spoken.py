"""Plain words for what people say: Cantonese and other speech of home, fillers left out.

"喺邊度攞門匙" is read as "在哪里拿门钥匙". Articles and queries are made plain alike, so that
either may be written in either way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from desk.language.normal import Folded, fold
from desk.resources import resource

#: Only in texts longer than this are there words to spare.
_SHORT = 8
_WORD = re.compile(r"[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain words, and for each of its characters the span it stands for.

    ``origin`` and ``ends`` are positions in the text as typed.
    """

    text: str
    origin: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original that ``start:end`` of the plain text is."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else (self.ends or (0,))[-1]
            return at, at
        return self.origin[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class _Speech:
    words: dict[str, str]
    own: frozenset[str]
    said: re.Pattern[str]
    fillers: re.Pattern[str]


@cache
def _speech() -> _Speech:
    """Read the resource once and make one pattern of it, the longest words first."""
    document = json.loads(resource("language", "spoken.json").read_text(encoding="utf-8"))
    guarded: dict[str, str] = document["guarded"]
    words = {word: word for word in document["kept"]} | guarded
    for group in document["words"]:
        words.update(group["plain"])
    guard = f"(?<![{document['not_after']}])"
    pieces = [
        (guard if word in guarded else "") + re.escape(word) for word in _longest_first(words)
    ]
    fillers = [
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in _longest_first(document["fillers"])
    ]
    return _Speech(
        words,
        frozenset(one for word in words for one in word if fold(one).text != one),
        re.compile("|".join(pieces)),
        re.compile("|".join(fillers)),
    )


def _heard(text: str, folded: Folded) -> str:
    """Return a folded text in which characters of home speech stand as they were typed.

    Folding alone reads 嘢 as 物, which is right beside others (乜嘢) only by its word.
    """
    own = _speech().own
    if own.isdisjoint(text):
        return folded.text
    pairs = zip(folded.text, folded.origin, strict=True)
    return "".join(text[at] if text[at] in own else one for one, at in pairs)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def plainly(text: str) -> str:
    """Return a text folded, in plain words, without punctuation, words set apart by one space.

    Fillers (麻烦, 我想问一下) are left out of texts over eight characters.
    """
    return plain(text).text


@lru_cache(maxsize=512)
def plain(text: str) -> Plain:
    """Return a text as ``plainly`` does, with where each character stood."""
    folded = fold(text)
    pieces: list[tuple[str, int, int]] = []
    at = 0
    if not folded.text.isascii():
        speech = _speech()
        for match in speech.said.finditer(_heard(text, folded)):
            pieces += _as_is(folded.text, folded.origin, at, match.start())
            pieces += _said(speech.words[match[0]], *folded.span(*match.span()))
            at = match.end()
    pieces += _as_is(folded.text, folded.origin, at, len(folded.text))
    pieces = _tidy(pieces)
    if len(pieces) > _SHORT:
        pieces = _without_fillers(pieces) or pieces
    return Plain(
        "".join(one for one, _, _ in pieces),
        tuple(start for _, start, _ in pieces),
        tuple(end for _, _, end in pieces),
    )


def _as_is(
    text: str, origin: tuple[int, ...], start: int, end: int
) -> Iterator[tuple[str, int, int]]:
    for at in range(start, end):
        yield text[at], origin[at], origin[at] + 1


def _said(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Spread a plain word over the span of what was said, first to first and last to last."""
    count = len(word)
    long = end - start
    return [
        (one, start + at * long // count, max(start + (at + 1) * long // count, start + 1))
        for at, one in enumerate(word)
    ]


def _tidy(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Put one space for what is no letter, figure or Chinese character; none at either end."""
    tidy: list[tuple[str, int, int]] = []
    for one, start, end in pieces:
        if _WORD.match(one):
            tidy.append((one, start, end))
        elif tidy and tidy[-1][0] != " ":
            tidy.append((" ", start, end))
    if tidy and tidy[-1][0] == " ":
        tidy.pop()
    return tidy


def _without_fillers(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    text = "".join(one for one, _, _ in pieces)
    kept, at = [], 0
    for match in _speech().fillers.finditer(text):
        kept += [*pieces[at : match.start()], (" ", *pieces[match.start()][1:])]
        at = match.end()
    return _tidy([*kept, *pieces[at:]]) if at else pieces
