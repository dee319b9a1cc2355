"""One work order and one day that tests vary, and how to read a PDF back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pypdfium2

from desk.codes import Channel, Due, Kind, State, Urgency
from desk.reports.day_report import Counted, DayReport, OverdueLine
from desk.tickets.work_order import WorkOrder

SHANGHAI = ZoneInfo("Asia/Shanghai")
RECEIVED = datetime(2025, 11, 22, 2, 3, tzinfo=UTC)

ORDER = WorkOrder(
    number="WX20251122-0037",
    kind=Kind.REPAIR,
    urgency=Urgency.URGENT,
    community="锦绣花园",
    centre="锦绣花园物业服务中心",
    telephone="0571-8877 6655",
    zone=SHANGHAI,
    printed_at=RECEIVED + timedelta(minutes=3),
    category="室内 › 漏水渗水",
    place="3-2-1502",
    spot="厨房水槽下方柜内",
    caller_name="张淑芬",
    caller_phone="13812345678",
    received_at=RECEIVED,
    received_by="李静",
    channel=Channel.PHONE,
    description="厨房水槽下面一直滴水，关了角阀还滴。",
    door_note="家有小狗，先打电话；穿鞋套",
    respond_by=RECEIVED + timedelta(minutes=10),
    arrive_by=RECEIVED + timedelta(minutes=30),
    finish_by=RECEIVED + timedelta(days=1),
    dispatched_at=RECEIVED + timedelta(minutes=2),
    crew="水电班",
    technician="王建国",
    appointment_from=RECEIVED + timedelta(hours=4),
    appointment_until=RECEIVED + timedelta(hours=6),
    chased=2,
)

LATE = OverdueLine(
    number="WX20251121-0012",
    place="3-2-1602",
    what="卫生间漏水",
    who="水电班 王建国",
    due=Due.FINISH,
    due_at=RECEIVED,
    late=timedelta(hours=3, minutes=12),
    reason="待料，软管缺货",
)

DAY = DayReport(
    day=date(2025, 11, 22),
    community="锦绣花园",
    zone=SHANGHAI,
    made_at=RECEIVED + timedelta(hours=8),
    made_by="陈主管",
    on_duty=("李静", "王芳"),
    calls=86,
    answered=41,
    by_kind=((Kind.REPAIR, 31), (Kind.COMPLAINT, 5)),
    by_channel=((Channel.PHONE, 28), (Channel.COUNTER, 8)),
    by_category=(Counted("室内 › 漏水渗水", 19), Counted("公共 › 电梯", 17)),
    by_building=(Counted("3栋", 21), Counted("5栋", 15)),
    finished=38,
    finished_in_time=35,
    overdue=(LATE,),
    complaints_new=5,
    complaints_closed=3,
    complaints_serious=1,
    open_by_state=((State.RECEIVED, 2), (State.HOLD, 25)),
    asked_most=(Counted("明天停水吗", 9),),
    unanswered=(Counted("充电桩什么时候装", 4),),
)


def texts(pdf: bytes) -> list[str]:
    """Return what can be selected and copied from each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    """Return what can be copied from all pages, without the ends of lines."""
    return "".join("".join(texts(pdf)).split())


def joined(said: str) -> str:
    """Return text as ``text`` gives it back, for comparing."""
    return "".join(said.split())
