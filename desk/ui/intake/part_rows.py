"""The rows of a part as Qt sees them: words are found when a row comes on screen."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.ui.intake.parts import Line, Part, Shape
from desk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NO_LINE = Line("")


class PartRows(QAbstractListModel):
    """The rows of the part in front, however many there are."""

    #: Somebody decided something.
    decided = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._part: Part | None = None
        self._bare = False

    @property
    def part(self) -> Part | None:
        """The part in front."""
        return self._part

    @property
    def shape(self) -> Shape:
        """How its rows look."""
        return self._part.shape if self._part is not None else Shape.LINE

    def become(self, part: Part | None) -> None:
        """Show another part."""
        self.beginResetModel()
        self._part = part
        self.endResetModel()

    def set_bare(self, bare: bool) -> None:
        """Show telephone numbers whole, or masked."""
        self._bare = bare
        self.refresh()

    def refresh(self) -> None:
        """Say every row anew."""
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def line(self, index: Index) -> Line:
        """Return what a row says."""
        if self._part is None or not index.isValid():
            return _NO_LINE
        return self._part.line(index.row(), self._bare)

    def decide(self, index: Index, on: bool) -> None:
        """Tick a row or take the file's wording, where that can be decided."""
        line = self.line(index)
        if self._part is None or self._part.decide is None or line.fixed or line.on is on:
            return
        self._part.decide(index.row(), on)
        # One row may take others along: a room, and who lives there.
        self.refresh()
        self.decided.emit()

    def run(self, at: int) -> None:
        """Decide on all rows."""
        if self._part is not None and at < len(self._part.tools):
            self._part.tools[at].run()
            self.refresh()
            self.decided.emit()

    # --- Qt asks ----------------------------------------------------------------------------------
    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() or self._part is None else self._part.count

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be ticked where the shape has a box."""
        flags = super().flags(index)
        if self.shape.chooses or not index.isValid() or self.line(index).on is None:
            return flags
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return all a row says for a screen reader, and whether it is ticked."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.spoken(self.line(index))
        if role == Qt.ItemDataRole.CheckStateRole and not self.shape.chooses:
            on = self.line(index).on
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            return None if on is None else state
        return None

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Let a screen reader tick a row."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.decide(index, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def spoken(self, line: Line) -> str:
        """Say a row as one sentence."""
        words = self._words
        said = [line.lead, line.title, line.note, line.label]
        if self.shape.chooses:
            mine = words.say("At the desk: {value}", value=line.before or words.say("(empty)"))
            theirs = words.say("In the file: {value}", value=line.after or words.say("(empty)"))
            chosen = words.say("chosen: the file's") if line.on else words.say("chosen: the desk's")
            said += [mine, theirs, chosen]
        elif self.shape is Shape.CHANGE:
            said += [
                words.say("Before: {text}", text=line.before or words.say("(empty)")),
                words.say("After: {text}", text=line.after or words.say("(empty)")),
            ]
        said += [line.detail, line.time]
        return " ".join(part for part in said if part)
