"""An office at nine in the morning, a session on it, and the open ticket in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.models.database import Store
from desk.tickets.rows import TicketRow, by_ids
from desk.tickets.seen import After, Made
from desk.tickets.states import Step
from desk.ui.look import Look
from desk.ui.printing.devices import Devices, Printers, PrintOrder
from desk.ui.session import Session
from desk.ui.ticket.pane import TicketPane
from desk.ui.ticket.step_sheet import StepSheet
from tests.tickets.office import Office
from tests.ui.ticket.pressing import focus
from tests.ui.ticket.room import Frame, PlainPapers, new_session

Open = Callable[[After | Made], TicketRow]
InWindow = Callable[[QWidget], QWidget]


@pytest.fixture
def office(sqlite_store: Store) -> Office:
    return Office(sqlite_store)


@pytest.fixture
def papers() -> PlainPapers:
    return PlainPapers()


@pytest.fixture
def session(office: Office, look: Look, tmp_path: Path, papers: PlainPapers) -> Iterator[Session]:
    session = new_session(office, look, tmp_path, papers=papers)
    yield session
    session.close()


@pytest.fixture
def printed() -> list[PrintOrder]:
    """What the printer was given."""
    return []


@pytest.fixture
def devices(printed: list[PrintOrder]) -> Devices:
    """Two printers that take everything."""
    return Devices(lambda: Printers(("前台", "仓库"), "仓库"), printed.append)


@pytest.fixture
def in_window(qtbot: QtBot, look: Look) -> InWindow:
    """Shows a widget in an active window and returns the window."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        frame = Frame(look, widget, 1024, 700)
        kept.append(frame)
        qtbot.addWidget(frame)
        frame.show()
        frame.activateWindow()
        with qtbot.waitActive(frame):
            pass
        widget.setFocus()
        return frame

    return show


@pytest.fixture
def pane(session: Session, devices: Devices, in_window: InWindow) -> TicketPane:
    """The open ticket, in a window; nothing is open yet."""
    pane = TicketPane(session, devices=devices)
    in_window(pane)
    return pane


@pytest.fixture
def opened(pane: TicketPane, office: Office) -> Open:
    """Opens a ticket and returns its row."""

    def show(made: After | Made) -> TicketRow:
        pane.show_ticket(made.ticket_id)
        pane.setFocus()
        return by_ids(office.database, [made.ticket_id])[0]

    return show


Ask = Callable[[After | Made, Step], StepSheet]
Keys = Callable[..., None]


@pytest.fixture
def ask(pane: TicketPane, office: Office) -> Ask:
    """Opens the sheet of a step of a ticket, as the queue's keys do."""

    def show(made: After | Made, step: Step) -> StepSheet:
        row = by_ids(office.database, [made.ticket_id])[0]
        pane.steps.take(row, step)
        sheet = pane.steps.sheet
        assert isinstance(sheet, StepSheet)
        return sheet

    return show


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    """Presses keys in whatever has the focus."""

    def press(*what: str | Qt.Key) -> None:
        for one in what:
            if isinstance(one, str):
                qtbot.keyClicks(focus(), one)
            else:
                qtbot.keyClick(focus(), one)

    return press
