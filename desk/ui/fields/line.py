"""One line of a list that is typed: fields side by side, and the way to take the line out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


class Line(QWidget):
    """Fields side by side, the way to take the line out, and what is wrong under them."""

    removed = Signal()
    edited = Signal()

    def __init__(self, look: Look, words: Words, fields: dict[str, tuple[QWidget, int]]) -> None:
        """Make a line of named fields with the share of the width each one takes."""
        super().__init__()
        self._look = look
        self._words = words
        self.fields = {name: field for name, (field, _) in fields.items()}
        self._grid = QGridLayout(self)
        self._row = QHBoxLayout()
        for field, share in fields.values():
            self._row.addWidget(field, share)
        self.remove = IconButton(look, Icon.CLOSE, words.say("Take this line out"))
        self.remove.clicked.connect(self.removed)
        self._row.addWidget(self.remove)
        self.under = Label(look, "", Text.SMALL, tone=Tone.OVERDUE, wrap=True)
        self.under.hide()
        self.note = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.note.hide()
        self._grid.addLayout(self._row, 0, 0)
        self._grid.addWidget(self.under, 1, 0)
        self._grid.addWidget(self.note, 2, 0)
        look.changed.connect(self.restyle)
        self.restyle()

    def complain(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field; it keeps what was typed."""
        widget = self.fields[field]
        if isinstance(widget, LineEdit):
            widget.set_invalid(True)
        else:
            widget.setProperty("invalid", True)
            widget.update()
        widget.setAccessibleDescription(sentence)
        before = "" if self.under.isHidden() else self.under.text()
        if sentence not in before.splitlines():
            self.under.setText("\n".join(part for part in (before, sentence) if part))
        self.under.show()
        self.note.hide()

    def clear(self) -> None:
        """Take every complaint back."""
        for widget in self.fields.values():
            if isinstance(widget, LineEdit):
                widget.set_invalid(False)
            else:
                widget.setProperty("invalid", False)
                widget.update()
            widget.setAccessibleDescription("")
        self.under.hide()
        self.note.setVisible(bool(self.note.text()))

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(s.ring)
        self._row.setSpacing(s.small)

    def _changed(self) -> None:
        self.clear()
        self.edited.emit()
