"""Crews and their technicians: who goes there, for what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.centre import positions
from desk.centre.calendar import ServiceCalendar
from desk.centre.staff import require_supervisor
from desk.codes import ClockRun, Family, Topic, Urgency
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Crew, Technician
from desk.refusals import Refusal


@dataclass(frozen=True)
class TechnicianRow:
    """A member of a crew."""

    id: int
    version: int
    name: str
    telephone: str


@dataclass(frozen=True)
class CrewForm:
    """What can be said of a crew; it is on duty in service hours, or day and night."""

    name: str
    covers: tuple[Family, ...] = ()
    hours: ClockRun = ClockRun.SERVICE
    leader: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class CrewRow:
    """A crew with its technicians, as settings and dispatch see it."""

    id: int
    version: int
    form: CrewForm
    technicians: tuple[TechnicianRow, ...] = ()

    @property
    def name(self) -> str:
        """What people call it."""
        return self.form.name

    def on_duty(self, calendar: ServiceCalendar, at: datetime) -> bool:
        """Tell whether somebody of it can go at an instant."""
        return self.form.hours is ClockRun.ROUND or calendar.is_open(at)


def active() -> tuple[CrewRow, ...]:
    """Return the crews in their order, with their technicians."""
    technicians: dict[int, list[TechnicianRow]] = {}
    for row in Technician.select().where(Technician.active).order_by(Technician.id):
        member = TechnicianRow(row.id, row.version, row.name, row.telephone)
        technicians.setdefault(row.crew_id, []).append(member)
    query = Crew.select().where(Crew.active).order_by(Crew.position, Crew.id)
    return tuple(
        CrewRow(row.id, row.version, _form(row), tuple(technicians.get(row.id, ())))
        for row in query
    )


def crew_for(
    crews: Sequence[CrewRow],
    calendar: ServiceCalendar,
    family: Family | None,
    urgency: Urgency,
    at: datetime,
) -> CrewRow | None:
    """Return the crew that covers a family at an instant: the first in order that is on duty.

    What is critical and covered by none goes to the first crew on duty day and night: somebody
    has to look. None where a ticket has to wait.
    """
    on_duty = [crew for crew in crews if crew.on_duty(calendar, at)]
    covering = next((crew for crew in on_duty if family in crew.form.covers), None)
    if covering is None and urgency is Urgency.CRITICAL:
        return next((crew for crew in on_duty if crew.form.hours is ClockRun.ROUND), None)
    return covering


def add(write: Write, form: CrewForm) -> int:
    """Add a crew behind the others and return its id; one that was dissolved comes back.

    Raises:
        Refusal: ``staff.supervisor_needed``, ``crew.name_missing`` or ``crew.exists``.
    """
    require_supervisor(write.actor)
    return insert(write, form)


def insert(write: Write, form: CrewForm) -> int:
    """Add a crew, whoever acts; see ``add``."""
    columns = _columns(form)
    former = Crew.get_or_none(Crew.name == columns["name"])
    if former is not None and former.active:
        raise Refusal("crew.exists", name=former.name)
    if former is not None:
        versions.update(Crew, former.id, former.version, "crew.stale", active=True, **columns)
        crew = int(former.id)
    else:
        crew = int(Crew.insert(position=Crew.select().count(), **columns).execute())
    _log(write, crew, "crew.added", form)
    return crew


def edit(write: Write, crew: int, seen: int, form: CrewForm) -> int:
    """Change a crew and return its new version.

    Raises:
        Refusal: as ``add``, or ``crew.stale``.
    """
    require_supervisor(write.actor)
    columns = _columns(form)
    if Crew.select().where(Crew.name == columns["name"], Crew.id != crew).exists():
        raise Refusal("crew.exists", name=columns["name"])
    version = versions.update(Crew, crew, seen, "crew.stale", **columns)
    _log(write, crew, "crew.edited", form)
    return version


def reorder(write: Write, crews: Sequence[int]) -> None:
    """Put the crews in this order: the first that covers something is sent.

    Raises:
        Refusal: ``staff.supervisor_needed``.
    """
    positions.reorder(write, Crew, Topic.CREWS, "crew.moved", crews)


def dissolve(write: Write, crew: int, seen: int) -> int:
    """Send a crew nowhere any more; its tickets keep it. Return its new version.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``crew.stale``.
    """
    require_supervisor(write.actor)
    version = versions.update(Crew, crew, seen, "crew.stale", active=False)
    write.log(Topic.CREWS, crew, "crew.dissolved")
    return version


def add_technician(write: Write, crew: int, name: str, telephone: str = "") -> int:
    """Add a technician to a crew and return the id.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``technician.name_missing``.
    """
    require_supervisor(write.actor)
    return insert_technician(write, crew, name, telephone)


def insert_technician(write: Write, crew: int, name: str, telephone: str = "") -> int:
    """Add a technician, whoever acts; see ``add_technician``."""
    name = _technician_name(name)
    technician = Technician.insert(crew=crew, name=name, telephone=telephone.strip())
    added = int(technician.execute())
    detail = {"technician": added}
    write.log(Topic.CREWS, crew, "crew.technician_added", detail=detail, text={"name": name})
    return added


def edit_technician(
    write: Write, technician: int, seen: int, *, crew: int, name: str, telephone: str
) -> int:
    """Change a technician or move one to another crew; return the new version.

    Raises:
        Refusal: as ``add_technician``, or ``technician.stale``.
    """
    require_supervisor(write.actor)
    name = _technician_name(name)
    version = versions.update(
        Technician,
        technician,
        seen,
        "technician.stale",
        crew=crew,
        name=name,
        telephone=telephone.strip(),
    )
    detail = {"technician": technician}
    write.log(Topic.CREWS, crew, "crew.technician_edited", detail=detail, text={"name": name})
    return version


def remove_technician(write: Write, technician: int, seen: int) -> int:
    """Send a technician nowhere any more; return the new version.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``technician.stale``.
    """
    require_supervisor(write.actor)
    version = versions.update(Technician, technician, seen, "technician.stale", active=False)
    crew = Technician.select(Technician.crew).where(Technician.id == technician).scalar()
    write.log(Topic.CREWS, int(crew), "crew.technician_left", detail={"technician": technician})
    return version


def _form(row: Crew) -> CrewForm:
    return CrewForm(
        name=row.name,
        covers=tuple(Family(code) for code in row.covers),
        hours=ClockRun(row.hours),
        leader=row.leader,
        telephone=row.telephone,
    )


def _columns(form: CrewForm) -> dict[str, object]:
    name = form.name.strip()
    if not name:
        raise Refusal("crew.name_missing")
    return {
        "name": name,
        "covers": [str(family) for family in dict.fromkeys(form.covers)],
        "hours": form.hours,
        "leader": form.leader.strip(),
        "telephone": form.telephone.strip(),
    }


def _technician_name(text: str) -> str:
    if not (name := text.strip()):
        raise Refusal("technician.name_missing")
    return name


def _log(write: Write, crew: int, action: str, form: CrewForm) -> None:
    detail = {"name": form.name.strip(), "covers": list(form.covers), "hours": form.hours}
    write.log(Topic.CREWS, crew, action, detail=detail)
