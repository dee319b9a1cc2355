"""Reads a roster: every sheet's tables, row by row, and says what became of every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desk.codes import Relation
from desk.community.roster import fields as f
from desk.community.roster.homes import home_of_name, home_of_rooms
from desk.community.roster.layout import relation_of_title
from desk.community.roster.lines import section_in
from desk.community.roster.merging import Households, without_lane
from desk.community.roster.ours import OwnList, OwnRow
from desk.community.roster.people import people_of, without_dittos
from desk.community.roster.places import Places
from desk.community.roster.read import ReadPerson, ReadStranger, RosterRead
from desk.community.roster.tables import Table, tables_of
from desk.language.addresses import Address
from desk.language.amounts import read_area
from desk.language.days_written import read_day
from desk.language.tidy import says_nothing
from desk.refusals import Refusal
from desk.sheets.book import Book, Fault, Progress, Row, Sheet, Value
from desk.sheets.cells import plain
from desk.sheets.columns import Choice, Columns
from desk.sheets.findings import Findings, Place, Rejected, Skipped, Warned

_STEP = 500
_LONGEST_NOTE = 2000
_LONGEST_ROW = 400
#: How many rows are read to know whether the rooms of a roster have buildings at all.
_TRIED = 300


@dataclass(slots=True)
class _Found:
    columns: list[Columns] = field(default_factory=list)
    rejected: dict[Place, Rejected] = field(default_factory=dict)
    warned: list[Warned] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    read: set[Place] = field(default_factory=set)
    strangers: list[ReadStranger] = field(default_factory=list)
    ours: bool = False
    ignored: int = 0


def read(
    book: Book, *, choices: Sequence[Choice] = (), progress: Progress | None = None
) -> RosterRead:
    """Return the rooms and people of a roster, and what became of everything else in it."""
    return _Reading(book, choices, progress).whole()


class _Reading:
    """One reading of one book."""

    def __init__(self, book: Book, choices: Sequence[Choice], progress: Progress | None) -> None:
        self._book, self._progress = book, progress
        self._houses, self._found = Households(), _Found()
        self._done, self._all = 0, sum(len(sheet.rows) for sheet in book.sheets)
        self._sheets: list[tuple[Sheet, list[Table]]] = []
        chosen = {choice.sheet for choice in choices}
        self._phases = {
            sheet.name: section.phase
            for sheet in book.sheets
            if (section := section_in(sheet.name or "")) and section.phase and not sheet.hidden
        }
        self._names = [sheet.name or "" for sheet in book.sheets if not sheet.hidden]
        for sheet in book.sheets:
            tables = self._tables(sheet, choices, chosen)
            if tables:
                self._sheets.append((sheet, tables))

    def whole(self) -> RosterRead:
        """Read every table and return everything."""
        needs_building = self._needs_building()
        for sheet, tables in self._sheets:
            for table in tables:
                self._read_table(table, needs_building=needs_building)
            self._close(sheet, tables)
        found = self._found
        places = sorted(found.rejected, key=self._order)
        return RosterRead(
            self._houses.rooms() if self._found.ours else without_lane(self._houses.rooms()),
            Findings(
                columns=tuple(found.columns),
                rejected=tuple(found.rejected[place] for place in places),
                warned=tuple(found.warned),
                skipped=tuple(found.skipped),
                ignored=found.ignored,
                notes=self._book.notes,
            ),
            tuple(found.strangers),
        )

    def _order(self, place: Place) -> tuple[int, int]:
        names = [sheet.name for sheet in self._book.sheets]
        return names.index(place.sheet), place.row

    def _tables(
        self, sheet: Sheet, choices: Sequence[Choice], chosen: set[str | None]
    ) -> list[Table]:
        """Return the tables of a sheet with rooms in them; none where it is left out."""
        hidden = sheet.hidden and sheet.name not in chosen
        tables = [] if hidden else tables_of(sheet, choices)
        why = Refusal("roster.sheet_hidden") if hidden else _left_out(sheet, tables)
        if why is not None:
            self._found.skipped.append(Skipped(sheet.name, why))
            self._done += len(sheet.rows)
            return []
        if not tables:
            self._close(sheet, [])
        return [table for table in tables if table.layout.has_rooms]

    def _needs_building(self) -> bool:
        """Tell whether the rooms of this roster stand in buildings, so that one is missed."""
        with_one = without = 0
        for _, tables in self._sheets:
            for table in tables:
                places = self._places(table)
                for row in table.lines(places, _TRIED):
                    try:
                        rooms = places.rooms_of(row, marked=False, require_building=False)
                    except Refusal:
                        continue
                    with_one += bool(rooms[0].building)
                    without += not rooms[0].building and rooms[0].kind == "flat"
        return 3 * with_one >= without

    def _places(self, table: Table) -> Places:
        phase = (
            self._phases.get(table.sheet.name, "") if len(set(self._phases.values())) > 1 else ""
        )
        name = table.sheet.name
        home = home_of_name(name or "", self._names)
        places = Places(table.layout, table.data, table.sheet.merged, name, phase, home)
        for section in table.titles:
            places.begin(section)
        places.settle(home_of_rooms(table, places.home))
        return places

    def _read_table(self, table: Table, *, needs_building: bool) -> None:
        places = self._places(table)
        default = self._default(table)
        ours = OwnList.of(table.columns)
        for row in table.stray:
            place = Place(table.sheet.name, row.number)
            why = Refusal("roster.above_heads")
            self._found.rejected.setdefault(place, Rejected(place, why, _text_of(row)))
        before: Row | None = None
        for row in table.lines(places):
            self._step()
            row = before = without_dittos(row, before, table.layout)
            own = ours.read(row) if ours is not None else None
            if own is not None:
                self._read_own(own, row, table)
                continue
            self._read_row(row, table, places, default, needs_building=needs_building)

    def _default(self, table: Table) -> Relation | None:
        """Return what titles say the people are of whom nothing else says it."""
        for title in (*table.title_texts, table.sheet.name or "", self._book.file):
            relation = relation_of_title(title)
            if relation is not None:
                return relation
        return None

    def _step(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _STEP == 0:
            self._progress(min(self._done, self._all), self._all)

    def _read_row(
        self,
        row: Row,
        table: Table,
        places: Places,
        default: Relation | None,
        *,
        needs_building: bool,
    ) -> None:
        place = Place(table.sheet.name, row.number)
        who = people_of(row, table.layout, default)
        try:
            rooms = places.rooms_of(row, marked=who.marked, require_building=needs_building)
        except Refusal as refusal:
            self._found.rejected.setdefault(place, Rejected(place, refusal, _text_of(row)))
            return
        self._found.read.add(place)
        self._found.warned += [Warned(place, key, text, why) for key, text, why in who.useless]
        notes = (*self._notes(row, table, place), *who.remarks)
        self._add(rooms, row, table, who.people, notes)

    def _read_own(self, own: OwnRow, row: Row, table: Table) -> None:
        """Take over a row of a list of our own."""
        place = Place(table.sheet.name, row.number)
        self._found.ours = True
        self._found.read.add(place)
        self._found.warned += [Warned(place, key, text, why) for key, text, why in own.useless]
        if own.room is None:
            self._found.strangers += [ReadStranger(person, place) for person in own.people]
            return
        notes = (own.note,) if own.note else ()
        self._add((own.room,), row, table, own.people, notes)

    def _add(
        self,
        rooms: Sequence[Address],
        row: Row,
        table: Table,
        people: tuple[ReadPerson, ...],
        notes: tuple[str, ...],
    ) -> None:
        """Add what a row says to the rooms it is about."""
        place = Place(table.sheet.name, row.number)
        area = self._value(row, table, f.AREA, place)
        moved_in = self._value(row, table, f.MOVED_IN, place)
        for room in rooms:
            self._houses.add(
                room,
                place,
                people=people,
                area_m2=area if isinstance(area, float) else None,
                moved_in=moved_in if isinstance(moved_in, str) else "",
                notes=notes,
            )

    def _value(self, row: Row, table: Table, key: str, place: Place) -> float | str | None:
        """Return an area or a day; what cannot be read is warned of."""
        column = table.layout.one.get(key)
        value = row.at(column) if column is not None else None
        if value is None:
            return None
        try:
            if isinstance(value, Fault):
                raise Refusal("roster.cell_fault", text=value.text)
            if key == f.AREA:
                return _area(value) if isinstance(value, str) else read_area(value)
            return _day(value) if isinstance(value, str) else _day_of(value)
        except Refusal as refusal:
            self._found.warned.append(Warned(place, key, plain(value), refusal))
            return None

    def _notes(self, row: Row, table: Table, place: Place) -> tuple[str, ...]:
        notes: list[str] = []
        for column in table.layout.notes:
            text = plain(row.at(column))
            if not text or says_nothing(text):
                continue
            if len(text) > _LONGEST_NOTE:
                why = Refusal("roster.note_cut", most=_LONGEST_NOTE)
                self._found.warned.append(Warned(place, f.NOTE, text[:_LONGEST_ROW], why))
                text = text[:_LONGEST_NOTE]
            notes.append(text)
        for column, head in table.layout.extra:
            text = plain(row.at(column))
            if text and not says_nothing(text):
                notes.append(f"{head}:{text}")
        return tuple(notes)

    def _close(self, sheet: Sheet, tables: Sequence[Table]) -> None:
        """Count what is left of a sheet, and reject what could not be read as text."""
        for unread in sheet.unread:
            place = Place(sheet.name, unread.row)
            self._found.rejected[place] = Rejected(place, unread.why, "")
        rows = [row.number for row in sheet.rows] + [unread.row for unread in sheet.unread]
        here = {place for place in self._found.read if place.sheet == sheet.name}
        here |= {place for place in self._found.rejected if place.sheet == sheet.name}
        self._found.ignored += max(rows, default=0) - len(here)
        if tables:
            self._found.columns.append(
                Columns(
                    sheet.name,
                    tuple(sorted({head for table in tables for head in table.columns.heads})),
                    tuple(
                        {
                            column.index: column
                            for table in reversed(tables)
                            for column in table.columns.columns
                        }[index]
                        for index in sorted(
                            {one.index for table in tables for one in table.columns.columns}
                        )
                    ),
                    tuple(sorted({one for table in tables for one in table.columns.chosen})),
                )
            )


@lru_cache(maxsize=8192)
def _area(text: str) -> float | None:
    return read_area(text)


@lru_cache(maxsize=8192)
def _day(text: str) -> str | None:
    return _day_of(text)


def _day_of(value: Value) -> str | None:
    day = read_day(value)
    return day.text if day is not None else None


def _left_out(sheet: Sheet, tables: Sequence[Table]) -> Refusal | None:
    """Return why nothing is read from a sheet; None where something is."""
    if sheet.unread or any(table.layout.has_rooms for table in tables):
        return None
    if not sheet.rows:
        return Refusal("roster.sheet_empty")
    if not tables:
        return Refusal("roster.sheet_no_table")
    if any(table.is_statistics for table in tables):
        return Refusal("roster.sheet_statistics")
    return Refusal("roster.sheet_no_rooms")


def _text_of(row: Row) -> str:
    return " | ".join(text for value in row.cells if (text := plain(value)))[:_LONGEST_ROW]
