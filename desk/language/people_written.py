"""Reads the people of one cell, and which number of another cell is whose.

Several people and as many numbers pair up in order. One person has every number. With more people
than numbers the last have none. With more numbers than people (and more than one) the lines of
the cells decide where they are as many as the people; else the last has the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desk.codes import Relation
from desk.language.name_parts import Part, apart_by_blanks, is_nobody, name_parts, person_of
from desk.language.name_parts import WrittenPerson as WrittenPerson
from desk.language.phones_written import PhoneSpan, mended, phone_spans
from desk.language.phones_written import PhonesRead as PhonesRead
from desk.language.phones_written import read_phones as read_phones
from desk.language.relation_words import read_relation
from desk.language.tidy import tidy
from desk.refusals import Refusal

__all__ = [
    "PeopleRead",
    "WrittenPerson",
    "is_nobody",
    "read_people",
    "read_phones",
    "read_relation",
]

#: No name is longer, not that of a company either.
LONGEST_NAME = 40

#: =1+2, @SUM(1), -2+3; but =张三 and @张三 are somebody's way to write a name.
_FORMULA = re.compile(r"=(?![\u4e00-\u9fff·]+$)|[@+\-](?=[\d(=]|[A-Za-z.]+\()")
#: So many figures behind a name are a number, or were meant to be one.
_LEAST = 6

Bad = tuple[str, str, Refusal]


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of a cell in order; ``bad`` is (field "name" or "phone", text, why).

    ``spare`` are good numbers beside which nobody is named.
    """

    people: tuple[WrittenPerson, ...] = ()
    bad: tuple[Bad, ...] = ()
    spare: tuple[str, ...] = ()


def read_people(
    names: object, phones: object = "", relation: Relation | None = None, *, area: str = ""
) -> PeopleRead:
    """Return the people that a cell of names and one of numbers speak of.

    Args:
        names: the cell of names; roles in brackets and numbers behind names count.
        phones: the cell of numbers; "张三13900001234" in it gives the number to 张三.
        relation: what the column says they are; a role at a name counts before it.
        area: the area code put before local numbers.
    """
    people, bad = _named(tidy(names), relation, area)
    text = tidy(phones)
    read = read_phones(phones, area=area)
    bad += [("phone", shown, refusal) for shown, refusal in read.bad]
    if not read.numbers:
        return PeopleRead(tuple(people), tuple(bad))
    if not people:
        people = _labelled(text, relation, area)
        return PeopleRead(tuple(people), tuple(bad), () if people else read.numbers)
    if len(people) == 1 and (apart := apart_by_blanks(tidy(names), len(read.numbers))):
        people = [replace(people[0], name=name) for name in apart]
    if len(people) > 1:
        people = _by_label(people, text, relation, area) or _paired(people, text, read, area)
    else:
        people = _given(people, [list(read.numbers)])
    return PeopleRead(tuple(people), tuple(bad))


def _named(
    text: str, relation: Relation | None, area: str
) -> tuple[list[WrittenPerson], list[Bad]]:
    """Read a cell of names."""
    if is_nobody(text):
        return [], []
    if _FORMULA.match(text):
        return [], [("name", text, Refusal("name.formula"))]
    text = mended(text) if any(one.isdigit() for one in text) else text
    spans = phone_spans(text, area=area, least=_LEAST) if any(o.isdigit() for o in text) else []
    bad: list[Bad] = [("phone", text[s.start : s.end], s.bad) for s in spans if s.bad is not None]
    people: list[WrittenPerson] = []
    waiting: list[str] = []
    for part in name_parts(text, spans):
        person = person_of(part, relation)
        if person is None:
            if part.numbers and people:
                people[-1] = _with(people[-1], part.numbers)
            else:
                waiting += part.numbers
        elif len(person.name) > LONGEST_NAME:
            bad.append(("name", part.text, Refusal("name.too_long")))
        elif not any(one.isalpha() for one in person.name):
            bad.append(("name", part.text, Refusal("name.unreadable")))
        else:
            people.append(_with(person, waiting))
            waiting = []
    people = _merged(people)
    if not people and spans and not bad:
        bad.append(("name", text, Refusal("name.unreadable")))
    return people, bad


