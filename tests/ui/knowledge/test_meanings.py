"""What words mean, edited by keys as a supervisor does it."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desk.answers import concepts, library
from desk.answers.concepts import Standing
from desk.answers.library import ArticleForm
from desk.language import lexicon
from desk.models.journal import Actor
from desk.models.tables import Concept
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.knowledge.views import View
from desk.ui.meanings.view import Meanings
from desk.words.catalogue import Words
from tests.ui.footing import Place
from tests.ui.pressing import CTRL, Key, focused, press

PARKING = next(one.key for one in lexicon.shipped() if one.name == "停车费")


@pytest.fixture
def meanings(page: KnowledgePage, qtbot) -> Meanings:
    press(qtbot, page.browser.line, Key.Key_F6)
    assert page.meanings.isVisible()
    return page.meanings


def search(qtbot, meanings: Meanings, text: str) -> None:
    press(qtbot, focused(), Key.Key_F, CTRL)
    meanings.browser.line.setText(text)


def names(meanings: Meanings) -> list[str]:
    return [row.shown.title for row in meanings.browser.rows.rows]


def asked(centre: Place, text: str) -> list[str]:
    with centre.session.memory.reading() as memory:
        found = memory.index.search(text)
        return [memory.articles[one.article_id].form.question for one in found]


def test_one_key_brings_the_meanings_and_the_articles_back(page, meanings, qtbot):
    assert meanings.browser.line.hasFocus()
    assert not page.browser.isVisible()
    press(qtbot, focused(), Key.Key_F6)
    assert page.browser.line.hasFocus()
    page.browser._head.itemAt(1).widget().segments._group.button(1).click()
    assert page.views.view is View.MEANINGS


def test_a_word_is_added_by_keys_and_questions_are_found_by_it_at_once(meanings, qtbot, stocked):
    assert asked(stocked, "uvuv") == []
    qtbot.keyClicks(meanings.browser.line, "tingchefei")
    assert names(meanings)[0] == "停车费"
    press(qtbot, focused(), Key.Key_Return)
    assert meanings.editor.words.hasFocus()
    press(qtbot, focused(), Key.Key_Return)
    qtbot.keyClicks(focused(), "uvuv")
    press(qtbot, focused(), Key.Key_S, CTRL)
    stocked.settle()
    assert "uvuv" in concepts.read(PARKING).concept.words
    assert asked(stocked, "uvuv")[0] == "停车费多少钱？"
    assert meanings.editor.kicker.text() == "本中心改过"
    (step,) = meanings.editor.history.shown
    assert (step.who, [(one.label, one.after) for one in step.changes]) == (
        "李主管",
        [("加入", "uvuv")],
    )
    assert stocked.told[-1] == ("已保存，即刻生效。", False)
    assert meanings.browser.list.hasFocus()


def test_the_company_standard_comes_back(meanings, qtbot, stocked):
    standard = concepts.read(PARKING).concept
    stocked.write(concepts.put, PARKING, "停车收费标准", ["占车位钱"], 0)
    search(qtbot, meanings, "占车位钱")
    assert names(meanings)[0] == "停车收费标准"
    press(qtbot, focused(), Key.Key_R, CTRL)
    stocked.settle()
    assert concepts.read(PARKING).concept == standard
    assert meanings.editor.kicker.text() == "公司标准"
    assert not meanings.editor.restore.isVisible()
    assert stocked.told[-1] == ("已恢复公司标准。", False)


def test_two_at_once_lose_nothing(meanings, qtbot, stocked):
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    meanings.editor.words.appendPlainText("我的说法")
    ours = concepts.read("water_off").concept
    theirs = [*ours.words[1:], "对方的说法"]
    stocked.write(concepts.put, "water_off", "停水了", theirs, 0, by=stocked.receptionist)
    assert meanings.editor.theirs.isVisible()
    assert "陈静" in meanings.editor.theirs.strip.sentence
    told = meanings.editor.theirs.words.text().split("\n")
    assert told == ["改名：停水了", "加入：对方的说法", f"去掉：{ours.words[0]}"]
    assert "我的说法" in meanings.editor.words.words()
    meanings.editor.theirs.both.click()
    press(qtbot, meanings.editor.words, Key.Key_S, CTRL)
    stocked.settle()
    stored = concepts.read("water_off").concept
    assert (stored.name, set(stored.words)) == ("停水了", {*theirs, "我的说法"})


def test_a_stale_save_is_refused_and_keeps_what_was_typed(meanings, qtbot, stocked):
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    meanings.editor.words.appendPlainText("我的说法")
    # Another desk was faster, and word of it has not come yet.
    now = stocked.clock.now()
    Concept.insert(key="water_off", name="停水", words=["没水", "断流"], updated_at=now).execute()
    press(qtbot, meanings.editor.words, Key.Key_S, CTRL)
    stocked.settle()
    assert concepts.read("water_off").concept.words == ("没水", "断流")
    assert meanings.editor.theirs.isVisible()
    assert "我的说法" in meanings.editor.words.words()
    meanings.editor.theirs.take.click()
    assert meanings.editor.words.words() == ["没水", "断流"]


@pytest.mark.parametrize(
    ("name", "typed", "field", "said"),
    [
        ("", "菜鸟驿站", "name", "名称"),
        ("停水", "菜鸟驿站", "name", "停水"),
        ("驿站", " \n、，", "words", "至少填一个词"),
        ("驿站", "菜鸟驿站\n站", "words", "“站”太短"),
        ("驿站", "我" * 17, "words", "16"),
    ],
)
def test_wrong_input_is_said_at_its_field_and_kept(
    meanings, qtbot, stocked, name, typed, field, said
):
    press(qtbot, focused(), Key.Key_N, CTRL)
    assert meanings.editor.name.hasFocus()
    meanings.editor.name.setText(name)
    meanings.editor.words.setPlainText(typed)
    press(qtbot, focused(), Key.Key_S, CTRL)
    stocked.settle()
    assert said in meanings.editor.form.row(field).under.text()
    assert meanings.editor.form.row(field).field.hasFocus()
    assert (meanings.editor.name.text(), meanings.editor.words.text()) == (name, typed)
    assert Concept.select().count() == 0


def test_what_was_searched_in_vain_becomes_the_first_word(meanings, qtbot, stocked):
    qtbot.keyClicks(meanings.browser.line, "zzqqx")
    assert names(meanings) == []
    assert "zzqqx" in meanings.browser._empty._sentence.text()
    press(qtbot, meanings.browser.line, Key.Key_N, CTRL)
    assert meanings.editor.words.words() == ["zzqqx"]
    meanings.editor.words.appendPlainText("占道、乱停 堵门")
    press(qtbot, focused(), Key.Key_S, CTRL)
    stocked.settle()
    stored = concepts.read("own:1")
    assert (stored.standing, stored.concept.words) == (
        Standing.OWN,
        ("zzqqx", "占道", "乱停", "堵门"),
    )
    assert meanings.browser.current == "own:1"
    assert meanings.editor.kicker.text() == "本中心自加"


def test_a_pasted_list_is_taken_apart(meanings, qtbot):
    press(qtbot, focused(), Key.Key_N, CTRL)
    words = meanings.editor.words
    words.setPlainText("没水")
    words.moveCursor(words.textCursor().MoveOperation.End)
    pasted = QMimeData()
    pasted.setText("停水，断水、no water 水停了")
    words.insertFromMimeData(pasted)
    assert words.text() == "没水\n停水\n断水\nno water\n水停了"
    assert "也在“停水”里" in meanings.editor.form.row("words").under.text()


def test_a_receptionist_needs_a_supervisor(meanings, qtbot, stocked):
    stocked.session.sit_down(stocked.receptionist)
    assert meanings.editor.lock.text()
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    meanings.editor.words.appendPlainText("水罢工")
    press(qtbot, focused(), Key.Key_S, CTRL)
    # Nobody typed a PIN: everything stands where it stood.
    assert Concept.select().count() == 0
    assert meanings.editor.words.words()[-1] == "水罢工"
    stocked.asked_for.pop()(Actor(stocked.supervisor.id, "front"))
    stocked.settle()
    assert concepts.read("water_off").concept.words[-1] == "水罢工"


def test_out_of_use_it_finds_nothing_and_comes_back(meanings, qtbot, stocked):
    search(qtbot, meanings, "停水")
    meanings.browser.list.setFocus()
    press(qtbot, meanings.browser.list, Key.Key_Delete)
    stocked.settle()
    assert "停水" not in names(meanings)
    press(qtbot, meanings.browser.line, Key.Key_Escape)
    meanings.browser.list.setFocus()
    qtbot.keyClicks(meanings.browser.list, "4")
    assert names(meanings) == ["停水"]
    assert meanings.editor.strip.sentence.startswith("已停用")
    press(qtbot, meanings.browser.list, Key.Key_R, CTRL)
    stocked.settle()
    assert concepts.read("water_off").standing is Standing.SHIPPED
    assert "没有停用的词义" in meanings.browser._empty._sentence.text()


def test_changes_of_another_desk_appear_at_once(meanings, qtbot, stocked):
    search(qtbot, meanings, "停水")
    stocked.write(concepts.add_word, "water_off", "水罢工", by=stocked.receptionist)
    assert meanings.editor.words.words()[-1] == "水罢工"
    assert meanings.editor.history.shown[0].who == "陈静"
    stocked.write(concepts.put, None, "驿站", ["菜鸟驿站"], 0)
    press(qtbot, focused(), Key.Key_Escape)
    assert "驿站" in names(meanings)


def test_the_articles_it_touches_are_one_key_away(page, meanings, qtbot, stocked):
    search(qtbot, meanings, "停车费")
    touched = meanings.editor.touched
    assert [question for _, question in touched.articles] == ["停车费多少钱？"]
    assert touched.title._note.text() == "在 1 个条目里"
    question = "车停在哪里？"
    new = ArticleForm(question, "停车费另收。", (), "收费")
    stocked.write(library.add, stocked.community, new)
    assert [each for _, each in touched.articles] == ["停车费多少钱？", question]
    press(qtbot, touched.ways()[1], Key.Key_Return)
    stocked.settle()
    assert page.views.view is View.ARTICLES
    assert page.view.question.text() == question


def test_a_word_of_asking_is_called_one(meanings, qtbot):
    search(qtbot, meanings, "多少钱")
    assert names(meanings)[0] == "多少钱"
    assert "单独不作数" in meanings.editor.weak.sentence
    search(qtbot, meanings, "停水")
    assert meanings.editor.weak.sentence == ""


def test_escape_asks_only_if_something_would_be_lost(meanings, qtbot):
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    press(qtbot, focused(), Key.Key_Escape)
    assert meanings.browser.list.hasFocus()
    press(qtbot, focused(), Key.Key_F7)
    before = meanings.editor.words.text()
    qtbot.keyClicks(focused(), "x")
    press(qtbot, focused(), Key.Key_Escape)
    assert meanings.writing.leaving.is_open
    meanings.writing.leaving.primary.click()
    assert meanings.editor.words.text() == before
    assert meanings.writing.unsaved == frozenset()


def test_going_elsewhere_loses_nothing(meanings, qtbot):
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    meanings.editor.words.appendPlainText("写到一半")
    search(qtbot, meanings, "停电")
    assert meanings.editor.title.text() == "停电"
    search(qtbot, meanings, "停水")
    row = meanings.browser.rows.rows[0].shown
    assert [text for text, _ in row.marks] == ["未保存"]
    assert meanings.editor.words.words()[-1] == "写到一半"


def test_neither_a_crash_nor_another_language_loses_what_is_written(page, meanings, qtbot, stocked):
    search(qtbot, meanings, "停水")
    press(qtbot, focused(), Key.Key_Return)
    meanings.editor.words.appendPlainText("写到一半")
    qtbot.waitUntil(meanings.drafts.path.exists)
    state = page.state()
    stocked.session.words = Words("en")
    again = KnowledgePage(stocked.session)
    stocked.show(again)
    again.restore(state)
    stocked.settle()
    assert again.views.view is View.MEANINGS
    assert again.meanings.editor.title.text() == "Water outage"
    assert again.meanings.editor.words.words()[-1] == "写到一半"
    fresh = KnowledgePage(stocked.session)
    stocked.show(fresh)
    press(qtbot, fresh.browser.line, Key.Key_F6)
    search(qtbot, fresh.meanings, "停水")
    assert fresh.meanings.editor.words.words()[-1] == "写到一半"


def test_the_list_is_exported_as_it_is_filtered(stocked, tmp_path, qtbot):
    out = tmp_path / "out.xlsx"
    page = KnowledgePage(stocked.session, ask=lambda *_: out)
    stocked.show(page)
    press(qtbot, page.browser.line, Key.Key_F6)
    search(qtbot, page.meanings, "停水")
    press(qtbot, page.meanings.browser.line, Key.Key_E, CTRL)
    head, first, *_ = load_workbook(out).active.values
    assert head == ("名称", "说法", "英文名", "来源", "问法用词")
    assert (first[0], first[2:4]) == ("停水", ("Water outage", "公司标准"))
    assert first[1].split("\n") == list(concepts.read("water_off").concept.words)
    assert "条词义已导出到" in stocked.told[-1][0]


def test_every_field_has_a_name_and_a_narrow_page_shows_one_side(stocked, qtbot):
    page = KnowledgePage(stocked.session)
    stocked.show(page, 700, 600)
    press(qtbot, page.browser.line, Key.Key_F6)
    meanings = page.meanings
    assert not meanings.editor.isVisible()
    press(qtbot, focused(), Key.Key_Return)
    assert meanings.editor.words.hasFocus()
    fields = [*meanings.findChildren(QLineEdit), *meanings.findChildren(QPlainTextEdit)]
    assert [one for one in fields if not one.accessibleName()] == []
    press(qtbot, focused(), Key.Key_Escape)
    assert meanings.browser.list.hasFocus()


def test_the_line_being_written_is_in_sight_where_the_window_is_low(meanings, qtbot, look):
    search(qtbot, meanings, "停车费")
    meanings.window().resize(1024, 420)
    look.rescale(2.0)
    press(qtbot, meanings.browser.line, Key.Key_Return)
    field = meanings.editor.words
    field.setFocus()
    press(qtbot, field, Key.Key_End, CTRL)
    qtbot.keyClicks(field, "x")
    caret = field.viewport().mapTo(meanings.editor, field.cursorRect().bottomLeft())
    assert 0 < caret.y() <= meanings.editor.foot.y()
