"""The piece of a text that may be a new word: what is no filler, no figure, no name, no asking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from desk.language.lexicon import Lexicon, shipped
from desk.language.phones import find_phones
from desk.language.spoken import plain
from desk.language.surnames import SURNAMES

Span = tuple[int, int]

#: Shorter is no word that could mean something, longer is a sentence.
_LEAST, _MOST = 2, 8
_EDGES = "了吗呢啊吧呀嘛的我你他她您们家把被给就还在有是又不没去来到个和跟，。？！、 "
_FIGURES = re.compile(r"[\d\-#—–]+[号楼栋幢座单元室层房]*")
_TITLED = re.compile(
    f"[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{0,2}}?"
    "(?:先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|师傅|老师|总|姐|哥)"
)
#: What somebody says to be called by.
_NAMED = re.compile("(?:我叫|我是|姓|名叫|叫做)[\u4e00-\u9fff]{1,4}")


def new_piece(text: str, taken: Iterable[Span]) -> str:
    """Return the longest piece of a text that nothing explains; "" where there is none.

    Args:
        text: what was typed.
        taken: what is explained, or is somebody's own (half-open).
    """
    free = bytearray(len(text))
    for start, end in _said(text):
        free[start:end] = b"\1" * (end - start)
    for start, end in (*taken, *_private(text), *_asking(text)):
        free[start:end] = bytes(end - start)
    runs = ("".join(text[at] for at in run).strip(_EDGES) for run in _runs(free))
    found = [run for run in runs if _LEAST <= len(run) <= _MOST and not run.isdecimal()]
    return max(found, key=len, default="")


def _said(text: str) -> Iterator[Span]:
    """Yield what is no filler and no punctuation."""
    read = plain(text)
    for start, end, one in zip(read.origin, read.ends, read.text, strict=True):
        if one != " ":
            yield start, end


def _private(text: str) -> Iterator[Span]:
    for pattern in (_FIGURES, _TITLED, _NAMED):
        yield from (match.span() for match in pattern.finditer(text))
    yield from ((phone.start, phone.end) for phone in find_phones(text))


def _asking(text: str) -> Iterator[Span]:
    """Yield the words of asking (怎么办, 多少钱): they are no matter of their own."""
    read = plain(text)
    for found in _weak().found(read.text):
        yield read.span(*found.span)


@cache
def _weak() -> Lexicon:
    return Lexicon(one for one in shipped() if one.weak)


def _runs(free: bytearray) -> Iterator[list[int]]:
    for is_free, run in groupby(range(len(free)), lambda at: free[at]):
        if is_free:
            yield list(run)
