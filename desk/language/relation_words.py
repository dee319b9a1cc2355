"""The words that make somebody an owner, a tenant or family of a room."""

from __future__ import annotations

import re
from functools import lru_cache

from desk.codes import Relation
from desk.language.tidy import tidy

_OWNER = (
    "业主本人|本人|业主|户主|房主|屋主|产权人|产权共有人|共有产权人|共有权人|共有人|产权|权利人|房产所有人|"
    "所有权人|所有人|购房人|买受人|房东|owner|landlord"
)
_TENANT = (
    "租户|租客|租住人|租住|承租人|承租方|承租|租赁人|租赁户|租赁|租房|房客|住客|二房东|租|"
    "tenant|renter|lessee"
)
_KIN = (
    "妻子|妻|老婆|太太|爱人|配偶|丈夫|夫|老公|儿子|子女|长子|次子|子|女儿|长女|次女|女|"
    "父亲|父母|父|母亲|母|爸爸|爸|妈妈|妈|老爸|老妈|爷爷|奶奶|外公|外婆|姥爷|姥姥|岳父|岳母|"
    "公公|婆婆|公婆|儿媳|媳妇|媳|女婿|婿|孙子|孙女|外孙女|外孙|孙|兄弟|姐妹|哥哥|哥|弟弟|弟|"
    "姐姐|姐|妹妹|妹|叔叔|舅舅|姑姑|姨妈|侄子|侄女|外甥|祖父|祖母|兄|孩子|小孩|老人"
)
_FAMILY = (
    f"家庭成员|家属|家人|亲属|亲戚|亲友|直系亲属|家里人|同住人|同住|共同居住人|保姆|业主家属|租户家属|{_KIN}|"
    "family|relative|wife|husband|spouse|son|daughter|father|mother|parent|child"
)
_ALL = (
    (Relation.FAMILY, _FAMILY),
    (Relation.TENANT, _TENANT),
    (Relation.OWNER, _OWNER),
)
_WORDS = {word: relation for relation, words in reversed(_ALL) for word in words.split("|")}
_WHOSE = r"(?:业主|户主|房东|租户|租客|承租人|产权人|房主)(?:的|之)?"
_FRAME = re.compile(
    r"^(?:我(?:们)?(?:家)?是|是|系|为|身份|关系|与(?:业主|户主)(?:的)?关系|[:=])+|(?:本人|代办|代)$"
)
_SIGNS = re.compile(r"[\s()\[\]{}<>【】〔〕〖〗《》:,。.]")
_ASIDE = re.compile(r"[(\[【〖].*[)\]】〗]")
#: What a form writes before the words of whoever chose none of its answers: 其他〖业主的父亲〗.
_OTHER = re.compile(r"(?:其他|其它)[\s:\-—(\[【〔〖]+(.+?)[)\]】〕〗]*")
#: Whatever is said of them, they rent: 承租户, 租赁客户, 短期租客.
_RENTS = re.compile(
    r"(?:长期|短期|现|新|老|整|合|长|短|承|在|住宅|商铺)?租(?:赁|住|用|借|房|铺|户)?"
    r"(?:客户|单位|家庭|住户|用户|商户|企业|公司|人员|户|客|人|方|者)?"
)
_OF_SOMEBODY = re.compile(rf"{_WHOSE}(?:{_FAMILY})(?:\d|[一二三])?")
_ENDED = re.compile(
    rf"(?:现|新|长|短|合|第[一二三\d]|共同|主|次|小|大|老|产权){{1,2}}({_FAMILY}|{_TENANT}|{_OWNER})"
)
#: Long enough to be told from a name that they stand before without a sign: 租户王芳.
PREFIXES = sorted(
    (w for w in _WORDS if len(w) > 1 and not w.isascii() and w not in ("太太", "老人", "本人")),
    key=len,
    reverse=True,
)
#: What may stand behind a name without a sign: 王芳租户. 王小妹妹 is a name.
SUFFIXES = ("业主", "租户", "租客", "承租人", "产权人", "户主", "房东", "家属")


def read_relation(text: object) -> Relation | None:
    """Return what a word makes somebody to a room: 业主本人, 我是租客, 妻; None for others."""
    return _relation(tidy(text))


@lru_cache(maxsize=4096)
def _relation(text: str) -> Relation | None:
    word = _SIGNS.sub("", text).lower()
    found = _WORDS.get(word)
    if found is not None or not word:
        return found
    other = _OTHER.fullmatch(text)
    if other is not None:
        return _relation(other[1])
    if _RENTS.fullmatch(word):
        return Relation.TENANT
    outside = _SIGNS.sub("", _ASIDE.sub("", text)).lower()
    if outside != word:
        return _relation(outside)
    bare = _FRAME.sub("", word)
    if bare in _WORDS:
        return _WORDS[bare]
    if _OF_SOMEBODY.fullmatch(bare):
        return Relation.FAMILY
    several = [_WORDS.get(one) for one in re.split(r"[/、和及+&-]|或", bare)]
    known = {one for one in several if one is not None}
    if len(known) == 1 and all(one is not None for one in several):
        return known.pop()
    numbered = re.fullmatch(r"([^\d一二三四]+)[\d一二三四]", bare)
    if numbered is not None:
        return _WORDS.get(numbered.group(1))
    # 现租户, 第二业主, 长租客, 原业主家属: what counts stands at the end.
    ended = _ENDED.fullmatch(bare)
    return _WORDS.get(ended.group(1)) if ended is not None else None
