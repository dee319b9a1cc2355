from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.codes import Family, Urgency
from desk.tickets import dispatching
from desk.tickets.states import Step
from desk.ui.actions import Actions
from desk.ui.queue.critical import RingingBar
from desk.ui.session import Session
from desk.ui.sound import Sound
from tests.tickets.office import Office
from tests.ui.queue.test_view import settle


class Bell:
    """Counts instead of making a noise."""

    def __init__(self) -> None:
        self.played = 0
        self.ended = 0

    def start(self, command) -> Bell:
        self.played += 1
        return self

    def poll(self) -> int | None:
        return 0

    def terminate(self) -> None:
        self.ended += 1

    def wait(self, timeout: float | None = None) -> int:
        return 0


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def bar(qtbot, session: Session, bell: Bell):
    session.keep(sound=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 200)
    sound = Sound(session.jobs, session.look.app, window, find=lambda: ("play",), start=bell.start)
    bar = RingingBar(session, window, sound=sound)
    QVBoxLayout(window).addWidget(bar)
    window.show()
    bar.watch()
    yield bar
    bar.timer.stop()


def trapped(office: Office, words: str = "困人 2 人"):
    return office.new(
        words, urgency=Urgency.CRITICAL, category=office.category(Family.LIFT), place="5号楼电梯"
    )


def test_nobody_in_danger_no_bar(bar: RingingBar):
    assert bar.isHidden()
    assert not bar.timer.isActive()


def test_it_rings_until_somebody_takes_it(office: Office, session, bar: RingingBar, bell: Bell):
    made = trapped(office)
    settle(session)
    assert bar.isVisible()
    assert bar.accessibleName() == "5号楼电梯 困人 2 人"
    assert bell.played == 1
    for _ in range(12):
        bar.timer.timeout.emit()
    assert bell.played == 3
    office.step(dispatching.accept, made, crew=office.guards)
    settle(session)
    assert bar.isHidden()
    assert not bar.timer.isActive()


def test_it_says_how_long_somebody_has_been_waiting_and_how_many_more_there_are(
    office: Office, session, bar: RingingBar, pass_time
):
    trapped(office)
    settle(session)
    pass_time(seconds=83)
    bar.timer.timeout.emit()
    assert bar._since.text() == "已等 01:23"
    trapped(office, "冒烟")
    settle(session)
    assert bar._since.text() == "已等 01:23，另有 1 起"


def test_one_key_takes_it(qtbot, office: Office, session, words, bar: RingingBar):
    made = trapped(office)
    actions = Actions(bar.window(), words)
    bar.offer(actions)
    assert not actions.trigger("critical.take")
    settle(session)
    with qtbot.waitSignal(bar.step_asked) as asked:
        assert actions.trigger("critical.take")
    assert asked.args[0].ticket_id == made.ticket_id
    assert asked.args[1] is Step.ACCEPT
    with qtbot.waitSignal(bar.step_asked):
        qtbot.mouseClick(bar._action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.ticket_opened) as opened:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert opened.args[0].ticket_id == made.ticket_id


def test_who_wants_it_silent_sees_the_bar_and_hears_nothing(
    office: Office, session, bar: RingingBar, bell: Bell
):
    session.keep(sound=False)
    trapped(office)
    settle(session)
    assert bar.isVisible()
    assert bell.played == 0


def test_a_second_one_rings_again_at_once(office: Office, session, bar: RingingBar, bell: Bell):
    trapped(office)
    settle(session)
    trapped(office, "冒烟")
    settle(session)
    assert bell.played == 2


def test_what_rang_before_the_window_opened_is_seen_without_a_new_commit(
    qtbot, office: Office, session: Session
):
    trapped(office)
    session._burst.stop()
    bar = RingingBar(session)
    qtbot.addWidget(bar)
    QCoreApplication.processEvents()
    assert bar.ticket is not None
    bar.timer.stop()
