"""A section that is a list: adding, changing, moving and taking out each is a supervisor's step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.actions import Actions
from desk.ui.kit.sheet import Sheet
from desk.ui.session import Session
from desk.ui.settings_page.listing import Deed, Listing
from desk.ui.settings_page.section import Section


class ListSection(Section):
    """Holds a ``listing``; opens one sheet at a time over the window."""

    #: Its part of the ids of its actions.
    name = ""

    def __init__(
        self,
        session: Session,
        title: str,
        note: str,
        listed: str,
        deeds: Sequence[Deed],
        shares: Sequence[int] = (),
    ) -> None:
        super().__init__(session, title, note, scrolls=False)
        self.listing = Listing(session.look, session.words, listed, deeds, shares)
        self.column.addSpacing(session.look.sizes.small)
        self.column.addWidget(self.listing, 1)
        self.sheet: Sheet | None = None

    def offer(self, actions: Actions) -> None:
        """Bind the keys of the list."""
        self.listing.offer(actions, f"settings.{self.name}", self)

    def first_field(self) -> QWidget | None:
        """Go to the list."""
        return self.listing.list

    def state(self) -> dict[str, Any]:
        """Return what is chosen."""
        row = self.listing.current
        return {"chosen": row.key if row is not None else None}

    def restore(self, state: dict[str, Any]) -> None:
        """Choose what was chosen."""
        self.listing.choose(state.get("chosen"))

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the window; it is gone once it is closed."""
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self._closed)
        sheet.open()

    def ask(self, title: str, sentence: str, yes: str, work: Callable[[Write], object]) -> None:
        """Ask a supervisor before something is taken out, then do it."""
        self.session.supervise(lambda actor: self._ask_as(title, sentence, yes, actor, work))

    def _ask_as(
        self, title: str, sentence: str, yes: str, actor: Actor, work: Callable[[Write], object]
    ) -> None:
        sheet = Sheet(
            self.session.look,
            self.session.words,
            title,
            self.window(),
            primary=yes,
            danger=True,
            sentence=sentence,
        )
        sheet.submitted.connect(lambda: write_from(self.session, sheet, actor, work))
        self.open_sheet(sheet)

    def _closed(self) -> None:
        self.sheet = None


def write_from(
    session: Session,
    sheet: Sheet,
    actor: Actor,
    work: Callable[[Write], object],
    *,
    complain: Callable[[Exception], bool] | None = None,
    done: Callable[[object], None] | None = None,
) -> None:
    """Write what a sheet asks for; it goes away once that is stored, and says why it is not.

    Args:
        session: does the writing.
        sheet: whose answer it is.
        actor: the supervisor.
        work: writes it.
        complain: says a refusal under a field; returns False to have it said above the answers.
        done: called with the result after the sheet is gone.
    """

    def stored(result: object) -> None:
        sheet.dismiss()
        if done is not None:
            done(result)

    def refused(error: Exception) -> None:
        sheet.set_busy(False)
        said = session.wording(error)
        if said is None:
            sheet.dismiss()
            session.refuse(error)
        elif complain is None or not complain(error):
            sheet.complain(said)

    sheet.set_busy(True)
    sheet.complain("")
    session.write(work, stored, owner=sheet, failed=refused, actor=actor)
