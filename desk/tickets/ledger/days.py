"""Which day and hour a row of a ledger speaks of: years come from around it, days from above."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from desk.language.days_written import read_clock, read_day, read_finish, read_moment
from desk.refusals import Refusal
from desk.sheets.book import Fault, Value
from desk.sheets.cells import plain

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|(?<!\d)(\d\d)年")
_HAN_YEAR: Final = re.compile(r"(二[〇○零O0一二三四五六七八九]{3})年?")
_MONTH: Final = re.compile(
    r"(?<!\d)(1[0-2]|0?[1-9])\s*月(?!\d*\s*[-~至到—])|(十[一二]?|[一二三四五六七八九])月"
)
_YEAR_MONTH: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-./_]\s*(1[0-2]|0?[1-9])(?![\d])")
_TOGETHER: Final = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)")
_EN_MONTH: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
_EN_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_HAN: Final = {word: at + 1 for at, word in enumerate("一二三四五六七八九十")} | {
    "十一": 11,
    "十二": 12,
}
_HAN_FIGURES: Final = {word: str(at) for at, word in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "O": "0",
}
#: A month and a day without a year, at the beginning of a cell.
_PARTIAL: Final = re.compile(r"(\d{1,2})\s*[./月\-]\s*(\d{1,2})\s*[日号]?(?![\d./\-年])")
#: 0305 and 305 where days are written: the fifth of March.
_TIGHT: Final = re.compile(r"(1[0-2]|0?[1-9])(0[1-9]|[12]\d|3[01])")
_MONTH_ALONE: Final = re.compile(r"(?:(\d{4})\s*[-年./]\s*)?(1[0-2]|0?[1-9])\s*(?:月份?)?")
#: What is told of the weather behind the day that a row of its own names.
_WEATHER: Final = re.compile(
    r"[\s,，、(（]*(?:天气\s*[:：]?\s*)?(?:(?:晴|阴|多云|雨|雪|雾|霾|风|[大中小暴雷阵][雨雪风])[转到间,，、/\s]*)+"
    r"(?:\s*-?\d+\s*[-~℃度]*)*[)）]?\s*$"
)
_ONLY_DAY: Final = re.compile(r"(\d{1,2})\s*[日号](?!\d)|(\d{1,2})$")
_WEEKDAY: Final = re.compile(r"\s*[(\[（【]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)\]）】]?")
_EN_WEEKDAY: Final = re.compile(
    r"\s*[(,]?\s*\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?\b\.?\s*[),]?",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?")
_DITTO: Final = frozenset({"同上", "〃", '"', "″", "''", "“", "”", "同", "ditto", "do."})
_OLDEST, _NEWEST = 1980, 2100


@dataclass(frozen=True, slots=True)
class Period:
    """The year and month that a title, a sheet's name or a section row speaks of."""

    year: int | None = None
    month: int | None = None

    def or_else(self, other: Period) -> Period:
        """Fill what is not said from something further away."""
        if self.year is None and self.month is None:
            return other
        return Period(self.year or other.year, self.month or (None if self.year else other.month))


def period(text: str) -> Period:
    """Return the year and month a title speaks of; of several years none is meant."""
    if said := {*_YEAR_MONTH.findall(text), *_TOGETHER.findall(text)}:
        of_years, of_months = {int(year) for year, _ in said}, {int(month) for _, month in said}
        return Period(
            of_years.pop() if len(of_years) == 1 else None,
            of_months.pop() if len(said) == 1 else None,
        )
    years = {int(full or f"20{short}") for full, short in _YEAR.findall(text)}
    if not years and (han := _HAN_YEAR.search(text)):
        figures = "".join(_HAN_FIGURES.get(one, "2") for one in han.group(1))
        years = {int(figures)}
    months = {int(one) if one else _HAN[han] for one, han in _MONTH.findall(text)}
    if not months and (english := _EN_MONTH.findall(text)):
        months = {_EN_MONTHS.index(one.lower()[:3]) + 1 for one in english}
    years = {year for year in years if _OLDEST <= year <= _NEWEST}
    return Period(
        years.pop() if len(years) == 1 else None, months.pop() if len(months) == 1 else None
    )


