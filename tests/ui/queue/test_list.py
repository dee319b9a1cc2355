from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from desk.codes import State
from desk.tickets.states import Step, allowed
from desk.ui.queue.list import QueueList
from desk.ui.queue.menu import StepMenu
from desk.ui.queue.steps import STEP_GROUPS, STEP_ICONS, STEP_KEYS, step_name
from desk.words.catalogue import Words
from tests.ui.queue.tickets import NOW, ticket

ROWS = [ticket(number) for number in range(1, 61)]


@pytest.fixture
def filled(listed: QueueList) -> QueueList:
    listed.become(ROWS, NOW)
    return listed


def top(listed: QueueList, number: int) -> int:
    """Where a ticket stands on screen."""
    listed.executeDelayedItemsLayout()
    return listed.visualRect(listed.model().index(listed._table.place_of(number), 0)).top()


# --- what is chosen stays chosen ------------------------------------------------------------------


def test_the_chosen_ticket_and_its_place_on_screen_survive_any_change(filled: QueueList):
    filled.choose(30)
    filled.verticalScrollBar().setValue(filled.verticalScrollBar().value() + 17)
    before = top(filled, 30)
    fresh = [ticket(number) for number in range(101, 106)]
    filled.become([*fresh, *(row for row in ROWS if row.ticket_id not in (3, 4, 31))], NOW)
    assert filled.chosen_row is not None
    assert filled.chosen_row.ticket_id == 30
    assert top(filled, 30) == before
    assert [index.row() for index in filled.selectedIndexes()] == [filled._table.place_of(30)]


def test_without_a_chosen_ticket_on_screen_the_first_visible_one_stays(filled: QueueList):
    filled.verticalScrollBar().setValue(20 * 60 + 25)
    before = top(filled, 22)
    filled.become([ticket(101), *ROWS[5:]], NOW)
    assert top(filled, 22) == before


def test_at_the_top_what_is_new_and_urgent_is_seen(filled: QueueList):
    filled.become([ticket(101), *ROWS], NOW)
    assert top(filled, 101) == 0


def test_when_the_chosen_ticket_leaves_no_other_one_is_chosen_in_its_place(
    qtbot, filled: QueueList
):
    heard: list[int | None] = []
    filled.chosen.connect(lambda row: heard.append(row and row.ticket_id))
    filled.choose(5)
    filled.become([row for row in ROWS if row.ticket_id != 5], NOW)
    assert filled.chosen_row is None
    assert filled.selectedIndexes() == []
    assert heard == [5, None]
    asked: list[Step] = []
    filled.step_asked.connect(lambda _row, step: asked.append(step))
    qtbot.keyClick(filled, Qt.Key.Key_F)
    assert asked == []
    qtbot.keyClick(filled, Qt.Key.Key_Down)
    assert filled.chosen_row is not None
    assert filled.chosen_row.ticket_id == 6


def test_a_change_of_the_chosen_ticket_is_told(filled: QueueList):
    filled.choose(5)
    heard: list[State] = []
    filled.chosen.connect(lambda row: heard.append(row.state))
    changed = ROWS[4]._replace(state=State.ARRIVED, version=2)
    filled.become([*ROWS[:4], changed, *ROWS[5:]], NOW)
    assert heard == [State.ARRIVED]


def test_tab_chooses_the_first_row_and_a_click_elsewhere_nothing(qtbot, filled: QueueList):
    filled.setFocus(Qt.FocusReason.OtherFocusReason)
    assert filled.chosen_row is None
    filled.clearFocus()
    filled.setFocus(Qt.FocusReason.TabFocusReason)
    assert filled.chosen_row == ROWS[0]


# --- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(State))
def test_no_two_steps_of_a_state_share_a_key(state: State):
    keys = [STEP_KEYS[step] for step in allowed(state)]
    assert len(set(keys)) == len(keys)


def test_every_step_has_a_name_a_key_an_icon_and_one_place_in_the_menu():
    for language in ("zh_CN", "en"):
        names = [step_name(Words(language), step) for step in Step]
        assert len(set(names)) == len(list(Step))
    assert set(STEP_KEYS) == set(STEP_ICONS) == set(Step)
    assert sorted(step for group in STEP_GROUPS for step in group) == sorted(Step)


