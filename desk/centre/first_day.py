"""The first day: everything a new centre needs, written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from desk.centre import categories, crews, staff
from desk.centre.calendar import ServiceCalendar
from desk.centre.categories import CategoryForm
from desk.centre.crews import CrewForm
from desk.centre.default_categories import default_categories
from desk.centre.holidays import default_calendar, with_notices
from desk.centre.pins import pin_hash
from desk.centre.policy import Policy, company_standard
from desk.centre.profile import Part, store_part, store_profile
from desk.centre.staff import StaffForm
from desk.codes import ClockRun, Family, Role, Topic
from desk.models.database import Store, Write
from desk.models.journal import Actor
from desk.models.tables import Community
from desk.refusals import Refusal
from desk.words.catalogue import Words


@dataclass(frozen=True)
class NewCrew:
    """A crew to begin with; technicians are names with telephones, which may be empty."""

    form: CrewForm
    technicians: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NewStaff:
    """A member of staff to begin with."""

    form: StaffForm
    pin: str


@dataclass(frozen=True)
class FirstDay:
    """What the first start asks for; the rest is as shipped and can be changed later.

    Attributes:
        community: the name of the community.
        telephone: the desk's number.
        staff: who works here, one supervisor at least.
        crews: who is sent, in this order.
        centre: how the office signs; the community's name where it is empty.
        address: the community's.
        calendar: the service hours; holidays of the years around now are added to it.
        policy: how long people may wait.
        categories: the tree.
    """

    community: str
    telephone: str
    staff: tuple[NewStaff, ...]
    crews: tuple[NewCrew, ...] = ()
    centre: str = ""
    address: str = ""
    calendar: ServiceCalendar = field(default_factory=lambda: default_calendar(()))
    policy: Policy = field(default_factory=company_standard)
    categories: tuple[CategoryForm, ...] = field(default_factory=default_categories)


def is_needed() -> bool:
    """Tell whether nobody has begun here yet."""
    return not Community.select().exists()


def begin(store: Store, actor: Actor, now: datetime, first_day: FirstDay) -> int:
    """Write everything down and return the community's id; on a refusal nothing is stored.

    Raises:
        Refusal: ``first_day.done``, ``first_day.no_supervisor``, ``community.name_missing``,
            ``staff.*``, ``crew.*``, ``technician.name_missing`` or ``category.name_missing``.
    """
    with store.write(actor, now) as write:
        return begin_within(write, first_day)


def begin_within(write: Write, first_day: FirstDay) -> int:
    """Write everything down inside an open transaction; see ``begin``."""
    name = first_day.community.strip()
    if not name:
        raise Refusal("community.name_missing")
    if not any(new.form.role is Role.SUPERVISOR for new in first_day.staff):
        raise Refusal("first_day.no_supervisor")
    return _begin(write, name, first_day)


def begin_unattended(store: Store, actor: Actor, now: datetime, words: Words) -> int:
    """Begin with what ships, for a script on an empty folder, and return the community's id.

    Nobody works here yet: until somebody is added under Settings, everybody may do everything.

    Raises:
        Refusal: ``first_day.done``.
    """
    name = words.say("Our community")
    with store.write(actor, now) as write:
        return _begin(write, name, FirstDay(name, "", (), suggested_crews(words)))


def _begin(write: Write, name: str, first_day: FirstDay) -> int:
    if not is_needed():
        raise Refusal("first_day.done")
    hashed = [(new.form.checked(), pin_hash(new.pin)) for new in first_day.staff]
    calendar = with_notices(first_day.calendar, years_around(first_day.calendar, write.now))
    community = _add_community(write, name, first_day)
    for form, pin in hashed:
        staff.insert(write, form, pin)
    _add_crews(write, first_day.crews)
    categories.insert_all(write, first_day.categories)
    store_profile(write, 0, name=first_day.centre.strip() or name, telephone=first_day.telephone)
    store_part(write, Part.CALENDAR, 0, calendar.to_document())
    store_part(write, Part.POLICY, 0, first_day.policy.to_document())
    return community


def years_around(calendar: ServiceCalendar, now: datetime) -> range:
    """Return last year, this year and the next: what deadlines near now can touch."""
    year = calendar.local(now).year
    return range(year - 1, year + 2)


def suggested_crews(words: Words) -> tuple[NewCrew, ...]:
    """Return a sensible set of crews to change, named in a language."""
    fabric = (
        Family.INDOOR,
        Family.FACILITY,
        Family.ACCESS,
        Family.NETWORK,
        Family.PUBLIC_LIGHT,
    )
    pipes_and_power = (
        Family.LEAK,
        Family.DRAIN,
        Family.WATER,
        Family.POWER,
        Family.HEATING,
        Family.GAS,
        Family.ACCESS,
        Family.PUBLIC_LIGHT,
    )
    order = (
        Family.FIRE,
        Family.HELP,
        Family.SECURITY,
        Family.THROWN,
        Family.PARKING,
        Family.E_BIKE,
        Family.NOISE,
        Family.ILLEGAL_WORKS,
        Family.PET,
    )
    service, around = ClockRun.SERVICE, ClockRun.ROUND
    forms = (
        CrewForm(words.say("General repairs"), fabric, service),
        CrewForm(words.say("Water and power"), pipes_and_power, around),
        CrewForm(words.say("Lift maintenance"), (Family.LIFT,), around),
        CrewForm(words.say("Security patrol"), order, around),
        CrewForm(words.say("Cleaning and grounds"), (Family.CLEANING, Family.GREEN), service),
    )
    return tuple(NewCrew(form) for form in forms)


def _add_community(write: Write, name: str, first_day: FirstDay) -> int:
    row = Community.insert(
        name=name, telephone=first_day.telephone.strip(), address=first_day.address.strip()
    )
    community = int(row.execute())
    write.log(Topic.COMMUNITIES, community, "community.added", detail={"name": name})
    # Asked again after the step was logged: from then on no other desk can be beginning too.
    if Community.select().where(Community.id != community).exists():
        raise Refusal("first_day.done")
    return community


def _add_crews(write: Write, new_crews: Iterable[NewCrew]) -> None:
    for new in new_crews:
        crew = crews.insert(write, new.form)
        for name, telephone in new.technicians:
            crews.insert_technician(write, crew, name, telephone)
