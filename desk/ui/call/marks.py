"""Which characters of a row are those that were typed."""

from __future__ import annotations

import re

from desk.community.found import By, Found

Marks = tuple[tuple[int, int], ...]

#: Figures of a masked telephone that can still be seen at its end.
_SEEN = 4
_PARTS = re.compile(r"\d+|[^\W\d_]+")


def marks_of(found: Found, text: str, title: str, detail: str) -> tuple[Marks, Marks]:
    """Return the spans (half-open) of a row's title and of its second line that were typed.

    Args:
        found: who or what the row is, and the parts of the text it rests on.
        text: what was typed.
        title: the name or the room.
        detail: room and masked telephone of a person, "" for a room.
    """
    typed = [text[start:end] for start, end in found.spans]
    if found.by is By.INITIALS:
        letters = max((len(piece.replace(" ", "")) for piece in typed), default=0)
        return ((0, min(letters, len(title))),), ()
    if found.by is By.PINYIN:
        return ((0, len(title)),), ()
    if found.by is By.PHONE:
        figures = "".join(one for one in "".join(typed) if one.isdigit())
        tail = figures[-min(_SEEN, len(figures)) :]
        ends = bool(tail) and found.phone.replace("-", "").endswith(figures)
        return (), (((len(detail) - len(tail), len(detail)),) if ends else ())
    return _pieces(typed, title), _pieces(typed, detail)


def _pieces(typed: list[str], shown: str) -> Marks:
    """Return where the words and figures that were typed stand in what is shown."""
    spans = []
    low = shown.casefold()
    for piece in typed:
        whole = low.find(piece.casefold())
        parts = [piece] if whole >= 0 else _PARTS.findall(piece)
        at = 0
        for part in parts:
            begin = low.find(part.casefold(), at)
            if begin >= 0:
                at = begin + len(part)
                spans.append((begin, at))
    return tuple(sorted(set(spans)))
