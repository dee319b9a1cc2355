"""What is walked through at the left, what is read at the right; one of them where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk.ui.look import Look


class Panes(QWidget):
    """Lays two widgets side by side on ground and paper, or shows one of them alone.

    Below the width both need, ``show_right`` says which one is in front.
    """

    #: Both stand side by side now (False), or only one is in front (True).
    narrowed = Signal(bool)

    def __init__(self, look: Look, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._look = look
        self._left = left
        self._right = right
        self._narrow = False
        self._right_wanted = False
        for pane in (left, right):
            pane.setParent(self)
        look.changed.connect(self.arrange)

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is in front."""
        return self._narrow

    @property
    def right_in_front(self) -> bool:
        """Whether the right one can be seen."""
        return not self._narrow or self._right_wanted

    def show_right(self, wanted: bool = True) -> None:
        """Bring the right one to the front, or the left one, where there is room for one only."""
        if wanted != self._right_wanted:
            self._right_wanted = wanted
            self.arrange()

    def arrange(self) -> None:
        """Lay both out for the width there is."""
        s = self._look.sizes
        narrow = self.width() < s.column_least + s.sheet
        turned, self._narrow = narrow != self._narrow, narrow
        if narrow:
            for pane in (self._left, self._right):
                pane.setGeometry(self.rect())
        else:
            left = self._left_width()
            self._left.setGeometry(0, 0, left, self.height())
            self._right.setGeometry(left, 0, self.width() - left, self.height())
        self._left.setVisible(not narrow or not self._right_wanted)
        self._right.setVisible(not narrow or self._right_wanted)
        self.update()
        if turned:
            self.narrowed.emit(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground at the left and the paper at the right."""
        painter = QPainter(self)
        c = self._look.colours
        painter.fillRect(self.rect(), c.paper)
        if self._left.isVisibleTo(self):
            painter.fillRect(self._left.geometry(), c.ground)

    def _left_width(self) -> int:
        s = self._look.sizes
        return max(s.column_least, min(self.width() * 2 // 5, s.sheet))
