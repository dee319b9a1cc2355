"""The fields of the sheets: what people type, choose and press."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.refusals import Refusal
from desk.ui.call.picker import Choice
from desk.ui.icons import Icon
from desk.ui.look import Look
from desk.ui.session import Session
from desk.ui.ticket.choice_field import ChoiceField
from desk.ui.ticket.choice_list import ChoiceList, Option
from desk.ui.ticket.moment_field import DayField, MomentField, day_typed, next_service_day
from desk.ui.ticket.quick_texts import QuickText
from desk.ui.ticket.stars import Stars
from desk.words.catalogue import Words
from tests.ui.ticket.conftest import InWindow


# The clock stands at nine in the morning of the fourth of March in Shanghai.
@pytest.mark.parametrize(
    ("text", "past", "hour"),
    [
        ("18:30", False, datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
        ("18:30", True, datetime(2026, 3, 3, 10, 30, tzinfo=UTC)),
        ("8:30", True, datetime(2026, 3, 4, 0, 30, tzinfo=UTC)),
        ("今天 18:30", True, datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
        ("3-5 9:00", True, datetime(2026, 3, 5, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_time_on_paper_has_happened(
    session: Session, qtbot: QtBot, text: str, past: bool, hour: datetime
) -> None:
    field = MomentField(session, text, past=past)
    qtbot.addWidget(field)
    assert field.moment() == hour


def test_a_field_says_what_it_understood_and_nothing_where_it_did_not(
    session: Session, qtbot: QtBot
) -> None:
    field = MomentField(session)
    qtbot.addWidget(field)
    said: list[str] = []
    field.understood.connect(said.append)
    field.setText("昨天 18:30")
    field.setText("gestern")
    field.setText("")
    assert said == ["昨天 18:30", "", ""]
    assert field.moment() is None
    field.setText("gestern")
    with pytest.raises(Refusal):
        field.moment()


def test_days_are_understood_and_the_next_one_of_service_is_proposed(
    session: Session, qtbot: QtBot
) -> None:
    saturday = session.today().replace(day=7)
    assert next_service_day(session, saturday).isoformat() == "2026-03-09"
    assert day_typed(session, next_service_day(session, session.today())) == "明天"
    field = DayField(session, "3月9日")
    qtbot.addWidget(field)
    assert field.day() == next_service_day(session, saturday)


def test_a_list_is_walked_by_arrows_and_marks_what_is_chosen(
    look: Look, qtbot: QtBot, in_window: InWindow, qtmodeltester: ModelTester
) -> None:
    choices = ChoiceList(look, "班组")
    model: QAbstractItemModel = choices.model()
    qtmodeltester.check(model)
    in_window(choices)
    choices.offer([Option(1, "水电班", "对口"), Option(2, "秩序班"), Option(3, "保洁班")], 2)
    qtmodeltester.check(model)
    assert choices.value() == 2
    qtbot.keyClick(choices, Qt.Key.Key_Down)
    assert choices.value() == 3
    choices.offer([Option(3, "保洁班"), Option(1, "水电班")])
    assert choices.value() == 3
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "水电班"


def test_a_choice_is_found_by_typing_and_the_old_one_stands_where_nothing_was_taken(
    look: Look, qtbot: QtBot, in_window: InWindow
) -> None:
    choices = [Choice(1, "电梯", letters="dt"), Choice(2, "电灯", letters="dd")]
    field = ChoiceField(
        look,
        lambda query: [one for one in choices if one.answers(query)],
        name="类别",
        icon=Icon.TAG,
    )
    in_window(field)
    field.set_value(1, "电梯")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "d")
    assert [option.title for option in field.list.options] == ["电梯", "电灯"]
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.value(), field.line.text()) == (2, "电灯")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "d")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.value(), field.line.text()) == (2, "电灯")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "xyz")
    field.line.clearFocus()
    assert field.value() == 2


def test_stars_are_given_by_figures_arrows_and_clicks(
    look: Look, words: Words, qtbot: QtBot, in_window: InWindow
) -> None:
    stars = Stars(look, words, "满意度")
    in_window(stars)
    assert stars.score is None
    qtbot.keyClick(stars, Qt.Key.Key_4)
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    assert stars.score == 5
    assert stars.accessibleDescription() == "5 分"
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    assert stars.score == 5
    qtbot.keyClick(stars, Qt.Key.Key_Backspace)
    assert stars.score is None
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=QPoint(3, 9))
    assert stars.score == 1


def test_quick_texts_join_what_stands_there(look: Look, words: Words, qtbot: QtBot) -> None:
    field = QuickText(look, words, "处理结果", ("已修复", "已疏通"))
    qtbot.addWidget(field)
    for chip in field.chips:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.text() == "已修复；已疏通"
    assert field.edit.accessibleName() == "处理结果"
