"""The residents of a community as text that is searched at the speed of memory.

A page holds up to a thousand people in columns of text, a line each: names, pinyin, initials,
phones, homes. Finding a piece of a name or of a number is finding it in a text; that costs
little memory and needs no tree of keys. Rows are made again only for those that are found.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from desk.codes import Relation
from desk.community.found import PersonRow

_PAGE = 1024
_WAITING = 4096
NAME, PINYIN, INITIALS, PHONES, HOMES = range(5)


class _Column:
    """Lines of text, each between line feeds, and where each begins."""

    __slots__ = ("starts", "text")

    def __init__(self, lines: list[str]) -> None:
        self.text = "\n" + "\n".join(lines) + "\n"
        self.starts = array("I")
        at = 1
        for line in lines:
            self.starts.append(at)
            at += len(line) + 1

    def line(self, index: int) -> str:
        start = self.starts[index]
        return self.text[start : self.text.index("\n", start)]

    def find(self, piece: str) -> Iterator[int]:
        """Yield the lines that hold the piece; a line feed in it means the edge of a line."""
        at = self.text.find(piece)
        while at >= 0:
            # A piece that begins with a line feed begins one sign before its line.
            index = bisect_right(self.starts, at + (piece[0] == "\n")) - 1
            yield index
            end = self.text.index("\n", self.starts[index])
            at = self.text.find(piece, end)


class _Page:
    """Up to ``_PAGE`` people in order of their ids."""

    __slots__ = ("columns", "ids")

    def __init__(self, people: list[PersonRow]) -> None:
        self.ids = array("q", (person.id for person in people))
        lines = zip(*map(_written, people), strict=True)
        self.columns = tuple(_Column(list(column)) for column in lines)

    def row(self, index: int) -> PersonRow:
        name, pinyin, initials, phones, homes = (one.line(index) for one in self.columns)
        return PersonRow(
            self.ids[index],
            name,
            pinyin,
            initials,
            tuple(phones.split(",")) if phones else (),
            tuple(_home(one) for one in homes.strip(",").split(",")) if homes else (),
        )

    def rows(self) -> Iterator[PersonRow]:
        return (self.row(index) for index in range(len(self.ids)))


def _written(person: PersonRow) -> tuple[str, str, str, str, str]:
    homes = "".join(f"{room}:{relation.value}," for room, relation in person.rooms)
    return (
        _one_line(person.name),
        person.pinyin,
        person.initials,
        ",".join(person.phones),
        f",{homes}" if homes else "",
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _home(text: str) -> tuple[int, Relation]:
    room, _, relation = text.partition(":")
    return int(room), Relation(relation)


class PeopleIndex:
    """People by id and by any piece of what is known of them."""

    def __init__(self) -> None:
        self._pages: list[_Page] = []
        self._waiting: dict[int, PersonRow | None] = {}
        self._first_characters: set[str] = set()

    def put(self, person: PersonRow) -> None:
        """Add a person or replace one; many are taken up together."""
        self._waiting[person.id] = person
        self._first_characters.add(person.name[:1])
        if len(self._waiting) >= _WAITING:
            self._take_up()

    def remove(self, person_id: int) -> None:
        """Take a person out; one who is not there is no mistake."""
        self._waiting[person_id] = None

    def __len__(self) -> int:
        """Return the number of people."""
        self._take_up()
        return sum(len(page.ids) for page in self._pages)

    def begins_names(self, character: str) -> bool:
        """Tell whether somebody's name begins, or once began, with the character."""
        return character in self._first_characters

    def find(self, column: int, piece: str, limit: int) -> list[PersonRow]:
        """Return the first people whose column holds the piece; line feeds mean its edges."""
        return list(islice(self._found(column, piece), limit))

    def get(self, person_id: int) -> PersonRow | None:
        """Return the person of that id."""
        self._take_up()
        firsts = [page.ids[0] for page in self._pages]
        at = bisect_right(firsts, person_id) - 1
        if at < 0:
            return None
        page = self._pages[at]
        index = bisect_right(page.ids, person_id) - 1
        return page.row(index) if page.ids[index] == person_id else None

    def in_room(self, room_id: int) -> list[PersonRow]:
        """Return who lives in a room."""
        return list(self._found(HOMES, f",{room_id}:"))

    def _found(self, column: int, piece: str) -> Iterator[PersonRow]:
        self._take_up()
        for page in self._pages:
            for index in page.columns[column].find(piece):
                yield page.row(index)

    def _take_up(self) -> None:
        """Write what waits into its pages, of which only those that change are made again."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        firsts = [page.ids[0] for page in self._pages]
        by_page: dict[int, dict[int, PersonRow | None]] = {}
        for person_id, person in waiting.items():
            page = max(0, bisect_right(firsts, person_id) - 1)
            by_page.setdefault(page, {})[person_id] = person
        for page in sorted(by_page, reverse=True):
            old = self._pages[page].rows() if self._pages else ()
            people = {person.id: person for person in old}
            for person_id, person in by_page[page].items():
                if person is None:
                    people.pop(person_id, None)
                else:
                    people[person_id] = person
            rows = [people[each] for each in sorted(people)]
            self._pages[page : page + 1] = [
                _Page(rows[at : at + _PAGE]) for at in range(0, len(rows), _PAGE)
            ]
