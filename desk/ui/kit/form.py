"""Labelled fields; what is wrong is said under the field, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.ui.theme import Text, Tone


class FormRow:
    """One field with its label and the line under it that holds a hint or what is wrong."""

    def __init__(self, look: Look, label: str, field: QWidget, hint: str, *, beside: bool) -> None:
        self.field = field
        self.label = Label(look, label, Text.BODY if beside else Text.SMALL, tone=Tone.QUIET)
        self.label.setBuddy(field)
        if not field.accessibleName():
            # Qt on Linux says the chosen text of a combo box instead of its buddy.
            field.setAccessibleName(label)
        self.under = Label(look, hint, Text.SMALL, tone=Tone.QUIET, wrap=True)
        self._hint = hint

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the field; it keeps what was typed."""
        self._say(sentence, Tone.OVERDUE)
        self._mark(True)

    def clear(self) -> None:
        """Take the complaint back."""
        self._say(self._hint, Tone.QUIET)
        self._mark(False)

    @property
    def complaint(self) -> str:
        """What is wrong with the field; empty when nothing is."""
        return self.under.text() if self.under.text() != self._hint else ""

    def set_visible(self, visible: bool) -> None:
        """Show or hide the whole row."""
        for widget in (self.label, self.field, self.under):
            widget.setVisible(visible)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.under.setText(sentence)
        self.under.set_tone(tone)
        self.field.setAccessibleDescription(sentence)

    def _mark(self, wrong: bool) -> None:
        if isinstance(self.field, LineEdit | TextEdit):
            self.field.set_invalid(wrong)
        else:
            self.field.setProperty("invalid", wrong)
            self.field.update()


class Form(QWidget):
    """Rows of label and field; ``beside`` puts the labels left of the fields, else above."""

    def __init__(self, look: Look, *, beside: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._beside = beside
        self._grid = QGridLayout(self)
        self._rows: dict[str, FormRow] = {}
        self._lines: list[QVBoxLayout] = []
        self._grid.setColumnStretch(1, 1)
        look.changed.connect(self.restyle)
        self.restyle()

    def add(self, key: str, label: str, field: QWidget, *, hint: str = "") -> FormRow:
        """Add a field; ``key`` is the name complaints and pages find it by."""
        row = FormRow(self._look, label, field, hint, beside=self._beside)
        self._rows[key] = row
        at = self._grid.rowCount()
        if self._beside:
            top = Qt.AlignmentFlag.AlignTop if isinstance(field, TextEdit) else Qt.AlignmentFlag(0)
            self._grid.addWidget(row.label, at, 0, top)
            self._grid.addWidget(field, at, 1)
            self._grid.addWidget(row.under, at + 1, 1)
        else:
            self._grid.addWidget(row.label, at, 0, 1, 2)
            self._grid.addWidget(field, at + 1, 0, 1, 2)
            self._grid.addWidget(row.under, at + 2, 0, 1, 2)
        self._size(row)
        return row

    def row(self, key: str) -> FormRow:
        """Return the row of this name."""
        return self._rows[key]

    def complain(self, sentences: Mapping[str, str]) -> None:
        """Show each sentence under its field, take the others back, go to the first wrong one."""
        wrong = [key for key in self._rows if key in sentences]
        for key, row in self._rows.items():
            if key in sentences:
                row.complain(sentences[key])
            else:
                row.clear()
        if wrong:
            self._rows[wrong[0]].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Take every complaint back."""
        self.complain({})

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(s.room)
        self._grid.setVerticalSpacing(s.ring)
        for row in self._rows.values():
            self._size(row)

    def _size(self, row: FormRow) -> None:
        # The line under a field is the room between two fields: a complaint moves nothing.
        row.under.setMinimumHeight(self._look.theme.line(Text.SMALL) + self._look.sizes.unit)
        row.under.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
