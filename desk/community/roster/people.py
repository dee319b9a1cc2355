"""Reads the people of a row: every column of names with its numbers, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.codes import Relation
from desk.community.roster import fields as f
from desk.community.roster.fits import is_plain_name
from desk.community.roster.layout import Layout, People
from desk.community.roster.read import ReadPerson
from desk.language.nobody_words import is_the_same
from desk.language.people_written import (
    PeopleRead,
    WrittenPerson,
    is_nobody,
    read_people,
    read_phones,
    read_relation,
)
from desk.refusals import Refusal
from desk.sheets.book import Fault, Row, Value
from desk.sheets.cells import plain

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_DITTO = re.compile(r"[〃″\"'’”“]{1,2}|同上|同前")
#: One cell that was of no use: the field, what stands in it, why.
Useless = tuple[str, str, Refusal]


@dataclass(frozen=True, slots=True)
class RowPeople:
    """The people of a row.

    Attributes:
        marked: a word at a name or in a column of its own says they are no owners, so that the row
            may go on with the room above.
        remarks: on people, where it is not said on whom.
    """

    people: tuple[ReadPerson, ...]
    useless: tuple[Useless, ...]
    marked: bool
    remarks: tuple[str, ...]


def without_dittos(row: Row, before: Row | None, layout: Layout) -> Row:
    """Return a row with what stands above where a name or a number says 同上."""
    columns = [
        at
        for one in layout.people
        for at in (one.name, *one.phones)
        if at is not None and isinstance(text := row.at(at), str) and _DITTO.fullmatch(text.strip())
    ]
    if not columns or before is None:
        return row
    cells = list(row.cells)
    for at in columns:
        cells[at] = before.at(at)
    return Row(row.number, tuple(cells))


def people_of(row: Row, layout: Layout, default: Relation | None) -> RowPeople:
    """Return who is named in a row; ``default`` is what the roster's title says they are."""
    said, from_column = _said(row, layout, default)
    people: list[ReadPerson] = []
    useless: list[Useless] = []
    remarks: list[str] = []
    marked = from_column in (Relation.TENANT, Relation.FAMILY)
    owned = any(columns.relation is Relation.OWNER for columns in layout.people)
    for columns, name, numbers in _entries(row, layout):
        relation = columns.relation
        if columns.name == layout.related:
            if relation is not Relation.OWNER or len(layout.people) == 1:
                relation = from_column or relation or (None if owned else said)
        elif relation is None and not owned:
            relation = default if f.RELATION in layout.one else said
        if people and is_the_same("".join(plain(name).split()).strip("()[]")):
            people[0] = _with_numbers(people[0], numbers, useless)
            continue
        read = _read(name, numbers, useless)
        for person in read.people:
            marked = marked or person.relation in (Relation.TENANT, Relation.FAMILY)
            kin = person.relation or relation
            people.append(ReadPerson(person.name, kin, person.phones, person.remark))
    if f.PERSON_NOTE in layout.one and (note := plain(row.at(layout.one[f.PERSON_NOTE]))):
        if len(people) == 1:
            both = dict.fromkeys(one for one in (people[0].note, note) if one)
            people[0] = replace(people[0], note="; ".join(both))
        else:
            remarks.append(note)
    return RowPeople(tuple(people), tuple(useless), marked, tuple(remarks))


def _entries(row: Row, layout: Layout) -> list[tuple[People, Value, list[Value]]]:
    """Return the cells of names and the cells of numbers that belong to them.

    Owners in two columns before one column of numbers share it; where the name beside a number is
    missing it is the one before it, which has no column of numbers of its own.
    """
    entries: list[tuple[People, Value, list[Value]]] = []
    for columns in layout.people:
        name: Value = row.at(columns.name) if columns.name is not None else None
        numbers: list[Value] = [value for at in columns.phones if (value := row.at(at)) is not None]
        if name is None and not numbers:
            continue
        if entries and numbers:
            before, who, none = entries[-1]
            alike = columns.relation in (None, before.relation) and not before.phones
            if alike and not none and is_nobody(name):
                entries[-1] = (before, who, numbers)
                continue
            if alike and not none and columns.relation is before.relation and _are_texts(who, name):
                entries[-1] = (columns, f"{who}、{name}", numbers)
                continue
        entries.append((columns, name, numbers))
    return entries


def _with_numbers(
    person: ReadPerson, numbers: Sequence[Value], useless: list[Useless]
) -> ReadPerson:
    """Return somebody with the numbers beside a cell that only says it is them: 业主本人."""
    phones = dict.fromkeys(person.phones)
    for value in numbers:
        more = read_phones(_text(value, f.PHONE, useless))
        phones.update(dict.fromkeys(more.numbers))
        useless += [(f.PHONE, bad, why) for bad, why in more.bad]
    return replace(person, phones=tuple(phones))


def _are_texts(*values: Value) -> bool:
    return all(isinstance(value, str) for value in values)


def _said(
    row: Row, layout: Layout, default: Relation | None
) -> tuple[Relation | None, Relation | None]:
    """Return what a row says its people are, and that from a column of its own alone."""
    if f.RELATION in layout.one:
        said = read_relation(plain(row.at(layout.one[f.RELATION])))
        return said, said
    if default is None and f.STATUS in layout.one:
        status = plain(row.at(layout.one[f.STATUS]))
        return (Relation.OWNER if "自住" in status or "自用" in status else None), None
    return default, None


def _text(value: Value, field: str, useless: list[Useless]) -> str:
    """Return a cell's text; a formula that failed is of no use."""
    if isinstance(value, Fault):
        useless.append((field, value.text, Refusal("roster.cell_fault", text=value.text)))
        return ""
    return plain(value)


def _read(name: Value, numbers: Sequence[Value], useless: list[Useless]) -> PeopleRead:
    """Read a cell of names with the cells of numbers beside it."""
    who = _text(name, f.NAME, useless)
    texts = [text for value in numbers if (text := _text(value, f.PHONE, useless))]
    if len(texts) == 1 and _MOBILE.fullmatch(texts[0]) and is_plain_name(who):
        return PeopleRead((WrittenPerson(who, None, (texts[0],)),))
    read = read_people(who, texts[0] if texts else "")
    useless += read.bad
    people, spare = list(read.people), list(read.spare)
    for text in texts[1:]:
        more = read_phones(text)
        useless += [(f.PHONE, bad, why) for bad, why in more.bad]
        if not people:
            spare += more.numbers
        elif len(people) == len(more.numbers):
            for at, number in enumerate(more.numbers):
                people[at] = replace(people[at], phones=(*people[at].phones, number))
        else:
            people[0] = replace(people[0], phones=(*people[0].phones, *more.numbers))
    useless += [(f.PHONE, number, Refusal("roster.phone_alone")) for number in spare]
    return PeopleRead(tuple(people))
