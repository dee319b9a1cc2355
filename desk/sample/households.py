"""Who lives in the sample: 1,100 invented people, their telephones and what they are to a room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from desk.codes import Relation, RoomKind
from desk.sample.content import PHONE_PREFIX, Names
from desk.sample.rows import Occupancy, Resident, Room

POPULATION = 1100

#: The household that every picture and every lesson shows: the same for each seed.
SHOWN_ROOM = "3-2-1502"
#: The one above it, whose leak that household calls about.
ABOVE = "3-2-1602"
_SHOWN = Resident("resident-0001", "张淑芬", ("13800005678",), "独居老人")
_SHOWN_ROOM_NOTE = "勿按门铃，请轻敲"

_SORTS = ("alone", "old_couple", "single", "couple", "small", "three", "let", "shared")
_WEIGHTS = (9, 15, 12, 20, 22, 8, 9, 5)


@dataclass(frozen=True, slots=True)
class Town:
    """Rooms with their notes, people, who is where, and who is too young to call."""

    rooms: Mapping[str, Room]
    residents: Mapping[str, Resident]
    occupancies: tuple[Occupancy, ...]
    people: Mapping[str, tuple[str, ...]]
    children: frozenset[str]


def settle(rng: Random, names: Names, rooms: tuple[Room, ...]) -> Town:
    """Let 1,100 people move in; what is left over stands empty."""
    return _Registrar(rng, names, rooms).town()


class _Registrar:
    """Fills room after room until everybody has one."""

    def __init__(self, rng: Random, names: Names, rooms: tuple[Room, ...]) -> None:
        self._rng = rng
        self._names = names
        self._rooms = {room.label: room for room in rooms}
        self._numbers = list(range(7900))  # the sample keeps 7900 and above for others
        self._numbers.remove(5678)
        rng.shuffle(self._numbers)
        self._residents: dict[str, Resident] = {_SHOWN.key: _SHOWN}
        self._occupancies = [Occupancy(SHOWN_ROOM, _SHOWN.key, Relation.OWNER)]
        self._owners: list[str] = [_SHOWN.key]
        self._children: set[str] = set()

    def town(self) -> Town:
        by_kind: dict[RoomKind, list[str]] = {kind: [] for kind in RoomKind}
        for room in self._rooms.values():
            by_kind[room.kind].append(room.label)
        for label in by_kind[RoomKind.SHOP]:
            self._shop(label)
        homes = [label for label in by_kind[RoomKind.FLAT] if label not in (SHOWN_ROOM, ABOVE)]
        self._rng.shuffle(homes)
        homes = [*by_kind[RoomKind.VILLA], ABOVE, *homes]
        for place, label in enumerate(homes):
            # Every home takes its share of those who are left; the last ones stand empty.
            if len(self._residents) >= POPULATION:
                break
            sort = self._rng.choices(_SORTS, _WEIGHTS)[0] if place >= 10 else "three"
            self._household(label, sort)
        self._late_comers()
        for label in by_kind[RoomKind.GARAGE]:
            relation = Relation.TENANT if self._rng.random() < 0.3 else Relation.OWNER
            self._move_in(label, self._rng.choice(self._owners), relation)
        self._note_rooms()
        people: dict[str, list[str]] = {}
        for occupancy in self._occupancies:
            people.setdefault(occupancy.room, []).append(occupancy.resident)
        return Town(
            rooms=self._rooms,
            residents=self._residents,
            occupancies=tuple(self._occupancies),
            people={label: tuple(keys) for label, keys in people.items()},
            children=frozenset(self._children),
        )

    def _household(self, label: str, sort: str) -> None:
        old = sort in ("alone", "old_couple")
        if sort in ("let", "shared"):
            self._let(label, self._rng.randint(2, 3) if sort == "shared" else 1)
            return
        him = self._rng.random() < (0.25 if sort == "alone" else 0.55)
        surname = self._surname()
        head = self._resident(surname, self._given(him, old), note=self._person_note(sort))
        if head is None:
            return
        self._owners.append(head)
        self._move_in(label, head, Relation.OWNER)
        if sort in ("alone", "single"):
            return
        # Many an old couple has one telephone between them.
        shared = self._residents[head].phones if old and self._rng.random() < 0.45 else None
        partner = self._resident(self._surname(), self._given(not him, old), shared)
        owner_too = Relation.OWNER if self._rng.random() < 0.35 else Relation.FAMILY
        self._move_in(label, partner, owner_too)
        if sort in ("small", "three"):
            name, phones = self._given_name("children"), self._residents[head].phones[:1]
            child = self._resident(surname, name, phones)
            if child is not None:
                self._children.add(child)
            self._move_in(label, child, Relation.FAMILY)
        if sort == "three":
            self._move_in(
                label,
                self._resident(
                    self._surname(), self._given(False, True), note=self._person_note("old_couple")
                ),
                Relation.FAMILY,
            )

    def _let(self, label: str, tenants: int) -> None:
        if self._rng.random() < 0.15:
            landlord: str | None = self._rng.choice(self._owners)
        else:
            landlord = self._resident(self._surname(), self._given(self._rng.random() < 0.5, False))
            if landlord is not None:
                self._owners.append(landlord)
        self._move_in(label, landlord, Relation.OWNER)
        for _ in range(tenants):
            given = self._given(self._rng.random() < 0.5, False)
            tenant = self._resident(self._surname(), given, note=self._person_note("let"))
            self._move_in(label, tenant, Relation.TENANT)

    def _shop(self, label: str) -> None:
        keeper = self._resident(self._surname(), self._given(self._rng.random() < 0.5, False))
        self._move_in(label, keeper, Relation.TENANT)
        name = self._names.shop_names[int(label.rpartition("S")[2]) - 1]
        self._rooms[label] = replace(self._rooms[label], note=name)

    def _late_comers(self) -> None:
        """Bring in grown-up children where the homes were filled before everybody was."""
        lived_in = [
            (occupancy.room, occupancy.resident)
            for occupancy in self._occupancies
            if occupancy.relation is Relation.OWNER and occupancy.room != SHOWN_ROOM
        ]
        while len(self._residents) < POPULATION:
            label, owner = self._rng.choice(lived_in)
            surname = self._residents[owner].name[:1]
            given = self._given(self._rng.random() < 0.5, False)
            self._move_in(label, self._resident(surname, given), Relation.FAMILY)

    def _resident(
        self, surname: str, given: str, shared: tuple[str, ...] | None = None, note: str = ""
    ) -> str | None:
        """Return a new resident's key; None when everybody is there."""
        if len(self._residents) >= POPULATION:
            return None
        key = f"resident-{len(self._residents) + 1:04d}"
        phones = shared or tuple(
            f"{PHONE_PREFIX}{self._numbers.pop():04d}"
            for _ in range(2 if self._rng.random() < 0.12 else 1)
        )
        self._residents[key] = Resident(key, surname + given, phones, note)
        return key

    def _move_in(self, label: str, key: str | None, relation: Relation) -> None:
        if key is not None:
            self._occupancies.append(Occupancy(label, key, relation))

    def _surname(self) -> str:
        drawn = self._rng.random()
        if drawn < 0.03:
            sort = "rare"
        elif drawn < 0.08:
            sort = "ambiguous"
        else:
            sort = "compound" if drawn < 0.105 else "common"
        surnames = self._names.surnames[sort]
        if sort != "common":
            return self._rng.choice(surnames)
        # The first of the list are the commonest, as in any community.
        return surnames[int(len(surnames) * self._rng.random() ** 1.7)]

    def _given(self, man: bool, old: bool) -> str:
        if not old and self._rng.random() < 0.06:
            return self._given_name("rare")
        if old:
            return self._given_name("old_men" if man else "old_women")
        return self._given_name("men" if man else "women")

    def _given_name(self, sort: str) -> str:
        return self._rng.choice(self._names.given[sort])

    def _person_note(self, sort: str) -> str:
        if sort == "alone":
            return self._rng.choice(self._names.person_notes["alone"])
        if sort == "old_couple":
            return self._some("old", 0.25)
        return self._some("other", 0.04)

    def _some(self, sort: str, share: float) -> str:
        return (
            self._rng.choice(self._names.person_notes[sort]) if self._rng.random() < share else ""
        )

    def _note_rooms(self) -> None:
        for label, room in self._rooms.items():
            if room.kind in (RoomKind.FLAT, RoomKind.VILLA) and self._rng.random() < 0.09:
                note = self._rng.choice(self._names.room_notes)
                self._rooms[label] = replace(room, note=note)
        self._rooms[SHOWN_ROOM] = replace(self._rooms[SHOWN_ROOM], note=_SHOWN_ROOM_NOTE)
