"""Rows stay where the eye has them, and keys mean what it has seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.calls.assist import Answer
from desk.models.journal import Actor
from desk.ui.call.pointing import Pointing
from desk.ui.call.result_table import ResultTable
from desk.ui.call.results import Result, Sort
from desk.ui.call.steady import steady
from desk.ui.jobs import Lane
from desk.ui.look import Look
from tests.conftest import MORNING
from tests.ui.call.receptionist import Key, Receptionist

LATER = MORNING.replace(second=30)


def row(number: int, place: int = 0, **more: object) -> Result:
    return Result(Sort.ANSWER, number, f"question {number}", "answer", number=place, **more)


def rows(*numbers: int) -> list[Result]:
    return [row(number, place) for place, number in enumerate(numbers, start=1)]


# --- the order ----------------------------------------------------------------------------------
def answer(article: int, score: float) -> Answer:
    return Answer(article, "", "", (), False, score=score)


def test_what_is_hardly_better_does_not_pass() -> None:
    found = [answer(1, 10.0), answer(2, 9.8), answer(3, 2.0)]
    assert [one.id for one in steady(found, [2, 1, 3], sure=False)] == [2, 1, 3]
    assert [one.id for one in steady(found, [3, 2, 1], sure=False)] == [2, 1, 3]
    assert [one.id for one in steady(found, [], sure=False)] == [1, 2, 3]


def test_a_sure_answer_passes_at_once() -> None:
    found = [answer(1, 10.0), answer(2, 9.8)]
    assert [one.id for one in steady(found, [2, 1], sure=True)] == [1, 2]


# --- the table ----------------------------------------------------------------------------------
def test_rows_move_and_the_table_is_never_empty_in_between(qtbot, qapp) -> None:
    table = ResultTable()
    QAbstractItemModelTester(table, table)
    counts: list[int] = []
    for signal in (table.rowsInserted, table.rowsRemoved, table.rowsMoved):
        signal.connect(lambda *_: counts.append(table.rowCount()))
    with qtbot.assertNotEmitted(table.modelReset):
        for shown in ((1, 2, 3), (3, 1), (4, 5), (5, 4, 6), (6,)):
            table.become(rows(*shown))
            assert [one.id for one in table.rows] == list(shown)
    assert all(counts)


def test_marks_alone_lay_nothing_out_anew(qapp) -> None:
    table = ResultTable()
    table.become([row(1)])
    assert not table.become([row(1, marked=((0, 3),))])
    assert table.become([row(1, why="because")])


# --- under the caret ----------------------------------------------------------------------------
@pytest.fixture
def pointing(qtbot, look: Look) -> Pointing:
    view = Pointing(look, "answers")
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show_rows(rows(1, 2, 3), 0, "words", MORNING)
    return view


def shown(view: Pointing) -> list[int]:
    return [one.id for one in view.table.rows]


def test_a_late_order_moves_nothing_for_who_has_walked(pointing: Pointing) -> None:
    pointing.walk(1)
    pointing.show_rows(rows(3, 1, 4, 2), 0, "words", MORNING, late=True)
    assert shown(pointing) == [1, 2, 3, 4]
    assert [one.number for one in pointing.table.rows] == [1, 2, 3, 4]
    assert pointing.current is not None
    assert pointing.current.id == 2


def test_a_row_walked_to_that_is_gone_lets_enter_mean_no_other(pointing: Pointing) -> None:
    pointing.walk(1)
    pointing.show_rows(rows(1, 3), 0, "words", MORNING, late=True)
    assert pointing.current is None


def test_a_key_means_what_stood_there_until_the_eye_has_seen_more(pointing: Pointing) -> None:
    pointing.show_rows(rows(3, 1, 2), 0, "words", MORNING, late=True)
    assert shown(pointing) == [3, 1, 2]
    seen = pointing.seen(MORNING)
    assert seen.pointed == row(1).name
    assert seen.numbered[1] == row(1).name
    assert pointing.seen(LATER).pointed == row(3).name


def test_other_words_mean_their_own_rows_at_once(pointing: Pointing) -> None:
    pointing.show_rows(rows(3, 1, 2), 0, "other words", MORNING)
    assert pointing.seen(MORNING).pointed == row(3).name


# --- on the screen ------------------------------------------------------------------------------
def test_letter_by_letter_the_list_is_never_empty(desk: Receptionist) -> None:
    counts: list[int] = []
    table = desk.page.call_side.table
    for signal in (table.rowsInserted, table.rowsRemoved, table.rowsMoved, table.dataChanged):
        signal.connect(lambda *_: counts.append(table.rowCount()))
    desk.type("物业费怎么交")
    assert all(counts)
    assert desk.titles[0] == "物业费怎么交?"


def test_through_an_input_method_the_list_is_never_empty(desk: Receptionist) -> None:
    desk.type("物")
    counts: list[int] = []
    table = desk.page.call_side.table
    for signal in (table.rowsInserted, table.rowsRemoved, table.rowsMoved, table.dataChanged):
        signal.connect(lambda *_: counts.append(table.rowCount()))
    for letters, given in (("ye", "业"), ("fei", "费"), ("zen'me", "怎么"), ("jiao", "交")):
        for end in range(1, len(letters) + 1):
            desk.hold(letters[:end])
            assert desk.rows
        desk.give(given)
    assert all(counts)
    assert desk.line == "物业费怎么交"
    assert desk.titles[0] == "物业费怎么交?"


def test_a_walk_stays_while_another_desk_edits(qtbot, desk: Receptionist) -> None:
    desk.type("漏水怎么办")
    desk.press(Key.Key_Down)
    before, titles = desk.pointed, desk.titles
    assert before is not None
    with desk.garden.store.write(Actor(None, "desk-2"), desk.clock.now()) as write:
        stored = library.read(before.id)
        form = replace(stored.form, answer="已改。")
        library.edit(write, before.id, stored.version, form)
        more = ArticleForm("漏水怎么办?", "新来的。", (), "报修")
        library.add(write, desk.garden.community, more)
    qtbot.waitUntil(lambda: "新来的。" in [one.detail for one in desk.rows])
    assert desk.pointed is not None
    assert desk.pointed.name == before.name
    assert desk.titles[:2] == titles[:2]


def test_a_number_means_the_answer_that_stood_beside_it(desk: Receptionist) -> None:
    desk.type("物业费")
    desk.jobs.hold(Lane.LOOK)
    desk.type("怎么交")
    desk.alt("1")
    assert desk.calls == []
    desk.jobs.let_go()
    assert [call.article_id for call in desk.calls] == [desk.garden.articles["物业费怎么交?"]]


def test_a_number_nobody_has_seen_is_only_pointed_at(desk: Receptionist) -> None:
    desk.jobs.hold(Lane.LOOK)
    desk.type("物业费怎么交")
    desk.alt("2")
    desk.jobs.let_go()
    assert desk.calls == []
    assert desk.line == "物业费怎么交"
