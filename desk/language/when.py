"""Finds in a sentence when somebody may come: 今晚六点后, 周六下午三点到五点, 中午别来, 随时.

What is said stays as it is said; no clock is read here. ``desk.calls.coming`` turns it into an
appointment. Since when something is broken (昨晚开始漏) is no such time, nor is what a question
asks for (几点开门, 明天停水吗) or what happens every night.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from desk.language.normal import Folded, fold
from desk.language.when_forms import Day, Days, Part, Piece, pieces

__all__ = ["Day", "Days", "How", "Part", "When", "find_when"]

Span = tuple[int, int]


class How(StrEnum):
    """How a time is meant."""

    AT = "at"
    NOW = "now"
    SOON = "soon"
    ANY = "any"
    AFTER_WORK = "after_work"
    ON_CALL = "on_call"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class When:
    """When somebody may come, as it is said.

    Attributes:
        how: at a time, now, soon, at any time, after work, when the caller rings again,
            at a time nobody can write down: 过两天, 晚饭后.
        day: the day; None where none is said.
        part: the part of the day.
        since, until: clock times of that day, 下午三点 as 15:00; ``since`` alone is a moment,
            or a beginning where ``after``; ``until`` alone an end.
        about: said with 左右 or the like.
        after: said with 以后 or the like.
        ring_first: whoever comes shall ring before.
        never: times that do not suit: 中午别来.
    """

    how: How = How.AT
    day: Day | None = None
    part: Part | None = None
    since: time | None = None
    until: time | None = None
    about: bool = False
    after: bool = False
    ring_first: bool = False
    never: tuple[When, ...] = ()

    @property
    def says_time(self) -> bool:
        """Whether a day, a part of it or a clock time is said, not only what does not suit."""
        said = any((self.day, self.part, self.since, self.until))
        return said or self.how is How.LATER


#: Somebody of ours comes or is asked to; water, power and messages come, too, and do not count.
_COMES = (
    r"(?:过来|上门|来人|派人|派个|派师傅|安排|预约|约|(?<![出起下回进往])来(?![水电气回信了着往自源访])|看看|看一下|"
    r"修(?![好了过])|处理|弄|解决|能到|赶到|到得了|敲门|\bcome\b|\bvisit\b|\bsend\b|\bfix\b"
    r"|\bschedule\b|\barrange\b)"
)
_SUITS = re.compile(
    rf"{_COMES}|在家|有人|有空|有时间|方便|可以|都行|都[成可]|也行|就行|行吗|行不|再说|再约|休息"
    rf"|回家|回来|到家"
    r"|[我都天直]在(?![这那家]|[\u4e00-\u9fff]{2})|搞定|[弄修][好完](?!了)|合适|必须|随便|最好"
    r"|\bhome\b|\bfree\b|\bavailable\b|\bworks?\b|\bok\b|\bfine\b|\bplease\b|\bback\b"
)
_BADLY = re.compile(
    r"^[,的是都,我家里也就 ]{0,5}?(?:别|不要|勿|不能|不太?方便|不行|不可以|不在|没空|没时间"
    r"|没有人在|没有?空"
    r"|没人(?![管理修接应处打扫清值巡])|[要得]上班|睡觉|午睡|午休|除外|以外|出差|出门|有事"
    r"|can'?t|cannot|not |don'?t|no one|nobody)"
)
_EXCEPT = re.compile(
    r"(?:除了|除|别|不要|不能|except|not|but not|don'?t come)[ 在于]{0,2}(?:the )?$"
)
#: What happened or happens then, which is not a visit.
_HAPPENS = re.compile(
    r"开始|到现在|至今|(?<!可)以来|持续|断断续续|都能?接|就[停坏漏断没堵响吵]"
    r"|[停坏漏断堵响炸爆掉]的|没了|没有了|报[的过修]|打过|来过|说[过的]|"
    r"每天|天天|每晚|每到|每周|每次|(?<![周期拜])一到|总是|老是|老在|经常|又[在开来停漏吵响]|还在"
    r"|还没|一直|了[好]?几|"
    r"说(?:好|是)?(?:今|明|后天|下?周)|结果|没来|不来|发现|看到|看见|听到|听见|突然|有人(?:在|把"
    r"|偷|敲|唱|跳|装|骑|扔)|吵|噪|施工|电钻|"
    r"装修|唱歌|跳舞|广场舞|音响|狗叫|[来停]的[水电气]|\bsince\b|\bstarted\b|\bstopped\b"
)
_ASKS = re.compile(
    r"几点|什么时候|啥时候|何时|多久|多长时间|开门|关门|营业|吗|嘛|么\b|不(?=[,。!?]|$)|是不是|会不会|要不要|[??]|"
    r"\bwhat time\b|\bwhen\b|\bopen\b|\bwill\b"
)
_ASKS_TO_COME = re.compile(
    rf"(?:能|可以|可不可以|能不能|方便|麻烦|请|让|叫|帮|\bcan\b|\bcould\b"
    rf"|\bplease\b).{{0,8}}{_COMES}"
    rf"|{_COMES}.{{0,6}}(?:行吗|可以吗|好吗|行不行|好不好|方便吗)"
)
_NOT_ASKED = re.compile(r"几点都|随便几点|什么时[候间]都|随时|哪天都|啥时候都|几点来都")
_CLAUSE = re.compile(r"[,。!?;、\n]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_SPEAKS = re.compile(r"[a-z\d\u4e00-\u9fff]")

_DO = (
    r"(?:来人|来(?![水电气回了着往自源访])|过来|上门|派|安排|处理|修(?![好了])|看|弄|解决|抢修|救)"
)
_KEYS: tuple[tuple[How, re.Pattern[str]], ...] = (
    (
        How.ON_CALL,
        re.compile(
            r"等我(?:的|先|给你|再)*(?:电话|通知|消息|回话|打电话|联系)(?:再|了再|后再|吧|再说"
            r"|过来|来|,)*|"
            r"我(?:再|会再|回头再?|到时候?再?)(?:打电话|联系|通知|约)(?:你们?|时间)?"
            r"|wait for my call|"
            r"i(?:'ll| will) call (?:you )?(?:back|again|later)"
        ),
    ),
    (
        How.AFTER_WORK,
        re.compile(
            r"下(?:了)?班(?:以后|之后|过后|后|回家|回来|到家|才|再|的时候|时间)+(?!.{0,6}(?:发现"
            r"|看到|看见|就没|停))"
            r"|下班(?=[来过])|放学(?:以后|之后|后)|\bafter (?:work|school)\b"
        ),
    ),
    (
        How.ANY,
        re.compile(
            r"随时(?!.{0,3}(?:会|可能|要[掉塌倒爆出]|有|掉|塌|倒|爆|出事"
            r"|都[会可]能?[掉塌倒爆出]))(?:都|可以|来|上门|行|能|有空)*"
            r"|(?:什么时[候间]|啥时候?|几点|哪天)(?:来|上门|过来)?都(?:可以|行|在|有人|方便|成)"
            r"|(?:全天|一整天|整天|一天到晚|一直|都)(?:都)?(?:在家|有人在)|时间(?:你们)?(?:随便"
            r"|都可以|都行|不限)"
            r"|(?:any ?time|whenever)(?: is| works| you)?(?: fine| ok)?"
        ),
    ),
    (
        How.SOON,
        re.compile(
            r"(?:\d{1,2}|[一二两三四五六七八九十半]{1,3})个?(?:小时|钟头|钟|分钟)(?:之"
            r"|以)?内(?=.{0,3}[到来上派搞])|"
            r"尽快|尽早|越[快早]越好|早点(?=来|过来|上门|安排|派|处理|修)|抓紧|"
            rf"(?:赶[紧快]|快(?:点|些)?|火速|加急)(?:的|给我|叫人|让人|找人|帮忙|帮我|派人"
            rf"|安排)*{_DO}(?:人|下|一下)?"
            r"|\basap\b|as soon as possible|\burgently\b|\bquickly\b"
        ),
    ),
    (
        How.NOW,
        re.compile(
            rf"(?:现在|马上|立刻|立即|立马|这就|眼下|即刻)(?:就|能|可以|能不能|可不可以|请"
            rf"|请你们?|麻烦|给我|叫人|让人|派人|安排人?|需要"
            rf"|得)*{_DO}(?:人|一下)?"
            r"|现在(?:就|都)?(?:有人)?在家|现在(?:家里)?(?:就)?有(?:人|空)(?:在家)?"
            r"|\bright (?:now|away)\b|\bimmediately\b|\bcome now\b"
        ),
    ),
)
_RING = re.compile(
    r"(?:(?:来|上门|过来|到)(?:之前|以前|前)|提前|到了?|事先)(?:请|麻烦|先|务必|一定|要|给我|跟我)*"
    r"(?:打(?:个|一个)?电话|来(?:个|一个)?电话|电话联系|联系(?:我|一下)?|通知(?:我|一声)?|说一声"
    r"|打给我|call)"
    r"|先(?:给我)?打(?:个|一个)?电话(?:再来)?|\bcall (?:me )?(?:first|before)\b"
    r"|\bring (?:me )?(?:first"
    r"|before)\b"
)


def find_when(text: str) -> tuple[When, tuple[Span, ...]] | None:
    """Return when somebody may come and the half-open spans it rests on; None where unsaid."""
    folded = fold(text)
    plain = folded.text
    suits, never = _judged(plain)
    suits = _merged(sorted(suits, key=lambda one: one.vague), plain)
    key = _key(plain)
    ring = _RING.search(plain)
    if not suits and not never and key is None and ring is None:
        return None
    spans = [(one.start, one.end) for one in (*suits[:1], *never)]
    spans += [ring.span()] if ring is not None else []
    when = _of(suits[0]) if suits else When()
    if key is not None and (not suits or key[0] not in (How.NOW, How.SOON)):
        when = replace(when, how=key[0])
        spans.append(key[1])
    when = replace(when, ring_first=ring is not None, never=tuple(_of(one) for one in never))
    return when, _typed(spans, folded)


def _of(piece: Piece) -> When:
    return When(
        How.LATER if piece.vague else How.AT,
        piece.day,
        piece.part,
        piece.since,
        piece.until,
        about=piece.about,
        after=piece.after,
    )


def _judged(plain: str) -> tuple[list[Piece], list[Piece]]:
    """Return the times that suit and those that do not; everything else is no visit."""
    suits: list[Piece] = []
    never: list[Piece] = []
    found = pieces(plain)
    for at, piece in enumerate(found):
        next_start = found[at + 1].start if at + 1 < len(found) else len(plain)
        clause, behind = _clause(plain, piece, next_start)
        if piece.past:
            continue
        if _EXCEPT.search(plain, 0, piece.start) or _BADLY.search(behind):
            never.append(piece)
        elif _suits(piece, clause, behind):
            suits.append(piece)
    return suits, never


def _suits(piece: Piece, clause: str, behind: str) -> bool:
    """Tell whether somebody may come then."""
    bare = len(_SPEAKS.findall(clause)) - (piece.end - piece.start) <= 2
    if _HAPPENS.search(clause):
        return False
    if _ASKS.search(clause) and not _ASKS_TO_COME.search(clause) and not _NOT_ASKED.search(clause):
        return False
    dated = piece.day is not None and (piece.day.weekday is not None or piece.day.days is not None)
    timed = piece.since is not None or piece.until is not None
    score = int(piece.ahead) + int(bare) + 2 * bool(_SUITS.search(clause))
    score += int(timed and (piece.after or piece.until is not None or dated))
    score -= int(piece.day is not None and piece.day.offset == 0 and not piece.ahead)
    return score >= 1


def _clause(plain: str, piece: Piece, next_start: int) -> tuple[str, str]:
    """Return what is said with a time, and what of it stands behind.

    A time that is a clause of its own (明天上午, 我在家) is judged with the one that follows.
    """
    start = max((one.end() for one in _CLAUSE.finditer(plain, 0, piece.start)), default=0)
    end = _CLAUSE.search(plain, piece.end)
    stop = end.start() if end else len(plain)
    if end is not None and not _SPEAKS.search(plain, piece.end, stop) and end.group() in ", ,":
        following = _CLAUSE.search(plain, end.end())
        stop = following.start() if following else len(plain)
        if next_start < stop:
            stop = max(next_start, end.start())
        end = following
    elif next_start < stop and _BADLY.search(plain[piece.end : next_start]):
        stop = next_start
    mark = "?" if end is not None and end.group() == "?" else ""
    return plain[start:stop] + mark, plain[piece.end : stop]


def _merged(suits: list[Piece], plain: str) -> list[Piece]:
    """Join a day with the time that is said for it right after: 明天吧, 下午三点以后."""
    if len(suits) < 2:
        return suits
    first, second = sorted(suits[:2], key=lambda one: one.start)
    if first.vague or second.vague:
        return suits
    dated, timed = (first, second) if first.day is not None else (second, first)
    near = second.start - first.end <= _NEAR and not re.search(
        r"或|要不|不然|or", plain[first.end : second.start]
    )
    if not near or dated.day is None or timed.day is not None or _has_time(dated):
        return sorted(suits, key=lambda one: one.day is None and not _has_time(one))
    joined = replace(timed, start=first.start, end=second.end, day=dated.day, ahead=dated.ahead)
    return [joined, *suits[2:]]


#: Between a day and the time that is said for it.
_NEAR = 5


def _has_time(piece: Piece) -> bool:
    return piece.part is not None or piece.since is not None or piece.until is not None


def _key(plain: str) -> tuple[How, Span] | None:
    """Return the first of the words that say how without a time, in the order of ``_KEYS``."""
    for how, pattern in _KEYS:
        match = pattern.search(plain)
        if match is not None:
            return how, match.span()
    return None


def _typed(spans: list[Span], folded: Folded) -> tuple[Span, ...]:
    return tuple(sorted({folded.span(*span) for span in spans}))
