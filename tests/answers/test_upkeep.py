from __future__ import annotations

from datetime import date

import pytest

from desk.answers import library, upkeep
from desk.answers.library import ArticleForm
from desk.answers.upkeep import Lapse, Which
from desk.centre import revisions
from desk.centre.revisions import Change
from desk.codes import Role, Topic
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Article, Community, Staff
from desk.refusals import Refusal
from tests.conftest import MORNING

TODAY = date(2026, 3, 4)


@pytest.fixture
def community(store: Store) -> int:
    return int(Community.insert(name="锦绣花园").execute())


@pytest.fixture
def actor(store: Store) -> Actor:
    staff = Staff.insert(name="李主管", initial="L", role=Role.SUPERVISOR, pin_hash="-").execute()
    return Actor(int(staff), "front")


@pytest.fixture
def write(store: Store, actor: Actor):
    def run(fn, *args):
        with store.write(actor, MORNING) as write:
            return fn(write, *args)

    return run


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (None, None, Lapse.NONE),
        (None, date(2026, 3, 3), Lapse.EXPIRED),
        (None, TODAY, Lapse.SOON),
        (None, date(2026, 4, 3), Lapse.SOON),
        (None, date(2026, 4, 4), Lapse.NONE),
        (date(2026, 3, 5), None, Lapse.LATER),
    ],
)
def test_how_an_article_stands_with_time(start, end, wanted):
    form = ArticleForm("问", "答", valid_from=start, valid_until=end)
    assert upkeep.lapse(form, TODAY) is wanted


def test_the_parts_of_the_library(community, write):
    row = write(library.add, community, ArticleForm("问", "答", valid_until=TODAY))
    article = library.read(row)
    assert upkeep.belongs(Which.ALL, article, 3, TODAY)
    assert upkeep.belongs(Which.LAPSING, article, 3, TODAY)
    assert not upkeep.belongs(Which.UNUSED, article, 3, TODAY)
    assert upkeep.belongs(Which.UNUSED, article, 0, TODAY)
    assert not upkeep.belongs(Which.RETIRED, article, 0, TODAY)


def test_what_was_retired_can_come_back(community, write):
    row = write(library.add, community, ArticleForm("问", "答"))
    version = write(library.retire, row, 1)
    assert [one.id for one in upkeep.retired(community)] == [row]
    assert upkeep.is_retired(row)
    assert library.active(community) == []
    assert write(upkeep.bring_back, row, version) == version + 1
    assert not upkeep.is_retired(row)
    assert [one.id for one in library.active(community)] == [row]


def test_nothing_comes_back_beside_its_double(community, write):
    row = write(library.add, community, ArticleForm("问", "答"))
    version = write(library.retire, row, 1)
    write(library.add, community, ArticleForm("问", "新答"))
    with pytest.raises(Refusal) as refused:
        write(upkeep.bring_back, row, version)
    assert refused.value.code == "article.exists"


def test_how_often_each_answered(community, write):
    row = write(library.add, community, ArticleForm("问", "答"))
    Article.update(used=7).where(Article.id == row).execute()
    assert upkeep.used(community) == {row: 7}


def test_the_history_says_who_changed_what(community, write, actor):
    row = write(library.add, community, ArticleForm("问", "答", ("怎么问",)))
    write(library.edit, row, 1, ArticleForm("问", "新答", ("怎么问",), owner=actor.staff))
    edited, added = revisions.of([(Topic.ARTICLES, row)])
    assert (edited.action, edited.who, edited.desk) == ("article.edited", "李主管", "front")
    assert set(edited.changes) == {
        Change("answer", "答", "新答"),
        Change("owner", None, actor.staff),
    }
    assert added.action == "article.added"
    assert Change("phrasings", None, ["怎么问"]) in added.changes
