from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.answers.upkeep import Which
from desk.models.tables import Article
from desk.ui.knowledge.draft import NEW
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.knowledge.rows import Heading, Line
from desk.words.catalogue import Words
from tests.ui.footing import Place

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(stocked: Place) -> KnowledgePage:
    page = KnowledgePage(stocked.session)
    page.actions = stocked.show(page)  # type: ignore[attr-defined]
    return page


def titles(page: KnowledgePage) -> list[str]:
    table = page.browser.table
    return [
        f"[{table.name(row)} {row.count}]" if isinstance(row, Heading) else table.said(row).title
        for row in table.rows
    ]


def choose(page: KnowledgePage, question: str) -> None:
    page.browser.choose(Article.get(Article.question == question).id)


def press(qtbot, widget: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


# --- finding -------------------------------------------------------------------------------------
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


def lines(page: KnowledgePage) -> list[Line]:
    return [row for row in page.browser.table.rows if isinstance(row, Line)]


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


# --- writing -------------------------------------------------------------------------------------
def test_a_new_article_is_written_and_saved_by_keys(page, qtbot, stocked):
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    assert page.editor.question.hasFocus()
    qtbot.keyClicks(focused(), "Wi-Fi")
    press(qtbot, focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "wifi password")
    press(qtbot, focused(), Key.Key_Tab)
    qtbot.keyClicks(focused(), "Ask the carrier.")
    page.editor.valid_until.setText("明天")
    assert page.editor.form.row("valid_until").under.text() == "2026年3月5日 星期四"
    press(qtbot, focused(), Key.Key_S, CTRL)
    stocked.settle()
    article = Article.get(Article.question == "Wi-Fi")
    assert (article.answer, article.valid_until) == ("Ask the carrier.", date(2026, 3, 5))
    assert article.owner_id == stocked.supervisor.id
    assert page.view.question.text() == "Wi-Fi"
    assert page.browser.current == article.id
    assert stocked.told[-1] == ("口径已保存。", False)


def test_what_was_searched_in_vain_becomes_the_question(page, qtbot):
    qtbot.keyClicks(page.browser.line, "zzqq")
    assert titles(page) == []
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    assert page.editor.question.text() == "zzqq"
    assert page.editor.answer.hasFocus()


def test_what_is_missing_is_said_below_its_field(page, qtbot, stocked):
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    qtbot.keyClicks(focused(), "Wi-Fi")
    page.editor.valid_until.setText("soonish")
    press(qtbot, focused(), Key.Key_S, CTRL)
    assert page.editor.form.row("answer").complaint.startswith("口径不能为空") or (
        page.editor.form.row("answer").complaint
    )
    assert page.editor.form.row("valid_until").complaint
    assert page.editor.question.text() == "Wi-Fi"
    assert page.editor.answer.hasFocus()
    assert stocked.asked_for == []


def test_editing_keeps_the_old_wording_in_the_history(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("可以到前台交，也可以扫码交。")
    press(qtbot, page.editor.answer, Key.Key_S, CTRL)
    stocked.settle()
    assert page.view.answer.text() == "可以到前台交，也可以扫码交。"
    edited, added = page.view.history.shown
    assert edited.who == "李主管"
    assert [(one.label, one.before, one.after) for one in edited.changes] == [
        ("标准口径", "可以到前台交，也可以在公众号上交。", "可以到前台交，也可以扫码交。")
    ]
    assert added.action == "已新增条目"


def test_a_receptionist_needs_a_supervisor_to_save(page, qtbot, stocked):
    stocked.session.sit_down(stocked.receptionist)
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    assert page.editor.lock.text()
    page.editor.answer.setPlainText("新口径")
    press(qtbot, page.editor.answer, Key.Key_S, CTRL)
    assert len(stocked.asked_for) == 1
    # Nobody typed a PIN: everything stands where it stood.
    assert page.editor.answer.text() == "新口径"
    assert Article.get(Article.question == "物业费怎么交？").version == 1
    then = stocked.asked_for.pop()
    from desk.models.journal import Actor

    then(Actor(stocked.supervisor.id, "front"))  # type: ignore[operator]
    stocked.settle()
    assert Article.get(Article.question == "物业费怎么交？").answer == "新口径"
    assert page.view.answer.text() == "新口径"


def test_escape_asks_only_if_something_would_be_lost(page, qtbot):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    press(qtbot, focused(), Key.Key_Escape)
    assert page.draft is None
    assert not page.writing.leaving.is_open
    page.browser.list.setFocus()
    press(qtbot, page.browser.list, Key.Key_F7)
    qtbot.keyClicks(focused(), "x")
    press(qtbot, focused(), Key.Key_Escape)
    assert page.writing.leaving.is_open
    press(qtbot, focused(), Key.Key_Escape)
    assert page.draft is not None
    assert page.editor.answer.text().count("x") == 1
    press(qtbot, page.editor.answer, Key.Key_Escape)
    page.writing.leaving.primary.click()
    assert page.draft is None
    assert page.view.answer.text() == "可以到前台交，也可以在公众号上交。"


def test_reading_another_article_loses_nothing(page, qtbot):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("写到一半")
    choose(page, "停车费多少钱？")
    assert page.view.question.text() == "停车费多少钱？"
    marked = {row.title: row.marks for row in map(page.browser.table.said, lines(page))}
    assert [words for words, _ in marked["物业费怎么交？"]] == ["未保存"]
    choose(page, "物业费怎么交？")
    assert page.editor.answer.text() == "写到一半"
    assert page.draft is not None


def test_nothing_typed_is_lost_by_a_switch_of_the_language(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("写到一半")
    page.browser.line.setText("物业")
    press(qtbot, page.editor.answer, Key.Key_N, CTRL)
    page.editor.question.setText("新问题")
    state = page.state()
    stocked.session.words = Words("en")
    again = KnowledgePage(stocked.session)
    stocked.show(again)
    again.restore(state)
    stocked.settle()
    assert again.browser.line.text() == "物业"
    assert again.draft is not None
    assert again.draft.article == NEW
    assert again.editor.question.text() == "新问题"
    choose(again, "物业费怎么交？")
    assert again.editor.answer.text() == "写到一半"


def test_two_at_once_see_both_wordings(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("我的口径")
    row = Article.get(Article.question == "物业费怎么交？").id
    form = library.read(row).form
    theirs = ArticleForm(form.question, "对方的口径", ("怎么缴费",), form.category)
    stocked.write(library.edit, row, 1, theirs, by=stocked.receptionist)
    assert page.editor.comparison.isVisible()
    assert "陈静" in page.editor.comparison.strip.sentence
    assert page.editor.answer.text() == "我的口径"
    press(qtbot, page.editor.answer, Key.Key_S, CTRL)
    stocked.settle()
    assert library.read(row).form.answer == "对方的口径"
    assert page.editor.answer.text() == "我的口径"
    page.editor.comparison.field_taken.emit("phrasings")
    assert page.editor.phrasings.text() == "怎么缴费"
    press(qtbot, page.editor.answer, Key.Key_S, CTRL)
    stocked.settle()
    assert library.read(row).form.answer == "我的口径"
    assert library.read(row).form.phrasings == ("怎么缴费",)
    assert page.draft is None


def test_a_stale_save_shows_theirs(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("我的口径")
    row = Article.get(Article.question == "物业费怎么交？").id
    # Another desk was faster, and word of it has not come yet.
    Article.update(answer="对方的口径", version=2).where(Article.id == row).execute()
    press(qtbot, page.editor.answer, Key.Key_S, CTRL)
    stocked.settle()
    assert page.editor.comparison.isVisible()
    page.editor.comparison.take_all.click()
    assert page.editor.answer.text() == "对方的口径"


def test_retired_is_found_no_more_and_comes_back(page, qtbot, stocked):
    choose(page, "停车费多少钱？")
    page.browser.list.setFocus()
    press(qtbot, page.browser.list, Key.Key_Delete)
    stocked.settle()
    assert "停车费多少钱？" not in titles(page)
    qtbot.keyClicks(page.browser.list, "4")
    assert titles(page) == ["停车费多少钱？"]
    assert "已停用" in page.view.strip.sentence
    press(qtbot, page.browser.list, Key.Key_Delete)
    stocked.settle()
    qtbot.keyClicks(page.browser.list, "1")
    assert "停车费多少钱？" in titles(page)


def test_a_category_in_use_is_chosen_by_keys(page, qtbot):
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    page.editor.category.setFocus()
    press(qtbot, page.editor.category, Key.Key_Down)
    assert page.editor.picker.is_open
    press(qtbot, focused(), Key.Key_Return)
    assert page.editor.category.text() == "收费"


# --- the rest ------------------------------------------------------------------------------------
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
