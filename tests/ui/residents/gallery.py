"""Saves pictures of the Residents page: ``python -m tests.ui.residents.gallery OUT``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from desk.community import residents, rooms
from desk.community.residents import PersonForm
from desk.community.rooms import NewRoom
from desk.models.database import Store
from desk.models.tables import Ticket
from desk.sample.plan import SEED, plan
from desk.ui import fonts
from desk.ui.knowledge.page import KnowledgePage
from desk.ui.look import Look
from desk.ui.residents.page import ResidentsPage
from desk.words.catalogue import Words
from tests.conftest import MORNING
from tests.ui.footing import Place, place


def stock(centre: Place) -> str:
    """Write the sample's rooms and residents; return the room that is shown."""
    sample = plan(SEED, MORNING, ZoneInfo("Asia/Shanghai"))
    new = [NewRoom(r.building, r.unit, r.number, r.kind, r.note) for r in sample.rooms]
    ids = centre.write(rooms.add_many, centre.community, new)
    homes: dict[str, list] = {}
    for one in sample.occupancies:
        homes.setdefault(one.resident, []).append((ids[one.room], one.relation))
    busy: dict[str, int] = {}
    for one in sample.residents:
        mine = tuple(homes.get(one.key, ()))
        form = PersonForm(one.name, one.phones, mine, one.note)
        with centre.store.write(_actor(centre), MORNING) as write:
            residents.add(write, centre.community, form)
    for at, ticket in enumerate(sample.tickets):
        label = getattr(ticket, "room", "") or ""
        if label in ids and at < 400:
            busy[label] = busy.get(label, 0) + 1
            open_ = busy[label] == 1
            Ticket.insert(
                community=centre.community,
                number=f"WX20260303-{at:04}",
                serial=at,
                draft_key=f"k{at}",
                kind="repair",
                state="accepted" if open_ else "closed",
                urgency="normal",
                words="厨房漏水",
                room=ids[label],
                place=label,
                channel="phone",
                received_at=MORNING,
                due_at=MORNING,
                due_clock="finish",
                closed_at=None if open_ else MORNING,
                is_open=open_,
            ).execute()
    centre.load()
    return max(busy, key=busy.__getitem__) if busy else "3-2-1502"


def _actor(centre: Place):
    from desk.models.journal import Actor

    return Actor(centre.supervisor.id, "front")


def story(centre: Place, label: str, out: Path, name: str, width: int, height: int) -> None:
    page = ResidentsPage(centre.session)
    centre.show(page, width, height)
    shared = residents_sharing()

    def grab(what: str) -> None:
        for _ in range(3):
            centre.settle()
        page.window().grab().save(str(out / f"{name}-{what}.png"))

    grab("tree")
    page.browser.choose_room(with_shared_number())
    grab("number")
    page.browser.choose_room(room_of(label))
    page.panes.show_right()
    grab("room")
    page.browser.choose_room(shared)
    page.people.dial()
    grab("shared")
    page.people.correct()
    grab("correct")
    page.people.person.dismiss()
    page.building.ask()
    page.building.building.setText("21")
    grab("building")
    page.building.dismiss()
    page.exporting.ask()
    grab("export")
    page.exporting.dismiss()
    page.panes.show_right(False)
    page.browser.line.setText("zs")
    grab("find")


def empty(centre: Place, out: Path, name: str, width: int, height: int) -> None:
    centre.load()
    for which, build in (("residents", ResidentsPage), ("knowledge", KnowledgePage)):
        page = build(centre.session)
        centre.show(page, width, height)
        page.window().grab().save(str(out / f"{name}-empty-{which}.png"))
        page.window().hide()


def room_of(label: str) -> int:
    from desk.models.tables import Room

    return int(Room.get(Room.label == label).id)


def with_shared_number() -> int:
    """Return a room of somebody whose number is somebody else's too."""
    from peewee import fn

    from desk.models.tables import Occupancy, Phone

    number = (
        Phone.select(Phone.number)
        .group_by(Phone.number)
        .order_by(fn.COUNT(Phone.id).desc())
        .limit(1)
        .scalar()
    )
    person = Phone.get(Phone.number == number).resident_id
    return int(Occupancy.get(Occupancy.resident == person).room_id)


def residents_sharing() -> int:
    """Return a room of somebody who has several rooms."""
    from peewee import fn

    from desk.models.tables import Occupancy

    row = (
        Occupancy.select(Occupancy.resident)
        .group_by(Occupancy.resident)
        .order_by(fn.COUNT(Occupancy.id).desc())
        .limit(1)
        .scalar()
    )
    return int(Occupancy.get(Occupancy.resident == row).room_id)


def main(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    family = fonts.load().family
    out.mkdir(parents=True, exist_ok=True)
    for scheme, scale, language, width, height in (
        ("light", 1.0, "zh_CN", 1200, 800),
        ("light", 1.0, "en", 944, 700),
        ("dark", 1.0, "zh_CN", 944, 700),
        ("light", 2.0, "zh_CN", 1200, 1000),
        ("dark", 2.0, "en", 1840, 1200),
    ):
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder), MORNING)
            look = Look(app, chosen=scheme, scale=scale, family=family, motion=0)
            with place(store, look, Words(language), Path(folder)) as centre:
                empty(centre, out, f"{scheme}-{scale:.0f}-{language}", width, height)
                label = stock(centre)
                story(centre, label, out, f"{scheme}-{scale:.0f}-{language}", width, height)
            store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
