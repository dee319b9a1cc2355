"""The roster and the library in memory follow what any desk commits, on both databases."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.answers import concepts, library
from desk.answers.found import WhyBy
from desk.answers.library import ArticleForm
from desk.calls.memory import Memory
from desk.centre import categories
from desk.centre.default_categories import default_categories
from desk.codes import Relation
from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Article, Community, Resident, Room
from tests.garden import Garden, plant

NOW = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)


@pytest.fixture
def garden(store: Store) -> Garden:
    return plant(store, NOW)


@pytest.fixture
def memory(garden: Garden) -> Memory:
    memory = Memory(garden.store, garden.community)
    memory.load(TODAY)
    return memory


def names(memory: Memory, text: str) -> list[str]:
    return [one.name for one in memory.directory.find(text) if one.name]


def questions(memory: Memory, text: str) -> list[str]:
    return [memory.articles[hit.article_id].form.question for hit in memory.index.search(text)]


def test_nothing_is_found_before_the_first_load(garden: Garden) -> None:
    memory = Memory(garden.store, garden.community)
    assert not memory.loaded
    assert names(memory, "zsf") == []
    memory.load(TODAY)
    assert memory.loaded
    assert names(memory, "zsf") == ["张淑芬", "邹淑芬"]
    assert questions(memory, "漏水")[0] == "家里漏水怎么办?"


def test_what_an_older_version_cut_is_kept_as_it_is_cut_now(garden: Garden) -> None:
    Article.update(tokens=b"", vector=None).execute()
    Memory(garden.store, garden.community).load(TODAY)
    after = library.active(garden.community)
    assert after
    assert not any(one.made_anew for one in after)
    assert [one.version for one in after] == [1] * len(after)
    memory = Memory(garden.store, garden.community)
    memory.load(TODAY)
    assert questions(memory, "漏水")[0] == "家里漏水怎么办?"


def test_what_is_added_is_found_by_everything_known_of_it(memory: Memory, garden: Garden) -> None:
    with garden.store.write(Actor(), NOW) as write:
        room = rooms.add(write, garden.community, NewRoom("7", "1", "302"))
        form = PersonForm("欧阳雪", ("13612349999",), ((room, Relation.TENANT),))
        residents.add(write, garden.community, form)
        article = ArticleForm("游泳池什么时候开?", "六月一日开放。", ("泳池开放时间",))
        library.add(write, garden.community, article)
    assert names(memory, "oyx") == []
    assert memory.follow(TODAY)
    for text in ("oyx", "欧阳雪", "9999", "7-1-302"):
        assert names(memory, text) == ["欧阳雪"]
    assert questions(memory, "泳池开放时间")[0] == "游泳池什么时候开?"


def test_a_correction_replaces_what_was_known(memory: Memory, garden: Garden) -> None:
    person = residents.read(garden.people["张淑芬"])
    with garden.store.write(Actor(), NOW) as write:
        form = PersonForm("章淑芬", ("13500008888",), person.form.homes)
        residents.correct(write, person.id, person.version, form)
    assert memory.follow(TODAY)
    assert names(memory, "张淑芬") == []
    assert names(memory, "5678") == []
    assert names(memory, "8888") == ["章淑芬"]


def test_what_is_taken_away_is_gone(memory: Memory, garden: Garden) -> None:
    article = library.read(garden.articles["家里漏水怎么办?"])
    with garden.store.write(Actor(), NOW) as write:
        residents.retire(write, garden.people["张淑芬"], 1)
        library.retire(write, article.id, article.version)
        Room.update(active=False).where(Room.id == garden.rooms["3-2-1501"]).execute()
        rooms.note(write, garden.rooms["3-2-1501"], 1, "拆除")
    assert memory.follow(TODAY)
    assert names(memory, "张淑芬") == []
    assert "家里漏水怎么办?" not in questions(memory, "家里漏水怎么办")
    assert article.id not in memory.articles
    assert memory.directory.room(garden.rooms["3-2-1501"]) is None
    assert memory.directory.person(garden.people["张淑芬"]) is None


def test_an_article_that_runs_out_is_known_the_next_day(memory: Memory, garden: Garden) -> None:
    article = library.read(garden.articles["物业费怎么交?"])
    with garden.store.write(Actor(), NOW) as write:
        form = ArticleForm("物业费怎么交?", "前台交。", valid_until=TODAY)
        library.edit(write, article.id, article.version, form)
    memory.follow(TODAY)
    assert not memory.index.search("物业费")[0].expired
    assert memory.follow(TODAY + timedelta(days=1))
    assert memory.index.search("物业费")[0].expired


def test_nothing_new_moves_nothing(memory: Memory, garden: Garden) -> None:
    with garden.store.write(Actor(), NOW) as write:
        categories.insert_all(write, default_categories()[:0])
    before = memory.directory
    assert not memory.follow(TODAY)
    assert memory.directory is before


def test_many_changes_at_once_are_read_in_one_go(memory: Memory, garden: Garden) -> None:
    with garden.store.write(Actor(), NOW) as write:
        for at in range(501):
            residents.add(write, garden.community, PersonForm("孙新来", (f"131{at:08}",)))
    assert memory.follow(TODAY)
    assert names(memory, "13100000500") == ["孙新来"]
    assert names(memory, "张淑芬") == ["张淑芬"]


def test_rooms_that_come_in_bulk_are_taken_up(memory: Memory, garden: Garden) -> None:
    with garden.store.write(Actor(), NOW) as write:
        rooms.add_many(write, garden.community, [NewRoom("8", "1", "101")])
    assert memory.follow(TODAY)
    assert memory.directory.find("8-1-101")[0].room_label == "8-1-101"


def test_another_community_stays_out(memory: Memory, garden: Garden) -> None:
    with garden.store.write(Actor(), NOW) as write:
        other = int(Community.insert(name="锦绣花园").execute())
        residents.add(write, other, PersonForm("欧阳雪", ("13612349999",)))
        rooms.add(write, other, NewRoom("9", "1", "101"))
        library.add(write, other, ArticleForm("班车几点发?", "七点。"))
    memory.follow(TODAY)
    assert names(memory, "欧阳雪") == []
    assert memory.directory.find("9-1-101") == []
    assert "班车几点发?" not in questions(memory, "班车几点发")


def test_a_commit_of_another_desk_is_found(sqlite_store: Store) -> None:
    garden = plant(sqlite_store, NOW)
    memory = Memory(sqlite_store, garden.community)
    memory.load(TODAY)
    assert sqlite_store.path is not None
    other = Store.open(sqlite_store.path.parent, NOW)
    try:
        with other.write(Actor(None, "desk-2"), NOW) as write:
            residents.add(write, garden.community, PersonForm("欧阳雪", ("13612349999",)))
        assert memory.follow(TODAY)
    finally:
        other.close()
    assert names(memory, "欧阳雪") == ["欧阳雪"]


def test_one_can_look_while_another_thread_patches(memory: Memory, garden: Garden) -> None:
    """What a look-up sees is whole, however often the roster changes beside it."""
    stop = threading.Event()
    troubles: list[Exception] = []

    def look() -> None:
        while not stop.is_set():
            try:
                with memory.reading():
                    memory.directory.find("zsf")
                    memory.index.search("漏水")
            except Exception as trouble:
                troubles.append(trouble)
                return

    reader = threading.Thread(target=look)
    reader.start()
    try:
        person = garden.people["邹淑芬"]
        for at in range(20):
            with garden.store.write(Actor(), NOW) as write:
                version = Resident.get_by_id(person).version
                form = PersonForm("邹淑芬", (f"138{at:08}",))
                residents.correct(write, person, version, form)
            assert memory.follow(TODAY)
    finally:
        stop.set()
        reader.join()
    assert troubles == []


def test_a_word_that_another_desk_teaches_is_understood_at_once(store: Store) -> None:
    garden = plant(store, NOW)
    memory = Memory(store, garden.community)
    with store.write(Actor(), NOW) as write:
        form = ArticleForm("暖气片上怎么放气？", "先关进水阀。")
        article = library.add(write, garden.community, form)
    memory.load(TODAY)
    assert by_concept(memory, "滋花子") == []
    with store.write(Actor(), NOW) as write:
        concepts.put(write, None, "放气的土话", ("放气", "滋花子"), 0)
    assert memory.follow(TODAY)
    assert by_concept(memory, "滋花子") == [article]


def by_concept(memory: Memory, text: str) -> list[int]:
    hits = memory.index.search(text, 10)
    return [hit.article_id for hit in hits if WhyBy.CONCEPT in [why.by for why in hit.why]]
