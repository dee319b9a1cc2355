"""Who plays and where: the sample's own people, or a guest in a copy of somebody's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import ascii_uppercase

from desk.centre import first_day, staff
from desk.centre.pins import pin_hash
from desk.centre.staff import StaffForm
from desk.models import backup
from desk.models.database import FILE_NAME, Store
from desk.models.journal import Actor
from desk.models.tables import Room
from desk.refusals import Refusal
from desk.settings import load

#: What the guest is called in the copy.
_GUEST = "Tour"


@dataclass(frozen=True)
class Cast:
    """What is typed of people and places; by default as the sample has them.

    Attributes:
        initial, pin: of whoever sits at the desk.
        room: from where somebody rings.
        begun: whether the data is there already, so that no first start is played.
    """

    initial: str = "H"
    pin: str = "1234"
    room: str = "3-2-1502"
    begun: bool = False


def copy_data(data: Path, folder: Path) -> None:
    """Copy what is committed in a data folder into the play's own.

    Raises:
        Refusal: ``folder.empty`` where there is no database, ``tour.shared`` where the data is
            in a PostgreSQL that others use.
    """
    if load(data).database_url:
        raise Refusal("tour.shared", folder=str(data))
    if not (data / FILE_NAME).is_file():
        raise Refusal("folder.empty", folder=str(data))
    backup.online_copy(data / FILE_NAME, folder / FILE_NAME)


def cast_in(folder: Path, now: datetime) -> Cast:
    """Seat a guest in a copied folder, since nobody's PIN is known, and find a room.

    Raises:
        Refusal: the folder or its database cannot be used.
    """
    store = Store.open(folder, now)
    try:
        if first_day.is_needed():
            return Cast()
        initial = _free_initial()
        with store.write(Actor(None, ""), now) as write:
            staff.insert(write, StaffForm(_GUEST, initial), pin_hash(Cast.pin))
        return Cast(initial, Cast.pin, _room(), begun=True)
    finally:
        store.close()


def _free_initial() -> str:
    taken = {row.initial[:1] for row in staff.active()}
    free = [letter for letter in reversed(ascii_uppercase) if letter not in taken]
    if not free:
        raise Refusal("staff.initial_taken", initial="A-Z")
    return free[0]


def _room() -> str:
    labels = [row.label for row in Room.select(Room.label).where(Room.active).order_by(Room.id)]
    return Cast.room if Cast.room in labels or not labels else str(labels[0])
