"""Writes a whole building in one step, after showing how many rooms that makes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.calls.memory import Memory
from desk.codes import RoomKind
from desk.community import whole_building
from desk.community.whole_building import MOST, Added, Plan
from desk.models.database import Write
from desk.refusals import Refusal
from desk.ui.kit.combo import Combo, SpinBox
from desk.ui.kit.form import Form
from desk.ui.kit.label import Label
from desk.ui.kit.line_edit import LineEdit
from desk.ui.kit.sheet import Sheet
from desk.ui.residents import said
from desk.ui.session import Session
from desk.ui.strip import Strip
from desk.ui.theme import Tone

_FIELDS = {
    "building.name_missing": "building",
    "building.floors": "highest",
    "building.empty": "per_floor",
    "building.too_large": "per_floor",
    "building.exists": "building",
}


class BuildingSheet(Sheet):
    """Units, floors and rooms on each; the count and the first and last room stand below."""

    #: The name of the building that was added.
    added = Signal(str)

    def __init__(self, session: Session, host: QWidget) -> None:
        look, words = session.look, session.words
        super().__init__(
            look,
            words,
            words.say("Add a building"),
            host,
            primary=words.say("Add the rooms"),
            sentence=words.say("Every floor alike: single rooms can be added afterwards."),
        )
        self._session = session
        self.building = LineEdit(look)
        self.units = SpinBox(look, 2, least=0, most=20)
        self.lowest = SpinBox(look, 1, least=1, most=99)
        self.highest = SpinBox(look, 18, least=1, most=99)
        self.per_floor = SpinBox(look, 4, least=1, most=40)
        self.kind = Combo(look, said.kinds(words))
        self.form = Form(look, beside=True)
        self.form.add(
            "building",
            words.say_in("column", "Building"),
            self.building,
            hint=words.say("Its number, such as 3, or its name"),
        )
        hint = words.say("0 for a building without units")
        self.form.add("units", words.say("Units"), self.units, hint=hint)
        self.form.add("lowest", words.say("Lowest floor"), self.lowest)
        self.form.add("highest", words.say("Highest floor"), self.highest)
        self.form.add("per_floor", words.say("Rooms on a floor of a unit"), self.per_floor)
        self.form.add("kind", words.say_in("column", "Kind of room"), self.kind)
        self.preview = Strip(look)
        self.names = Label(look, "", tone=Tone.QUIET, wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.names)
        self.building.textChanged.connect(self._preview)
        for box in (self.units, self.lowest, self.highest, self.per_floor):
            box.valueChanged.connect(self._preview)
        self.submitted.connect(self._save)

    def ask(self) -> None:
        """Ask for a building."""
        self.form.clear()
        self.complain("")
        self.building.clear()
        self._preview()
        self.open()

    @property
    def plan(self) -> Plan:
        """The building as it stands in the fields."""
        return Plan(
            self.building.text().strip(),
            self.units.value(),
            self.lowest.value(),
            self.highest.value(),
            self.per_floor.value(),
            # Qt gives the plain string of a code back.
            RoomKind(str(self.kind.value())),
        )

    def _preview(self) -> None:
        session, words, plan = self._session, self._session.words, self.plan
        count = words.say_n("This makes {n} room.", "This makes {n} rooms.", plan.count)
        self.preview.tell(count)
        self.names.setText("")
        if not plan.building or not 0 < plan.count <= MOST:
            return
        labels = [room.label for room in plan.rooms()]
        self.names.setText(
            words.say("{first} to {last}", first=labels[0], last=labels[-1])
            if len(labels) > 1
            else labels[0]
        )
        session.read(
            partial(_known, session.memory, plan),
            partial(self._show_known, plan),
            owner=self,
            key="plan",
        )

    def _show_known(self, plan: Plan, known: int) -> None:
        if plan != self.plan or not known:
            return
        words = self._session.words
        count = words.say_n("This makes {n} room.", "This makes {n} rooms.", plan.count - known)
        there = words.say_n(
            "{n} room is there already and stays as it is.",
            "{n} rooms are there already and stay as they are.",
            known,
        )
        self.preview.tell(words.say("{first} {second}", first=count, second=there))

    def _save(self) -> None:
        self.form.clear()
        self.complain("")
        self.set_busy(True)
        session, plan = self._session, self.plan
        session.write(
            partial(_add, session.community, plan),
            partial(self._added, plan.building),
            owner=self,
            failed=self._refused,
        )

    def _added(self, building: str, added: Added) -> None:
        self.set_busy(False)
        self.dismiss()
        words = self._session.words
        self._session.tell(words.say_n("{n} room added.", "{n} rooms added.", added.added))
        self.added.emit(building)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        sentence = self._session.wording(error)
        if sentence is None:
            self._session.refuse(error)
        elif isinstance(error, Refusal) and error.code in _FIELDS:
            self.form.complain({_FIELDS[error.code]: sentence})
        else:
            self.complain(sentence)


def _known(held: Memory, plan: Plan) -> int:
    with held.reading() as memory:
        rooms = memory.directory.known(plan.building, "", "")
    there = {(room.unit, room.number) for room in rooms}
    return sum((room.unit, room.number) in there for room in plan.rooms())


def _add(community: int, plan: Plan, write: Write) -> Added:
    return whole_building.add(write, community, plan)
