"""Who works at the desk: names, initials, roles, and what only a supervisor may do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.centre.pins import pin_hash
from desk.codes import Role, Topic
from desk.models import versions
from desk.models.database import Write
from desk.models.journal import Actor
from desk.models.tables import Staff
from desk.refusals import Refusal

#: One to four letters, figures or characters, as typed to sign in.
_INITIAL = re.compile(r"\w{1,4}")


@dataclass(frozen=True)
class StaffRow:
    """A member of staff as lists and the corner of the window show one."""

    id: int
    version: int
    name: str
    initial: str
    role: Role


@dataclass(frozen=True)
class StaffForm:
    """What can be said of a member of staff; ``initial`` is unique among the active."""

    name: str
    initial: str
    role: Role = Role.RECEPTIONIST

    def checked(self) -> StaffForm:
        """Return it as it is stored.

        Raises:
            Refusal: ``staff.name_missing`` or ``staff.initial_invalid``.
        """
        name, initial = self.name.strip(), as_initial(self.initial)
        if not name:
            raise Refusal("staff.name_missing")
        if not _INITIAL.fullmatch(initial):
            raise Refusal("staff.initial_invalid")
        return StaffForm(name, initial, self.role)


def as_initial(text: str) -> str:
    """Return typed initials as they are stored and compared: without case."""
    return text.strip().upper()


def active() -> list[StaffRow]:
    """Return who may sign in, in the order they were added."""
    query = Staff.select().where(Staff.active).order_by(Staff.id)
    return [as_row(row) for row in query]


def names() -> dict[int, str]:
    """Return the names of everybody who ever worked here, for histories."""
    return {row.id: row.name for row in Staff.select(Staff.id, Staff.name)}


def as_row(row: Staff) -> StaffRow:
    """Return a stored member of staff without what is secret."""
    return StaffRow(row.id, row.version, row.name, row.initial, Role(row.role))


def require_supervisor(actor: Actor) -> None:
    """Refuse what only a supervisor may do; before there is any, everybody may.

    Raises:
        Refusal: ``staff.supervisor_needed``.
    """
    supervisors = {
        row.id for row in Staff.select(Staff.id).where(Staff.active, Staff.role == Role.SUPERVISOR)
    }
    if supervisors and actor.staff not in supervisors:
        raise Refusal("staff.supervisor_needed")


def add(write: Write, form: StaffForm, pin: str) -> int:
    """Add a member of staff and return the id.

    Raises:
        Refusal: ``staff.supervisor_needed``, ``staff.name_missing``, ``staff.initial_invalid``,
            ``staff.initial_taken`` or ``staff.pin_invalid``.
    """
    require_supervisor(write.actor)
    return insert(write, form, pin_hash(pin))


def insert(write: Write, form: StaffForm, hashed_pin: str) -> int:
    """Add a member of staff whose PIN is hashed already, whoever acts; see ``add``."""
    form = form.checked()
    staff = int(
        Staff.insert(
            name=form.name, initial=form.initial, role=form.role, pin_hash=hashed_pin
        ).execute()
    )
    write.log(
        Topic.STAFF,
        staff,
        "staff.added",
        detail={"role": form.role},
        text={"name": form.name, "initial": form.initial},
    )
    _require_own_initial(staff, form.initial)
    return staff


def edit(write: Write, staff: int, seen: int, form: StaffForm) -> int:
    """Change a name, initials or a role and return the new version.

    Raises:
        Refusal: as ``add``, or ``staff.stale``, or ``staff.last_supervisor``.
    """
    require_supervisor(write.actor)
    form = form.checked()
    version = versions.update(
        Staff, staff, seen, "staff.stale", name=form.name, initial=form.initial, role=form.role
    )
    write.log(
        Topic.STAFF,
        staff,
        "staff.edited",
        detail={"role": form.role},
        text={"name": form.name, "initial": form.initial},
    )
    _require_own_initial(staff, form.initial)
    _require_a_supervisor_left()
    return version


def set_pin(write: Write, staff: int, seen: int, pin: str) -> int:
    """Give a new PIN, forget wrong tries, and return the new version.

    Raises:
        Refusal: ``staff.supervisor_needed`` unless it is one's own, ``staff.pin_invalid`` or
            ``staff.stale``.
    """
    if write.actor.staff != staff:
        require_supervisor(write.actor)
    version = versions.update(
        Staff,
        staff,
        seen,
        "staff.stale",
        pin_hash=pin_hash(pin),
        wrong_tries=0,
        locked_until=None,
    )
    write.log(Topic.STAFF, staff, "staff.pin_changed")
    return version


def deactivate(write: Write, staff: int, seen: int) -> int:
    """Let somebody sign in no longer; what they did stays. Return the new version.

    Raises:
        Refusal: ``staff.supervisor_needed``, ``staff.stale`` or ``staff.last_supervisor``.
    """
    require_supervisor(write.actor)
    version = versions.update(Staff, staff, seen, "staff.stale", active=False)
    write.log(Topic.STAFF, staff, "staff.deactivated")
    _require_a_supervisor_left()
    return version


# Both are asked after the step was logged: from then on the journal's head is locked, and nobody
# else can be adding or removing staff at the same time.


def _require_own_initial(staff: int, initial: str) -> None:
    others = Staff.select().where(Staff.active, Staff.initial == initial, Staff.id != staff)
    if others.exists():
        raise Refusal("staff.initial_taken", initial=initial)


def _require_a_supervisor_left() -> None:
    if not Staff.select().where(Staff.active, Staff.role == Role.SUPERVISOR).exists():
        raise Refusal("staff.last_supervisor")
