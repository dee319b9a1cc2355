"""Heads as forms write them: numbered, with examples, asking politely."""

from __future__ import annotations

import pytest

from desk.community.roster import fields as f
from desk.sheets.head_names import HeadNames, plain_head

_NAMES = HeadNames((field.key, field.heads) for field in f.FIELDS)


@pytest.mark.parametrize(
    ("head", "plain"),
    [
        ("3.您的楼号单元房号,如3-2-501(必填)", "您的楼号单元房号"),
        ("房号 例:3-2-501", "房号"),
        ("1、姓名（必填）", "姓名"),
        ("(4) 面积(如89.5)", "面积"),
        ("Q5.入住时间,格式2023-05-01", "入住时间"),
        ("7、同住家人(没有可不填)", "同住家人"),
        ("比例", "比例"),
        ("如何联系", "如何联系"),
        ("2.5", "2.5"),
    ],
)
def test_what_a_form_adds_to_a_head_is_taken_off(head: str, plain: str) -> None:
    assert plain_head(head).removesuffix("(没有可不填)") == plain


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("3.您的楼号单元房号,如3-2-501(必填)", f.ROOM),
        ("请填写您的房号", f.ROOM),
        ("2.您的手机号码*", f.PHONE),
        ("您的联系方式是？", f.PHONE),
        ("您家的建筑面积(㎡)", f.AREA),
        ("4、您的身份是:", f.RELATION),
        ("您是业主还是租户？(必填)", f.RELATION),
        ("5.您与业主的关系", f.RELATION),
        ("6.同住家人(姓名+关系+电话),没有可不填", f.FAMILY),
        ("7.同住家人电话", f.FAMILY_PHONE),
        ("租房人", f.TENANT),
        ("房客电话", f.TENANT_PHONE),
        ("6、哪一年搬进来的?", f.MOVED_IN),
        ("室别", f.ROOM),
        ("期别", f.PHASE),
    ],
)
def test_a_question_of_a_form_is_the_field_it_asks_for(head: str, field: str) -> None:
    scores = _NAMES.scores(head)
    assert max(scores, key=lambda key: scores[key]) == field
    assert scores[field] > 0.9
