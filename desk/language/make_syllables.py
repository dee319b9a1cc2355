"""Make ``resources/language/syllables.txt`` again: ``python -m desk.language.make_syllables``.

The usual reading of each character, without tones, as the package ``pypinyin`` (MIT) gives it.
The table stands in for that package when the program runs: it loads in milliseconds and takes
two megabytes, where the package takes a fifth of a second and more than fifty.
"""

from __future__ import annotations

from collections import defaultdict

from desk.resources import resource

_FIRST, _LAST = 0x4E00, 0x9FA5
#: Readings of the package that no keyboard types.
_RARE = {"m": "mu", "n": "en", "hm": "hen", "fiao": "biao", "lo": "luo", "yo": "yao"}


def table() -> str:
    """Return the table: a head, then a line of ``syllable characters`` for every syllable."""
    from pypinyin import lazy_pinyin

    characters: dict[str, list[str]] = defaultdict(list)
    for code in range(_FIRST, _LAST + 1):
        reading = lazy_pinyin(chr(code))[0]
        if reading != chr(code):
            characters[_RARE.get(reading, reading)].append(chr(code))
    lines = [f"{syllable} {''.join(having)}" for syllable, having in sorted(characters.items())]
    head = "# Made by desk.language.make_syllables from pypinyin (MIT): the usual reading."
    return "\n".join([head, *lines]) + "\n"


if __name__ == "__main__":
    resource("language").joinpath("syllables.txt").write_text(table(), encoding="utf-8")
