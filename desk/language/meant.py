"""Whether a word of alarm is meant: not denied, not asked about, not past, not supposed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desk.codes import Urgency
from desk.language.finding import Match, Span

_CLAUSE_ENDS = re.compile(r"[,，。!?;、\n]")
_SENTENCE_ENDS = re.compile(r"[。!?;\n]")
_NOT_DENYING = (
    "有没有",
    "是不是",
    "要不是",
    "差不",
    "来不",
    "受不",
    "止不",
    "停不",
    "动不",
    "开不",
)
#: 着火怎么办 asks; 着火了怎么办 is on fire.
_HOW = ("怎么办", "咋办", "怎么处理", "怎么弄", "点算", "怎么逃", "怎么救", "怎么报警", "找谁")
_DONE = ("了", "啦", "咗", "喇")
_WHETHER = re.compile(r"(?:了没有?|了冇|[吗么]|未)[?。!\s]*$")
_FEAR_REACH = 8
#: 害怕 says how one feels of what is there, 怕是 what one thinks it is.
_NO_FEAR = re.compile("害怕|好怕|怕得|怕是|可怕|吓怕")


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


class Meaning:
    """Judges alarms in one folded text by the cues of the rules."""

    def __init__(self, text: str, cues: dict[str, tuple[str, ...]]) -> None:
        self._text = text
        self._cues = cues
        self._present = self._has("now", text)
        past = self._has("past", text) and self._has("closed", text)
        hearsay = self._has("told", text) or self._has("drill", text)
        self._over = self._has("over", text) or ((past or hearsay) and not self._present)

    @property
    def over(self) -> bool:
        """Tell whether the whole text is of what is over, only told or only played."""
        return self._over

    @property
    def supposed(self) -> bool:
        """Tell whether the text only supposes, or asks in general."""
        return self._has("supposes", self._text) and not self._present

    @property
    def threatened(self) -> bool:
        """Tell whether anything is named that can be in danger, or a danger to somebody."""
        return self._has("threats", self._text)

    @property
    def empty(self) -> bool:
        """Tell whether it is said that nobody is in there."""
        return self._has("empty", self._text)

    @property
    def asks_whether_done(self) -> bool:
        """Tell whether the text ends by asking whether something is so: 涨了没有, 修好了吗."""
        return _WHETHER.search(self._text) is not None

    def urgency(self, match: Match, urgency: Urgency) -> Urgency | None:
        """Return the urgency that is really meant; None where there is none."""
        if self._over or self.denied(match):
            return None
        critical = urgency is Urgency.CRITICAL
        if critical and self._exclaimed(match):
            return None
        clause = self._around(Match(match.spans[-1:]), _CLAUSE_ENDS)
        sentence = self._around(match, _SENTENCE_ENDS)
        if self._has("supposes", sentence) and not self._present:
            return None
        if self._has("future", sentence) and not (critical and self._present):
            return None
        if not self._present and self._text[match.spans[-1][1] :].startswith(_HOW):
            return None
        if self._asked(clause, critical=critical):
            return None
        if self._feared(match):
            return Urgency.URGENT if critical else Urgency.NORMAL
        return urgency

    def happened(self, spans: Iterable[Span]) -> bool:
        """Tell whether one of these is told as a thing that is done: 着火了, 着火了怎么办."""
        return any(
            self._text.startswith(_DONE, end) or self._text[start:end].endswith(_DONE)
            for start, end in spans
        )

    def denied(self, match: Match) -> bool:
        """Tell whether a denial stands directly before a part: 没有漏水; but not 有没有漏水."""
        for start, _ in match.spans:
            before = self._text[:start]
            if before.endswith(self._cues["denies"]) and not before.endswith(_NOT_DENYING):
                return True
        return False

    def where(self, *cues: str) -> list[Span]:
        """Return where the words of these cues stand."""
        return [found.span() for cue in cues for found in self._pattern(cue).finditer(self._text)]

    def _asked(self, clause: str, *, critical: bool) -> bool:
        if self._present and not clause.endswith("吗"):
            return False
        if self._has("asks_whether", clause):
            return not (critical and self._has("seems", clause))
        return not critical and self._has("asks_softly", clause)

    def _feared(self, match: Match) -> bool:
        first, last = match.spans[0][0], match.spans[-1][0]
        # With its first character: 差点踩空 was no fall, 差点 alone says nothing of what fell.
        before = _CLAUSE_ENDS.split(self._text[max(0, last - _FEAR_REACH) : last + 1])[-1]
        return self._has("fears", _NO_FEAR.sub("", before + " " + self._text[first:last]))

    def _exclaimed(self, match: Match) -> bool:
        """Tell whether a cry is about a trifle: 救命啊物业费也太贵了."""
        start, end = match.spans[0][0], match.spans[-1][1]
        if not self._has("exclaims", self._text[start:end]):
            return False
        return self._has("trifles", self._text)

    def _around(self, match: Match, ends: re.Pattern[str]) -> str:
        """Return the clause or sentence from the match's first part to its last, end mark left."""
        first, last = match.spans[0][0], match.spans[-1][1]
        starts = [found.end() for found in ends.finditer(self._text, 0, first)]
        end = ends.search(self._text, last)
        tail = end.end() if end is not None and end.group() in "?" else None
        stop = tail or (end.start() if end is not None else len(self._text))
        return self._text[starts[-1] if starts else 0 : stop].rstrip()

    def _has(self, cue: str, text: str) -> bool:
        return self._pattern(cue).search(text) is not None

    def _pattern(self, cue: str) -> re.Pattern[str]:
        return _one_of(self._cues[cue])
