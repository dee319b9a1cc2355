"""Who tells which story: every wording is used once while there are others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from desk.codes import HoldReason, Kind, RoomKind, Urgency
from desk.sample.content import PHONE_PREFIX, Story
from desk.sample.days import Days
from desk.sample.estate import HIGH, STOREYS
from desk.sample.households import Town
from desk.sample.rows import Resident, Room


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a ticket's story must be like; None and empty leave it open.

    ``any_hour`` keeps out what happens at particular hours, where the hour is already fixed.
    """

    kinds: tuple[Kind, ...] = ()
    urgencies: tuple[Urgency, ...] = ()
    crews: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    indoor: bool | None = None
    hold: bool | None = None
    any_hour: bool = True

    def admits(self, story: Story) -> bool:
        """Tell whether a story will do."""
        return (
            (not self.kinds or story.kind in self.kinds)
            and (not self.urgencies or story.urgency in self.urgencies)
            and (not self.crews or story.crew in self.crews)
            and (not self.stories or story.key in self.stories)
            and self.indoor in (None, story.indoor)
            and self.hold in (None, story.hold is not None)
            and not (self.any_hour and story.hours)
        )


@dataclass(frozen=True, slots=True)
class Cast:
    """A story as one caller tells it from one room."""

    story: Story
    words: str
    spot: str
    room: Room
    caller: Resident
    lift: int

    def told(self, text: str) -> str:
        """Fill in where it is."""
        return text.format(
            building=self.room.building,
            unit=self.room.unit,
            floor=self.room.floor,
            up=f"{self.room.floor + 1}{self.room.number[-2:]}",
            lift=f"{self.lift}号梯",
            n=8 + self.room.floor // 2,
        )


_FITS: Mapping[str, Callable[[Room], bool]] = {
    "any": lambda room: room.kind in (RoomKind.FLAT, RoomKind.VILLA),
    "home": lambda room: room.kind in (RoomKind.FLAT, RoomKind.VILLA),
    "flat": lambda room: room.kind is RoomKind.FLAT,
    "flat_below": lambda room: room.kind is RoomKind.FLAT and room.floor < STOREYS[room.building],
    "high": lambda room: room.building in HIGH,
    "high_ground": lambda room: room.floor == 1 and room.building in HIGH,
    "low": lambda room: room.kind is RoomKind.FLAT and room.building not in HIGH,
    "low_ground": lambda room: room.floor == 1 and room.building not in HIGH,
    "top": lambda room: room.kind is RoomKind.FLAT and room.floor == STOREYS[room.building],
    "villa": lambda room: room.kind is RoomKind.VILLA,
    "shop": lambda room: room.kind is RoomKind.SHOP,
    "garage": lambda room: room.kind is RoomKind.GARAGE,
}

#: The scopes a story may have.
SCOPES = frozenset(_FITS)


def fits(scope: str, room: Room) -> bool:
    """Tell whether a story of this scope is heard of from this room."""
    return _FITS[scope](room)


class Casting:
    """Hands out stories, rooms and callers."""

    def __init__(self, rng: Random, days: Days, town: Town, stories: Sequence[Story]) -> None:
        self._rng = rng
        self._days = days
        self._town = town
        self._stories = tuple(stories)
        self._pool = [(story, n) for story in stories for n in range(len(story.words))]
        rng.shuffle(self._pool)
        self._used: list[tuple[Story, int]] = []
        occupied = [town.rooms[label] for label in town.people]
        self._rooms = {scope: [r for r in occupied if fits(scope, r)] for scope in SCOPES}

    def cast(self, wanted: Wanted, at: datetime, room: str | None = None) -> Cast:
        """Return a story that was not told before, as it may happen at ``at``."""
        month = self._days.local(at).month
        for place, (story, telling) in enumerate(self._pool):
            if wanted.admits(story) and (not story.months or month in story.months):
                self._used.append(self._pool.pop(place))
                return self._dress(story, telling, room)
        story, telling = self._rng.choice(
            [told for told in self._used if wanted.admits(told[0])] or self._used
        )
        return self._dress(story, telling, room)

    def waiting_for(self, reason: HoldReason) -> tuple[str, ...]:
        """Return the stories that usually wait for this."""
        return tuple(
            story.key
            for story in self._stories
            if story.hold is not None and story.hold.reason is reason
        )

    def cast_same(self, first: Cast) -> Cast:
        """Return the story again as a neighbour of the first caller tells it."""
        story = first.story
        place = next((n for n, (other, _) in enumerate(self._pool) if other is story), None)
        if place is None:
            telling = self._rng.randrange(len(story.words))
        else:
            telling = self._pool.pop(place)[1]
        near = [
            room
            for room in self._rooms[story.scope]
            if room.building == first.room.building and room.label != first.room.label
        ]
        same_unit = [room for room in near if room.unit == first.room.unit]
        room = self._rng.choice(same_unit or near)
        words, spot = story.words[telling], story.spots[telling]
        return Cast(story, words, spot, room, self._caller(room), first.lift)

    def _dress(self, story: Story, telling: int, label: str | None) -> Cast:
        room = self._town.rooms[label] if label else self._rng.choice(self._rooms[story.scope])
        words, spot = story.words[telling], story.spots[telling]
        return Cast(story, words, spot, room, self._caller(room), self._rng.randint(1, 2))

    def _caller(self, room: Room) -> Resident:
        people = [key for key in self._town.people[room.label] if key not in self._town.children]
        # The one who registered first calls most.
        key = people[min(int(self._rng.random() ** 1.8 * len(people)), len(people) - 1)]
        return self._town.residents[key]


def stranger(rng: Random) -> str:
    """Return the telephone of somebody who is not registered."""
    return f"{PHONE_PREFIX}{rng.randrange(9000, 10000)}"
