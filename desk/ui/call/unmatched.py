"""The piece of what was typed that nothing was found for: the word that may be new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desk.answers.found import Why
from desk.community.found import By
from desk.language.lexicon import Lexicon, shipped
from desk.language.phones import find_phones
from desk.language.spoken import plain
from desk.language.surnames import SURNAMES

if TYPE_CHECKING:
    from desk.calls.assist import Sight

#: Shorter is no word that could mean something, longer is a sentence.
_LEAST, _MOST = 2, 8
_EDGES = "了吗呢啊吧呀嘛的我你他她您们家把被给就还在有是又不没去来到个和跟，。？！、 "
_FIGURES = re.compile(r"[\d\-#—–]+[号楼栋幢座单元室层房]*")
_TITLED = re.compile(
    f"[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{0,2}}?(?:先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|师傅|老师|总|姐|哥)"
)
#: What somebody says to be called by.
_NAMED = re.compile("(?:我叫|我是|姓|名叫|叫做)[\u4e00-\u9fff]{1,4}")


class Asked(NamedTuple):
    """What is asked about a text.

    Attributes:
        piece: the part that matched nothing.
        question: of the answer that was found, "" without one.
        why: why it was found.
        near: the keys of the concepts that it speaks of.
    """

    piece: str
    question: str
    why: tuple[Why, ...]
    near: tuple[str, ...]


def asked_about(sight: Sight, article: int | None) -> Asked:
    """Return what to ask about a text.

    Args:
        sight: what was read of it.
        article: the answer that is pointed at; None for the first, where there is one.
    """
    answer = next((one for one in sight.answers if one.id == article), None)
    if answer is None:
        answer = next(iter(sight.answers), None)
    why = answer.why if answer is not None else ()
    question = answer.question if answer is not None else ""
    near = dict.fromkeys(found.concept.key for found in _shipped().found(plain(question).text))
    return Asked(unmatched(sight, [one.said for one in why]), question, why, tuple(near))


def unmatched(sight: Sight, matched: Iterable[str]) -> str:
    """Return the longest piece of the text that nothing explains; "" where there is none.

    Rooms, telephones, names and when somebody may come are never part of it: what is taught to
    the library is read by everybody.

    Args:
        sight: what was read of the text.
        matched: the pieces of the text for which the answer was found.
    """
    text = sight.text
    free = bytearray(len(text))
    for start, end in _said(text):
        free[start:end] = b"\1" * (end - start)
    for start, end in (*_private(sight), *_places(text, matched), *_asking(text)):
        free[start:end] = bytes(end - start)
    runs = ("".join(text[at] for at in run).strip(_EDGES) for run in _runs(free))
    found = [run for run in runs if _LEAST <= len(run) <= _MOST and not run.isdecimal()]
    return max(found, key=len, default="")


def _said(text: str) -> Iterator[tuple[int, int]]:
    """Yield what is no filler and no punctuation."""
    read = plain(text)
    for start, end, one in zip(read.origin, read.ends, read.text, strict=True):
        if one != " ":
            yield start, end


def _private(sight: Sight) -> Iterator[tuple[int, int]]:
    text, reading = sight.text, sight.reading
    for pattern in (_FIGURES, _TITLED, _NAMED):
        yield from (match.span() for match in pattern.finditer(text))
    yield from ((room.start, room.end) for room in reading.rooms)
    yield from ((phone.start, phone.end) for phone in find_phones(text))
    for found in sight.found:
        if found.by is not By.INITIALS:
            yield from found.spans
    for said in (reading.when, reading.who):
        if said is not None:
            yield from said.spans
    if sight.caller is not None:
        yield from sight.caller.spans


def _places(text: str, pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
    for piece in filter(None, pieces):
        yield from (match.span() for match in re.finditer(re.escape(piece), text))


def _asking(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words of asking (怎么办, 多少钱): they are no matter of their own."""
    read = plain(text)
    for found in _weak().found(read.text):
        yield read.span(*found.span)


@cache
def _shipped() -> Lexicon:
    return Lexicon(shipped())


@cache
def _weak() -> Lexicon:
    return Lexicon(one for one in shipped() if one.weak)


def _runs(free: bytearray) -> Iterator[list[int]]:
    for is_free, run in groupby(range(len(free)), lambda at: free[at]):
        if is_free:
            yield list(run)
