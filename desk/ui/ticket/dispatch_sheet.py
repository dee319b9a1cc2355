"""Who goes there: the crew, then whom of it; whoever covers the matter stands first.

The same sheet transfers a ticket to others, and names somebody where a ticket that nobody was
sent to is accepted or arrived at all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk.centre.crews import CrewRow
from desk.centre.profile import Centre
from desk.models.database import Write
from desk.tickets import dispatching
from desk.tickets.load import Load, load
from desk.tickets.rows import TicketRow
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.ui.icons import Icon
from desk.ui.kit.line_edit import LineEdit
from desk.ui.session import Session
from desk.ui.ticket.choice_list import ChoiceList, Option
from desk.ui.ticket.step_sheet import StepSheet, Work

_NOBODY = 0


class DispatchSheet(StepSheet):
    """Two lists: crews with what they have to do, and the technicians of the chosen one."""

    field_of: ClassVar[Mapping[str, str]] = {"ticket.technician_of_other_crew": "technician"}

    def __init__(self, session: Session, host: QWidget, row: TicketRow, step: Step) -> None:
        super().__init__(session, host, row, step)
        look, words = session.look, session.words
        self._load = Load({}, {})
        self.crews = ChoiceList(look, words.say("Crew"))
        self.technicians = ChoiceList(look, words.say("Technician"), most=5)
        self.add("crew", words.say("Crew"), self.crews)
        self.add("technician", words.say("Technician"), self.technicians)
        self.reason: LineEdit | None = None
        if step is Step.TRANSFER:
            self.reason = LineEdit(look)
            self.add("reason", words.say("Why (may stay empty)"), self.reason)
        self.crews.chosen.connect(self._offer_technicians)
        self.crews.entered_key.connect(self._submit)
        self.technicians.entered_key.connect(self._submit)
        self._offer()
        database = session.store.database
        session.read(lambda: load(database), self._loaded, owner=self, key="load")

    def work(self) -> Work | None:
        """Send whoever is chosen."""
        crew, technician = self.crews.value(), self.technicians.value() or None
        if not isinstance(crew, int):
            self.complain_at("crew", self._session.words.say("There is no crew to be sent."))
            return None
        who = technician if isinstance(technician, int) else None
        step, reason = self.step, self.reason.text() if self.reason is not None else ""

        def send(write: Write, centre: Centre, seen: Seen) -> After:
            if step is Step.TRANSFER:
                return dispatching.transfer(write, centre, seen, crew, who, reason=reason)
            if step is Step.DISPATCH:
                return dispatching.dispatch(write, centre, seen, crew, who)
            after = dispatching.accept(write, centre, seen, crew=crew, technician=who)
            if step is Step.ARRIVE:
                return dispatching.arrive(write, centre, after.seen)
            return after

        return send

    def _loaded(self, found: Load) -> None:
        self._load = found
        self._offer()

    def _offer(self) -> None:
        session, row = self._session, self.row
        centre, now = session.centre, session.clock.now()
        category = centre.category(row.category_id)
        family = category.form.family if category is not None else None
        covers = [crew for crew in centre.crews if family in crew.form.covers]
        others = [crew for crew in centre.crews if crew not in covers]
        proposed = centre.crew_for(family, row.urgency, now)
        first = next(
            (crew.id for crew in (proposed, *covers, *others) if crew and crew.id != row.crew_id),
            None,
        )
        options = [self._crew(crew, covers=crew in covers) for crew in (*covers, *others)]
        self.crews.offer(options, first)
        self._offer_technicians()

    def _crew(self, crew: CrewRow, *, covers: bool) -> Option:
        words, session = self._session.words, self._session
        said = []
        if crew.id == self.row.crew_id:
            said.append(words.say("has it now"))
        if covers:
            said.append(words.say("covers this"))
        if not crew.on_duty(session.centre.calendar, session.clock.now()):
            said.append(words.say("off duty"))
        said.append(self._count(self._load.crews.get(crew.id, 0)))
        return Option(crew.id, crew.name, self._listed(said), Icon.CREW)

    def _offer_technicians(self, _crew: object = None) -> None:
        words = self._session.words
        crew = self._session.centre.crew(_as_id(self.crews.value()))
        options = [Option(_NOBODY, words.say("whoever the crew sends"), icon=Icon.CREW)]
        for one in crew.technicians if crew is not None else ():
            note = self._count(self._load.technicians.get(one.id, 0))
            options.append(Option(one.id, one.name, note, Icon.PERSON))
        same = crew is not None and crew.id == self.row.crew_id
        self.technicians.offer(options, self.row.technician_id if same else _NOBODY)

    def _count(self, count: int) -> str:
        words = self._session.words
        return words.say_n("{n} ticket at work", "{n} tickets at work", count) if count else ""

    def _listed(self, parts: list[str]) -> str:
        comma = self._session.words.say_in("between parts of a list", ", ")
        return comma.join(part for part in parts if part)


def _as_id(value: object) -> int | None:
    return value if isinstance(value, int) else None
