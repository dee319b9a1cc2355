"""What the centre says of words stands before what ships, is journalled, and can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.answers import concepts
from desk.answers.concepts import Standing
from desk.codes import Topic
from desk.language import lexicon
from desk.language.spoken import plainly
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Concept, JournalEntry
from desk.refusals import Refusal
from desk.words.refused.lexicon import SENTENCES
from tests.conftest import MORNING

SHIPPED = {one.key: one for one in lexicon.shipped()}
WATER = SHIPPED["water_off"]


class Desk:
    """A desk that writes; every act is a transaction of its own, a minute later."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = MORNING

    def do(self, act, *args):
        self.now += timedelta(minutes=1)
        with self.store.write(Actor(1), self.now) as write:
            return act(write, *args)

    def refused(self, act, *args) -> Refusal:
        steps, rows = JournalEntry.select().count(), list(Concept.select().tuples().execute())
        with pytest.raises(Refusal) as refused:
            self.do(act, *args)
        assert JournalEntry.select().count() == steps, "what is refused leaves no trace"
        assert list(Concept.select().tuples().execute()) == rows
        assert refused.value.code in SENTENCES
        return refused.value


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def meant(text: str) -> set[str]:
    return {one.concept.key for one in concepts.in_effect().found(plainly(text))}


def test_what_ships_holds_until_somebody_says_otherwise(desk):
    assert concepts.in_effect().concepts == SHIPPED
    assert {one.standing for one in concepts.every()} == {Standing.SHIPPED}
    assert concepts.read("water_off") == concepts.StoredConcept(WATER, 0, Standing.SHIPPED)


def test_a_word_is_added_and_told_to_others(desk):
    heard = []
    desk.store.changes.listen(heard.append)
    assert "water_off" not in meant("龙头歇菜了")
    stored = desk.do(concepts.add_word, "water_off", " 龙头歇菜 ")
    assert "water_off" in meant("龙头歇菜了")
    assert "water_off" in meant("停水"), "the words that ship are kept"
    assert (stored.version, stored.standing) == (1, Standing.EDITED)
    assert (stored.concept.name, stored.concept.name_en) == (WATER.name, WATER.name_en)
    assert heard == [{Topic.LEXICON}]
    assert concepts.subject("power_off") is None
    (step,) = journal.history(Topic.LEXICON, concepts.subject("water_off"))
    assert (step.action, step.staff) == ("concept.word_added", 1)
    assert step.text == {"key": "water_off", "word": "龙头歇菜"}
    assert desk.do(concepts.add_word, "water_off", "水罢工").version == 2


def test_a_word_of_asking_stays_weak(desk):
    desk.do(concepts.add_word, "price", "几多银子")
    assert concepts.in_effect().concepts["price"].weak


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("", "concept.word_missing"),
        ("?!", "concept.word_missing"),
        ("水", "concept.word_short"),
        ("a", "concept.word_short"),
        ("停水", "concept.word_there"),
        ("停　水", None),
        ("冇水", "concept.word_there"),
        ("我家从昨天晚上八点开始一直到现在", None),
        ("我家从昨天晚上八点开始一直到现在都没水", "concept.word_long"),
    ],
)
def test_a_word_that_would_do_harm_is_refused(desk, word, code):
    if code is None:
        desk.do(concepts.add_word, "water_off", word)
    else:
        assert desk.refused(concepts.add_word, "water_off", word).code == code


def test_a_new_concept_is_the_centres_own(desk):
    key = desk.do(concepts.put, None, " 共享  菜园 ", ["菜地", " 小菜园 ", "菜地", ""], 0)
    assert key == "own:1"
    stored = concepts.read(key)
    assert (stored.version, stored.standing) == (1, Standing.OWN)
    assert (stored.concept.name, stored.concept.words) == ("共享 菜园", ("菜地", "小菜园"))
    assert stored.concept.name_en == "共享 菜园", "nobody wrote another one"
    assert meant("小菜园怎么报名") >= {"own:1"}
    assert concepts.every()[-1] == stored
    assert desk.do(concepts.put, None, "露天电影", ["放电影"], 0) == "own:2"
    (step,) = journal.history(Topic.LEXICON, Concept.get(Concept.key == key).id)
    assert (step.action, step.text["after"]["words"]) == ("concept.added", ["菜地", "小菜园"])


