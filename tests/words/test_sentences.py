from __future__ import annotations

import importlib
import pkgutil

import pytest

from desk.codes import State
from desk.refusals import Refusal
from desk.words import faults, refused
from desk.words.sentences import GENERAL, SENTENCES, WITHOUT_FIELDS, fields_of, sentence
from tests.words.source import modules, refusals, strings

#: Where a refusal that was made elsewhere is said once more: its code is no literal there.
SAID_AGAIN = (
    "desk/ui/staff/patience.py",
    "desk/ui/knowledge/writing.py",
    "desk/commands/import_publishing.py",
    "desk/ui/intake/import_groups.py",
)


def missing(code: str, fields: frozenset[str] | None) -> str | None:
    """Say what a sentence for a code lacks, or None when it can be said."""
    if code not in SENTENCES and code not in WITHOUT_FIELDS:
        return "no sentence"
    if fields is None or code in WITHOUT_FIELDS:
        return None
    lacking = fields_of(SENTENCES[code]) - fields
    return f"its sentence needs {sorted(lacking)}" if lacking else None


def test_every_refusal_can_be_said_with_what_it_carries():
    made = [one for one in refusals() if not one.where.startswith(SAID_AGAIN)]
    wrong = [
        f"{one.where}: {code}: {problem}"
        for one in made
        for code in sorted(one.codes)
        if (problem := missing(code, one.fields))
    ]
    wrong += [f"{one.where}: no code found" for one in made if not one.codes]
    assert not wrong, "\n".join(wrong)


def test_every_sorted_exception_can_be_said():
    tables = [faults._FOR_ERRNO, faults._FOR_SQLITE, faults._FOR_TEXT, faults._FOR_SQLSTATE]
    codes = {code for table in tables for code in table.values()}
    assert not {code: problem for code in codes if (problem := missing(code, frozenset()))}


def test_no_sentence_waits_for_a_refusal_that_is_never_made():
    said = {
        text
        for file, module in modules().items()
        if not file.startswith(("desk/words/sentences.py", "desk/words/refused/"))
        for _, text in strings(module)
    }
    assert not (SENTENCES.keys() | WITHOUT_FIELDS.keys()) - said


TABLES: dict[str, dict[str, str]] = {
    module.name: importlib.import_module(f"{refused.__name__}.{module.name}").SENTENCES
    for module in pkgutil.iter_modules(refused.__path__)
} | {"without fields": WITHOUT_FIELDS}


def test_a_code_has_one_sentence():
    assert len(SENTENCES) == sum(map(len, TABLES.values())) - len(WITHOUT_FIELDS)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_sentences_are_whole_and_in_order(table):
    assert list(table) == sorted(table)
    for code, message in table.items():
        assert message.endswith((".", "?")), code
        assert message[0].isupper() or message.startswith("{"), code


def test_sentences_without_fields_have_none():
    assert not [code for code, message in WITHOUT_FIELDS.items() if fields_of(message)]


def test_a_refusal_names_what_it_carries(zh, en):
    refusal = Refusal("database.missing", file="desk-2026-11-22.sqlite")
    assert "desk-2026-11-22.sqlite" in sentence(zh, refusal)
    assert sentence(en, refusal).startswith("There is no file desk-2026-11-22.sqlite.")


def test_a_refusal_that_names_nothing_has_a_sentence_of_its_own(zh):
    with_folder = sentence(zh, Refusal("folder.readonly", folder="/srv/desk"))
    assert "/srv/desk" in with_folder
    bare = sentence(zh, Refusal("folder.readonly"))
    assert "{" not in bare
    assert bare != with_folder


def test_a_code_without_a_sentence_gets_a_general_one(zh, en):
    assert sentence(en, Refusal("moon.full", phase="x")) == GENERAL.format(code="moon.full")
    assert "moon.full" in sentence(zh, Refusal("moon.full"))


def test_a_value_with_braces_is_shown_as_it_is(en):
    assert "{file}" in sentence(en, Refusal("database.missing", file="{file}"))


def test_codes_among_the_fields_are_named_as_people_read_them(zh, en, monkeypatch):
    monkeypatch.setitem(SENTENCES, "test.state", "{state}")
    refusal = Refusal("test.state", state=State.HOLD)
    assert sentence(zh, refusal) == "暂停"
    assert sentence(en, refusal) == "on hold"
