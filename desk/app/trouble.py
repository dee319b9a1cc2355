"""Tells why the window does not open, to people who started the program by an icon."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox

from desk.words.catalogue import Words
from desk.words.faults import as_refusal
from desk.words.sentences import sentence

#: Platforms of Qt where nobody sees a box, and nobody could close it.
_UNSEEN = ("offscreen", "minimal", "vnc")


def show_trouble(app: QApplication, words: Words, error: Exception) -> None:
    """Show the world's fault as one sentence in a box, and wait until it is read."""
    refusal = as_refusal(error)
    if refusal is None or app.platformName() in _UNSEEN:
        return
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(words.say("Front desk"))
    box.setText(sentence(words, refusal))
    box.exec()
