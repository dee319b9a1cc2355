"""What an article and a query are cut into: characters, syllables, initials, answer.

The first letter of a token says its field: ``c`` characters, ``s`` syllables, ``i`` initials,
``w`` the initials of a whole way of asking, ``a`` the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from desk.language.normal import has_han, normalise
from desk.language.pinyin import fuzzy, known_syllables, sounds, split

#: How much a field says.
_CHARACTERS, _SYLLABLES, _INITIALS, _ANSWER = 1.0, 0.6, 1.0, 0.25
#: A single character or syllable says less than a pair.
_SINGLE = 0.6
#: Initials shorter than what was typed; syllables that what was typed may become.
_PART, _UNFINISHED, _PERHAPS = 0.3, 0.8, 0.4
_LONGEST_INITIALS = 6
_LATIN = re.compile(r"[0-9a-z]+")
_FILLED = 8
#: Words that carry no question; they are left out of longer texts.
_FILLERS = re.compile(
    "你好|您好|喂|麻烦|请问|我想问一下|我想问|想问一下|想问|问一下|我想知道|想知道|那个|就是说"
    "|帮我|[哈呀啊呢哦嘛]"
)
_FUNCTION = re.compile(
    "怎么样|怎么办|怎么|如何|可以|什么|多少|哪里|在哪|不能|[吗么的呢是要有我能和,]"
)


def tokens(question: str, phrasings: Iterable[str], answer: str) -> str:
    """Return what is stored with an article: a line for each way of asking, last the answer.

    A line of asking is its plain characters, a tab, and its syllables; from these everything
    else is made quickly when the article is loaded.
    """
    lines = [
        f"{normalise(text)}\t{' '.join(sounds(text))}"
        for text in (question, *phrasings)
        if text.strip()
    ]
    return "\n".join([*lines, normalise(answer)])


def asking_tokens(line: str) -> set[str]:
    """Return the tokens of one stored way of asking."""
    characters, _, spoken = line.partition("\t")
    syllables = spoken.split()
    found = {f"c{one}" for one in characters if not one.isascii()}
    found.update(f"c{word}" for word in _LATIN.findall(characters))
    found.update(f"c{pair}" for pair in _pairs(characters))
    heard = [fuzzy(one) for one in syllables]
    found.update(f"s{one}" for one in heard)
    found.update(f"s{a} {b}" for a, b in pairwise(heard))
    letters = "".join(one[0] for one in syllables)
    for whole in (letters, _without_function_words(characters, syllables)):
        found.update(_initials(whole))
        found.add(f"w{whole}")
    return found


def answer_tokens(line: str) -> set[str]:
    """Return the tokens of a stored answer."""
    return {f"a{pair}" for pair in _pairs(line)}


def query_tokens(text: str) -> dict[str, float]:
    """Return the tokens of what is typed and how much each is worth."""
    normal = normalise(text)
    if len(normal) > _FILLED:
        normal = " ".join(_FILLERS.sub(" ", normal).split()) or normal
    worth: dict[str, float] = {}
    for one in normal:
        if not one.isascii():
            worth[f"c{one}"] = _CHARACTERS * _SINGLE
    for pair in _pairs(normal):
        worth[f"c{pair}"] = _CHARACTERS
        worth[f"a{pair}"] = _ANSWER
    for word in _LATIN.findall(normal):
        worth[f"c{word}"] = _CHARACTERS
    if has_han(normal):
        _hear([fuzzy(one) for one in sounds(normal)], worth)
    else:
        _spell(normal, worth)
    return worth


def _hear(syllables: list[str], worth: dict[str, float]) -> None:
    for one in syllables:
        worth[f"s{one}"] = _SYLLABLES * _SINGLE
    for first, second in pairwise(syllables):
        worth[f"s{first} {second}"] = _SYLLABLES


def _spell(typed: str, worth: dict[str, float]) -> None:
    """Read Latin letters as pinyin with an unfinished end, and up to six as initials too."""
    spoken = split(typed)
    if spoken is not None:
        *before, last = [fuzzy(one) for one in spoken]
        for one in before:
            worth[f"s{one}"] = _SINGLE
        for first, second in pairwise(before):
            worth[f"s{first} {second}"] = 1.0
        whole = spoken[-1] in known_syllables()
        for end in sorted(one for one in known_syllables() if one.startswith(spoken[-1])):
            heard = fuzzy(end)
            sure = 1.0 if heard == last else _PERHAPS if whole else _UNFINISHED
            for token, full in (
                (f"s{heard}", _SINGLE),
                (f"s{before[-1]} {heard}" if before else "", 1.0),
            ):
                if token:
                    worth[token] = max(worth.get(token, 0.0), sure * full)
    letters = typed.replace(" ", "")
    if 1 < len(letters) <= _LONGEST_INITIALS and letters.isalpha():
        worth[f"w{letters}"] = _INITIALS
        for token in _initials(letters):
            part = len(token) - 1 < min(len(letters), 4)
            worth[token] = _INITIALS * (_PART if part else 1.0)


def _pairs(text: str) -> Iterator[str]:
    for word in text.split():
        for at in range(len(word) - 1):
            if not word[at : at + 2].isascii():
                yield word[at : at + 2]


def _initials(letters: str) -> Iterator[str]:
    for length in (2, 3, 4):
        for at in range(len(letters) - length + 1):
            yield f"i{letters[at : at + length]}"


def _without_function_words(characters: str, syllables: list[str]) -> str:
    """Return the initials of the words that matter, where there is a syllable a character."""
    plain = characters.replace(" ", "")
    if len(plain) != len(syllables):
        return ""
    kept = [True] * len(plain)
    for match in _FUNCTION.finditer(plain):
        for at in range(*match.span()):
            kept[at] = False
    return "".join(one[0] for one, stays in zip(syllables, kept, strict=True) if stays)
