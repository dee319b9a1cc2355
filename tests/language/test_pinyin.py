from __future__ import annotations

import subprocess
import sys

import pytest

from desk.language.make_syllables import table
from desk.language.pinyin import (
    NameKeys,
    fuzzy,
    initials,
    name_keys,
    sounds,
    split,
    split_by_initials,
    syllables,
)
from desk.resources import resource


@pytest.mark.parametrize(
    ("name", "pinyin", "first"),
    [
        ("张淑芬", "zhangshufen", "zsf"),
        ("单雄信", "shanxiongxin", "sxx"),
        ("曾国藩", "zengguofan", "zgf"),
        ("仇英", "qiuying", "qy"),
        ("解缙", "xiejin", "xj"),
        ("查良镛", "zhaliangyong", "zly"),
        ("区大伟", "oudawei", "odw"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("欧阳修", "ouyangxiu", "oyx"),
        ("吕露", "lvlu", "ll"),
        ("张 伟", "zhangwei", "zw"),
        ("張偉", "zhangwei", "zw"),
        ("王Lily", "wanglily", "wl"),
        ("John", "john", "j"),
        ("", "", ""),
    ],
)
def test_names_are_keyed_as_people_say_them(name, pinyin, first):
    assert name_keys(name) == NameKeys(pinyin, first)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("漏水", ["lou", "shui"]),
        ("银行卡", ["yin", "hang", "ka"]),
        ("重新装修", ["chong", "xin", "zhuang", "xiu"]),
        ("空调", ["kong", "tiao"]),
        ("还有长租车位吗", ["hai", "you", "chang", "zu", "che", "wei", "ma"]),
    ],
)
def test_words_are_read_as_words(text, spoken):
    assert syllables(text) == spoken


def test_latin_words_and_figures_stay_as_they_are():
    assert sounds("WiFi密码8866") == ["wifi", "mi", "ma", "8866"]
    assert initials("物业费") == "wyf"
    assert initials("WiFi密码") == "wmm"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("zhangsh", ["zhang", "sh"]),
        ("wuyefei", ["wu", "ye", "fei"]),
        ("kongzhi fang", ["kong", "zhi", "fang"]),
        ("menjink", ["men", "jin", "k"]),
        ("wyf", None),
        ("123", None),
        ("", None),
    ],
)
def test_typed_pinyin_splits_with_an_unfinished_end(typed, parts):
    assert split(typed) == parts


def test_a_southern_ear_hears_the_same():
    assert fuzzy("zhang") == fuzzy("zan") == "zan"
    assert fuzzy("sheng") == fuzzy("sen")


def test_a_stored_name_gives_back_where_its_syllables_begin():
    assert split_by_initials("zhangshufen", "zsf") == [0, 5, 8]
    assert split_by_initials("xian", "xa") == [0, 2]
    assert split_by_initials("john", "j") == [0]


def test_the_table_is_what_its_maker_makes():
    shipped = resource("language", "syllables.txt").read_text(encoding="utf-8")
    assert shipped == table()


def test_the_large_package_is_never_imported_by_the_program():
    code = (
        "import sys; from desk.language.reading import read;"
        "from desk.answers.tokens import stored;"
        "read('3-2-1502漏水'); stored('物业费', (), ''); print('pypinyin' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
