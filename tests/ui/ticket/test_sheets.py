"""The sheets of steps: by the keyboard alone, nothing typed lost, what is wrong said in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.codes import HoldReason, State
from desk.models.tables import JournalEntry, Ticket
from desk.tickets import dispatching
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.ui.ticket.appoint_sheet import AppointSheet
from desk.ui.ticket.dispatch_sheet import DispatchSheet
from desk.ui.ticket.finish_sheet import FinishSheet
from desk.ui.ticket.hold_sheet import HoldSheet
from desk.ui.ticket.slip_sheet import SlipSheet
from tests.tickets.office import Office
from tests.ui.ticket.conftest import Ask, Keys
from tests.ui.ticket.pressing import as_a, submit


# --- who goes -----------------------------------------------------------------------------------
def test_dispatch_proposes_who_covers_it_and_one_enter_sends(
    office: Office, ask: Ask, qtbot: QtBot
) -> None:
    office.step(dispatching.accept, office.new())
    made = office.step(dispatching.turn_down, office.new())
    sheet = as_a(DispatchSheet, ask(made, Step.DISPATCH))
    first = sheet.crews.options[0]
    assert first.title == "水电班"
    assert first.note == "对口，1 张在办"
    assert sheet.crews.hasFocus()
    qtbot.keyClick(sheet.crews, Qt.Key.Key_Return)
    assert not sheet.is_open
    ticket = Ticket.get_by_id(made.ticket_id)
    assert (ticket.state, ticket.crew_id, ticket.technician_id) == (
        State.DISPATCHED,
        office.water,
        None,
    )


def test_transfer_names_another_crew_and_whom_of_it(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(DispatchSheet, ask(made, Step.TRANSFER))
    assert sheet.crews.value() == office.guards
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab, "tooth")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert (ticket.crew_id, ticket.technician_id) == (office.guards, office.guard)
    assert not sheet.is_open


def test_who_accepts_what_nobody_was_sent_to_is_named_first(
    office: Office, ask: Ask, qtbot: QtBot
) -> None:
    made = office.new("路灯不亮", category=None, room=None, place="北门")
    sheet = as_a(DispatchSheet, ask(made, Step.ARRIVE))
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert ticket.state == State.ARRIVED
    assert ticket.crew_id is not None
    assert not sheet.is_open


# --- hold, resume -------------------------------------------------------------------------------
def test_hold_asks_for_reason_and_day_and_says_what_it_understood(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.step(dispatching.accept, office.new())
    sheet = as_a(HoldSheet, ask(made, Step.HOLD))
    assert sheet.day.text() == "明天"
    assert sheet.form.row("day").under.text() == "2026年3月5日 星期四"
    keys(Qt.Key.Key_Right)
    assert sheet.reason.value() is HoldReason.AWAY
    sheet.day.setFocus()
    sheet.day.selectAll()
    keys("gibberish")
    submit(qtbot)
    assert sheet.is_open
    assert sheet.form.row("day").complaint
    assert sheet.day.text() == "gibberish"
    sheet.day.selectAll()
    keys("3-9")
    assert sheet.form.row("day").under.text() == "2026年3月9日 星期一"
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert (ticket.state, ticket.hold_reason) == (State.HOLD, HoldReason.AWAY)
    assert not sheet.is_open


def test_a_day_that_is_over_is_refused_under_the_field(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.step(dispatching.accept, office.new())
    sheet = as_a(HoldSheet, ask(made, Step.HOLD))
    sheet.day.setFocus()
    sheet.day.selectAll()
    keys("2026-03-03")
    submit(qtbot)
    assert sheet.is_open
    assert sheet.form.row("day").complaint
    assert Ticket.get_by_id(made.ticket_id).state == State.ACCEPTED


# --- finish, slip -------------------------------------------------------------------------------
def test_finish_takes_a_quick_text_and_the_times_as_written(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot, session: Session
) -> None:
    made = office.new()
    office.later(hours=3)
    session.clock.advance(office.now - session.clock.now())  # type: ignore[attr-defined]
    sheet = as_a(FinishSheet, ask(made, Step.FINISH))
    keys("huan le fa")
    qtbot.mouseClick(sheet.result.chips[1], Qt.MouseButton.LeftButton)
    assert sheet.result.text() == "huan le fa；已更换配件"
    sheet.times.fields["arrived"].setFocus()
    keys("10:15", Qt.Key.Key_Tab, "11:02")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert ticket.result == "huan le fa；已更换配件"
    assert ticket.arrived_at == office.at("10:15")
    assert ticket.finished_at == office.at("11:02")


def test_times_that_do_not_follow_each_other_are_refused_and_kept(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot, session: Session
) -> None:
    made = office.new()
    office.later(hours=3)
    session.clock.advance(office.now - session.clock.now())  # type: ignore[attr-defined]
    sheet = as_a(FinishSheet, ask(made, Step.FINISH))
    keys("done")
    sheet.times.fields["arrived"].setFocus()
    keys("11:30", Qt.Key.Key_Tab, "11:00")
    submit(qtbot)
    assert sheet.is_open
    assert sheet.result.text() == "done"
    assert sheet.times.fields["finished"].property("invalid")
    assert Ticket.get_by_id(made.ticket_id).state == State.DISPATCHED


def test_the_slip_that_came_back_finishes_the_ticket(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot, session: Session
) -> None:
    made = office.new(category=office.bulb)
    office.later(hours=2)
    session.clock.advance(office.now - session.clock.now())  # type: ignore[attr-defined]
    sheet = as_a(SlipSheet, ask(made, Step.RETURN_SLIP))
    assert sheet.times.fields["accepted"].hasFocus()
    tab = Qt.Key.Key_Tab
    keys("9:10", tab, "9:30", tab, "10:20", tab, "new bulb")
    sheet.parts.setFocus()
    keys("LED 9W x1")
    sheet.signed.set_value("displeased")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert ticket.slip_returned_at is not None
    assert ticket.finished_at == office.at("10:20")
    assert ticket.accepted_at == office.at("09:10")
    assert ticket.result == "new bulb\n配件：LED 9W x1"
    # Whoever is displeased is asked afterwards, whatever the sample says.
    assert ticket.state == State.TO_VISIT


def test_a_slip_without_signature_leaves_a_note(office: Office, ask: Ask, qtbot: QtBot) -> None:
    made = office.new()
    sheet = as_a(SlipSheet, ask(made, Step.RETURN_SLIP))
    sheet.signed.set_value("unsigned")
    submit(qtbot)
    entry = JournalEntry.select().order_by(JournalEntry.id.desc()).first()
    assert entry.action == "ticket.commented"
    assert Ticket.get_by_id(made.ticket_id).state == State.DISPATCHED


# --- appointment --------------------------------------------------------------------------------
def test_an_appointment_is_typed_as_it_is_said(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(AppointSheet, ask(made, Step.APPOINT))
    sheet.begin.setText("明天 9:00")
    assert sheet.form.row("begin").under.text() == "明天 09:00"
    sheet.until.setText("10:30")
    assert sheet.form.row("until").under.text() == "明天 10:30"
    sheet.until.setFocus()
    keys(Qt.Key.Key_Return)
    ticket = Ticket.get_by_id(made.ticket_id)
    day = office.at("09:00").date()
    assert (ticket.appointment_until - ticket.appointment_from).total_seconds() == 5400
    assert (ticket.appointment_from.date() - day).days == 1


def test_an_appointment_lasts_an_hour_unless_said_and_can_be_dropped(
    office: Office, ask: Ask, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(AppointSheet, ask(made, Step.APPOINT))
    assert sheet.drop.isHidden()
    sheet.begin.setText("下午3点")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert ticket.appointment_until == office.at("16:00")
    sheet = as_a(AppointSheet, ask(made, Step.APPOINT))
    assert sheet.begin.text() == "今天 15:00"
    qtbot.mouseClick(sheet.drop, Qt.MouseButton.LeftButton)
    assert Ticket.get_by_id(made.ticket_id).appointment_from is None


@pytest.mark.parametrize(
    ("begin", "until", "field"),
    [
        ("", "", "begin"),
        ("8:00", "", "begin"),
        ("15:00", "14:00", "until"),
        ("15:00", "x", "until"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused_in_its_field(
    office: Office, ask: Ask, qtbot: QtBot, begin: str, until: str, field: str
) -> None:
    made = office.new()
    sheet = as_a(AppointSheet, ask(made, Step.APPOINT))
    sheet.begin.setText(begin)
    sheet.until.setText(until)
    submit(qtbot)
    assert sheet.is_open
    assert sheet.form.row(field).complaint
    assert (sheet.begin.text(), sheet.until.text()) == (begin, until)
    assert Ticket.get_by_id(made.ticket_id).appointment_from is None
