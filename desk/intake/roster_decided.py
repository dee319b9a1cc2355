"""What becomes of each stored row of a roster once every question is decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desk.codes import Relation, Topic
from desk.intake import record
from desk.intake.roster_plan import (
    Decisions,
    Field,
    Gone,
    Key,
    PersonSaid,
    PersonState,
    RoomSaid,
    RoomState,
    RosterPlan,
)
from desk.sheets.findings import Place

_State = TypeVar("_State", RoomState, PersonState)
_Said = TypeVar("_Said", RoomSaid, PersonSaid)

#: The place of a row that is not in the file any more.
NOWHERE = Place(None, 0)


@dataclass(frozen=True, slots=True)
class Decided(Generic[_State, _Said]):
    """A stored row as it was compared and as it becomes."""

    subject: int
    version: int
    before: _State
    after: _State
    said: _Said | None
    source: Place

    @property
    def did(self) -> str:
        """What the import does to it, as ``ImportedRow`` names it."""
        if self.before == self.after:
            return record.SEEN
        retired = self.before.active and not self.after.active
        return record.RETIRED if retired else record.CHANGED


RoomDecided = Decided[RoomState, RoomSaid]
PersonDecided = Decided[PersonState, PersonSaid]


def rooms(plan: RosterPlan, decisions: Decisions) -> list[RoomDecided]:
    """Return the rooms the file names of which something is written."""
    taken = _taken(plan, decisions)
    found: list[RoomDecided] = []
    for one in plan.touched:
        if isinstance(one.before, RoomState) and isinstance(one.after, RoomState):
            after = one.after
            for key, value in taken.get((one.topic, one.subject), ()):
                after = after._replace(**{key.field.value: value})
            said = one.said if isinstance(one.said, RoomSaid) else None
            found.append(Decided(one.subject, one.version, one.before, after, said, one.source))
    return found


def rooms_gone(plan: RosterPlan, decisions: Decisions) -> list[RoomDecided]:
    """Return the rooms that shall go; whether each may is for the database to say."""
    found: list[RoomDecided] = []
    for one in _retired(plan.rooms_gone, decisions):
        left = plan.left[Topic.ROOMS, one.key.subject]
        if isinstance(left.state, RoomState):
            after = left.state._replace(active=False)
            said = left.said if isinstance(left.said, RoomSaid) else None
            subject = one.key.subject
            found.append(Decided(subject, left.version, left.state, after, said, NOWHERE))
    return found


def people(plan: RosterPlan, decisions: Decisions) -> list[PersonDecided]:
    """Return the people of whom something is written, those who leave a room too."""
    taken = _taken(plan, decisions)
    leaving: dict[int, set[int]] = {}
    for gone in _retired(plan.people_gone, decisions):
        leaving.setdefault(gone.key.subject, set()).add(gone.key.room)
    found: list[PersonDecided] = []
    for one in plan.touched:
        if isinstance(one.before, PersonState) and isinstance(one.after, PersonState):
            after = one.after
            for key, value in taken.get((one.topic, one.subject), ()):
                after = _answered(after, key, value)
            said = one.said if isinstance(one.said, PersonSaid) else None
            after = _without(after, leaving.pop(one.subject, ()), said)
            found.append(Decided(one.subject, one.version, one.before, after, said, one.source))
    for person, rooms_left in leaving.items():
        left = plan.left[Topic.RESIDENTS, person]
        if isinstance(left.state, PersonState):
            said = left.said if isinstance(left.said, PersonSaid) else None
            after = _without(left.state, rooms_left, said)
            if said is not None:
                homes = tuple(home for home in said.homes if home[0] not in rooms_left)
                said = said._replace(homes=homes)
            found.append(Decided(person, left.version, left.state, after, said, NOWHERE))
    return found


def _retired(gone: Sequence[Gone], decisions: Decisions) -> list[Gone]:
    return [one for one in gone if one.key in decisions.retire]


def _taken(
    plan: RosterPlan, decisions: Decisions
) -> dict[tuple[Topic, int], list[tuple[Key, Any]]]:
    """Return what the file wins of each row."""
    found: dict[tuple[Topic, int], list[tuple[Key, Any]]] = {}
    for one in plan.asked:
        if one.key in decisions.take:
            found.setdefault((one.key.topic, one.key.subject), []).append((one.key, one.theirs))
    return found


def _answered(state: PersonState, key: Key, value: Any) -> PersonState:  # noqa: ANN401 - as the field is
    if key.field is Field.RELATION:
        homes = dict(state.homes) | {key.room: Relation(str(value))}
        return state._replace(homes=tuple(homes.items()))
    return state._replace(**{key.field.value: value})


def _without(
    state: PersonState, rooms_left: Collection[int], said: PersonSaid | None
) -> PersonState:
    """Take somebody out of rooms; whoever has no other is off the roster, and keeps the last.

    Somebody the file itself names without a room stays on it.
    """
    if not rooms_left:
        return state
    homes = tuple(home for home in state.homes if home[0] not in rooms_left)
    if homes or (said is not None and not said.homes):
        return state._replace(homes=homes)
    return state._replace(active=False)
