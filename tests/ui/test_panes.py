from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desk.ui.look import Look
from desk.ui.panes import Panes


@pytest.fixture
def panes(qtbot, look: Look) -> Panes:
    made = Panes(look, QWidget(), QWidget())
    qtbot.addWidget(made)
    made.show()
    return made


def visible(panes: Panes) -> list[bool]:
    return [child.isVisible() for child in (panes._left, panes._right)]


def test_both_stand_side_by_side_where_there_is_room(panes, look):
    panes.resize(944, 700)
    assert not panes.narrow
    assert visible(panes) == [True, True]
    assert panes._left.geometry().right() + 1 == panes._right.geometry().left()
    assert panes._left.width() >= look.sizes.column_least
    panes.show_right(False)
    assert visible(panes) == [True, True]


def test_one_is_in_front_where_it_is_narrow(panes, qtbot):
    panes.resize(944, 700)
    with qtbot.waitSignal(panes.narrowed):
        panes.resize(700, 700)
    assert visible(panes) == [True, False]
    panes.show_right()
    assert visible(panes) == [False, True]
    assert panes._right.width() == 700
    panes.show_right(False)
    assert visible(panes) == [True, False]


def test_larger_type_needs_more_room(panes, look):
    panes.resize(944, 700)
    look.rescale(2.0)
    assert panes.narrow
