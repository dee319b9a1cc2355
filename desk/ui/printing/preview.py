"""The real pages of a PDF, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.painting import CENTRE, draw_text
from desk.ui.look import Look
from desk.ui.theme import Text

#: Height of an A5 page that lies, against its width.
_LYING = 148 / 210


class Preview(QWidget):
    """Shows pages as wide as it is; until they are there an empty sheet of paper."""

    def __init__(self, look: Look, name: str, waiting: str, parent: QWidget | None = None) -> None:
        """Make a view called ``name``; ``waiting`` stands on the paper until pages come."""
        super().__init__(parent)
        self._look = look
        self._waiting = waiting
        self._pages: list[QImage] = []
        self._scaled: dict[tuple[int, int], QImage] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show these."""
        self._pages = list(pages)
        self._scaled = {}
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be as high as the pages are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all pages at a width."""
        heights = [self._high(page, width) for page in self._pages] or [round(width * _LYING)]
        return sum(heights) + (len(heights) - 1) * self._look.sizes.room

    def sizeHint(self) -> QSize:
        """Ask for the width of a column."""
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than can be looked at."""
        return QSize(self._look.sizes.least_field * 2, self._look.sizes.least_field)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every page on white, whatever the theme: paper is white."""
        look, s = self._look, self._look.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, width = 0, self.width()
        if not self._pages:
            box = QRect(0, 0, width, round(width * _LYING))
            painter.fillRect(box, look.colours.hover)
            draw_text(
                painter, box, self._waiting, look.font(Text.SMALL), look.colours.quiet, CENTRE
            )
        for at, page in enumerate(self._pages):
            box = QRect(0, top, width, self._high(page, width))
            painter.drawImage(box, self._fitting(at, round(width * self.devicePixelRatioF())))
            painter.setPen(look.colours.line)
            painter.drawRect(box.adjusted(0, 0, -s.hair, -s.hair))
            top += box.height() + s.room

    def _fitting(self, at: int, width: int) -> QImage:
        """Return a page scaled to so many pixels, smoothly and only once."""
        if (at, width) not in self._scaled:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled[at, width] = self._pages[at].scaledToWidth(max(1, width), smooth)
        return self._scaled[at, width]

    @staticmethod
    def _high(page: QImage, width: int) -> int:
        return round(width * page.height() / max(1, page.width()))
