"""Rows of the queue as a busy morning has them, for tests and pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from desk.codes import NUMBER_PREFIX, Due, HoldReason, Kind, State, Urgency
from desk.tickets.rows import TicketRow

#: A Wednesday, 10:24:30 in Shanghai.
NOW = datetime(2026, 3, 4, 2, 24, 30, tzinfo=UTC)


def ticket(number: int = 1, **changes: Any) -> TicketRow:
    """Return a row of an ordinary repair with half an hour left."""
    kind = changes.pop("kind", Kind.REPAIR)
    day = changes.pop("day", "20260304")
    values: dict[str, Any] = {
        "ticket_id": number,
        "version": 1,
        "number": f"{NUMBER_PREFIX[kind]}{day}-{number:04}",
        "kind": kind,
        "state": State.DISPATCHED,
        "urgency": Urgency.NORMAL,
        "place": "3-2-1602",
        "words": "卫生间漏水",
        "spot": "",
        "category": "漏水渗水",
        "category_english": "Leaks and seepage",
        "crew": "水电班",
        "technician": "王建国",
        "caller_name": "张淑芬",
        "caller_phone": "13812345678",
        "chased": 0,
        "received_at": NOW - timedelta(hours=1),
        "due_at": NOW + timedelta(minutes=80),
        "due_clock": Due.ARRIVE,
        "hold_reason": None,
        "appointment_from": None,
        "appointment_until": None,
        "slip_prints": 0,
        "slip_returned": False,
        "finished_at": None,
        "closed_at": None,
        "is_open": True,
        "community": 1,
        "room": number,
        "resident": number,
        "category_id": 1,
        "crew_id": 1,
        "technician_id": 1,
    }
    minutes = changes.pop("minutes", None)
    if minutes is not None:
        values["due_at"] = NOW + timedelta(minutes=minutes)
    values |= changes
    return TicketRow(**values)


def busy_morning() -> list[TicketRow]:
    """Return some forty rows in every state, in the order of the queue."""
    lift = {"category": "电梯", "category_english": "Lifts", "crew": "电梯维保", "technician": ""}
    power = {"category": "强电", "category_english": "Power", "technician": "赵志强"}
    lock = {"category": "锁具", "category_english": "Locks", "crew": "综合维修班"}
    no_crew = {"crew": "", "technician": "", "crew_id": None, "technician_id": None}
    rows = [
        ticket(
            41,
            place="5号楼 2单元电梯",
            words="困人 2 人，按警铃没人应",
            urgency=Urgency.CRITICAL,
            minutes=-0.6,
            due_clock=Due.RESPOND,
            caller_name="监控室",
            caller_phone="",
            **lift,
        ),
        ticket(
            12,
            place="7-1-0301",
            words="下水道反水，厨房和卫生间地面全是污水，已经漫到客厅地板了，请马上来人",
            urgency=Urgency.URGENT,
            minutes=-185,
            chased=3,
            slip_prints=1,
            category="下水马桶地漏堵塞",
            category_english="Drains, toilets and floor drains",
            caller_name="欧阳建军",
        ),
        ticket(
            39,
            place="地下车库 B2",
            words="消防泵房有烧焦味",
            urgency=Urgency.CRITICAL,
            state=State.ARRIVED,
            minutes=-4,
            due_clock=Due.FINISH,
            category="消防设施",
            category_english="Fire safety",
            crew="工程应急班",
            technician="陈大勇",
            caller_name="巡逻岗",
            caller_phone="057188881234",
        ),
        ticket(37, minutes=-12, chased=1, state=State.ACCEPTED),
        ticket(
            8,
            day="20260302",
            place="2-3-1101",
            words="入户门锁打不开，老人一个人在家",
            state=State.HOLD,
            hold_reason=HoldReason.PARTS,
            due_clock=Due.LOOK_AGAIN,
            minutes=-64,
            **lock,
        ),
        ticket(
            35,
            place="1-1-0802",
            words="厨房插座没电",
            minutes=4.2,
            state=State.ACCEPTED,
            caller_name="刘伟",
            **power,
        ),
        ticket(
            33,
            place="9号楼门口",
            words="路灯不亮，晚上看不见台阶",
            minutes=18,
            state=State.RECEIVED,
            due_clock=Due.RESPOND,
            category="公共照明",
            category_english="Public lighting",
            caller_name="",
            caller_phone="",
            **no_crew,
        ),
        ticket(
            31,
            kind=Kind.COMPLAINT,
            place="4-2-0601",
            words="楼上半夜装修敲墙，孩子睡不着",
            minutes=26,
            state=State.RECEIVED,
            due_clock=Due.RESPOND,
            category="噪音",
            category_english="Noise",
            caller_name="孙丽",
            **no_crew,
        ),
        ticket(
            29,
            place="6-1-1203",
            words="马桶冲不下去",
            minutes=47,
            state=State.ACCEPTED,
            slip_prints=1,
            appointment_from=NOW + timedelta(minutes=5),
            appointment_until=NOW + timedelta(minutes=65),
            category="下水马桶地漏堵塞",
            category_english="Drains, toilets and floor drains",
            caller_name="Michael Harrison-Whitmore",
        ),
    ]
    places = ["3-1-0902", "8-2-1504", "S1 商铺 12", "别墅 17", "2-1-0203", "10-3-2801"]
    words = [
        "空调外机滴水",
        "对讲听不见",
        "卷帘门卡住了",
        "院子里的树枝快碰到电线",
        "客厅灯闪，换过灯泡还是闪",
        "阳台推拉门滑轮坏了，关不严，风大的时候哐哐响，请约周末下午",
    ]
    states = [State.DISPATCHED, State.ACCEPTED, State.ARRIVED]
    for at in range(15):
        rows.append(
            ticket(
                50 + at,
                place=places[at % 6],
                words=words[at % 6],
                minutes=90 + at * 97,
                state=states[at % 3],
                chased=2 if at == 4 else 0,
                due_clock=Due.FINISH if at % 3 == 2 else Due.ARRIVE,
                caller_name=["周敏", "吴老师", "郑小姐", "老冯", "陈静"][at % 5],
                slip_prints=at % 2,
                urgency=Urgency.PLANNED if at % 5 == 3 else Urgency.NORMAL,
            )
        )
    for at in range(5):
        rows.append(
            ticket(
                70 + at,
                day="20260303",
                place=places[at],
                words=words[at],
                state=State.HOLD,
                hold_reason=list(HoldReason)[at % 4],
                due_clock=Due.LOOK_AGAIN,
                minutes=60 * 24 * (at + 1),
            )
        )
    for at in range(5):
        rows.append(
            ticket(
                80 + at,
                day="20260302",
                place=places[5 - at],
                words=words[5 - at],
                state=State.TO_VISIT,
                due_clock=Due.VISIT,
                finished_at=NOW - timedelta(hours=5),
                minutes=60 * 24 * (at + 1),
            )
        )
    for at in range(6):
        rows.append(
            ticket(
                90 + at,
                place=places[at],
                words=words[at],
                state=State.DONE,
                due_clock=Due.NONE,
                due_at=None,
                finished_at=NOW - timedelta(minutes=20 * at + 3),
                slip_prints=at % 2,
            )
        )
    return rows
