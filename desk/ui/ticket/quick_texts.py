"""A field for running text with the texts that are written every day, one press each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.words.catalogue import Words


class QuickText(QWidget):
    """A field, and chips below it; a press writes the text behind what stands there already."""

    def __init__(
        self, look: Look, words: Words, name: str, texts: Iterable[str] = (), *, lines: int = 3
    ) -> None:
        """Make a field ``lines`` high that a screen reader calls ``name``."""
        super().__init__()
        self._look = look
        self._join = words.say_in("between two results", "; ")
        self.edit = TextEdit(look, name=name, lines=lines)
        self.setFocusProxy(self.edit)
        self.chips: list[Chip] = []
        self._flow = Flow()
        for text in texts:
            chip = Chip(look, text)
            chip.clicked.connect(partial(self._write, text))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.edit)
        self._column.addLayout(self._flow)
        look.changed.connect(self.restyle)
        self.restyle()

    def text(self) -> str:
        """Return the text, as a field of one line does."""
        return self.edit.text()

    def typed(self) -> object:
        """Return the text, as every field can."""
        return self.text()

    def retype(self, value: object) -> None:
        """Take up a text."""
        self.edit.setPlainText(str(value))

    def event(self, event: QEvent) -> bool:
        """Show the field as wrong where the form says that this is."""
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.edit.set_invalid(bool(self.property("invalid")))
        return super().event(event)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small if self.chips else 0)
        self._flow.setSpacing(self._look.theme.space(1.5))

    def _write(self, text: str, _checked: bool = False) -> None:
        before = self.text().strip()
        self.edit.setPlainText(before + self._join + text if before else text)


def results(words: Words) -> tuple[str, ...]:
    """Return the results that are written most often."""
    return (
        words.say("Repaired and tried out"),
        words.say("Part replaced"),
        words.say("Unblocked"),
        words.say("Adjusted, works again"),
        words.say("Looked at, nothing wrong found"),
    )


def reasons_to_cancel(words: Words) -> tuple[str, ...]:
    """Return the usual reasons for which a ticket is cancelled."""
    return (
        words.say("The resident needs it no more"),
        words.say("Solved by itself"),
        words.say("Not ours to do"),
        words.say("Made by mistake"),
    )


def reasons_to_turn_down(words: Words) -> tuple[str, ...]:
    """Return the usual reasons for which a crew does not go."""
    return (
        words.say("Nobody is free"),
        words.say("Belongs to another crew"),
        words.say("Needs a contractor"),
    )
