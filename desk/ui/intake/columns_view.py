"""What the columns of a file were taken for, sheet by sheet; each can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.sheets.columns import Choice, Column
from desk.sheets.letters import letters_of
from desk.tickets.work_order import mobiles_hidden
from desk.ui.intake import said
from desk.ui.intake.understood import SheetColumns, Understood
from desk.ui.kit.combo import Combo
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.scroll import Scroll
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words.sentences import sentence

#: Rows built at one go; a file may have hundreds of columns.
_BATCH = 3
#: Fields that say no more than that a column is not wanted.
_UNWANTED = ("unused", "other")


class FieldCombo(Combo):
    """What a column may be; the arrow keys open the choices, for each choice reads the file."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose in the open list only; Escape is the page's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColumnRow(QWidget):
    """One column: its letter, its head, what stands in it first, and what it is."""

    #: Somebody says what it is: the key of a field, "" for none of ours.
    chosen = Signal(str)

    def __init__(self, session: Session, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        look = session.look
        self._session = session
        self._letter = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self._head = ElidedLabel(look)
        self._examples = ElidedLabel(look, "", Text.SMALL, tone=Tone.QUIET)
        self.combo = FieldCombo(look, fields)
        self.combo.activated.connect(self._activated)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._letter, 0, 0)
        self._grid.addWidget(self._head, 0, 1)
        self._grid.addWidget(self._examples, 1, 1)
        self._grid.addWidget(self.combo, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(1, 1)
        look.changed.connect(self.restyle)
        self.restyle()

    def show_column(self, column: Column, *, chosen: bool) -> None:
        """Show a column; ``chosen``: somebody has said what it is."""
        words = self._session.words
        letter = letters_of(column.index)
        self._letter.setText(letter)
        self._head.setText(column.head or words.say("no heading"))
        self._head.set_tone(Tone.PLAIN if column.head else Tone.QUIET)
        examples = words.say_in("between examples", ", ").join(
            mobiles_hidden(" ".join(one.split())) for one in column.examples
        )
        if chosen:
            examples = words.say("corrected: {examples}", examples=examples)
        self._examples.setText(examples)
        self._examples.set_tone(Tone.ACCENT if chosen else Tone.QUIET)
        field = column.field if column.field not in _UNWANTED else ""
        self.combo.blockSignals(True)
        self.combo.set_value(field or "")
        self.combo.blockSignals(False)
        self.combo.setAccessibleName(
            words.say("Column {letter} {head} is", letter=letter, head=column.head)
        )

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._grid.setContentsMargins(0, s.unit, 0, s.unit)
        self._grid.setHorizontalSpacing(s.small)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, s.wide)
        self.combo.setFixedWidth(s.least_field + s.wide)

    def _activated(self, _at: int) -> None:
        self.chosen.emit(str(self.combo.value() or ""))


