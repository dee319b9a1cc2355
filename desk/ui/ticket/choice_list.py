"""A few things to choose one of, one below the other, the chosen one marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.ui.icons import Icon
from desk.ui.kit.composing import is_enter
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import OneLine, RowDelegate
from desk.ui.look import Look
from desk.ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its value, its name, and quiet words about it."""

    value: object
    title: str
    note: str = ""
    icon: Icon | None = None


class OptionTable(QAbstractListModel):
    """The options of a list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: list[Option] = []

    def become(self, options: Sequence[Option]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.options = list(options)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the name, and for a screen reader the words about it too."""
        if not index.isValid():
            return None
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (option.title, option.note) if part)
        return None


class ChoiceList(ListView):
    """Arrow keys choose; Enter is for whoever owns it."""

    chosen = Signal(object)
    entered_key = Signal()

    def __init__(
        self, look: Look, name: str, *, most: int = 6, parent: QWidget | None = None
    ) -> None:
        """Make a list; it is as high as its options, ``most`` at most."""
        super().__init__(look, name, on="raised", parent=parent)
        self._most = most
        self._table = OptionTable(self)
        self.setModel(self._table)
        self.setItemDelegate(RowDelegate(look, self._row, self))
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def options(self) -> list[Option]:
        """What is offered."""
        return self._table.options

    def value(self) -> object:
        """Return the value that is chosen."""
        at = self.currentIndex().row()
        return self.options[at].value if 0 <= at < len(self.options) else None

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered changes nothing."""
        for at, option in enumerate(self.options):
            if option.value == value:
                self.setCurrentIndex(self._table.index(at))
                return

    def typed(self) -> object:
        """Return the value, as every field can."""
        return self.value()

    def retype(self, value: object) -> None:
        """Choose a value again."""
        self.set_value(value)

    def offer(self, options: Sequence[Option], value: object = None) -> None:
        """Offer these; what was chosen stays, else ``value`` is, else the first."""
        before = self.value()
        self._table.become(options)
        values = [option.value for option in options]
        wanted = before if before in values and before is not None else value
        self.set_value(wanted if wanted in values else (values[0] if values else None))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as high as the options."""
        rows = min(self._most, max(1, len(self.options)))
        return QSize(self._look.sizes.least_field * 2, rows * self._look.sizes.row)

    def minimumSizeHint(self) -> QSize:
        """Keep the height."""
        return QSize(self._look.sizes.least_field, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter on; letters are not searched for."""
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered_key.emit()
            return
        if event.text().strip():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _row(self, index: Index) -> OneLine:
        option = self.options[index.row()]
        chosen = index.row() == self.currentIndex().row()
        icon = Icon.CHECK if chosen else option.icon
        return OneLine(option.title, option.note, icon, Tone.ACCENT if chosen else Tone.PLAIN)

    def _moved(self) -> None:
        # The mark moves from one row to another: both are painted.
        self.viewport().update()
        self.chosen.emit(self.value())
