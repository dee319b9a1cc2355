"""What a column of a ledger may be."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.sheets.book import Row, Sheet
from desk.sheets.columns import understand
from desk.tickets.ledger.fields import FIELDS
from desk.words import columns
from desk.words.catalogue import Words


def test_every_field_has_a_name_for_people_in_both_languages():
    for field in FIELDS:
        english = columns.field_name(Words("en"), "tickets", field.key)
        assert english
        assert columns.field_name(Words("zh_CN"), "tickets", field.key) != english


@pytest.mark.parametrize(
    ("head", "values", "field"),
    [
        ("时间", (date(2023, 1, 5), date(2023, 1, 6)), "reported"),
        ("房号", ("1502", "1503", "101"), {"door", "place"}),
        ("Unit", ("3-2-1502", "5-1-301"), "place"),
        ("完成时间", ("1.2", "当天", "1.6"), "finished"),
        ("完成时间", (time(9, 0), time(10, 30)), {"finished", "finished_time"}),
        ("维修结果", ("√", "待料", "换角阀"), "result"),
        ("是否修好", ("是", "否"), "done"),
        ("登记人", ("小李", "小王"), "other"),
        ("业主意见", ("满意", "不满意"), "satisfaction"),
    ],
)
def test_a_head_and_what_stands_below_decide(head, values, field):
    texts = ("厨房水龙头一直滴水", "客厅的灯不亮了", "马桶堵了冲不下去")
    rows = [Row(1, ("报修内容", head))]
    rows += [Row(at + 2, (texts[at], value)) for at, value in enumerate(values)]
    found = understand(Sheet("1月", tuple(rows)), FIELDS)
    assert found.columns[1].field in (field if isinstance(field, set) else {field})
