"""Chips in one row, always of one height; what has no room gives way in a stated order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.chip import Chip
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.theme import Text, Tone

#: A chip takes no more than this many of the least widths of a field; its text is cut then.
_WIDEST = 2


class ChipRow(QWidget):
    """Shows those of its chips that are wanted, behind the key they have in common.

    Attributes:
        more: says how many have no room; their keys go on working.
    """

    def __init__(self, look: Look, common_key: str) -> None:
        super().__init__()
        self._look = look
        self._chips: Sequence[Chip] = ()
        self._kept_first: Sequence[Chip] = ()
        self._wanted: frozenset[Chip] = frozenset()
        self._cap = KeyCap(look, common_key, self)
        self.more = Label(look, "", Text.SMALL, tone=Tone.QUIET, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._lay)

    def set_chips(self, in_order: Sequence[Chip], kept_first: Sequence[Chip]) -> None:
        """Take the chips: as they stand, and in the order in which they are kept."""
        self._chips = tuple(in_order)
        self._kept_first = tuple(kept_first)
        self._lay()

    def want(self, chips: Sequence[Chip]) -> None:
        """Show these, as many as there is room for."""
        self._wanted = frozenset(chips)
        self._lay()

    def sizeHint(self) -> QSize:
        """Be as high as a chip, whatever is shown."""
        return QSize(self._look.sizes.least_field, self._look.sizes.chip)

    def minimumSizeHint(self) -> QSize:
        """Give way sideways."""
        return QSize(0, self._look.sizes.chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        s = self._look.sizes
        cap = self._cap.sizeHint()
        left = cap.width() + s.small
        shown = self._fitting(self.width() - left)
        hidden = len(self._wanted) - len(shown)
        self._cap.setVisible(bool(self._wanted))
        self._cap.setGeometry(0, (s.chip - cap.height()) // 2, cap.width(), cap.height())
        for chip in self._chips:
            if chip not in shown:
                chip.hide()
                continue
            width = self._width(chip)
            chip.setGeometry(QRect(left, 0, width, s.chip))
            chip.show()
            left += width + s.small
        self.more.setText(f"+{hidden}" if hidden else "")
        self.more.setVisible(bool(hidden))
        self.more.setGeometry(QRect(left, 0, max(0, self.width() - left), s.chip))

    def _fitting(self, room: int) -> set[Chip]:
        """Return the chips that have room, the first ones of the order kept before the others."""
        shown: set[Chip] = set()
        small = self._look.sizes.small
        # What is left over is said in a few characters behind the last one.
        more = self._look.sizes.icon_large
        for at, chip in enumerate(chip for chip in self._kept_first if chip in self._wanted):
            width = self._width(chip) + small
            last = at == len(self._wanted) - 1
            if width + (0 if last else more) > room:
                break
            room -= width
            shown.add(chip)
        return shown

    def _width(self, chip: Chip) -> int:
        return min(chip.sizeHint().width(), _WIDEST * self._look.sizes.least_field)
