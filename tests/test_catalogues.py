"""What the program says is a literal, is found by Babel, and is complete in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from desk.words.catalogue import LANGUAGES
from desk.words.sentences import fields_of
from installer.catalogues import KEYWORDS, read, said_in
from tests.words.source import DESK, ROOT, SAYERS, Found, calls, modules, strings

CHINESE = re.compile("[\u3400-\u9fff]")
_WIDE = "\u3001-\u303f\u3400-\u9fff\uff00-\uffef"

#: Where Chinese is data and not a message.
MAY_HOLD_CHINESE = (
    "desk/codes.py",  # families are stored by their Chinese names
    "desk/language/",  # the lexicon
    "desk/sample/",  # a made-up community
    "desk/centre/defaults",  # what a new centre starts with
    "desk/tour/",  # what is typed in the play
    "desk/words/typed",  # the dates, hours and lengths people type
    "desk/answers/questions/",  # what offices write over columns and between wordings
    "desk/answers/tokens.py",  # words of a question that carry none
    "desk/answers/ranking.py",  # a text that needs every table there is
    "desk/commands/import_shapes.py",  # kinds of rooms as the documents name them
    "desk/calls/appointment.py",  # between two times people type
    "desk/community/directory.py",  # what may stand beside a room
    "desk/community/roster/",  # what offices write over columns and beside names
    "desk/intake/houses.py",  # the houses of shops, villas and parking spaces
    "desk/intake/ledger_words.py",  # what offices write about kinds and urgency
    "desk/intake/three_way.py",  # how people are addressed
    "desk/community/search.py",  # how people are addressed
    "desk/sheets/columns.py",  # what says nothing in the heading of a group
    "desk/sheets/delimited.py",  # how a list is numbered
    "desk/sheets/encodings.py",  # which characters a text is likely to hold
    "desk/sheets/head_names.py",  # how a heading is written
    "desk/sheets/serials.py",  # the halves of the day in a number format
    "desk/tickets/ledger/",  # what offices write over columns and about outcomes
    "desk/tickets/visiting.py",  # the upper level of the categories as shipped
    "desk/ui/call/notes.py",  # what a note about a household is about
    "desk/ui/fields/languages.py",  # each language by its own name
    "desk/ui/kit/label.py",  # measures how wide a character is
)

#: What Chinese users read in Latin letters too.
SAME_IN_CHINESE = frozenset({"PIN", "CSV", "PDF", "MB", "Excel", "English", "PostgreSQL"})


@pytest.fixture(scope="module")
def template() -> Catalog:
    """What the code says now."""
    return said_in(DESK)


@pytest.fixture(scope="module", params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """The catalogue of each language in turn."""
    path = ROOT / "resources" / "words" / request.param / "LC_MESSAGES" / "desk.po"
    return read(path, request.param)


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    path = ROOT / "resources" / "words" / "zh_CN" / "LC_MESSAGES" / "desk.po"
    return read(path, "zh_CN")


Key = tuple[str, str | None]


def key(message: Message) -> Key:
    """Tell messages apart as gettext does."""
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def messages(catalog: Catalog) -> dict[Key, Message]:
    return {key(message): message for message in catalog if message.id}


def texts(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one or one a plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def names(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_babel_is_asked_for_everything_that_is_said():
    assert set(KEYWORDS) == set(SAYERS)


def test_every_message_of_the_code_is_in_the_catalogue(template, catalog):
    missing = sorted(messages(template).keys() - messages(catalog).keys(), key=str)
    assert not missing, "\n".join(map(str, missing))


def test_the_catalogue_holds_nothing_that_is_no_longer_said(template, catalog):
    left_over = sorted(messages(catalog).keys() - messages(template).keys(), key=str)
    assert not left_over, "\n".join(map(str, left_over))
    assert not catalog.obsolete


def test_a_message_is_counted_in_the_catalogue_as_in_the_code(template, catalog):
    counted = messages(catalog)
    for found, message in messages(template).items():
        if found in counted:
            assert names(message) == names(counted[found])


def test_every_message_is_translated_and_none_is_in_doubt(catalog):
    for found, message in messages(catalog).items():
        assert len(texts(message)) == (catalog.num_plurals if message.pluralizable else 1), found
        assert all(texts(message)), found
        assert not message.fuzzy, found


def test_the_head_of_a_catalogue_is_written_and_not_a_form_to_fill_in(catalog):
    head = dict(catalog.mime_headers)
    told = "\n".join([catalog.header_comment, *head.values()])
    assert not re.search("ORGANIZATION|FIRST AUTHOR|FULL NAME|ADDRESS|VERSION|LL@li|YEAR-MO", told)
    assert head["Language"] == catalog.locale_identifier
    assert head["Plural-Forms"] == f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};"
    assert not catalog.fuzzy


def test_fields_are_the_same_in_every_language(catalog):
    for found, message in messages(catalog).items():
        for text in texts(message):
            wanted = {fields_of(name) for name in names(message)}
            assert fields_of(text) in wanted, found


def test_english_says_itself():
    path = ROOT / "resources" / "words" / "en" / "LC_MESSAGES" / "desk.po"
    for found, message in messages(read(path, "en")).items():
        assert texts(message) == names(message), found


def test_chinese_is_chinese(chinese):
    for found, message in messages(chinese).items():
        bare = re.sub(r"\{[^}]*\}", "", found[0]).strip()
        if bare in SAME_IN_CHINESE or not re.search("[A-Za-z]", bare):
            continue
        assert all(CHINESE.search(text) for text in texts(message)), found


def test_chinese_has_its_own_punctuation(chinese):
    half = re.compile(rf"[{_WIDE}][,;:?!]|[,;:?!(][{_WIDE}]|[{_WIDE}][()]|\)[{_WIDE}]|\.\.\.")
    for found, message in messages(chinese).items():
        for text in texts(message):
            assert not half.search(text), f"{found}: {text}"


def test_messages_are_english_and_whole(template):
    for found, message in messages(template).items():
        for name in names(message):
            assert not re.search(f"[{_WIDE}]", name), found
            between = (found[1] or "").startswith("between ")  # the comma of the language
            assert between or name == name.strip(), f"{found}: no message is a piece of another"
            assert "  " not in name or "__" in name, found  # blanks to write in stand apart
            assert "..." not in name, f"{found}: an ellipsis is one sign"


def test_what_is_said_is_a_literal_or_was_marked_as_one():
    wrong = []
    for found, call in said(*SAYERS):
        marked = isinstance(call.func, ast.Name)
        for argument in call.args[: 2 if call_name(call) in ("say_in", "say_n", "mark_in") else 1]:
            literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            told = isinstance(argument, ast.Name | ast.Attribute | ast.Subscript | ast.Starred)
            handed = isinstance(argument, ast.Name) and argument.id in parameters(found.inside)
            if not (literal or (told and not marked and not handed)):
                wrong.append(f"{found}: {ast.unparse(argument)}")
    assert not wrong, "Babel finds only literals:\n" + "\n".join(wrong)


def test_what_is_said_is_given_exactly_its_fields():
    wrong = []
    for found, call in said("say", "say_in", "say_n"):
        literals = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
        told = [text for text in literals if isinstance(text, str)]
        told = told[1:] if call_name(call) == "say_in" else told
        given = {keyword.arg for keyword in call.keywords}
        if not told or None in given:
            continue
        given |= {"n"} if call_name(call) == "say_n" else set()
        wanted = frozenset[str]().union(*(fields_of(text) for text in told))
        if wanted != given and not (given == {"n"} and not wanted):
            wrong.append(f"{found}: wants {sorted(wanted)}, is given {sorted(map(str, given))}")
    assert not wrong, "\n".join(wrong)


def test_chinese_stands_in_catalogues_and_not_in_code():
    wrong = [
        f"{file}:{node.lineno}: {text[:30]}"
        for file, module in modules().items()
        if not file.startswith(MAY_HOLD_CHINESE)
        for node, text in strings(module)
        if CHINESE.search(text)
    ]
    assert not wrong, "\n".join(wrong)


#: What else has a method of that name: a sheet of paper is told what to print.
OTHERS_SAY = frozenset({"sheet", "self"})


def said(*sayers: str) -> Iterator[tuple[Found, ast.Call]]:
    """Yield every call by which words are looked up in a catalogue."""
    for found, call in calls(*sayers):
        teller = call.func.value if isinstance(call.func, ast.Attribute) else None
        if not (isinstance(teller, ast.Name) and teller.id in OTHERS_SAY):
            yield found, call


def parameters(function: ast.AST) -> set[str]:
    """Return what a function is handed: nobody can tell whether such a text was marked."""
    if not isinstance(function, ast.FunctionDef):
        return set()
    return {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}


def call_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
