"""The line at the bottom of the ticket: a comment, added by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.kit.button import Button
from desk.ui.kit.composing import is_enter
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


class CommentLine(QWidget):
    """What is typed stays until it is stored; Escape goes back to the ticket."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, words: Words, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        name = words.say("Comment")
        self.line = LineEdit(look, name=name, placeholder=words.say("Add a comment"))
        self.add = Button(look, words.say_in("comment", "Add"), "quiet", key=key, parent=self)
        self._key = key
        self._trouble = Label(look, "", Text.SMALL, tone=Tone.OVERDUE, wrap=True)
        self._trouble.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self.line, 1)
        self._row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._trouble)
        self.line.textChanged.connect(self._typed)
        self.add.clicked.connect(self._enter)
        look.changed.connect(self.restyle)
        self.restyle()
        self._typed("")

    @property
    def text(self) -> str:
        """What is typed and not yet added."""
        return self.line.text()

    @property
    def trouble(self) -> str:
        """Why it was not added; empty when nothing is wrong."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def show_text(self, text: str) -> None:
        """Take up what was typed before."""
        self.line.setText(text)
        self.complain("")

    def complain(self, sentence: str) -> None:
        """Say why it was not added; what was typed stays."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.line.set_invalid(bool(sentence))

    def set_busy(self, busy: bool) -> None:
        """Take no second Enter while the first is on its way."""
        self.add.setEnabled(not busy and bool(self.text.strip()))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(s.room, s.small, s.room, s.middle)
        self._column.setSpacing(s.unit)
        self._row.setSpacing(s.small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Escape goes back to the ticket."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if is_enter(event) and not self.line.composing:
            self._enter()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.add.isEnabled():
            self.entered.emit(self.text)

    def _typed(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))
        # The cap says what the key does here and now.
        self.add.set_key("Return" if text.strip() else self._key)
