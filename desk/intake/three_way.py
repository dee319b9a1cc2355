"""Holds a field of a file against the desk's, with what the last file said between the two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from desk.language.normal import fold

_TITLE = re.compile(r"(?:先生|女士|小姐|太太|师傅|阿姨|叔叔|老师|大爷|大妈|总|家|同志)")
#: Square metres that are the same area written in two ways.
_SAME_AREA = 0.005


class Met(NamedTuple):
    """What a field becomes; ``asked`` where both sides changed it and the desk's is kept."""

    value: Any
    asked: bool


def area(base: float | None, mine: float | None, theirs: float | None, *, known: bool) -> Met:
    """Decide an area; ``known`` tells that a file has named the room before."""
    if theirs is None or (mine is not None and abs(theirs - mine) < _SAME_AREA):
        return Met(mine, asked=False)
    if base is not None and abs(theirs - base) < _SAME_AREA:
        return Met(mine, asked=False)
    unchanged = mine is None if base is None else mine is not None and abs(mine - base) < _SAME_AREA
    if unchanged and (known or mine is None):
        return Met(theirs, asked=False)
    return Met(mine, asked=True)


def text(base: str, mine: str, theirs: str, *, known: bool) -> Met:
    """Decide a text (a note, a day); one that only says more than the other wins."""
    if not theirs or theirs == mine:
        return Met(mine, asked=False)
    if known and base and theirs == base:
        return Met(mine, asked=False)
    if base == mine and (known or not mine):
        return Met(theirs, asked=False)
    if mine and mine in theirs:
        return Met(theirs, asked=False)
    return Met(mine, asked=theirs not in mine)


def name(base: str, mine: str, theirs: str, *, known: bool) -> Met:
    """Decide a name; a name in full wins over 张先生."""
    if same_name(mine, theirs) or (known and same_name(base, theirs)):
        return Met(mine, asked=False)
    if is_title_of(theirs, mine):
        return Met(mine, asked=False)
    if is_title_of(mine, theirs) or (known and base == mine):
        return Met(theirs, asked=False)
    return Met(mine, asked=True)


def code(base: str | None, mine: str, theirs: str | None) -> Met:
    """Decide what somebody is to a room, or what a room is; None where no file has said it."""
    if theirs is None or theirs in (mine, base):
        return Met(mine, asked=False)
    return Met(theirs, asked=False) if base == mine else Met(mine, asked=True)


def phones(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...], *, known: bool
) -> Met:
    """Decide a person's numbers; what both sides have only added to is joined."""
    was, here, there = set(base), set(mine), set(theirs)
    if not there or here == there:
        return Met(mine, asked=False)
    if not known:
        if not here or here & there:
            return Met(tuple(dict.fromkeys((*mine, *theirs))), asked=False)
        return Met(mine, asked=True)
    replaced_twice = (was - here) & (was - there) and here - was and there - was
    if replaced_twice and here - was != there - was:
        return Met(mine, asked=True)
    if here == was:
        return Met(theirs, asked=False)
    kept = [one for one in mine if one in there or one not in was]
    return Met(tuple(dict.fromkeys((*kept, *(n for n in theirs if n not in was)))), asked=False)


@lru_cache(maxsize=8_192)
def key_of_name(written: str) -> str:
    """Return a name as it is compared: width, variants and blanks aside."""
    return "".join(fold(written).text.split())


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one, however they are written."""
    return one == other or key_of_name(one) == key_of_name(other)


def is_title_of(short: str, full: str) -> bool:
    """Tell whether 张先生 may be 张伟: the surname, and no given name."""
    return (
        len(short) > 1
        and len(full) > 1
        and short[0] == full[0]
        and _TITLE.fullmatch(short[1:]) is not None
        and _TITLE.fullmatch(full[1:]) is None
    )


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two different names of one number may be one person: the same surname."""
    return one[:1] == other[:1]
