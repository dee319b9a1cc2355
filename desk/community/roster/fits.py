"""How much the values of a column look like what a roster holds: rooms, names, telephones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from desk.sheets.book import Value
from desk.sheets.cells import plain

#: The commonest family names, those of two characters apart.
_FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季"
    "裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
    "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟"
)
_DOUBLE = "欧阳|上官|司马|诸葛|夏侯|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|南宫|端木|申屠"
_NAME = re.compile(
    rf"(?:(?:{_DOUBLE})|[{_FAMILIES}])[\u4e00-\u9fff·]{{1,2}}(?:先生|女士|小姐|老师)?(?![\u4e00-\u9fff])"
    rf"|[{_FAMILIES}](?:先生|女士|小姐|老师|阿姨|师傅|总)"
    r"|[\u4e00-\u9fff]{3,}(?:公司|集团|银行|商行|中心)"
)
#: No word for what somebody is, or for nobody, can stand in these.
_PLAIN_NAME = re.compile(
    rf"[{_FAMILIES}](?:(?![妻夫父母子女儿租户属主家人售空住房车位置老小先生姐师叔姨婆公爷奶爸妈弟"
    r"哥妹总经理某无未不室])"
    r"[\u4e00-\u9fff]){1,2}"
)
_LATIN_NAME = re.compile(
    r"[A-Z\u00c0-\u00de][\w'’.-]+(?:,? [A-Z\u00c0-\u00de][\w'’.-]*){1,3}(?: [\u4e00-\u9fff]{2,4})?"
    r"|[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{1,8})+"
)
_NOBODY = re.compile(r"空置|空关|空房?|未售|未交付?|无|[-—/]+|待售|n/?a", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4})(?!\d)"
)
_NO_PHONE = re.compile(r"无|空号|停机|不详|[-—/]+")
_NUMERAL = "[0-9一二三四五六七八九十]"
#: A door: 1502, 101室, 12B; 12F is a floor.
_DOOR = r"(?:[0-9]{2,4}[a-h]?|[0-9]{1,2}[a-eg-h])(?: ?[室号房])?"
_ROOM = re.compile(
    rf"[^\d]{{0,8}}?(?:{_NUMERAL}{{1,3}}|[a-z]) ?(?:[-#/]|号?[栋幢座]|#?号?楼)[ -]*"
    rf"(?:{_NUMERAL}{{1,2}} ?(?:[-/_]|单元|门)[ -]*)?"
    rf"{_DOOR}"
    rf"|{_NUMERAL}{{1,2}} ?(?:-|单元|门)[ -]*{_DOOR}"
    r"|[a-z]?-?[0-9]{3,4} ?[室号房]?|[a-z][0-9]?[ -][0-9]{2,4}(?:-[0-9]{2,4})?"
    r"|[0-9]{1,2}[a-eg-h] ?[室号房]?"
    r"|.{0,4}(?:别墅|商铺|店面|车位|车库) ?[a-z]?[0-9-]+号?|[0-9]+号?(?:别墅|商铺)"
    r"|s[0-9]{1,3}|b[1-3]-?[0-9]{1,4}"
)
_BUILDING = re.compile(
    rf"[^\d]{{0,6}}?(?:{_NUMERAL}{{1,3}}|[a-z])(?:栋|幢|座|号楼?|#楼?|楼)|[a-z][栋幢座]?"
)
#: Under a strange head an area, 南苑, may be a postman's; a phase is never anything else.
_PHASE = re.compile(r"第?(?:[一二三四五六七八九十]{1,2}|\d{1,2})期")
_UNIT = re.compile(rf"{_NUMERAL}{{1,2}}(?:单元|门|梯)")
_AREA = re.compile(r"\d{1,4}(?:\.\d+)? ?(?:㎡|m2|m²|平方米?|平米?|平)|\d{2,4}\.\d{1,2}")
_DAY = re.compile(
    r"(?:19|20)\d{2}(?:[-./年]\d{1,2}(?:[-./月](?:\d{1,2}日?)?)?)?(?: .*)?|(?:19|20)\d{6}"
)
_KIND = re.compile(r".*(?:住宅|商铺|商业|商用|店面|车位|车库|别墅|储藏|公寓|排屋|洋房)")
_RELATION = re.compile(
    r"(?:我是)?(?:业主|产权人|户主|房主|租户|租客|承租人|家属|家庭成员|业主家属|业主本人|配偶|亲属|本人|父母|子女|父|母|妻|夫|子|女|儿子|女儿|owner|tenant|family)"
)
_STATUS = re.compile(
    r"自住|出租|空置|空关|自营|自用|已入住|未入住|入住|装修中?|未装修|已售|未售|已交付|未交付"
)

#: Where a column that counts its rows begins at most; rooms are counted through from 101.
_FIRST_SERIAL = 20


def _share(values: Sequence[Value], pattern: re.Pattern[str], *, whole: bool = True) -> float:
    match = pattern.fullmatch if whole else pattern.search
    texts = [plain(value).lower() for value in values]
    return sum(match(text[:80]) is not None for text in texts) / len(texts)


def _numbers(values: Sequence[Value], low: int, high: int) -> float:
    """Return how many of the values are whole numbers within bounds."""
    good = 0
    for value in values:
        text = plain(value)
        good += text.isdecimal() and low <= int(text[:9]) <= high
    return good / len(values)


def phones(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of telephone numbers."""
    texts = [text for value in values if not _NO_PHONE.fullmatch(text := plain(value))]
    texts = texts or [plain(values[0])]
    return sum(_PHONE.search(text[:80]) is not None for text in texts) / len(texts)


