"""Three moments as they are written on a slip, side by side."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.refusals import Refusal
from desk.ui.kit.form import Form
from desk.ui.session import Session
from desk.ui.ticket.moment_field import MomentField

if TYPE_CHECKING:
    from desk.ui.ticket.step_sheet import StepSheet


class Written(NamedTuple):
    """What was read; None where nothing was written."""

    accepted: datetime | None
    arrived: datetime | None
    finished: datetime | None


class WrittenTimes(QWidget):
    """The fields ``accepted``, ``arrived`` and ``finished`` of a sheet; each may stay empty."""

    def __init__(self, session: Session, sheet: StepSheet, *, unfinished: str) -> None:
        """Add the fields to a sheet; ``unfinished`` says what an empty last one means."""
        super().__init__()
        self._session = session
        self._sheet = sheet
        look, words = session.look, session.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sizes.middle)
        self.fields: dict[str, MomentField] = {}
        for key, label, empty in (
            ("accepted", words.say("Accepted at"), words.say_in("empty field", "as known")),
            ("arrived", words.say("Arrived at"), words.say_in("empty field", "as known")),
            ("finished", words.say("Finished at"), unfinished),
        ):
            form = Form(look)
            field = MomentField(session, past=True, placeholder=empty)
            sheet.add(key, label, field, form=form)
            self.fields[key] = field
            row.addWidget(form, 1)

    def read(self) -> Written | None:
        """Return what is written; None after having said which field cannot be read."""
        found: list[datetime | None] = []
        for key, field in self.fields.items():
            try:
                found.append(field.moment())
            except Refusal as refusal:
                self._sheet.complain_at(key, self._session.wording(refusal) or "")
                return None
        return Written(*found)
