"""A table with quiet headings and no grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desk.ui.icons import Icon
from desk.ui.kit.painting import draw_icon, draw_ring, draw_text, text_width
from desk.ui.kit.rows import Index
from desk.ui.kit.views import Ground, WhileEmpty, calm
from desk.ui.look import Look
from desk.ui.theme import Text, Tone

#: Roles a table may answer beside Qt's own: the ``Tone`` of a cell and an ``Icon`` before it.
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 900
ICON_ROLE = int(Qt.ItemDataRole.UserRole) + 901


class CellDelegate(QStyledItemDelegate):
    """Paints a cell from its display text, alignment, tone and icon."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as wide as the text."""
        s = self._look.sizes
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        icon = s.icon_small + s.small if index.data(ICON_ROLE) else 0
        return QSize(text_width(self._look.font(), text) + icon + 2 * s.small, s.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, icon and text."""
        look, s = self._look, self._look.sizes
        rect: QRect = option.rect
        state = option.state
        flag = QStyle.StateFlag
        painter.save()
        if state & flag.State_Selected:
            painter.fillRect(rect, look.colours.selected)
        elif state & flag.State_MouseOver:
            painter.fillRect(rect, look.colours.hover)
        box = rect.adjusted(s.small, 0, -s.small, 0)
        # Both come back from Qt as the strings they are.
        tone, icon = index.data(TONE_ROLE), index.data(ICON_ROLE)
        ink = look.ink(Tone(tone)) if tone else look.colours.ink
        if icon:
            at = QRect(box.left(), box.top(), s.icon_small, box.height())
            mark = ink if tone else look.colours.quiet
            draw_icon(painter, look, at, Icon(icon), mark, s.icon_small)
            box.setLeft(box.left() + s.icon_small + s.small)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignHorizontal_Mask
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        draw_text(painter, box, text, look.font(), ink, align | Qt.AlignmentFlag.AlignVCenter)
        if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
            draw_ring(painter, look, rect, s.radius_small)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell that is cut."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = option.rect.width()
        cut = self.sizeHint(option, index).width() > room
        QToolTip.showText(event.globalPos(), text if cut else "", view)
        return True


class TableView(QTableView):
    """A calm table that is chosen by the row; Tab leaves it, the arrow keys walk it."""

    def __init__(
        self, look: Look, name: str, *, on: Ground = "paper", parent: QWidget | None = None
    ) -> None:
        """Make a table; ``name`` is what a screen reader says, ``on`` what it lies on."""
        super().__init__(parent)
        self._look = look
        self._empty: WhileEmpty | None = None
        calm(self, name, on)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(CellDelegate(look, self))
        look.changed.connect(self.restyle)
        self.restyle()

    def set_empty(self, widget: QWidget) -> None:
        """Show this while there are no rows."""
        self._empty = WhileEmpty(self, widget)

    def fit_columns(self, stretch: int) -> None:
        """Make each column as wide as its text and let one take what is left."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column in range(head.count()):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(
                column, mode.Stretch if column == stretch else mode.ResizeToContents
            )

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another table."""
        super().setModel(model)
        if self._empty is not None:
            self._empty.follow(model)

    def current_row(self) -> QModelIndex:
        """Return the first cell of the chosen row."""
        return self.currentIndex().siblingAtColumn(0)

    def restyle(self) -> None:
        """Take row height and heading type from the theme in force."""
        s = self._look.sizes
        self.verticalHeader().setDefaultSectionSize(s.row)
        self.verticalHeader().setMinimumSectionSize(s.control_small)
        head = self.horizontalHeader()
        head.setFont(self._look.font(Text.SMALL))
        head.setFixedHeight(s.control)
