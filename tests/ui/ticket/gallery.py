"""Saves pictures of the open ticket and its sheets: ``python -m tests.ui.ticket.gallery OUT``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.centre import crews
from desk.centre.crews import CrewForm
from desk.codes import Channel, ClockRun, Family, HoldReason, Kind, Urgency
from desk.models.database import Store
from desk.models.journal import Actor
from desk.models.tables import Technician
from desk.paper.raster import rasterise_all
from desk.paper.slip import slip
from desk.tickets import chasing, dispatching, ending, finishing, holding, noting, slips, visiting
from desk.tickets.rows import by_ids
from desk.tickets.states import Step
from desk.tickets.work_order import WorkOrder
from desk.ui import fonts
from desk.ui.look import Look
from desk.ui.printing.devices import Devices, Printers
from desk.ui.printing.print_sheet import PrintSheet
from desk.ui.theme import Scheme
from desk.ui.ticket.pane import TicketPane
from desk.ui.ticket.sheets import sheet_for
from desk.words.catalogue import Words
from tests.tickets.office import MORNING, Office
from tests.ui.ticket.room import Frame, PlainPapers, new_session

SHEETS = (
    Step.DISPATCH,
    Step.TRANSFER,
    Step.HOLD,
    Step.FINISH,
    Step.APPOINT,
    Step.CANCEL,
    Step.TURN_DOWN,
    Step.MERGE,
    Step.REOPEN,
    Step.VISIT,
    Step.PLAN_VISIT,
    Step.RETURN_SLIP,
    Step.EDIT,
)


class RealPapers(PlainPapers):
    """Sets real slips."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def slip(self, orders: Sequence[WorkOrder], size: str) -> bytes:
        return slip(orders, self._words, "A4" if size == "A4" else "A5")

    def pages(self, pdf: bytes, dpi: int) -> list:
        return list(rasterise_all(pdf, dpi))


