"""The frame of an editor: fields that scroll, and below them what saves and what leaves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.label import Label
from desk.ui.kit.scroll import Scroll
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.ui.writing.foot import Foot

SAVE_KEY, LEAVE_KEY = "Ctrl+S", "Esc"


class Frame(QObject):
    """Lays out a widget as an editor.

    Attributes:
        content: what scrolls.
        save, leave, lock: what stands in the ``foot``; the last says whose word saving needs.
    """

    def __init__(self, session: Session, editor: QWidget, lock: str) -> None:
        """Frame an editor; ``lock`` is said to whoever may not save without a supervisor."""
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._lock = lock
        look, words = session.look, session.words
        self.save = Button(look, words.say("Save"), "primary", key=SAVE_KEY, icon=Icon.SAVE)
        self.leave = Button(look, words.say("Cancel"), "quiet", key=LEAVE_KEY)
        self.foot = Foot(look)
        self.lock = Label(look, "", Text.SMALL, tone=Tone.QUIET, wrap=True)
        session.staff_changed.connect(self.show_lock)
        self.show_lock()

    def lay_out(self, widgets: Iterable[QWidget]) -> None:
        """Put everything into the editor, from the top to the foot."""
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        for widget in widgets:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.scroll = Scroll(self.content)
        self._foot_row = QHBoxLayout(self.foot)
        self._foot_row.addWidget(self.save)
        self._foot_row.addWidget(self.leave)
        self._foot_row.addWidget(self.lock, 1)
        outer = QVBoxLayout(self._editor)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.scroll, 1)
        outer.addWidget(self.foot)

    def restyle(self, spacing: int) -> None:
        """Take the room from the theme in force; ``spacing`` is between the widgets."""
        s = self._session.look.sizes
        self.content.setMaximumWidth(s.reading + 2 * s.wide)
        self._column.setContentsMargins(s.wide, s.wide, s.wide, s.room)
        self._column.setSpacing(spacing)
        self._foot_row.setContentsMargins(s.wide, s.middle, s.wide, s.middle)
        self._foot_row.setSpacing(s.small)

    def show_lock(self) -> None:
        """Say whose word saving needs."""
        staff = self._session.staff
        needed = staff is None or staff.role != "supervisor"
        self.lock.setText(self._lock if needed else "")

    def to_top(self) -> None:
        """Show the fields from their beginning."""
        self.scroll.verticalScrollBar().setValue(0)

    def page(self, down: bool) -> None:
        """Read on by a page, or back."""
        bar = self.scroll.verticalScrollBar()
        bar.setValue(bar.value() + (bar.pageStep() if down else -bar.pageStep()))
