"""What is sure and what is not: where Enter answers, and where it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from desk.answers.deciding import Decision
from desk.codes import Outcome, Urgency
from desk.ui.call.meant import first_row
from desk.ui.call.results import Result, Rows, Sort
from desk.ui.theme import Text
from desk.words.catalogue import Words
from tests.ui.call.conftest import OpenDesk
from tests.ui.call.receptionist import ALT, CTRL, Key, Receptionist


def rows_of(desk: Receptionist, decision: Decision) -> tuple[list[Result], int]:
    """Return the rows of what stands in the line if it were decided so, and which is pointed at."""
    sight = desk.call.sight
    assert sight is not None
    sight = replace(sight, decision=decision)
    rows = Rows(Words("zh_CN")).of(sight, (), (), desk.clock.now())
    return rows, first_row(rows, sight)


@pytest.mark.parametrize(
    ("decision", "pointed", "heading"),
    [
        (Decision.ANSWER, 0, ""),
        (Decision.CHOOSE, 0, ""),
        (Decision.DECLINE, -1, "也许相关"),
        (Decision.TICKET, -1, "可先告知来电人"),
    ],
)
def test_only_a_known_answer_is_pointed_at(
    desk: Receptionist, decision: Decision, pointed: int, heading: str
) -> None:
    desk.type("物业费怎么交")
    rows, at = rows_of(desk, decision)
    assert rows[0].sort is Sort.ANSWER
    assert (at, rows[0].heading) == (pointed, heading)


def test_a_sure_answer_takes_one_key(desk: Receptionist) -> None:
    desk.type("物业费怎么交")
    assert desk.pointed is not None
    assert desk.pointed.title == "物业费怎么交?"
    assert desk.page.call_side.sureness.isHidden()
    desk.press(Key.Key_Return)
    assert desk.outcomes == [Outcome.ARTICLE]
    assert desk.line == ""


def test_what_nobody_knows_says_so_and_enter_logs_nothing(desk: Receptionist) -> None:
    desk.type("火星上有没有超市卖咖啡机")
    side = desk.page.call_side
    said = side.sureness.sentence or side._empty._sentence.text()
    assert "没有这个问题的答案" in said
    assert desk.pointed is None
    desk.press(Key.Key_Return)
    assert desk.calls == []
    assert desk.line == "火星上有没有超市卖咖啡机"
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1


def test_somebody_in_danger_goes_before_every_answer(desk: Receptionist) -> None:
    desk.type("电梯困人了")
    side = desk.page.call_side
    assert "特急" in side.sureness.sentence
    assert side.sureness.isVisible()
    assert desk.pointed is None
    desk.press(Key.Key_Return)
    assert desk.calls == []
    desk.press(Key.Key_Return, CTRL)
    assert [ticket.urgency for ticket in desk.tickets] == [Urgency.CRITICAL]


def test_danger_is_said_where_there_is_no_row_at_all(desk: Receptionist) -> None:
    desk.type("有人触电了")
    assert "特急" in desk.page.call_side.sureness.sentence


def test_a_report_is_not_logged_as_answered(desk: Receptionist) -> None:
    desk.type("3-2-1502 厨房漏水一直滴")
    assert desk.pointed is None
    assert desk.page.call_side.make.isVisible()
    for _ in range(3):
        desk.press(Key.Key_Return)
    assert desk.calls == []
    assert "Ctrl" in desk.told
    desk.press(Key.Key_Return, CTRL)
    assert len(desk.tickets) == 1


def test_a_report_is_logged_as_answered_where_somebody_says_so(desk: Receptionist) -> None:
    desk.type("3-2-1502 厨房漏水一直滴")
    desk.press(Key.Key_1, ALT)
    assert desk.outcomes == [Outcome.ARTICLE]


def test_no_answer_ends_a_call_in_which_somebody_may_be_hurt(desk: Receptionist) -> None:
    text = "厨房漏水一直滴，我妈触电了"
    desk.type(text)
    assert any(row.sort is Sort.ANSWER for row in desk.rows)
    desk.press(Key.Key_1, ALT)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.calls == []
    assert desk.line == text
    assert desk.in_line
    assert "特急" in desk.told
    desk.alt("e")
    desk.type("一般")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_1, ALT)
    assert desk.outcomes == [Outcome.ARTICLE]


def test_who_lives_there_is_not_given_out(desk: Receptionist) -> None:
    desk.type("3-2-1502住的是谁")
    side = desk.page.call_side
    said = side.sureness.sentence or side._empty._sentence.text()
    assert said.startswith("住户信息不对外提供")
    assert desk.pointed is None
    assert all(row.sort is not Sort.ANSWER for row in desk.rows)


def test_a_room_and_a_name_are_still_looked_up(desk: Receptionist) -> None:
    desk.type("3-2-1502")
    assert desk.rows[0].sort is Sort.CALLER
    assert desk.page.call_side.sureness.isHidden()
    desk.press(Key.Key_Return)
    assert desk.chip("room") == "3-2-1502"


def test_it_is_only_said_once_somebody_stops_typing(qtbot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    look = desk.desk.session.look
    look.motion = 20
    strip = desk.page.call_side.sureness
    desk.type("3-2-1502住的是谁")
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible)
    desk.press(Key.Key_F2)
    assert strip.isHidden()
    desk.type("电梯困人了")
    assert strip.isVisible(), "danger is said at once"


def test_four_lines_are_read_at_arms_length_in_a_low_window(open_desk: OpenDesk) -> None:
    desk = open_desk(width=1024, height=700)
    look = desk.desk.session.look
    look.rescale(2.0)
    desk.type("3-2-1502")
    desk.press(Key.Key_Return)
    desk.type("物业费怎么交")
    view = desk.page.call_side.list
    line = QFontMetrics(look.font(Text.ANSWER)).lineSpacing()
    title = look.theme.line(Text.BODY) + 3 * look.sizes.unit
    assert view.viewport().height() >= title + 4 * line
