"""The words in which people say days, parts of the day and clock times, and their values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from desk.language.normal import figures


class Part(StrEnum):
    """A part of the day."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAYTIME = "daytime"


class Days(StrEnum):
    """Days that are named together."""

    WORKDAYS = "workdays"
    WEEKEND = "weekend"
    NATIONAL_DAY = "national_day"
    SPRING_FESTIVAL = "spring_festival"
    HOLIDAYS = "holidays"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is said; exactly one of the ways.

    Attributes:
        offset: days from today: 0 今天, 1 明天, 2 后天.
        weekday: 0 for Monday; ``weeks`` 0 for this week's, 1 for 下周, None for the next there is.
        month, day: a date; without a month the next such day: 5号.
        days: several days under one name; of a weekend ``weeks`` says which.
        onwards: from then on: 周三以后; a holiday itself is left out: 国庆后.
    """

    offset: int | None = None
    weekday: int | None = None
    weeks: int | None = None
    month: int | None = None
    day: int | None = None
    days: Days | None = None
    onwards: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression of time in a folded text: 明天下午三点到五点; half-open.

    Attributes:
        past: it names a day that is over: 昨晚, 前天.
        ahead: it names a day to come: 明天, 今晚, 下周三.
        vague: it names no time that could be written down: 过两天, 月底, 晚饭后.
        after: with 以后 or the like.
        before: with 以前 or the like.
    """

    start: int
    end: int
    day: Day | None = None
    part: Part | None = None
    since: time | None = None
    until: time | None = None
    about: bool = False
    after: bool = False
    before: bool = False
    past: bool = False
    ahead: bool = False
    vague: bool = False


_SMALL = r"(?:\d{1,2}|[零一二三四五六七八九十两]{1,3})"
_WEEK = r"(?:周|星期|礼拜)"
_PAST = (
    rf"昨[天日晚儿夜]|前[天晚](?!后)|上个?{_WEEK}[一二三四五六日天末]?|上个?月|去年|前几天|前两天"
    r"|刚才|刚刚|yesterday|last (?:night|week)"
)
_DAY = re.compile(
    rf"(?P<past>{_PAST})|(?P<late>大后[天日])|(?P<next>后[天日])"
    r"|(?P<tomorrow>明[天日儿早晚]|\btomorrow\b|\btmr\b)"
    r"|(?P<today>今[天日儿早晚]|\btoday\b|\btonight\b|\bthis (?=evening|afternoon|morning))"
    rf"|(?P<five>{_WEEK}[一1](?:到|至|-){_WEEK}?[五5])"
    rf"|(?P<which>这个?|本|下下个?|下个?)?{_WEEK}(?P<weekday>[一二三四五六日天末1-6])(?![期围边年])"
    rf"|(?P<week>下个?{_WEEK})"
    r"|(?P<english>\b(?:this |next |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:this |next |on |at )?(?:the )?weekend\b)"
    rf"|(?P<month>{_SMALL})月(?P<mday>{_SMALL})[日号]?"
    rf"|(?<![\d栋幢座楼#门车床第\-零一二三四五六七八九十])(?P<date>{_SMALL})[日号]"
    r"(?![楼栋门岗院房室桌线电梯车口柜充机水井位店铺路\d]|\w?单元)"
    r"|(?P<workdays>工作日|平时|平日|\bworkdays?\b|\bweekdays?\b)|(?P<weekend>周末|双休日?)"
    r"|(?P<national>国庆节?|十一长?假?(?=之?以?后|过后))|(?P<spring>春节|过年|过完年|年(?=后))"
    r"|(?P<holiday>节后|放假|假期|长假)"
)
_PART = re.compile(
    r"(?P<dawn>凌晨)|(?P<morning>早上|早晨|清早|一早|大早|上午|早(?=\d|[七八九十])|\bmorning\b)"
    r"|(?P<noon>中午|午间|午休|晌午|\bnoon\b)|(?P<afternoon>下午|午后|\bafternoon\b)"
    r"|(?P<evening>傍晚|晚上|夜里|晚间|夜间|晚饭[后前]?|晚(?=\d|[五六七八九十])|\bevening\b)"
    r"|(?P<daytime>大?白天|\bdaytime\b)"
)
_CLOCK = re.compile(
    r"(?P<first>[一二三四五六七八九](?=[二三四五六七八九十]点))?"
    r"(?<![\d.:])(?:(?P<hour>\d{1,2})(?::(?P<colon>\d{2})|[点时](?!间|候)|(?= ?[ap]m\b))"
    r"|(?P<spoken>[零一二三四五六七八九十两]{1,3})点)"
    r"(?:钟|整|(?P<half>半)|(?P<quarter>[一1三3])刻"
    r"|(?P<minute>\d{1,2}|[零一二三四五]?十[一二三四五六七八九]?"
    r"|零[一二三四五六七八九])分?(?![\d年个]))?"
    r"(?P<more>多|来(?=钟))? ?(?P<half_day>[ap]m\b)?"
)
#: After an English word of time an hour may stand alone: after 6.
_BARE = re.compile(r"(?P<hour>\d{1,2})(?![\d:\-]|\w)(?P<half_day>$^)?")
_FILL = re.compile(r"[ ,的是]{0,2}")
_TO = re.compile(r" ?(?:到|至|-|\bto\b|\buntil\b) ?")
_AFTER = re.compile(r" ?(?:以后|之后|过后|往后|后(?![天日面台])|\bonwards?\b)")
_BEFORE = re.compile(r" ?(?:以前|之前|前(?![天面台门])|为止)")
_ABOUT = re.compile(r" ?(?:左右|前后|上下|的?样子)")
_LEAD = re.compile(r"\b(?:(after)|(before)|around|at|by) ")
_MANY = r"(?:\d{1,2}|[一二两三四五六七八九十半几]{1,3})"
_FEAST = (
    r"(?:元旦|五一|中秋|端午|清明|除夕|元宵|腊月|正月|"
    r"寒假|暑假|[初廿][一二三四五六七八九十]|开学|开工|搬家|月底|月初|月中)"
)
_VAGUE = re.compile(
    rf"(?:过|再过){_MANY}(?:天|个?(?:小时|钟头|星期|礼拜|月)|分钟|周)(?:以后|之后|后)?"
    r"|过(?:一)?(?:会儿?|阵子?|段时间)|等(?:一)?(?:会儿?|下(?=再|来))|待会儿?"
    r"|晚[一]?[点些](?:时候)?|回头"
    rf"|{_MANY}(?:天|个?(?:小时|钟头|星期|礼拜|月)|分钟|周)(?:以|之)?[后内]"
    r"|[这近](?:一)?[两几]天|近期|这周(?![一二三四五六日天末])|这个?(?:星期"
    r"|礼拜)(?![一二三四五六日天末])"
    rf"|{_FEAST}(?:放?假)?(?:以后|之后|过后|后|以前|之前|前)?|(?:这个?|下个?|本)月(?:底|初|中)?"
    r"|(?:吃[完过了]?)?(?:早饭|午饭|中饭|晚饭|饭)(?:以后|之后|后|前|之前)|天[黑亮](?:以后|之后"
    r"|了?再|后|前|之前)"
    r"|(?:上班|上学|出门|睡觉|接[完了]?孩子|放学)(?:以后|之后|后|以前|之前|前)"
)
_STARTS = re.compile(
    r"[\d零一二三四五六七八九十两今明后大昨前上这本下周星"
    r"礼工平双国春过年节放假长凌早清一晌中午傍晚夜白刚去a-z]"
)


