"""The button: one primary a page, the others quiet; each shows its key."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import caps_size, draw_caps
from desk.ui.kit.painting import (
    LEFT,
    draw_icon,
    draw_ring,
    draw_text,
    fill_round,
    ring_wanted,
    text_width,
)
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look

Kind = Literal["primary", "quiet", "danger", "destroy", "bare", "inverse"]


class Button(Pressable):
    """A button painted from the tokens.

    Kinds: ``primary`` (the one thing to do here), ``quiet`` (everything else), ``danger`` (takes
    something away: red ink), ``destroy`` (the last word of a sheet that asked), ``bare`` (no rim,
    for rows of tools), ``inverse`` (on the critical bar).
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: Kind = "primary",
        *,
        key: str = "",
        icon: Icon | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind: Kind = kind
        self._key = key
        self._icon = icon
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key on the cap."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Take what icon, text and key need."""
        s = self._look.sizes
        width = sum(w for w, _ in self._parts()) + s.small * max(0, len(self._parts()) - 1)
        side = s.middle if self._small or self._kind == "bare" else s.room
        return QSize(width + 2 * side, s.control_small if self._small else s.control)

    def minimumSizeHint(self) -> QSize:
        """A button is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, text and key."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        fill, edge, ink = self._colours()
        if fill is not None or edge is not None:
            fill_round(painter, self.rect(), s.radius, fill, edge, s.hair)
        if ring_wanted(self):
            self._draw_ring(painter)
        parts = self._parts()
        x = (self.width() - sum(w for w, _ in parts) - s.small * max(0, len(parts) - 1)) // 2
        for width, what in parts:
            box = QRect(x, 0, width, self.height())
            if what == "icon" and self._icon is not None:
                draw_icon(painter, look, box, self._icon, ink)
            elif what == "text":
                draw_text(painter, box, self.text(), look.font(), ink, LEFT)
            else:
                soft = QColor(ink)
                soft.setAlphaF(0.45)
                draw_caps(painter, look, box, self._key, self._cap_ink(ink), soft)
            x += width + s.small

    def _parts(self) -> list[tuple[int, str]]:
        parts: list[tuple[int, str]] = []
        if self._icon is not None:
            parts.append((self._look.sizes.icon, "icon"))
        if self.text():
            parts.append((text_width(self._look.font(), self.text()), "text"))
        if self._key:
            parts.append((caps_size(self._look, self._key).width(), "key"))
        return parts

    def _draw_ring(self, painter: QPainter) -> None:
        s = self._look.sizes
        if self._kind in ("primary", "destroy", "inverse"):
            inner = self.rect().adjusted(s.ring, s.ring, -s.ring, -s.ring)
            ink = self._colours()[2]
            fill_round(painter, inner, s.radius - s.ring, None, ink, s.ring)
        else:
            draw_ring(painter, self._look, self.rect(), s.radius)

    def _cap_ink(self, ink: QColor) -> QColor:
        plain = self._kind in ("quiet", "danger", "bare") and self.isEnabled()
        return self._look.colours.quiet if plain else ink

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        c = self._look.colours
        down, over = self.isDown() or self.isChecked(), self.underMouse()
        if not self.isEnabled():
            bare = self._kind == "bare"
            return (None if bare else c.hover), None, c.faint
        if self._kind == "primary":
            return (
                (c.accent_pressed if down else c.accent_hover if over else c.accent),
                None,
                c.on_accent,
            )
        if self._kind == "destroy":
            return (c.critical_pressed if down or over else c.critical), None, c.on_critical
        if self._kind == "inverse":
            return (c.critical_pressed if down or over else None), c.on_critical, c.on_critical
        fill = c.pressed if down else c.hover if over else None
        if self._kind == "bare":
            return fill, None, c.ink
        if self._kind == "danger":
            return (c.overdue_soft if down or over else c.paper), c.edge, c.overdue
        return (fill or c.paper), c.edge, c.ink
