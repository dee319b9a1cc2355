from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desk.answers.upkeep import Which
from desk.ui.knowledge.draft import NEW
from desk.ui.knowledge.page import KnowledgePage
from tests.ui.pressing import CTRL, Key, press


def test_the_list_is_exported_as_it_is_filtered(stocked, tmp_path, qtbot):
    out = tmp_path / "out.xlsx"
    page = KnowledgePage(stocked.session, ask=lambda *_: out)
    stocked.show(page)
    page.browser.look_at(Which.LAPSING)
    press(qtbot, page.browser.line, Key.Key_E, CTRL)
    rows = list(load_workbook(out).active.values)
    assert [row[1] for row in rows] == ["问题", "停车费多少钱？", "装修押金什么时候退？"]
    assert rows[1][7] == "已过期"
    assert stocked.told[-1][0].startswith("2 条已导出到")
    csv = Path(tmp_path / "out.csv")
    page._export._ask = lambda *_: csv
    page.export()
    assert csv.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_empty_library_offers_the_one_way_to_begin(centre, qtbot):
    centre.load()
    page = KnowledgePage(centre.session)
    centre.show(page)
    assert page.browser._empty.isVisible()
    assert not page.nothing.isVisible()
    page.browser._empty.action.click()
    assert page.draft is not None
    assert page.draft.article == NEW


def test_where_it_is_narrow_one_pane_is_in_front(stocked, qtbot):
    page = KnowledgePage(stocked.session)
    stocked.show(page, 700, 600)
    assert page.panes.narrow
    assert page.browser.isVisible()
    assert not page.right.isVisible()
    press(qtbot, page.browser.line, Key.Key_Return)
    assert page.right.isVisible()
    assert not page.browser.isVisible()
    press(qtbot, page.view.copy, Key.Key_Escape)
    assert page.browser.isVisible()


def test_every_field_has_a_name(page, qtbot):
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    assert [one for one in fields if not one.accessibleName()] == []


def test_the_table_keeps_the_rules_of_qt(page, qtmodeltester):
    qtmodeltester.check(page.browser.table, force_py=False)
    page.browser.look_at(Which.LAPSING)
    page.browser.line.setText("停车")
