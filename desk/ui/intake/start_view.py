"""The import page without a file: what can be brought, or why the last one could not be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.section import Section
from desk.ui.session import Session
from desk.words.catalogue import Words

CHOOSE_KEY = "Ctrl+O"


class StartView(QWidget):
    """One sentence and the one way to begin."""

    choose_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        look, words = session.look, session.words
        self._session = session
        self.back = IconButton(look, Icon.CHEVRON_LEFT, words.say_in("page", "Back"), key="Esc")
        self.back.clicked.connect(self.back_wanted)
        title = Section(look, words.say("Import a file"), page=True)
        self._head = QHBoxLayout()
        self._head.addWidget(self.back)
        self._head.addWidget(title, 1)
        action = words.say("Choose a file")
        self.begin = EmptyState(look, _invitation(words), action, key=CHOOSE_KEY, icon=Icon.IMPORT)
        self.refused = EmptyState(
            look, "", words.say("Choose another file"), key=CHOOSE_KEY, icon=Icon.WARNING
        )
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for one in (self.begin, self.refused):
            one.wanted.connect(self.choose_wanted)
            self._column.addWidget(one, 1)
        self.sentence = ""
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_start()

    def show_start(self) -> None:
        """Say what can be brought."""
        self.sentence = ""
        self.refused.hide()
        self.begin.show()

    def show_refused(self, sentence: str) -> None:
        """Say why a file could not be read."""
        self.sentence = sentence
        self.refused.set_sentence(sentence)
        self.refused.setAccessibleName(sentence)
        self.begin.hide()
        self.refused.show()

    def take_focus(self) -> None:
        """Bring the keyboard to the one button."""
        shown = self.refused if self.begin.isHidden() else self.begin
        shown.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(s.room, s.middle, s.room, s.room)
        self._head.setSpacing(s.small)


def _invitation(words: Words) -> str:
    return words.say(
        "Drop a roster, an old ledger or a list of questions anywhere on the window, or choose "
        "the file here. It is only read: nothing is imported before you have seen what was "
        "understood. Excel (xlsx, xls), CSV, text and web tables can be read."
    )
