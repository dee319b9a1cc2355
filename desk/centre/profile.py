"""The centre as every screen needs it: name, telephone, calendar, policy, crews, categories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from desk.centre import categories, crews
from desk.centre.calendar import ServiceCalendar
from desk.centre.categories import CategoryRow
from desk.centre.crews import CrewRow
from desk.centre.holidays import default_calendar
from desk.centre.policy import Policy, company_standard
from desk.centre.staff import require_supervisor
from desk.codes import Family, Topic, Urgency
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Setting
from desk.refusals import Refusal


class Part(StrEnum):
    """The documents the centre's settings are stored as."""

    PROFILE = "profile"
    CALENDAR = "calendar"
    POLICY = "policy"


#: The journal names its subjects by numbers.
SUBJECTS: dict[Part, int] = {Part.PROFILE: 1, Part.CALENDAR: 2, Part.POLICY: 3}


@dataclass(frozen=True)
class Centre:
    """The centre's settings as they were read; read again when one of them changes.

    Attributes:
        name: the office as it signs.
        telephone: the desk's own number.
        calendar: the service hours, with the time zone.
        policy: how long people may wait.
        crews: in the order in which they are sent.
        categories: in their order.
        versions: what a change of each part must have seen; 0 where nothing is stored yet.
    """

    name: str
    telephone: str
    calendar: ServiceCalendar
    policy: Policy
    crews: tuple[CrewRow, ...]
    categories: tuple[CategoryRow, ...]
    versions: Mapping[Part, int]

    @classmethod
    def read(cls) -> Centre:
        """Read the settings, the crews and the categories; what is not stored is as shipped.

        Raises:
            Refusal: ``calendar.*`` or ``policy.*`` when a stored document is damaged.
        """
        rows = {row.key: row for row in Setting.select().where(Setting.key.in_(list(Part)))}
        documents = {key: row.value for key, row in rows.items()}
        profile = documents.get(Part.PROFILE, {})
        return cls(
            name=str(profile.get("name", "")),
            telephone=str(profile.get("telephone", "")),
            calendar=ServiceCalendar.from_document(documents[Part.CALENDAR])
            if Part.CALENDAR in documents
            else default_calendar(()),
            policy=Policy.from_document(documents[Part.POLICY])
            if Part.POLICY in documents
            else company_standard(),
            crews=crews.active(),
            categories=categories.active(),
            versions=MappingProxyType(
                {part: rows[part].version if part in rows else 0 for part in Part}
            ),
        )

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which people here read their clocks."""
        return self.calendar.zone

    def crew_for(self, family: Family | None, urgency: Urgency, at: datetime) -> CrewRow | None:
        """Return the crew that covers a family at an instant, if any; see ``crews.crew_for``."""
        return crews.crew_for(self.crews, self.calendar, family, urgency, at)

    def crew(self, crew: int | None) -> CrewRow | None:
        """Return a crew by its id; None for one that was dissolved."""
        return next((row for row in self.crews if row.id == crew), None)

    def category(self, category: int | None) -> CategoryRow | None:
        """Return a category by its id; None for one that was removed."""
        return next((row for row in self.categories if row.id == category), None)


def change_profile(write: Write, seen: int, *, name: str, telephone: str) -> int:
    """Change the centre's name and telephone and return the new version.

    Raises:
        Refusal: ``staff.supervisor_needed``, ``centre.name_missing`` or ``setting.stale``.
    """
    require_supervisor(write.actor)
    if not name.strip():
        raise Refusal("centre.name_missing")
    return store_profile(write, seen, name=name, telephone=telephone)


def change_calendar(write: Write, seen: int, calendar: ServiceCalendar) -> int:
    """Change the service hours and return the new version; what is due already stays as it is.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``setting.stale``.
    """
    require_supervisor(write.actor)
    return store_part(write, Part.CALENDAR, seen, calendar.to_document())


def change_policy(write: Write, seen: int, policy: Policy) -> int:
    """Change the policy of clocks and return the new version; what is due already stays.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``setting.stale``.
    """
    require_supervisor(write.actor)
    return store_part(write, Part.POLICY, seen, policy.to_document())


def store_profile(write: Write, seen: int, *, name: str, telephone: str) -> int:
    """Store the centre's name and telephone, whoever acts."""
    document = {"name": name.strip(), "telephone": telephone.strip()}
    return store_part(write, Part.PROFILE, seen, document)


def store_part(write: Write, part: Part, seen: int, document: Mapping[str, object]) -> int:
    """Store one document, whoever acts; ``seen`` is 0 for one that is not stored yet.

    Raises:
        Refusal: ``setting.stale`` when somebody stored another meanwhile.
    """
    if seen:
        version = versions.update(Setting, part, seen, "setting.stale", value=document)
    else:
        insert = Setting.insert(key=part, value=document, version=1).on_conflict_ignore()
        insert.execute()
        version = 1
        if Setting.get_by_id(part).value != document:
            raise Refusal("setting.stale")
    detail = {"document": dict(document)}
    write.log(Topic.SETTINGS, SUBJECTS[part], f"setting.{part}_changed", detail=detail)
    return version
