"""Articles are written, edited and retired with their history, and read as they were written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.codes import Topic
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Article, Community, JournalEntry, Phrasing, Staff
from desk.refusals import Refusal
from tests.conftest import MORNING

FEE = ArticleForm("物业费怎么交?", "到前台刷卡,或在公众号里交。")


class Library:
    """A library to write in; every act is a transaction of its own, a minute later."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = MORNING
        self.community = int(Community.insert(name="锦绣花园").execute())
        staff = {"name": "陈静", "initial": "CJ", "role": "supervisor", "pin_hash": "-"}
        self.owner = int(Staff.insert(**staff).execute())

    def do(self, act, *args):
        self.now += timedelta(minutes=1)
        with self.store.write(Actor(self.owner), self.now) as write:
            return act(write, *args)

    def add(self, form: ArticleForm = FEE) -> int:
        return int(self.do(library.add, self.community, form))

    def refused(self, act, *args) -> str:
        steps = JournalEntry.select().count()
        with pytest.raises(Refusal) as refused:
            self.do(act, *args)
        assert JournalEntry.select().count() == steps, "what is refused leaves no trace"
        return refused.value.code


@pytest.fixture
def books(store: Store) -> Library:
    return Library(store)


def test_an_article_is_read_as_it_was_written(books):
    form = ArticleForm(
        "物业费怎么交?",
        "到前台刷卡。",
        ("交物业费", "物业费去哪交"),
        "咨询",
        books.owner,
        date(2026, 1, 1),
        date(2026, 12, 31),
    )
    row = books.add(form)
    article = library.read(row)
    assert article.form == form
    assert (article.id, article.version, article.owner_name, article.used) == (row, 1, "陈静", 0)
    assert article.updated_at == books.now
    assert article.tokens
    (step,) = journal.history(Topic.ARTICLES, row)
    assert (step.action, step.staff) == ("article.added", books.owner)
    assert step.text["phrasings"] == ["交物业费", "物业费去哪交"]
    assert step.text["valid_until"] == "2026-12-31"


def test_blanks_and_phrasings_that_say_nothing_new_are_dropped(books):
    form = ArticleForm(
        " 物业费怎么交? ", " 到前台。\n", (" 交费 ", "", "交费", "物业费怎么交?"), " 咨询 "
    )
    article = library.read(books.add(form))
    assert article.form == ArticleForm("物业费怎么交?", "到前台。", ("交费",), "咨询")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (ArticleForm(" ", "答"), "article.question_missing"),
        (ArticleForm("问", "\n"), "article.answer_missing"),
        (
            ArticleForm("问", "答", valid_from=date(2026, 2, 2), valid_until=date(2026, 2, 1)),
            "article.dates_reversed",
        ),
    ],
)
def test_what_is_incomplete_is_refused(books, form, code):
    row = books.add()
    assert books.refused(library.add, books.community, form) == code
    assert books.refused(library.edit, row, 1, form) == code
    assert Article.select().count() == 1


def test_one_day_is_a_time(books):
    day = date(2026, 2, 2)
    assert books.add(ArticleForm("问", "答", valid_from=day, valid_until=day))


def test_a_question_has_one_answer(books):
    first = books.add()
    assert books.refused(library.add, books.community, FEE) == "article.exists"
    other = books.add(ArticleForm("停车费多少?", "300 元。"))
    assert books.refused(library.edit, other, 1, FEE) == "article.exists"
    assert books.do(library.edit, first, 1, FEE) == 2, "its own question is not taken"
    books.do(library.retire, first, 2)
    assert books.add(), "the question of a retired article is free"
    elsewhere = int(Community.insert(name="另一个小区").execute())
    assert books.do(library.add, elsewhere, FEE), "every community has its own answers"


def test_an_edit_keeps_the_old_wording_in_the_history(books):
    row = books.add(ArticleForm("问", "旧口径", ("甲", "乙")))
    new = ArticleForm("问", "新口径", ("乙", "丙"))
    before = library.read(row)
    assert books.do(library.edit, row, 1, new) == 2
    after = library.read(row)
    assert after.form == new
    assert after.updated_at > before.updated_at
    assert after.tokens != before.tokens
    assert Phrasing.select().count() == 2
    step = journal.history(Topic.ARTICLES, row)[-1]
    assert (step.action, step.text["before"]["answer"]) == ("article.edited", "旧口径")
    assert step.text["after"]["phrasings"] == ["乙", "丙"]


def test_the_order_of_phrasings_is_kept(books):
    row = books.add(ArticleForm("问", "答", ("甲", "乙", "丙")))
    books.do(library.edit, row, 1, ArticleForm("问", "答", ("丙", "甲", "乙")))
    assert library.read(row).form.phrasings == ("丙", "甲", "乙")


def test_an_edit_upon_what_somebody_changed_is_refused_whole(books):
    row = books.add(ArticleForm("问", "答", ("甲",)))
    books.do(library.edit, row, 1, ArticleForm("问", "新", ("乙",)))
    late = ArticleForm("问", "迟", ("丙",))
    assert books.refused(library.edit, row, 1, late) == "article.stale"
    assert books.refused(library.retire, row, 1) == "article.stale"
    assert library.read(row).form == ArticleForm("问", "新", ("乙",))


def test_answering_a_call_is_no_edit(books):
    row = books.add()
    Article.update(used=Article.used + 1).execute()
    assert library.read(row).used == 1
    assert books.do(library.edit, row, 1, FEE) == 2


def test_a_retired_article_answers_no_more_and_can_be_read(books):
    row = books.add()
    assert books.do(library.retire, row, 1) == 2
    assert library.active(books.community) == []
    assert library.read(row).form == FEE
    assert journal.history(Topic.ARTICLES, row)[-1].action == "article.retired"


def test_what_is_not_there_is_gone(books):
    with pytest.raises(Refusal) as refused:
        library.read(99)
    assert refused.value.code == "article.gone"
    assert books.refused(library.edit, 99, 1, FEE) == "article.gone"


def test_the_library_is_in_order_with_its_phrasings(books):
    for category, question, phrasings in (
        ("乙", "三", ("三甲",)),
        ("甲", "二", ()),
        ("甲", "一", ("一甲", "一乙")),
    ):
        books.add(ArticleForm(question, "答", phrasings, category))
    elsewhere = int(Community.insert(name="另一个小区").execute())
    books.do(library.add, elsewhere, ArticleForm("别处", "答"))
    articles = library.active(books.community)
    in_order = [(article.form.category, article.form.question) for article in articles]
    assert in_order.index(("甲", "一")) == in_order.index(("甲", "二")) - 1
    phrasings = {article.form.question: article.form.phrasings for article in articles}
    assert phrasings == {"一": ("一甲", "一乙"), "二": (), "三": ("三甲",)}
