"""What the file brings against what is there: shown, decided by keys, kept over a re-reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.codes import Relation, Topic
from desk.intake import knowledge, ledger, roster
from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.roster_plan import Asked, Decisions, Field, Gone, Key, RosterPlan
from desk.models.tables import Article, Phone, Resident, Room, Ticket
from desk.sheets.findings import Place as Row
from desk.ui.intake.decisions_view import DecisionsView
from desk.ui.intake.part_rows import PartRows
from desk.words.catalogue import Words
from tests.ui.footing import Place, place
from tests.ui.intake import brought
from tests.ui.intake.decisions_gallery import Board
from tests.ui.pressing import CTRL, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def centre(sqlite_store, look, words: Words, tmp_path) -> Iterator[Place]:
    with place(sqlite_store, look, words, tmp_path) as made:
        yield made


@pytest.fixture
def board(centre: Place) -> Board:
    page = Board(centre.session)
    centre.show(page)
    return page


@pytest.fixture
def view(board: Board) -> DecisionsView:
    return board.view


def said(view: DecisionsView) -> list[str]:
    """Return what a screen reader says of each row in front."""
    return [str(view.rows.index(at).data()) for at in range(view.rows.rowCount())]


def row_of(view: DecisionsView, text: str) -> int:
    return next(at for at, words in enumerate(said(view)) if text in words)


def choose(view: DecisionsView, text: str) -> None:
    view.list.setFocus()
    view.list.setCurrentIndex(view.rows.index(row_of(view, text)))


def titles(view: DecisionsView) -> list[str]:
    return [tab.text() for tab in view.tabs.values()]


# --- rosters --------------------------------------------------------------------------------------
def test_what_is_to_be_decided_comes_first(centre: Place, view: DecisionsView):
    view.show_roster(brought.roster_plan(centre))
    assert titles(view) == ["需要您定", "不在文件里", "更新", "新增"]
    assert view.front == "asked"
    assert not view.decided
    assert view.roster_decisions() == Decisions()


def test_a_question_is_answered_by_a_key(centre: Place, view: DecisionsView, qtbot):
    plan = brought.roster_plan(centre)
    view.show_roster(plan)
    choose(view, "张伟")
    assert "138****2222" in said(view)[row_of(view, "张伟")]
    assert "已选本系统的" in said(view)[row_of(view, "张伟")]
    with qtbot.waitSignal(view.changed):
        press(qtbot, view.list, Qt.Key.Key_2)
    assert "已选文件的" in said(view)[row_of(view, "张伟")]
    assert view.decided
    (key,) = view.roster_decisions().take
    assert (key.topic, key.field) == (Topic.RESIDENTS, Field.PHONES)
    press(qtbot, view.list, Qt.Key.Key_Left)
    assert not view.decided
    press(qtbot, view.list, Qt.Key.Key_Right)
    centre.write(roster.publish, centre.community, plan, view.roster_decisions(), brought.FILE)
    phones = Phone.select(Phone.number).where(Phone.resident == key.subject)
    assert [row.number for row in phones] == ["13900000001"]


def test_all_questions_are_answered_at_once(centre: Place, view: DecisionsView, qtbot):
    plan = brought.roster_plan(centre)
    view.show_roster(plan)
    view.list.setFocus()
    press(qtbot, view.list, Qt.Key.Key_Right, SHIFT)
    assert view.roster_decisions().take == {one.key for one in plan.asked}
    press(qtbot, view.list, Qt.Key.Key_Left, SHIFT)
    assert not view.roster_decisions().take
    view.tools[1].click()
    assert view.roster_decisions().take == {one.key for one in plan.asked}


def test_numbers_are_masked_until_a_key_shows_them(centre: Place, view: DecisionsView, qtbot):
    view.show_roster(brought.roster_plan(centre))
    view.list.setFocus()
    assert not any("13811112222" in one for one in said(view))
    press(qtbot, view.list, Qt.Key.Key_F9)
    assert any("13811112222" in one for one in said(view))
    assert view.bare_button is not None
    view.bare_button.click()
    assert not any("13811112222" in one for one in said(view))


def test_a_room_takes_along_who_lives_there(centre: Place, view: DecisionsView, qtbot):
    plan = brought.roster_plan(centre)
    view.show_roster(plan)
    view.tabs["gone"].click()
    choose(view, "里面登记的人一起移出")
    press(qtbot, view.list, Qt.Key.Key_Space)
    retired = view.roster_decisions().retire
    assert {key.topic for key in retired} == {Topic.ROOMS, Topic.RESIDENTS}
    # Whoever stays keeps the room.
    choose(view, "陈静")
    press(qtbot, view.list, Qt.Key.Key_Space)
    assert not view.roster_decisions().retire
    press(qtbot, view.list, Qt.Key.Key_A, CTRL)
    centre.write(roster.publish, centre.community, plan, view.roster_decisions(), brought.FILE)
    assert not Room.get(Room.label == "3-1-301").active
    assert not Resident.get(Resident.name == "陈静").active
    assert Room.get(Room.label == "3-1-302").active


def test_a_room_with_tickets_cannot_be_ticked(centre: Place, view: DecisionsView, qtbot):
    view.show_roster(brought.roster_plan(centre))
    view.go("gone")
    choose(view, "有工单")
    press(qtbot, view.list, Qt.Key.Key_Space)
    assert not view.decided
    press(qtbot, view.list, Qt.Key.Key_A, CTRL)
    assert Room.get(Room.label == "3-1-302").id not in {
        key.subject for key in view.roster_decisions().retire if key.topic is Topic.ROOMS
    }
    press(qtbot, view.list, Qt.Key.Key_A, CTRL | SHIFT)
    assert not view.decided


def test_changes_show_what_was_and_what_will_be(centre: Place, view: DecisionsView):
    view.show_roster(brought.roster_plan(centre))
    view.go("changed")
    tenant = said(view)[row_of(view, "刘洋")]
    assert "租户" in tenant
    assert "业主" in tenant
    view.go("new")
    assert said(view) == ["5号楼 12 间，12 人", "12号楼 1 间，1 人", "商铺 1 间"]


def test_a_decision_outlives_a_new_reading_of_the_file(centre: Place, view: DecisionsView, qtbot):
    plan = brought.roster_plan(centre)
    view.show_roster(plan)
    choose(view, "张伟")
    press(qtbot, view.list, Qt.Key.Key_2)
    taken = view.roster_decisions().take
    again = roster.compare(centre.community, brought.roster_of(*brought.second_roster()))
    view.show_roster(again)
    assert view.roster_decisions().take == taken
    # Another value is another question.
    (key,) = taken
    other = tuple(
        one._replace(theirs=("13700000000",)) if one.key == key else one for one in again.asked
    )
    view.show_roster(replace(again, asked=other))
    assert not view.decided
    view.clear()
    view.show_roster(again)
    assert not view.decided


@pytest.mark.parametrize("shown_first", [True, False])
def test_decisions_go_on_into_the_next_life(centre: Place, view: DecisionsView, qtbot, shown_first):
    plan = brought.roster_plan(centre)
    view.show_roster(plan)
    view.go("gone")
    choose(view, "赵敏")
    press(qtbot, view.list, Qt.Key.Key_Space)
    other = Board(centre.session)
    centre.show(other)
    if shown_first:
        other.view.show_roster(plan)
    other.view.restore(view.state())
    if not shown_first:
        other.view.show_roster(plan)
    assert other.view.roster_decisions() == view.roster_decisions()
    assert other.view.front == "gone"
    assert "赵敏" in str(other.view.list.currentIndex().data())


def test_the_mouse_decides_too(centre: Place, view: DecisionsView, qtbot):
    view.show_roster(brought.roster_plan(centre))
    rect = view.list.visualRect(view.rows.index(1))
    at = rect.center()
    at.setX(rect.left() + rect.width() * 3 // 4)
    at.setY(rect.bottom() - rect.height() // 4)
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(view.roster_decisions().take) == 1
    view.go("gone")
    rect = view.list.visualRect(view.rows.index(0))
    at = rect.center()
    at.setX(rect.left() + rect.height() // 2)
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(view.roster_decisions().retire) == 1


def test_a_plan_that_changes_nothing_says_so(centre: Place, view: DecisionsView):
    brought.bring_roster(centre)
    plan = roster.compare(centre.community, brought.roster_of(*brought.first_roster()))
    view.show_roster(plan)
    assert view.tabs == {}
    assert view.rows.rowCount() == 0


def test_fifty_thousand_rows_cost_no_more_than_those_on_screen(view: DecisionsView, monkeypatch):
    many = 50_000
    gone = tuple(
        Gone(Key(Topic.RESIDENTS, at, Field.GONE, at), f"住户{at}", f"3-1-{at}", by_hand=False)
        for at in range(many)
    )
    asked = tuple(
        Asked(Key(Topic.ROOMS, at, Field.AREA), f"3-1-{at}", f"3-1-{at}", 89.0, 91.0, Row(None, at))
        for at in range(many)
    )
    plan = RosterPlan((), (), (), (), gone, asked, 0, 0, 0)
    said_rows = 0
    line = PartRows.line

    def counted(self: PartRows, index):
        nonlocal said_rows
        said_rows += 1
        return line(self, index)

    monkeypatch.setattr(PartRows, "line", counted)
    view.show_roster(plan)
    view.grab()
    view.tools[1].click()
    view.list.scrollToBottom()
    view.grab()
    assert len(view.roster_decisions().take) == many
    view.go("gone")
    view.grab()
    assert said_rows < 2_000


def test_the_rows_are_a_proper_model(centre: Place, view: DecisionsView, qtmodeltester):
    plan = brought.roster_plan(centre)
    rows = PartRows(Words("zh_CN"))
    qtmodeltester.check(rows)
    view.show_roster(plan)
    for key in view.tabs:
        view.go(key)
        qtmodeltester.check(view.rows)


# --- ledgers --------------------------------------------------------------------------------------
def test_unfinished_rows_are_picked(centre: Place, view: DecisionsView, qtbot):
    plan = brought.ledger_plan(centre)
    view.show_ledger(plan)
    assert titles(view) == ["未完成", "花名册里没有", "不导入"]
    assert view.still_open() == frozenset()
    first = said(view)[0]
    for part in ("3-1-101", "厨房水管漏水", "BX0302-04", "缺货已下单", "2 天"):
        assert part in first
    view.list.setFocus()
    press(qtbot, view.list, Qt.Key.Key_Space)
    assert view.still_open() == {Row("2023", 2)}
    press(qtbot, view.list, Qt.Key.Key_A, CTRL)
    assert len(view.still_open()) == len(plan.unfinished)
    press(qtbot, view.list, Qt.Key.Key_D, CTRL)
    assert view.still_open() == {Row("2023", 2), Row("2023", 3)}
    made = centre.write(
        ledger.publish,
        centre.community,
        plan,
        view.still_open(),
        brought.LEDGER,
        centre.session.centre,
    )
    assert made.counts["open"] == 2
    assert Ticket.get(Ticket.words == "厨房水管漏水").is_open
    assert not Ticket.get(Ticket.words == "地下车库照明不亮").is_open


def test_rows_that_stay_out_say_where_and_why(centre: Place, view: DecisionsView):
    view.show_ledger(brought.ledger_plan(centre))
    view.go("left_out")
    assert any("第 8 行" in one and "2031-01-01" in one for one in said(view))
    view.go("strange")
    assert said(view) == ["9-1-101 1 张工单"]


# --- questions ------------------------------------------------------------------------------------
def test_the_wording_of_the_file_is_taken_by_a_key(centre: Place, view: DecisionsView, qtbot):
    plan: KnowledgePlan = brought.knowledge_plan(centre)
    view.show_knowledge(plan)
    assert titles(view) == ["需要您定", "更新", "新增"]
    view.list.setFocus()
    assert "3.00" in said(view)[0]
    assert "3.20" in said(view)[0]
    press(qtbot, view.list, Qt.Key.Key_2)
    (article,) = view.take()
    centre.write(knowledge.publish, centre.community, plan, view.take(), brought.QUESTIONS)
    assert "3.20" in Article.get_by_id(article).answer
    view.go("new")
    assert "快递放哪里" in said(view)[0]


def test_relations_have_names(centre: Place, view: DecisionsView):
    view.show_roster(brought.roster_plan(centre))
    view.go("changed")
    assert not any(str(code) in " ".join(said(view)) for code in Relation)
