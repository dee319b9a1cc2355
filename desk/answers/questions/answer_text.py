"""The text of an answer, without what is for the office only."""

from __future__ import annotations

import re

_LEAD = re.compile(r"^\s*(?:答复?|回答|回复|答案|a|answer)\s*[0-9]{0,4}\s*[:：]\s*", re.IGNORECASE)
_NOTE_LINE = re.compile(
    r"^\s*[(（【\[*※]*\s*(?:备注|内部[^:：]{0,6}|仅(?:供|限)?内部[^:：]{0,6}|对内|话术提示|接线提示|员工须知|勿外传|不对外"
    r"|internal(?: note)?s?|office only)\s*[】\])）]?\s*[:：]",
    re.IGNORECASE,
)
_NOTE_BRACKET = re.compile(
    r"\s*[(（【\[]\s*(?:内部(?:提示|备注|口径|使用|掌握|说明|注意|参考|资料|[:：,，])|仅(?:供|限)?内部|对内[:：]|勿外传|不对外|备注[:：]"
    r"|internal[:： ])[^()（）【】\[\]]*[)）】\]]",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"(?:待(?:补充?|定|确认|完善|核实|更新|填|答复?|回复)|暂无(?:答复|答案)?"
    r"|未定|未答复?|略|无|没有|tbd|todo|n/?a|\?+|？+|[-–—/\\.。…*xX×]+)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"[(（]?(?:同上一?[条题]?|同前|答复?同上|见上|如上|同上述"
    r"|ditto|same as above|〃|″)[)）]?[。.]?",
    re.I,
)


def is_pending(text: str) -> bool:
    """Tell whether it says that there is no answer yet."""
    return _PENDING.fullmatch(text.strip()) is not None


def is_same(text: str) -> bool:
    """Tell whether it says that the answer above holds."""
    return _SAME.fullmatch(text.strip()) is not None


def is_note(line: str) -> bool:
    """Tell whether a line says of itself that it is for the office."""
    return _NOTE_LINE.match(line) is not None


def public(text: str) -> tuple[str, str]:
    """Return an answer as it may be read aloud, and what in it is for the office only."""
    notes: list[str] = []

    def take(found: re.Match[str]) -> str:
        notes.append(found[0].strip())
        return ""

    lines = []
    for line in _LEAD.sub("", text).split("\n"):
        if is_note(line):
            notes.append(line.strip())
        else:
            bare = _NOTE_BRACKET.sub(take, line)
            if bare.strip() or not line.strip():
                lines.append(bare.rstrip())
    return "\n".join(lines).strip(), "\n".join(notes)
