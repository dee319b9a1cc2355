"""Everything a slip carries is on it, can be copied from it, and nothing runs over."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from desk.codes import Channel, Kind, Urgency
from desk.paper.blanks import ROW
from desk.paper.slip import slip
from desk.paper.top import Copy
from desk.refusals import Refusal
from desk.words.catalogue import LANGUAGES, Words
from tests.paper.samples import ORDER, joined, text, texts

ZH, EN = Words("zh_CN"), Words("en")
MM = 72 / 25.4

KNOWN = (
    "锦绣花园物业服务中心", "WX20251122-0037", "3-2-1502", "厨房水槽下方柜内", "张淑芬",
    "138****5678", "2025-11-22 10:03", "电话", "室内 › 漏水渗水",
    "厨房水槽下面一直滴水，关了角阀还滴。", "紧急", "11-22 10:13", "11-22 10:33", "11-23 10:03",
    "李静", "2025-11-22 10:05", "水电班", "王建国", "11-22 14:03–16:03",
    "家有小狗，先打电话；穿鞋套", "2025-11-22 10:06", "第 1 次打印",
)  # fmt: skip
LABELS = (
    "派工单", "维修联", "报修", "响应时限", "到场时限", "完成时限", "催单 2 次", "报修人", "电话",
    "报修时间", "类别", "受理人", "派工时间", "班组 / 责任人", "预约时间", "具体位置", "故障描述",
    "敲门须知", "打印时间",
)  # fmt: skip
BLANKS = (
    "接单时间", "到场时间", "离场时间", "维修过程", "配件名称", "型号", "数量", "单价", "维修结果",
    "收费", "无偿", "有偿", "费用", "业主验收", "很满意", "满意", "一般", "不满意", "业主签字",
    "日期", "维修人签字", "回访人", "回访结果",
)  # fmt: skip


def outside(pdf: bytes) -> list[str]:
    """Return the characters whose boxes leave the part of the page that printers reach."""
    gone = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        wide, high = page.get_size()
        edge = 4.2 * MM
        words = page.get_textpage()
        for i in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(i)
            if right > left and not (
                edge <= left and right <= wide - edge and edge <= bottom and top <= high - edge
            ):
                gone.append(words.get_text_range(i, 1))
    document.close()
    return gone


@pytest.mark.parametrize("size", ["A5", "A4"])
def test_every_field_of_the_domain_is_on_the_slip(size):
    said = text(slip([ORDER], ZH, size))
    missing = [field for field in (*KNOWN, *LABELS, *BLANKS) if joined(field) not in said]
    assert missing == []


def test_the_slip_is_one_a5_sheet_lying_down():
    document = pypdfium2.PdfDocument(slip([ORDER], ZH))
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((210 * MM, 148 * MM), abs=0.1)
    document.close()


def test_an_a4_sheet_has_all_three_copies():
    pages = texts(slip([ORDER], ZH, "A4"))
    assert len(pages) == 1
    assert all(name in pages[0] for name in ("存根联", "维修联", "业主联"))
    assert pages[0].count("3-2-1502") == 3


@pytest.mark.parametrize(
    ("copy", "name"),
    [(Copy.STUB, "存根联"), (Copy.TECHNICIAN, "维修联"), (Copy.RESIDENT, "业主联")],
)
def test_a5_prints_the_copy_that_is_asked_for(copy, name):
    assert name in text(slip([ORDER], ZH, "A5", [copy]))


def test_copies_and_tickets_follow_each_other():
    other = replace(ORDER, number="WX20251122-0038")
    pages = texts(slip([ORDER, other], ZH, "A5", [Copy.TECHNICIAN, Copy.STUB]))
    assert ["0037" in page for page in pages] == [True, True, False, False]
    assert ["存根联" in page for page in pages] == [False, True, False, True]


def test_the_resident_is_told_whom_to_call_and_not_what_was_noted_about_the_door():
    said = text(slip([ORDER], ZH, "A5", [Copy.RESIDENT]))
    assert "0571-88776655" in said
    assert "小狗" not in said
    assert "催单" not in said


def test_the_phone_is_hidden_unless_the_technician_must_call():
    order = replace(
        ORDER, description="联系 139 8765 4321 或 13812345678", door_note="打13812345678"
    )
    for size in ("A5", "A4"):
        said = text(slip([order], ZH, size))
        assert "13812345678" not in said
        assert "13987654321" not in said
        assert "139****4321" in said
    said = text(slip([replace(order, must_call=True)], ZH))
    assert "13812345678请先致电" in said


def test_english_says_everything_too():
    said = text(slip([ORDER], EN))
    for field in (
        "Work order", "Technician's copy", "Urgent", "Respond by", "Reported by", "Phone",
        "Category", "Taken by", "Dispatched", "Crew", "Appointment", "Exact spot", "Problem",
        "At the door", "Accepted at", "Arrived at", "Left at", "Work done", "Part", "Model",
        "Quantity", "Unit price", "Result", "Charge", "Free", "Paid", "Amount",
        "Resident's signature", "Date", "Technician's signature", "Return visit by",
        "Visit result", "Chased 2 times", "Print no. 1", "138****5678",
    ):  # fmt: skip
        assert joined(field) in said


@pytest.mark.parametrize("urgency", list(Urgency))
def test_each_urgency_can_be_told_apart_in_black_and_white(urgency):
    words = {"critical": "特急", "urgent": "紧急", "normal": "一般", "planned": "计划"}
    page = pypdfium2.PdfDocument(slip([replace(ORDER, urgency=urgency)], ZH))
    assert words[urgency] in page[0].get_textpage().get_text_bounded()
    grey = page[0].render(scale=2, grayscale=True)
    rows, stride = bytes(grey.buffer), grey.stride
    # A row of pixels through the upper part of the band, above the words.
    band = rows[142 * stride : 142 * stride + grey.width]
    dark = sum(pixel < 64 for pixel in band) / len(band)
    page.close()
    assert {
        "critical": dark > 0.8, "urgent": 0.06 < dark < 0.5,
        "normal": dark < 0.05, "planned": dark < 0.05,
    }[urgency]  # fmt: skip


def test_a_complaint_is_not_called_a_repair():
    said = text(slip([replace(ORDER, kind=Kind.COMPLAINT, number="TS20251122-0001")], ZH))
    assert "情况描述" in said
    assert "报修人" not in said
    assert "故障描述" not in said


def test_a_second_print_says_so():
    assert "第2次打印" in text(slip([replace(ORDER, print_count=2)], ZH))


def test_times_are_those_of_the_centre():
    late = replace(ORDER, received_at=ORDER.received_at + timedelta(hours=14, minutes=30))
    assert "2025-11-23 00:33" in texts(slip([late], ZH))[0]


def test_an_appointment_over_two_days_names_both():
    order = replace(ORDER, appointment_until=ORDER.appointment_from + timedelta(days=1))
    assert joined("11-22 14:03 至 11-23 14:03") in text(slip([order], ZH))


def test_what_is_not_known_leaves_a_line_to_write_on():
    bare = replace(
        ORDER, caller_name="", caller_phone="", spot="", description="", door_note="", crew="",
        technician="", received_by="", category="", dispatched_at=None, respond_by=None,
        arrive_by=None, finish_by=None, appointment_from=None, appointment_until=None,
        centre="", telephone="", place="A区12号别墅",
    )  # fmt: skip
    for size in ("A5", "A4"):
        said = text(slip([bare], ZH, size))
        assert "A区12号别墅" in said
        assert all(joined(name) in said for name in (*LABELS[:3], *BLANKS))
        assert "None" not in said


def test_a_long_text_goes_on_overleaf_and_none_of_it_is_lost():
    words = "".join(f"第{i}句：水槽下面滴水，请带软管两根（四分）。" for i in range(80))
    assert len(words) > 1_700
    pdf = slip([replace(ORDER, description=words)], ZH)
    pages = texts(pdf)
    assert len(pages) >= 2
    assert "…（全文见续页）" in joined(pages[0])
    overleaf = joined("".join(pages[1:]))
    assert [i for i in range(80) if f"第{i}句：水槽" not in overleaf] == []
    assert outside(pdf) == []


def test_two_thousand_characters_are_all_overleaf():
    words = "".join(chr(0x4E00 + i) for i in range(2_000))
    pages = texts(slip([replace(ORDER, description=words)], ZH))
    overleaf = joined("".join(pages[1:]))
    assert [char for char in words if char not in overleaf] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["A5", "A4"])
@pytest.mark.parametrize(
    "stuff", ["漏", "W", "i", "水。", "word ", "\n", "😀", "（", "12345678", "）！"]
)
def test_no_input_is_too_long_for_the_paper(language, size, stuff):
    flood = stuff * (40_000 // len(stuff))
    order = replace(
        ORDER, description=flood, door_note=flood, place=flood, spot=flood, caller_name=flood,
        caller_phone=flood, category=flood, crew=flood, technician=flood, received_by=flood,
        centre=flood, community=flood, telephone=flood, chased=9_999, print_count=9_999,
        urgency=Urgency.CRITICAL, channel=Channel.PATROL,
    )  # fmt: skip
    pdf = slip([order], Words(language), size)
    assert len(texts(pdf)) <= 3
    assert outside(pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_printed_over_something_else(language, kind):
    order = replace(
        ORDER, kind=kind, chased=12, description="水" * 500, door_note="狗" * 300,
        place="锦绣花园三期12号楼地下二层B区非机动车库东侧坡道入口处消防水泵房",
    )  # fmt: skip
    for size in ("A5", "A4"):
        for copy in Copy:
            assert overlapping(slip([order], Words(language), size, [copy])) == []


def overlapping(pdf: bytes) -> list[str]:
    """Return characters of different lines whose middles lie in each other's boxes."""
    hits = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        words = page.get_textpage()
        boxes = []
        for i in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(i)
            if right - left > 0.5 and top - bottom > 0.5:
                boxes.append((left, bottom, right, top, words.get_text_range(i, 1)))
        boxes.sort()
        for n, (left, bottom, right, top, char) in enumerate(boxes):
            for other in boxes[n + 1 :]:
                if other[0] >= right - 0.4:
                    break
                if min(top, other[3]) - max(bottom, other[1]) > 0.4 and (
                    min(right, other[2]) - max(left, other[0]) > 0.4
                ):
                    hits.append(char + other[4])
    document.close()
    return hits


