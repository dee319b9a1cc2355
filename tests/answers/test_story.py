"""A story with its question somewhere inside is answered by what it is about."""

from __future__ import annotations

import numpy as np

from desk.answers.ranking import Index
from desk.answers.scoring import about
from tests.answers.estates import estate

STORY = (
    "昨天我妈从老家过来看孙子，今天早上她一个人去买菜，回来的时候门禁卡不知道掉哪了，"
    "现在人还在楼下等着呢，那个卡要怎么补啊"
)


def _looked(index: Index, text: str):
    looked = index.look(text)
    assert looked is not None
    return looked


def test_what_a_story_is_about_is_nearer_to_its_answer_than_all_it_tells():
    library = estate("estate1")
    question, found, laid = _looked(library.index, STORY.replace("，", " "))
    assert question.is_story
    assert question.about is not None
    first = library.index.search(STORY)[0]
    place = next(at for at, one in enumerate(found) if one.article == first.article_id)
    assert "卡" in library.articles[first.article_id - 1]["question"]
    names = list(range(len(found)))
    told = np.array([laid.measures[at, -1] for at in names])
    assert told[place] >= np.partition(told, -5)[-5]


def test_a_short_question_tells_no_story():
    library = estate("estate1")
    question, found, _ = _looked(library.index, "门禁卡丢了怎么补办")
    assert not question.is_story
    assert question.about is None
    assert about(question, found, []) is None
