"""Two columns; where the window is narrow the right one becomes a drawer."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.look import Look


class _Side(QWidget):
    """The right column on its ground; a hairline parts it only while it lies over the left."""

    def __init__(self, look: Look, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.over = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)

    def make_room(self) -> None:
        """Keep the content from covering the hairline."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(self._look.sizes.hair if self.over else 0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colours.ground)
        if self.over:
            edge = QRect(0, 0, self._look.sizes.hair, self.height())
            painter.fillRect(edge, self._look.colours.edge)


class Drawer(QWidget):
    """Lays ``main`` and ``side`` side by side, or ``side`` over ``main`` when it is asked for.

    ``narrowed`` tells when the form changes, ``drawn`` when the drawer opens or closes.
    """

    narrowed = Signal(bool)
    drawn = Signal(bool)

    def __init__(
        self, look: Look, main: QWidget, side: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._main = main
        main.setParent(self)
        self._side = _Side(look, side, self)
        self._narrow = False
        self._open = False
        self._slide = QPropertyAnimation(self._side, b"geometry", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._settle)
        look.changed.connect(self.arrange)

    @property
    def narrow(self) -> bool:
        """Whether the right column is a drawer now."""
        return self._narrow

    @property
    def is_open(self) -> bool:
        """Whether the right column can be seen."""
        return self._open or not self._narrow

    def set_open(self, wanted: bool) -> None:
        """Pull the drawer out or push it in; beside the left column there is nothing to do."""
        if wanted == self._open:
            return
        self._open = wanted
        if self._narrow:
            shut, out = self._shut(), self._out()
            self._side.setVisible(True)
            self._side.raise_()
            if self._look.motion and self.isVisible():
                self._slide.stop()
                self._slide.setDuration(self._look.motion)
                self._slide.setStartValue(shut if wanted else out)
                self._slide.setEndValue(out if wanted else shut)
                self._slide.start()
            else:
                self._settle()
        self.drawn.emit(wanted)

    def arrange(self) -> None:
        """Lay both columns out for the width there is."""
        narrow = self.width() < self._look.sizes.drawer_below - self._look.sizes.rail
        turned = narrow != self._narrow
        self._narrow = self._side.over = narrow
        self._side.make_room()
        if turned:
            self._slide.stop()
            self._open = False
        side = 0 if narrow else self._side_width()
        self._main.setGeometry(0, 0, self.width() - side, self.height())
        self._settle()
        if turned:
            self.narrowed.emit(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape pushes the drawer in."""
        if event.key() == Qt.Key.Key_Escape and self._narrow and self._open:
            self.set_open(False)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper the left column lies on."""
        QPainter(self).fillRect(self.rect(), self._look.colours.paper)

    def _side_width(self) -> int:
        s = self._look.sizes
        share = self.width() * 2 // 5
        return max(s.column, min(share, s.reading))

    def _out(self) -> QRect:
        width = min(self._look.sizes.column, self.width() - self._look.sizes.rail)
        return QRect(self.width() - width, 0, width, self.height())

    def _shut(self) -> QRect:
        return self._out().translated(self._out().width(), 0)

    def _settle(self) -> None:
        if self._narrow:
            self._side.setGeometry(self._out() if self._open else self._shut())
            self._side.setVisible(self._open)
        else:
            width = self._side_width()
            self._side.setGeometry(self.width() - width, 0, width, self.height())
            self._side.setVisible(True)
        self._side.update()
