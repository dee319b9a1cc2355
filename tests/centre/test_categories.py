"""Categories: a tree people can change, named in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.centre import categories
from desk.centre.categories import CategoryForm, CategoryRow
from desk.centre.default_categories import scope_in
from desk.codes import Family, Kind, Topic, Urgency
from desk.models import journal
from desk.models.database import Store
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.words.catalogue import Words
from tests.conftest import MORNING

POOL = CategoryForm("公共", "游泳池", "Pool", Kind.REPAIR, None, Urgency.NORMAL)


def named(name: str) -> CategoryRow:
    return next(row for row in categories.active() if row.form.name == name)


def test_names_are_shown_in_both_languages(begun: Store) -> None:
    leak = named("漏水渗水")
    assert leak.name(Words("zh_CN")) == "漏水渗水"
    assert leak.name(Words("en")) == "Water leak"
    assert scope_in("zh_CN", leak.form.scope) == "室内"
    assert scope_in("en", leak.form.scope) == "Indoor"
    assert scope_in("en", "会所") == "会所"


def test_a_family_and_a_kind_suggest_a_category(begun: Store) -> None:
    rows = categories.active()

    def suggested(family: Family, kind: Kind) -> str | None:
        row = categories.suggested(rows, family, kind)
        return row.form.name if row else None

    assert suggested(Family.LEAK, Kind.REPAIR) == "漏水渗水"
    assert suggested(Family.LEAK, Kind.COMPLAINT) == "漏水致损"
    assert suggested(Family.NOISE, Kind.REPAIR) == "噪音"
    assert suggested(Family.HELP, Kind.REPAIR) is None


def test_a_category_is_added_changed_removed_and_comes_back(
    begun: Store, supervisor: Actor
) -> None:
    with begun.write(supervisor, MORNING) as write:
        category = categories.add(write, POOL)
        changed = replace(POOL, english="", urgency=Urgency.URGENT)
        assert categories.edit(write, category, 1, changed) == 2
    assert categories.active()[-1] == CategoryRow(category, 2, changed)
    assert named("游泳池").name(Words("en")) == "游泳池"
    with begun.write(supervisor, MORNING) as write:
        categories.remove(write, category, 2)
    assert all(row.id != category for row in categories.active())
    with begun.write(supervisor, MORNING) as write:
        assert categories.add(write, POOL) == category
    assert named("游泳池").form == POOL
    assert len(journal.history(Topic.CATEGORIES, category)) == 4


def test_what_cannot_be_is_refused(begun: Store, supervisor: Actor, receptionist: Actor) -> None:
    leak = named("漏水渗水")
    for actor, attempt, code in (
        (supervisor, lambda w: categories.add(w, leak.form), "category.exists"),
        (supervisor, lambda w: categories.add(w, replace(POOL, name=" ")), "category.name_missing"),
        (
            supervisor,
            lambda w: categories.edit(w, leak.id, 1, replace(leak.form, name="锁具")),
            "category.exists",
        ),
        (supervisor, lambda w: categories.edit(w, leak.id, 9, leak.form), "category.stale"),
        (supervisor, lambda w: categories.remove(w, leak.id, 9), "category.stale"),
        (receptionist, lambda w: categories.add(w, POOL), "staff.supervisor_needed"),
        (receptionist, lambda w: categories.remove(w, leak.id, 1), "staff.supervisor_needed"),
    ):
        with pytest.raises(Refusal, match=code), begun.write(actor, MORNING) as write:
            attempt(write)
    assert named("漏水渗水") == leak


def test_categories_are_put_into_another_order(begun: Store, supervisor: Actor) -> None:
    before = [row.id for row in categories.active()]
    after = [before[1], before[0], *before[2:]]
    with begun.write(supervisor, MORNING) as write:
        categories.reorder(write, after)
    assert [row.id for row in categories.active()] == after
    assert journal.history(Topic.CATEGORIES, before[0])[-1].action == "category.moved"
    assert [step.action for step in journal.history(Topic.CATEGORIES, before[2])] == []


def test_only_a_supervisor_changes_the_order(begun: Store, receptionist: Actor) -> None:
    before = [row.id for row in categories.active()]
    with (
        pytest.raises(Refusal, match="supervisor_needed"),
        begun.write(receptionist, MORNING) as write,
    ):
        categories.reorder(write, before[::-1])
    assert [row.id for row in categories.active()] == before
