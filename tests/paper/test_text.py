"""Lines break as people expect, fit where they must, and say when they are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.paper.fonts import set_up
from desk.paper.text import Setting, block, lines, shortened, width

MARK = "…（全文见系统）"


@pytest.fixture(autouse=True)
def faces():
    set_up()


def test_numbers_and_words_stay_whole():
    broken = lines("请联系13812345678并带PVC管件", 10, 62)
    assert broken == ["请联系", "13812345678", "并带PVC管件"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    for line in lines("漏水（厨房），楼下、楼上。" * 20, 10, 73):
        assert line[0] not in "，。、）"
        assert line[-1] not in "（"


def test_english_breaks_at_spaces():
    assert lines("the tap is dripping", 10, 60) == ["the tap is", "dripping"]


def test_line_ends_are_kept():
    assert lines("一\n\n二", 10, 100) == ["一", "", "二"]


@given(st.text(max_size=60), st.floats(12, 200))
def test_every_line_fits_and_nothing_but_spaces_is_lost(said, room):
    broken = lines(said, 10, room)
    assert all(width(line, 10) <= room + 0.01 for line in broken if len(line) > 1)
    assert "".join("".join(broken).split()) == "".join(said.split())


@given(st.text(max_size=60), st.floats(30, 200))
def test_a_shortened_line_fits(said, room):
    said = said.replace("\n", " ")
    short = shortened(said, 10, room)
    assert width(short, 10) <= room + 0.01
    assert short == said or short.endswith("…")


def test_a_block_takes_the_largest_size_that_holds_it():
    sizes = (Setting(12, 16), Setting(9, 12))
    assert block("水" * 10, (200, 40), sizes, MARK).setting.size == 12
    assert block("水" * 60, (200, 40), sizes, MARK).setting.size == 9
    assert not block("水" * 60, (200, 40), sizes, MARK).cut


def test_a_block_says_when_it_is_cut():
    cut = block("水" * 400, (200, 40), (Setting(12, 16), Setting(9, 12)), MARK)
    assert cut.cut
    assert cut.lines[-1].endswith(MARK)
    assert all(width(line, 9) <= 200 for line in cut.lines)


def test_a_single_character_is_not_left_alone_where_a_smaller_size_avoids_it():
    set_in = block("水" * 17, (201, 40), (Setting(12, 16), Setting(11, 14)), MARK)
    assert (len(set_in.lines), set_in.setting.size) == (1, 11)
