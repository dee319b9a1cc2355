"""The two marks that a reader takes the ticket's number from: QR and Code 128, one path each."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import segno
from reportlab.pdfgen.canvas import Canvas

#: Widths of bar, space, bar, space, bar, space in modules, seven characters a value of Code 128.
_PATTERNS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 "
    "112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 "
    "311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 "
    "112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
    "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 "
    "122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 "
)
_STOP = "2331112"
_TO_C, _TO_B, _START_B, _START_C = 99, 100, 104, 105
#: A bar of 1/100 inch: whole dots on printers of 200, 300, 600 and 1200 dots an inch.
MODULE = 0.72
#: Clear paper before and after the bars: ten modules.
QUIET = 10 * MODULE


def _values(text: str) -> list[int]:
    """Return the values of Code 128 for printable ASCII: digits in pairs where that is shorter."""
    values: list[int] = []
    in_c = False
    at = 0
    while at < len(text):
        digits = 0
        while text[at + digits : at + digits + 1].isdigit():
            digits += 1
        pairs = digits // 2 if digits >= 4 else 0
        if pairs:
            if not in_c:
                values.append(_TO_C if values else _START_C)
            values += [int(text[i : i + 2]) for i in range(at, at + 2 * pairs, 2)]
            at += 2 * pairs
            in_c = True
            continue
        if in_c or not values:
            values.append(_TO_B if values else _START_B)
            in_c = False
        values.append(ord(text[at]) - 32)
        at += 1
    check = values[0] + sum(i * value for i, value in enumerate(values))
    return [*values, check % 103]


def bars_width(text: str) -> float:
    """Return how wide the bars are with their quiet zones, in points."""
    return (len(_values(text)) * 11 + 13) * MODULE + 2 * QUIET


def draw_bars(canvas: Canvas, text: str, x: float, y: float, height: float) -> None:
    """Draw ASCII text as Code 128; ``x``, ``y`` is the lower left corner of the quiet zone."""
    path = canvas.beginPath()
    left = x + QUIET
    for pattern in [*(_PATTERNS[7 * v : 7 * v + 6] for v in _values(text)), _STOP]:
        for i, wide in enumerate(map(int, pattern)):
            if i % 2 == 0:
                path.rect(left, y, wide * MODULE, height)
            left += wide * MODULE
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=8)  # the copies of one slip carry the same mark
def _qr_runs(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return a symbol's side in modules and its dark runs as (column, row from below, length)."""
    rows = segno.make_qr(text, error="m").matrix
    runs = []
    for y, row in enumerate(rows):
        x = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                runs.append((x, len(rows) - 1 - y, length))
            x += length
    return len(rows), tuple(runs)


def draw_qr(canvas: Canvas, text: str, x: float, y: float, side: float) -> None:
    """Draw text as a QR code into a square of ``side`` points.

    The quiet zone of four modules lies around the square and is for the caller to keep clear:
    a fifth of the side for what is short, less for what is long.
    """
    modules, runs = _qr_runs(text)
    module = side / modules
    path = canvas.beginPath()
    for column, row, length in runs:
        path.rect(x + column * module, y + row * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)
