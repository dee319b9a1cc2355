"""What somebody at the desk notices of lists and rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QStyleOptionViewItem,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from desk.ui.icons import Icon
from desk.ui.kit.empty_state import EmptyState
from desk.ui.kit.list_view import ListView
from desk.ui.kit.rows import OneLine, RowDelegate, TwoLines
from desk.ui.look import Look
from desk.ui.theme import Tone
from tests.ui.kit.conftest import Show
from tests.ui.kit.seen import name_of, pixels


def test_a_list_shows_what_belongs_there_only_while_it_is_empty(
    look: Look, qtbot: QtBot, shown: Show
) -> None:
    view = ListView(look, "工单")
    empty = EmptyState(look, "今天还没有工单。")
    view.set_empty(empty)
    model = QStandardItemModel()
    view.setModel(model)
    shown(view)
    assert empty.isVisible()
    model.appendRow(QStandardItem("WX-0001"))
    assert not empty.isVisible()
    model.removeRows(0, 1)
    assert empty.isVisible()
    assert name_of(view) == "工单"


LONG = TwoLines("3-2-1602 卫生间漏水" * 6, "WX-0037", "水电班 王师傅", "超时 12 分", Tone.OVERDUE)
SHORT = TwoLines("漏水", "WX-0038", "水电班", "剩 9 分", Tone.SOON, Icon.SOON, "应到 9:30",
                 (("催 2", Tone.OVERDUE),))  # fmt: skip


def list_of(look: Look, shown: Show, rows: list[TwoLines | OneLine]) -> ListView:
    view = ListView(look, "工单")
    model = QStandardItemModel(view)
    for row in rows:
        model.appendRow(QStandardItem(row.title))
    view.setModel(model)
    view.setItemDelegate(RowDelegate(look, lambda index: rows[index.row()], view))
    shown(view).resize(420, 300)
    QApplication.processEvents()
    return view


def test_a_row_shows_its_urgency_at_the_left_edge_and_beside_the_time(
    look: Look, shown: Show
) -> None:
    view = list_of(look, shown, [LONG, SHORT])
    assert view.visualRect(view.model().index(0, 0)).height() == look.sizes.row_two
    image = view.grab().toImage()
    first = view.visualRect(view.model().index(0, 0))
    second = view.visualRect(view.model().index(1, 0))
    x = look.sizes.bar // 2
    assert image.pixelColor(x, first.center().y()) == look.colours.overdue
    assert image.pixelColor(x, second.center().y()) == look.colours.soon
    assert pixels(view, look.colours.overdue_soft.name()) > 100


@pytest.mark.parametrize(
    ("row", "said"), [(LONG, f"WX-0037 {LONG.title}\n水电班 王师傅"), (SHORT, "")]
)
def test_only_a_row_that_is_cut_is_explained(
    look: Look, shown: Show, row: TwoLines, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = list_of(look, shown, [row])
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view: told.append(text))
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(view.model().index(0, 0))
    delegate = view.itemDelegate()
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    assert delegate.helpEvent(help_wanted, view, option, view.model().index(0, 0))
    assert told == [said]
