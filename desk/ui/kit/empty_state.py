"""What an empty page says: one sentence, and the one way to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.theme import Tone


class EmptyState(QWidget):
    """A quiet icon, a sentence, and a button where there is a way to begin."""

    wanted = Signal()

    def __init__(
        self,
        look: Look,
        sentence: str,
        action: str = "",
        *,
        key: str = "",
        icon: Icon = Icon.TO_DISPATCH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._picture = QLabel(self)
        self._sentence = Label(look, sentence, tone=Tone.QUIET, wrap=True, parent=self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action = Button(look, action, "quiet", key=key, parent=self)
        self.action.setVisible(bool(action))
        self.action.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        look.changed.connect(self.restyle)
        self.restyle()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)

    def restyle(self) -> None:
        """Take icon and room from the theme in force."""
        look = self._look
        size = look.sizes.icon_large + look.sizes.small
        self._picture.setPixmap(
            look.pixmap(self._icon, look.colours.faint, size, self.devicePixelRatioF())
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(look.theme.margins(6))
            layout.setSpacing(look.sizes.middle)
