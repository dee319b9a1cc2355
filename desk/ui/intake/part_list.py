"""The list of a part: Space ticks, left and right choose between two wordings."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desk.ui.intake.part_delegate import PartDelegate
from desk.ui.intake.part_rows import PartRows
from desk.ui.kit.views import WhileEmpty, calm
from desk.ui.look import Look
from desk.words.catalogue import Words

BARE_KEY = "F9"
_OF_THE_PAGE = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MINE = (Qt.Key.Key_Left, Qt.Key.Key_1)
_THEIRS = (Qt.Key.Key_Right, Qt.Key.Key_2)


class PartList(QTableView):
    """Shows the rows of the part in front and takes the keyboard's decisions.

    It is a table of one column: a list would ask for every row before it shows the first.
    """

    #: Numbers are to be shown whole, or masked again.
    bare_wanted = Signal()

    def __init__(
        self, look: Look, words: Words, rows: PartRows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        calm(self, words.say("What the file would change"), "paper")
        # The delegate paints the ground of what is chosen, and rounds it.
        self.setProperty("rows", "painted")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty: WhileEmpty | None = None
        self._rows = rows
        self._delegate = PartDelegate(look, words, rows, self)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        look.changed.connect(self.restyle)
        rows.modelReset.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the rows from the part in front and the theme in force."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)

    def set_empty(self, widget: QWidget) -> None:
        """Show this while there are no rows."""
        self._empty = WhileEmpty(self, widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide on the chosen row, or on all of them; Escape and Enter are the page's."""
        if event.key() in _OF_THE_PAGE:
            event.ignore()
        elif not self._decided(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt's own name
        """Search nothing by letters: it would put every row into words."""

    def _decided(self, event: QKeyEvent) -> bool:
        part = self._rows.part
        pressed = QKeySequence(QKeyCombination(_plain(event), Qt.Key(event.key())))
        if part is None:
            return False
        for at, tool in enumerate(part.tools):
            if pressed == QKeySequence(tool.key):
                self._rows.run(at)
                return True
        if part.phones and pressed == QKeySequence(BARE_KEY):
            self.bare_wanted.emit()
            return True
        if part.decide is None or _plain(event) != Qt.KeyboardModifier.NoModifier:
            return False
        index, key = self.currentIndex(), event.key()
        if part.shape.chooses:
            if key not in (*_MINE, *_THEIRS):
                return False
            self._rows.decide(index, key in _THEIRS)
            return True
        if key == Qt.Key.Key_Space:
            self._rows.decide(index, not self._rows.line(index).on)
            return True
        return False


def _plain(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return what is held; the number pad is another key to Qt, the same to everybody else."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
