"""A few answers side by side of which one holds, such as light, dark, as the system."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.ui.kit.painting import CENTRE, draw_ring, draw_text, fill_round, ring_wanted, text_width
from desk.ui.kit.pressable import Pressable
from desk.ui.look import Look


class _Segment(Pressable):
    """One answer."""

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Take the text, bold as it may become."""
        s = self._look.sizes
        width = text_width(self._look.font(bold=True), self.text())
        return QSize(width + 2 * s.middle, s.control_small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the answer; the one that holds lies on paper."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        if self.isChecked():
            fill_round(painter, self.rect(), s.radius_small, c.paper, c.line, s.hair)
        if ring_wanted(self):
            draw_ring(painter, look, self.rect(), s.radius_small)
        ink = c.ink if self.isChecked() or self.underMouse() else c.quiet
        draw_text(painter, self.rect(), self.text(), look.font(bold=self.isChecked()), ink, CENTRE)


class Segments(QWidget):
    """Answers with the value behind each; the arrow keys go from one to the next."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        choices: Iterable[tuple[str, object]],
        value: object = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for at, (text, behind) in enumerate(choices):
            segment = _Segment(look, text, self)
            self._group.addButton(segment, at)
            self._row.addWidget(segment)
            self._values.append(behind)
        self.set_value(value)
        self._group.idClicked.connect(self._clicked)
        look.changed.connect(self.restyle)
        self.restyle()

    def value(self) -> object:
        """Return the value of the answer that holds."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        """Let another answer hold."""
        at = self._values.index(value) if value in self._values else 0
        segment = self._group.button(at)
        if segment is not None:
            segment.setChecked(True)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._row.setContentsMargins(self._look.theme.margins(0.5))
        self._row.setSpacing(self._look.sizes.ring)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove the answers lie in."""
        c, s = self._look.colours, self._look.sizes
        fill_round(QPainter(self), self.rect(), s.radius, c.pressed)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._values[at])
