"""A field with a few given answers, and one for a whole number."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSizePolicy, QSpinBox, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import draw_icon, draw_text, fill_round, text_width
from desk.ui.look import Look


class Combo(QComboBox):
    """Given answers with the value behind each; the wheel never changes it by accident."""

    def __init__(
        self,
        look: Look,
        choices: Iterable[tuple[str, object]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer choices as pairs of text and value."""
        super().__init__(parent)
        self._look = look
        if name:
            self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer other choices; the value that was chosen stays where it is still offered."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for text, value in choices:
            self.addItem(text, value)
        self.blockSignals(False)
        self.set_value(before)

    def value(self) -> object:
        """Return the value behind the chosen text."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose the text of a value; an unknown one leaves the first."""
        for at in range(self.count()):
            if self.itemData(at) == value:
                self.setCurrentIndex(at)
                return

    def sizeHint(self) -> QSize:
        """Be as wide as the longest text."""
        s, font = self._look.sizes, self._look.font()
        widest = max((text_width(font, self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(max(s.least_field, widest + 2 * s.middle + s.icon + s.small), s.control)

    def minimumSizeHint(self) -> QSize:
        """Give way to a few characters."""
        return QSize(self._look.sizes.least_field // 2, self._look.sizes.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the choices as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.showPopup()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the chosen text and the chevron."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        draw_field(painter, look, self, wrong=bool(self.property("invalid")))
        ink = c.ink if self.isEnabled() else c.quiet
        right = self.width() - s.middle - s.icon
        draw_text(
            painter,
            QRect(s.middle, 0, right - s.middle, self.height()),
            self.currentText(),
            look.font(),
            ink,
        )
        draw_icon(painter, look, QRect(right, 0, s.icon, self.height()), Icon.CHEVRON_DOWN, c.quiet)


class SpinBox(QSpinBox):
    """A whole number, typed or stepped by the arrow keys; the wheel never changes it."""

    def __init__(
        self,
        look: Look,
        value: int = 0,
        *,
        least: int = 0,
        most: int = 999,
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setRange(least, most)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Be as wide as the largest number."""
        s, font = self._look.sizes, self._look.font()
        widest = max(
            text_width(font, self.textFromValue(end) + self.suffix())
            for end in (self.minimum(), self.maximum())
        )
        return QSize(widest + 2 * s.middle + s.small, s.control)

    def minimumSizeHint(self) -> QSize:
        """A number is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number where the text of other fields is."""
        super().resizeEvent(event)
        s = self._look.sizes
        self.lineEdit().setGeometry(
            self.rect().adjusted(s.middle - s.ring, s.ring, -s.small, -s.ring)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field; the number is drawn by the line in it."""
        wrong = bool(self.property("invalid"))
        draw_field(QPainter(self), self._look, self, wrong=wrong)


def draw_field(painter: QPainter, look: Look, field: QWidget, *, wrong: bool = False) -> None:
    """Draw the ground and the rim of a field."""
    c, s = look.colours, look.sizes
    focus = field.hasFocus()
    edge = c.faint if field.underMouse() else c.edge
    edge = c.overdue if wrong else c.accent if focus else edge
    fill = c.paper if field.isEnabled() else c.ground
    fill_round(painter, field.rect(), s.radius, fill, edge, s.ring if focus else s.hair)