class Town:
    """Tickets in the main states, as a morning makes them."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder, MORNING)
        self.office = office = Office(self.store)
        with self.store.write(Actor(), office.now) as write:
            for name, covers in (
                ("综合维修班", (Family.INDOOR, Family.LEAK, Family.ACCESS)),
                ("电梯维保", (Family.LIFT,)),
                ("保洁绿化班", (Family.CLEANING, Family.GREEN)),
            ):
                crew = crews.insert(write, CrewForm(name, covers, ClockRun.SERVICE))
                for one in ("李建军", "赵志强"):
                    crews.insert_technician(write, crew, one, "13900001111")
            self.second = crews.insert_technician(write, office.water, "孙师傅", "13911112222")
        Technician.update(telephone="13822223333").where(Technician.id == office.plumber).execute()
        self.ids: dict[str, int] = {}
        self._fill()

    def _fill(self) -> None:
        office, step = self.office, self.office.step
        long = (
            "厨房水槽下面的水管一直在漏水，昨天晚上开始的，用盆接着，一个小时就满一盆，"
            "楼下邻居说天花板也湿了一片，请尽快安排师傅上门，家里白天只有老人在。"
        )
        self.ids["lift"] = office.new(
            "电梯困人，两位老人在里面",
            urgency=Urgency.CRITICAL,
            room=None,
            resident=None,
            place="5号楼 2单元电梯",
            category=office.category(Family.LIFT),
            caller_name="监控室",
            caller_phone="",
        ).ticket_id
        self.ids["complaint"] = office.new(
            "楼上半夜装修敲墙，孩子睡不着",
            kind=Kind.COMPLAINT,
            category=office.category(Family.NOISE, Kind.COMPLAINT),
            channel=Channel.COUNTER,
        ).ticket_id
        made = office.new(
            long,
            urgency=Urgency.URGENT,
            spot="厨房",
            door_note="老人听力不好，请多敲几次门；鞋套",
        )
        self.ids["dispatched"] = made.ticket_id
        sent = office.step(
            dispatching.transfer, made, office.water, office.plumber, reason="离得近"
        )
        office.later(minutes=12)
        step(slips.print_slip, sent)
        step(chasing.chase, sent, words="怎么还没人来", caller_name="张淑芬")
        second = office.new("卫生间地漏反水")
        accepted = step(dispatching.accept, second, technician=office.plumber)
        office.later(minutes=9)
        arrived = step(dispatching.arrive, accepted)
        self.ids["arrived"] = arrived.ticket_id
        third = office.new("阳台推拉门关不严", category=office.category(Family.INDOOR))
        taken = step(dispatching.accept, third, crew=office.water)
        booked = step(noting.appoint, taken, office.at("14:00"), office.at("15:00"))
        held = step(
            holding.hold,
            booked,
            HoldReason.PARTS,
            office.now.date() + timedelta(days=3),
            note="滑轮要订货",
        )
        self.ids["hold"] = held.ticket_id
        fourth = office.new("客厅灯不亮，换过灯泡还是不亮")
        office.later(minutes=30)
        done = step(
            finishing.finish,
            fourth,
            "更换镇流器，试用正常",
            arrived_at=office.at("09:30"),
            accepted_at=office.at("09:28"),
            technician=office.plumber,
            satisfied=False,
        )
        missed = step(visiting.visit, done, reached=False)
        self.ids["to_visit"] = missed.ticket_id
        fifth = office.new("马桶堵了")
        fixed = step(finishing.finish, fifth, "已疏通")
        office.later(minutes=5)
        again = step(visiting.visit, fixed, reached=True, solved=False, score=2, note="又堵了")
        assert again.made is not None
        self.ids["closed"] = again.ticket_id
        self.ids["again"] = again.made.ticket_id
        sixth = office.new("厨房也漏了")
        ended = step(ending.merge, sixth, made.ticket_id)
        self.ids["merged"] = ended.ticket_id
        seventh = office.new("想换门锁", category=office.category(Family.INDOOR))
        gone = step(ending.cancel, seventh, "业主不需要了；已自己解决")
        self.ids["cancelled"] = gone.ticket_id
        step(noting.comment, made, "已电话告知业主师傅在路上")
        office.later(minutes=3)


def main(out: Path, only: str = "") -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    town = Town(folder)
    runs: tuple[tuple[Scheme, float, str, int], ...] = (
        ("light", 1.0, "zh_CN", 460),
        ("dark", 1.0, "en", 420),
        ("light", 2.0, "zh_CN", 840),
        ("light", 1.0, "zh_CN", 720),
    )
    for scheme, scale, language, width in runs:
        look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
        session = new_session(
            town.office, look, folder, language=language, papers=RealPapers(Words(language))
        )
        tag = f"{language}-{scheme}-{int(scale * 100)}-{width}"

        def save(name: str, widget: Frame, tag: str = tag) -> None:
            if only in f"{name}-{tag}":
                for _ in range(4):
                    app.processEvents()
                widget.grab().save(str(out / f"{name}-{tag}.png"))

        pane = TicketPane(session)
        frame = Frame(look, pane, width, int(760 * scale))
        frame.show()
        for name, ticket in town.ids.items():
            pane.show_ticket(ticket)
            save(f"pane-{name}", frame)
        frame.close()
        if width == 720:
            continue
        _sheets(town, session, look, scale, save, app)
        session.close()
    town.store.close()
    shutil.rmtree(folder)


def _sheets(town: Town, session, look: Look, scale: float, save: Callable, app) -> None:
    frame = Frame(look, TicketPane(session), int(1024 * scale), int(760 * scale))
    frame.show()
    pane = frame.findChild(TicketPane)
    pane.show_ticket(town.ids["dispatched"])
    for step in SHEETS:
        name = {Step.VISIT: "to_visit", Step.RETURN_SLIP: "arrived"}.get(step, "dispatched")
        row = by_ids(town.store.database, [town.ids[name]])[0]
        sheet = sheet_for(session, pane, row, step)
        sheet.retype({})
        sheet.open()
        save(f"sheet-{step}", frame)
        sheet.dismiss()
    for name, printers in (("print", ("HP LaserJet 前台", "PDF")), ("print-none", ())):
        row = by_ids(town.store.database, [town.ids["dispatched"]])[0]
        devices = Devices(lambda found=printers: Printers(found, "PDF"), lambda _order: None)
        printing = PrintSheet(session, pane, row, devices)
        printing.open()
        save(f"sheet-{name}", frame)
        printing.paper.set_value("A4")
        printing._set()
        save(f"sheet-{name}-A4", frame)
        printing.dismiss()
    frame.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
