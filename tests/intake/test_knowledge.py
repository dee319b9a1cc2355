"""A list of questions comes into the library, and never over what the desk wrote."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm, StoredArticle
from desk.answers.questions.read import KnowledgeRead, ReadArticle
from desk.calls.memory import Memory
from desk.codes import Topic
from desk.intake import imports, knowledge
from desk.intake.imports import TakenBack
from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.origin import Origin
from desk.intake.record import Imported
from desk.models import journal
from desk.models.database import Store
from desk.models.tables import ImportedRow, JournalEntry
from desk.sheets.findings import Findings, Place
from tests.tickets.office import Office, refused

FILE = Origin("常见问题解答.xlsx", "cd" * 32)
FEE, ANSWER = "物业费怎么算?", "按建筑面积计收。"


def row(question: str = FEE, answer: str = ANSWER, at: int = 4, **what: Any) -> ReadArticle:
    blank = {
        "phrasings": (),
        "category": "",
        "owner": "",
        "valid_from": None,
        "valid_until": None,
        "source": Place("常见问题", at),
    }
    return ReadArticle(question=question, answer=answer, **blank | what)


class Books(Office):
    """A centre whose library is brought in files."""

    def plan(self, *rows: ReadArticle) -> KnowledgePlan:
        return knowledge.plan(self.community, KnowledgeRead(rows, Findings()))

    def publish(self, plan: KnowledgePlan, take: Collection[int] = ()) -> Imported:
        self.later(minutes=1)
        with self.store.write(self.actor, self.now) as write:
            return knowledge.publish(write, self.community, plan, take, FILE)

    def bring(self, *rows: ReadArticle, take: Collection[int] = ()) -> Imported:
        return self.publish(self.plan(*rows), take)

    def take_back(self, imported: Imported) -> TakenBack:
        with self.store.write(self.actor, self.now) as write:
            return imports.take_back(write, imported.id)

    def edit(self, article: StoredArticle, form: ArticleForm) -> None:
        with self.store.write(self.actor, self.now) as write:
            library.edit(write, article.id, article.version, form)

    def retire(self, article: StoredArticle) -> None:
        with self.store.write(self.actor, self.now) as write:
            library.retire(write, article.id, article.version)

    def one(self) -> StoredArticle:
        (article,) = library.active(self.community)
        return article


@pytest.fixture
def books(store: Store) -> Books:
    return Books(store)


def test_new_questions_are_answered_at_once(books: Books):
    memory = Memory(books.store, books.community)
    today = date(2026, 3, 4)
    memory.load(today)
    done = books.bring(
        row(phrasings=("物业费多少钱一平",), category="收费", owner="陈静"),
        row("发票去哪里开?", "前台。", 5, valid_until=date(2026, 12, 31)),
    )
    assert done.counts == {"articles": 2, "changed": 0, "same": 0, "left_out": 0}
    memory.follow(today)
    hits = memory.index.search("物业费多少钱", 3)
    article = memory.articles[hits[0].article_id]
    assert article.form.answer == ANSWER
    assert (article.form.category, article.owner_name) == ("收费", "陈静")
    assert article.form.phrasings == ("物业费多少钱一平",)
    history = journal.history(Topic.ARTICLES, article.id)
    assert [step.action for step in history] == ["article.added"]


def test_the_same_list_again_changes_nothing(books: Books):
    books.bring(row())
    again = books.plan(row(answer=f" {ANSWER} "))
    assert (again.is_nothing, again.same) == (True, 1)
    books.publish(again)
    assert books.one().version == 1


def test_what_only_the_file_has_changed_is_changed(books: Books):
    books.bring(row(phrasings=("多少钱一平",)))
    done = books.bring(row(answer="每平方米 2.6 元。", phrasings=("多少钱一平", "收费标准")))
    assert done.counts["changed"] == 1
    assert books.one().form.answer == "每平方米 2.6 元。"
    assert books.one().form.phrasings == ("多少钱一平", "收费标准")


def test_what_only_the_desk_has_changed_stays(books: Books):
    books.bring(row())
    books.edit(books.one(), ArticleForm(FEE, "问前台。"))
    plan = books.plan(row())
    assert plan.is_nothing
    books.publish(plan)
    assert books.one().form.answer == "问前台。"


@pytest.mark.parametrize("taken", [False, True])
def test_what_both_have_changed_is_asked(books: Books, taken: bool):
    books.bring(row())
    books.edit(books.one(), ArticleForm(FEE, "问前台。", category="费用"))
    plan = books.plan(row(answer="每平方米 2.6 元。", phrasings=("收费标准",)))
    (asked,) = plan.asked
    assert asked.fields == ("answer",)
    assert (asked.touched.after.answer, asked.theirs.answer) == ("问前台。", "每平方米 2.6 元。")
    books.publish(plan, {books.one().id} if taken else ())
    form = books.one().form
    assert form.answer == ("每平方米 2.6 元。" if taken else "问前台。")
    assert (form.category, form.phrasings) == ("费用", ("收费标准",))
    assert books.plan(row(answer="每平方米 2.6 元。")).is_nothing, "it is asked once"


def test_what_was_written_by_hand_is_never_overwritten_unasked(books: Books):
    with books.store.write(books.actor, books.now) as write:
        library.add(write, books.community, ArticleForm(FEE, "问前台。"))
    plan = books.plan(row(category="收费"))
    (asked,) = plan.asked
    assert asked.fields == ("answer",)
    books.publish(plan)
    assert (books.one().form.answer, books.one().form.category) == ("问前台。", "收费")


def test_a_question_that_is_a_phrasing_there_is_the_same_article(books: Books):
    books.bring(row(phrasings=("物业费多少钱一平",)))
    plan = books.plan(row("物业费多少钱一平?"), row("收费标准", phrasings=(FEE,), at=9))
    assert plan.new == ()
    assert plan.same == 1
    assert [(one.source.row, one.why.code) for one in plan.left_out] == [(9, "knowledge.repeated")]


def test_rows_that_cannot_be_taken_are_listed(books: Books):
    plan = books.plan(
        row(),
        row(at=5),
        row("几点开门?", at=6, valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1)),
    )
    assert [(one.source.row, one.why.code) for one in plan.left_out] == [
        (5, "knowledge.repeated"),
        (6, "knowledge.dates_reversed"),
    ]
    books.publish(plan)
    assert books.one().form.question == FEE


def test_what_somebody_took_out_comes_back_only_if_wanted(books: Books):
    books.bring(row())
    gone = books.one()
    books.retire(gone)
    plan = books.plan(row())
    assert [one.retired for one in plan.asked] == [True]
    books.publish(plan)
    assert library.active(books.community) == []
    books.publish(books.plan(row()), {gone.id})
    assert books.one().form.answer == ANSWER


def test_an_edit_in_between_is_noticed_and_nothing_is_kept(books: Books):
    books.bring(row())
    plan = books.plan(row(answer="每平方米 2.6 元。"), row("发票去哪里开?", "前台。", 5))
    books.edit(books.one(), ArticleForm(FEE, "问前台。"))
    entries = JournalEntry.select().count()
    with refused("knowledge.stale"):
        books.publish(plan)
    assert books.one().form.answer == "问前台。"
    assert JournalEntry.select().count() == entries


def test_taking_back_retires_what_came_and_restores_what_was(books: Books):
    books.bring(row())
    second = books.bring(row(answer="每平方米 2.6 元。"), row("发票去哪里开?", "前台。", 5))
    back = books.take_back(second)
    assert dict(back.removed) == {"articles": 1, "articles_restored": 1}
    assert back.kept == ()
    assert books.one().form.answer == ANSWER
    assert ImportedRow.select().where(ImportedRow.imported == second.id).count() == 0
    assert [one.form.question for one in books.plan(row("发票去哪里开?")).new] == ["发票去哪里开?"]


def test_taking_back_leaves_the_imports_before_as_if_it_had_never_been(books: Books):
    first = books.bring(row())
    second = books.bring(row(answer="每平方米 2.6 元。"))
    third = books.bring(row(answer="每平方米 2.7 元。"))
    books.take_back(third)
    books.take_back(second)
    back = books.take_back(first)
    assert (back.kept, dict(back.removed)) == ((), {"articles": 1, "articles_restored": 0})
    assert library.active(books.community) == []


def test_what_the_desk_edited_between_two_imports_stays(books: Books):
    first = books.bring(row())
    books.edit(books.one(), ArticleForm(FEE, ANSWER, category="收费"))
    second = books.bring(row(answer="每平方米 2.6 元。"))
    books.take_back(second)
    back = books.take_back(first)
    assert [one.why for one in back.kept] == ["import.kept_changed"]
    assert books.one().form == ArticleForm(FEE, ANSWER, category="收费")


def test_what_the_desk_edited_stays_when_it_is_taken_back(books: Books):
    done = books.bring(row(), row("发票去哪里开?", "前台。", 5))
    invoice = next(one for one in library.active(books.community) if "发票" in one.form.question)
    books.edit(invoice, ArticleForm("发票去哪里开?", "小程序里开。"))
    back = books.take_back(done)
    assert [(one.subject, one.why) for one in back.kept] == [(invoice.id, "import.kept_changed")]
    assert books.one().form.answer == "小程序里开。"
