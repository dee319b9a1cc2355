"""One search in the directory: every way a text may mean a room or a person, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desk.codes import Relation
from desk.community.found import By, Found, PersonRow, RoomRow
from desk.community.people_index import INITIALS, NAME, PHONES, PINYIN, PeopleIndex
from desk.community.room_index import RoomIndex
from desk.language.normal import fold, has_han
from desk.language.numbers import find_tickets
from desk.language.pinyin import split_by_initials
from desk.language.rooms import RoomMention, find_rooms

Span = tuple[int, int]
_FIGURES = re.compile(r"(?<![\d\-])\d(?:[ \-]?\d){3,}(?!\d)")
_SHORT = re.compile(
    r"(?P<b>[a-z]?\d{1,2})(?:[ \-/#.](?P<u>\d{1,2}))?[ \-/#.](?P<n>[a-z]?\d{1,4}[a-d]?)"
)
_LETTERS = re.compile(r"[a-z]+(?:[ '][a-z]+)*")
_WORD = re.compile(r"(?<![a-z0-9])[a-z]{2,}(?![a-z0-9])")
TITLE = re.compile(
    r"先生|女士|小姐|太太|阿姨|叔叔|大爷|大妈|大哥|大姐|奶奶|爷爷|老师|师傅|总|姐|哥|家"
)
#: How many who share a beginning are looked at before a sentence is given up.
_TRIED = 60
_LONGEST_NAME = 4
#: What the several ways of being found are worth; 60 and above is sure enough to be looked up.
ROOM, ROOM_CANDIDATE, ROOM_BEGUN, HOUSE, ANY_ROOM_BEGUN = 100, 80, 62, 61, 40
LIVES_THERE, NAMED_THERE, PART = 95, 115, 50
PHONE, PHONE_END, PHONE_INSIDE = 105, 70, 64
FULL_NAME, NAME_BEGUN, NAME_PART, TITLED = 90, 75, 60, 60
SPELT, SPELT_BEGUN, SPELT_PART = 85, 66, 50
ALL_INITIALS, INITIALS_BEGUN = 70, 55
_NEIGHBOUR = 25


class Search:
    """Looks for one text; ``run`` returns what it may mean, the likeliest first."""

    def __init__(self, rooms: RoomIndex, people: PeopleIndex, text: str, limit: int) -> None:
        self._rooms = rooms
        self._people = people
        self._text = text
        self._folded = fold(text)
        self._plain = self._folded.text
        self._typed = self._plain.strip()
        self._limit = limit
        self._taken: list[Span] = [(one.start, one.end) for one in find_tickets(text)]
        self._here: dict[int, Span] = {}
        self._found: dict[tuple[int | None, int | None], Found] = {}

    def run(self) -> list[Found]:
        """Return what was found, the likeliest first."""
        if not self._typed:
            return []
        self._by_room()
        self._by_beginning_of_room()
        self._by_phone()
        if has_han(self._plain):
            self._by_name()
        self._by_sound()
        ranked = sorted(self._found.values(), key=lambda one: -one.score)
        return ranked[: self._limit]

    def _by_room(self) -> None:
        for mention in find_rooms(self._text, self._rooms.known):
            span = (mention.start, mention.end)
            less = _NEIGHBOUR if mention.neighbour else 0
            rooms = self._rooms.known(mention.building, mention.unit, mention.number)
            if mention.complete and rooms:
                self._taken.append(span)
                self._here[rooms[0].id] = span
                self._add_room(rooms[0], ROOM - less, span)
                self._add_household(rooms[0], span, less)
            elif mention.candidates:
                for room in rooms[: self._limit]:
                    self._add_room(room, ROOM_CANDIDATE - less, span)
            elif not mention.number and self._whole(mention):
                for room in rooms[: self._limit]:
                    self._add_room(room, HOUSE, span)

    def _add_household(self, room: RoomRow, span: Span, less: int) -> None:
        """Add who lives there; whoever the text names, if only 张女士, comes first."""
        for person in self._people.in_room(room.id):
            named = self._named(person.name)
            score = (NAMED_THERE if named else LIVES_THERE) - less
            self._add_person(person, score, By.ROOM, (span, *([named] if named else [])), room)

    def _named(self, name: str) -> Span | None:
        plain = fold(name).text
        at = self._plain.find(plain) if len(plain) > 1 else -1
        if at >= 0:
            return self._folded.span(at, at + len(plain))
        for match in TITLE.finditer(self._plain):
            if match.start() and plain[:1] == self._plain[match.start() - 1]:
                return self._folded.span(match.start() - 1, match.end())
        return None

    def _whole(self, mention: RoomMention) -> bool:
        return self._text.strip() == self._text[mention.start : mention.end].strip()

    def _by_beginning_of_room(self) -> None:
        """Take the whole line for a room that is being typed: 3-2-15, 321502, 150."""
        short = _SHORT.fullmatch(self._typed)
        rooms: list[RoomRow] = []
        score = ROOM_BEGUN
        if short is not None:
            house = short["b"].upper()
            rooms = self._rooms.beginning(house, short["u"] or "", short["n"], self._limit)
        elif self._typed.isdigit() and 5 <= len(self._typed) <= 8:
            rooms, score = list(self._squeezed(self._typed)), ROOM_CANDIDATE
        elif self._typed.isdigit() and len(self._typed) in (2, 3):
            rooms = self._rooms.beginning("", "", self._typed, self._limit)
            score = ANY_ROOM_BEGUN
        for room in rooms:
            self._add_room(room, score, self._whole_span())

    def _squeezed(self, figures: str) -> Iterator[RoomRow]:
        for door in (4, 3):
            front, number = figures[:-door], figures[-door:]
            for at in range(1, len(front) + 1):
                yield from self._rooms.known(front[:at], front[at:], number)

    def _by_phone(self) -> None:
        for match in _FIGURES.finditer(self._plain):
            span = self._folded.span(*match.span())
            if any(start < span[1] and span[0] < end for start, end in self._taken):
                continue
            figures = re.sub(r"\D", "", match.group())
            for person in self._with_phone(figures):
                phone, score = _best_phone(person.phones, figures)
                self._add_person(person, score, By.PHONE, (span,), None, phone)

    def _with_phone(self, figures: str) -> Iterator[PersonRow]:
        pieces = [figures]
        if figures.startswith("0") and len(figures) > 7:  # 057188881234 is 0571-88881234
            pieces = [f"{figures[:area]}-{figures[area:]}" for area in (3, 4)]
        for piece in pieces:
            yield from self._people.find(PHONES, f"{piece}\n", self._limit)
            yield from self._people.find(PHONES, f"{piece},", self._limit)
            yield from self._people.find(PHONES, piece, self._limit)

    def _by_name(self) -> None:
        alone = self._typed.replace(" ", "")
        whole = (self._whole_span(),)
        if len(alone) <= _LONGEST_NAME or TITLE.fullmatch(alone[1:]):
            title = TITLE.fullmatch(alone[1:]) is not None
            start = alone[:1] if title else alone
            for person in self._people.find(NAME, f"\n{start}", self._limit):
                score = FULL_NAME if person.name == alone else TITLED if title else NAME_BEGUN
                self._add_person(person, score, By.NAME, whole)
            if len(alone) > 1 and not title:
                for person in self._people.find(NAME, alone, self._limit):
                    self._add_person(person, NAME_PART, By.NAME, whole)
        for at, character in enumerate(self._plain):
            if self._people.begins_names(character):
                self._name_at(at)

    def _name_at(self, at: int) -> None:
        """Add whoever's whole name stands at that place of the sentence."""
        beginning = self._plain[at : at + 2]
        if len(beginning) < 2 or not has_han(beginning):
            return
        for person in self._people.find(NAME, f"\n{beginning}", _TRIED):
            if self._plain.startswith(person.name, at):
                span = self._folded.span(at, at + len(person.name))
                self._add_person(person, FULL_NAME, By.NAME, (span,))

    def _by_sound(self) -> None:
        if _LETTERS.fullmatch(self._typed):
            self._spelt(re.sub(r"[^a-z]", "", self._typed))
            return
        for match in _WORD.finditer(self._plain):
            span = self._folded.span(*match.span())
            for column, by in ((PINYIN, By.PINYIN), (INITIALS, By.INITIALS)):
                for person in self._people.find(column, f"\n{match.group()}\n", self._limit):
                    self._add_person(person, ALL_INITIALS, by, (span,))

    def _spelt(self, letters: str) -> None:
        """Take the whole line for a name by its sound; the last syllable may be unfinished."""
        if len(letters) < 2:
            return
        ways = (
            (PINYIN, f"\n{letters}\n", SPELT, By.PINYIN),
            (INITIALS, f"\n{letters}\n", ALL_INITIALS, By.INITIALS),
            (PINYIN, f"\n{letters}", SPELT_BEGUN, By.PINYIN),
            (INITIALS, f"\n{letters}", INITIALS_BEGUN, By.INITIALS),
        )
        for column, piece, score, by in ways:
            for person in self._people.find(column, piece, self._limit):
                self._add_person(person, score, by, (self._whole_span(),))
        if len(letters) >= 3 and len(self._found) < self._limit:
            for person in self._people.find(PINYIN, letters, _TRIED):
                starts = split_by_initials(person.pinyin, person.initials)
                if any(person.pinyin.startswith(letters, start) for start in starts):
                    self._add_person(person, SPELT_PART, By.PINYIN, (self._whole_span(),))

    def _whole_span(self) -> Span:
        at = self._plain.index(self._typed)
        return self._folded.span(at, at + len(self._typed))

    def _add_room(self, room: RoomRow, score: float, span: Span) -> None:
        self._keep(Found(room.id, None, "", room.label, "", None, score, By.ROOM, (span,)))

    def _add_person(
        self,
        person: PersonRow,
        score: float,
        by: By,
        spans: tuple[Span, ...],
        room: RoomRow | None = None,
        phone: str = "",
    ) -> None:
        homes = dict(person.rooms)
        relation: Relation | None = None
        if room is None:
            here = [each for each in homes if each in self._here]
            if here:  # What the text says twice is surer than what it says once.
                score, spans = max(score, NAMED_THERE), (*spans, self._here[here[0]])
            known = (self._rooms.get(each) for each in [*here, *homes])
            room = next((each for each in known if each is not None), None)
        if room is not None:
            relation = homes.get(room.id)
        self._keep(
            Found(
                room.id if room is not None else None,
                person.id,
                person.name,
                room.label if room is not None else "",
                phone or next(iter(person.phones), ""),
                relation,
                score,
                by,
                tuple(sorted(spans)),
            )
        )

    def _keep(self, found: Found) -> None:
        key = (found.person_id, found.room_id if found.person_id is None else None)
        old = self._found.get(key)
        if old is not None:
            best = max(old, found, key=lambda one: one.score)
            found = replace(best, spans=tuple(sorted({*old.spans, *found.spans})))
        self._found[key] = found


def _best_phone(phones: tuple[str, ...], figures: str) -> tuple[str, float]:
    """Return the number that fits best, and what that is worth."""
    best, worth = "", 0
    for phone in phones:
        bare = phone.replace("-", "")
        if bare == figures:
            return phone, PHONE
        score = PHONE_END if bare.endswith(figures) else PHONE_INSIDE if figures in bare else 0
        if score > worth:
            best, worth = phone, score
    return best, worth or PHONE_INSIDE