@pytest.mark.parametrize(
    ("state", "key", "step"),
    [
        (State.RECEIVED, Qt.Key.Key_D, Step.DISPATCH),
        (State.DISPATCHED, Qt.Key.Key_A, Step.ACCEPT),
        (State.ACCEPTED, Qt.Key.Key_R, Step.ARRIVE),
        (State.ARRIVED, Qt.Key.Key_F, Step.FINISH),
        (State.ARRIVED, Qt.Key.Key_H, Step.HOLD),
        (State.HOLD, Qt.Key.Key_H, Step.RESUME),
        (State.RECEIVED, Qt.Key.Key_U, Step.CHASE),
        (State.RECEIVED, Qt.Key.Key_P, Step.PRINT_SLIP),
        (State.RECEIVED, Qt.Key.Key_C, Step.COMMENT),
        (State.RECEIVED, Qt.Key.Key_Delete, Step.CANCEL),
        (State.HOLD, Qt.Key.Key_A, None),
        (State.DONE, Qt.Key.Key_F, None),
    ],
)
def test_a_key_asks_for_its_step_where_the_state_allows_it(
    qtbot, listed: QueueList, state, key, step
):
    listed.become([ticket(1, state=state), ticket(2)], NOW)
    listed.choose(1)
    asked: list[tuple[int, Step]] = []
    listed.step_asked.connect(lambda row, step: asked.append((row.ticket_id, step)))
    qtbot.keyClick(listed, key)
    assert asked == ([(1, step)] if step else [])
    assert listed.chosen_row is not None
    assert listed.chosen_row.ticket_id == 1


def test_a_letter_with_control_is_no_step(qtbot, filled: QueueList):
    filled.choose(1)
    with qtbot.assertNotEmitted(filled.step_asked):
        qtbot.keyClick(filled, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_ticket(qtbot, filled: QueueList, key):
    filled.choose(7)
    with qtbot.waitSignal(filled.opened) as opened:
        qtbot.keyClick(filled, key)
    assert opened.args == [ROWS[6]]


def test_a_double_click_opens_what_is_below_it(qtbot, filled: QueueList):
    place = filled.visualRect(filled.model().index(3, 0)).center()
    with qtbot.waitSignal(filled.opened) as opened:
        qtbot.mouseDClick(filled.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ROWS[3]]


def test_an_input_method_never_swallows_the_keys_of_steps(filled: QueueList):
    filled.choose(1)
    filled.setFocus()
    assert not filled.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not filled.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


# --- the menu -------------------------------------------------------------------------------------


def test_the_menu_offers_every_step_with_its_key_and_no_other(qtbot, filled: QueueList):
    for state in State:
        row = ticket(1, state=state)
        menu = filled.menu_for(row)
        steps = [action for action in menu.actions() if action.data()]
        assert {Step(action.data()) for action in steps} == set(allowed(state))
        for action in steps:
            name, _, key = action.text().partition("\t")
            assert name == step_name(Words("zh_CN"), Step(action.data()))
            assert key in ("Del", STEP_KEYS[Step(action.data())])
            assert not action.icon().isNull()
        menu.close()
        menu.deleteLater()


def test_in_the_open_menu_the_keys_work_as_well(qtbot, filled: QueueList):
    menu = filled.menu_for(ticket(1, state=State.DISPATCHED))
    assert isinstance(menu, StepMenu)
    asked: list[Step] = []
    filled.step_asked.connect(lambda _row, step: asked.append(step))
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    menu.keyPressEvent(press)
    assert asked == [Step.ACCEPT]
    menu = filled.menu_for(ticket(1, state=State.DISPATCHED))
    next(action for action in menu.actions() if action.data() == Step.CHASE).trigger()
    assert asked == [Step.ACCEPT, Step.CHASE]
    menu.deleteLater()


# --- a screen reader ------------------------------------------------------------------------------


def test_a_screen_reader_reads_the_row_out(filled: QueueList):
    reads = QAccessible.queryAccessibleInterface(filled)
    assert reads.text(QAccessible.Text.Name) == "工单队列"
    said = filled.model().data(filled.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("剩 1 小时 20 分，WX20260304-0001，3-2-1602，卫生间漏水")
