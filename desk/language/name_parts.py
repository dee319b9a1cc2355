"""Takes a cell of names apart: one part a person, the role and remarks out of each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.codes import Relation
from desk.language.nobody_words import is_vacancy
from desk.language.phones_written import PhoneSpan
from desk.language.relation_words import PREFIXES, SUFFIXES, read_relation
from desk.language.surnames import COMPOUND, SURNAMES, has_surname
from desk.language.tidy import says_nothing, tidy


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """Somebody as a table names them.

    ``relation`` is None where nothing says it; ``remark`` is what stood in brackets and is no
    role (小名阿花, 已搬走).
    """

    name: str
    relation: Relation | None = None
    phones: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What a cell says of one person: the text without numbers, and the numbers within."""

    text: str
    numbers: tuple[str, ...]


_FAULT = re.compile(r"#[A-Za-z0-9/]+[!?]?")
_OPEN, _CLOSE = "([{<【〔〖《「『", ")]}>】〕〗》」』"
_BRACKET = re.compile(
    rf"[{re.escape(_OPEN)}]([^{re.escape(_OPEN + _CLOSE)}]*)[{re.escape(_CLOSE)}]?"
)
#: 张三(租)李四(租): the bracket ends the first.
_BEHIND_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])(\([^()]*\))(?=[\u4e00-\u9fff])")
_COUNTED = re.compile(r"(?:^|(?<=[\s;,、]))(?:\d{1,2}[.、)]|[(]\d{1,2}[)])\s*(?=[\u4e00-\u9fff])")
#: Where a number stood; no text from a cell holds it.
_MARK = "\x00"
_APART = re.compile(r"[、,;/\\|\n&+。]+")
_AND = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")
_COMPANY = re.compile(
    r"公司|集团|银行|中心|学校|幼儿园|委员会|居委会|业委会|事务所|工作室|合作社|门诊|医院|药房|药店|超市|便利店|"
    r"酒店|宾馆|饭店|餐厅|商行|经营部|研究[院所]|协会|商会|店$|厂$|部$|局$|所$|院$|\b(?:ltd|llc|inc|co)\b",
    re.IGNORECASE,
)
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
_TITLE_ALONE = re.compile(r"先生|女士|小姐|阿姨|师傅|大爷|大妈|大叔|大姐|老师|经理|太太|夫人")
_NAME = r"[\u3400-\u9fffA-Za-z·• ]"
_ROLE_FIRST = re.compile(rf"([\u4e00-\u9fffA-Za-z]{{1,6}}) ?(?:[:\-=]|——?) ?({_NAME}{{1,30}})")
_ROLE_LAST = re.compile(rf"({_NAME}{{1,30}}?) ?[:\-=—]{{1,2}} ?([\u4e00-\u9fffA-Za-z]{{1,6}})")
_ROLE_AT_END = re.compile(rf"^(?:{'|'.join(PREFIXES)})|(?:{'|'.join(SUFFIXES)})$")
_LABEL = re.compile(
    r"^(?:姓名|联系人|名字|称呼)[:为]?|(?:的)?(?:联系)?(?:电话|手机|号码|手机号|tel|mobile)[:为]?$"
)
_NUMBERED = re.compile(r"^(?:[(]?\d{1,2}[).、:]|[①-⑳])\s*(?=\D)")
_EDGES = " \n\t@+:;,、。.-—–_=*~^!?'\"|/\\"


def is_nobody(text: object) -> bool:
    """Tell whether a cell for a name says that there is nobody: 空置, 未售, 无, ——, N/A."""
    plain = tidy(text)
    bare = plain.replace(" ", "").replace("\n", "")
    if says_nothing(bare) or _FAULT.fullmatch(bare):
        return True
    shown = (bare, bare.strip("()[]【】。.-—/!"))
    return any(is_vacancy(one) for one in shown)


def name_parts(text: str, spans: Sequence[PhoneSpan] = ()) -> list[Part]:
    """Return what the cell says of each person, in order.

    Args:
        text: tidied (and mended, where it holds numbers).
        spans: the numbers within the text.
    """
    marked, at, numbers = "", 0, []
    for span in spans:
        marked += text[at : span.start] + _MARK
        numbers.append(span.number)
        at = span.end
    marked += text[at:]
    marked = re.sub(
        rf"[{re.escape(_OPEN)}]\s*(?:电话|手机|tel)?:?\s*{_MARK}\s*[{re.escape(_CLOSE)}]?",
        _MARK,
        marked,
    )
    parts: list[Part] = []
    taken = 0
    for piece in _pieces(marked):
        count = piece.count(_MARK)
        mine = tuple(one for one in numbers[taken : taken + count] if one)
        taken += count
        parts.append(Part(piece.replace(_MARK, " ").strip(), mine))
    return parts


