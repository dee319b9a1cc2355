"""Words on the page: labels of the type scale, and one that is cut with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk.ui.kit.painting import draw_text, text_width
from desk.ui.look import Look
from desk.ui.theme import Text, Tone


class Label(QLabel):
    """A text of the type scale in a tone; it follows the theme."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        size: Text = Text.BODY,
        *,
        tone: Tone = Tone.PLAIN,
        bold: bool = False,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._size = size
        self._tone = tone
        self._bold = bold
        # Names and sentences of people: never read as rich text.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
        look.changed.connect(self.restyle)
        self.restyle()

    def set_tone(self, tone: Tone) -> None:
        """Take another tone."""
        if tone is not self._tone:
            self._tone = tone
            self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the theme in force."""
        self.setFont(self._look.font(self._size, bold=self._bold))
        palette = QPalette()
        if self._tone is not Tone.PLAIN:
            palette.setColor(QPalette.ColorRole.WindowText, self._look.ink(self._tone))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it is cut; only then it has a tooltip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        size: Text = Text.BODY,
        *,
        tone: Tone = Tone.PLAIN,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, size, tone=tone, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def cut(self) -> bool:
        """Whether some of the text does not fit."""
        return self._text_width() > self.width()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few characters."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("漏…"), self._look.theme.line(self._size))

    def sizeHint(self) -> QSize:
        """Ask for the whole line."""
        return QSize(self._text_width() + 1, self._look.theme.line(self._size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain what was cut."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        enabled = self.isEnabled()
        ink = self._look.ink(self._tone) if enabled else self._look.colours.faint
        draw_text(painter, self.rect(), self.text(), self.font(), ink, self.alignment())

    def _text_width(self) -> int:
        # Of the look's font and not of the widget's own, which Qt resolves anew at each call.
        return text_width(self._look.font(self._size, bold=self._bold), self.text())

    def _explain(self) -> None:
        self.setToolTip(self.text() if self.cut else "")
