"""One PDF being set, and a sheet of it that is measured from its upper left corner in points."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from desk.paper import marks
from desk.paper.fonts import BOLD, PRESS, REGULAR, set_up, settable
from desk.paper.text import Block, shortened, width

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A5_LANDSCAPE = (210 * MM, 148 * MM)

#: Weights of lines: to write on, around a box, between the parts of a page.
HAIR, FRAME, RULE = 0.4, 0.8, 1.4

Align = Literal["left", "right", "middle"]


class Book:
    """A PDF being set, a sheet at a time; the same input gives the same bytes."""

    def __init__(self, size: tuple[float, float], title: str, author: str, language: str) -> None:
        """Open it.

        Args:
            size: width and height of every sheet in points.
            title: what a viewer shows in its title bar.
            author: the office it comes from.
            language: of the words on it, as the catalogues are named.

        Raises:
            Refusal: ``paper.font_missing``.
        """
        set_up()
        self._bytes = BytesIO()
        self._height = size[1]
        self._canvas = Canvas(
            self._bytes,
            pagesize=size,
            initialFontName=REGULAR,
            pageCompression=1,
            invariant=1,
            lang=language.replace("_", "-"),
        )
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("desk")
        self._canvas.setLineCap(0)

    def sheet(self, top: float = 0) -> Sheet:
        """Return the page being set, or the part of it that begins ``top`` points down."""
        return Sheet(self._canvas, self._height - top)

    def turn(self) -> None:
        """End this page."""
        self._canvas.showPage()

    def close(self) -> bytes:
        """End the book and return it."""
        self._canvas.save()
        return self._bytes.getvalue()


class Sheet:
    """Part of a page; ``y`` runs downwards, text stands on the ``y`` given."""

    def __init__(self, canvas: Canvas, top: float) -> None:
        """Measure from ``top`` points above the page's lower edge."""
        self._canvas = canvas
        self._top = top

    def say(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        room: float | None = None,
        smallest: float | None = None,
        align: Align = "left",
        white: bool = False,
    ) -> float:
        """Set one line and return how wide it is.

        Where it is wider than ``room`` it is set smaller, down to ``smallest``, and then
        shortened with a mark.
        """
        if room is not None:
            # No letter is narrower than a fifth of its size: more need not even be looked at.
            text = text[: int(room / (smallest or size) * 5) + 2]
        text = settable(text).replace("\n", " ")
        if room is not None:
            while smallest is not None and size > smallest and width(text, size, bold) > room:
                size -= 0.5
            text = shortened(text, size, room, bold)
        wide = width(text, size, bold)
        if align != "left":
            x -= wide if align == "right" else wide / 2
        if text:
            self._canvas.setFont(BOLD if bold else REGULAR, size)
            self._canvas.setFillGray(1 if white else 0)
            self._canvas.drawString(x, self._top - y, text)
            self._canvas.setFillGray(0)
        return wide

    def lines(self, x: float, y: float, block: Block, *, bold: bool = False) -> float:
        """Set broken text with its first baseline at ``y``; return the last baseline."""
        for i, line in enumerate(block.lines):
            self.say(x, y + i * block.setting.leading, line, block.setting.size, bold=bold)
        return y + (len(block.lines) - 1) * block.setting.leading

    def rule(self, x: float, y: float, to: float, weight: float = HAIR) -> None:
        """Draw a level line."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self._top - y, to, self._top - y)

    def post(self, x: float, y: float, to: float, weight: float = HAIR) -> None:
        """Draw an upright line."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self._top - y, x, self._top - to)

    def dashes(self, x: float, y: float, to: float) -> None:
        """Draw the line along which a part is torn off."""
        self._canvas.setDash(3, 3)
        self.rule(x, y, to, HAIR)
        self._canvas.setDash()

    def frame(
        self, x: float, y: float, wide: float, high: float, weight: float = FRAME,
        *, dashed: bool = False,
    ) -> None:  # fmt: skip
        """Draw a box; its line stays inside."""
        self._canvas.setLineWidth(weight)
        if dashed:
            self._canvas.setDash(2, 1.5)
        half = weight / 2
        self._canvas.rect(
            x + half, self._top - y - high + half, wide - weight, high - weight, fill=0
        )
        self._canvas.setDash()

    def ink(self, x: float, y: float, wide: float, high: float) -> None:
        """Fill a box."""
        self._canvas.rect(x, self._top - y - high, wide, high, stroke=0, fill=1)

    def bars(self, x: float, y: float, text: str, high: float) -> None:
        """Draw Code 128 with its quiet zones from its upper left corner."""
        marks.draw_bars(self._canvas, text, x, self._top - y - high, high)

    def qr(self, x: float, y: float, text: str, side: float) -> None:
        """Draw a QR code from its upper left corner, with clear paper left around it."""
        marks.draw_qr(self._canvas, text, x, self._top - y - side, side)


__all__ = [
    "A4", "A5_LANDSCAPE", "FRAME", "HAIR", "MM", "PRESS", "RULE", "Align", "Book", "Sheet",
]  # fmt: skip
