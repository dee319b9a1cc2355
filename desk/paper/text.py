"""Breaking text into lines as Chinese and English are broken, and shortening it with a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.paper.fonts import advances

ELLIPSIS = "…"
#: What no line may begin with, and what none may end with.
_CLOSING = "，。、；：！？）》〉」』】〕”’…—·％%℃°,.;:!?)]}"
_OPENING = "（《〈「『【〔“‘([{"
_WORD = re.compile(
    rf"[{re.escape(_OPENING)}]*"
    r"(?:[A-Za-z0-9À-ɏ_/+#@&*'°.:-]+|[^\n ])"
    rf"[{re.escape(_CLOSING)}]*|[\n ]"
)


def width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a line of text is in points."""
    pens = advances(bold)
    return sum(pens.get(ord(char), 1000) for char in text) * size / 1000


def lines(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """Break text into lines no wider than ``room`` points.

    Words and numbers stay whole where they fit, punctuation stays with what it belongs to.
    """
    done: list[str] = []
    line, used = "", 0.0
    for word in _WORD.findall(text):
        if word == "\n":
            done.append(line.rstrip())
            line, used = "", 0.0
            continue
        wide = width(word, size, bold)
        if used + wide <= room:
            line, used = line + word, used + wide
            continue
        if word == " ":
            continue
        if line.strip():
            done.append(line.rstrip())
        *full, line = _broken(word, size, room, bold) if wide > room else [word]
        done += full
        used = width(line, size, bold)
    if line.strip() or not done:
        done.append(line.rstrip())
    return done


def _broken(word: str, size: float, room: float, bold: bool) -> list[str]:
    """Cut a word that no line can hold."""
    parts, part = [], ""
    for char in word:
        if part and width(part + char, size, bold) > room:
            parts.append(part)
            part = ""
        part += char
    return [*parts, part]


def shortened(text: str, size: float, room: float, bold: bool = False, mark: str = ELLIPSIS) -> str:
    """Return text, cut and marked where one line of ``room`` points does not hold it."""
    if width(text, size, bold) <= room:
        return text
    return marked(text, size, room, bold, mark)


def marked(text: str, size: float, room: float, bold: bool, mark: str) -> str:
    """Return as much of the text as fits in one line together with the mark."""
    left = room - width(mark, size, bold)
    kept, used = "", 0.0
    for char in text:
        used += width(char, size, bold)
        if used > left:
            break
        kept += char
    return kept.rstrip(" " + _CLOSING + _OPENING) + mark


#: So few characters do not stand alone in a last line where a smaller size avoids it.
_WIDOW = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A size in points and the distance from baseline to baseline."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Block:
    """Text broken to fit an area; ``cut`` when some of it had to stay away."""

    lines: tuple[str, ...]
    setting: Setting
    cut: bool = False


def block(
    text: str,
    area: tuple[float, float],
    settings: tuple[Setting, ...],
    mark: str,
    bold: bool = False,
) -> Block:
    """Set text as large as ``area`` (width, height in points) allows.

    Args:
        text: what is said; line ends are kept.
        area: the room for it.
        settings: to be tried in turn, largest first.
        mark: ends the text where even the smallest setting does not hold it all.
        bold: in the heavy face.
    """
    room, height = area
    kept: list[str] = []
    setting = settings[-1]
    fitting: Block | None = None
    for setting in settings:
        most = max(1, int((height - setting.size * 1.16) // setting.leading) + 1)
        # What cannot fit needs no breaking: no letter is narrower than a fifth of its size.
        enough = int(most * room / (setting.size * 0.2)) + 1
        broken = lines(text[:enough], setting.size, room, bold)
        kept = broken[:most]
        if len(broken) > most or len(text) > enough:
            continue
        if fitting is None or len(broken) < len(fitting.lines):
            fitting = Block(tuple(broken), setting)
        if len(broken) == 1 or len(broken[-1]) > _WIDOW:
            return fitting
    if fitting is not None:
        return fitting
    kept[-1] = marked(kept[-1], setting.size, room, bold, mark)
    return Block(tuple(kept), setting, cut=True)
