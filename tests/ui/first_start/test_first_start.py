"""The first start by the keyboard, on a real and empty database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from desk.centre import crews, first_day, staff
from desk.centre.first_day import FirstDay
from desk.centre.profile import Centre
from desk.centre.signing_in import sign_in
from desk.codes import Role
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Setting, Staff
from desk.refusals import Refusal
from desk.ui.first_start.answers import Step
from desk.ui.first_start.first_start import FirstStart, Progress, Stopped
from desk.ui.first_start.lines import StaffLine
from desk.ui.first_start.list_steps import CrewsPage, StaffPage
from desk.ui.first_start.steps import CommunityPage, HoursPage
from desk.ui.jobs import Jobs
from desk.ui.kit.combo import Combo
from desk.ui.kit.line_edit import LineEdit
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.fakes import FrozenClock
from tests.ui.inline_jobs import InlineJobs

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jobs(qapp) -> Iterator[Jobs]:
    jobs = InlineJobs()
    yield jobs
    jobs.close()
    jobs.deleteLater()


@pytest.fixture
def open_first_start(
    qtbot: QtBot, look: Look, words: Words, frozen_clock: FrozenClock, jobs: Jobs, sqlite_store
) -> Iterator[Callable[..., FirstStart]]:
    shown: list[FirstStart] = []

    def begin(day: FirstDay) -> int:
        return first_day.begin(sqlite_store, Actor(), frozen_clock.now(), day)

    def build(**how: object) -> FirstStart:
        parts: dict[str, object] = {"begin": begin, "sample": lambda tell: None, **how}
        window = FirstStart(clock=frozen_clock, jobs=jobs, words=words, look=look, **parts)  # type: ignore[arg-type]
        shown.append(window)
        window.resize(1024, 700)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.page.first_field().setFocus()
        return window

    yield build
    for window in shown:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_text(qtbot: QtBot, window: FirstStart, text: str) -> None:
    """Type as an input method commits: into whatever has the focus."""
    field = window.focusWidget()
    assert isinstance(field, LineEdit)
    for character in text:
        if character.isascii():
            qtbot.keyClicks(field, character)
        else:
            field.insert(character)
            field.textEdited.emit(field.text())


def press(qtbot: QtBot, window: FirstStart, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def onward(qtbot: QtBot, window: FirstStart) -> None:
    press(qtbot, window, Key.Key_Return, CTRL)


def through_to_staff(qtbot: QtBot, window: FirstStart) -> StaffPage:
    type_text(qtbot, window, "桂语花园")
    press(qtbot, window, Key.Key_Return)
    type_text(qtbot, window, "0571 88881234")
    press(qtbot, window, Key.Key_Return)
    assert window.step is Step.HOURS
    onward(qtbot, window)
    assert window.step is Step.CREWS
    onward(qtbot, window)
    assert window.step is Step.STAFF
    page = window.page
    assert isinstance(page, StaffPage)
    return page


def test_a_new_centre_begins_by_the_keyboard_alone(
    qtbot: QtBot, open_first_start, sqlite_store: Store, frozen_clock: FrozenClock
) -> None:
    window = open_first_start()
    through_to_staff(qtbot, window)
    type_text(qtbot, window, "林晓月")
    press(qtbot, window, Key.Key_Return)  # the initial is there already
    assert window.focusWidget().text() == "LX"
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Tab)
    type_text(qtbot, window, "246810")
    with qtbot.waitSignal(window.done):
        onward(qtbot, window)
    centre = Centre.read()
    assert (centre.name, centre.telephone) == ("桂语花园", "0571-88881234")
    assert crews.active()[0].name == "综合维修班"
    assert len(crews.active()) == 5
    assert [(one.name, one.role) for one in staff.active()] == [("林晓月", Role.SUPERVISOR)]
    assert sign_in(sqlite_store, "desk-1", "lx", "246810", frozen_clock.now()).name == "林晓月"


def test_nothing_is_stored_before_the_last_step(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    through_to_staff(qtbot, window)
    assert not Community.select().exists()
    assert not Staff.select().exists()
    assert not Setting.select().exists()


def test_a_mistake_is_said_under_its_field_and_nothing_is_lost(
    qtbot: QtBot, open_first_start
) -> None:
    window = open_first_start()
    press(qtbot, window, Key.Key_Tab)
    type_text(qtbot, window, "123")
    onward(qtbot, window)
    page = window.page
    assert isinstance(page, CommunityPage)
    assert window.step is Step.COMMUNITY
    assert page._form.row("community").complaint
    assert page._form.row("telephone").complaint
    assert page._telephone.text() == "123"
    assert window.focusWidget() is page._community


def test_two_mistakes_in_one_line_are_two_sentences(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    page = through_to_staff(qtbot, window)
    type_text(qtbot, window, "林晓月")
    line = page.lines[0]
    line.fields["initial"].setText("!")
    onward(qtbot, window)
    assert window.step is Step.STAFF
    assert len(line.under.text().splitlines()) == 2
    assert window.focusWidget() is line.fields["initial"]
    type_text(qtbot, window, "L")
    assert line.under.isHidden()


def test_a_wrong_time_names_its_day(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    type_text(qtbot, window, "桂语花园")
    onward(qtbot, window)
    page = window.page
    assert isinstance(page, HoursPage)
    assert window.focusWidget() is page.change
    press(qtbot, window, Key.Key_Return)
    assert window.focusWidget() is page.week.lines[0]
    page.week.lines[2].setFocus()
    page.week.lines[2].selectAll()
    type_text(qtbot, window, "8:30-")
    onward(qtbot, window)
    assert window.step is Step.HOURS
    assert "星期三" in page.week.wrong.text()
    assert window.focusWidget() is page.week.lines[2]
    type_text(qtbot, window, "12 14-19")
    onward(qtbot, window)
    assert window.step is Step.CREWS
    assert page.week.texts()[2] == "08:30-12:00, 14:00-19:00"


def test_back_keeps_what_was_typed(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    page = through_to_staff(qtbot, window)
    type_text(qtbot, window, "林晓月")
    press(qtbot, window, Key.Key_Escape)
    assert window.step is Step.CREWS
    onward(qtbot, window)
    assert page.lines[0].fields["name"].text() == "林晓月"


def test_another_language_loses_nothing(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    through_to_staff(qtbot, window)
    type_text(qtbot, window, "林晓月")
    with qtbot.waitSignal(window.spoken) as spoken:
        window.speak("en")
    assert spoken.args == ["en"]
    page = window.page
    assert isinstance(page, StaffPage)
    assert window.step is Step.STAFF
    assert page.lines[0].fields["name"].text() == "林晓月"
    assert page.lines[0].fields["initial"].text() == "LX"
    assert window._next.text() == "Open the desk"
    assert window.answers.community == "桂语花园"


def test_lines_are_added_and_taken_out(qtbot: QtBot, open_first_start) -> None:
    window = open_first_start()
    type_text(qtbot, window, "桂语花园")
    onward(qtbot, window)
    onward(qtbot, window)
    page = window.page
    assert isinstance(page, CrewsPage)
    page.lines[0].remove.click()
    assert len(page.lines) == 4
    page.add.setFocus()
    press(qtbot, window, Key.Key_Return)
    type_text(qtbot, window, "三号班")
    onward(qtbot, window)
    assert [crew.form.name for crew in window.answers.crews][-1] == "三号班"
    assert len(window.answers.crews) == 5


def test_every_field_has_a_name(open_first_start) -> None:
    window = open_first_start()
    for page in window._pages.values():
        for field in page.findChildren(LineEdit) + page.findChildren(Combo):
            named = field.accessibleName() or any(
                label.buddy() is field for label in page.findChildren(type(page._title))
            )
            assert named, field


def test_a_refusal_at_the_end_is_said_and_everything_is_still_there(
    qtbot: QtBot, open_first_start
) -> None:
    def full(_day: FirstDay) -> None:
        raise Refusal("disk.full")

    window = open_first_start(begin=full)
    page = through_to_staff(qtbot, window)
    type_text(qtbot, window, "林晓月")
    line = page.lines[0]
    assert isinstance(line, StaffLine)
    line.fields["pin"].setText("1234")
    onward(qtbot, window)
    assert "磁盘" in window._trouble.text()
    assert not window._trouble.isHidden()
    assert line.answer().name == "林晓月"
    assert window._next.isEnabled()


def test_the_sample_is_one_click_with_progress(qtbot: QtBot, open_first_start) -> None:
    seen: list[tuple[int, int]] = []

    def sample(tell: Progress) -> None:
        for done in range(3):
            tell(done, 3)
            assert window._progress is not None
            assert window._progress.is_open
            seen.append((done, 3))

    window = open_first_start(sample=sample)
    with qtbot.waitSignal(window.done):
        window.page.sample.click()
    assert seen == [(0, 3), (1, 3), (2, 3)]
    assert window._progress is None


def test_making_the_sample_can_be_stopped(qtbot: QtBot, open_first_start) -> None:
    def sample(tell: Progress) -> None:
        tell(1, 3)
        window._progress.escape()
        with pytest.raises(Stopped):
            tell(2, 3)
        raise Stopped

    window = open_first_start(sample=sample)
    with qtbot.assertNotEmitted(window.done):
        window.page.sample.click()
    assert window._progress is None
    assert window._next.isEnabled()
    assert window._trouble.isHidden()