def _merged(people: list[WrittenPerson]) -> list[WrittenPerson]:
    """Make one of a person who is written twice."""
    merged: list[WrittenPerson] = []
    for person in people:
        same = next((at for at, one in enumerate(merged) if one.name == person.name), None)
        if same is None:
            merged.append(person)
        else:
            known = merged[same]
            both = replace(known, relation=known.relation or person.relation)
            merged[same] = _with(both, person.phones)
    return merged


def _with(person: WrittenPerson, numbers: list[str] | tuple[str, ...]) -> WrittenPerson:
    if not numbers:
        return person
    return replace(person, phones=tuple(dict.fromkeys((*person.phones, *numbers))))


def _labelled(text: str, relation: Relation | None, area: str) -> list[WrittenPerson]:
    """Return the people who are named in the cell of numbers alone."""
    people = []
    for label, numbers in _labels(text, area):
        person = person_of(Part(label, ()), relation)
        if person is None or not numbers or not _is_name(person.name):
            return []
        people.append(_with(person, numbers))
    return _merged(people)


def _is_name(text: str) -> bool:
    return (
        read_relation(text) is None
        and re.fullmatch(r"[\u4e00-\u9fff·]{2,6}", text) is not None
        and (
            re.search(
                r"电话|手机|座机|固话|号码|办公|单位|微信|家里|住宅|本人|备用|同上|白天|晚上|联系|短信|打|转|传真",
                text,
            )
            is None
        )
    )


def _labels(text: str, area: str) -> list[tuple[str, list[str]]]:
    """Return the words of a cell of numbers, each with the numbers written with it."""
    text = mended(text)
    found: list[tuple[str, list[str]]] = []
    for part in name_parts(text, phone_spans(text, area=area)):
        label = part.text.strip(" :-()[]")
        if label or not found:
            found.append((label, list(part.numbers)))
        else:
            found[-1][1].extend(part.numbers)
    return found


def _by_label(
    people: list[WrittenPerson], text: str, relation: Relation | None, area: str
) -> list[WrittenPerson]:
    """Give each number to whom it is written with; nobody where not every number has a label."""
    if not any(one.isalpha() for one in text):
        return []
    told: list[WrittenPerson] = list(people)
    labels = _labels(text, area)
    if not labels or any(not label for label, _ in labels):
        return []
    for label, numbers in labels:
        named = person_of(Part(label, ()), relation)
        name = named.name if named is not None else label
        role = read_relation(label)
        at = [i for i, one in enumerate(told) if one.name == name]
        at = at or [i for i, one in enumerate(told) if role is not None and one.relation == role]
        if len(at) != 1:
            return []
        told[at[0]] = _with(told[at[0]], numbers)
    return told


def _paired(
    people: list[WrittenPerson], text: str, read: PhonesRead, area: str
) -> list[WrittenPerson]:
    """Pair people and numbers in order, or people and lines where the lines are as many."""
    more = len(read.numbers) > len(people)
    for sign in ("\n", ";", "、", "/") if more else ():
        groups = [read_phones(one, area=area) for one in text.split(sign)]
        if len(groups) == len(people) and sum(len(g.numbers) for g in groups) > len(people):
            return _given(people, [list(group.numbers) for group in groups])
    return _given(people, [[one] for one in _places(text, read, area, len(people))])


def _places(text: str, read: PhonesRead, area: str, people: int) -> list[str]:
    """Return the numbers in their places: "" where a bad one stands in the place of a number."""
    spans: list[PhoneSpan] = phone_spans(mended(text), area=area)
    placed = [span.number for span in spans]
    once = len(set(placed) - {""}) == len(placed) - placed.count("")
    if once or len(placed) == people:
        return placed
    return list(read.numbers)


def _given(people: list[WrittenPerson], groups: list[list[str]]) -> list[WrittenPerson]:
    """Give the first group to the first; the last person has all that are left over."""
    told = []
    for at, person in enumerate(people):
        mine = groups[at : at + 1] if at < len(people) - 1 else groups[at:]
        told.append(_with(person, [number for group in mine for number in group if number]))
    return told
