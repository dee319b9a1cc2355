"""The sheet of one crew: name, leader, hours, what it covers, its technicians."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.centre import crews
from desk.centre.crews import CrewForm, CrewRow, TechnicianRow
from desk.codes import ClockRun, Family
from desk.language import phones
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.fields.line import Line
from desk.ui.icons import Icon
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.segments import Segments
from desk.ui.kit.sheet import Sheet
from desk.ui.look import Look
from desk.ui.session import Session
from desk.ui.settings_page.list_section import write_from
from desk.ui.theme import Text, Tone
from desk.words import terms
from desk.words.catalogue import Words
from desk.words.faults import as_refusal


class TechnicianLine(Line):
    """A technician: name and telephone."""

    def __init__(self, look: Look, words: Words, row: TechnicianRow | None) -> None:
        self.row = row
        self.name = LineEdit(
            look,
            row.name if row else "",
            name=words.say("Technician"),
            placeholder=words.say("Name"),
        )
        self.telephone = LineEdit(
            look,
            row.telephone if row else "",
            name=words.say("Telephone of the technician"),
            placeholder=words.say("Telephone"),
        )
        super().__init__(look, words, {"name": (self.name, 1), "telephone": (self.telephone, 1)})
        self.name.textEdited.connect(self._changed)
        self.telephone.textEdited.connect(self._changed)

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.name.text().strip() or self.telephone.text().strip())

    @property
    def telephone_written(self) -> str:
        """The telephone as it is stored."""
        return _written(self.telephone.text())

    @property
    def touched(self) -> bool:
        """Whether it differs from what is stored."""
        stored = (self.row.name, self.row.telephone) if self.row else ("", "")
        return (self.name.text().strip(), self.telephone_written) != stored


class CrewSheet(Sheet):
    """Everything about one crew; stored in one transaction."""

    def __init__(self, session: Session, host: QWidget, crew: CrewRow | None, actor: Actor) -> None:
        words, look = session.words, session.look
        super().__init__(
            look,
            words,
            words.say("Add a crew") if crew is None else crew.name,
            host,
            primary=words.say("Add") if crew is None else words.say("Save"),
            wide=True,
        )
        self._session, self._crew, self._actor = session, crew, actor
        form = crew.form if crew else CrewForm("")
        self.name = LineEdit(look, form.name, name=words.say_in("thing", "Name"))
        self.leader = LineEdit(look, form.leader, name=words.say("Leader"))
        self.telephone = LineEdit(look, form.telephone, name=words.say("Telephone"))
        self.hours = Segments(
            look,
            [(terms.clock_run(words, run), run) for run in ClockRun],
            form.hours,
            name=words.say("When it can be sent"),
        )
        left, right = Form(look), Form(look)
        left.add("name", words.say_in("thing", "Name"), self.name)
        right.add("leader", words.say("Leader"), self.leader)
        left.add("telephone", words.say("Telephone"), self.telephone)
        right.add("hours", words.say("When it can be sent"), self.hours)
        self._form = left
        halves = QHBoxLayout()
        halves.addWidget(left, 1)
        halves.addWidget(right, 1)
        halves.setSpacing(look.sizes.room)
        self.body.addLayout(halves)
        self.body.addWidget(Label(look, words.say("Covers"), Text.SMALL, tone=Tone.QUIET))
        self.covers: dict[Family, Chip] = {}
        chips = QWidget()
        flow = Flow(chips)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(look.sizes.unit)
        for family in Family:
            chip = Chip(look, terms.family(words, family), checkable=True)
            chip.setChecked(family in form.covers)
            flow.addWidget(chip)
            self.covers[family] = chip
        self.body.addWidget(chips)
        self.body.addWidget(Label(look, words.say("Technicians"), Text.SMALL, tone=Tone.QUIET))
        self.lines: list[TechnicianLine] = []
        self._gone: list[TechnicianRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.sizes.unit)
        self.body.addLayout(self._list)
        for row in crew.technicians if crew else ():
            self._put(row)
        more = Button(look, words.say("Add a technician"), "quiet", icon=Icon.ADD, small=True)
        more.clicked.connect(self.add_line)
        foot = QHBoxLayout()
        foot.addWidget(more)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.submitted.connect(self._submit)

    def add_line(self) -> None:
        """Add an empty line for a technician."""
        line = self._put(None)
        line.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _put(self, row: TechnicianRow | None) -> TechnicianLine:
        line = TechnicianLine(self.look, self._session.words, row)
        line.removed.connect(lambda: self._take_out(line))
        self.lines.append(line)
        self._list.addWidget(line)
        return line

    def _take_out(self, line: TechnicianLine) -> None:
        if line.row is not None:
            self._gone.append(line.row)
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if not self._check():
            return
        write_from(self._session, self, self._actor, self._work(), complain=self._under)

    def _check(self) -> bool:
        words, wrong = self._session.words, False
        self._form.clear()
        for line in self.lines:
            line.clear()
            if not line.blank and not line.name.text().strip():
                said = words.say("A technician needs a name. Write it, or take the line out.")
                line.complain("name", said)
                wrong = True
        return not wrong

    def _work(self) -> Callable[[Write], object]:
        crew = self._crew
        form = CrewForm(
            self.name.text(),
            tuple(family for family, chip in self.covers.items() if chip.isChecked()),
            ClockRun(str(self.hours.value())),
            self.leader.text(),
            _written(self.telephone.text()),
        )
        new = [
            (line.name.text(), line.telephone_written)
            for line in self.lines
            if line.row is None and not line.blank
        ]
        changed = [
            (line.row, line.name.text(), line.telephone_written)
            for line in self.lines
            if line.row is not None and line.touched
        ]
        gone = list(self._gone)

        def work(write: Write) -> None:
            if crew is None:
                number = crews.add(write, form)
            else:
                number = crew.id
                if form != crew.form:
                    crews.edit(write, crew.id, crew.version, form)
            for row in gone:
                crews.remove_technician(write, row.id, row.version)
            for row, name, telephone in changed:
                crews.edit_technician(
                    write, row.id, row.version, crew=number, name=name, telephone=telephone
                )
            for name, telephone in new:
                crews.add_technician(write, number, name, telephone)

        return work

    def _under(self, error: Exception) -> bool:
        refusal = as_refusal(error)
        if refusal is None or refusal.code not in ("crew.name_missing", "crew.exists"):
            return False
        self._form.complain({"name": self._session.wording(error) or ""})
        return True


def _written(telephone: str) -> str:
    return phones.written(telephone) if phones.is_valid(telephone) else telephone.strip()
