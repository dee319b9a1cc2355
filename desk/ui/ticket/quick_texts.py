"""Texts that are written every day, put into a field by one press."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.text_edit import TextEdit
from desk.ui.look import Look
from desk.words.catalogue import Words


class QuickTexts(QWidget):
    """Chips below a field; a press writes the text there, behind what stands there already."""

    def __init__(
        self,
        look: Look,
        words: Words,
        texts: Iterable[str],
        field: LineEdit | TextEdit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._field = field
        self._join = words.say_in("between two results", "; ")
        self._flow = Flow(self)
        self.chips: list[Chip] = []
        for text in texts:
            chip = Chip(look, text)
            chip.clicked.connect(partial(self._write, text))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._flow.setSpacing(self._look.theme.space(1.5))

    def _write(self, text: str, _checked: bool = False) -> None:
        before = self._field.text().strip()
        whole = before + self._join + text if before else text
        if isinstance(self._field, TextEdit):
            self._field.setPlainText(whole)
        else:
            self._field.setText(whole)


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
