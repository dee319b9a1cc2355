"""The open ticket: what it shows, what its keys do, and that nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desk.codes import HoldReason, State, Urgency
from desk.models.tables import JournalEntry, Ticket
from desk.tickets import chasing, dispatching, ending, finishing, holding, noting, slips
from desk.tickets.rows import by_ids
from desk.tickets.states import Step, allowed
from desk.ui.actions import Actions
from desk.ui.printing.devices import PrintOrder
from desk.ui.session import Session
from desk.ui.theme import Tone
from desk.ui.ticket.facts_said import Fact
from desk.ui.ticket.next_steps import beside, likeliest
from desk.ui.ticket.pane import TicketPane
from desk.ui.ticket.step_sheet import StepSheet
from tests.tickets.office import Office
from tests.ui.ticket.conftest import Open

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def fact(pane: TicketPane, key: str) -> Fact:
    return next(fact for fact in pane.facts.facts if fact.key == key)


def sheet_of(pane: TicketPane) -> StepSheet:
    sheet = pane.steps.sheet
    assert isinstance(sheet, StepSheet)
    assert sheet.is_open
    return sheet


# --- what it shows ------------------------------------------------------------------------------
def test_it_shows_what_is_known(office: Office, pane: TicketPane, opened: Open) -> None:
    made = office.new("厨房水管漏水", spot="水槽下", door_note="鞋套", urgency=Urgency.URGENT)
    opened(made)
    assert pane.head.number.text() == made.number
    assert pane.head.state.text() == "已派单"
    assert pane.head.urgency.text == "紧急"
    assert pane.head.time.text == "剩 10 分"
    assert pane.place.text() == "3-2-1502 水槽下"
    assert pane.said.text() == "厨房水管漏水"
    assert fact(pane, "category").text == "漏水渗水"
    assert fact(pane, "crew").text == "水电班"
    assert fact(pane, "door").text == "鞋套"
    assert (fact(pane, "received").text, fact(pane, "received").note) == (
        "今天 09:00",
        "电话，陈静",
    )


def test_the_telephone_is_masked_until_the_key_shows_and_copies_it(
    office: Office, pane: TicketPane, opened: Open
) -> None:
    opened(office.new())
    assert fact(pane, "caller").note == "138****5678"
    pane.dial()
    assert fact(pane, "caller").note == "13812345678"
    assert QGuiApplication.clipboard().text() == "13812345678"
    opened(office.new())
    assert fact(pane, "caller").note == "138****5678"


def test_deadlines_say_which_were_kept(office: Office, pane: TicketPane, opened: Open) -> None:
    made = office.new(urgency=Urgency.URGENT)
    office.later(minutes=5)
    accepted = office.step(dispatching.accept, made)
    office.later(minutes=40)
    arrived = office.step(dispatching.arrive, accepted)
    pane._session.clock.advance(timedelta(minutes=45))
    opened(arrived)
    assert fact(pane, "respond").note == "按时，09:05"
    assert fact(pane, "arrive").note == "09:45，晚了 15 分钟"
    assert fact(pane, "arrive").tone is Tone.OVERDUE
    assert fact(pane, "arrive").icon is not None
    assert fact(pane, "finish").note == "剩 23 小时 15 分"


def test_minutes_pass_by_themselves(office: Office, pane: TicketPane, opened: Open) -> None:
    opened(office.new(urgency=Urgency.URGENT))
    pane._session.clock.advance(timedelta(minutes=11))
    pane.timer.timeout.emit()
    assert pane.head.time.text == "超时 1 分"
    assert pane.head.time.tone is Tone.OVERDUE
    assert fact(pane, "respond").note == "超时 1 分"


def test_the_history_tells_every_step_newest_last(
    office: Office, pane: TicketPane, opened: Open
) -> None:
    made = office.new()
    chased = office.step(chasing.chase, made, words="怎么还没来")
    office.later(minutes=30)
    held = office.step(
        holding.hold,
        office.step(dispatching.accept, chased, occurred_at=office.at("09:10")),
        HoldReason.PARTS,
        office.now.date() + timedelta(days=2),
        note="等滑轮",
    )
    opened(held)
    lines = pane.history.lines()
    assert "已受理" in lines[0]
    assert "已派给水电班" in lines[0]
    assert "第 1 次，怎么还没来" in lines[1]
    assert lines[2].startswith("今天 09:10，09:30 补录，陈静，已接单")
    assert "待料，3月6日复查，等滑轮" in lines[3]


def test_hold_slip_chases_result_and_links_are_facts(
    office: Office, pane: TicketPane, opened: Open
) -> None:
    made = office.new()
    office.step(chasing.chase, made)
    office.step(slips.print_slip, made)
    other = office.step(ending.merge, office.new(), made.ticket_id)
    opened(made)
    assert fact(pane, "chases").text == "1 次"
    assert fact(pane, "slip").note == "未回单"
    assert fact(pane, f"link{other.ticket_id}").text == other.number
    done = office.step(finishing.finish, made, "已换阀门")
    reopened = office.step(ending.reopen, done, "又漏了")
    assert reopened.made is not None
    opened(reopened.made)
    assert fact(pane, f"link{made.ticket_id}").label == "接续自"
    opened(done)
    assert fact(pane, "result").text == "已换阀门"


def test_a_link_opens_the_other_ticket(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    made = office.new()
    merged = office.step(ending.merge, office.new(), made.ticket_id)
    opened(merged)
    link = pane.facts._lines[f"link{made.ticket_id}"].link
    assert link is not None
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert pane.head.number.text() == made.number


# --- keys ---------------------------------------------------------------------------------------
def test_the_likeliest_step_is_the_one_primary_button(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    opened(office.new())
    seen = []
    for _ in range(2):
        primary = next(iter(pane.head.buttons.values()))
        seen.append(primary.text())
        qtbot.mouseClick(primary, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: pane.head.state.text() in ("已接单", "已到场"))
    assert seen[0] == "接单"
    qtbot.waitUntil(lambda: pane.head.state.text() == "已到场")
    assert next(iter(pane.head.buttons.values())).text() == "完成"


def test_every_state_offers_only_what_it_allows() -> None:
    for state in State:
        offered = [likeliest(state), *beside(state, slip_out=True), *beside(state, slip_out=False)]
        assert set(offered) - {None} <= set(allowed(state))


def test_letters_take_steps_and_the_menu_has_them_all(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    row = opened(office.new())
    qtbot.keyClick(pane, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: pane.head.state.text() == "已接单")
    menu = pane.head.menu_for(by_ids(office.database, [row.ticket_id])[0])
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(texts) == len(allowed(State.ACCEPTED))
    assert not any(text.startswith("打开") for text in texts)
    menu.deleteLater()


def test_chasing_twice_in_a_breath_counts_once(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    row = opened(office.new())
    said: list[str] = []
    pane._session.told.connect(lambda text, _fault: said.append(text))
    qtbot.keyClick(pane, Qt.Key.Key_U)
    qtbot.keyClick(pane, Qt.Key.Key_U)
    assert Ticket.get_by_id(row.ticket_id).chased == 1
    assert said == [f"{row.number} 已记第 1 次催单，请通知水电班。"]
    pane._session.clock.advance(timedelta(seconds=4))
    qtbot.keyClick(pane, Qt.Key.Key_U)
    assert Ticket.get_by_id(row.ticket_id).chased == 2


def test_undo_takes_the_last_step_back(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot, session: Session
) -> None:
    actions = Actions(pane.window(), session.words)
    pane.offer(actions, pane.window())
    row = opened(office.new())
    said: list[str] = []
    session.told.connect(lambda text, _fault: said.append(text))
    qtbot.keyClick(pane, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: pane.head.state.text() == "已接单")
    qtbot.keyClick(pane, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: pane.head.state.text() == "已派单")
    assert said == [f"{row.number} 已撤销“已接单”，恢复为“已派单”。"]


def test_undo_reaches_a_step_taken_from_the_queue_while_the_pane_is_away(
    office: Office, pane: TicketPane, session: Session
) -> None:
    actions = Actions(pane.window(), session.words)
    pane.offer(actions, pane.window())
    made = office.new()
    pane.hide()
    assert not actions.trigger("ticket.undo")
    pane.take_step(by_ids(office.database, [made.ticket_id])[0], Step.ACCEPT)
    assert Ticket.get_by_id(made.ticket_id).state == State.ACCEPTED
    assert actions.trigger("ticket.undo")
    assert Ticket.get_by_id(made.ticket_id).state == State.DISPATCHED


def test_the_number_is_copied_by_its_key(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot, session: Session
) -> None:
    pane.offer(Actions(pane.window(), session.words), pane.window())
    row = opened(office.new())
    qtbot.keyClick(pane, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == row.number
    qtbot.keyClick(pane, Qt.Key.Key_D, ALT)
    assert QGuiApplication.clipboard().text() == "13812345678"


def test_escape_closes_and_the_print_key_opens_the_slip(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot, printed: list[PrintOrder]
) -> None:
    row = opened(office.new())
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
    qtbot.keyClick(pane, Qt.Key.Key_P)
    sheet = pane.steps.sheet
    assert sheet is not None
    qtbot.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Return)
    assert [order.printer for order in printed] == ["仓库"]
    assert Ticket.get_by_id(row.ticket_id).slip_prints == 1


# --- live ---------------------------------------------------------------------------------------
def test_a_change_by_another_desk_shows_and_keeps_what_is_typed(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    made = office.new("漏水" * 60)
    for at in range(8):
        office.step(noting.comment, made, f"第 {at} 条备注")
    pane.window().resize(420, 500)
    opened(made)
    pane.comment.line.setFocus()
    qtbot.keyClicks(pane.comment.line, "zaidianhuali")
    bar = pane._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(120)
    office.step(dispatching.accept, made, technician=office.plumber)
    qtbot.waitUntil(lambda: pane.head.state.text() == "已接单")
    assert fact(pane, "crew").text == "水电班 王师傅"
    assert pane.comment.text == "zaidianhuali"
    assert pane.comment.line.hasFocus()
    assert bar.value() == 120
    assert len(pane.history.lines()) == 10


def test_a_hidden_pane_reads_when_it_comes_back(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    made = office.new()
    opened(made)
    pane.hide()
    office.step(dispatching.accept, made)
    qtbot.wait(1)
    assert not pane.timer.isActive()
    assert pane.head.state.text() == "已派单"
    pane.show()
    assert pane.head.state.text() == "已接单"


def test_a_step_on_what_somebody_else_changed_says_so_and_shows_the_new_state(
    office: Office, pane: TicketPane, qtbot: QtBot
) -> None:
    made = office.new()
    row = by_ids(office.database, [made.ticket_id])[0]
    pane.show_ticket(made.ticket_id)
    said: list[tuple[str, bool]] = []
    pane._session.told.connect(lambda text, fault: said.append((text, fault)))
    office.step(dispatching.accept, made)
    pane.take_step(row, Step.ARRIVE)
    assert said
    assert said[0][1] is True
    qtbot.waitUntil(lambda: pane.head.state.text() == "已接单")


# --- comments -----------------------------------------------------------------------------------
def test_enter_adds_a_comment(office: Office, pane: TicketPane, opened: Open, qtbot: QtBot) -> None:
    opened(office.new())
    qtbot.keyClick(pane, Qt.Key.Key_C)
    assert pane.comment.line.hasFocus()
    qtbot.keyClicks(pane.comment.line, "told him")
    qtbot.keyClick(pane.comment.line, Qt.Key.Key_Return)
    assert pane.comment.text == ""
    qtbot.waitUntil(lambda: "told him" in pane.history.lines()[-1])


def test_a_comment_begun_stays_with_its_ticket(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot, session: Session
) -> None:
    first, second = office.new(), office.new()
    opened(first)
    qtbot.keyClicks(pane.comment.line, "half a sen")
    opened(second)
    assert pane.comment.text == ""
    opened(first)
    assert pane.comment.text == "half a sen"
    again = TicketPane(session)
    qtbot.addWidget(again)
    again.restore(pane.state())
    assert again.comment.text == "half a sen"
    assert again.head.number.text() == first.number


def test_a_comment_that_cannot_be_stored_stays_with_a_sentence(
    office: Office, pane: TicketPane, opened: Open, qtbot: QtBot
) -> None:
    opened(office.new())
    qtbot.keyClicks(pane.comment.line, "keep me")
    office.store.database.execute_sql("PRAGMA query_only = ON")
    try:
        qtbot.keyClick(pane.comment.line, Qt.Key.Key_Return)
    finally:
        office.store.database.execute_sql("PRAGMA query_only = OFF")
    assert pane.comment.text == "keep me"
    assert pane.comment.trouble
    assert pane.comment.add.isEnabled()


def test_a_comment_from_the_queue_is_asked_by_a_sheet_while_the_pane_is_away(
    office: Office, pane: TicketPane
) -> None:
    made = office.new()
    pane.take_step(by_ids(office.database, [made.ticket_id])[0], Step.COMMENT)
    assert sheet_of(pane).step is Step.COMMENT


def test_every_field_and_button_has_a_name(office: Office, pane: TicketPane, opened: Open) -> None:
    opened(office.new())
    focusable = [w for w in pane.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focusable
    for widget in focusable:
        text = getattr(widget, "text", lambda: "")
        assert widget.accessibleName() or text(), widget


def test_no_step_is_stored_by_looking(office: Office, pane: TicketPane, opened: Open) -> None:
    opened(office.new())
    before = JournalEntry.select().count()
    pane.timer.timeout.emit()
    pane.dial()
    assert JournalEntry.select().count() == before
