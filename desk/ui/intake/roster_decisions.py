"""What a roster would change, in lists: asked about, gone, changed, new."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from desk.codes import Topic
from desk.intake.roster_plan import Asked, Change, Field, RosterPlan
from desk.intake.roster_plan import Touched as Row
from desk.ui.intake import values
from desk.ui.intake.asked import asked_part
from desk.ui.intake.decided import Decided
from desk.ui.intake.leaving import leaving_part, who
from desk.ui.intake.parts import Line, Part, Shape
from desk.words.catalogue import Words


def parts(words: Words, plan: RosterPlan, decided: Decided) -> list[Part]:
    """Return the lists of a roster's plan that have rows, what is to be decided first."""
    made = (
        _asked(words, plan, decided),
        leaving_part(words, plan, decided),
        _changed(words, plan),
        _new(words, plan),
    )
    return [part for part in made if part.count]


# --- questions ------------------------------------------------------------------------------------
def _asked(words: Words, plan: RosterPlan, decided: Decided) -> Part:
    rows = plan.asked

    def line(at: int, bare: bool) -> Line:
        one = rows[at]
        which = one.key.field
        return who(one.name, one.room)._replace(
            label=values.field(words, which),
            before=values.value(words, which, one.mine, bare=bare),
            after=values.value(words, which, one.theirs, bare=bare),
            on=decided.takes(one.key, one.theirs),
        )

    def put(one: Asked, on: bool) -> None:
        if on:
            decided.take[one.key] = one.theirs
        else:
            decided.take.pop(one.key, None)

    phones = any(one.key.field is Field.PHONES for one in rows)
    return asked_part(words, Shape.CHOICE, rows, line, put, phones=phones)


# --- changed --------------------------------------------------------------------------------------
def _changed(words: Words, plan: RosterPlan) -> Part:
    rows: list[tuple[Row, Change]] = [
        (one, change)
        for topic in (Topic.ROOMS, Topic.RESIDENTS)
        for one in plan.changed(topic)
        for change in one.changes
    ]

    def line(at: int, bare: bool) -> Line:
        one, change = rows[at]
        which = change.field
        before = values.value(words, which, change.before, bare=bare)
        after = values.value(words, which, change.after, bare=bare)
        home = change.room if which in (Field.HOME, Field.RELATION) else ""
        found = Line(one.room) if one.topic is Topic.ROOMS else who(one.name, home or one.room)
        return found._replace(label=values.field(words, which), before=before, after=after)

    return Part(
        "changed",
        words.say("Changed"),
        words.say("Nobody touched these at the desk since; they become what the file says."),
        Shape.CHANGE,
        len(rows),
        line,
        phones=any(change.field is Field.PHONES for _, change in rows),
    )


# --- new ------------------------------------------------------------------------------------------
def _new(words: Words, plan: RosterPlan) -> Part:
    building = {room.label: room.building for room in plan.rooms_new}
    rooms: Counter[str | None] = Counter(room.building for room in plan.rooms_new)
    people = Counter(_building(one.labels, building) for one in plan.people_new)
    houses = [house for house, _ in groupby(sorted({*rooms, *people}, key=_house))]

    def line(at: int, bare: bool) -> Line:
        house = houses[at]
        said = [
            words.say_n("{n} room", "{n} rooms", rooms[house]) if rooms[house] else "",
            words.say_n("{n} person", "{n} people", people[house]) if people[house] else "",
        ]
        comma = words.say_in("between parts of a list", ", ")
        return Line(_house_name(words, house), time=comma.join(part for part in said if part))

    return Part(
        "new",
        words.say_in("import", "New"),
        words.say("They are added. Each of them stands in the list of what was read."),
        Shape.LINE,
        len(houses),
        line,
        stands_for=len(plan.rooms_new) + len(plan.people_new),
    )


def _building(labels: tuple[str, ...], known: dict[str, str]) -> str | None:
    """Return the building of a person's first home; None for a stranger."""
    if not labels:
        return None
    head, dash, _ = labels[0].partition("-")
    return known.get(labels[0], head if dash else "")


def _house(house: str | None) -> tuple[int, int, str]:
    if not house:
        return (3 if house is None else 2), 0, ""
    digits = re.match("[0-9]+", house)
    return (0, int(digits[0]), house) if digits else (1, 0, house)


def _house_name(words: Words, house: str | None) -> str:
    if house is None:
        return words.say("Without a room")
    if not house:
        return words.say("In no building")
    if house[:1].isdigit():
        return words.say("Building {building}", building=house)
    return house
