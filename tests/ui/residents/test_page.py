from __future__ import annotations

from itertools import groupby
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desk.codes import Kind, Relation, RoomKind, State, Urgency
from desk.community import residents
from desk.community.estate import Building, Unit
from desk.community.found import RoomRow
from desk.community.residents import PersonForm
from desk.models.journal import Actor
from desk.models.tables import Ticket
from desk.ui.residents import nodes
from desk.ui.residents.nodes import Tree
from desk.ui.residents.page import ResidentsPage
from desk.ui.residents.tree_table import EstateTable
from desk.ui.residents.tree_view import EstateTree
from desk.ui.ticket_line import TicketLine
from desk.words.catalogue import Words
from tests.ui.pressing import CTRL, Key, focused, press
from tests.ui.residents.conftest import SHARED
from tests.ui.residents.seen import go, texts


def test_a_household_says_who_and_what_to_mind(page, town):
    go(page, town, "3-2-1502")
    said = texts(page)
    assert "张淑芬" in said
    assert "138****5678" in said
    assert SHARED not in said
    assert "独居老人" in said
    buttons = [
        button.text()
        for row in page.view.rows
        for button in row.findChildren(QWidget)
        if hasattr(button, "text") and callable(button.text)
    ]
    assert any("王磊" in text and "号码" in text for text in buttons)
    assert "10-1-201 业主" in buttons


def test_one_key_shows_and_copies_the_number_and_again_the_next(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_F9)
    assert QGuiApplication.clipboard().text() == SHARED
    assert SHARED in texts(page)
    press(qtbot, page.browser.line, Key.Key_F9)
    assert QGuiApplication.clipboard().text() == "13900001111"
    assert town.place.told[-1] == ("已复制第 2 个号码，共 2 个。", False)
    go(page, town, "3-2-1501")
    go(page, town, "3-2-1502")
    assert SHARED not in texts(page)


def test_another_room_of_a_person_is_one_press_away(page, qtbot, town):
    go(page, town, "3-2-1502")
    page.view.rows[0].room_wanted.emit(town.rooms["10-1-201"])
    assert page.view.title.text() == "10-1-201"
    assert page.browser.tree.chosen.label == "10-1-201"


def test_a_stranger_is_shown_without_a_room(page, town):
    page.browser.tree.choose(f"p{town.people['过客']}")
    assert page.view.title.text() == "过客"
    assert not page.view.add.isVisible()


def test_tickets_open_on_the_desk(page, qtbot, town):
    ticket = Ticket.insert(
        community=town.place.community,
        number="WX20260304-0001",
        draft_key="k",
        due_clock="none",
        serial=1,
        kind=Kind.REPAIR,
        state=State.RECEIVED,
        urgency=Urgency.NORMAL,
        words="厨房漏水",
        room=town.rooms["3-2-1502"],
        place="3-2-1502",
        channel="phone",
        received_at=town.place.clock.now(),
        is_open=True,
    ).execute()
    go(page, town, "3-2-1502")
    line = page.view.findChildren(TicketLine)[0]
    with qtbot.waitSignal(page.ticket_opened) as caught:
        press(qtbot, line, Key.Key_Return)
    assert caught.args == [ticket]


def test_what_another_desk_changed_is_seen(page, town):
    go(page, town, "3-2-1501")
    form = PersonForm("李娜", ("13500001234",), ((town.rooms["3-2-1501"], Relation.TENANT),))
    town.place.write(residents.correct, town.people["李娜"], 1, form, by=town.place.receptionist)
    assert "135****1234" in texts(page)
    corrected, *_ = page.view.history.shown
    assert corrected.who == "李娜·陈静"
    assert [(one.label, one.before, one.after) for one in corrected.changes] == [
        ("电话", "", "135****1234")
    ]