def person_of(part: Part, relation: Relation | None) -> WrittenPerson | None:
    """Return whom a part names; None where it names nobody (blank, 空置, a number alone)."""
    text = _NUMBERED.sub("", part.text.strip(_EDGES))
    role, remarks, within = None, [], []
    for match in _BRACKET.finditer(text):
        inner = match.group(1).strip()
        within.append(inner)
        for word in [inner] if _role(inner, relation) is not None else _APART.split(inner):
            said = _role(word, relation)
            role = role or said
            if said is None and word.strip() not in ("", "本人"):
                remarks.append(word.strip())
    bare = _BRACKET.sub(" ", text)
    bare = _LABEL.sub("", bare.strip(_EDGES)).strip(_EDGES)
    if not bare and remarks and not is_nobody(remarks[0]):
        bare = remarks.pop(0)
    if not bare and within and part.numbers:
        bare = within[0]
    if is_nobody(bare):
        return None
    bare, state = _without_state(bare)
    remarks += state
    name, said = _without_role(bare, relation)
    return WrittenPerson(_joined(name), role or said or relation, part.numbers, "; ".join(remarks))


def _without_state(text: str) -> tuple[str, list[str]]:
    """Take what is said of the room off a name: 张三 已售未入住."""
    words = text.split(" ")
    if len(words) < 2 or not any(len(word) > 1 and is_vacancy(word) for word in words):
        return text, []
    kept = [word for word in words if len(word) < 2 or not is_vacancy(word)]
    return " ".join(kept), [word for word in words if word not in kept]


def _role(word: str, relation: Relation | None) -> Relation | None:
    """Read a role; 女 beside an owner or a tenant is how she is addressed, not whose child."""
    if word == "本人" or (word == "女" and relation in (Relation.OWNER, Relation.TENANT)):
        return None
    return read_relation(word)


def _without_role(text: str, relation: Relation | None) -> tuple[str, Relation | None]:
    """Take a role off a name: 租户:王芳, 李强-租客, 租户王芳, 王芳 租户; a role alone is a name."""
    alone = read_relation(text)
    if alone is not None:
        return text, alone
    first, last = _ROLE_FIRST.fullmatch(text), _ROLE_LAST.fullmatch(text)
    head, _, tail = text.partition(" ")
    name, _, end = text.rpartition(" ")
    pairs = [(first.group(1), first.group(2))] if first is not None else []
    pairs += [(last.group(2), last.group(1))] if last is not None else []
    pairs += [(head, tail), (end, name)]
    for word, rest in pairs:
        said = None if word in SURNAMES else _role(word, relation)
        if said is not None and len(rest.strip()) > 1:
            return rest.strip(), said
    return (text, None) if _COMPANY.search(text) else _without_word(text)


def _without_word(text: str) -> tuple[str, Relation | None]:
    """Take a role off that is written to the name without a sign: 租户王芳, 王芳家属."""
    if _ROLE_AT_END.search(text) is None:
        return text, None
    stripped = [(word, text.removeprefix(word).strip()) for word in PREFIXES]
    stripped += [(word, text.removesuffix(word).strip()) for word in SUFFIXES]
    for word, rest in stripped:
        if rest != text and 2 <= len(rest.replace(" ", "")) <= 5 and has_surname(rest):
            return rest, read_relation(word)
    return text, None


def _joined(name: str) -> str:
    """Take the inner blanks out of a Chinese name; other names keep one between their words."""
    name = re.sub(r"\s*[•‧・]\s*", "·", name)
    return re.sub(
        r"(?<=[\u3400-\u9fff·])\s+(?=[\u3400-\u9fff·])", "", re.sub(r"\s+", " ", name.strip())
    )


def _pieces(text: str) -> list[str]:
    """Split a cell where one person ends and the next begins, brackets kept whole."""
    pieces: list[str] = []
    for piece in _outside(_COUNTED.sub("\n", text), _APART):
        if _COMPANY.search(_BRACKET.sub("", piece)):
            pieces.append(piece)
            continue
        for one in _outside(piece, _AND) if _is_pair(piece) else [piece]:
            pieces += _by_numbers(one)
    return [piece for piece in pieces if piece.strip()]


