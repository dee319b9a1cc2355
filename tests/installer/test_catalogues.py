"""Catalogues follow the code: what is said is there, what is translated is never lost."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from installer import catalogues

CODE = """
def greet(words, n):
    words.say("Hello {name}", name="x")
    words.say_in("state", "Done")
    words.say_n("{n} ticket", "{n} tickets", n)
    return mark("Later"), mark_in("button", "Done")
"""


@pytest.fixture
def template(tmp_path: Path) -> Catalog:
    package = tmp_path / "desk"
    package.mkdir()
    (package / "greeting.py").write_text(CODE, "utf-8")
    return catalogues.said_in(package)


def texts(catalog: Catalog) -> dict[object, object]:
    return {(m.context, m.id): m.string for m in catalog if m.id}


def test_every_way_to_say_something_is_found(template: Catalog):
    assert set(texts(template)) == {
        (None, "Hello {name}"),
        ("state", "Done"),
        ("button", "Done"),
        (None, ("{n} ticket", "{n} tickets")),
        (None, "Later"),
    }


def test_english_says_what_the_code_says(template: Catalog):
    english = Catalog(locale="en")
    catalogues.bring_up_to_date(english, template)
    assert all(string == message for (_, message), string in texts(english).items())


def test_a_translation_survives_while_the_code_does_not_say_it(template: Catalog):
    chinese = Catalog(locale="zh_CN")
    chinese.add("Done", "已完成", context="state")
    catalogues.bring_up_to_date(chinese, Catalog())
    assert texts(chinese) == {}
    catalogues.bring_up_to_date(chinese, template)
    assert texts(chinese)["state", "Done"] == "已完成"


def test_pruning_forgets_what_is_no_longer_said():
    chinese = Catalog(locale="zh_CN")
    chinese.add("Old", "旧")
    catalogues.bring_up_to_date(chinese, Catalog(), prune=True)
    assert not chinese.obsolete


def test_writing_twice_changes_nothing(template: Catalog, tmp_path: Path):
    path = tmp_path / "en" / "LC_MESSAGES" / "desk.po"
    english = catalogues.read(path, "en")
    catalogues.bring_up_to_date(english, template)
    catalogues.write(english, path)
    first = path.read_bytes()
    again = catalogues.read(path, "en")
    catalogues.bring_up_to_date(again, template)
    catalogues.write(again, path)
    assert path.read_bytes() == first


def test_a_compiled_catalogue_speaks(tmp_path: Path):
    path = write_chinese(tmp_path, "你好，{name}")
    assert catalogues.compile_catalogue(path) == 1  # "Later" waits
    with path.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Hello {name}") == "你好，{name}"


@pytest.mark.parametrize("wrong", ["你好", "你好，{nam}", "{name}{other}"])
def test_a_translation_with_other_fields_is_refused(tmp_path: Path, wrong: str):
    with pytest.raises(ValueError, match="the fields are"):
        catalogues.compile_catalogue(write_chinese(tmp_path, wrong))


def test_a_per_cent_sign_is_only_itself(tmp_path: Path):
    path = write_chinese(tmp_path, "你好，{name}，100% 完成 5%s")
    assert catalogues.compile_catalogue(path) == 1


def write_chinese(folder: Path, hello: str) -> Path:
    chinese = Catalog(locale="zh_CN", charset="utf-8")
    chinese.add("Hello {name}", hello)
    chinese.add("Later", "")
    path = folder / "zh_CN" / "LC_MESSAGES" / "desk.po"
    path.parent.mkdir(parents=True)
    catalogues.write(chinese, path)
    return path