class ColumnsView(QWidget):
    """The columns of one sheet at a time; the sheets are chosen above."""

    #: Somebody says what a column is: a ``Choice``.
    corrected = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        look, words = session.look, session.words
        self._session = session
        self._found: Understood | None = None
        self._fields: list[tuple[str, str]] = []
        self._kind = ""
        self._rows: list[ColumnRow] = []
        self._waiting: list[Column] = []
        self.sheets = Combo(look, name=words.say("Sheet"))
        self.sheets.activated.connect(lambda _at: self._show_sheet())
        self._note = Label(look, "", Text.SMALL, tone=Tone.QUIET, wrap=True)
        content = QWidget()
        self._list = QVBoxLayout()
        self._above = QVBoxLayout(content)
        self._above.addWidget(self.sheets)
        self._above.addWidget(self._note)
        self._above.addLayout(self._list)
        self._above.addStretch(1)
        self._scroll = Scroll(content)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_some)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def rows(self) -> Sequence[ColumnRow]:
        """The columns on screen."""
        sheet = self.sheet
        return self._rows[: len(sheet.columns)] if sheet is not None else []

    @property
    def sheet(self) -> SheetColumns | None:
        """The sheet on screen."""
        found = self._found
        at = self.sheets.currentIndex()
        return found.sheets[at] if found is not None and 0 <= at < len(found.sheets) else None

    def show_columns(self, found: Understood) -> None:
        """Show the columns of a file; where it was read again, the same sheet stays."""
        words = self._session.words
        same = (
            self._found is not None
            and self._found.opened is found.opened
            and self._found.kind == found.kind
        )
        before = self.sheets.currentIndex() if same else -1
        self._found = found
        if found.kind != self._kind:
            self._kind = found.kind
            self._clear()
            named = [
                (said.field_name(words, found.kind, key), key)
                for key in found.fields
                if key not in _UNWANTED
            ]
            self._fields = [(words.say("not taken over"), ""), *(one for one in named if one[0])]
        self.sheets.set_choices((self._title(one), at) for at, one in enumerate(found.sheets))
        self.sheets.setVisible(len(found.sheets) > 1)
        first = next((at for at, one in enumerate(found.sheets) if one.why is None), 0)
        self.sheets.setCurrentIndex(before if before >= 0 else first)
        self._show_sheet()

    def add_above(self, widget: QWidget) -> None:
        """Put something above the sheets; it scrolls with them."""
        self._above.insertWidget(0, widget)

    def go_to(self, sheet: str | None) -> None:
        """Show another sheet."""
        if self._found is not None:
            at = next((i for i, one in enumerate(self._found.sheets) if one.sheet == sheet), -1)
            if at >= 0:
                self.sheets.setCurrentIndex(at)
                self._show_sheet()

    def take_focus(self) -> None:
        """Bring the keyboard to the first column, or to the sheets."""
        target: QWidget = self.rows[0].combo if self.rows else self.sheets
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._above.setContentsMargins(0, 0, s.small, s.small)
        self._above.setSpacing(s.small)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)

    # --- one sheet ------------------------------------------------------------------------------
    def _title(self, one: SheetColumns) -> str:
        name = one.sheet or self._session.words.say("the file")
        if one.why is not None:
            return self._session.words.say("{sheet} (left out)", sheet=name)
        return name

    def _show_sheet(self) -> None:
        sheet, words = self.sheet, self._session.words
        if sheet is None:
            return
        if sheet.why is not None:
            self._note.setText(sentence(words, sheet.why))
        elif sheet.heads:
            rows = words.say_in("between numbers", ", ").join(str(row) for row in sheet.heads[:3])
            self._note.setText(words.say("Headings in row {rows}", rows=rows))
        else:
            self._note.setText(words.say("No headings: known by what stands in the columns"))
        wanted = list(sheet.columns)
        for at, column in enumerate(wanted[: len(self._rows)]):
            self._fill(self._rows[at], column)
            self._rows[at].show()
        for row in self._rows[len(wanted) :]:
            row.hide()
        self._waiting = wanted[len(self._rows) :]
        self._build_some()

    def _build_some(self) -> None:
        """Build a few rows and come back for the others when the window has had its turn."""
        some, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
        for column in some:
            row = ColumnRow(self._session, self._fields)
            self._list.insertWidget(len(self._rows), row)
            row.chosen.connect(partial(self._choose, len(self._rows)))
            self._rows.append(row)
            self._fill(row, column)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()

    def _fill(self, row: ColumnRow, column: Column) -> None:
        sheet = self.sheet
        row.show_column(column, chosen=sheet is not None and column.index in sheet.chosen)

    def _choose(self, at: int, field: str) -> None:
        sheet = self.sheet
        if sheet is not None and at < len(sheet.columns):
            self.corrected.emit(Choice(sheet.sheet, sheet.columns[at].index, field or None))

    def _clear(self) -> None:
        self._timer.stop()
        self._waiting = []
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
