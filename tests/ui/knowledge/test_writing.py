from __future__ import annotations

from datetime import date

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.models.tables import Article
from desk.ui.knowledge.draft import NEW
from desk.ui.knowledge.page import KnowledgePage
from desk.words.catalogue import Words
from tests.ui.knowledge.seen import choose, lines, titles
from tests.ui.pressing import CTRL, Key, focused, press


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
    qtbot.keyClicks(page.browser.line, "vvvv")
    assert titles(page) == []
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    assert page.editor.question.text() == "vvvv"
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


def test_a_crash_loses_nothing_that_was_written(page, qtbot, stocked):
    choose(page, "物业费怎么交？")
    press(qtbot, page.browser.line, Key.Key_F7)
    page.editor.answer.setPlainText("写到一半")
    qtbot.waitUntil(page.drafts.path.exists)
    again = KnowledgePage(stocked.session)
    stocked.show(again)
    assert stocked.told[-1] == ("上次没保存的内容还在。", False)
    marked = [row.title for row in map(again.browser.table.said, lines(again)) if row.marks]
    assert marked == ["物业费怎么交？"]
    choose(again, "物业费怎么交？")
    assert again.editor.answer.text() == "写到一半"
    press(qtbot, again.editor.answer, Key.Key_S, CTRL)
    stocked.settle()
    again.hide()
    assert not again.drafts.path.exists()


def test_a_file_nobody_can_read_is_no_reason_to_stop(stocked):
    page = KnowledgePage(stocked.session)
    page.drafts.path.parent.mkdir()
    page.drafts.path.write_text('[{"article": 1}, 3]')
    stocked.show(page)
    assert page.view.question.text() == "家里漏水怎么办？"


def test_closing_the_window_writes_the_last_key_down(page, qtbot):
    press(qtbot, page.browser.line, Key.Key_N, CTRL)
    qtbot.keyClicks(focused(), "Wi-Fi")
    page.window().close()
    assert "Wi-Fi" in page.drafts.path.read_text("utf-8")
