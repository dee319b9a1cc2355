"""One question in several wordings, as an office writes them into one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASKED = re.compile(
    r"[?？]|吗|呢$|怎么|怎样|咋|如何|多少|哪|什么|啥|谁|几[点时天个号月年元次层小]|多[久长大高]|何[时处]|几时"
    r"|为何|是否|能否|可否|有没有|有无|(.)不\1|要不|需不需|"
    r"\b(how|what|when|where|who|whom|whose|why|which|can|could|do|does|is|are|may|should|will)\b",
    re.IGNORECASE,
)
#: A question that is over where it ends: 怎么交, 多少钱, 在哪里.
_ASKED_LAST = re.compile(
    r"([?？]|吗|呢|怎么[^怎么]{0,3}|怎么收费|怎么办理?|咋[办弄]?|多少钱?|哪里?[^哪]{0,2}|什么(时候|手续|材料)?|谁|多久|几点)$"
)
#: What somebody says instead of asking: 取件码丢了, 门打不开.
_TROUBLE = re.compile(r"(?:了|不[了上到出开]|坏|慢|丢|漏|堵)[?？。]?$")
_OTHERS = (
    r"(?:(?:[又也还亦另或同常]|或者|经常)(?:可|可以|会|能|有|有人|有人会)?(?:问|说)到?|有(?:人|业主|住户)(?:会|还|也)?[问说]"
    r"|(?:其[他它]|别的|不同|口语|常见)(?:问法|说法|表述)"
    r"|(?:相似|类似|同类|近似|扩展|常见)(?:问题|问法|说法|问)|同义(?:问法|问题|词|句)?|换(?:个|种)(?:说法|问法)"
    r"|也叫|又称|俗称|also asked(?: as)?|also|other phrasings?|similar(?: questions?)?)"
)
#: What says so in brackets only, and before a colon: (即：...), 【同：...】.
_SHORTLY = r"(?:类似|相似|近似|同义?|即|即是|也就是|也即|或)\s*[:：]"
_BRACKET = re.compile(
    rf"[(（\[【〔]\s*(?:{_SHORTLY}|{_OTHERS}\s*[:：,，]?)\s*(?P<rest>.*?)[)）\]】〕]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(rf"[\s;；,，。/|]*{_OTHERS}\s*[:：]\s*", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"(?<=[?？])\s*[(（](?P<rest>[^()（）]*)[)）]\s*$")
_ITEM = r"(?:[0-9]{1,2}\s*[.、．)）](?![0-9])|[①-⑳]|[(（][0-9]{1,2}[)）])"
_NUMBERED = re.compile(rf"(?:^|(?<=[\s;；?？。]))\s*{_ITEM}\s*")
_SERIAL = re.compile(r"^\s*(?:[0-9]{1,4}\s*[、.．)）](?![0-9])|[(（][0-9]{1,4}[)）]|[①-⑳])\s*")
_MARK = re.compile(
    r"^\s*(?:问题?|提问|业主问|q|question)\s*[0-9]{0,4}\s*[:：.、．]\s*", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[-–—·•●○■□◆*]+\s*")
_UNITS = re.compile(
    r"(个?月|年|天|日|次|平方?米?|㎡|m2|户|度|吨|张|个?小时|人|季度?|层|套|辆|台|本|份|分钟|元|位)"
    r"(?![吗怎])[?？。]?$"
)
_LATIN = re.compile(r"[\s\x00-\x7f]*")
_STRONG = re.compile(r"[|｜;；\n]|(?<=[?？])\s*[/／\\]\s*|\s+或者?\s+")
#: Between the wordings of a column that holds nothing else, a mark of a question is enough.
_MARKED = re.compile(r"(?<=[?？])\s*(?=[^\s?？)）\]】])")
_BACKSLASH = re.compile(r"(?<=[\u4e00-\u9fff])\s*\\\s*(?=[\u4e00-\u9fff])")
_CIRCLED = re.compile(r"\s*[①-⑳]\s*")
#: What ends one that nothing behind it belongs to: 要带什么.
_ASKED_WHOLLY = re.compile(
    r"([?？]|吗|呢|什么(手续|材料|资料)?|多少钱?|多久|几点|谁|哪[里儿]?|怎么[办弄收算](费|理)?)$"
)
#: What begins a question that needs nothing from before it: 什么时候来水.
_ASKED_FIRST = re.compile(
    r"\s*(?:什么|怎[么样]|咋|如何|哪|谁|几|多[少久]|能|可[以不否]|是[不否]|有没有|为)"
)
_SLASH = re.compile(r"\s*[/／]\s*")
#: Blanks stand between keywords only: a Chinese sentence has none.
_COMMA = re.compile(r"[、,，]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_MONEY = re.compile(r"[元块角]$")
_ASK_MARK = re.compile(r"[?？]+\s*$")
_ABOUT_NOTHING = re.compile(
    r"怎么办理?|怎么样?|怎样|如何|多少钱?|什么时候|什么|哪里|哪儿|是否|可不可以|可以|能不能|能否|有没有|需要|吗|呢|的|了|要|办理|我|小区|物业"
    r"|\b(?:the|how|what|when|where|do|does|can|is|are|my|i|a|to|of|for)\b"
)
_OPEN, _CLOSED = "(（[【〔「“", ")）]】〕」”"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked first, and other ways to ask it."""

    question: str
    phrasings: tuple[str, ...] = ()


