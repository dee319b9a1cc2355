"""What people wrote for the sample is complete, fits the trade, and repeats nothing."""

from __future__ import annotations

import re
from collections import Counter

from desk.centre.default_categories import default_categories
from desk.codes import HoldReason, Kind, Role, Urgency
from desk.sample import estate
from desk.sample.casting import SCOPES, fits

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SENTENCE_END = re.compile(r"[。！？]")
FLAT_ONLY = re.compile(r"\{(building|unit|floor|up|lift|n)\}")


def test_there_are_sixty_articles_in_both_languages(content):
    articles = [article for article, _ in content.articles]
    assert len(articles) == 60
    for article in articles:
        for text in (article.question, article.answer, article.category, *article.phrasings):
            assert text == text.strip()
        for text in (article.question, article.answer, *article.phrasings):
            assert CHINESE.search(text), article.key
        assert article.english_question.endswith("?"), article.key
        assert article.english_answer.endswith("."), article.key
        assert article.english_category
        english = article.english_question + article.english_answer + article.english_category
        assert not CHINESE.search(english), article.key
        assert 3 <= len(article.phrasings) <= 6, article.key


def test_answers_can_be_read_aloud(content):
    for article, _ in content.articles:
        assert 1 <= len(SENTENCE_END.findall(article.answer)) <= 4, article.key
        assert len(article.answer) <= 120, article.key
        assert article.answer.endswith("。")
        assert '"' not in article.answer


def test_no_question_is_asked_twice(content):
    asked = [
        re.sub(r"\W", "", text)
        for article, _ in content.articles
        for text in (article.question, *article.phrasings)
    ]
    assert [text for text, times in Counter(asked).items() if times > 1] == []
    english = [article.english_question for article, _ in content.articles]
    assert len(set(english)) == len(english)
    answers = [article.answer for article, _ in content.articles]
    assert len(set(answers)) == len(answers)


def test_some_articles_have_expired_and_some_will_soon(content):
    days = [days for _, days in content.articles if days is not None]
    assert sum(d < 0 for d in days) >= 2
    assert sum(0 <= d <= 7 for d in days) >= 2
    assert sum(d > 30 for d in days) >= 3
    assert len(days) < 30


def test_every_article_has_an_owner_who_works_here(content):
    staff = {person.key for person in content.staff}
    assert {article.owner for article, _ in content.articles} == staff


def test_four_work_at_the_desk_and_fourteen_in_five_crews(content):
    assert len(content.staff) == 4
    assert any(person.role is Role.SUPERVISOR for person in content.staff)
    assert len({person.initial for person in content.staff}) == 4
    assert {person.pin for person in content.staff} == {"1234"}
    assert len(content.crews) == 5
    technicians = [member for crew in content.crews for member in crew.technicians]
    assert len({member.key for member in technicians}) == 14
    assert all(crew.leader in {m.name for m in crew.technicians} for crew in content.crews)


def test_every_family_of_repairs_is_covered(content):
    covered = {family for crew in content.crews for family in crew.covers}
    for form in default_categories():
        if form.kind is Kind.REPAIR and form.family is not None:
            assert form.family in covered, form.name


def test_stories_tell_of_all_kinds_and_most_categories(content):
    assert len(content.stories) >= 120
    assert {story.kind for story in content.stories} == set(Kind)
    assert {story.urgency for story in content.stories} == set(Urgency)
    known = {(form.scope, form.name) for form in default_categories()}
    told = {story.category for story in content.stories if story.category}
    assert told <= known
    assert len(told) >= 0.9 * len(known)
    assert {story.hold.reason for story in content.stories if story.hold} == set(HoldReason)
    assert {story.indoor for story in content.stories} == {True, False}


def test_no_caller_says_what_another_said(content):
    words = [words for story in content.stories for words in story.words]
    assert len(words) >= 300
    assert [text for text, times in Counter(words).items() if times > 1] == []


def test_a_story_names_only_what_its_rooms_have(content):
    rooms = estate.rooms()
    for story in content.stories:
        assert story.scope in SCOPES, story.key
        assert len(story.spots) == len(story.words), story.key
        assert story.done, story.key
        texts = [*story.words, *story.spots, *story.done, *story.comments, *story.thanks]
        texts += [story.hold.text] if story.hold else []
        if FLAT_ONLY.search("".join(texts)):
            told_from = [room for room in rooms if fits(story.scope, room)]
            assert told_from, story.key
            assert all(room.unit for room in told_from), story.key
