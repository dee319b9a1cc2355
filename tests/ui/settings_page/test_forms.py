"""Centre, hours and deadlines: typed, checked, stored, and followed from another desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.centre import staff
from desk.centre.clocks import Row
from desk.centre.holidays import days_of
from desk.centre.policy import STANDARD, WORKING_DAY
from desk.centre.profile import SUBJECTS, Centre, Part, change_calendar, change_profile
from desk.centre.spans import Span
from desk.codes import ClockRun, Family, Topic, Urgency
from desk.community import communities
from desk.models import journal
from desk.models.journal import Actor
from desk.ui.session import Session
from desk.ui.settings_page.centre import CentreSection
from desk.ui.settings_page.hours import HoursSection
from desk.ui.settings_page.policy import PolicySection
from tests.conftest import MORNING
from tests.ui.settings_page.conftest import Shown, settle

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def centre(shown: Shown) -> CentreSection:
    section = shown.go("centre")
    assert isinstance(section, CentreSection)
    return section


@pytest.fixture
def hours(shown: Shown) -> HoursSection:
    section = shown.go("hours")
    assert isinstance(section, HoursSection)
    return section


@pytest.fixture
def policy(shown: Shown) -> PolicySection:
    section = shown.go("policy")
    assert isinstance(section, PolicySection)
    return section


def save(qtbot: QtBot, shown: Shown) -> None:
    shown.page.enter()
    qtbot.keyClick(shown.window.focusWidget(), Key.Key_Return, CTRL)
    settle()


# --- the centre -------------------------------------------------------------------------------


def test_a_new_name_is_stored_with_who_changed_it(
    qtbot: QtBot, shown: Shown, centre: CentreSection, session: Session
) -> None:
    assert not centre.dirty
    assert centre.bar.isHidden()
    centre.draft.field("name").setText("新服务中心")
    assert not centre.bar.isHidden()
    save(qtbot, shown)
    assert Centre.read().name == "新服务中心"
    assert session.centre.name == "新服务中心"
    assert not centre.dirty
    assert centre.bar.isHidden()
    last = journal.history(Topic.SETTINGS, SUBJECTS[Part.PROFILE])[-1]
    assert last.action == "setting.profile_changed"
    assert last.staff == session.staff.id


def test_the_community_is_changed_in_the_same_transaction(
    qtbot: QtBot, shown: Shown, centre: CentreSection, session: Session
) -> None:
    number = session.community
    centre.draft.field(f"{number}.address").setText("桂语路88号")
    centre.draft.field("telephone").setText("0571 88885678")
    save(qtbot, shown)
    assert communities.active()[0].address == "桂语路88号"
    assert Centre.read().telephone == "0571-88885678"
    assert centre.draft.text("telephone") == "0571-88885678"


def test_a_wrong_telephone_is_said_under_it_and_kept(
    qtbot: QtBot, shown: Shown, centre: CentreSection
) -> None:
    centre.draft.field("telephone").setText("123")
    centre.draft.field("name").setText(" ")
    save(qtbot, shown)
    assert centre._form.row("telephone").complaint
    assert centre._form.row("name").complaint
    assert centre.draft.text("telephone") == "123"
    assert Centre.read().telephone == "0571-88881234"


def test_discarding_puts_back_what_is_stored(centre: CentreSection) -> None:
    centre.draft.field("name").setText("新服务中心")
    centre.bar.discard.click()
    assert centre.draft.text("name") == "桂语花园服务中心"
    assert centre.bar.isHidden()


def test_another_desk_is_followed_in_fields_that_nobody_touched(
    qtbot: QtBot, shown: Shown, centre: CentreSection, session: Session, supervisor: Actor
) -> None:
    centre.draft.field("name").setText("我写的名字")
    with session.store.write(supervisor, MORNING) as write:
        change_profile(write, 1, name="他写的名字", telephone="0571-88889999")
    settle()
    assert centre.draft.text("telephone") == "0571-88889999"
    assert centre.draft.text("name") == "我写的名字"
    assert "他写的名字" in centre._form.row("name").complaint
    save(qtbot, shown)
    assert Centre.read().name == "我写的名字"
    assert Centre.read().telephone == "0571-88889999"


def test_a_change_nobody_heard_of_is_refused_and_then_shown(
    qtbot: QtBot, shown: Shown, centre: CentreSection, session: Session, supervisor: Actor
) -> None:
    centre.draft.field("name").setText("我写的名字")
    session._stop_listening()
    with session.store.write(supervisor, MORNING) as write:
        change_profile(write, 1, name="他写的名字", telephone="0571-88881234")
    shown.page.enter()
    qtbot.keyClick(shown.window.focusWidget(), Key.Key_Return, CTRL)
    assert Centre.read().name == "他写的名字"
    settle()
    assert centre.draft.text("name") == "我写的名字"
    assert "他写的名字" in centre._form.row("name").complaint
    save(qtbot, shown)
    assert Centre.read().name == "我写的名字"


def test_a_receptionist_needs_a_supervisor(
    qtbot: QtBot, shown: Shown, centre: CentreSection, session: Session, supervisor: Actor
) -> None:
    session.sit_down(staff.active()[1])
    asked: list[object] = []
    session.supervisor_wanted.connect(asked.append)
    centre.draft.field("name").setText("新服务中心")
    save(qtbot, shown)
    assert Centre.read().name == "桂语花园服务中心"
    assert centre.draft.text("name") == "新服务中心"
    asked[0](supervisor)
    settle()
    assert Centre.read().name == "新服务中心"


# --- service hours ----------------------------------------------------------------------------


def test_hours_are_typed_a_day_a_line(qtbot: QtBot, shown: Shown, hours: HoursSection) -> None:
    hours.week.lines[5].setText("9-12")
    hours.week.lines[6].setText("全天")
    save(qtbot, shown)
    week = Centre.read().calendar.week
    assert week[5] == (Span(9 * 60, 12 * 60),)
    assert week[6] == (Span(0, 24 * 60),)
    assert hours.week.lines[5].text() == "09:00-12:00"


def test_a_wrong_time_names_the_day(qtbot: QtBot, shown: Shown, hours: HoursSection) -> None:
    before = Centre.read().calendar
    hours.week.lines[2].setText("8:30-25")
    save(qtbot, shown)
    assert "星期三" in hours.week.wrong.text()
    assert "星期三" in hours.bar.said.text()
    assert shown.window.focusWidget() is hours.week.lines[2]
    assert Centre.read().calendar == before


def test_a_day_of_ones_own_is_added_changed_and_taken_out(
    qtbot: QtBot, shown: Shown, hours: HoursSection
) -> None:
    days = hours.days
    days.when.setFocus()
    qtbot.keyClicks(days.when, "2026-3-6 to 3-8")
    qtbot.keyClick(days.when, Key.Key_Return)
    assert days.value()[date(2026, 3, 7)] == ()
    at = days.rows.place((date(2026, 3, 6), date(2026, 3, 8)))
    assert at is not None
    days.list.setCurrentIndex(days.rows.index(at))
    days.edit_chosen()
    assert shown.window.focusWidget() is days.hours
    qtbot.keyClicks(days.hours, "9-12")
    qtbot.keyClick(days.hours, Key.Key_Return)
    assert days.value()[date(2026, 3, 8)] == (Span(9 * 60, 12 * 60),)
    days.list.setCurrentIndex(days.rows.index(at))
    qtbot.keyClick(days.list, Key.Key_Delete)
    assert date(2026, 3, 7) not in days.value()
    assert not hours.dirty


def test_a_half_typed_day_is_not_forgotten(qtbot: QtBot, shown: Shown, hours: HoursSection) -> None:
    hours.week.lines[5].setText("9-12")
    hours.days.when.setText("2026-3-6")
    save(qtbot, shown)
    assert Centre.read().calendar.days[date(2026, 3, 6)] == ()
    hours.week.lines[5].setText("9-13")
    hours.days.when.setText("some day")
    save(qtbot, shown)
    assert hours.days.wrong.text()
    assert hours.days.when.text() == "some day"
    assert Centre.read().calendar.week[5] == (Span(9 * 60, 12 * 60),)


def test_the_notice_of_a_year_is_taken_by_a_button(
    qtbot: QtBot, shown: Shown, hours: HoursSection, session: Session, supervisor: Actor
) -> None:
    calendar = Centre.read().calendar
    with session.store.write(supervisor, MORNING) as write:
        change_calendar(write, 1, calendar.with_days({date(2026, 10, 2): (Span(540, 720),)}))
    settle()
    hours.days.take_notice(2026)
    save(qtbot, shown)
    stored = Centre.read().calendar.days
    assert stored[date(2026, 10, 1)] == ()
    assert stored[date(2026, 10, 2)] == (Span(540, 720),)
    assert set(days_of(2026, calendar.week)) <= set(stored)


def test_a_year_without_a_notice_is_said(hours: HoursSection) -> None:
    said = [label.text() for label in hours.days.findChildren(type(hours.note))]
    assert any("2027" in text and "平常" in text for text in said)


def test_days_of_two_desks_join(
    qtbot: QtBot, shown: Shown, hours: HoursSection, session: Session, supervisor: Actor
) -> None:
    hours.days.when.setText("2026-3-6")
    hours.days.add_typed()
    calendar = Centre.read().calendar
    with session.store.write(supervisor, MORNING) as write:
        change_calendar(write, 1, calendar.with_days({**calendar.days, date(2026, 3, 20): ()}))
    settle()
    save(qtbot, shown)
    stored = Centre.read().calendar.days
    assert {date(2026, 3, 6), date(2026, 3, 20)} <= set(stored)


def test_a_wrong_zone_is_said_under_it(qtbot: QtBot, shown: Shown, hours: HoursSection) -> None:
    hours.draft.field("timezone").setText("Asia/Nowhere")
    save(qtbot, shown)
    assert hours._form.row("timezone").complaint
    assert Centre.read().calendar.timezone == "Asia/Shanghai"


# --- deadlines --------------------------------------------------------------------------------


def test_nothing_is_dirty_before_anybody_typed(policy: PolicySection) -> None:
    assert policy.draft.touched() == set()


def test_lengths_are_typed_as_people_say_them(
    qtbot: QtBot, shown: Shown, policy: PolicySection
) -> None:
    policy.draft.field("urgent.arrive").setText("45分钟")
    policy.draft.field("planned.finish").setText("10 天")
    policy.draft.field("normal.respond").setText("1.5 h")
    policy.draft.field("complaint.arrive").setText("2 小时")
    policy.draft.field("soon.normal").setText("20 min")
    save(qtbot, shown)
    stored = Centre.read().policy
    assert stored.clocks[Row.URGENT].arrive == timedelta(minutes=45)
    assert stored.clocks[Row.PLANNED].finish == 10 * WORKING_DAY
    assert stored.clocks[Row.NORMAL].respond == timedelta(minutes=90)
    assert stored.clocks[Row.COMPLAINT].arrive == timedelta(hours=2)
    assert stored.soon[Urgency.NORMAL] == timedelta(minutes=20)
    assert stored.name == STANDARD
    assert policy.draft.text("urgent.arrive") == "45 分钟"
    assert not policy.dirty


def test_an_empty_length_is_no_deadline(qtbot: QtBot, shown: Shown, policy: PolicySection) -> None:
    policy.draft.field("inquiry.finish").setText("")
    save(qtbot, shown)
    assert Centre.read().policy.clocks[Row.INQUIRY].finish is None


def test_a_wrong_length_names_row_and_clock(
    qtbot: QtBot, shown: Shown, policy: PolicySection
) -> None:
    policy.draft.field("normal.arrive").setText("soonish")
    save(qtbot, shown)
    assert "一般" in policy.bar.said.text()
    assert "到场" in policy.bar.said.text()
    assert shown.window.focusWidget() is policy.draft.field("normal.arrive")
    assert policy.draft.text("normal.arrive") == "soonish"


def test_an_exception_is_added(qtbot: QtBot, shown: Shown, policy: PolicySection) -> None:
    policy._exceptions.add.click()
    line = policy._exceptions.lines[-1]
    line.family.set_value(Family.FIRE)
    line.urgency.set_value(Urgency.URGENT)
    line.length.setText("15 min")
    save(qtbot, shown)
    assert Centre.read().policy.arrive == {
        (Family.LIFT, Urgency.CRITICAL): timedelta(minutes=30),
        (Family.FIRE, Urgency.URGENT): timedelta(minutes=15),
    }


def test_the_same_exception_twice_is_said(
    qtbot: QtBot, shown: Shown, policy: PolicySection
) -> None:
    policy._exceptions.add.click()
    line = policy._exceptions.lines[-1]
    line.urgency.set_value(Urgency.CRITICAL)
    line.length.setText("15 min")
    save(qtbot, shown)
    assert "电梯" in policy.bar.said.text()
    assert len(Centre.read().policy.arrive) == 1


def test_the_company_standard_comes_back(qtbot: QtBot, shown: Shown, policy: PolicySection) -> None:
    standard = Centre.read().policy
    policy.draft.field("name").setText("桂语标准")
    policy.draft.field("urgent.arrive").setText("45 分钟")
    policy.draft.field("urgent.run").set_value(ClockRun.SERVICE)
    policy.draft.field("urgent.by_appointment").setChecked(True)
    save(qtbot, shown)
    changed = Centre.read().policy
    assert changed.name == "桂语标准"
    assert changed.clocks[Row.URGENT] == replace(
        standard.clocks[Row.URGENT],
        arrive=timedelta(minutes=45),
        finish=changed.clocks[Row.URGENT].finish,
        run=ClockRun.SERVICE,
        by_appointment=True,
    )
    policy._fill_standard()
    save(qtbot, shown)
    assert Centre.read().policy == standard
