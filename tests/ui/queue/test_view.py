from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk.codes import HoldReason, Kind, Topic, Urgency
from desk.models.database import Store
from desk.models.journal import Actor
from desk.tickets import dispatching, finishing, holding
from desk.tickets.chasing import chase
from desk.tickets.queue import Chip
from desk.tickets.states import Step
from desk.ui.actions import Actions
from desk.ui.queue.view import QueueView
from desk.ui.session import Session
from desk.ui.theme import Tone
from tests.tickets.office import Office


def numbers(view: QueueView) -> list[int]:
    return [int(row.number[-4:]) for row in view.table.rows]


def settle(session: Session) -> None:
    """Let the session publish what was committed."""
    session._burst.stop()
    session._publish()


def counts(view: QueueView) -> dict[Chip, int]:
    return {chip: int(view.chips.widget(chip).accessibleName().split()[-1]) for chip in Chip}


def ring(view: QueueView, pass_time) -> datetime:
    """Let the view's own timer come to its end, and return when that was."""
    assert view.timer.isActive()
    pass_time(milliseconds=view.timer.interval())
    view.timer.timeout.emit()
    return view._session.clock.now()


def test_it_shows_the_queue_in_its_order_and_counts_what_each_filter_would_show(
    office: Office, open_queue
):
    office.new("外墙渗水", urgency=Urgency.PLANNED)
    office.step(dispatching.accept, office.new("爆管", urgency=Urgency.URGENT))
    office.new("楼道灯不亮", category=office.bulb)
    arrived = office.step(dispatching.arrive, office.new("龙头坏了"))
    office.step(holding.hold, arrived, HoldReason.PARTS, date(2026, 3, 5))
    view = open_queue()
    assert numbers(view) == [2, 3, 1, 4]
    assert counts(view) == {
        Chip.OVERDUE: 0,
        Chip.SOON: 0 + 1,
        Chip.RECEIVED: 1,
        Chip.IN_PROGRESS: 2,
        Chip.HOLD: 1,
        Chip.TO_VISIT: 0,
        Chip.DONE: 0,
    }


def test_a_row_turns_amber_and_then_red_at_the_very_second(office: Office, open_queue, pass_time):
    made = office.new("爆管", urgency=Urgency.URGENT)
    accepted = office.step(dispatching.accept, made)
    due = office.ticket(accepted).due_at.replace(tzinfo=UTC)
    view = open_queue()
    seen: list[tuple[Tone, datetime]] = []
    while view.table.said(0).tone is not Tone.OVERDUE:
        now = ring(view, pass_time)
        tone = view.table.said(0).tone
        if not seen or seen[-1][0] is not tone:
            seen.append((tone, now))
    assert seen == [
        (Tone.PLAIN, seen[0][1]),
        (Tone.SOON, due - timedelta(minutes=10)),
        (Tone.OVERDUE, due),
    ]
    assert view.table.said(0).time == "刚刚超时"
    assert counts(view)[Chip.OVERDUE] == 1


def test_the_counts_follow_the_clock_although_nobody_touches_anything(
    office: Office, open_queue, pass_time
):
    office.step(dispatching.accept, office.new("爆管", urgency=Urgency.URGENT))
    view = open_queue()
    heard = []
    while counts(view)[Chip.OVERDUE] == 0:
        ring(view, pass_time)
        heard.append((counts(view)[Chip.SOON], counts(view)[Chip.OVERDUE]))
    assert (1, 0) in heard
    assert heard[-1] == (0, 1)


def test_the_timer_rests_while_the_queue_is_not_on_screen(office: Office, open_queue, pass_time):
    office.new()
    view = open_queue()
    assert view.timer.isActive()
    view.hide()
    assert not view.timer.isActive()
    pass_time(days=1)
    view.show()
    assert view.table.said(0).tone is Tone.OVERDUE
    assert counts(view)[Chip.OVERDUE] == 1


def test_the_timer_never_trusts_a_sleeping_computer_for_long(office: Office, open_queue):
    office.step(finishing.finish, office.new("怎么办门禁卡", kind=Kind.INQUIRY), "已答复")
    view = open_queue()
    assert 0 < view.timer.interval() <= 30_000


