"""Takes a step on a ticket: at once where a key says it all, else by the sheet that asks the rest.

What was typed into a sheet that was left is kept for that step of that ticket, until it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.centre.profile import Centre
from desk.models.database import Write
from desk.tickets import chasing, dispatching, holding, undoing
from desk.tickets.rows import TicketRow
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.words import terms

if TYPE_CHECKING:
    from desk.ui.printing.devices import Devices

Work = Callable[[Write, Centre, Seen], After]
Kept = dict[tuple[int, str], dict[str, object]]

#: A second chase of the same ticket within so short a time is the same wish.
_ONE_WISH = timedelta(seconds=3)

_AT_ONCE: dict[Step, Work] = {
    Step.ACCEPT: dispatching.accept,
    Step.ARRIVE: dispatching.arrive,
    Step.RESUME: holding.resume,
    Step.CHASE: chasing.chase,
}


class StepTaker(QObject):
    """Does steps for a pane, whichever list they are asked from."""

    #: A step was done: the TicketRow it was asked on, the Step and the After.
    taken = Signal(object, object, object)
    #: A comment is wanted on this TicketRow.
    comment_asked = Signal(object)

    def __init__(self, session: Session, host: QWidget, devices: Devices | None = None) -> None:
        """Take steps for ``host``; ``devices`` are this computer's printers if None."""
        super().__init__(host)
        self._session = session
        self._devices = devices
        self._host = host
        self._kept: Kept = {}
        self._last: tuple[int, str] | None = None
        self._under_way: set[tuple[int, Step]] = set()
        self._chased: tuple[int, datetime] | None = None
        self.sheet: QWidget | None = None

    @property
    def can_take_back(self) -> bool:
        """Whether a step was done here that may be taken back."""
        return self._last is not None

    def take(self, row: TicketRow, step: Step) -> None:
        """Do a step at once, or open its sheet."""
        if step is Step.COMMENT:
            self.comment_asked.emit(row)
        elif step is Step.TAKE_BACK:
            self.take_back(row.seen)
        elif step is Step.PRINT_SLIP:
            self.print_slip(row)
        elif step in _AT_ONCE and not self._nobody_goes(row, step):
            self._do(row, step)
        else:
            self.ask(row, step)

    def ask(self, row: TicketRow, step: Step) -> None:
        """Open the sheet of a step; what was typed into it before stands in it."""
        from desk.ui.ticket.sheets import sheet_for

        sheet = sheet_for(self._session, self._host, row, step)
        key = (row.ticket_id, str(step))
        sheet.retype(self._kept.get(key, {}))
        sheet.stepped.connect(partial(self._sheet_done, row, step))
        sheet.cancelled.connect(partial(self._keep, key, sheet))
        sheet.closed.connect(sheet.deleteLater)
        self.sheet = sheet
        sheet.open()

    def print_slip(self, row: TicketRow) -> None:
        """Open the sheet that prints the slip."""
        # Printing is loaded with the first slip.
        from desk.ui.printing.devices import system_devices
        from desk.ui.printing.print_sheet import PrintSheet

        devices = self._devices or system_devices(self._session.papers)
        sheet = PrintSheet(self._session, self._host, row, devices)
        sheet.closed.connect(sheet.deleteLater)
        self.sheet = sheet
        sheet.open()

    def take_back(self, seen: Seen | None) -> None:
        """Take back the last step of a ticket, or of the one that was last stepped here."""
        if seen is None:
            if self._last is None:
                return
            seen = Seen(self._last[0])
        session, wanted = self._session, seen

        def undo(write: Write) -> tuple[str | None, After]:
            action = undoing.can_take_back(write.database, wanted.ticket_id)
            return action, undoing.take_back(write, session.centre, wanted)

        session.write(undo, self._taken_back, owner=self)

    def state(self) -> list[tuple[int, str, dict[str, object]]]:
        """Return what was typed into sheets that were left."""
        return [(ticket, step, typed) for (ticket, step), typed in self._kept.items()]

    def restore(self, state: list[tuple[int, str, dict[str, object]]]) -> None:
        """Take up what an earlier life kept."""
        self._kept = {(ticket, step): typed for ticket, step, typed in state}

    # --- at once --------------------------------------------------------------------------------
    @staticmethod
    def _nobody_goes(row: TicketRow, step: Step) -> bool:
        """Tell whether somebody has to be named first."""
        return step in (Step.ACCEPT, Step.ARRIVE) and row.crew_id is None

    def _do(self, row: TicketRow, step: Step) -> None:
        now = self._session.clock.now()
        if (row.ticket_id, step) in self._under_way:
            return
        if step is Step.CHASE and self._chased is not None:
            ticket, at = self._chased
            if ticket == row.ticket_id and now - at < _ONE_WISH:
                return
        if step is Step.CHASE:
            self._chased = (row.ticket_id, now)
        self._under_way.add((row.ticket_id, step))
        session, work = self._session, _AT_ONCE[step]
        session.write(
            lambda write: work(write, session.centre, row.seen),
            partial(self._done, row, step),
            owner=self,
            failed=partial(self._failed, row, step),
        )

    def _done(self, row: TicketRow, step: Step, after: After) -> None:
        self._under_way.discard((row.ticket_id, step))
        if step is Step.CHASE:
            self._tell_chase(row)
        self._note(row, step, after)

    def _failed(self, row: TicketRow, step: Step, error: Exception) -> None:
        self._under_way.discard((row.ticket_id, step))
        self._session.refuse(error)

    def _tell_chase(self, row: TicketRow) -> None:
        words, who = self._session.words, row.technician or row.crew
        count = row.chased + 1
        if who:
            said = words.say(
                "{number}: chase no. {n} is counted. Tell {who}.", **_of(row, count, who)
            )
        else:
            said = words.say("{number}: chase no. {n} is counted.", **_of(row, count, who))
        self._session.tell(said)

    # --- sheets ---------------------------------------------------------------------------------
    def _sheet_done(self, row: TicketRow, step: Step, after: After) -> None:
        self._kept.pop((row.ticket_id, str(step)), None)
        words = self._session.words
        if after.made is not None:
            said = words.say(
                "{number} goes on as {new}.", number=after.number, new=after.made.number
            )
            self._session.tell(said)
        self._note(row, step, after)

    def _keep(self, key: tuple[int, str], sheet: Any) -> None:  # noqa: ANN401 - a StepSheet
        typed = sheet.typed_since_opened()
        if typed:
            self._kept[key] = typed
        else:
            self._kept.pop(key, None)

    def _note(self, row: TicketRow, step: Step, after: After) -> None:
        self._last = (after.ticket_id, after.number)
        self.taken.emit(row, step, after)

    def _taken_back(self, undone: tuple[str | None, After]) -> None:
        action, after = undone
        words = self._session.words
        self._last = None
        said = words.say(
            "{number}: {step} is undone, it is {state} again.",
            number=after.number,
            step=terms.within(words, terms.action(words, action or "")),
            state=terms.within(words, terms.state(words, after.state)),
        )
        self._session.tell(said)


def _of(row: TicketRow, count: int, who: str) -> dict[str, object]:
    return {"number": row.number, "n": count, "who": who}
