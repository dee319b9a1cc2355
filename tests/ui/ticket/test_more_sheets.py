"""The sheets that end, merge, ask and correct; and what happens when somebody else was quicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.codes import State, Urgency
from desk.models.tables import JournalEntry, ReturnVisit, Ticket
from desk.tickets import dispatching, ending, finishing, noting
from desk.tickets.rows import by_ids
from desk.tickets.states import Step
from desk.ui.session import Session
from desk.ui.ticket.edit_sheet import EditSheet
from desk.ui.ticket.finish_sheet import FinishSheet
from desk.ui.ticket.merge_sheet import MergeSheet
from desk.ui.ticket.pane import TicketPane
from desk.ui.ticket.sheets import sheet_for
from desk.ui.ticket.visit_sheet import PlanVisitSheet, VisitSheet
from desk.ui.ticket.words_sheet import WordsSheet
from tests.tickets.office import Office
from tests.ui.ticket.conftest import Ask, Keys
from tests.ui.ticket.pressing import as_a, focus, submit


# --- words --------------------------------------------------------------------------------------
def test_cancelling_needs_a_reason(office: Office, ask: Ask, keys: Keys, qtbot: QtBot) -> None:
    made = office.new()
    sheet = as_a(WordsSheet, ask(made, Step.CANCEL))
    submit(qtbot)
    assert sheet.is_open
    assert sheet.form.row("words").complaint
    assert sheet.words.edit.property("invalid")
    keys("moved out")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert (ticket.state, ticket.end_reason) == (State.CANCELLED, "moved out")


@pytest.mark.parametrize(
    ("step", "state"), [(Step.TURN_DOWN, State.RECEIVED), (Step.COMMENT, State.DISPATCHED)]
)
def test_words_are_stored_with_the_step(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot, step: Step, state: State
) -> None:
    made = office.new()
    ask(made, step)
    keys("because")
    submit(qtbot)
    assert Ticket.get_by_id(made.ticket_id).state == state
    entry = JournalEntry.select().order_by(JournalEntry.id.desc()).first()
    assert entry.subject == made.ticket_id


def test_close_and_reopen(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot, session: Session
) -> None:
    said: list[str] = []
    session.told.connect(lambda text, _fault: said.append(text))
    done = office.step(finishing.finish, office.new(), "ok")
    ask(done, Step.CLOSE)
    submit(qtbot)
    assert Ticket.get_by_id(done.ticket_id).state == State.CLOSED
    ask(done, Step.REOPEN)
    keys("still drips")
    submit(qtbot)
    again = Ticket.get(Ticket.reopened_from == done.ticket_id)
    assert again.words == "still drips"
    assert said == [f"{done.number} 已重开为 {again.number}。"]


# --- merge --------------------------------------------------------------------------------------
def test_merge_proposes_the_household_and_never_takes_an_early_key(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    first, second = office.new(), office.new("还是漏")
    sheet = as_a(MergeSheet, ask(second, Step.MERGE))
    assert [option.value for option in sheet.list.options] == [first.ticket_id]
    keys(Qt.Key.Key_Return)
    assert sheet.is_open
    assert sheet.form.row("find").complaint
    keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    ticket = Ticket.get_by_id(second.ticket_id)
    assert (ticket.state, ticket.merged_into_id) == (State.MERGED, first.ticket_id)


def test_merge_finds_by_the_last_four_digits(office: Office, ask: Ask, keys: Keys) -> None:
    other = office.new("别家的", room=office.rooms["5-1-101"], resident=None)
    made = office.new()
    sheet = as_a(MergeSheet, ask(made, Step.MERGE))
    keys("9999")
    assert sheet.form.row("find").under.text() == "没有找到未完成的工单。"
    sheet.line.clear()
    keys(other.number[-4:], Qt.Key.Key_Return)
    assert Ticket.get_by_id(made.ticket_id).merged_into_id == other.ticket_id


# --- return visit -------------------------------------------------------------------------------
def test_a_return_visit_is_three_keys(office: Office, ask: Ask, keys: Keys, qtbot: QtBot) -> None:
    done = office.step(finishing.finish, office.new(), "ok")
    sheet = as_a(VisitSheet, ask(done, Step.VISIT))
    keys("4")
    assert sheet.score.score == 4
    assert sheet.follows.text() == "工单将关闭。"
    submit(qtbot)
    visit = ReturnVisit.get(ReturnVisit.ticket == done.ticket_id)
    assert (visit.reached, visit.solved, visit.score) == (True, True, 4)
    assert Ticket.get_by_id(done.ticket_id).state == State.CLOSED


def test_who_is_not_reached_is_asked_again_on_the_next_day_of_service(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    done = office.step(finishing.finish, office.new(), "ok")
    sheet = as_a(VisitSheet, ask(done, Step.VISIT))
    keys(Qt.Key.Key_Right)
    assert sheet.solved.isHidden()
    assert sheet.follows.text() == "明天再次回访。"
    keys("3")
    submit(qtbot)
    ticket = Ticket.get_by_id(done.ticket_id)
    assert ticket.state == State.TO_VISIT
    assert ReturnVisit.get(ReturnVisit.ticket == done.ticket_id).score is None


def test_what_is_not_solved_goes_on_as_a_new_ticket(
    office: Office, ask: Ask, qtbot: QtBot, session: Session
) -> None:
    said: list[str] = []
    session.told.connect(lambda text, _fault: said.append(text))
    done = office.step(finishing.finish, office.new(), "ok")
    sheet = as_a(VisitSheet, ask(done, Step.VISIT))
    sheet.solved.set_value(False)
    submit(qtbot)
    again = Ticket.get(Ticket.reopened_from == done.ticket_id)
    assert said == [f"{done.number} 已重开为 {again.number}。"]


def test_a_return_visit_is_planned_for_a_day(office: Office, ask: Ask, qtbot: QtBot) -> None:
    # Some are sampled for a visit by their number.
    many = (office.new(category=office.bulb) for _ in range(50))
    finished = (office.step(finishing.finish, made, "ok") for made in many)
    done = next(after for after in finished if after.state is State.DONE)
    sheet = as_a(PlanVisitSheet, ask(done, Step.PLAN_VISIT))
    sheet.day.setText("3-6")
    submit(qtbot)
    ticket = Ticket.get_by_id(done.ticket_id)
    assert ticket.state == State.TO_VISIT
    assert office.centre.calendar.local(ticket.visit_on).date().isoformat() == "2026-03-06"


# --- edit ---------------------------------------------------------------------------------------
def test_edit_changes_only_what_was_changed(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new("漏水", urgency=Urgency.NORMAL)
    sheet = as_a(EditSheet, ask(made, Step.EDIT))
    sheet.urgency.set_value(Urgency.URGENT)
    sheet.category.line.setFocus()
    sheet.category.line.selectAll()
    keys("diwu")  # nothing is called that
    assert sheet.category.list.isHidden()
    sheet.category.line.selectAll()
    keys("m")
    assert not sheet.category.list.isHidden()
    keys(Qt.Key.Key_Escape)
    assert sheet.is_open
    assert sheet.category.line.text() == "漏水渗水"
    sheet.phone.setText("138 0000 1111")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert ticket.urgency == Urgency.URGENT
    assert ticket.caller_phone == "13800001111"
    assert ticket.category_id == office.leak
    entry = JournalEntry.select().order_by(JournalEntry.id.desc()).first()
    assert set(entry.detail["changed"]) == {"urgency"}


def test_a_wrong_phone_is_refused_in_its_field_and_kept(
    office: Office, ask: Ask, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(EditSheet, ask(made, Step.EDIT))
    sheet.words.setPlainText("改过的话")
    sheet.phone.setText("12")
    submit(qtbot)
    assert sheet.is_open
    assert sheet.phone.property("invalid")
    assert (sheet.phone.text(), sheet.words.text()) == ("12", "改过的话")


def test_a_public_place_may_be_typed_freely(office: Office, ask: Ask, qtbot: QtBot) -> None:
    made = office.new()
    sheet = as_a(EditSheet, ask(made, Step.EDIT))
    sheet.where.line.setFocus()
    sheet.where.line.selectAll()
    qtbot.keyClicks(sheet.where.line, "North gate")
    submit(qtbot)
    ticket = Ticket.get_by_id(made.ticket_id)
    assert (ticket.room_id, ticket.place) == (None, "North gate")


# --- somebody else was quicker ------------------------------------------------------------------
def test_a_stale_sheet_says_how_it_stands_now_keeps_all_and_works_at_the_second_press(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(FinishSheet, ask(made, Step.FINISH))
    keys("my result")
    office.step(dispatching.accept, made)
    submit(qtbot)
    assert sheet.is_open
    assert "现为“已接单”" in sheet._trouble.text()
    assert sheet.result.text() == "my result"
    submit(qtbot)
    assert not sheet.is_open
    assert Ticket.get_by_id(made.ticket_id).result == "my result"


def test_a_step_that_is_no_longer_possible_is_held_and_the_words_stay(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(FinishSheet, ask(made, Step.FINISH))
    keys("my result")
    office.step(ending.cancel, made, "不要了")
    submit(qtbot)
    assert sheet.is_open
    assert not sheet.primary.isEnabled()
    assert sheet.result.text() == "my result"
    assert "现为“已取消”" in sheet._trouble.text()


# --- nothing typed is lost ----------------------------------------------------------------------
def test_what_was_typed_into_a_sheet_that_was_left_stands_there_again(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made, other = office.new(), office.new()
    ask(made, Step.FINISH)
    keys("half a result", Qt.Key.Key_Escape)
    sheet = as_a(FinishSheet, ask(other, Step.FINISH))
    assert sheet.result.text() == ""
    keys(Qt.Key.Key_Escape)
    sheet = as_a(FinishSheet, ask(made, Step.FINISH))
    assert sheet.result.text() == "half a result"
    submit(qtbot)
    assert Ticket.get_by_id(made.ticket_id).result == "half a result"


def test_a_failing_disk_leaves_the_sheet_as_it_was(
    office: Office, ask: Ask, keys: Keys, qtbot: QtBot
) -> None:
    made = office.new()
    sheet = as_a(WordsSheet, ask(made, Step.CANCEL))
    keys("reason")
    office.store.database.execute_sql("PRAGMA query_only = ON")
    try:
        submit(qtbot)
    finally:
        office.store.database.execute_sql("PRAGMA query_only = OFF")
    assert sheet.is_open
    assert sheet.words.text() == "reason"
    assert sheet._trouble.text()
    submit(qtbot)
    assert Ticket.get_by_id(made.ticket_id).state == State.CANCELLED


@pytest.mark.parametrize(
    "step",
    [
        step
        for step in Step
        if step not in (Step.CHASE, Step.PRINT_SLIP, Step.TAKE_BACK, Step.RESUME)
    ],
)
def test_every_field_has_a_name_and_the_first_one_the_focus(
    office: Office, session: Session, pane: TicketPane, step: Step
) -> None:
    made = office.step(noting.appoint, office.new(), office.at("14:00"), office.at("15:00"))
    row = by_ids(office.database, [made.ticket_id])[0]
    sheet = sheet_for(session, pane, row, step)
    sheet.retype({})
    sheet.open()
    assert sheet.isAncestorOf(focus())
    for widget in sheet._fields():
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    sheet.dismiss()
    sheet.deleteLater()