def test_another_desk_s_change_leaves_selection_and_scroll_position_where_they_are(
    office: Office, session: Session, open_queue, clock
):
    made = [office.new(f"报修 {at}") for at in range(40)]
    view = open_queue()
    view.choose(made[25].ticket_id)
    view.list.executeDelayedItemsLayout()
    bar = view.list.verticalScrollBar()
    assert bar.value() > 0
    before = view.list.visualRect(view.list.currentIndex()).top()
    chosen: list[object] = []
    view.ticket_chosen.connect(chosen.append)

    other = Store.open(office.store.path.parent, clock.now())
    try:
        with other.write(Actor(office.staff, "desk two"), clock.now()) as write:
            finishing.finish(write, office.centre, made[3].seen, "修好了")
            chase(write, office.centre, made[7].seen)
    finally:
        other.close()
    session.hear(frozenset({Topic.TICKETS}))
    settle(session)

    assert made[3].ticket_id not in [row.ticket_id for row in view.table.rows[:39]]
    place = view.table.place_of(made[7].ticket_id)
    assert place is not None
    assert view.table.said(place).marks[0].text == "1"
    assert view.chosen is not None
    assert view.chosen.ticket_id == made[25].ticket_id
    assert view.list.visualRect(view.list.currentIndex()).top() == before
    assert chosen == []


def test_what_this_desk_commits_is_on_screen_at_once(office: Office, session, open_queue):
    view = open_queue()
    assert numbers(view) == []
    office.new()
    settle(session)
    assert numbers(view) == [1]


def test_a_filter_is_chosen_and_cleared_by_the_same_key(
    qtbot, look, words, office: Office, session, open_queue
):
    office.new("楼道灯不亮", category=office.bulb)
    office.new("水管漏水")
    window = QWidget()
    qtbot.addWidget(window)
    view = open_queue()
    view.setParent(window)
    window.resize(800, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show()
    actions = Actions(window, words)
    view.offer(actions, window)
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_3)
    assert view.chip is Chip.RECEIVED
    assert numbers(view) == [1]
    assert view.chips.widget(Chip.RECEIVED).isChecked()
    qtbot.keyClick(view.list, Qt.Key.Key_3)
    assert view.chip is None
    assert numbers(view) == [1, 2]
    qtbot.keyClick(view.list, Qt.Key.Key_4)
    assert numbers(view) == [2]
    qtbot.keyClick(view.list, Qt.Key.Key_Escape)
    assert view.chip is None
    assert {action.shortcut for action in actions.all()} == {*"1234567", "F6", "Ctrl+E"}
    view.list.clearFocus()
    actions.trigger("queue.focus")
    assert view.chosen is not None
    view.setParent(None)


def test_a_click_on_a_chip_toggles_it(qtbot, office: Office, open_queue):
    office.new()
    view = open_queue()
    chip = view.chips.widget(Chip.RECEIVED)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (view.chip, chip.isChecked(), numbers(view)) == (Chip.RECEIVED, True, [])
    qtbot.mouseClick(view.chips.widget(Chip.IN_PROGRESS), Qt.MouseButton.LeftButton)
    assert (chip.isChecked(), numbers(view)) == (False, [1])
    qtbot.mouseClick(view.chips.widget(Chip.IN_PROGRESS), Qt.MouseButton.LeftButton)
    assert view.chip is None


def test_another_filter_begins_at_its_top_unless_the_chosen_ticket_is_in_it(
    office: Office, open_queue
):
    made = [office.new(f"报修 {at}") for at in range(40)]
    view = open_queue()
    bar = view.list.verticalScrollBar()
    view.list.scrollToBottom()
    view.chips.choose(Chip.IN_PROGRESS)
    assert bar.value() == 0
    view.choose(made[30].ticket_id)
    before = view.list.visualRect(view.list.currentIndex()).top()
    view.clear_filter()
    assert view.chosen is not None
    assert view.list.visualRect(view.list.currentIndex()).top() == before