def test_numbers_leave_masked_unless_a_supervisor_agrees(town, qtbot, tmp_path):
    out = tmp_path / "out.xlsx"
    page = ResidentsPage(town.place.session, ask=lambda *_: out)
    town.place.show(page)
    press(qtbot, page.browser.line, Key.Key_E, CTRL)
    page.exporting.primary.click()
    rows = list(load_workbook(out).active.values)
    assert rows[0][0] == "房号"
    assert ("3-2-1502", "张淑芬", "138****5678\n139****1111") in [
        (row[0], row[8], row[10]) for row in rows
    ]
    out.unlink()
    town.place.session.sit_down(town.place.receptionist)
    press(qtbot, page.browser.line, Key.Key_E, CTRL)
    page.exporting.phones.set_value("whole")
    page.exporting.primary.click()
    assert not Path(out).exists()
    then = town.place.asked_for.pop()
    then(Actor(town.place.supervisor.id, "front"))  # type: ignore[operator]
    rows = list(load_workbook(out).active.values)
    assert f"{SHARED}\n13900001111" in [row[10] for row in rows]


def test_an_empty_community_offers_the_one_way_to_begin(centre, qtbot):
    page = ResidentsPage(centre.session)
    centre.show(page)
    assert page.browser._no_rooms.isVisible()
    assert not page.nothing.isVisible()
    with qtbot.waitSignal(page.import_wanted) as wanted:
        page.browser._no_rooms.action.click()
    assert wanted.args == ["roster"]
    press(qtbot, page.browser.line, Key.Key_B, CTRL)
    assert page.building.is_open


def test_a_switch_of_the_language_keeps_place_and_search(page, qtbot, town):
    go(page, town, "3-2-1502")
    page.view.choose(town.people["王磊"])
    state = page.state()
    town.place.session.words = Words("en")
    again = ResidentsPage(town.place.session)
    town.place.show(again)
    again.restore(state)
    town.place.settle()
    assert again.view.title.text() == "3-2-1502"
    assert again.view.current is not None
    assert again.view.current.name == "王磊"


def test_where_it_is_narrow_one_pane_is_in_front(town, qtbot):
    page = ResidentsPage(town.place.session)
    town.place.show(page, 700, 600)
    qtbot.keyClicks(page.browser.line, "zsf")
    assert not page.right.isVisible()
    press(qtbot, page.browser.line, Key.Key_Return)
    assert page.right.isVisible()
    press(qtbot, focused(), Key.Key_Escape)
    assert page.browser.isVisible()


def test_every_field_has_a_name(page, qtbot, town):
    go(page, town, "3-2-1502")
    press(qtbot, page.browser.line, Key.Key_F7)
    fields = [*page.window().findChildren(QLineEdit), *page.window().findChildren(QPlainTextEdit)]
    own = [one for one in fields if one.objectName() != "qt_spinbox_lineedit"]
    assert [one for one in own if not one.accessibleName()] == []


def test_fifty_thousand_rooms_are_laid_out_once_and_painted_by_the_line(town):
    rooms = tuple(
        RoomRow(at, str(at // 500), "1", str(at), RoomKind.FLAT, str(at)) for at in range(1, 50_001)
    )
    buildings = tuple(
        Building(name, (Unit("1", tuple(group)),))
        for name, group in groupby(rooms, key=lambda room: room.building)
    )
    found = nodes.lay_out(buildings, ())
    asked: list[int] = []
    table = EstateTable(town.place.session.words, asked.extend)
    tree = EstateTree(town.place.session.look, town.place.session.words, table)
    tree.resize(400, 700)
    table.become(Tree(found, {node.key: at for at, node in enumerate(found)}))
    tree.choose("r25000")
    tree.grab()
    town.place.settle()
    assert 0 < len(asked) < 60
    tree.deleteLater()


def test_the_tables_keep_the_rules_of_qt(page, qtmodeltester, qtbot, town):
    qtmodeltester.check(page.browser.table, force_py=False)
    qtmodeltester.check(page.browser.finds, force_py=False)
    qtbot.keyClicks(page.browser.line, "1502")
    page.browser.line.clear()
    go(page, town, "3-2-1501")
