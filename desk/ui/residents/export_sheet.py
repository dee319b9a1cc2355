"""Asks whether the numbers leave the program masked or, if a supervisor agrees, whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.ui.kit.form import Form
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session


class ExportSheet(Sheet):
    """One question; masked unless somebody chooses otherwise."""

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(
            look,
            words,
            words.say("Export rooms and residents"),
            host,
            primary=words.say("Choose a file"),
        )
        self._masked, self._whole = "masked", "whole"
        self.phones = Segments(
            look,
            [
                (words.say_in("phones", "Masked"), self._masked),
                (words.say_in("phones", "Whole"), self._whole),
            ],
            self._masked,
        )
        form = Form(look)
        form.add(
            "phones",
            words.say("Telephone numbers"),
            self.phones,
            hint=words.say("Whole numbers leave the desk only if a supervisor agrees"),
        )
        self.body.addWidget(form)

    @property
    def whole(self) -> bool:
        """Whether the numbers are wanted whole."""
        return self.phones.value() == self._whole

    def ask(self) -> None:
        """Ask anew; masked is what is proposed."""
        self.phones.set_value(self._masked)
        self.open()