def asks(text: str) -> bool:
    """Tell whether a text is worded as a question."""
    return _ASKED.search(text.strip()) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a text says of itself that it is another wording: 又问：..."""
    return _LABEL.match(text.strip()) is not None


def are_alike(text: str, other: str) -> bool:
    """Tell whether two wordings have two neighbouring characters that are about something."""
    one, two = (_pairs(_ABOUT_NOTHING.sub(" ", part.casefold())) for part in (text, other))
    return bool(one & two)


def split(text: str) -> Asked:
    """Read a cell with a question, its serial number taken off and its wordings apart.

    What only looks like a list (Wi-Fi/网络, 元/月, 24/7, brackets that explain) stays as it is.
    """
    text = _uncounted(text.strip())
    first, others = _first_and_others(_SERIAL.sub("", _MARK.sub("", text)))
    wordings = [*_wordings(first), *(one for part in others for one in split_list(part))]
    return together(wordings)


def split_list(text: str) -> list[str]:
    """Read a cell that holds nothing but other wordings: lines, semicolons, slashes, commas."""
    text = _LABEL.sub("\n", text)
    found: list[str] = []
    text = _BACKSLASH.sub("\n", _CIRCLED.sub("\n", _NUMBERED.sub("\n", text)))
    for part in _cut(_STRONG, text):
        for one in _cut(_MARKED, part):
            found += _listed(one)
    return _clean(found)


def together(wordings: list[str]) -> Asked:
    """Put wordings together: the first is the question, none comes twice."""
    unique = list(dict.fromkeys(one for one in wordings if one))
    seen: dict[str, str] = {}
    for one in unique:
        seen.setdefault(re.sub(r"[\s\W_]+", "", one).casefold() or one, one)
    kept = list(seen.values())
    return Asked(kept[0], tuple(kept[1:])) if kept else Asked("")


def _uncounted(text: str) -> str:
    """Take the figures off lines that are counted: 1.24/7有人吗, 2.半夜有人吗."""
    lines = text.split("\n")
    heads = [
        re.match(rf"\s*{number}\s*[.、．)）]\s*", line)
        for number, line in enumerate(lines, start=1)
    ]
    if len(lines) < 2 or not all(heads):
        return text
    return "\n".join(line[head.end() :] for line, head in zip(lines, heads, strict=True) if head)


def _first_and_others(text: str) -> tuple[str, list[str]]:
    """Take off what is labelled as other wordings: in brackets at the end, or behind 又问:."""
    others: list[str] = []
    while found := _BRACKET.search(text):
        others.insert(0, found["rest"])
        text = text[: found.start()].rstrip()
    parts = _LABEL.split(text)
    if len(parts) > 1 and parts[0].strip():
        text, others = parts[0], parts[1:] + others
    found = _LAST_BRACKET.search(text)
    if found:
        inside = _clean(re.split(r"[;；/／|]", found["rest"]))
        told = [asks(one) or _TROUBLE.search(one) is not None for one in inside]
        if inside and (all(told) or (len(told) > 1 and any(told))):
            text, others = text[: found.start()], [*inside, *others]
    return text, others


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}


def _wordings(text: str) -> list[str]:
    found: list[str] = []
    for line in _lines(text):
        found += _of_line(line)
    return _clean(found)


def _lines(text: str) -> list[str]:
    """Return the lines; one that ends in the middle of a sentence goes on in the next."""
    lines: list[str] = []
    open_end = False
    for line in text.split("\n"):
        if not line.strip():
            continue
        if open_end:
            lines[-1] += line.strip()
        else:
            lines.append(line.strip())
        open_end = line.rstrip().endswith((",", "，", "、", ":", "：", "(", "（"))
    return lines


def _of_line(line: str) -> list[str]:
    numbered = [one for one in _NUMBERED.split(line) if one.strip()]
    if len(numbered) > 1 and len(_NUMBERED.findall(line)) >= len(numbered) - 1:
        return [part for one in numbered for part in _of_line(one.strip())]
    circled = [one for one in _CIRCLED.split(line) if one.strip()]
    if len(circled) > 1 and "②" in line and (asks(circled[0]) or not any(map(asks, circled))):
        return [part for one in circled for part in _of_line(one.strip())]
    parts = [part for part in _cut(_STRONG, line) if part.strip()]
    if len(parts) == 1 and len(marked := _cut(_MARKED, line)) > 1 and _are_of_one(marked):
        return marked
    if len(parts) > 1 and (asks(parts[0]) or all(not asks(one) for one in parts)):
        first, *rest = parts
        return [*_slashed(first), *(one for part in rest for one in _slashed(part, after=True))]
    return _slashed(line)


def _slashed(text: str, *, after: bool = False) -> list[str]:
    """Split at slashes between wordings, not at those inside one.

    Behind a first wording (``after``) what is short may be one too: A?/补门卡/多配一张卡.
    """
    parts = _glued(text)
    if len(parts) == 1 or after or all(_asks_in_words(one) for one in parts):
        return parts
    complete = _ASKED_LAST.search(parts[0].strip()) is not None
    lengths = [len(one.strip()) for one in parts[1:]]
    if _asks_in_words(parts[0]) and (complete or len(parts) > 2):
        # Two characters are a wording beside others that are longer: 养狗规定/遛狗.
        return parts if min(lengths) > 2 or max(lengths) > 3 else [text]
    if _TROUBLE.search(parts[0].strip()) is not None and min(lengths) > 3:
        return parts if all(are_alike(parts[0], one) for one in parts[1:]) else [text]
    return [text]


def _are_of_one(parts: list[str]) -> bool:
    """Tell whether questions behind each other are wordings: each whole, about one thing."""
    first, *rest = (set(_ABOUT_NOTHING.sub("", re.sub(r"[\W_]", "", one))) for one in parts)
    whole = all(len(one.strip()) > 3 and _ASK_MARK.search(one) for one in parts)
    return whole and _asks_in_words(parts[0]) and all(first & one for one in rest)


def _glued(text: str) -> list[str]:
    """Cut at slashes, those left out that stand inside a wording."""
    whole: list[str] = []
    start = end = 0
    for part in _cut(_SLASH, text):
        start = text.index(part, end) if part else end
        if whole and _inside(whole[-1], part, tight=text[end:start] in "/／"):
            whole[-1] += text[end:start] + part
        else:
            whole.append(part)
        end = start + len(part)
    return whole


def _inside(left: str, right: str, *, tight: bool) -> bool:
    """Tell whether a slash stands inside a wording: 24/7, Wi-Fi/网络, 元/月, 水/电."""
    left, right = left.strip(), right.strip()
    if min(len(left), len(right)) < 2:
        return True
    if _UNITS.fullmatch(right) is not None or _MONEY.search(left) is not None:
        return True
    if tight and left[-1].isascii() and left[-1].isalnum() and right[0].isascii():
        return True
    return any(_LATIN.fullmatch(one) is not None and not asks(one) for one in (left, right))


def _asks_in_words(text: str) -> bool:
    """Tell whether it would be a question without the mark at its end."""
    return asks(_ASK_MARK.sub("", text))


def _cut(pattern: re.Pattern[str], text: str) -> list[str]:
    """Split a text at what a pattern finds outside of brackets."""
    found: list[str] = []
    start = depth = at = 0
    for one in pattern.finditer(text):
        between = text[at : one.start()]
        depth += sum(char in _OPEN for char in between) - sum(char in _CLOSED for char in between)
        at = one.start()
        if depth <= 0:
            found.append(text[start : one.start()])
            start = one.end()
    return [*found, text[start:]]


def _listed(text: str) -> list[str]:
    found: list[str] = []
    for part in _slashed(text, after=True):
        pieces = [one for one in _COMMA.split(part) if one.strip()]
        questions = [asks(one) for one in pieces]
        long_enough = all(len(one.strip()) > 1 for one in pieces)
        alike = all(questions) or not any(questions) or _are_apart(part, pieces, questions)
        found += pieces if len(pieces) > 1 and alike and long_enough else [part]
    return found


def _are_apart(text: str, pieces: list[str], questions: list[bool]) -> bool:
    """Tell whether questions and words between 、 stand for themselves: 要带什么、装修登记.

    They do not where they share what is asked, as in 水费、电费怎么交 or 怎么交水费、电费.
    """
    if re.search(r"[,，\s]", text):
        return False
    if all(are_alike(pieces[0], one) for one in pieces[1:]):
        return True
    return all(
        not asked
        or (_ASKED_WHOLLY.search(one.strip()) if at == 0 else _ASKED_FIRST.match(one)) is not None
        for at, (one, asked) in enumerate(zip(pieces, questions, strict=True))
    ) and (questions[0] or all(len(one.strip()) > 3 for one in pieces))


def _clean(found: list[str]) -> list[str]:
    bare = (_BULLET.sub("", one).strip().strip(";；,，、/|").strip() for one in found)
    return [one for one in (_SERIAL.sub("", one) for one in bare) if one]
