"""A word is taught in the middle of a call, by keys, and is known at once."""

from __future__ import annotations

import pytest

from desk.answers import concepts
from desk.language import lexicon
from desk.language.spoken import plainly
from desk.models.tables import Concept
from desk.ui.call.meaning_list import MeaningList
from desk.ui.call.meaning_sheet import MeaningSheet
from desk.ui.call.unmatched import asked_about
from desk.ui.look import Look
from desk.words.catalogue import Words
from tests.ui.call.receptionist import Key, Receptionist


def open_sheet(desk: Receptionist, text: str) -> MeaningSheet:
    desk.type(text)
    desk.alt("y")
    sheet = desk.page.call_side.teaching
    assert sheet.is_open
    return sheet


def test_a_word_is_taught_and_found_at_once(qtbot, desk: Receptionist) -> None:
    text = "泡汤汤了怎么办"
    sheet = open_sheet(desk, text)
    assert sheet.word.text() == "泡汤汤"
    assert desk.focus is sheet.meaning.line
    desk.type("漏水")
    desk.press(Key.Key_Return)
    assert not sheet.is_open
    assert desk.in_line
    assert desk.line == text
    assert "泡汤汤" in desk.told
    assert "泡汤汤" in [
        word
        for one in concepts.in_effect().concepts.values()
        if one.name == "漏水"
        for word in one.words
    ]
    qtbot.waitUntil(lambda: any("泡汤汤" in row.why for row in desk.rows))


def test_a_meaning_is_found_by_its_initials_and_walked_to(desk: Receptionist) -> None:
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    desk.type("wyf")
    assert "物业费" in sheet.meaning.titles
    first = sheet.meaning.meaning
    desk.press(Key.Key_Down)
    assert sheet.meaning.meaning != first


def test_a_new_meaning_gets_its_first_words(desk: Receptionist) -> None:
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    desk.type("屋里发大水")
    assert "屋里发大水" in sheet.meaning.titles[-1]
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    stored = Concept.get(Concept.name == "屋里发大水")
    assert stored.words == ["屋里发大水", "泡汤汤"]
    assert stored.key.startswith("own:")


@pytest.mark.parametrize("name", ["水", "家里的东西被水泡坏了以后要怎么赔的事"])
def test_a_name_nobody_could_say_is_no_word_of_the_meaning(desk: Receptionist, name: str) -> None:
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    desk.type(name)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    assert not sheet.is_open
    assert Concept.get(Concept.name == name).words == ["泡汤汤"]


def test_a_meaning_is_known_by_its_english_name(look: Look, sqlite_store) -> None:
    meanings = MeaningList(look, Words("en"), "means")
    meanings.offer(concepts.every(), ())
    name = next(one.name_en for one in lexicon.shipped() if one.name_en)
    meanings.line.setText(name)
    assert name in meanings.titles
    assert f"A new meaning: {name}" not in meanings.titles


def test_it_is_roomy_again_where_there_is_room_again(desk: Receptionist) -> None:
    look, window = desk.desk.session.look, desk.desk.window
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    roomy = sheet.meaning.list.height()
    desk.press(Key.Key_Escape)
    window.resize(1024, 700)
    look.rescale(2.0)
    desk.alt("y")
    assert sheet.meaning.list.height() < 2 * roomy
    desk.press(Key.Key_Escape)
    look.rescale(1.0)
    window.resize(1440, 900)
    desk.alt("y")
    assert sheet.meaning.list.height() == roomy
    assert sheet.form.row("word").label.isVisible()


def test_escape_leaves_and_loses_nothing(desk: Receptionist) -> None:
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    desk.type("漏")
    desk.press(Key.Key_Escape)
    assert not sheet.is_open
    assert desk.in_line
    assert desk.line == "泡汤汤了怎么办"
    desk.alt("y")
    assert sheet.word.text() == "泡汤汤"
    assert sheet.meaning.line.text() == "漏"
    assert Concept.select().count() == 0


def test_what_is_wrong_is_said_at_its_field(desk: Receptionist) -> None:
    sheet = open_sheet(desk, "泡汤汤了怎么办")
    desk.press(Key.Key_Return)
    assert sheet.form.row("meaning").complaint
    desk.type("漏水")
    assert not sheet.form.row("meaning").complaint
    sheet.word.setText("水")
    desk.press(Key.Key_Return)
    assert "太短" in sheet.form.row("word").complaint
    assert sheet.is_open
    assert sheet.word.text() == "水"
    sheet.word.setText("")
    desk.press(Key.Key_Return)
    assert sheet.form.row("word").complaint


def test_an_empty_line_has_nothing_to_teach(desk: Receptionist) -> None:
    desk.alt("y")
    assert desk.in_line
    assert not desk.page.call_side.teaching.is_open


@pytest.mark.parametrize(
    "text",
    [
        "3-2-1502 张淑芬 13800005678 家里泡汤汤了",
        "我姓欧阳，三号楼二单元1502泡汤汤了，电话13612349999",
        "王师傅昨天来过，泡汤汤了",
        "泡汤汤了，找李秀英，晚上六点后在家",
    ],
)
def test_no_room_no_telephone_and_no_name_is_offered(desk: Receptionist, text: str) -> None:
    desk.type(text)
    sight = desk.call.sight
    assert sight is not None
    piece = asked_about(sight, None).piece
    assert not any(figure in piece for figure in "0123456789")
    for name in ("张", "淑芬", "欧阳", "王", "李", "秀英", "楼", "单元"):
        assert name not in piece
    assert plainly(piece) in plainly(text)
