"""Reads one sheet of a ledger row by row, keeping what carries on from one row to the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from desk.language.addresses import building_of_sheet
from desk.language.tidy import says_nothing, tidy
from desk.refusals import Refusal
from desk.sheets.book import Fault, Row, Sheet, Value
from desk.sheets.cells import plain
from desk.sheets.findings import Place, Rejected, Warned
from desk.tickets.ledger.asides import Aside, aside, says_none
from desk.tickets.ledger.contacts import Contacts
from desk.tickets.ledger.days import (
    Period,
    is_ditto,
    period,
    section_day,
)
from desk.tickets.ledger.layout import Layout
from desk.tickets.ledger.outcome import is_bare, means_nothing, outcome
from desk.tickets.ledger.outcomes import Outcomes
from desk.tickets.ledger.places import Places, Where, leading_room, trailing_room
from desk.tickets.ledger.read import ReadTicket
from desk.tickets.ledger.sheet_days import days_of

_MOBILE: Final = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
#: Longest text that is kept of one row that was not understood.
_SHOWN: Final = 200
_LONGEST_NAME: Final = 60
_LONGEST_PLACE: Final = 200
#: What alone does not make a row an entry: figures and days that were filled in beforehand.
_PREPARED: Final = ("serial", "number", "reported", "time", "other")
#: Fields whose cell may say: the same as above.
_SAME: Final = frozenset(
    {
        "place",
        "building",
        "unit",
        "door",
        "name",
        "phone",
        "contact",
        "handler",
        "community",
        "phase",
    }
)


class SheetReader:
    """Reads the rows of a sheet, handed over in order with ``take``.

    Attributes:
        tickets, rejected, warned: what the rows came to so far.
    """

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        file: str,
        year: int | None,
        places: Places,
        contacts: Contacts,
    ) -> None:
        self.tickets: list[ReadTicket] = []
        self.rejected: list[Rejected] = []
        self.warned: list[Warned] = []
        self._sheet, self._layout = sheet, layout
        self._places, self._contacts = places, contacts
        heads = layout.columns.heads
        self._heads, self._first = frozenset(heads), min(heads, default=0)
        self._wide, self._merged = _wide_rows(sheet), bool(sheet.merged)
        self._building = building_of_sheet(sheet.name or "") if "building" not in layout.at else ""
        self._above: dict[str, str] = {}
        self._days = days_of(sheet, layout, file, year)
        at = layout.at
        self._texts = at.get("text", ())
        self._prepared = frozenset(one for key in _PREPARED for one in at.get(key, ()))
        self._ended = Outcomes(layout)
        self._notes, self._costs = at.get("note", ()), at.get("cost", ())
        self._one = {key: found[0] for key, found in at.items()}
        self._no_phone = not at.keys() & {"phone", "contact"}
        self._no_place = not at.keys() & {"place", "building", "door"}
        self._asides_first = {one[0] for one in at.values()} | {0, 1, 2}

    def take(self, row: Row) -> None:
        """Read the next row."""
        if row.number in self._heads or row.number < self._first:
            return
        cells = row.cells
        text = self._text(cells)
        if not text or row.number in self._wide or _sparse(cells, self._merged):
            texts = [plain(value) for value in cells if value is not None]
            found = aside(texts, row.number in self._wide, text)
            if found is not None:
                if found is Aside.SECTION:
                    self._section(texts[0])
                return
            if not text or says_none(text):
                self._without_text(row, text)
                return
        elif text[:1] in "无没-—/\\nN今当本" and says_none(text):
            self._without_text(row, text)
            return
        self._ticket(row, text)

    def _section(self, text: str) -> None:
        """Take over what a row of its own says for those below: a month, a day, a building."""
        said = period(text)
        day = section_day(text, said.or_else(self._days.around))
        if day is not None:
            self._days.enter(Period(day.year, day.month))
            self._days.set_day(day)
        elif said.month or said.year:
            if said.year is None:
                said = Period(self._days.around.year, said.month)
            self._days.enter(said)
        elif building := building_of_sheet(text):
            self._building = building

    def _text(self, cells: tuple[Value, ...]) -> str:
        """Return what was reported: a subject in front of its description."""
        length = len(cells)
        parts: list[str] = []
        for column in self._texts:
            if column < length and (part := _said(cells[column])) and part not in parts:
                parts.append(part)
        if "title" in self._one:
            title = _said(cells[self._one["title"]]) if self._one["title"] < length else ""
            if title and not any(title in part for part in parts):
                parts.insert(0, title)
        if len(parts) < 2:
            return parts[0] if parts else ""
        if parts[0] in parts[1]:
            parts.pop(0)
        return "：".join(parts[:2]) + "".join(f"；{part}" for part in parts[2:])

    def _without_text(self, row: Row, text: str) -> None:
        """Report an entry that does not say what was wrong; pass over a line only prepared."""
        others = any(
            value is not None and at not in self._prepared and not says_nothing(tidy(plain(value)))
            for at, value in enumerate(row.cells)
            if at not in self._texts
        )
        if others or (not text and self._typed_day(row) and self._has(row, "number")):
            why = Refusal("ledger.no_text")
            self.rejected.append(Rejected(self._place(row), why, _as_it_stands(row)))
        if self._typed_day(row) or self._has(row, "month") or self._has(row, "month_day"):
            warned = len(self.warned)
            self._reported(row, self._place(row))  # 〃 and a day alone below go on from here
            del self.warned[warned:]

    def _typed_day(self, row: Row) -> bool:
        return self._has(row, "reported") and row.number not in self._wide

    def _has(self, row: Row, key: str) -> bool:
        column = self._one.get(key, -1)
        return column >= 0 and row.at(column) is not None

    def _place(self, row: Row) -> Place:
        return Place(self._sheet.name, row.number)

    def _ticket(self, row: Row, text: str) -> None:
        cells, length, one = row.cells, len(row.cells), self._one
        above, same = self._above, _SAME

        def cell(key: str) -> str:
            column = one.get(key, -1)
            if column < 0 or column >= length:
                return ""
            value = cells[column]
            if value is None:
                return ""
            said = _said(value)
            if key in same and said:
                if len(said) < 6 and is_ditto(said):
                    return above.get(key, "")
                above[key] = said
            return said

        source = self._place(row)
        reported = self._reported(row, source)
        where = self._where(cell)
        contact = self._contacts.read(cell("name"), cell("phone"), cell("contact"))
        for bad, why in contact.bad:
            self.warned.append(Warned(source, "phone", bad, why))
        name, phones = contact.name or where.name, contact.phones or where.phones
        if self._no_phone and not phones and (found := _MOBILE.findall(text)):
            phones = tuple(dict.fromkeys(found)) if len(set(found)) == 1 else ()
        if not where.place:
            where, name = _from_name_or_text(name, text if self._no_place else "")
        name = self._short(source, "name", name, _LONGEST_NAME)
        place = self._short(source, "place", where.place, _LONGEST_PLACE)
        finished, unread = self._finished(row, source, reported)
        note = self._joined(cells, self._notes)
        ended = self._ended.read(
            cells, hold=cell("hold"), note=note, finished=finished, unread=unread
        )
        self.tickets.append(
            ReadTicket(
                source=source,
                text=text,
                number=cell("number"),
                source_number=cell("source_number"),
                reported_at=reported,
                community=cell("community"),
                room=where.room,
                place=place,
                spot=cell("spot") if "spot" in one else "",
                caller_room=self._places.read(cell("caller_room")).room
                if "caller_room" in one
                else None,
                name=name,
                phone=phones[0] if phones else "",
                other_phones=phones[1:],
                done=ended.done,
                hold_reason=ended.reason,
                finished_at=finished,
                handler=self._joined(cells, self._layout.at.get("handler", ()), "、"),
                result=ended.result,
                satisfaction=self._satisfaction(cells),
                note=self._with_costs(cells, _with(note, contact.remark)),
                kind=cell("kind"),
                urgency=cell("urgency"),
                category=cell("category"),
                channel=cell("channel"),
                state=cell("state"),
            )
        )

    def _where(self, cell: Callable[[str], str]) -> Where:
        """Return where it is, a phase in front of its building and a floor in front of its door."""
        building, door = cell("building"), cell("door")
        if building and "phase" in self._one:
            building = _in_phase(cell("phase"), building)
        if door and "floor" in self._one:
            door = _on_floor(cell("floor"), door)
        return self._places.read(cell("place"), building, cell("unit"), door, self._building)

    def _short(self, source: Place, key: str, text: str, longest: int) -> str:
        """Leave out what is too long to be what it shall be, and say so."""
        if len(text) <= longest:
            return text
        self.warned.append(Warned(source, key, text[:_SHOWN], Refusal("ledger.too_long")))
        return ""

    def _reported(self, row: Row, source: Place) -> date | None:
        day = row.at(self._one["reported"]) if "reported" in self._one else None
        if "month_day" in self._one or "month" in self._one:
            day = self._days.of_parts(
                day,
                row.at(self._one["month"]) if "month" in self._one else None,
                row.at(self._one["month_day"]) if "month_day" in self._one else None,
            )
        clock = row.at(self._one["time"]) if "time" in self._one else None
        if isinstance(day, Fault):
            day = None
        try:
            return self._days.reported(row.number, day, clock)
        except Refusal as why:
            self.warned.append(Warned(source, "reported", plain(day), why))
            return None

    def _finished(self, row: Row, source: Place, reported: date | None) -> tuple[date | None, str]:
        """Return when it was done, and what stands there that is no day but tells something."""
        for key in ("finished", "closed"):
            value = row.at(self._one[key]) if key in self._one else None
            if value is None or isinstance(value, Fault):
                continue
            try:
                day = self._days.finished(value, reported)
            except Refusal as why:
                text = plain(value)
                if outcome(text).done is not None:
                    return None, text
                if not means_nothing(text):
                    self.warned.append(Warned(source, key, text, why))
                continue
            if day is not None:
                return self._at_clock(row, day), ""
        clock = row.at(self._one["finished_time"]) if "finished_time" in self._one else None
        if clock is not None and reported is not None and not isinstance(clock, Fault):
            try:
                return self._days.finished(clock, reported), ""
            except Refusal:
                return None, plain(clock)
        return None, ""

    def _at_clock(self, row: Row, day: date) -> date:
        """Add the hour that stands in a column of its own to the day something was finished."""
        clock = row.at(self._one["finished_time"]) if "finished_time" in self._one else None
        if clock is None or isinstance(day, datetime) or isinstance(clock, Fault):
            return day
        try:
            return self._days.finished(clock, day) or day
        except Refusal:
            return day

    def _joined(self, cells: tuple[Value, ...], columns: tuple[int, ...], mark: str = "；") -> str:
        if len(columns) == 1:
            return _said(cells[columns[0]]) if columns[0] < len(cells) else ""
        parts = [_said(cells[column]) for column in columns if column < len(cells)]
        return mark.join(dict.fromkeys(part for part in parts if part))

    def _satisfaction(self, cells: tuple[Value, ...]) -> str:
        """Return what was said afterwards; a tick stands for the head it is under."""
        said = self._joined(cells, self._layout.at.get("satisfaction", ()))
        if not said or not is_bare(said):
            return said
        ticked = [
            one
            for one in self._layout.at["satisfaction"]
            if one < len(cells) and cells[one] is not None
        ]
        head = self._layout.head(ticked[0]).split()
        return head[-1] if outcome(said).done and len(ticked) == 1 and len(head) > 1 else said

    def _with_costs(self, cells: tuple[Value, ...], note: str) -> str:
        """Add what was charged and used to the note, each under the name of its column."""
        if not self._costs:
            return note
        costs = [
            f"{self._layout.head(column)}：{text}"
            for column in self._costs
            if column < len(cells) and (text := _said(cells[column])) and not says_nothing(text)
        ]
        return "；".join([note, *costs] if note else costs)


def _said(value: Value) -> str:
    """Return what a cell says; a failed formula says nothing."""
    if type(value) is str:  # clean already, as every text of a book is
        return value
    return "" if value is None or isinstance(value, Fault) else plain(value)


def _in_phase(phase: str, building: str) -> str:
    """Put the phase of an estate in front of a building that does not name it: 一期, 5 -> 一期5."""
    phase = f"{phase}期" if phase.isdecimal() else phase
    return building if not phase or "期" in building else f"{phase}{building}"


def _on_floor(floor: str, door: str) -> str:
    """Put the floor in front of a door that only counts on it: 12楼, B室 -> 12B."""
    level = re.fullmatch(r"(\d{1,2})\s*(?:[楼层樓層]|/?[fF])?", floor)
    counted = re.fullmatch(r"([A-Za-z]|\d{1,2})\s*[室号座房]?", door)
    return f"{level.group(1)}{counted.group(1)}" if level and counted else door


def _with(note: str, remark: str) -> str:
    return "；".join(part for part in (note, remark) if part)


def _sparse(cells: tuple[Value, ...], merged: bool) -> bool:
    """Tell whether so little stands in a row that it may be no entry."""
    if len(cells) - cells.count(None) <= 4:
        return True
    return merged and len(set(cells)) <= 4  # one cell over several columns


def _as_it_stands(row: Row) -> str:
    return " | ".join(plain(value) for value in row.cells if value is not None)[:_SHOWN]


def _from_name_or_text(name: str, text: str) -> tuple[Where, str]:
    """Return where something is where no column says it: a name holds, a text begins with it."""
    if any(one.isdigit() for one in name):
        for piece in re.split(r"[\s,，、/]+", name):
            if found := trailing_room(piece) or leading_room(piece):
                room, rest = found
                rest = re.sub(r"^[\s,，、/(（]+|[\s,，、/)）]+$", "", name.replace(piece, rest, 1))
                return Where(room, room.label), rest
    if text and (found := leading_room(text)):
        return Where(found[0], found[0].label), name
    return Where(), name


def _wide_rows(sheet: Sheet) -> frozenset[int]:
    """Return the rows in which one thing stands in merged columns, or alone, and nothing else."""
    merged: set[int] = set()
    for area in sheet.merged:
        if area.right - area.left >= 2:
            merged.update(range(area.top, min(area.bottom, area.top + 2) + 1))
    wide: set[int] = set()
    for row in sheet.rows:
        if len(row.cells) - row.cells.count(None) > 1 and row.number not in merged:
            continue
        filled = {value for value in row.cells if value is not None}
        if len(filled) == 1 and (row.number in merged or row.cells[0] is not None):
            wide.add(row.number)
    return frozenset(wide)
