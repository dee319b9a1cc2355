"""What is done with a text: answered, offered, made a ticket or declined."""

from __future__ import annotations

import pytest

from desk.answers.asking import ask
from desk.answers.confidence import Confidence, Likely, confidence
from desk.answers.deciding import Decision, Declined, decide
from desk.answers.found import Hit
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Lexicon, shipped
from desk.language.reading import read
from tests.answers.estates import estate

ESTATE = estate("estate1")


@pytest.mark.parametrize("question", [one["question"] for one in ESTATE.articles[::9]])
def test_a_question_of_the_library_is_answered(question: str) -> None:
    reply = ask(ESTATE.index, question)
    assert reply.decision in (Decision.ANSWER, Decision.CHOOSE)
    assert ESTATE.called(reply.hits[0]) in ESTATE.asked(question)


def test_most_questions_of_the_library_are_answered_without_a_person() -> None:
    said = [ask(ESTATE.index, one["question"]).decision for one in ESTATE.articles]
    assert said.count(Decision.ANSWER) > 0.85 * len(said)
    assert said.count(Decision.DECLINE) == 0


@pytest.mark.parametrize(
    "text",
    [
        "今天股市涨了没有",
        "帮我写一首关于春天的诗",
        "明朝一共有几个皇帝",
        "asdfghjkl",
        "what is the capital of france",
        "嗯嗯嗯嗯",
        "红烧肉怎么做才不腻",
    ],
)
def test_what_has_nothing_to_do_with_the_library_is_not_answered(text: str) -> None:
    reply = ask(ESTATE.index, text)
    assert reply.decision in (Decision.DECLINE, Decision.CHOOSE)
    assert reply.probability < 0.6


def test_nonsense_finds_nothing() -> None:
    reply = ask(Index(Lexicon(shipped())), "啦啦啦")
    assert reply.hits == ()
    assert (reply.decision, reply.declined) == (Decision.DECLINE, Declined.NOTHING)
    assert reply.probability == 0


@pytest.mark.parametrize(
    "text",
    [
        "3号楼2单元1502厨房水管漏水，快来人",
        "我家马桶堵了，水都漫出来了，12栋301",
        "电梯坏了，在8楼不动了",
        "楼道灯不亮好几天了，5栋2单元3楼",
    ],
)
def test_what_somebody_reports_becomes_a_ticket(text: str) -> None:
    assert ask(ESTATE.index, text).decision is Decision.TICKET


@pytest.mark.parametrize(
    "text",
    ["电梯里困了人，快来救人", "有人被困在电梯里了", "楼上着火了", "厨房里一股煤气味，头好晕"],
)
def test_danger_goes_before_everything(text: str) -> None:
    # Even where the library has this very question.
    index = Index(Lexicon(shipped()))
    index.put(1, text, stored(text, (), "请拨打值班电话。"))
    reply = ask(index, text)
    assert reply.reading.at_risk
    assert reply.decision is Decision.TICKET


@pytest.mark.parametrize("text", ["3栋1201住的是谁", "粤B12345是谁的车", "楼上业主的电话给我一下"])
def test_a_question_about_people_is_declined(text: str) -> None:
    reply = ask(ESTATE.index, text)
    assert (reply.decision, reply.declined) == (Decision.DECLINE, Declined.PEOPLE)


@pytest.mark.parametrize("text", ["明天停水吗", "物业费怎么交", "装修要办什么手续", "几点可以装修"])
def test_a_question_becomes_no_ticket(text: str) -> None:
    assert ask(ESTATE.index, text).decision is not Decision.TICKET


def test_an_answer_nobody_vouches_for_any_more_is_only_offered() -> None:
    text, by = "物业费怎么交", confidence()
    reading = read(text)
    hit = Hit(1, 9.0, None, (), expired=True)
    sure = Likely(1.0, 0.0)
    assert decide(text, [hit], reading, sure, by).decision is Decision.CHOOSE
    valid = Hit(1, 9.0, None, (), expired=False)
    assert decide(text, [valid], reading, sure, by).decision is Decision.ANSWER


def test_between_the_thresholds_three_are_offered_and_below_it_is_said_that_nothing_fits() -> None:
    text, ships = "物业费怎么交", confidence()
    reading = read(text)
    by = Confidence(ships.right, ships.followed, answers=0.9, offers=0.3, tickets=0.5)
    hit = Hit(1, 9.0, None, (), expired=False)
    chances = (0.95, 0.9, 0.5, 0.3)
    said = [decide(text, [hit], reading, Likely(one, 0.0), by).decision for one in chances]
    assert said == [Decision.ANSWER, Decision.ANSWER, Decision.CHOOSE, Decision.CHOOSE]
    below = decide(text, [hit], reading, Likely(0.29, 0.0), by)
    assert (below.decision, below.declined) == (Decision.DECLINE, Declined.UNSURE)


def test_the_first_hit_carries_the_probability_of_the_reply() -> None:
    reply = ask(ESTATE.index, "物业费怎么交", limit=3)
    assert len(reply.hits) == 3
    assert reply.hits[0].probability == reply.probability
    assert all(hit.probability is None for hit in reply.hits[1:])


def test_the_probability_does_not_depend_on_how_many_are_asked_for() -> None:
    few, many = (ask(ESTATE.index, "宠物管理", limit=limit) for limit in (1, 10))
    assert len(few.hits) == 1
    assert few.probability == many.probability
    assert few.decision is many.decision


@pytest.mark.parametrize("text", ["zs", "wy", "EV", "费", "wuyef", "wuye f", "zenme jiao wuyefe"])
def test_what_says_too_little_is_never_answered_without_a_person(text: str) -> None:
    hit, sure = Hit(1, 9.0, None, (), expired=False), Likely(1.0, 0.0)
    assert decide(text, [hit], read("物业费怎么交"), sure, confidence()).decision is Decision.CHOOSE


@pytest.mark.parametrize(
    "text", ["wyf", "wuyefei", "wuye fei", "电费", "wifi", "parking fee", "EV充电"]
)
def test_what_is_short_may_say_enough(text: str) -> None:
    hit, sure = Hit(1, 9.0, None, (), expired=False), Likely(1.0, 0.0)
    assert decide(text, [hit], read("物业费怎么交"), sure, confidence()).decision is Decision.ANSWER
