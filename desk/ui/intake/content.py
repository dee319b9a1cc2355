"""What the import page shows of a file: its columns, what came of it, and what will happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.intake import said
from desk.ui.intake.columns_view import ColumnsView
from desk.ui.intake.results_view import Part, ResultsView
from desk.ui.intake.start_view import CHOOSE_KEY
from desk.ui.intake.understood import KINDS, ROSTER, TICKETS, Decided, Understood
from desk.ui.kit.button import Button
from desk.ui.kit.icon_button import IconButton
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.kit.segments import Segments
from desk.ui.session import Session
from desk.ui.theme import Text, Tone
from desk.words import imports as imports_said
from desk.words import times
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.ui.intake.understood import Compared


class Content(QWidget):
    """Columns at the left, results at the right; narrow, the columns are one of the results.

    Attributes:
        columns, results: what it is made of.
        ready: it was compared and there is something to import.
    """

    choose_wanted = Signal()
    back_wanted = Signal()
    import_wanted = Signal()
    #: Another kind of file: one of ``KINDS``.
    kind_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        look, words = session.look, session.words
        self._session = session
        self.ready = False
        self.narrow = False
        self.back = IconButton(look, Icon.CHEVRON_LEFT, words.say_in("page", "Back"), key="Esc")
        self.back.clicked.connect(self.back_wanted)
        self._title = ElidedLabel(look, "", Text.ANSWER, bold=True)
        self._amount = Label(look, "", Text.SMALL, tone=Tone.QUIET)
        self.other = Button(
            look, words.say("Another file"), "quiet", key=CHOOSE_KEY, icon=Icon.FOLDER
        )
        self.other.clicked.connect(self.choose_wanted)
        self._notes = Label(look, "", tone=Tone.SOON, wrap=True)
        self._notes.hide()
        self.kinds = Segments(
            look,
            [(imports_said.kind(words, kind), kind) for kind in KINDS],
            name=words.say("What the file holds"),
        )
        self.kinds.chosen.connect(lambda kind: self.kind_chosen.emit(str(kind)))
        self.columns = ColumnsView(session)
        self._side = QWidget()
        self.columns.add_above(self.kinds)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addWidget(self.columns)
        self.results = ResultsView(session, self._side)
        self._say = Label(look, "", wrap=True)
        self.go = Button(
            look, words.say_in("button", "Import"), key="Ctrl+Return", icon=Icon.IMPORT
        )
        self.go.clicked.connect(self.import_wanted)
        self._lay_out()
        look.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.back)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._amount)
        self._head.addWidget(self.other)
        self._left = QWidget()
        self._left_column = QVBoxLayout(self._left)
        self._left_column.addWidget(self._side)
        self._body = QHBoxLayout()
        self._body.addWidget(self._left)
        self._body.addWidget(self.results, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._say, 1)
        self._foot.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._notes)
        self._column.addLayout(self._body, 1)
        self._column.addLayout(self._foot)

    # --- what is shown --------------------------------------------------------------------------
    def show_found(self, found: Understood) -> None:
        """Show what was understood; what it changes is not known yet."""
        words = self._session.words
        self._title.setText(found.opened.path.name)
        self._amount.setText(said.understood(words, found))
        notes = [sentence(words, note) for note in found.read.found.notes]
        if found.before is not None:
            when = times.stamp(found.before.at, self._session.centre.zone)
            notes.append(words.say("This very file was imported before: {when}.", when=when))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.kinds.set_value(found.kind)
        self.columns.show_columns(found)
        self.results.show_found(found)

    def show_comparing(self) -> None:
        """Say that it is being compared."""
        self.ready = False
        self.go.setEnabled(False)
        self._say.setText(self._session.words.say("Comparing with what is there…"))
        self.results.show_asked(None)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far comparing is."""
        if not self.ready and total and self.results.comparing:
            words = self._session.words
            percent = 100 * done // total
            self._say.setText(
                words.say("Comparing with what is there… {percent} %", percent=percent)
            )

    def show_uncompared(self) -> None:
        """Say that it was not compared."""
        words = self._session.words
        self.go.setEnabled(True)
        self._say.setText(words.say("It was not compared with what is there; Import does it."))

    def show_plan(self, found: Understood, compared: Compared) -> None:
        """Show what it would change and what is to be decided."""
        from desk.intake.ledger_plan import LedgerPlan
        from desk.intake.roster_plan import RosterPlan

        decisions, plan = self.results.decisions, compared.plan
        if isinstance(plan, RosterPlan):
            decisions.show_roster(plan)
            asked = len(plan.asked) + len(plan.rooms_gone) + len(plan.people_gone)
        elif isinstance(plan, LedgerPlan):
            decisions.show_ledger(plan)
            asked = len(plan.unfinished)
        else:
            decisions.show_knowledge(plan)
            asked = len(plan.asked)
        self.results.show_asked(asked)
        self.ready = not (found.is_nothing or plan.is_nothing)
        self.go.setEnabled(self.ready)

    def say_what_happens(self, found: Understood, compared: Compared) -> None:
        """Say what importing will do, by what was decided."""
        decisions, words = self.results.decisions, self._session.words
        if found.is_nothing:
            self._say.setText(
                words.say(
                    "No row was understood: say what the columns are, what kind of file it is, or "
                    "choose another one."
                )
            )
            return
        by_roster = decisions.roster_decisions()
        taken = len(by_roster.take) or len(decisions.take())
        self._say.setText(
            said.summary(
                words,
                compared,
                len(found.read.found.rejected),
                taken,
                len(by_roster.retire),
                decisions.still_open(),
            )
        )

    def decided(self, kind: str) -> Decided:
        """Return what was decided about a file of a kind."""
        made = self.results.decisions
        if kind == ROSTER:
            return Decided(roster=made.roster_decisions())
        if kind == TICKETS:
            return Decided(still_open=made.still_open())
        return Decided(take=made.take())

    def clear(self) -> None:
        """Let go of the file."""
        self.ready = False
        self.results.clear()
        self._say.setText("")

    def turn(self) -> None:
        """Go from the columns to what was read, and back."""
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self._side.isAncestorOf(focus):
            self.results.show_part(
                Part.READ if self.results.part is Part.COLUMNS else self.results.part
            )
            self.take_focus(Qt.FocusReason.ShortcutFocusReason)
        else:
            if self.narrow:
                self.results.show_part(Part.COLUMNS)
            self.columns.take_focus()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to what was read."""
        view = self.results.first_view
        if view is self._side:
            self.columns.take_focus()
        else:
            view.setFocus(reason)

    def state(self) -> dict[str, Any]:
        """Return what is looked at."""
        sheet = self.columns.sheet
        return {
            "part": self.results.part,
            "open": self.results.tree.open_keys(),
            "sheet": (sheet.sheet,) if sheet is not None else None,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Look at the same again."""
        self.results.show_part(state.get("part", Part.READ))
        self.results.tree.open_all(state.get("open", ()))
        if (sheet := state.get("sheet")) is not None:
            self.columns.go_to(sheet[0])

    # --- Qt -------------------------------------------------------------------------------------
    def restyle(self) -> None:
        """Take the room from the theme in force."""
        s = self._session.look.sizes
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head.setContentsMargins(s.room, s.middle, s.room, s.small)
        self._head.setSpacing(s.small)
        self._notes.setContentsMargins(s.wide, 0, s.wide, s.small)
        self._left.setFixedWidth(s.column)
        self._left_column.setContentsMargins(s.room, s.middle, s.small, 0)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.results.setContentsMargins(s.room, s.middle, s.room, 0)
        self._foot.setContentsMargins(s.room, s.middle, s.room, s.middle)
        self._foot.setSpacing(s.room)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the columns in where there is no room for both."""
        super().resizeEvent(event)
        s = self._session.look.sizes
        narrow = self.width() < s.column + s.sheet
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self._left.setVisible(not narrow)
        self.results.set_narrow(narrow)
        if not narrow:
            self._left_column.addWidget(self._side)
            self._side.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, the ground of the columns and the hairlines between."""
        painter = QPainter(self)
        c, s = self._session.look.colours, self._session.look.sizes
        painter.fillRect(self.rect(), c.paper)
        if self._left.isVisibleTo(self):
            painter.fillRect(self._left.geometry(), c.ground)
        top, foot = self.results.geometry().top(), self.results.geometry().bottom()
        for y in (top, foot + s.hair):
            painter.fillRect(0, y, self.width(), s.hair, c.line)
