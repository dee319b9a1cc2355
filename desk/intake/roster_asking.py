"""The questions about one stored row of a roster, and what changes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.codes import Topic
from desk.intake.roster_plan import (
    Asked,
    Change,
    Field,
    Key,
    PersonState,
    RoomState,
    Value,
)
from desk.intake.three_way import Met
from desk.sheets.findings import Place


class Asking:
    """The questions about one stored row, and by what it is called when they are asked."""

    def __init__(self, topic: Topic, subject: int, name: str, room: str, source: Place) -> None:
        self.topic, self.subject, self.name, self.room = topic, subject, name, room
        self.source = source
        self.asked: list[Asked] = []

    def decided(
        self, field: Field, theirs: Value, met: Met, *, room: int = 0, label: str = ""
    ) -> Any:  # noqa: ANN401 - as the field is
        """Return what a field becomes, and note the question where it is one."""
        if met.asked:
            key = Key(self.topic, self.subject, field, room)
            mine = met.value
            self.asked.append(Asked(key, self.name, label or self.room, mine, theirs, self.source))
        return met.value


def room_changes(mine: RoomState, after: RoomState) -> tuple[Change, ...]:
    """Return what becomes different of a room."""
    return tuple(
        Change(Field(name), was, becomes)
        for name, was, becomes in zip(RoomState._fields, mine, after, strict=True)
        if was != becomes
    )


def person_changes(
    mine: PersonState, after: PersonState, labels: Mapping[int, str]
) -> tuple[Change, ...]:
    """Return what becomes different of a person; ``labels`` are of the rooms the file names."""
    simple = (Field.NAME, Field.PHONES, Field.NOTE, Field.ACTIVE)
    pairs = ((field, getattr(mine, field), getattr(after, field)) for field in simple)
    found = [Change(*pair) for pair in pairs if pair[1] != pair[2]]
    here = dict(mine.homes)
    for room, relation in after.homes:
        if room not in here:
            found.append(Change(Field.HOME, "", relation, labels[room]))
        elif here[room] != relation:
            found.append(Change(Field.RELATION, here[room], relation, labels[room]))
    return tuple(found)
