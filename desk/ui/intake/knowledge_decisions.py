"""What a list of questions would change: asked about, changed, new, left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.answers.library import ArticleForm
from desk.intake.knowledge_merge import said_of
from desk.intake.knowledge_plan import Asked, KnowledgePlan, Touched
from desk.ui.intake.asked import asked_part
from desk.ui.intake.decided import Decided
from desk.ui.intake.ledger_decisions import left_out
from desk.ui.intake.parts import Line, Part, Shape
from desk.ui.revision_list import difference
from desk.words.catalogue import Words
from desk.words.columns import field_name

#: The members of staff by their ids.
Names = Mapping[int, str]


def parts(words: Words, plan: KnowledgePlan, decided: Decided, names: Names) -> list[Part]:
    """Return the lists of a plan that have rows, what is to be decided first."""
    made = (
        _asked(words, plan.asked, decided, names),
        _changed(words, plan.changed, names),
        _new(words, plan),
        left_out(words, plan.left_out),
    )
    return [part for part in made if part.count]


def _asked(words: Words, rows: tuple[Asked, ...], decided: Decided, names: Names) -> Part:
    def line(at: int, bare: bool) -> Line:
        one = rows[at]
        mine, theirs = _wordings(words, one, names)
        fields = words.say_in("between fields", ", ").join(
            field_name(words, "knowledge", name) for name in one.fields
        )
        return Line(
            one.touched.before.question,
            label=words.say_in("article", "Retired") if one.retired else fields,
            before=mine,
            after=theirs,
            on=decided.articles.get(one.touched.article) == one.theirs,
        )

    def put(one: Asked, on: bool) -> None:
        if on:
            decided.articles[one.touched.article] = one.theirs
        else:
            decided.articles.pop(one.touched.article, None)

    return asked_part(words, Shape.WORDINGS, rows, line, put)


def _wordings(words: Words, one: Asked, names: Names) -> tuple[str, str]:
    """Return what differs, as it stands here and in the file."""
    if one.retired:
        return words.say("stays out of use"), words.say("comes back as the file says")
    mine, theirs = said_of(one.touched.after), said_of(one.theirs)
    pairs = [
        difference(_value(words, name, mine[name], names), _value(words, name, theirs[name], names))
        for name in one.fields
    ]
    between = words.say_in("between phrasings", "; ")
    empty = words.say("(empty)")
    return (
        between.join(before or empty for before, _ in pairs),
        between.join(after or empty for _, after in pairs),
    )


def _changed(words: Words, touched: tuple[Touched, ...], names: Names) -> Part:
    rows = [(one, name) for one in touched for name in _differing(one.before, one.after)]

    def line(at: int, bare: bool) -> Line:
        one, name = rows[at]
        before = _value(words, name, said_of(one.before)[name], names)
        after = _value(words, name, said_of(one.after)[name], names)
        if before and after:
            before, after = difference(before, after)
        return Line(
            one.before.question,
            label=field_name(words, "knowledge", name),
            before=before,
            after=after,
        )

    return Part(
        "changed",
        words.say("Changed"),
        words.say("Nobody touched these at the desk since; they become what the file says."),
        Shape.CHANGE,
        len(rows),
        line,
    )


def _new(words: Words, plan: KnowledgePlan) -> Part:
    def line(at: int, bare: bool) -> Line:
        form = plan.new[at].form
        return Line(form.question, detail=" ".join(form.answer.split()), time=form.category)

    return Part(
        "new",
        words.say_in("import", "New"),
        words.say("They are added to the library."),
        Shape.TWO,
        len(plan.new),
        line,
    )


def _differing(before: ArticleForm, after: ArticleForm) -> list[str]:
    new = said_of(after)
    return [name for name, value in said_of(before).items() if value != new[name]]


def _value(words: Words, name: str, raw: Any, names: Names) -> str:  # noqa: ANN401 - as JSON is
    if not raw:
        return ""
    if name == "owner":
        return names.get(raw, "")
    if isinstance(raw, list):
        return words.say_in("between phrasings", "; ").join(raw)
    return " ".join(str(raw).split())
