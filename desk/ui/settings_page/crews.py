"""Crews in the order in which they are sent, with their technicians."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from desk.centre import crews
from desk.centre.crews import CrewRow
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.fields.listed import listed
from desk.ui.kit.rows import TwoLines
from desk.ui.session import Session
from desk.ui.settings_page.crew_sheet import CrewSheet
from desk.ui.settings_page.keyed_rows import Keyed
from desk.ui.settings_page.ordered_section import OrderedSection
from desk.ui.theme import Tone
from desk.words import terms
from desk.words.catalogue import mark


class CrewsSection(OrderedSection):
    """Who goes there."""

    name = "crews"

    def __init__(self, session: Session) -> None:
        words = session.words
        super().__init__(
            session,
            words.say("Crews"),
            words.say(
                "The first crew in this order that covers a matter and is on duty gets the ticket."
            ),
            mark("Add a crew"),
            mark("Dissolve"),
        )
        self._show()

    def _show(self) -> None:
        words = self.session.words
        rows: list[Keyed] = []
        for crew in self.session.centre.crews:
            covers = listed(words, (terms.family(words, family) for family in crew.form.covers))
            people = len(crew.technicians)
            rows.append(
                Keyed(
                    crew.id,
                    TwoLines(
                        crew.name,
                        detail=covers,
                        time=terms.clock_run(words, crew.form.hours),
                        under=words.say_n("{n} technician", "{n} technicians", people)
                        if people
                        else words.say("no technicians yet"),
                        marks=() if covers else ((words.say("covers nothing"), Tone.SOON),),
                    ),
                )
            )
        self.listing.become(rows)

    def _add(self, _key: Hashable | None) -> None:
        self.session.supervise(lambda actor: self._open(None, actor))

    def _edit(self, key: Hashable | None) -> None:
        crew = self._of(key)
        if crew is not None:
            self.session.supervise(lambda actor: self._open(crew, actor))

    def _open(self, crew: CrewRow | None, actor: Actor) -> None:
        self.open_sheet(CrewSheet(self.session, self.window(), crew, actor))

    def _reorder(self, write: Write, ids: Sequence[int]) -> None:
        crews.reorder(write, ids)

    def _remove(self, key: Hashable | None) -> None:
        crew = self._of(key)
        if crew is None:
            return
        words = self.session.words

        def work(write: Write) -> int:
            return crews.dissolve(write, crew.id, crew.version)

        self.ask(
            words.say("Dissolve {name}?", name=crew.name),
            words.say(
                "Nobody is sent from it any more. The tickets it has stay with it until they "
                "are transferred."
            ),
            words.say("Dissolve"),
            work,
        )

    def _of(self, key: Hashable | None) -> CrewRow | None:
        return self.session.centre.crew(key) if isinstance(key, int) else None
