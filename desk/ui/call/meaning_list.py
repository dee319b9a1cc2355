"""A line over the meanings that answer it, for a sheet: one is taken, or a new one is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.answers.concepts import Standing, StoredConcept
from desk.ui.icons import Icon
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import OneLine, RowDelegate
from desk.ui.look import Look
from desk.ui.meanings.search import find
from desk.words.catalogue import Words

#: Rows that show, where there is little room, and so many that are kept at all.
_ROWS, _FEW, _KEPT = 5, 2, 40
#: Words of a meaning beside its name.
_WORDS = 5


class Meaning(NamedTuple):
    """What was chosen: a concept by its key, or "" and the name of a new one."""

    key: str
    name: str


class MeaningList(QWidget):
    """Always of one height; the arrow keys walk the list from the line.

    Attributes:
        line: what is looked for.
    """

    #: Another meaning is chosen, or none.
    chosen = Signal()

    def __init__(self, look: Look, words: Words, name: str) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._every: list[StoredConcept] = []
        self._shown = _ROWS
        self._meanings: list[Meaning] = []
        self._lines: list[OneLine] = []
        self._titles = QStringListModel(self)
        self.line = LineEdit(
            look,
            name=name,
            icon=Icon.SEARCH,
            placeholder=words.say("A word for it, or its initials"),
        )
        self.list = ListView(look, words.say("Meanings"), on="raised")
        self.list.setModel(self._titles)
        self.list.setItemDelegate(
            RowDelegate(look, lambda index: self._lines[index.row()], self.list)
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusProxy(self.line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self._column.addWidget(self.list)
        self.line.textChanged.connect(self.refresh)
        self.line.preedit_changed.connect(self.refresh)
        self.line.installEventFilter(self)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def meaning(self) -> Meaning | None:
        """What is highlighted; None where nothing is."""
        at = self.list.currentIndex().row()
        return self._meanings[at] if 0 <= at < len(self._meanings) else None

    @property
    def titles(self) -> list[str]:
        """What the rows say."""
        return [line.title for line in self._lines]

    def offer(self, every: Sequence[StoredConcept], first: Sequence[str]) -> None:
        """Offer the meanings that hold; those of the keys in ``first`` stand above the others."""
        rank = {key: at for at, key in enumerate(first)}
        self._every = sorted(
            (one for one in every if one.standing is not Standing.REMOVED),
            key=lambda one: (rank.get(one.concept.key, len(rank)), one.concept.weak),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show what answers the line, what an input method holds included."""
        held = self.line.preedit.replace("'", "").replace(" ", "")
        query = (self.line.text() + held).strip()
        found = [one.stored for one in find(self._every, query)][:_KEPT]
        names = {name for one in found for name in (one.concept.name, self._name(one))}
        self._meanings = [Meaning(one.concept.key, self._name(one)) for one in found]
        self._lines = [
            OneLine(self._name(one), self._said(one, query), icon=Icon.TAG) for one in found
        ]
        new = self.line.text().strip()
        if new and new not in names and not held:
            title = self._words.say("A new meaning: {name}", name=new)
            self._meanings.append(Meaning("", new))
            self._lines.append(OneLine(title, icon=Icon.ADD))
        self._titles.setStringList([line.title for line in self._lines])
        # Without a word nothing is chosen: Enter must not take what only happens to stand first.
        if query and self._lines:
            self.list.setCurrentIndex(self._titles.index(0))
        self.chosen.emit()

    def walk(self, step: int) -> None:
        """Walk the list."""
        count, at = len(self._lines), self.list.currentIndex().row()
        if count:
            to = (at + step) % count if at >= 0 else 0 if step > 0 else count - 1
            self.list.setCurrentIndex(self._titles.index(to))
            self.chosen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk from the line."""
        press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.line and press and not self.line.composing:
            assert isinstance(event, QKeyEvent)
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.walk(step)
                return True
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setSpacing(s.unit)
        self.list.setFixedHeight(self._shown * s.row)

    def give_room(self, *, few: bool) -> None:
        """Show fewer rows where the window is low."""
        self._shown = _FEW if few else _ROWS
        self.restyle()

    def _name(self, one: StoredConcept) -> str:
        english = self._words.language == "en" and one.concept.name_en
        return english or one.concept.name

    def _said(self, one: StoredConcept, query: str) -> str:
        """Return some of its words, those that hold what is looked for first."""
        words = [word for word in one.concept.words if word != self._name(one)]
        words.sort(key=lambda word: query not in word)
        return self._words.say_in("between words", ", ").join(words[:_WORDS])


def warm(every: Sequence[StoredConcept]) -> None:
    """Work out how the words of all meanings sound; may run on any thread."""
    find(every, "a")
