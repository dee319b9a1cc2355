"""What came of a file: read, not understood, noted, and against what is there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.ui.icons import Icon
from desk.ui.intake import said
from desk.ui.intake.decisions_view import DecisionsView
from desk.ui.intake.roster_nodes import NOTHING
from desk.ui.intake.roster_table import RosterTable
from desk.ui.intake.roster_tree import RosterTree
from desk.ui.intake.row_list import RowList
from desk.ui.intake.understood import KNOWLEDGE, ROSTER, TICKETS, Understood
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.rows import TwoLines
from desk.ui.session import Session

if TYPE_CHECKING:
    from desk.sheets.findings import Skipped, Warned

EXPORT_KEY = "Ctrl+E"


class Part(StrEnum):
    """A part of what came of a file."""

    COLUMNS = "columns"
    READ = "read"
    REJECTED = "rejected"
    WARNED = "warned"
    PLAN = "plan"


class ResultsView(QWidget):
    """One part at a time, each named by a chip with its count.

    Attributes:
        tree, read, rejected, warned, decisions: the parts.
        chips: by their part.
    """

    export_wanted = Signal()

    def __init__(self, session: Session, columns: QWidget) -> None:
        """Make it; ``columns`` is shown as one more part where the window is narrow."""
        super().__init__()
        look, words = session.look, session.words
        self._session = session
        self._found: Understood | None = None
        self.table = RosterTable(words, self)
        self.tree = RosterTree(look, words, self.table)
        self.read = RowList(
            look, words.say("What was read"), words.say("Nothing in this file was understood.")
        )
        self.rejected = RowList(
            look, words.say("Rows that were not understood"), words.say("Every row was understood.")
        )
        self.warned = RowList(
            look, words.say("Cells of no use"), words.say("There is nothing to note.")
        )
        self.decisions = DecisionsView(session)
        self._place_of_columns = QWidget()
        self._inner = QVBoxLayout(self._place_of_columns)
        self._columns = columns
        self._narrow = False
        self.comparing = False
        self._wanted = Part.READ
        self._waiting: list[tuple[str, ...]] = []
        self._make_chips()
        self.export = IconButton(
            look, Icon.EXPORT, words.say("Save the list to a file"), key=EXPORT_KEY
        )
        self.export.clicked.connect(self.export_wanted)
        self.stack = QStackedWidget()
        self._reads = QStackedWidget()
        self._reads.addWidget(self.tree)
        self._reads.addWidget(self.read)
        self._widgets: dict[Part, QWidget] = {
            Part.COLUMNS: self._place_of_columns,
            Part.READ: self._reads,
            Part.REJECTED: self.rejected,
            Part.WARNED: self.warned,
            Part.PLAN: self.decisions,
        }
        for widget in self._widgets.values():
            self.stack.addWidget(widget)
        self._head = QHBoxLayout()
        self._head.addWidget(self._strip, 1)
        self._head.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.stack, 1)
        look.changed.connect(self.restyle)
        self.restyle()
        self.show_part(Part.READ)

    def _make_chips(self) -> None:
        look, words = self._session.look, self._session.words
        self._strip = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._strip.setSizePolicy(policy)
        self._strip.setAccessibleName(words.say("What came of the file"))
        self._flow = Flow(self._strip)
        names = {
            Part.COLUMNS: words.say("Columns"),
            Part.READ: words.say_in("import", "Rooms read"),
            Part.REJECTED: words.say("Not understood"),
            Part.WARNED: words.say("To note"),
            Part.PLAN: words.say("Against what is there"),
        }
        self.chips: dict[Part, Chip] = {}
        for part, name in names.items():
            chip = Chip(look, name, checkable=True, parent=self._strip)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(partial(self._clicked, part))
            self.chips[part] = chip
            self._flow.addWidget(chip)
        self.chips[Part.COLUMNS].hide()

    # --- what is shown --------------------------------------------------------------------------
    @property
    def part(self) -> Part:
        """The part in front."""
        return self._wanted

    @property
    def first_view(self) -> QWidget:
        """What takes the keyboard in the part that is in front."""
        if self._wanted is Part.READ:
            return self.tree if self._reads.currentWidget() is self.tree else self.read
        if self._wanted is Part.COLUMNS:
            return self._columns
        return self._widgets[self._wanted]

    def show_part(self, part: Part) -> None:
        """Bring a part to the front."""
        self._wanted = part
        shown = Part.READ if part is Part.COLUMNS and not self._narrow else part
        self._wanted = shown
        self.stack.setCurrentWidget(self._widgets[shown])
        for other, chip in self.chips.items():
            chip.setChecked(other is shown)

    def set_narrow(self, narrow: bool) -> None:
        """Take the columns in as one more part, or give them away."""
        self._narrow = narrow
        self.chips[Part.COLUMNS].setVisible(narrow)
        if narrow:
            self._inner.addWidget(self._columns)
            self._columns.show()
        self.show_part(self._wanted)

    def show_found(self, found: Understood) -> None:
        """Show what was understood of a file."""
        words, read = self._session.words, found.read
        again = (
            self._found is not None
            and self._found.opened is found.opened
            and self._found.kind == found.kind
        )
        self._found = found
        opened = self.tree.open_keys() if again else set()
        if found.kind == ROSTER:
            self.table.become(found.nodes, read.rooms, read.strangers)  # type: ignore[union-attr]
            self._reads.setCurrentWidget(self.tree)
            if opened:
                self.tree.open_all(opened)
            else:
                self.tree.begin()
        if found.kind != ROSTER or found.is_nothing:
            items, say = _items(self._session, found)
            self.read.rows.become(items, say)
            self._reads.setCurrentWidget(self.read)
        self.rejected.rows.become(read.found.rejected, partial(said.rejected, words))
        self.warned.rows.become(
            (*read.found.skipped, *read.found.warned), partial(_noted, self._session, found.kind)
        )
        self._count(found)

    def _count(self, found: Understood) -> None:
        words, read = self._session.words, found.read
        self.chips[Part.READ].set_text(said.read_chip(words, found))
        self.chips[Part.READ].set_count(found.amount)
        self.chips[Part.REJECTED].set_count(len(read.found.rejected))
        wrong = bool(read.found.rejected)
        self.chips[Part.REJECTED].set_icon(Icon.WARNING if wrong else None)
        self.chips[Part.WARNED].set_count(len(read.found.warned) + len(read.found.skipped))
        unfinished = found.kind == TICKETS
        self.chips[Part.PLAN].set_text(
            words.say("Unfinished") if unfinished else words.say("Against what is there")
        )
        self.export.setEnabled(bool(read.found.rejected or read.found.warned))
        self._flow.invalidate()

    def show_asked(self, count: int | None) -> None:
        """Show how much there is to decide; None while it is being compared."""
        self.comparing = count is None
        self.chips[Part.PLAN].set_count(count)
        self.chips[Part.PLAN].setEnabled(count is not None)
        self._flow.invalidate()

    def clear(self) -> None:
        """Let go of the file."""
        self._found = None
        self.table.become(NOTHING, ())
        for one in (self.read, self.rejected, self.warned):
            one.rows.become((), lambda _one: TwoLines(""))
        self.decisions.clear()
        self.show_part(Part.READ)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._head.setSpacing(s.small)
        self._flow.setSpacing(s.small)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._inner.setContentsMargins(0, 0, 0, 0)

    def _clicked(self, part: Part, _checked: bool = False) -> None:
        self.show_part(part)


def _items(session: Session, found: Understood) -> tuple[Sequence[Any], Callable[[Any], TwoLines]]:
    """Return what was read as rows, and who says one."""
    from desk.community.roster.read import RosterRead

    words, read = session.words, found.read
    if isinstance(read, RosterRead):
        return (), lambda _one: TwoLines("")
    if found.kind == KNOWLEDGE:
        return read.articles, partial(said.article, words)  # type: ignore[union-attr]
    return read.tickets, partial(said.ticket, words)  # type: ignore[union-attr]


def _noted(session: Session, kind: str, one: Skipped | Warned) -> TwoLines:
    from desk.sheets.findings import Skipped

    if isinstance(one, Skipped):
        return said.skipped(session.words, one)
    return said.warned(session.words, kind, one)
