"""A window with a page in it, over which the sheets are opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desk.centre import first_day
from desk.centre.first_day import FirstDay, NewStaff
from desk.centre.staff import StaffForm
from desk.codes import Role
from desk.models.database import Store
from desk.models.journal import Actor
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.ui.session import Session
from desk.ui.staff.signing_in import SigningIn
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.ui.sessions import opened

FIRST_DAY = FirstDay(
    community="桂语花园",
    telephone="0571-88881234",
    staff=(
        NewStaff(StaffForm("林晓月", "L", Role.SUPERVISOR), "1234"),
        NewStaff(StaffForm("何静", "HJ", Role.RECEPTIONIST), "2345"),
        NewStaff(StaffForm("胡平", "HP", Role.RECEPTIONIST), "34567890"),
        NewStaff(StaffForm("七号", "7", Role.RECEPTIONIST), "4567"),
    ),
)


@pytest.fixture
def session(
    qapp, look: Look, words: Words, sqlite_store: Store, frozen_clock: FrozenClock, tmp_path
) -> Iterator[Session]:
    community = first_day.begin(sqlite_store, Actor(), frozen_clock.now(), FIRST_DAY)
    with opened(
        sqlite_store, community, frozen_clock, look, words, tmp_path, desk="desk-1"
    ) as session:
        yield session


@pytest.fixture
def window(qtbot, session: Session) -> Iterator[QMainWindow]:
    """A window in which somebody has typed half a sentence."""
    window = QMainWindow()
    body = QWidget()
    QVBoxLayout(body).addWidget(LineEdit(session.look, "厨房漏水", name="call"))
    window.setCentralWidget(body)
    window.resize(1024, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    body.findChild(LineEdit).setFocus()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def signing_in(session: Session, window: QMainWindow) -> SigningIn:
    return SigningIn(session, window)