def _outside(text: str, sign: re.Pattern[str]) -> list[str]:
    """Split at a sign, but not within brackets."""
    hidden = [(match.start(), match.end()) for match in _BRACKET.finditer(text)]
    pieces, start = [], 0
    for match in sign.finditer(text):
        if any(begin < match.start() < end - 1 for begin, end in hidden):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _is_pair(text: str) -> bool:
    """Tell whether 和 stands between two names rather than within one: 张永和 is one."""
    found = _AND.search(text)
    if found is None or not has_surname(text.strip()):
        return False
    second = text[found.end() :].strip()
    if has_surname(second):
        return True
    whole = _HAN_ONLY.fullmatch(second) and 2 <= len(second) <= 3 and 2 <= found.start() <= 3
    return bool(whole) and read_relation(second) is None and not is_nobody(second)


def _by_numbers(text: str) -> list[str]:
    """Split behind each number that a name follows: 张三138… 李四139…; then at blanks."""
    if _MARK not in text:
        return _at_blanks(text)
    names = [one.strip(_EDGES + "()[]") for one in text.split(_MARK)]
    if sum(bool(one) for one in names) < 2 and text.strip(_EDGES).startswith(_MARK):
        return [text]  # the number first, then whose it is
    if text.strip(_EDGES).startswith(_MARK):
        found = re.findall(rf"{_MARK}[^{_MARK}]*", text)
    else:
        found = re.findall(rf"[^{_MARK}]*{_MARK}|[^{_MARK}]+$", text)
    whole: list[str] = []
    for piece in found:
        bare = piece.strip(_EDGES + _MARK + "()[]")
        if whole and (not bare or (piece.strip()[:1] in _OPEN and _MARK not in piece)):
            whole[-1] += piece
        else:
            whole += _at_blanks(piece) if piece.strip() else []
    return whole


def _at_blanks(text: str) -> list[str]:
    """Split at blanks that stand between names, not within one: 孟 娜 and 姚 秀 英 are one each."""
    bare = text.strip()
    bare = _BEHIND_BRACKET.sub(r"\1 ", bare)
    if " " not in bare or len(_BRACKET.sub(" ", bare).split()) < 2:
        return [text]
    wide = re.split(r" {2,}", bare)
    if len(wide) > 1 and all(_whole_name(one.replace(" ", "")) for one in wide):
        return wide
    words = bare.split()
    if all(_whole_name(word) for word in words):
        return words
    if told := _by_roles(words):
        return told
    singles = all(len(word) == 1 and _HAN_ONLY.fullmatch(word) for word in words)
    two = singles and len(words) == 4 and "".join(words[:2]) not in COMPOUND
    if two and has_surname(words[0]) and has_surname(words[2]):
        return ["".join(words[:2]), "".join(words[2:])]
    return [text]


def _by_roles(words: list[str]) -> list[str]:
    """Split before each word that says of somebody what they are: 业主:邵广发 租户:黄凤英."""
    starts = [at for at, word in enumerate(words) if _begins_with_role(word)]
    if len(starts) > 1 and starts[0] == 0:
        return [" ".join(words[a:b]) for a, b in pairwise([*starts, len(words)])]
    return []


def _begins_with_role(word: str) -> bool:
    role, sign, rest = word.partition(":")
    if sign or read_relation(word) is not None:
        return read_relation(role) is not None and (not rest or len(rest) > 1)
    first = next((one for one in PREFIXES if word.startswith(one)), None)
    return first is not None and has_surname(word.removeprefix(first))


def apart_by_blanks(text: str, count: int) -> list[str]:
    """Return the names of a text with as many parts as there are numbers beside; else none.

    Such a part is a name whatever its surname: 钱水根 凤菊仙 with two numbers are two people.
    """
    words = text.split()
    if len(words) != count or count < 2 or words[0] in COMPOUND:
        return []
    names = all(
        _HAN_ONLY.fullmatch(word)
        and 2 <= len(word) <= 4
        and not _TITLE_ALONE.fullmatch(word)
        and read_relation(word) is None
        for word in words
    )
    return words if names and any(has_surname(word) for word in words) else []


def _whole_name(word: str) -> bool:
    """Tell whether a word is a whole Chinese name with its surname, its role in brackets or not."""
    name = _BRACKET.sub("", word).replace(_MARK, "")
    if not _HAN_ONLY.fullmatch(name) or not 2 <= len(name) <= 4 or name in COMPOUND:
        return False
    if _TITLE_ALONE.fullmatch(name) or read_relation(name) is not None:
        return False
    return has_surname(name)