def names(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of people's names."""
    texts = [plain(value) for value in values]
    texts = [re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", text[:80]) for text in texts]
    people = [text for text in texts if not _NOBODY.fullmatch(text)]
    if not people:
        return 0.3
    good = sum(bool(_NAME.match(one) or _LATIN_NAME.fullmatch(one)) for one in people)
    return good / len(people)


def is_plain_name(text: str) -> bool:
    """Tell whether a cell is surely one person's name and nothing else: most of a long roster."""
    return _PLAIN_NAME.fullmatch(text) is not None


def serials(values: Sequence[Value]) -> float:
    """Return how much a column looks like one that only counts its rows."""
    texts = [plain(value) for value in values]
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 9]
    if len(numbers) < 2 or len(numbers) < 0.8 * len(texts):
        return 0.3 if numbers and numbers[0] == 1 else 0.1
    steps = [after - before for before, after in pairwise(numbers)]
    counted = sum(step == 1 for step in steps) / len(steps)
    return counted if numbers[0] <= _FIRST_SERIAL else 0.5 * counted


def rooms(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of rooms."""
    found = max(_share(values, _ROOM), _numbers(values, 101, 6999))
    if len(values) > 4 and serials(values) > 0.95:
        return 0.3 * found  # counted through without a gap: a serial number
    return found


def phases(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of the phases of an estate."""
    return _share(values, _PHASE)


def buildings(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of buildings."""
    marked = _share(values, _BUILDING)
    bare = _numbers(values, 1, 60)
    if marked > 0.1:
        return min(1.0, marked + bare)
    return (0.6 if serials(values) < 0.95 or len(set(values)) < 2 else 0.12) * bare


def units(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of units."""
    marked, bare = _share(values, _UNIT), _numbers(values, 1, 12)
    return min(1.0, marked + bare) if marked > 0.1 else 0.55 * bare


def areas(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of areas; never sure, other numbers look alike."""
    whole = 0.7 * _numbers(values, 15, 400)
    exact = _share(values, _AREA)
    return 0.8 * (exact + whole if exact else whole)


def days(values: Sequence[Value]) -> float:
    """Return how much a column looks like one of days; never sure which days they are."""
    good = [
        isinstance(value, date | datetime) or bool(_DAY.fullmatch(plain(value))) for value in values
    ]
    return 0.8 * sum(good) / len(values)


def kinds(values: Sequence[Value]) -> float:
    """Return how much a column looks like one that says what sort of rooms they are."""
    return _share(values, _KIND)


def relations(values: Sequence[Value]) -> float:
    """Return how much a column looks like one that says what people are to a room."""
    return _share(values, _RELATION)


def statuses(values: Sequence[Value]) -> float:
    """Return how much a column looks like one that says whether a room is lived in."""
    return _share(values, _STATUS)