def pieces(folded: str) -> list[Piece]:
    """Return the expressions of time in a folded text, in order."""
    found: list[Piece] = []
    at = 0
    while (start := _STARTS.search(folded, at)) is not None:
        piece = _piece(folded, start.start())
        if piece is not None:
            found.append(piece)
        at = piece.end if piece is not None else start.end()
    found += [
        Piece(*match.span(), vague=True)
        for match in _VAGUE.finditer(folded)
        if all(match.end() <= one.start or one.end <= match.start() for one in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _piece(text: str, start: int) -> Piece | None:
    """Read the expression that begins here: a day, a part of it, clock times, before or after."""
    lead = _LEAD.match(text, start)
    at = lead.end() if lead else start
    day = _DAY.match(text, at)
    at = day.end() if day else at
    part = _PART.match(text, _gap(text, at, day))
    at = part.end() if part else at
    inner = _LEAD.match(text, _gap(text, at, day or part)) or lead
    place = inner.end() if inner is not None and inner is not lead else _gap(text, at, day or part)
    clock = _CLOCK.match(text, place) or (_BARE.match(text, place) if inner else None)
    at = clock.end() if clock else at
    if not (day or part or clock):
        return None
    half = _part_of(day, part)
    since = _clock(clock, half) if clock else None
    until, at = _until(text, at, half, since) if since else (None, at)
    if clock is not None and (pair := clock.groupdict().get("first")) and until is None:
        since, until = _hour(int(figures(pair)), 0, half), since
    about = _ABOUT.match(text, at)
    after, before = _AFTER.match(text, at), _BEFORE.match(text, at)
    end = next((one.end() for one in (about, after, before) if one), at)
    if clock and clock.group() == "一点" and end - start == len("一点"):
        return None  # 早一点来, 有一点漏.
    is_after = bool(after or (inner and inner[1]))
    is_before = bool(before or (inner and inner[2]))
    said = _day(day, after=is_after, timed=bool(part or clock)) if day else None
    return Piece(
        start,
        end,
        said,
        half,
        None if is_before and until is None else since,
        since if is_before and until is None else until,
        about=bool(about) or bool(clock and clock.groupdict().get("more")),
        after=is_after,
        before=is_before,
        past=bool(day and day["past"]),
        ahead=said is not None and _ahead(said, half),
    )


def _gap(text: str, at: int, before: re.Match[str] | None) -> int:
    gap = _FILL.match(text, at) if before else None
    return gap.end() if gap else at


def _part_of(day: re.Match[str] | None, part: re.Match[str] | None) -> Part | None:
    if part is not None:
        return Part(part.lastgroup or "")
    if day is None:
        return None
    word = day.group()
    if word.endswith(("晚", "夜", "night")):
        return Part.EVENING
    return Part.MORNING if word.endswith("早") else None


def _until(text: str, at: int, part: Part | None, since: time) -> tuple[time | None, int]:
    """Read the end of a span of time, which may name another part of the day."""
    to = _TO.match(text, at)
    if to is None:
        return None, at
    other = _PART.match(text, to.end())
    clock = _CLOCK.match(text, other.end() if other else to.end())
    last = _clock(clock, _part_of(None, other) or part) if clock else None
    if clock is None or last is None:
        return None, at
    if last <= since and last.hour < 12:
        last = time(last.hour + 12, last.minute)
    return (last, clock.end()) if last > since else (None, at)


def _ahead(day: Day, part: Part | None) -> bool:
    if day.offset == 0:
        return part is Part.EVENING
    return day.offset is not None or bool(day.weeks) or day.onwards


def _clock(clock: re.Match[str], part: Part | None) -> time | None:
    said = {name: value for name, value in clock.groupdict().items() if value is not None}
    hour = int(figures(said.get("hour") or said["spoken"]))
    minute = 30 if "half" in said else int(said.get("colon", 0))
    if "quarter" in said:
        minute = 15 * int(figures(said["quarter"]))
    elif "minute" in said:
        minute = int(figures(said["minute"]))
    half = said.get("half_day", "").strip()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
        return time(hour, minute) if hour < 24 and minute < 60 else None
    return _hour(hour, minute, part)


def _hour(hour: int, minute: int, part: Part | None) -> time | None:
    """Put an hour into its part of the day; without one six is six in the evening."""
    if hour > 24 or minute > 59:
        return None
    later = (
        (part is Part.AFTERNOON and hour < 12)
        or (part is Part.EVENING and 4 <= hour < 12)
        or (part is Part.NOON and 1 <= hour <= 3)
        or (part in (None, Part.DAYTIME) and 1 <= hour <= 7)
    )
    hour += 12 if later else 0
    return time(hour % 24, minute) if hour < 24 else time(23, 59)


_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED = {
    "five": Days.WORKDAYS,
    "workdays": Days.WORKDAYS,
    "national": Days.NATIONAL_DAY,
    "spring": Days.SPRING_FESTIVAL,
    "holiday": Days.HOLIDAYS,
}
_OFFSETS = {"today": 0, "tomorrow": 1, "next": 2, "late": 3}


def _day(found: re.Match[str], *, after: bool, timed: bool) -> Day | None:
    """Return the day that was said; ``onwards`` where nothing but the day stands before 以后."""
    said = {name: value for name, value in found.groupdict().items() if value is not None}
    onwards = after and not timed
    for name, offset in _OFFSETS.items():
        if name in said:
            return Day(offset=offset, onwards=onwards)
    for name, days in _NAMED.items():
        if name in said:
            later = onwards or said[name] == "节后" or days is Days.SPRING_FESTIVAL
            return Day(days=days, onwards=later and days is not Days.WORKDAYS)
    if "month" in said or "date" in said:
        return _date(said)
    if "week" in said:
        return Day(days=Days.WORKDAYS, weeks=1)
    day = None
    if "weekday" in said:
        day = _weekday(said["weekday"], said.get("which"))
    elif "english" in said:
        day = _english(said["english"])
    elif "weekend" in said:
        day = Day(days=Days.WEEKEND)
    return replace(day, onwards=onwards) if day is not None else None


def _date(said: dict[str, str]) -> Day | None:
    month = figures(said["month"]) if "month" in said else None
    day = figures(said.get("mday") or said.get("date") or "")
    if not 1 <= int(day) <= 31 or (month is not None and not 1 <= int(month) <= 12):
        return None
    return Day(month=int(month) if month else None, day=int(day))


def _weekday(said: str, which: str | None) -> Day:
    weeks = None if which is None else which.count("下")
    if said == "末":
        return Day(days=Days.WEEKEND, weeks=weeks)
    at = _WEEKDAYS.find("日" if said == "天" else said)
    return Day(weekday=int(said) - 1 if at < 0 else at, weeks=weeks)


def _english(said: str) -> Day:
    weeks = 1 if said.startswith("next") else 0 if said.startswith("this") else None
    if "weekend" in said:
        return Day(days=Days.WEEKEND, weeks=weeks)
    at = next(at for at, one in enumerate(_ENGLISH) if re.search(rf"\b{one}", said))
    return Day(weekday=at, weeks=weeks)
