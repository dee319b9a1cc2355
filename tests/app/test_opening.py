"""From an empty folder to a working window, and out of it again at any moment."""

from __future__ import annotations

import gc
import threading
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desk.app.opening import Opening
from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff, suggested_crews
from desk.centre.profile import Centre
from desk.centre.staff import StaffForm
from desk.codes import Kind, Role, Urgency
from desk.community import communities
from desk.models.database import Store
from desk.models.journal import Actor
from desk.tickets import make
from desk.ui.desk_page import DeskPage
from desk.ui.knowledge.page import KnowledgePage
from desk.words.catalogue import Words
from tests.fakes import FrozenClock

NOW = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def begin(folder: Path) -> int:
    """Begin a centre with one ticket and return the ticket."""
    store = Store.open(folder, NOW)
    staff = (NewStaff(StaffForm("周敏", "ZM", Role.SUPERVISOR), "1234"),)
    crews = suggested_crews(Words("zh_CN"))
    community = first_day.begin(
        store, Actor(), NOW, FirstDay("桂语花园", "0571-88881234", staff, crews)
    )
    with store.write(Actor(), NOW) as write:
        made = make.make(
            write,
            Centre.read(),
            make.NewTicket(
                draft_key="one",
                community=community,
                kind=Kind.REPAIR,
                urgency=Urgency.NORMAL,
                words="楼道灯不亮",
                place="3栋2单元",
            ),
        )
    store.close()
    return made.ticket_id


def words_of_open_ticket(desk: DeskPage) -> str:
    ticket = desk.ticket.ticket
    return ticket.words if ticket is not None else ""


def test_closing_while_the_sample_is_made_leaves_nothing_behind(qapp, qtbot, folder):
    opening = Opening(qapp, folder, FrozenClock(NOW))
    opening.show()
    assert opening.first is not None
    qtbot.addWidget(opening.first)
    opening.first.centralWidget().make_sample()
    opening.close()
    assert opening.desk is None
    store = Store.open(folder, NOW)
    assert communities.active() == []
    store.close()


def test_a_page_opens_a_ticket_at_the_desk_and_a_question_in_the_library(qapp, qtbot, folder):
    ticket = begin(folder)
    opening = Opening(qapp, folder, FrozenClock(NOW))
    opening.show()
    assert opening.desk is not None
    window = opening.desk.window
    qtbot.addWidget(window)
    try:
        window.go("reports").ticket_opened.emit(ticket)
        desk = window.pages["desk"]
        assert isinstance(desk, DeskPage)
        qtbot.waitUntil(lambda: words_of_open_ticket(desk) == "楼道灯不亮", timeout=10_000)
        assert desk.isVisible()

        window.go("reports").article_wanted.emit("楼道灯坏了找谁？")
        library = window.pages["knowledge"]
        assert isinstance(library, KnowledgePage)
        assert library.writing.new_question == "楼道灯坏了找谁？"
    finally:
        opening.close()


def test_while_a_window_runs_nothing_of_qt_ends_in_a_workers_thread(qapp, qtbot, folder):
    begin(folder)
    opening = Opening(qapp, folder, FrozenClock(NOW))
    opening.show()
    assert opening.desk is not None
    qtbot.addWidget(opening.desk.window)
    jobs = opening.ground.jobs
    ended = []
    ring = QObject()
    ring.itself = ring
    weakref.finalize(ring, lambda: ended.append(threading.get_ident()))
    del ring
    made = []
    # More than Python's own collector would stand.
    jobs.run(lambda: [[] for _ in range(5_000)], lambda lists: made.append(len(lists)))
    qtbot.waitUntil(lambda: made == [5_000])
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.get_ident()]
    opening.close()
    assert gc.isenabled()
