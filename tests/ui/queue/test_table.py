from __future__ import annotations

import random
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desk.codes import State
from desk.tickets.rows import TicketRow
from desk.ui.queue.said import Speaker
from desk.ui.queue.table import QueueTable
from tests.ui.queue.tickets import NOW, busy_morning, ticket

#: Tickets by id, each in one of two versions, in any order.
QUEUES = st.lists(
    st.tuples(st.integers(1, 24), st.booleans()), unique_by=lambda one: one[0], max_size=24
)


def rows_of(queue: list[tuple[int, bool]]) -> list[TicketRow]:
    return [ticket(number, chased=int(chased)) for number, chased in queue]


def numbers(table: QueueTable) -> list[int]:
    return [row.ticket_id for row in table.rows]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(QUEUES, min_size=2, max_size=5))
def test_it_becomes_any_queue_and_never_resets(qapp, speaker: Speaker, queues):
    table = QueueTable(speaker, NOW)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[bool] = []
    table.modelAboutToBeReset.connect(lambda: resets.append(True))
    for queue in queues:
        held = [
            (row.ticket_id, QPersistentModelIndex(table.index(at)))
            for at, row in enumerate(table.rows)
        ]
        wanted = rows_of(queue)
        table.become(wanted, NOW)
        assert list(table.rows) == wanted
        assert table.rowCount() == len(wanted)
        for number, index in held:
            # What stays keeps its index, and with it selection and focus; what goes has none.
            where = table.place_of(number)
            assert (index.row() if index.isValid() else None) == where
        for at, row in enumerate(wanted):
            assert ("催单" in table.data(table.index(at), _SPOKEN)) == bool(row.chased)
    assert resets == []
    del tester


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_qt_finds_nothing_wrong_with_it(qtmodeltester, table: QueueTable):
    table.become(busy_morning(), NOW)
    qtmodeltester.check(table)


def test_many_moves_at_once_keep_the_selection(table: QueueTable):
    rows = [ticket(number) for number in range(1, 60)]
    table.become(rows, NOW)
    selection = QItemSelectionModel(table)
    selection.setCurrentIndex(table.index(30), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    random.Random(1).shuffle(rows)
    table.become(rows, NOW)
    assert numbers(table) == [row.ticket_id for row in rows]
    assert table.rows[selection.currentIndex().row()].ticket_id == 31
    assert [index.row() for index in selection.selectedIndexes()] == [table.place_of(31)]


def test_only_what_changed_is_told(table: QueueTable):
    rows = [ticket(number) for number in range(1, 12)]
    table.become(rows, NOW)
    told: list[tuple[int, int]] = []
    table.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    table.become(list(rows), NOW)
    assert told == []
    for at in (2, 3, 7):
        rows[at] = rows[at]._replace(state=State.ACCEPTED, version=2)
    table.become(rows, NOW)
    assert told == [(2, 3), (7, 7)]


def test_time_changes_only_the_rows_whose_words_are_no_longer_true(table: QueueTable):
    soon, later, done = (
        ticket(1, minutes=12.5),
        ticket(2, minutes=12.9),
        ticket(3, due_at=None, state=State.DONE, finished_at=NOW),
    )
    table.become([soon, later, done], NOW)
    assert [table.said(at).time for at in range(3)] == ["剩 12 分", "剩 12 分", "已完成"]
    told: list[int] = []
    table.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    table.tick(NOW + timedelta(seconds=30))
    assert told == []
    table.tick(NOW + timedelta(seconds=31))
    assert told == [0]
    assert table.said(0).time == "剩 11 分"
    assert table.changes_at() == NOW + timedelta(seconds=0.9 * 60 + 1)


def test_a_row_is_asked_again_at_the_very_moment_it_changes(table: QueueTable):
    table.become([ticket(1, minutes=40)], NOW)
    heard: list[str] = []
    now = NOW
    while len(heard) < 60:
        said = table.said(0)
        heard.append(f"{said.tone} {said.time}")
        now = table.changes_at()
        table.tick(now)
        assert not table.said(0).same_as(said)  # never woken for nothing
    assert heard[:2] == ["plain 剩 40 分", "plain 剩 39 分"]
    assert heard[10:13] == ["plain 剩 30 分", "soon 剩 30 分", "soon 剩 29 分"]


def test_a_page_is_asked_for_only_where_there_is_one(table: QueueTable):
    asked: list[bool] = []
    table.fetch_with(lambda: asked.append(True))
    table.become([ticket(1)], NOW)
    assert not table.canFetchMore()
    table.fetchMore()
    table.set_more(True)
    assert table.canFetchMore()
    table.fetchMore()
    assert asked == [True]
