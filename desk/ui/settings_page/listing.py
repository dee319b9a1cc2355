"""A list with the few things that can be done to its rows, each by a key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import RowDelegate
from desk.ui.look import Look
from desk.ui.settings_page.columns import ColumnsDelegate
from desk.ui.settings_page.keyed_rows import Keyed, KeyedRows
from desk.words.catalogue import Words


@dataclass(frozen=True)
class Deed:
    """Something that can be done to the list.

    Attributes:
        id: the last part of the action's id.
        text: its English message, marked.
        key: bound while the list has the focus, or everywhere in the section for ``always``.
        icon: beside it.
        run: does it, given the key of the chosen row (None where nothing is chosen).
        always: whether it can be done without a chosen row.
        headings: whether it can be done to a heading.
        small: its button is only an icon, with name and key in the tooltip.
    """

    id: str
    text: str
    key: str
    icon: Icon
    run: Callable[[Hashable | None], object]
    always: bool = False
    headings: bool = False
    small: bool = False


class Listing(QWidget):
    """Buttons above a list; Enter on a row is the deed with the key Return."""

    chosen = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        name: str,
        deeds: Sequence[Deed],
        shares: Sequence[int] = (),
    ) -> None:
        """Make a list; ``shares`` of the width are those of its columns, where it has any."""
        super().__init__()
        self._look = look
        self._words = words
        self._deeds = {deed.id: deed for deed in deeds}
        self.rows = KeyedRows(self)
        self.list = ListView(look, name)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(
            ColumnsDelegate(look, self.rows.columns, shares, self.list)
            if shares
            else RowDelegate(look, self.rows.line, self.list)
        )
        self.list.setUniformItemSizes(False)
        self.list.doubleClicked.connect(self._double_clicked)
        self.list.selectionModel().currentChanged.connect(self._chose)
        self._tools = QWidget()
        self._flow = Flow(self._tools)
        self.buttons: dict[str, QPushButton] = {}
        for deed in deeds:
            button = self._button(deed)
            button.clicked.connect(self._doing(deed))
            self._flow.addWidget(button)
            self.buttons[deed.id] = button
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._tools)
        self._column.addWidget(self.list, 1)
        look.changed.connect(self.restyle)
        self.restyle()
        self._enable()

    def _button(self, deed: Deed) -> QPushButton:
        name = self._words.say(deed.text)
        if deed.small:
            return IconButton(self._look, deed.icon, name, key=deed.key)
        return Button(self._look, name, "quiet", key=deed.key, icon=deed.icon, small=True)

    def offer(self, actions: Actions, prefix: str, home: QWidget) -> None:
        """Bind the keys: those of rows only while the list has the focus."""
        for deed in self._deeds.values():
            actions.add(
                Action(
                    f"{prefix}.{deed.id}",
                    deed.text,
                    deed.key,
                    deed.icon,
                    self._doing(deed),
                    self._able(deed),
                ),
                home=home if deed.always else self.list,
                focused=not deed.always,
            )

    def lead_with(self, button: QPushButton) -> None:
        """Put a button of somebody else's action before those of the list."""
        self._flow.insert(0, button)

    def become(self, rows: Sequence[Keyed]) -> None:
        """Show these rows; what was chosen stays chosen."""
        self.rows.become(rows)
        if not self.list.currentIndex().isValid() and rows:
            self.choose(next((row.key for row in rows if not row.heading), rows[0].key))
        self._enable()

    def choose(self, key: Hashable | None) -> None:
        """Choose the row of a key, if it is there."""
        at = self.rows.place(key)
        if at is not None:
            self.list.setCurrentIndex(self.rows.index(at))

    @property
    def current(self) -> Keyed | None:
        """The chosen row."""
        return self.rows.keyed(self.list.currentIndex())

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(s.small)

    def _doing(self, deed: Deed) -> Callable[[], None]:
        def do() -> None:
            row = self.current
            if self._able(deed)():
                deed.run(row.key if row is not None else None)

        return do

    def _able(self, deed: Deed) -> Callable[[], bool]:
        def able() -> bool:
            row = self.current
            return deed.always or (row is not None and (deed.headings or not row.heading))

        return able

    def _double_clicked(self, _index: QModelIndex) -> None:
        for deed in self._deeds.values():
            if deed.key == "Return":
                self._doing(deed)()

    def _chose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._enable()
        self.chosen.emit()

    def _enable(self) -> None:
        for name, button in self.buttons.items():
            button.setEnabled(self._able(self._deeds[name])())
