from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desk.answers.upkeep import Which
from desk.models.tables import Article
from tests.ui.knowledge.seen import choose, lines, titles
from tests.ui.pressing import Key, press


def test_everything_stands_by_category(page):
    assert titles(page) == [
        "[报修 1]",
        "家里漏水怎么办？",
        "[收费 2]",
        "停车费多少钱？",
        "物业费怎么交？",
        "[未分类 1]",
        "装修押金什么时候退？",
    ]
    assert page.view.question.text() == "家里漏水怎么办？"
    assert page.view.answer.text() == "请先关闭水表前的总阀门，我马上派水电师傅上门。"


def test_typing_searches_as_the_call_box_does(page, qtbot):
    assert page.browser.line.hasFocus()
    qtbot.keyClicks(page.browser.line, "chewei")
    assert titles(page)[0] == "停车费多少钱？"
    assert page.view.question.text() == "停车费多少钱？"
    press(qtbot, page.browser.line, Key.Key_Escape)
    assert page.browser.line.text() == ""
    assert titles(page)[0] == "[报修 1]"


def test_what_an_input_method_composes_is_searched_already(page):
    event = QInputMethodEvent("ting'che", [])
    QApplication.sendEvent(page.browser.line, event)
    assert titles(page)[0] == "停车费多少钱？"


def test_the_arrow_keys_walk_articles_and_skip_headings(page, qtbot):
    line = page.browser.line
    press(qtbot, line, Key.Key_Down)
    assert page.view.question.text() == "停车费多少钱？"
    press(qtbot, line, Key.Key_Down)
    press(qtbot, line, Key.Key_Down)
    assert page.view.question.text() == "装修押金什么时候退？"
    press(qtbot, line, Key.Key_Up)
    assert page.view.question.text() == "物业费怎么交？"


def test_letters_typed_in_the_list_search(page, qtbot):
    page.browser.list.setFocus()
    qtbot.keyClicks(page.browser.list, "w")
    assert page.browser.line.hasFocus()
    assert page.browser.line.text() == "w"


@pytest.mark.parametrize(
    ("figure", "which", "wanted"),
    [
        ("2", Which.LAPSING, ["停车费多少钱？", "装修押金什么时候退？"]),
        ("3", Which.UNUSED, ["停车费多少钱？", "物业费怎么交？", "装修押金什么时候退？"]),
        ("4", Which.RETIRED, []),
        ("1", Which.ALL, None),
    ],
)
def test_a_figure_shows_a_part_of_the_library(page, qtbot, figure, which, wanted):
    page.browser.list.setFocus()
    qtbot.keyClicks(page.browser.list, figure)
    shown = [title for title in titles(page) if not title.startswith("[")]
    assert page.browser.asked.which is which
    assert wanted is None or shown == wanted
    counts = [page.browser._chips[one].accessibleName() for one in Which]
    assert counts == ["全部 4", "快到期 2", "未用过 3", "已停用 0"]


def test_how_an_answer_stands_is_said_in_words(page):
    rows = {row.title: row for row in map(page.browser.table.said, lines(page))}
    assert rows["停车费多少钱？"].time == "已过期"
    assert rows["停车费多少钱？"].icon is not None
    assert rows["装修押金什么时候退？"].time == "即将到期"
    assert rows["家里漏水怎么办？"].under == "答过 3 次"
    choose(page, "停车费多少钱？")
    assert "已过期" in page.view.strip.sentence
    choose(page, "物业费怎么交？")
    assert page.view.strip.sentence == ""


def test_one_key_copies_the_answer(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F9)
    assert QGuiApplication.clipboard().text() == "可以到前台交，也可以在公众号上交。"
    assert stocked.told == [("口径已复制。", False)]


def test_a_call_that_was_answered_counts_at_once(page, stocked):
    choose(page, "物业费怎么交？")
    Article.update(used=9).where(Article.question == "物业费怎么交？").execute()
    from desk.codes import Topic

    stocked.session.hear(frozenset({Topic.CALLS}))
    stocked.settle()
    rows = {row.title: row for row in map(page.browser.table.said, lines(page))}
    assert rows["物业费怎么交？"].under == "答过 9 次"
