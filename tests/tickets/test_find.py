from __future__ import annotations

from datetime import date, timedelta

from desk.tickets import ending, find
from tests.tickets.office import Office

TODAY = date(2026, 3, 4)


def found(office: Office, text: str) -> list[str]:
    return [row.number for row in find.find(office.database, text, TODAY)]


def test_by_its_number_however_it_is_typed(office: Office):
    made = office.new()
    office.new()
    for text in ("WX20260304-0001", "wx202603040001", " 20260304-0001 "):
        assert found(office, text) == [made.number]
    assert find.by_number(office.database, "WX20260304-9999") is None


def test_by_its_last_four_today_s_first_then_open_ones(office: Office):
    days = [office.new(received_at=office.now - timedelta(days=back)) for back in (3, 2, 1, 0)]
    office.step(ending.cancel, days[2], "打错了")
    assert found(office, "0001") == [
        "WX20260304-0001",
        "WX20260302-0001",
        "WX20260301-0001",
        "WX20260303-0001",
    ]
    assert found(office, "1")[0] == "WX20260304-0001"
    assert found(office, "0002") == []


def test_by_the_number_it_has_elsewhere_by_phone_and_by_words(office: Office):
    made = office.new("主卧天花板渗水", source_number="GD-778", caller_phone="13900001111")
    office.new("楼道灯不亮")
    for text in ("GD-778", "13900001111", "139 0000 1111", "渗水", "天花板 主卧", "张淑芬 渗水"):
        assert found(office, text)[0] == made.number
    assert found(office, "") == []
    assert found(office, "没有这样的词") == []
