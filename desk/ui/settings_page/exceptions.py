"""The exceptions of the policy: what it is about, how urgent, when somebody must be there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.codes import Family, Urgency
from desk.ui.fields.line import Line
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.combo import Combo
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words import terms
from desk.words.catalogue import Words
from desk.words.typed_lengths import length_text, read_length

Exceptions = tuple[tuple[Family, Urgency, str], ...]


class _ExceptionLine(Line):
    """One exception."""

    def __init__(
        self, look: Look, words: Words, family: Family, urgency: Urgency, text: str
    ) -> None:
        self.family = Combo(
            look, [(terms.family(words, one), one) for one in Family], name=words.say("About")
        )
        self.urgency = Combo(
            look, [(terms.urgency(words, one), one) for one in Urgency], name=words.say("Urgency")
        )
        self.length = LineEdit(
            look,
            text,
            name=words.say("Arrive"),
            placeholder=words.say("30 min"),
            select_on_focus=True,
        )
        self.family.set_value(family)
        self.urgency.set_value(urgency)
        super().__init__(
            look,
            words,
            {"family": (self.family, 3), "urgency": (self.urgency, 2), "length": (self.length, 2)},
        )
        self.family.currentIndexChanged.connect(self._changed)
        self.urgency.currentIndexChanged.connect(self._changed)
        self.length.textEdited.connect(self._changed)
        self.length.editingFinished.connect(self._tidy)

    def value(self) -> tuple[Family, Urgency, str]:
        """Return what stands in the line."""
        return (
            Family(str(self.family.value())),
            Urgency(str(self.urgency.value())),
            self.length.text(),
        )

    def _tidy(self) -> None:
        length = read_length(self.length.text())
        if length is not None:
            written = length_text(self._words, length)
            if written != self.length.text():
                self.length.setText(written)
                self.edited.emit()


class ExceptionLines(QWidget):
    """All exceptions, and a way to add one."""

    edited = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.lines: list[_ExceptionLine] = []
        self._column = QVBoxLayout(self)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self.add = Button(look, words.say("Add an exception"), "quiet", icon=Icon.ADD, small=True)
        self.add.clicked.connect(self._add_blank)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)
        look.changed.connect(self.restyle)
        self.restyle()

    def value(self) -> Exceptions:
        """Return what was typed."""
        return tuple(line.value() for line in self.lines)

    def set_value(self, value: object) -> None:
        """Show other exceptions."""
        if not isinstance(value, tuple) or value == self.value():
            return
        while self.lines:
            self._drop(self.lines[-1])
        for family, urgency, text in value:
            self._put(family, urgency, text)
        self.edited.emit()

    def complain(self) -> str:
        """Say under its line what is wrong; return the sentence, empty where nothing is."""
        seen: set[tuple[Family, Urgency]] = set()
        for line in self.lines:
            line.clear()
            family, urgency, text = line.value()
            said = ""
            if read_length(text) is None:
                said = self._words.say(
                    "{field}: this length of time cannot be read. Write it as 30 min, 2 h or "
                    "3 days.",
                    field=terms.family(self._words, family),
                )
            elif (family, urgency) in seen:
                said = self._words.say(
                    "{family} stands here twice for this urgency. Take one of the lines out.",
                    family=terms.family(self._words, family),
                )
            if said:
                line.complain("length", said)
                line.length.setFocus(Qt.FocusReason.OtherFocusReason)
                return said
            seen.add((family, urgency))
        return ""

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._list.setSpacing(s.unit)
        self.setMaximumWidth(s.sheet_wide)

    def _add_blank(self) -> None:
        line = self._put(Family.LIFT, Urgency.URGENT, "")
        line.family.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _put(self, family: Family, urgency: Urgency, text: str) -> _ExceptionLine:
        line = _ExceptionLine(self._look, self._words, family, urgency, text)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._take_out(line))
        self.lines.append(line)
        self._list.addWidget(line)
        return line

    def _take_out(self, line: _ExceptionLine) -> None:
        self._drop(line)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, line: _ExceptionLine) -> None:
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
