"""Residents: adding an unknown caller, correcting a phone or a note, in the middle of a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.codes import Relation, Topic
from desk.language.phones import written
from desk.language.pinyin import name_keys
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Occupancy, Phone, Resident
from desk.refusals import Refusal


@dataclass(frozen=True)
class PersonForm:
    """What the desk knows of a person: as it is shown to be corrected, and as it is stored.

    ``phones`` are plain numbers, the first one is dialled first; ``homes`` are
    ``(room id, relation)``.
    """

    name: str
    phones: tuple[str, ...] = ()
    homes: tuple[tuple[int, Relation], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Person:
    """A stored resident with the version a correction must name."""

    id: int
    version: int
    form: PersonForm


def read(resident: int) -> Person:
    """Return a resident.

    Raises:
        Refusal: ``resident.gone`` when there is no such active person.
    """
    row = Resident.get_or_none((Resident.id == resident) & Resident.active)
    if row is None:
        raise Refusal("resident.gone")
    phones = Phone.select(Phone.number).where(Phone.resident == row).order_by(Phone.position)
    homes = (
        Occupancy.select(Occupancy.room, Occupancy.relation)
        .where(Occupancy.resident == row)
        .order_by(Occupancy.id)
    )
    form = PersonForm(
        name=row.name,
        phones=tuple(number for (number,) in phones.tuples().execute()),
        homes=tuple((room, Relation(relation)) for room, relation in homes.tuples().execute()),
        note=row.note,
    )
    return Person(row.id, row.version, form)


def add(write: Write, community: int, form: PersonForm) -> int:
    """Add a resident and return the id.

    Raises:
        Refusal: ``resident.name_missing`` or ``phone.invalid``; nothing is stored then.
    """
    form = _checked(form)
    keys = name_keys(form.name)
    row = int(
        Resident.insert(
            community=community,
            name=form.name,
            pinyin=keys.pinyin,
            initials=keys.initials,
            note=form.note,
        ).execute()
    )
    _put_phones(row, form.phones)
    _put_homes(row, form.homes)
    write.log(Topic.RESIDENTS, row, "resident.added", text=_text(form))
    return row


def correct(write: Write, resident: int, seen: int, form: PersonForm) -> int:
    """Replace what is known of a person and return the row's new version.

    Raises:
        Refusal: as ``add``, and ``resident.stale`` when somebody else was faster.
    """
    form = _checked(form)
    before = read(resident).form
    keys = name_keys(form.name)
    version = versions.update(
        Resident,
        resident,
        seen,
        "resident.stale",
        name=form.name,
        pinyin=keys.pinyin,
        initials=keys.initials,
        note=form.note,
    )
    if form.phones != before.phones:
        Phone.delete().where(Phone.resident == resident).execute()
        _put_phones(resident, form.phones)
    if form.homes != before.homes:
        Occupancy.delete().where(Occupancy.resident == resident).execute()
        _put_homes(resident, form.homes)
    text = {"before": _text(before), "after": _text(form)}
    write.log(Topic.RESIDENTS, resident, "resident.corrected", text=text)
    return version


def retire(write: Write, resident: int, seen: int) -> int:
    """Take a person who moved away off the roster; tickets and history stay."""
    version = versions.update(Resident, resident, seen, "resident.stale", active=False)
    write.log(Topic.RESIDENTS, resident, "resident.retired")
    return version


def _checked(form: PersonForm) -> PersonForm:
    name = " ".join(form.name.split())
    if not name:
        raise Refusal("resident.name_missing")
    phones = tuple(dict.fromkeys(written(number) for number in form.phones if number.strip()))
    homes = tuple(dict(form.homes).items())
    return replace(form, name=name, phones=phones, homes=homes, note=form.note.strip())


def _put_phones(resident: int, phones: Sequence[str]) -> None:
    for position, number in enumerate(phones):
        Phone.insert(resident=resident, number=number, position=position).execute()


def _put_homes(resident: int, homes: Sequence[tuple[int, Relation]]) -> None:
    for room, relation in homes:
        Occupancy.insert(room=room, resident=resident, relation=relation).execute()


def _text(form: PersonForm) -> dict[str, object]:
    return {
        "name": form.name,
        "phones": list(form.phones),
        "homes": [[room, relation] for room, relation in form.homes],
        "note": form.note,
    }
