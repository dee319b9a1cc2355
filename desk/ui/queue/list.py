"""The list of the queue: one key a step, a menu of them all, and rows that keep their place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from desk.tickets.rows import TicketRow
from desk.ui.kit.composing import is_enter
from desk.ui.kit.list_view import ListView
from desk.ui.look import Look
from desk.ui.queue.delegate import QueueDelegate
from desk.ui.queue.steps import step_of
from desk.ui.queue.table import Index, QueueTable
from desk.words.catalogue import Words

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class QueueList(ListView):
    """Shows a ``QueueTable``; what is chosen stays chosen whatever happens around it.

    When the chosen ticket leaves, nothing is chosen: a key must never reach another ticket than
    the one somebody looked at. The next arrow key goes on from where it stood.
    """

    #: The chosen row, or None.
    chosen = Signal(object)
    opened = Signal(object)
    step_asked = Signal(object, object)
    #: Escape was pressed with nothing to leave here.
    left = Signal()

    def __init__(
        self, look: Look, words: Words, table: QueueTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words.say("Queue of tickets"), parent=parent)
        self._words = words
        self._table = table
        #: Where the chosen row stood before it went.
        self._gap: int | None = None
        self._told: TicketRow | None = None
        self._becoming = False
        self.setModel(table)
        self.setItemDelegate(QueueDelegate(look, table, self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    # --- what is chosen -------------------------------------------------------------------------
    @property
    def chosen_row(self) -> TicketRow | None:
        """The chosen ticket as it stands now."""
        index = self.currentIndex()
        return self._table.row(index.row()) if index.isValid() else None

    def choose(self, ticket: int | None) -> bool:
        """Choose a ticket and show it; say whether it is there. None chooses nothing."""
        at = None if ticket is None else self._table.place_of(ticket)
        if at is None:
            self.setCurrentIndex(QModelIndex())
            return False
        self.setCurrentIndex(self._table.index(at))
        self.scrollTo(self._table.index(at))
        return True

    def become(self, rows: Iterable[TicketRow], now: datetime) -> None:
        """Show these rows; the chosen ticket and what stands on screen stay where they are."""
        wanted = list(rows)
        chosen = self.chosen_row
        anchor = self._anchor({row.ticket_id for row in wanted})
        self._becoming = True
        if chosen is not None and all(row.ticket_id != chosen.ticket_id for row in wanted):
            self._gap = self.currentIndex().row()
            self.setCurrentIndex(QModelIndex())
        self._table.become(wanted, now)
        self._becoming = False
        self._hold(anchor)
        self._tell()

    def visible(self) -> tuple[int, int]:
        """Return the first and the last row on screen; the last lies before the first for none."""
        high = max(1, self.sizeHintForRow(0)) if self._table.rowCount() else 1
        top = self.verticalScrollBar().value()
        last = (top + self.viewport().height() - 1) // high
        return top // high, min(last, self._table.rowCount() - 1)

    # --- what Qt calls --------------------------------------------------------------------------
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what is chosen."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._gap = None
        if not self._becoming:
            self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by a key chooses the first row; otherwise nothing is chosen but by somebody."""
        if self.currentIndex().isValid() or not self._table.rowCount():
            super().focusInEvent(event)
            return
        self._becoming = True
        super().focusInEvent(event)
        # Qt would make a row current here without showing it.
        self.setCurrentIndex(QModelIndex())
        self._becoming = False
        if event.reason() in _BY_KEY:
            self.setCurrentIndex(self._table.index(min(self._gap or 0, self._table.rowCount() - 1)))

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Go on from where the chosen ticket stood when it went."""
        step = QAbstractItemView.CursorAction
        if not self.currentIndex().isValid() and self._table.rowCount():
            gap = min(self._gap or 0, self._table.rowCount() - 1)
            if action in (step.MoveDown, step.MoveNext):
                return self._table.index(gap)
            if action in (step.MoveUp, step.MovePrevious):
                return self._table.index(max(0, gap - 1))
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, a letter asks for its step, Escape leaves."""
        row = self.chosen_row
        if is_enter(event) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if row is not None:
                self.opened.emit(row)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Menu:
            self._open_menu(None)
            return
        step = step_of(event, row.allowed) if row is not None else None
        if row is not None and step is not None:
            self.step_asked.emit(row, step)
            return
        if event.text().isprintable() and event.text().strip():
            # No search by letters: they are steps, and one that is not offered does nothing.
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice."""
        row = self._table.row(self.indexAt(event.position().toPoint()).row())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.opened.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer every step of the row below the pointer, each with its key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self._open_menu(event.pos() if by_mouse else None)

    def menu_for(self, row: TicketRow) -> QMenu:
        """Return the menu of what can be done to a ticket; it forgets itself when closed."""
        # Not at the top: the first picture needs no menu.
        from desk.ui.queue.menu import StepMenu

        menu = StepMenu(self._look, self._words, row, self)
        menu.opened.connect(self.opened)
        menu.step_asked.connect(self.step_asked)
        return menu

    def _open_menu(self, at: QPoint | None) -> None:
        index = self.currentIndex() if at is None else self.indexAt(at)
        row = self._table.row(index.row())
        if row is None:
            return
        self.setCurrentIndex(index)
        if at is None:
            at = self.visualRect(index).center()
        self.menu_for(row).popup(self.viewport().mapToGlobal(at))

    # --- keeping still --------------------------------------------------------------------------
    def _anchor(self, wanted: set[int]) -> tuple[int, int] | None:
        """Return a ticket that stays and how far below the top it stands; None at the very top."""
        if self.verticalScrollBar().value() == 0:
            return None
        first, last = self.visible()
        places = list(range(first, last + 1))
        current = self.currentIndex().row()
        if current in places:
            places = [current, *places]
        for at in places:
            row = self._table.row(at)
            if row is not None and row.ticket_id in wanted:
                return row.ticket_id, self._top_of(at) - self.verticalScrollBar().value()
        return None

    def _hold(self, anchor: tuple[int, int] | None) -> None:
        """Scroll so that the anchor stands where it stood."""
        if anchor is None:
            return
        self.executeDelayedItemsLayout()
        at = self._table.place_of(anchor[0])
        if at is not None:
            self.verticalScrollBar().setValue(self._top_of(at) - anchor[1])

    def _top_of(self, at: int) -> int:
        return at * self.sizeHintForRow(0)

    def _tell(self) -> None:
        row = self.chosen_row
        if row != self._told:
            self._told = row
            self.chosen.emit(row)
