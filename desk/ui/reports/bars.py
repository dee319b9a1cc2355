"""Names with a bar and a figure each; bars are grey, because colour means urgency."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.reports.day_report import Counted
from desk.ui.kit.painting import LEFT, RIGHT, draw_text, fill_round, text_width
from desk.ui.look import Look
from desk.ui.theme import Text
from desk.words.catalogue import Words

#: Of the width beside the figure: for bars, where names are short and where they are sentences.
SHORT_NAMES, LONG_NAMES = 0.42, 0.22


class Bars(QWidget):
    """A painted list, the most frequent first; what does not fit is counted in the last line."""

    def __init__(
        self,
        look: Look,
        words: Words,
        name: str,
        *,
        most: int = 10,
        share: float = SHORT_NAMES,
        parent: QWidget | None = None,
    ) -> None:
        """Make a list.

        Args:
            look: how it looks.
            words: the language.
            name: what a screen reader calls it.
            most: lines at most.
            share: what the bars get of the width.
            parent: Qt's.
        """
        super().__init__(parent)
        self._look = look
        self._words = words
        self._most = most
        self._share = share
        self._items: list[Counted] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_items(self, items: Sequence[Counted]) -> None:
        """Show these."""
        if list(items) == self._items and self.accessibleDescription():
            return
        self._items = list(items)
        said = "; ".join(f"{item.name} {item.count}" for item in items)
        self.setAccessibleDescription(said or self._none())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as the lines are."""
        lines = max(1, len(self._lines()))
        return QSize(self._look.sizes.least_field * 2, lines * self._step())

    def minimumSizeHint(self) -> QSize:
        """Give way in width, never in height."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, bar and figure of each line."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        body, step = look.font(), self._step()
        if not self._items:
            draw_text(painter, QRect(0, 0, self.width(), step), self._none(), body, c.quiet, LEFT)
            return
        figures = max(text_width(body, str(count)) for _, count, _ in self._lines())
        bar = round((self.width() - figures) * self._share)
        start = self.width() - figures - s.middle - bar
        longest = max(item.count for item in self._items)
        for at, (name, count, barred) in enumerate(self._lines()):
            line = QRect(0, at * step, self.width(), step)
            ink = c.ink if barred else c.quiet
            draw_text(painter, QRect(0, line.top(), start - s.small, step), name, body, ink, LEFT)
            if barred:
                high = s.small
                length = max(s.ring, round(bar * count / longest))
                top = line.center().y() - high // 2 + 1
                fill_round(painter, QRect(start, top, length, high), s.ring, c.faint)
            draw_text(painter, line, str(count), body, ink, RIGHT)

    def event(self, event: QEvent) -> bool:
        """Show a name whole that is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().y() // self._step()
            lines = self._lines()
            name = lines[at][0] if self._items and at < len(lines) else ""
            room = self.width() * (1 - self._share) - self._look.sizes.wide
            cut = text_width(self._look.font(), name) > room
            QToolTip.showText(event.globalPos(), name if cut else "", self)
            return True
        return super().event(event)

    def _lines(self) -> list[tuple[str, int, bool]]:
        """Return name, figure, and whether it has a bar."""
        if len(self._items) <= self._most:
            return [(item.name, item.count, True) for item in self._items]
        rest = self._items[self._most - 1 :]
        more = self._words.say_n("and {n} more", "and {n} more", len(rest))
        shown = [(item.name, item.count, True) for item in self._items[: self._most - 1]]
        return [*shown, (more, sum(item.count for item in rest), False)]

    def _step(self) -> int:
        return self._look.theme.line(Text.BODY) + self._look.sizes.unit

    def _none(self) -> str:
        return self._words.say_in("day page", "None")
