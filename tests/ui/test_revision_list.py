from __future__ import annotations

import pytest

from desk.ui.kit.label import Label
from desk.ui.look import Look
from desk.ui.revision_list import RevisionList, SaidChange, SaidRevision, difference
from desk.words.catalogue import Words


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("月租三百元。", "月租四百元。", ("月租三百元。", "月租四百元。")),
        ("", "新的", ("", "新的")),
        (
            "一二三四五六七八九十一二三四五六七八九十旧一二三四五六七八九十一二三四五六七八九十",
            "一二三四五六七八九十一二三四五六七八九十新一二三四五六七八九十一二三四五六七八九十",
            (
                "…七八九十一二三四五六七八九十旧一二三四五六七八九十一二三四…",
                "…七八九十一二三四五六七八九十新一二三四五六七八九十一二三四…",
            ),
        ),
        ("一\n二", "一\n三", ("一 二", "一 三")),
    ],
)
def test_two_wordings_are_cut_to_where_they_differ(before, after, wanted):
    assert difference(before, after) == wanted


def test_a_step_says_who_when_and_what_stood_there_before(qtbot, look: Look, words: Words):
    shown = RevisionList(look, words)
    qtbot.addWidget(shown)
    shown.show()
    change = SaidChange("类别", "收费", "停车")
    shown.show_steps([SaidRevision("已修改条目", "李主管", "今天 09:00", (change,))])
    said = [label.text() for label in shown.findChildren(Label) if label.text()]
    assert said == ["已修改条目", "李主管·今天 09:00", "类别", "收费", "停车"]
    names = [label.accessibleName() for label in shown.findChildren(Label)]
    assert "原为：收费" in names
    assert "改为：停车" in names
    struck = [label.text() for label in shown.findChildren(Label) if label.font().strikeOut()]
    assert struck == ["收费"]
    look.rescale(2.0)
    assert [label.text() for label in shown.findChildren(Label) if label.font().strikeOut()][
        -1:
    ] == ["收费"]
