"""What a file brings against what is there already, and what somebody decides about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desk.centre import staff
from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.ledger_plan import LedgerPlan
from desk.intake.roster_plan import Decisions, RosterPlan
from desk.sheets.findings import Place
from desk.ui.icons import Icon
from desk.ui.intake import knowledge_decisions, ledger_decisions, roster_decisions
from desk.ui.intake.decided import Decided
from desk.ui.intake.part_list import BARE_KEY, PartList
from desk.ui.intake.part_rows import PartRows
from desk.ui.intake.part_tab import PartTab
from desk.ui.intake.parts import Part
from desk.ui.kit.button import Button
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.flow import Flow
from desk.ui.kit.label import Label
from desk.ui.session import Session
from desk.ui.theme import Tone

Plan = RosterPlan | LedgerPlan | KnowledgePlan


class DecisionsView(QWidget):
    """Shows a plan in parts and takes the decisions on it.

    What was decided holds for the next plan, too (a column was corrected and the file read
    again), as far as that asks the same; ``clear`` forgets it.

    Attributes:
        rows: the rows of the part in front.
        list: shows them.
        tabs: the parts by their keys.
        tools: the decisions on all rows of the part in front.
    """

    #: Something was decided.
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._plan: Plan | None = None
        self._decided = Decided()
        self._parts: list[Part] = []
        self._front = ""
        self._bare = False
        self._names: Mapping[int, str] = {}
        look, words = session.look, session.words
        self.rows = PartRows(words, self)
        self.list = PartList(look, words, self.rows)
        self._empty = EmptyState(look, "", icon=Icon.CHECK)
        self.list.set_empty(self._empty)
        self.tabs: dict[str, PartTab] = {}
        self.tools: list[Button] = []
        self._group = QButtonGroup(self)
        self._tab_row = QWidget()
        self._tab_flow = Flow(self._tab_row)
        self._tab_row.setAccessibleName(words.say("What the file would change"))
        self._tool_row = QWidget()
        self._tool_flow = Flow(self._tool_row)
        self._sentence = Label(look, "", tone=Tone.QUIET, wrap=True)
        self._summary = Label(look, "", tone=Tone.QUIET, wrap=True)
        self.bare_button: Button | None = None
        self.list.bare_wanted.connect(self.turn_bare)
        self.rows.decided.connect(self._note_change)
        self._lay_out()
        look.changed.connect(self.restyle)
        self.restyle()
        self._show(None)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._tab_row)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._summary)
        self._column.addWidget(self._tool_row)
        self._column.addWidget(self.list, 1)

    # --- plans ------------------------------------------------------------------------------------
    def show_roster(self, plan: RosterPlan) -> None:
        """Show what a roster would change."""
        self._show(plan)

    def show_ledger(self, plan: LedgerPlan) -> None:
        """Show what of an old ledger is unfinished, left out or strange."""
        self._show(plan)

    def show_knowledge(self, plan: KnowledgePlan) -> None:
        """Show what a list of questions would change."""
        self._show(plan)
        self._session.read(staff.names, self._take_names, owner=self, key="names")

    def clear(self) -> None:
        """Show nothing and forget every decision."""
        self._decided = Decided()
        self._front = ""
        self._bare = False
        self._show(None)

    # --- decisions --------------------------------------------------------------------------------
    @property
    def decided(self) -> bool:
        """Whether anything was decided otherwise than it stood."""
        decisions = self.roster_decisions()
        return bool(decisions.take or decisions.retire or self.still_open() or self.take())

    def roster_decisions(self) -> Decisions:
        """Return what was decided on the roster that is shown."""
        shown = self._plan
        return self._decided.of_roster(shown) if isinstance(shown, RosterPlan) else Decisions()

    def still_open(self) -> frozenset[Place]:
        """Return the rows of the ledger that is shown which become open tickets."""
        shown = self._plan
        return self._decided.of_ledger(shown) if isinstance(shown, LedgerPlan) else frozenset()

    def take(self) -> frozenset[int]:
        """Return the articles that take the file's wording."""
        shown = self._plan
        if not isinstance(shown, KnowledgePlan):
            return frozenset()
        return self._decided.of_knowledge(shown)

    def state(self) -> dict[str, Any]:
        """Return what was decided, to be handed to this view's next life."""
        return {
            "decided": self._decided.kept(),
            "front": self._front,
            "bare": self._bare,
            "row": self.list.currentIndex().row(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what an earlier life left; the plan may be shown before or after."""
        self._decided = Decided(**state.get("decided", {}))
        self._front = str(state.get("front", ""))
        self._bare = bool(state.get("bare", False))
        self._show(self._plan, int(state.get("row", 0)))

    # --- what is in front -------------------------------------------------------------------------
    @property
    def front(self) -> str:
        """The key of the part in front, '' for none."""
        return self.rows.part.key if self.rows.part is not None else ""

    def go(self, key: str) -> None:
        """Bring a part to the front."""
        part = next((one for one in self._parts if one.key == key), None)
        if part is not None and part is not self.rows.part:
            self._front = key
            self._bring(part, 0)

    def turn_bare(self) -> None:
        """Show telephone numbers whole, or masked again."""
        self._bare = not self._bare
        self.rows.set_bare(self._bare)
        self._name_bare()

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(s.small)
        self._tab_flow.setSpacing(s.middle)
        self._tool_flow.setSpacing(s.small)

    def sizeHint(self) -> QSize:
        """Want room for a few rows."""
        s = self._session.look.sizes
        return QSize(s.reading, s.reading)

    # --- inside -----------------------------------------------------------------------------------
    def _show(self, plan: Plan | None, row: int = 0) -> None:
        again = type(plan) is type(self._plan)
        row = max(row, self.list.currentIndex().row()) if again else row
        self._plan = plan
        words = self._session.words
        self._parts, summary, empty = [], "", ""
        if isinstance(plan, RosterPlan):
            self._parts = roster_decisions.parts(words, plan, self._decided)
            empty = words.say("Everything in the file is on the roster already, just so.")
        elif isinstance(plan, LedgerPlan):
            self._parts = ledger_decisions.parts(words, plan, self._decided)
            summary = ledger_decisions.summary(words, plan)
            empty = words.say(
                "Nothing is left to decide: the ledger says of every row how it ended."
            )
        elif plan is not None:
            self._parts = knowledge_decisions.parts(words, plan, self._decided, self._names)
            empty = words.say("Everything in the file stands in the library already, just so.")
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        self._empty.set_sentence(empty)
        self._build_tabs()
        part = next((one for one in self._parts if one.key == self._front), None)
        self._bring(part or (self._parts[0] if self._parts else None), row)

    def _take_names(self, names: Mapping[int, str]) -> None:
        if names != self._names:
            self._names = names
            if isinstance(self._plan, KnowledgePlan):
                self._show(self._plan)

    def _build_tabs(self) -> None:
        focused = next((key for key, tab in self.tabs.items() if tab.hasFocus()), "")
        _empty_out(self._tab_flow)
        for button in self._group.buttons():
            self._group.removeButton(button)
        self.tabs = {}
        for part in self._parts:
            tab = PartTab(self._session.look, part.title, part.stands_for or part.count)
            tab.clicked.connect(self._going(part.key))
            self._group.addButton(tab)
            self._tab_flow.addWidget(tab)
            tab.show()
            self.tabs[part.key] = tab
        if focused in self.tabs:
            self.tabs[focused].setFocus()
        self._tab_row.setVisible(bool(self._parts))

    def _going(self, key: str) -> Callable[[], None]:
        return lambda: self.go(key)

    def _bring(self, part: Part | None, row: int) -> None:
        self.rows.set_bare(self._bare)
        self.rows.become(part)
        if part is not None:
            self.tabs[part.key].setChecked(True)
            self.list.setCurrentIndex(self.rows.index(min(row, part.count - 1)))
            self.list.setAccessibleName(part.title)
        self._sentence.setText(part.sentence if part is not None else "")
        self._sentence.setVisible(part is not None)
        self._build_tools(part)

    def _build_tools(self, part: Part | None) -> None:
        _empty_out(self._tool_flow)
        self.tools = []
        for at, tool in enumerate(part.tools if part is not None else ()):
            button = Button(
                self._session.look, tool.text, "quiet", key=tool.key, icon=tool.icon, small=True
            )
            button.clicked.connect(self._running(at))
            self._tool_flow.addWidget(button)
            button.show()
            self.tools.append(button)
        self.bare_button = None
        if part is not None and part.phones:
            self.bare_button = Button(
                self._session.look, "", "bare", key=BARE_KEY, icon=Icon.EYE, small=True
            )
            self.bare_button.clicked.connect(self.turn_bare)
            self._tool_flow.addWidget(self.bare_button)
            self.bare_button.show()
            self._name_bare()
        self._tool_row.setVisible(self._tool_flow.count() > 0)

    def _running(self, at: int) -> Callable[[], None]:
        return lambda: self.rows.run(at)

    def _name_bare(self) -> None:
        if self.bare_button is None:
            return
        words = self._session.words
        said = words.say("Mask the numbers") if self._bare else words.say("Show the numbers")
        self.bare_button.setText(said)
        self.bare_button.set_icon(Icon.EYE_OFF if self._bare else Icon.EYE)

    def _note_change(self) -> None:
        self.changed.emit()


def _empty_out(flow: Flow) -> None:
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