def test_an_empty_queue_says_so_and_how_to_begin_or_to_go_on(qtbot, office: Office, open_queue):
    view = open_queue()
    assert view._empty.isVisible()
    assert "F2" in view._empty._sentence.text()
    assert view._empty.action.isHidden()
    office.new()
    view.reload()
    assert not view._empty.isVisible()
    view.chips.choose(Chip.HOLD)
    assert view._empty.isVisible()
    assert view._empty._sentence.text() == "没有暂停的工单。"
    qtbot.mouseClick(view._empty.action, Qt.MouseButton.LeftButton)
    assert view.chip is None
    assert numbers(view) == [1]


def test_a_long_queue_is_read_in_pages_and_read_again_as_far_as_it_was(
    office: Office, session, open_queue
):
    for at in range(130):
        office.new(f"报修 {at}")
    view = open_queue()
    assert view.table.rowCount() == 100
    assert view.table.canFetchMore()
    view.list.scrollToBottom()
    QCoreApplication.processEvents()
    view.table.fetchMore()
    assert view.table.rowCount() == 130
    assert not view.table.canFetchMore()
    office.new()
    settle(session)
    assert view.table.rowCount() == 131


def test_the_filter_the_chosen_ticket_and_the_scroll_position_outlive_a_change_of_language(
    office: Office, open_queue
):
    made = [office.new(f"报修 {at}") for at in range(40)]
    view = open_queue()
    view.chips.choose(Chip.IN_PROGRESS)
    view.choose(made[30].ticket_id)
    view.list.executeDelayedItemsLayout()
    state = view.state()
    view.hide()
    other = QueueView(view._session)
    other.restore(state)
    other.resize(780, 700)
    other.show()
    assert other.chip is Chip.IN_PROGRESS
    assert other.chosen is not None
    assert other.chosen.ticket_id == made[30].ticket_id
    assert other.state() == state
    other.close()
    other.deleteLater()


def test_steps_and_opening_reach_whoever_laid_the_page_out(qtbot, office: Office, open_queue):
    made = office.new()
    view = open_queue()
    view.choose(made.ticket_id)
    with qtbot.waitSignal(view.step_asked) as asked:
        qtbot.keyClick(view.list, Qt.Key.Key_U)
    assert asked.args[0].seen == made.seen
    assert asked.args[1] is Step.CHASE
    with qtbot.waitSignal(view.ticket_opened) as opened:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert opened.args[0].ticket_id == made.ticket_id


def test_what_does_not_concern_the_queue_does_not_make_it_read(office: Office, session, open_queue):
    view = open_queue()
    office.new()
    session._burst.stop()
    session._topics.clear()
    session.changed.emit(frozenset({Topic.ARTICLES}))
    assert numbers(view) == []
    session.changed.emit(frozenset({Topic.TICKETS}))
    assert numbers(view) == [1]


def test_hidden_it_remembers_that_something_changed(office: Office, session, open_queue):
    view = open_queue()
    view.hide()
    office.new()
    settle(session)
    assert numbers(view) == []
    view.show()
    assert numbers(view) == [1]


def test_a_read_that_fails_is_said_and_the_next_one_works(office: Office, session, open_queue):
    office.new()
    view = open_queue()
    told: list[tuple[str, bool]] = []
    session.told.connect(lambda text, fault: told.append((text, fault)))
    office.database.execute_sql("ALTER TABLE ticket RENAME TO away")
    failed: list[Exception] = []
    session.failed.connect(failed.append)
    view.reload()
    office.database.execute_sql("ALTER TABLE away RENAME TO ticket")
    assert failed or told
    assert numbers(view) == [1]
    office.new()
    settle(session)
    assert numbers(view) == [1, 2]


@pytest.mark.parametrize(("width", "caps"), [(680, False), (780, False), (1400, True)])
def test_the_filters_stand_in_one_line_in_every_usual_width(open_queue, width, caps):
    view = open_queue(width)
    lines = {view.chips.widget(chip).y() for chip in Chip}
    assert len(lines) == 1
    assert bool(view.chips.widget(Chip.HOLD)._key) is caps
