"""Rooms and people that a roster no longer names: each is ticked to go, or stays."""

from __future__ import annotations

from collections.abc import Callable

from desk.codes import Topic
from desk.intake.roster_plan import PEOPLE, TICKETS, Gone, Key, RosterPlan
from desk.ui.icons import Icon
from desk.ui.intake.decided import Decided
from desk.ui.intake.parts import Line, Part, Shape, Tool
from desk.words.catalogue import Words

ALL_KEY, NONE_KEY = "Ctrl+A", "Ctrl+Shift+A"
#: No part of a label is longer, but for names.
_WIDTH = 6


def leaving_part(words: Words, plan: RosterPlan, decided: Decided) -> Part:
    """Return the list of what is gone from the file."""
    rows = _Leaving(words, plan, decided)
    return Part(
        "gone",
        words.say("Not in the file"),
        words.say("They stay on the roster. What you tick is taken off it."),
        Shape.LINE,
        len(rows.all),
        rows.line,
        rows.decide,
        tick_tools(words, lambda: rows.choose(on=True), lambda: rows.choose(on=False)),
    )


def tick_tools(
    words: Words, tick_all: Callable[[], None], tick_none: Callable[[], None]
) -> tuple[Tool, Tool]:
    """Return the two decisions on every tick."""
    return (
        Tool(words.say("Tick all"), ALL_KEY, Icon.CHECK, tick_all),
        Tool(words.say("Tick none"), NONE_KEY, Icon.CLOSE, tick_none),
    )


def who(name: str, room: str) -> Line:
    """Begin a row on somebody: the room, the name."""
    return Line(name, lead=room) if name != room else Line(room)


class _Leaving:
    """The rows, and what ticking one means for others."""

    def __init__(self, words: Words, plan: RosterPlan, decided: Decided) -> None:
        self._words = words
        self._decided = decided
        self.all = sorted((*plan.rooms_gone, *plan.people_gone), key=_in_order)
        self._people: dict[int, list[Key]] = {}
        for one in plan.people_gone:
            self._people.setdefault(one.key.room, []).append(one.key)
        self._rooms = {one.key.subject: one.key for one in plan.rooms_gone}

    def line(self, at: int, _bare: bool) -> Line:
        """Say a row."""
        one = self.all[at]
        found = Line(one.room) if one.key.topic is Topic.ROOMS else who(one.name, one.room)
        return found._replace(
            note=self._note(one), on=one.key in self._decided.retire, fixed=self._stays(one)
        )

    def decide(self, at: int, on: bool) -> None:
        """Tick a row: a room takes along who lives there, who stays keeps the room."""
        one, retire = self.all[at], self._decided.retire
        if self._stays(one):
            return
        self._decided.tick(retire, (one.key,), on=on)
        if one.key.topic is Topic.ROOMS and on and one.blocked == PEOPLE:
            retire.update(self._people[one.key.subject])
        elif one.key.topic is Topic.RESIDENTS and not on and one.key.room in self._rooms:
            retire.discard(self._rooms[one.key.room])

    def choose(self, *, on: bool) -> None:
        """Tick all, or none."""
        keys = (one.key for one in self.all if not self._stays(one))
        self._decided.tick(self._decided.retire, keys, on=on)

    def _stays(self, one: Gone) -> bool:
        """Tell whether it cannot go, whatever is decided."""
        nobody = one.blocked == PEOPLE and one.key.subject not in self._people
        return one.blocked == TICKETS or nobody

    def _note(self, one: Gone) -> str:
        words = self._words
        if one.blocked == TICKETS:
            return words.say("room: tickets refer to it, it stays")
        if self._stays(one):
            return words.say("room: somebody still lives there, it stays")
        if one.blocked == PEOPLE:
            return words.say("room: goes together with who is registered there")
        if one.by_hand:
            return words.say("registered at the desk, in no file so far")
        return words.say("room") if one.key.topic is Topic.ROOMS else ""


def _in_order(one: Gone) -> tuple[str, bool, str]:
    """Sort rooms as people count them, each before who lives there; there may be very many."""
    label = "-".join([part.zfill(_WIDTH) for part in one.room.split("-")])
    return label, one.key.topic is not Topic.ROOMS, one.name