def first_year(texts: Iterable[str]) -> int | None:
    """Return the year in which a ledger begins that is of more than one."""
    for text in texts:
        years = sorted({int(full or f"20{short}") for full, short in _YEAR.findall(text)})
        if len(years) > 1 and years[-1] - years[0] < 5:
            return years[0]
    return None


def is_ditto(text: str) -> bool:
    """Tell whether a cell says: the same as above."""
    return text.strip().lower() in _DITTO


def whole_day(value: Value) -> date | None:
    """Return the day of a cell that says its year itself."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or isinstance(value, time | bool | Fault):
        return None
    if isinstance(value, str) and not re.search(
        r"\d{4}|\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]", value
    ):
        return None
    if isinstance(value, int | float) and not 30_000 <= value < 60_000:
        return None
    try:
        read = read_day(value)
    except Refusal:
        return None
    return read.day if read is not None else None


@dataclass
class Days:
    """Reads the days of one sheet from top to bottom.

    Attributes:
        around: what the title, the sheet's name or the file's name say.
        whole: the rows whose cell says its year itself, in order, each with its day.
        first: the first of the years that the titles speak of: 2022-2023年.
    """

    around: Period
    whole: list[tuple[int, date]] = field(default_factory=list)
    first: int | None = None
    _last: date | None = None
    _at: int = 0
    _year_read: dict[tuple[Value, Value, int], date | None] = field(default_factory=dict)

    def enter(self, section: Period) -> None:
        """Go on below a row that names a month: what follows is of it."""
        self.around = section.or_else(self.around)
        self._last = None

    def set_day(self, day: date) -> None:
        """Go on below a row that names a day."""
        self._last = day

    def reported(self, row: int, day: Value, clock: Value) -> date | None:
        """Return when a row was reported: its own day, or the one above where it has none.

        Raises:
            Refusal: ``day.*``, the cell is no day; what follows is not carried down from above it.
        """
        if day is None or (isinstance(day, str) and (not day.strip() or is_ditto(day))):
            return self._with_clock(self._last, clock)
        try:
            moment = self._moment(row, day, clock)
        except Refusal:
            self._last = None
            raise
        if moment is None:
            return self._with_clock(self._last, clock)
        self._last = moment.date() if isinstance(moment, datetime) else moment
        return moment

    def of_parts(self, day: Value, month: Value, month_day: Value) -> Value:
        """Return the cell of a day of which month and day stand in columns of their own.

        A month goes on until another one is written.
        """
        if found := _MONTH_ALONE.fullmatch(_bare(month)):
            said = Period(int(found.group(1) or 0) or self.around.year, int(found.group(2)))
            if said != Period(self.around.year, self.around.month):
                self.enter(said)
        if day is not None:
            return day
        number = _bare(month_day).rstrip("日号 ")
        if not number and _bare(month) and self._last is None:
            return f"{_bare(month).rstrip('月份')}月"  # no day to go by, which is to be said
        return f"{number}日" if number.isdecimal() else month_day

    def finished(self, value: Value, reported: date | None) -> date | None:
        """Return when it was done; a day without a year is the one nearest after the report.

        Raises:
            Refusal: ``day.*``, the cell is no day.
        """
        if (moment := _plainly(value)) is not None:
            return moment
        day = reported.date() if isinstance(reported, datetime) else reported
        if day is not None and (isinstance(value, time) or _is_clock(value)):
            return self._with_clock(day, value)
        if day is None:
            return read_moment(value, year=self.around.year)
        if isinstance(value, str):
            value = _WEEKDAY.sub(" ", value).strip()
        if isinstance(value, str) and (partial := _PARTIAL.match(value)):
            month, number = int(partial.group(1)), int(partial.group(2))
            year = _nearest_year(month, number, day)
            return read_moment(value, year=year)
        return read_finish(value, day, self.around.year)

    def _moment(self, row: int, day: Value, clock: Value) -> date | None:
        if (moment := _plainly(day)) is not None:
            if clock is None or isinstance(moment, datetime):
                return moment
            return self._with_clock(moment, clock)
        if isinstance(day, str):
            day = _EN_WEEKDAY.sub(" ", _WEEKDAY.sub(" ", day)).strip()
            if not day:
                return None
        year, text = self._year(row, day)
        key = (text, clock, year or 0)
        if key not in self._year_read:
            self._year_read[key] = read_moment(text, clock, year=year)
        return self._year_read[key]

    def _year(self, row: int, day: Value) -> tuple[int | None, Value]:
        """Return which year a cell is of, and the cell, its month filled in where it has none."""
        text = plain(day) if isinstance(day, int | float) else day
        if isinstance(text, str) and len(text) < 5 and (tight := _TIGHT.fullmatch(text)):
            of_month, number = int(tight.group(1)), int(tight.group(2))
            return self._year_of(row, of_month, number), f"{of_month}月{number}日"
        if not isinstance(text, str):
            return self.around.year, day
        if found := _PARTIAL.match(text):
            return self._year_of(row, int(found.group(1)), int(found.group(2))), text
        only = _ONLY_DAY.match(text)
        if only and (month := self._month_of(int(only.group(1) or only.group(2)))):
            figure, rest = only.group(1) or only.group(2), text[only.end() :]
            return self._year_of(row, month, int(figure)), f"{month}月{figure}日{rest}"
        return self.around.year, day

    def _month_of(self, number: int) -> int | None:
        """Return the month of a cell that is the day of one alone."""
        if number > 31:
            return None
        if self.around.month or self._last is None:
            return self.around.month
        # The days of a month have run out where they begin anew.
        return self._last.month % 12 + 1 if number < self._last.day - 20 else self._last.month

    def _year_of(self, row: int, month: int, number: int) -> int | None:
        if self.around.year and self.around.month:
            middle = date(self.around.year, self.around.month, 15)
            return _nearest_year(month, number, middle)
        near = self._neighbour(row)
        if near is None and self.around.year is None and self.first is not None:
            near = self._last or date(self.first, month, 1)
        return self.around.year if near is None else _nearest_year(month, number, near)

    def _neighbour(self, row: int) -> date | None:
        """Return the last whole day above a row, the first one below where there is none."""
        while self._at < len(self.whole) and self.whole[self._at][0] <= row:
            self._at += 1
        if not self.whole:
            return None
        return self.whole[max(0, self._at - 1)][1]

    def _with_clock(self, day: date | None, clock: Value) -> date | None:
        if day is None or clock is None:
            return day
        if isinstance(clock, datetime):
            clock = clock.time()
        read = clock if isinstance(clock, time) else _clock(clock)
        return day if read is None else datetime.combine(day, read.replace(second=0, microsecond=0))


def section_day(text: str, around: Period) -> date | None:
    """Return the day that a row of its own names for those below it."""
    text = _WEATHER.sub("", _EN_WEEKDAY.sub(" ", _WEEKDAY.sub(" ", text))).strip()
    if (
        not re.search(r"\d\s*[日号]|\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[./]\d{1,2}$", text)
        or len(text) > 20
    ):
        return None
    try:
        read = read_day(text, year=around.year)
    except Refusal:
        return None
    return read.day if read is not None else None


def years_of(texts: Iterable[str]) -> Period:
    """Return what titles and names say, the nearest first."""
    said = Period()
    for text in texts:
        said = said.or_else(period(text))
        if said.year is None and (year := period(text).year) is not None:
            said = Period(year, said.month)
    return said


def _bare(value: Value) -> str:
    return "" if value is None or isinstance(value, Fault) else plain(value).strip()


def _is_clock(value: Value) -> bool:
    if isinstance(value, float):
        return 0 < value < 1
    return (
        isinstance(value, str)
        and re.fullmatch(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", value) is not None
    )


def _clock(value: Value) -> time | None:
    try:
        return read_clock(value)
    except Refusal:
        return None


def _plainly(value: Value) -> date | None:
    """Return a day or moment that is one already, or is written in ISO form."""
    if isinstance(value, datetime):
        whole = value.time() == time.min
        return value.date() if whole else value.replace(second=0, microsecond=0)
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return None
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
        return datetime.fromisoformat(value).replace(second=0)
    except ValueError:
        return None


def _nearest_year(month: int, number: int, to: date) -> int:
    """Return the year in which a month and day are nearest to some day."""
    best, distance = to.year, timedelta.max
    for year in (to.year, to.year - 1, to.year + 1):
        try:
            away = abs(date(year, month, min(number, 28)) - to)
        except ValueError:
            continue
        if away < distance:
            best, distance = year, away
    return best
