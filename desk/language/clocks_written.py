"""Reads clock times as tables write them: ``8:25``, ``13点``, ``下午3:05``, ``14时37分``, 0.375."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desk.language.normal import figures
from desk.language.tidy import tidy

#: A longer cell, in characters, is a story and neither a day nor a time.
LONGEST = 200

_MINUTES = 24 * 60
_HAN = "零〇一二三四五六七八九十两"
_PART = (
    r"凌晨|清晨|早晨|早上|一早|上午|早|中午|正午|午间|下午|午后|傍晚|"
    r"晚上|晚间|夜里|夜间|半夜|深夜|当晚|晚|夜|[ap]\.?m\.?"
)
_TIME = (
    r"(?P<hour>\d{1,2})(?:"
    r":(?P<minute>\d{1,2})(?::\d{1,2}(?:\.\d+)?)?(?!\d)"
    r"|[点时](?:(?P<quarter>[13])刻|(?P<spoken>\d{1,2})分?(?:\d{1,2}秒)?|(?P<half>半)|[整钟])?)"
)
_CLOCK = re.compile(
    rf"[tT]?(?P<part>{_PART})?\s*(?<!\d){_TIME}\s*(?P<after>[ap]\.?m\.?)?"
    r"(?:z|[+-]\d{2}:?\d{2}(?![:\d]))?(?:左右|许)?",
    re.IGNORECASE,
)
#: A part of the day without an hour: 晚上. It is no clock time.
_PART_ALONE = re.compile(rf"(?:{_PART})(?:左右)?", re.IGNORECASE)
_SPOKEN = re.compile(rf"[{_HAN}]{{1,3}}(?=[点时分刻])|(?<=[点时])[{_HAN}]{{1,3}}$")
_STAMP = re.compile(r"((?:19|20)\d{6})[ t]?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?", re.IGNORECASE)
_TIGHT = re.compile(r"(\d{1,2})[.。;]?([0-5]\d)")
#: The rest of a span of time: -9:00, 至晚上9点.
_UNTIL = re.compile(r"\s*(?:-+|[‐-―－−~～至到]|\bto\b)\s*")
#: The beginning of one whose end alone has a sign of the hour: 8-9点, 8至9点.
_FROM = re.compile(rf"(?:(?<=[日号\s])|^)(?P<part>{_PART})?\s*(\d{{1,2}})\s*[-‐-―－~～至到]\s*$")
#: Behind a day, figures with a point are hours: 2024-03-05 8.30.
_POINTED = re.compile(
    r"(?P<day>.*\d[年月./-]\d.*[\d日号])\s+(?P<hour>\d{1,2})[.。](?P<minute>[0-5]\d)"
)
_EVENING = re.compile(r"晚|夜")
_AFTERNOON = re.compile(r"下午|午后|傍晚|p", re.IGNORECASE)
_MORNING = re.compile(r"凌晨|a", re.IGNORECASE)
_NOON = re.compile(r"中午|正午|午间")


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of a day, in whole minutes; ``days`` is 1 for midnight at its end (24:00)."""

    at: time
    days: int = 0

    def on(self, day: datetime) -> datetime:
        """Return the moment it is on a day (naive, as the day is)."""
        moment = datetime.combine(day.date(), self.at)
        return moment + timedelta(days=self.days)


def cut_clock(text: str) -> tuple[str, Clock | None]:
    """Take the clock time out of a tidied text; the rest, and the time where there is one."""
    if len(text) > LONGEST:
        return text, None
    stamp = _STAMP.fullmatch(text)
    if stamp is not None:
        return stamp.group(1), _clock(int(stamp.group(2)), int(stamp.group(3)), "")
    plain = _SPOKEN.sub(lambda match: figures(match.group().replace("〇", "零")), text)
    for match in _CLOCK.finditer(plain):
        clock = _of(match)
        if clock is not None:
            return _spanned(plain, match, clock)
    if (pointed := _POINTED.fullmatch(plain)) is not None:
        clock = _clock(int(pointed["hour"]), int(pointed["minute"]), "")
        if clock is not None:
            return pointed["day"], clock
    return _PART_ALONE.sub(" ", text).strip(), None


def _spanned(plain: str, match: re.Match[str], clock: Clock) -> tuple[str, Clock]:
    """Return the rest of a text and its time: of a span (8:30-9:00, 8-9点) the beginning."""
    before, behind = plain[: match.start()], plain[match.end() :]
    if (until := _UNTIL.match(behind)) and (last := _CLOCK.match(behind, until.end())):
        behind = behind[last.end() :]
    elif begun := _FROM.search(before):
        first = _clock(int(begun.group(2)), 0, begun["part"] or match["part"] or "")
        if first is not None:
            before, clock = before[: begun.start()], first
    return f"{before} {behind}".strip(), clock


def clock_of(value: object) -> Clock | None:
    """Return the clock time that a cell of times says; None where it says none."""
    if isinstance(value, datetime):
        return Clock(value.time().replace(second=0, microsecond=0))
    if isinstance(value, time):
        return Clock(value.replace(second=0, microsecond=0, tzinfo=None))
    if isinstance(value, timedelta):
        return _of_minutes(int(value.total_seconds()) // 60)
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)) and (0 <= value < 1 or value > 10_000):
        return _of_minutes(round(value % 1 * _MINUTES)) if value % 1 or value < 1 else None
    text = tidy(value)
    tight = _TIGHT.fullmatch(text) if not isinstance(value, float) or value % 1 == 0 else None
    if tight is not None:
        return _clock(int(tight.group(1)), int(tight.group(2)), "")
    if text.isascii() and text.isdigit() and isinstance(value, (int, float)):
        return _clock(int(text), 0, "")
    if re.fullmatch(r"0?\.\d+", text):
        return _of_minutes(round(float(text) * _MINUTES))
    return cut_clock(text)[1]


def read_clock(value: object) -> time | None:
    """Return the clock time a cell says, to the minute; None where it says none (晚上)."""
    clock = clock_of(value)
    return clock.at if clock is not None else None


def _of(match: re.Match[str]) -> Clock | None:
    minute = int(match["minute"] or match["spoken"] or 0)
    if match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = 15 * int(match["quarter"])
    return _clock(int(match["hour"]), minute, (match["part"] or "") + (match["after"] or ""))


def _clock(hour: int, minute: int, part: str) -> Clock | None:
    """Put an hour into its part of the day; None where the clock has no such time."""
    days = 0
    if _EVENING.search(part) and hour == 12:
        hour, days = 0, 1
    elif (
        (_AFTERNOON.search(part) and hour < 12)
        or (_EVENING.search(part) and 5 <= hour < 12)
        or (_NOON.search(part) and 1 <= hour <= 3)
    ):
        hour += 12
    elif _MORNING.search(part) and hour == 12:
        hour = 0
    if hour == 24 and minute == 0:
        hour, days = 0, 1
    return Clock(time(hour, minute), days) if hour < 24 and minute < 60 else None


def _of_minutes(minutes: int) -> Clock | None:
    """Return the time so many minutes after midnight; None beyond the midnight after it."""
    if not 0 <= minutes <= _MINUTES:
        return None
    days, minutes = divmod(minutes, _MINUTES)
    return Clock(time(*divmod(minutes, 60)), days)
