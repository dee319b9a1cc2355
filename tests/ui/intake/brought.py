"""A community that brought a file before and has worked since, and the files it brings now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from desk.answers import library
from desk.answers.questions.read import KnowledgeRead, ReadArticle
from desk.codes import Kind, RoomKind, Urgency
from desk.community import residents, rooms
from desk.community.roster.read import ReadRoom
from desk.intake import knowledge, ledger, roster
from desk.intake.knowledge_plan import KnowledgePlan
from desk.intake.ledger_plan import LedgerPlan
from desk.intake.origin import Origin
from desk.intake.record import Imported
from desk.intake.roster_plan import Decisions, RosterPlan
from desk.language.addresses import Address
from desk.models.tables import Resident, Room
from desk.sheets.findings import Findings, Place
from desk.tickets.ledger.read import LedgerRead, ReadTicket
from desk.tickets.make import NewTicket, make
from tests.intake.roster_office import room, roster_of
from tests.ui.footing import Place as Centre

FILE = Origin("翠湖苑_住户信息.xlsx", "d" * 64)
LEDGER = Origin("报修登记表2023年.xlsx", "ab" * 32)
QUESTIONS = Origin("常见问题解答.xlsx", "cd" * 32)


def first_roster() -> tuple[ReadRoom, ...]:
    return (
        room("3-1-101", "张伟 owner 13800000001", area=89.5, row=3),
        room("3-1-102", "李娜 owner 13800000002", "赵敏 family 13800000012", area=89.5, row=4),
        room("3-1-201", "王芳 owner 13800000003", area=120, row=5),
        room("3-1-202", "刘洋 tenant 13800000004", row=6),
        room("3-1-301", "陈静 owner 13800000005", row=7),
        room("3-1-302", "黄磊 owner 13800000006", row=8),
        room("3-1-401", row=9),
        room("3-1-402", "周杰 owner 13800000007", row=10),
    )


def second_roster() -> tuple[ReadRoom, ...]:
    """It changes 101 and 102, does not name 301, 302, 401 and 赵敏, and has a new building."""
    return (
        room("3-1-101", "张伟 owner 13900000001", area=91, note="两证齐全", row=3),
        room("3-1-102", "李娜 owner 13900000002", area=90, row=4),
        room("3-1-201", "王芳 owner 13800000003", area=120, moved_in="2015-06", row=5),
        room("3-1-202", "刘洋 owner 13800000004", row=6),
        room("3-1-402", "周杰 owner 13800000007", row=7),
        *(
            room(
                f"5-{unit}-{floor}0{door}",
                f"住户{unit}{floor}{door} owner 1370000{unit}{floor}0{door}",
            )
            for unit in (1, 2)
            for floor in (1, 2, 3)
            for door in (1, 2)
        ),
        room("12-1-101", "吴磊 owner 13600000001", row=30),
        room("商铺8", kind=RoomKind.SHOP, row=31),
    )


def bring_roster(centre: Centre, *read: ReadRoom, origin: Origin = FILE) -> Imported:
    plan = roster.compare(centre.community, roster_of(*(read or first_roster())))
    return centre.write(roster.publish, centre.community, plan, Decisions(), origin)


def roster_plan(centre: Centre) -> RosterPlan:
    """Bring the first file, work on its rows, and compare the second one."""
    bring_roster(centre)
    centre.pass_time(days=30)
    for name, number in (("张伟", "13811112222"), ("李娜", "13811113333")):
        person = residents.read(Resident.get(Resident.name == name).id)
        form = replace(person.form, phones=(number,))
        centre.write(residents.correct, person.id, person.version, form)
    note = Room.get(Room.label == "3-1-101")
    centre.write(rooms.note, note.id, note.version, "勿按门铃,家有婴儿")
    ticket_for(centre, "3-1-302")
    return roster.compare(centre.community, roster_of(*second_roster()))


def ticket_for(centre: Centre, label: str) -> int:
    new = NewTicket(
        draft_key=f"draft-{label}",
        community=centre.community,
        kind=Kind.REPAIR,
        urgency=Urgency.NORMAL,
        words="厨房漏水",
        room=Room.get(Room.label == label).id,
        resident=None,
    )
    return centre.write(make, centre.session.centre, new).ticket_id


def ledger_row(row: int, text: str, **what) -> ReadTicket:
    what = {"done": True, "reported_at": datetime.fromisoformat("2023-03-05T09:10")} | what
    return ReadTicket(source=Place("2023", row), text=text, **what)


def ledger_plan(centre: Centre) -> LedgerPlan:
    bring_roster(centre)
    rows = (
        ledger_row(
            2,
            "厨房水管漏水",
            done=False,
            place="3-1-101",
            number="BX0302-04",
            reported_at=datetime.fromisoformat("2026-03-02T09:00"),
            hold_reason="缺货已下单",
            room=Address("3", "1", "101", RoomKind.FLAT),
        ),
        ledger_row(
            3,
            "电梯门关不严,有异响",
            done=None,
            place="5号楼1单元电梯",
            reported_at=date(2026, 2, 20),
            number="BX0220-01",
        ),
        ledger_row(
            4,
            "地下车库照明不亮",
            done=False,
            place="地下车库B2",
            hold_reason="等业委会签字",
            reported_at=date(2025, 11, 3),
        ),
        ledger_row(
            5,
            "卫生间堵塞",
            done=None,
            place="9-1-101",
            room=Address("9", "1", "101", RoomKind.FLAT),
            reported_at=date(2024, 6, 1),
        ),
        ledger_row(6, "门禁卡失灵", place="3-1-102", room=Address("3", "1", "102", RoomKind.FLAT)),
        ledger_row(7, "门禁卡失灵", place="3-1-102", room=Address("3", "1", "102", RoomKind.FLAT)),
        ledger_row(8, "什么时候报的没写", reported_at=date(2031, 1, 1)),
    )
    return ledger.plan(
        centre.community, LedgerRead(rows, Findings()), centre.session.centre, centre.clock.now()
    )


def bring_ledger(centre: Centre) -> Imported:
    plan = ledger_plan(centre)
    return centre.write(ledger.publish, centre.community, plan, [], LEDGER, centre.session.centre)


def article(question: str, answer: str, at: int = 4, **what) -> ReadArticle:
    blank = {
        "phrasings": (),
        "category": "",
        "owner": "",
        "valid_from": None,
        "valid_until": None,
    }
    return ReadArticle(
        question=question, answer=answer, source=Place("常见问题", at), **blank | what
    )


def bring_questions(centre: Centre, *rows: ReadArticle) -> Imported:
    plan = knowledge.plan(centre.community, KnowledgeRead(rows, Findings()))
    return centre.write(knowledge.publish, centre.community, plan, (), QUESTIONS)


def knowledge_plan(centre: Centre) -> KnowledgePlan:
    bring_questions(
        centre,
        article("物业费怎么算?", "按建筑面积计收,每平方米每月 2.80 元。", 4),
        article("装修要办什么手续?", "带身份证到客服中心登记,交押金 2000 元。", 5),
        article("几点可以装修?", "工作日 8:00 至 12:00,14:00 至 18:00。", 6),
    )
    centre.pass_time(days=3)
    fee = next(one for one in library.active(centre.community) if "物业费" in one.form.question)
    form = replace(fee.form, answer="按建筑面积计收,每平方米每月 3.00 元。")
    centre.write(library.edit, fee.id, fee.version, form)
    rows = (
        article("物业费怎么算?", "按建筑面积计收,每平方米每月 3.20 元。", 4),
        article("装修要办什么手续?", "带身份证到客服中心登记,不收押金。", 5, category="装修"),
        article("几点可以装修?", "工作日 8:00 至 12:00,14:00 至 18:00。", 6),
        article("快递放哪里?", "东门快递柜,或请前台代收。", 7),
    )
    return knowledge.plan(centre.community, KnowledgeRead(rows, Findings()))
