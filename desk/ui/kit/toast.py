"""A short sentence that something was done: it floats for a moment, and nothing below it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.ui.icons import Icon
from desk.ui.kit.painting import LEFT, draw_icon, draw_text, fill_round, text_width
from desk.ui.kit.shadow import Shadow
from desk.ui.look import Look

#: Milliseconds it stays: long enough to be read from the corner of an eye.
STAYS = 4_000


class Toast(QWidget):
    """Lies at the foot of its parent, at the left, where no action is; presses go through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shadow = Shadow(look)
        self._sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is away."""
        return self._sentence if not self.isHidden() else ""

    def tell(self, sentence: str) -> None:
        """Say something for a moment; what it said before gives way."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sizeHint(self) -> QSize:
        """Take the sentence, with room for its shadow."""
        s = self._look.sizes
        width = text_width(self._look.font(), self._sentence)
        inner = width + s.icon_small + s.small + 2 * s.room
        return QSize(inner + 2 * s.wide, s.control + 2 * s.wide)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence as ink turned round: light on dark, dark on light."""
        look, c, s = self._look, self._look.colours, self._look.sizes
        painter = QPainter(self)
        card = self.rect().adjusted(s.wide, s.wide, -s.wide, -s.wide)
        self._shadow.draw(painter, card, s.radius)
        fill_round(painter, card, s.radius, c.ink)
        line = card.adjusted(s.room, 0, -s.room, 0)
        icon = line.adjusted(0, 0, s.icon_small - line.width(), 0)
        draw_icon(painter, look, icon, Icon.CHECK, c.paper, s.icon_small)
        line.setLeft(line.left() + s.icon_small + s.small)
        draw_text(painter, line, self._sentence, look.font(), c.paper, LEFT)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        size = self.sizeHint().boundedTo(parent.size())
        s = self._look.sizes
        left = min(s.rail + s.room - s.wide, max(0, parent.width() - size.width()))
        self.setGeometry(left, parent.height() - size.height(), size.width(), size.height())