def test_an_edit_says_what_was_there_before(desk):
    desk.do(concepts.put, "water_off", "没水", ["没水", "停水"], 0)
    stored = concepts.read("water_off")
    assert (stored.concept.name, stored.concept.name_en) == ("没水", "没水")
    assert meant("断水") == set()
    step = journal.history(Topic.LEXICON, Concept.get().id)[-1]
    assert step.action == "concept.edited"
    assert step.text["before"] == {"name": "停水", "words": list(WATER.words)}


def test_what_ships_may_be_as_short_as_it_is(desk):
    pet = SHIPPED["pet"]
    assert "狗" in pet.words
    desk.do(concepts.put, "pet", pet.name, [*pet.words, "汪星人"], 0)
    assert "pet" in meant("汪星人")


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        (" ", ["木马"], "concept.name_missing"),
        ("菜" * 41, ["木马"], "concept.name_long"),
        ("菜园", [], "concept.words_missing"),
        ("菜园", ["", "  "], "concept.words_missing"),
        ("菜园", ["菜地", "菜"], "concept.word_short"),
        ("菜园", ["。。"], "concept.word_missing"),
        ("停水", ["木马"], "concept.exists"),
    ],
)
def test_what_is_incomplete_is_refused(desk, name, words, code):
    assert desk.refused(concepts.put, None, name, words, 0).code == code


def test_two_who_edit_at_once_do_not_overwrite_each_other(desk):
    desk.do(concepts.put, "water_off", "停水", ["停水", "没水"], 0)
    late = ("water_off", "停水", ["断水"], 0)
    assert desk.refused(concepts.put, *late).code == "concept.stale"
    assert desk.refused(concepts.remove, "water_off", 0).code == "concept.stale"
    assert desk.refused(concepts.restore, "water_off", 0).code == "concept.stale"
    assert desk.refused(concepts.put, "gate", "道闸", ["杆子"], 3).code == "concept.stale"
    assert concepts.read("water_off").concept.words == ("停水", "没水")


def test_back_to_the_words_that_ship(desk):
    desk.do(concepts.put, "water_off", "没水", ["没水"], 0)
    desk.do(concepts.restore, "water_off", 1)
    assert concepts.read("water_off").concept == WATER
    assert concepts.read("water_off").standing is Standing.SHIPPED
    assert concepts.in_effect().concepts == SHIPPED
    late = ("water_off", "没水", ["没水"], 1)
    assert desk.refused(concepts.put, *late).code == "concept.stale", "it was restored meanwhile"
    step = journal.history(Topic.LEXICON, Concept.get().id)[-1]
    assert (step.action, step.text["before"]) == ("concept.restored", ["没水"])


def test_a_removed_concept_holds_no_longer_and_can_come_back(desk):
    desk.do(concepts.remove, "water_off", 0)
    assert meant("停水") == set()
    assert concepts.read("water_off").standing is Standing.REMOVED
    assert concepts.read("water_off").concept == WATER
    assert desk.refused(concepts.add_word, "water_off", "水罢工").code == "concept.gone"
    assert desk.refused(concepts.remove, "water_off", 1).code == "concept.gone"
    desk.do(concepts.restore, "water_off", 1)
    assert "water_off" in meant("停水")
    own = desk.do(concepts.put, None, "菜园", ["木马"], 0)
    desk.do(concepts.remove, own, 1)
    assert meant("木马") == set()
    assert desk.do(concepts.put, None, "菜园", ["菜园子"], 0) == "own:2", "a key is given once"
    desk.do(concepts.restore, own, 2)
    assert concepts.read(own).concept.words == ("木马",)


def test_what_is_not_there_cannot_be_changed(desk):
    for act, *args in (
        (concepts.add_word, "own:7", "菜地"),
        (concepts.put, "own:7", "菜园", ["木马"], 0),
        (concepts.remove, "own:7", 0),
        (concepts.restore, "own:7", 0),
    ):
        assert desk.refused(act, *args).code == "concept.gone"
