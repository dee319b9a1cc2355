"""What the first start has been told so far, what is wrong with it, and the first day it makes.

Everything is kept as it was typed, so that neither a mistake nor another language loses any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum

from desk.centre.calendar import ServiceCalendar
from desk.centre.crews import CrewForm
from desk.centre.first_day import FirstDay, NewCrew, NewStaff, suggested_crews
from desk.centre.holidays import DEFAULT_TIMEZONE, DEFAULT_WEEK
from desk.centre.staff import StaffForm
from desk.codes import Role
from desk.language import phones
from desk.refusals import Refusal
from desk.ui.fields.week import read_spans, spans_text
from desk.words.catalogue import Words

_PIN = re.compile(r"[0-9]{4,8}")
_BETWEEN_PEOPLE = re.compile(r"[,，、;；\n]+")
_TELEPHONE = re.compile(r"[+(（]?[0-9][0-9 ()（）\-]{5,}$")


class Step(IntEnum):
    """The four things that are asked, in their order."""

    COMMUNITY = 0
    HOURS = 1
    CREWS = 2
    STAFF = 3


@dataclass(frozen=True)
class CrewAnswer:
    """A crew as typed; ``form`` is what it covers and when, ``people`` one line of names."""

    form: CrewForm
    people: str = ""


@dataclass(frozen=True)
class StaffAnswer:
    """A member of staff as typed."""

    name: str = ""
    initial: str = ""
    role: Role = Role.RECEPTIONIST
    pin: str = ""

    @property
    def blank(self) -> bool:
        """Whether nobody has typed anything into this line."""
        return not (self.name.strip() or self.initial.strip() or self.pin)


@dataclass
class Answers:
    """Everything that was typed, step by step."""

    community: str = ""
    telephone: str = ""
    week: tuple[str, ...] = tuple(spans_text(spans) for spans in DEFAULT_WEEK)
    crews: list[CrewAnswer] = field(default_factory=list)
    staff: list[StaffAnswer] = field(default_factory=list)

    @classmethod
    def begin(cls, words: Words) -> Answers:
        """Return what is suggested before anything was typed."""
        crews = [CrewAnswer(new.form) for new in suggested_crews(words)]
        return cls(crews=crews, staff=[StaffAnswer(role=Role.SUPERVISOR), StaffAnswer()])

    def speak(self, old: Words, new: Words) -> None:
        """Name the suggested crews that nobody renamed in another language."""
        names = dict(
            zip(
                (crew.form.name for crew in suggested_crews(old)),
                (crew.form.name for crew in suggested_crews(new)),
                strict=True,
            )
        )
        self.crews = [
            replace(crew, form=replace(crew.form, name=names.get(crew.form.name, crew.form.name)))
            for crew in self.crews
        ]

    def first_day(self) -> FirstDay:
        """Return the first day; call it once ``problems`` finds none in any step."""
        week = tuple(read_spans(text) or () for text in self.week)
        return FirstDay(
            community=self.community,
            telephone=written(self.telephone),
            staff=tuple(
                NewStaff(StaffForm(one.name, one.initial, one.role), one.pin)
                for one in self.staff
                if not one.blank
            ),
            crews=tuple(
                NewCrew(crew.form, people(crew.people)) for crew in self.crews if _named(crew)
            ),
            calendar=ServiceCalendar(DEFAULT_TIMEZONE, week, {}),
        )


def people(line: str) -> tuple[tuple[str, str], ...]:
    """Read names with telephones from one line: ``赵师傅 13800000001、钱师傅``."""
    found: list[tuple[str, str]] = []
    for part in _BETWEEN_PEOPLE.split(line):
        match = _TELEPHONE.search(part.strip())
        telephone = match[0] if match else ""
        name = part.strip().removesuffix(telephone).strip()
        if name:
            found.append((name, written(telephone)))
    return tuple(found)


def written(telephone: str) -> str:
    """Return a telephone as it is stored; what is none is kept as typed."""
    return phones.written(telephone) if phones.is_valid(telephone) else telephone.strip()


def problems(answers: Answers, step: Step) -> dict[str, Refusal]:
    """Return what is wrong in a step, by the name of the field; hours are asked of their field."""
    return {
        Step.COMMUNITY: _of_community,
        Step.HOURS: _of_hours,
        Step.CREWS: _of_crews,
        Step.STAFF: _of_staff,
    }[step](answers)


def _of_community(answers: Answers) -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    if not answers.community.strip():
        found["community"] = Refusal("community.name_missing")
    if answers.telephone.strip() and not phones.is_valid(answers.telephone):
        found["telephone"] = Refusal("phone.invalid")
    return found


def _of_hours(answers: Answers) -> dict[str, Refusal]:
    wrong = [day for day, text in enumerate(answers.week) if read_spans(text) is None]
    return {f"week.{day}": Refusal("time.invalid") for day in wrong}


def _of_crews(answers: Answers) -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    names: set[str] = set()
    for at, crew in enumerate(answers.crews):
        name = crew.form.name.strip()
        if not name and crew.people.strip():
            found[f"{at}.name"] = Refusal("crew.name_missing")
        elif name in names:
            found[f"{at}.name"] = Refusal("crew.exists", name=name)
        if name:
            names.add(name)
    return found


def _of_staff(answers: Answers) -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    taken: set[str] = set()
    for at, one in enumerate(answers.staff):
        if one.blank:
            continue
        try:
            initial = StaffForm(one.name, one.initial, one.role).checked().initial
        except Refusal as refusal:
            field_name = "name" if refusal.code == "staff.name_missing" else "initial"
            found[f"{at}.{field_name}"] = refusal
        else:
            if initial in taken:
                found[f"{at}.initial"] = Refusal("staff.initial_taken", initial=initial)
            taken.add(initial)
        if f"{at}.name" not in found and not _PIN.fullmatch(one.pin):
            found.setdefault(f"{at}.pin", Refusal("staff.pin_invalid"))
    supervised = any(one.role is Role.SUPERVISOR for one in answers.staff if not one.blank)
    if not found and not supervised:
        first = next((at for at, one in enumerate(answers.staff) if not one.blank), None)
        if first is None:
            found["0.name"] = Refusal("staff.name_missing")
        else:
            found[f"{first}.role"] = Refusal("first_day.no_supervisor")
    return found


def _named(crew: CrewAnswer) -> bool:
    return bool(crew.form.name.strip())