def test_a_rare_name_and_what_no_font_has():
    order = replace(ORDER, caller_name="𠅤䶮😀", description="a\u200db\x00c\tdé 한")
    said = text(slip([order], ZH))
    assert "𠅤䶮□" in said
    assert "abcdé□" in said


def test_the_same_slip_is_the_same_bytes():
    assert slip([ORDER], ZH) == slip([ORDER], ZH)
    assert slip([ORDER], ZH, "A4") == slip([ORDER], ZH, "A4")
    assert slip([ORDER], ZH) != slip([replace(ORDER, print_count=2)], ZH)


def test_two_can_print_at_once():
    orders = [replace(ORDER, number=f"WX20251122-{i:04}") for i in range(8)]
    with ThreadPoolExecutor(4) as hands:
        assert list(hands.map(lambda order: slip([order], ZH), orders)) == [
            slip([order], ZH) for order in orders
        ]


def test_nothing_to_print_is_refused():
    for orders, copies in (([], [Copy.STUB]), ([ORDER], [])):
        with pytest.raises(Refusal) as refused:
            slip(orders, ZH, "A5", copies)
        assert refused.value.code == "paper.nothing_to_print"


def test_lines_are_far_enough_apart_for_a_hand():
    assert ROW >= 8 * MM
    assert math.isclose(MM, 2.8346, rel_tol=1e-3)
