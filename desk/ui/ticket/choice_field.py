"""One of many, found by a few characters, in the middle of a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.call.picker import Choice
from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.ticket.choice_list import ChoiceList, Option

LookUp = Callable[[str], Sequence[Choice]]
_ROWS = 5


class ChoiceField(QWidget):
    """A line with what was chosen; typing shows below it what answers, Enter takes one of these.

    ``free`` lets what is typed stand as it is, such as a public place: its value is the text.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        look_up: LookUp,
        *,
        name: str,
        icon: Icon,
        free: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._look_up = look_up
        self._free = free
        self._icon = icon
        self._value: object = None
        self._title = ""
        self.line = LineEdit(
            look, name=name, placeholder=placeholder, icon=Icon.SEARCH, select_on_focus=True
        )
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.list = ChoiceList(look, name, most=_ROWS)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textEdited.connect(self._edited)
        self.line.preedit_changed.connect(self._edited)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._clicked)

    def value(self) -> object:
        """Return what was chosen; where it may be free, the text itself if nothing was."""
        if self._value is None and self._free:
            return self.line.text().strip()
        return self._value

    def set_value(self, value: object, title: str) -> None:
        """Let a value stand, under its name."""
        self._value, self._title = value, title
        self.line.setText(title)
        self.list.hide()

    def typed(self) -> object:
        """Return value and text."""
        return self._value, self.line.text()

    def retype(self, value: object) -> None:
        """Take up value and text."""
        if isinstance(value, tuple):
            self.set_value(value[0], str(value[1]))

    def settle(self) -> None:
        """Put away what was begun: the last choice stands again."""
        self.list.hide()
        if not self._free:
            self.line.setText(self._title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line."""
        if watched is self.line and not self.list.isHidden():
            if event.type() == QEvent.Type.FocusOut:
                self.settle()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return not self.line.composing and self._walk(event)
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            return True
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(self.list.currentIndex())
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        count = len(self.list.options)
        if step is None or not count:
            return False
        at = (self.list.currentIndex().row() + step) % count
        self.list.setCurrentIndex(self.list.model().index(at, 0))
        return True

    def _edited(self) -> None:
        held = self.line.preedit.replace("'", "").replace(" ", "")
        query = (self.line.text() + held).strip()
        if self._free:
            self._value = None
        found = list(self._look_up(query)) if query else []
        self.list.offer([Option(one.value, one.title, one.note, self._icon) for one in found[:30]])
        self.list.setVisible(bool(found))
        self.updateGeometry()

    def _clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            option = self.list.options[index.row()]
            self.set_value(option.value, option.title)
            self.chosen.emit(option.value)
