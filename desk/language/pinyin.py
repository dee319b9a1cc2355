"""How Chinese sounds, without tones: syllables and initials, for finding what is typed by sound.

The tables are read when the first Chinese text asks for them; starting up does not.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from desk.language.normal import fold, normalise
from desk.resources import resource

_LONGEST_WORD = 4
_LONGEST_SYLLABLE = 6
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What is stored beside a name: ``zhangshufen`` and ``zsf``."""

    pinyin: str
    initials: str


@dataclass(frozen=True, slots=True)
class _Tables:
    usual: dict[str, str]
    surnames: dict[str, tuple[str, ...]]
    given: dict[str, str]
    words: dict[str, tuple[str, ...]]
    begins: frozenset[str]


@cache
def _tables() -> _Tables:
    usual: dict[str, str] = {}
    for line in resource("language", "syllables.txt").read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        if syllable != "#":
            usual.update(dict.fromkeys(characters, syllable))
    data = json.loads(resource("language", "readings.json").read_text(encoding="utf-8"))
    return _Tables(
        usual,
        {name: tuple(reading.split()) for name, reading in data["surnames"].items()},
        data["given"],
        {word: tuple(reading.split()) for word, reading in data["words"].items()},
        frozenset(word[0] for word in data["words"]),
    )


@cache
def known_syllables() -> frozenset[str]:
    """Every syllable without its tone."""
    return frozenset(_tables().usual.values())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(one[:length] for one in known_syllables() for length in range(1, len(one) + 1))


def readings(text: str) -> list[str]:
    """Return the syllable of each character of a folded text; "" where it has none."""
    tables = _tables()
    found: list[str] = []
    at = 0
    while at < len(text):
        if text[at] not in tables.begins:
            found.append(tables.usual.get(text[at], ""))
            at += 1
            continue
        for length in range(_LONGEST_WORD, 1, -1):
            word = tables.words.get(text[at : at + length])
            if word is not None and len(word) == length:
                found += word
                at += length
                break
        else:
            found.append(tables.usual.get(text[at], ""))
            at += 1
    return found


def sounds(text: str) -> list[str]:
    """Return the syllables of a text in order, its Latin words and figures left as they are."""
    normal = normalise(text)
    found: list[str] = []
    word = ""
    for character, reading in zip(normal, readings(normal), strict=True):
        if not reading and character != " ":
            word += character
            continue
        if word:
            found.append(word)
            word = ""
        if reading:
            found.append(reading)
    return [*found, word] if word else found


def syllables(text: str) -> list[str]:
    """Return the syllables of the Chinese characters of a text: 漏水 -> ``["lou", "shui"]``."""
    return [one for one in readings(fold(text).text) if one]


def initials(text: str) -> str:
    """Return the first letters of the syllables and of Latin words: 物业费 -> ``wyf``."""
    return "".join(one[0] for one in sounds(text) if one[0].isalpha())


def name_keys(name: str) -> NameKeys:
    """Return what is stored beside a name, special readings of surnames minded."""
    tables = _tables()
    folded = "".join(normalise(name).split())
    for length in (2, 1):
        surname = tables.surnames.get(folded[:length])
        if surname is not None and len(surname) == length and len(folded) > length:
            break
    else:
        length, surname = 0, ()
    spoken = list(surname)
    letters = ""
    for character in folded[length:]:
        reading = tables.given.get(character) or tables.usual.get(character, "")
        if reading:
            spoken.append(reading)
        else:
            letters += character
    first = "".join(one[0] for one in spoken)
    return NameKeys("".join(spoken) + letters, first + letters[:1])


@lru_cache(maxsize=4096)
def fuzzy(syllable: str) -> str:
    """Return a syllable as a southern ear hears it: zh/ch/sh as z/c/s, -ng as -n."""
    if syllable[:2] in ("zh", "ch", "sh"):
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith("ng") else syllable


def split(letters: str) -> list[str] | None:
    """Split typed pinyin into syllables, of which the last may be unfinished.

    Returns:
        The fewest syllables there can be, longer ones first; None where it is no pinyin.
    """
    found: list[str] = []
    for word in _LETTERS.findall(letters.lower()):
        parts = _split_word(word)
        if parts is None:
            return None
        found += parts
    return found or None


@lru_cache(maxsize=512)
def _split_word(word: str) -> tuple[str, ...] | None:
    known, beginnings = known_syllables(), _beginnings()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[len(word)] = ()
    for at in range(len(word) - 1, -1, -1):
        for length in range(min(_LONGEST_SYLLABLE, len(word) - at), 0, -1):
            part, rest = word[at : at + length], best[at + length]
            whole = part in known or (not rest and rest is not None and part in beginnings)
            if rest is None or not whole:
                continue
            chosen = best[at]
            if chosen is None or len(rest) + 1 < len(chosen):
                best[at] = (part, *rest)
    return best[0]


def split_by_initials(pinyin: str, first_letters: str) -> list[int]:
    """Return where each syllable of a stored name begins: ``zhangshufen``, ``zsf`` -> 0, 5, 8."""
    known = known_syllables()

    def starts(at: int, left: str) -> list[int] | None:
        if not left:
            return [] if at == len(pinyin) else None
        if not pinyin.startswith(left[0], at):
            return None
        for end in range(min(at + _LONGEST_SYLLABLE, len(pinyin)), at, -1):
            if pinyin[at:end] in known:
                rest = starts(end, left[1:])
                if rest is not None:
                    return [at, *rest]
        return None

    return starts(0, first_letters) or [0]
