"""What an article is cut into, and how this is stored with it.

Every token is a number of 32 bits that depends on nothing but its text, so that an index is made
of stored tokens without looking at a single one of them in Python. A stored row is a version, the
number of its lines, for each line how many tokens each field has, and then the tokens. The first
line is the question, then come the other phrasings, and last the answer.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from zlib import crc32

from desk.language.normal import normalise
from desk.language.pinyin import fuzzy, readings
from desk.language.spoken import plainly

#: Raised whenever the same article would be cut otherwise.
VERSION = 2
_HEAD = struct.Struct("<BxH")
_LATIN = re.compile(r"[0-9a-z]+")
_FUNCTION = re.compile(
    "怎么样|怎么办|怎么|如何|可以|什么|多少|哪里|在哪|不能|[吗么的呢是要有我能和,]"
)
_SHORTEST_PART = 2


class Field(IntEnum):
    """What a token says; the order in which a line is stored."""

    CHARACTER = 0
    PAIR = 1
    SYLLABLE = 2
    SOUND_PAIR = 3
    INITIALS = 4
    ANSWER = 5


#: The letter a token's text begins with before it becomes a number.
_LETTER = {
    Field.CHARACTER: "c",
    Field.PAIR: "p",
    Field.SYLLABLE: "s",
    Field.SOUND_PAIR: "t",
    Field.INITIALS: "i",
    Field.ANSWER: "a",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A Chinese character or a Latin word of a normal text.

    Attributes:
        text: the character or the word.
        sound: its syllable, without tone; of a word the word itself.
        start: where it stands in the normal text.
        joined: nothing stands between it and the one before.
    """

    text: str
    sound: str
    start: int
    joined: bool

    @property
    def end(self) -> int:
        """Where it ends in the normal text."""
        return self.start + len(self.text)


def token(field: Field, text: str) -> int:
    """Return the number of a token."""
    return crc32((_LETTER[field] + text).encode())


def units(normal: str) -> list[Unit]:
    """Return the characters and Latin words of a normal text."""
    heard = readings(normal)
    found: list[Unit] = []
    at, end = 0, -1
    while at < len(normal):
        word = _LATIN.match(normal, at)
        if word is not None:
            found.append(Unit(word[0], word[0], at, at == end))
            at = end = word.end()
        else:
            if normal[at] != " ":
                found.append(Unit(normal[at], fuzzy(heard[at]), at, at == end))
                end = at + 1
            at += 1
    return found


def stored(question: str, phrasings: Iterable[str], answer: str) -> bytes:
    """Return what is stored with an article."""
    asking = (question, *(text for text in phrasings if text.strip()))
    lines = [_asking(plainly(text)) for text in asking]
    lines.append(_answering(normalise(answer)))
    counts = [len(fields.get(field, ())) for fields in lines for field in Field]
    ids = [one for fields in lines for field in Field for one in fields.get(field, ())]
    head = _HEAD.pack(VERSION, len(lines))
    return head + struct.pack(f"<{len(counts)}H{len(ids)}I", *counts, *ids)


def is_current(row: bytes) -> bool:
    """Tell whether a stored row was cut as it would be today."""
    return bool(row) and row[0] == VERSION


def lines_of(row: bytes) -> tuple[bytes, int]:
    """Return the counts of a stored row, and where its tokens begin.

    The counts are ``len(Field)`` a line, of two bytes, the lower one first.
    """
    begin = _HEAD.size + 2 * len(Field) * int(_HEAD.unpack_from(row)[1])
    return row[_HEAD.size : begin], begin


def initial_grams(letters: str) -> Iterator[str]:
    """Return the runs of two to four letters."""
    for length in (2, 3, 4):
        for at in range(len(letters) - length + 1):
            yield letters[at : at + length]


def _asking(normal: str) -> dict[Field, list[int]]:
    cut = units(normal)
    texts: dict[Field, dict[str, None]] = {field: {} for field in Field}
    for one in cut:
        texts[Field.CHARACTER][one.text] = None
        if one.sound:
            texts[Field.SYLLABLE][one.sound] = None
        if one.text.isascii():
            parts = range(_SHORTEST_PART, len(one.text))
            texts[Field.PAIR].update((f"{one.text[:length]}*", None) for length in parts)
    for first, second in pairwise(cut):
        if second.joined:
            texts[Field.PAIR][first.text + second.text] = None
        texts[Field.SOUND_PAIR][f"{first.sound} {second.sound}"] = None
    for letters in {initials(cut), initials(without_function_words(normal, cut))}:
        texts[Field.INITIALS].update((gram, None) for gram in initial_grams(letters))
        texts[Field.INITIALS][f"={letters}"] = None
    return {field: [token(field, text) for text in found] for field, found in texts.items()}


def _answering(normal: str) -> dict[Field, list[int]]:
    cut = units(normal)
    found = dict.fromkeys(one.text for one in cut)
    found.update((a.text + b.text, None) for a, b in pairwise(cut) if b.joined)
    return {Field.ANSWER: [token(Field.ANSWER, text) for text in found]}


def initials(cut: Sequence[Unit]) -> str:
    """Return the first letters of units."""
    return "".join(one.sound[0] for one in cut if one.sound and one.sound[0].isalpha())


def without_function_words(normal: str, cut: Sequence[Unit]) -> list[Unit]:
    """Return the units that are no words of asking."""
    gone = {at for match in _FUNCTION.finditer(normal) for at in range(*match.span())}
    return [one for one in cut if one.start not in gone]
