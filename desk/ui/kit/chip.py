"""A chip: one word of the reading, or a filter with its count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.painting import (
    draw_icon,
    draw_ring,
    draw_text,
    fill_round,
    ring_wanted,
    text_width,
)
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look
from desk.ui.theme import Tone


class Chip(Pressable):
    """A small rounded word with icon, count and key; Enter and the space bar click."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        icon: Icon | None = None,
        tone: Tone = Tone.PLAIN,
        count: int | None = None,
        checkable: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self._tone = tone
        self._count = count
        self._key = key
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name()

    def set_text(self, text: str) -> None:
        """Say another word."""
        if text != self.text():
            self.setText(text)
            self._changed()

    def set_count(self, count: int | None) -> None:
        """Show another count; None shows none."""
        if count != self._count:
            self._count = count
            self._changed()

    def set_tone(self, tone: Tone) -> None:
        """Take another tone."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        if icon is not self._icon:
            self._icon = icon
            self._changed()

    def sizeHint(self) -> QSize:
        """Take what icon, word, count and key need."""
        s = self._look.sizes
        parts = self._parts()
        width = sum(w for w, _ in parts) + self._gap() * max(0, len(parts) - 1)
        return QSize(width + 2 * (s.small + s.hair * 2), s.chip)

    def minimumSizeHint(self) -> QSize:
        """A chip gives way down to its icon; its text is then in the tooltip."""
        return QSize(
            min(self.sizeHint().width(), self._look.sizes.control_large), self._look.sizes.chip
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain a word that is cut."""
        super().resizeEvent(event)
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        fill, edge, ink, mark = self._colours()
        fill_round(painter, self.rect(), self.height() / 2, fill, edge, s.hair)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), self.height() / 2)
        x = s.small + s.hair * 2
        spare = self.width() - self.sizeHint().width()
        for width, what in self._parts():
            if what == "text":
                width = max(0, width + min(0, spare))
            box = QRect(x, 0, width, self.height())
            self._draw_part(painter, what, box, ink, mark)
            x += width + self._gap()

    def _draw_part(
        self, painter: QPainter, what: str, box: QRect, ink: QColor, mark: QColor
    ) -> None:
        look = self._look
        if what == "icon" and self._icon is not None:
            draw_icon(painter, look, box, self._icon, mark, look.sizes.icon_small)
        elif what == "text":
            draw_text(painter, box, self.text(), look.font(), ink)
        elif what == "count":
            draw_text(painter, box, str(self._count), look.font(bold=True), mark)
        elif what == "key":
            soft = QColor(ink)
            soft.setAlphaF(0.35)
            loud = self._tone is Tone.CRITICAL and self.isEnabled()
            draw_caps(painter, look, box, self._key, ink if loud else look.colours.quiet, soft)

    def _parts(self) -> list[tuple[int, str]]:
        look = self._look
        parts: list[tuple[int, str]] = []
        if self._icon is not None:
            parts.append((look.sizes.icon_small, "icon"))
        parts.append((text_width(look.font(), self.text()), "text"))
        if self._count is not None:
            parts.append((text_width(look.font(bold=True), str(self._count)), "count"))
        if self._key:
            parts.append((caps_size(look, self._key).width(), "key"))
        return parts

    def _gap(self) -> int:
        return self._look.theme.space(1.5)

    def _colours(self) -> tuple[QColor, QColor | None, QColor, QColor]:
        c = self._look.colours
        tone, soft = self._look.theme.tone(self._tone)
        over = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return c.ground, c.line, c.faint, c.faint
        if self._tone is Tone.CRITICAL:
            return (c.critical_pressed if over else soft), None, tone, tone
        if self.isChecked():
            return c.selected, c.accent, c.ink, (c.accent if self._tone is Tone.PLAIN else tone)
        if self._tone in (Tone.PLAIN, Tone.QUIET) or self.isCheckable():
            mark = c.quiet if self._count == 0 or self._tone is Tone.QUIET else tone
            ink = c.quiet if self._tone is Tone.QUIET or self._count == 0 else c.ink
            return (c.hover if over else c.paper), c.line, ink, mark
        return soft, (tone if over else None), tone, tone

    def _changed(self) -> None:
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        count = "" if self._count is None else f" {self._count}"
        self.setAccessibleName(self.text() + count)
