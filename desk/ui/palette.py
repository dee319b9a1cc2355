"""Ctrl+K: every action that can be done now, found by a few characters of its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.list_view import ListView
from desk.ui.kit.overlay import Overlay
from desk.ui.kit.rows import OneLine, RowDelegate
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words

#: Rows shown before the list scrolls.
_ROWS = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as the palette shows and finds it."""

    action: Action
    title: str
    english: str
    initials: str


def rank(entry: Entry, query: str) -> int | None:
    """Return how well an entry answers a query, smaller is better, None when it does not.

    Every word of the query must be found: at the start of the title, of the initials or of an
    English word, or anywhere in one of them.
    """
    total = 0
    title, english = entry.title.casefold(), entry.english.casefold()
    for word in query.casefold().split():
        starts = [title.startswith(word), entry.initials.startswith(word)]
        if any(starts) or english.startswith(word):
            continue
        if any(part.startswith(word) for part in english.split()):
            total += 1
        elif word in title or word in entry.initials:
            total += 2
        elif word in english:
            total += 3
        else:
            return None
    return total


class _Table(QAbstractListModel):
    """The entries that answer the query."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def become(self, entries: list[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many entries there are."""
        return len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the title."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.title
        return None


class CommandPalette(Overlay):
    """A line and the actions that answer it; Enter runs the chosen one.

    What was used last stands first while nothing is typed.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        actions: Actions,
        initials: Callable[[str], str],
        host: QWidget,
    ) -> None:
        """Make a palette.

        Args:
            look: how it looks.
            words: what it says.
            actions: what it offers.
            initials: turns a Chinese text into the initials of its pinyin (``"催单"`` → ``"cd"``).
            host: any widget of the window.
        """
        super().__init__(look, host)
        self._actions = actions
        self._initials = initials
        self._recent: list[str] = []
        self._entries: list[Entry] = []
        self.setAccessibleName(words.say("Actions"))
        self.line = LineEdit(
            look,
            name=words.say("Find an action"),
            placeholder=words.say("Find an action"),
            icon=Icon.SEARCH,
            large=True,
        )
        self.line.setProperty("bare", True)
        self.line.textChanged.connect(self._filter)
        self.line.preedit_changed.connect(self._filter)
        self.line.installEventFilter(self)
        self._table = _Table(self)
        self.list = ListView(look, words.say("Actions"), on="raised")
        self.list.setModel(self._table)
        self.list.setItemDelegate(RowDelegate(look, self._row, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run)
        self._nothing = Label(look, words.say("No action is called that"), tone=Tone.QUIET)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._part = QFrame()
        self._part.setFrameShape(QFrame.Shape.HLine)
        self._part.setFrameShadow(QFrame.Shadow.Plain)
        self._foot = QHBoxLayout()
        for keys, text in (
            ("Up", ""),
            ("Down", words.say("Choose")),
            ("Return", words.say("Run")),
            ("Esc", words.say("Close the palette")),
        ):
            self._foot.addWidget(KeyCap(look, keys))
            if text:
                self._foot.addWidget(Label(look, text, Text.SMALL, tone=Tone.QUIET))
                self._foot.addStretch(1)
        self._foot.addStretch(8)
        self._column = QVBoxLayout(self.card)
        self._head = QHBoxLayout()
        self._head.addWidget(self.line)
        self._column.addLayout(self._head)
        self._column.addWidget(self._part)
        self._rows = QHBoxLayout()
        self._rows.addWidget(self.list)
        self._column.addLayout(self._rows, 1)
        self._column.addWidget(self._nothing, 1)
        self._column.addLayout(self._foot)

    def open(self) -> None:
        """Show what can be done now, the last used first."""
        if self.is_open:
            return
        # In reach is asked before the palette takes the focus.
        self._entries = [self._entry(action) for action in self._actions.in_reach()]
        self.line.clear()
        self._filter()
        super().open()

    def titles(self) -> list[str]:
        """Return what is shown, from the top."""
        return [entry.title for entry in self._table.entries]

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s, theme = self.look.sizes, self.look.theme
        self._column.setContentsMargins(0, s.small, 0, s.small)
        self._column.setSpacing(s.small)
        self._foot.setContentsMargins(s.small + s.middle, 0, s.room, 0)
        self._foot.setSpacing(theme.space(1.5))
        self.line.setFixedHeight(s.control_large)
        self._head.setContentsMargins(s.small + s.middle, 0, s.room, 0)
        self._rows.setContentsMargins(s.small, 0, s.small, 0)
        self._part.setFixedHeight(s.hair)
        palette = theme.palette()
        palette.setColor(palette.ColorRole.WindowText, self.look.colours.line)
        self._part.setPalette(palette)

    def place(self, room: QRect) -> QRect:
        """Lie in the upper part, always of one height, so that typing moves nothing."""
        s = self.look.sizes
        width = min(s.palette, room.width() - 2 * s.wide)
        height = s.control_large + _ROWS * s.row + s.control_large + s.wide
        height = min(height, room.height() - 2 * s.wide)
        return QRect((room.width() - width) // 2, room.height() // 8, width, height)

    def first_field(self) -> QWidget | None:
        """Begin in the line."""
        return self.line

    def outside_pressed(self) -> None:
        """A press beside it closes it."""
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line."""
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not self.line.composing:
                return self._walk(event)
            return False
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> bool:
        count, at = len(self._table.entries), self.list.currentIndex().row()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
            return True
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }.get(Qt.Key(key))
        if step is None or not count:
            return step is not None
        to = (at + step) % count if abs(step) == 1 else max(0, min(count - 1, at + step))
        self.list.setCurrentIndex(self._table.index(to))
        return True

    def _entry(self, action: Action) -> Entry:
        title = self._actions.text(action)
        return Entry(action, title, action.text, self._initials(title).casefold())

    def _row(self, index: Index) -> OneLine:
        entry = self._table.entries[index.row()]
        note = entry.english if entry.english != entry.title else ""
        return OneLine(entry.title, note, entry.action.icon, keys=entry.action.shortcut)

    def _filter(self) -> None:
        # What an input method holds counts: its pinyin are the initials one is typing.
        held = self.line.preedit.replace("'", "").replace(" ", "")
        query = (self.line.text() + held).strip()
        ranked = [(rank(entry, query), self._age(entry), entry) for entry in self._entries]
        found = [item for item in ranked if item[0] is not None]
        found.sort(key=lambda item: (item[0] or 0, item[1]))
        self._table.become([entry for _, _, entry in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self._table.index(0))

    def _age(self, entry: Entry) -> int:
        name = entry.action.id
        return self._recent.index(name) if name in self._recent else len(self._recent)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._table.entries[index.row()].action
        if action.id in self._recent:
            self._recent.remove(action.id)
        self._recent.insert(0, action.id)
        # Closed first: the action finds the focus where it was.
        self.dismiss()
        self._actions.trigger(action.id)
