"""SQLite and PostgreSQL keep tokens and vectors alike: the same text ranks the same on both."""

from __future__ import annotations

from datetime import date

import pytest

from desk.answers import library
from desk.answers.library import ArticleForm
from desk.answers.meaning import stored_vector, table
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.calls.memory import Memory
from desk.language.lexicon import Lexicon, shipped
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Community, Staff
from tests.answers.estates import estate
from tests.conftest import MORNING

ASKED = (
    "物业费怎么交",
    "卡丢了",
    "wuyefei",
    "wyf",
    "WIFI mima",
    "喺邊度攞快遞",
    "武业费",
    "前台",
    "我妈一个人在家，昨天那个灯就开始闪，今天干脆不亮了，你们能不能派个师傅来看看要不要钱",
)


@pytest.mark.parametrize("name", ["estate1", "estate2"])
def test_both_databases_rank_as_the_articles_themselves(store: Store, name):
    community = int(Community.insert(name="锦绣花园").execute())
    staff = {"name": "陈静", "initial": "CJ", "role": "supervisor", "pin_hash": "-"}
    actor = Actor(int(Staff.insert(**staff).execute()))
    expected = Index(Lexicon(shipped()), table())
    with store.write(actor, MORNING) as write:
        for one in estate(name).articles:
            question, answer = one["question"], one["answer"]
            form = ArticleForm(question, answer, tuple(one.get("phrasings") or ()))
            row = library.add(write, community, form)
            tokens = stored(question, form.phrasings, answer)
            expected.put(row, question, tokens, vector=stored_vector(question, answer))
    memory = Memory(store, community)
    memory.load(date(2026, 11, 22))
    asked = [*ASKED, *(one["text"] for one in estate(name).queries[:40])]
    for text in asked:
        assert memory.index.search(text, 10) == expected.search(text, 10)


def test_a_library_that_is_replaced_is_put_together_aside(store: Store):
    community = int(Community.insert(name="锦绣花园").execute())
    staff = {"name": "陈静", "initial": "CJ", "role": "supervisor", "pin_hash": "-"}
    actor = Actor(int(Staff.insert(**staff).execute()))
    today = date(2026, 11, 22)
    memory = Memory(store, community)
    with store.write(actor, MORNING) as write:
        for nth in range(300):
            library.add(write, community, ArticleForm(f"{nth}号车位怎么租？", "到前台登记。"))
    memory.load(today)
    with store.write(actor, MORNING) as write:
        for nth in range(300, 600):
            library.add(write, community, ArticleForm(f"{nth}号车位怎么退？", "到前台登记。"))
    assert memory.follow(today)
    assert memory.index.due() is None
    found = memory.index.search("517号车位怎么退")
    assert memory.articles[found[0].article_id].form.question == "517号车位怎么退？"
    fresh = Memory(store, community)
    fresh.load(today)
    assert fresh.index.search("517号车位怎么退", 10) == memory.index.search("517号车位怎么退", 10)
