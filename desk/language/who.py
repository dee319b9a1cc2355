"""Finds in a sentence the persons whoever goes there must know of: 我妈一个人在家, 家里有孕妇.

It says who is there, who is not, and who is calling. It never says how urgent a matter is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desk.language.normal import fold
from desk.language.when_forms import pieces

Span = tuple[int, int]


class Concern(StrEnum):
    """What a technician must know of the people of a household."""

    ELDER_ALONE = "elder_alone"
    CHILD_ALONE = "child_alone"
    ALONE = "alone"
    DISABLED = "disabled"
    ILL = "ill"
    PREGNANT = "pregnant"
    LYING_IN = "lying_in"
    BABY = "baby"
    ELDER = "elder"
    CHILD = "child"
    FOREIGN = "foreign"
    NIGHT_WORKER = "night_worker"
    NOBODY_HOME = "nobody_home"
    HELPER = "helper"
    TENANT = "tenant"
    RELATIVE = "relative"
    PET = "pet"
    BY_TENANT = "by_tenant"
    BY_OWNER = "by_owner"
    BY_RELATIVE = "by_relative"


#: Persons who may need more time, quiet or care than others.
VULNERABLE = frozenset(
    {
        Concern.ELDER_ALONE,
        Concern.CHILD_ALONE,
        Concern.ALONE,
        Concern.DISABLED,
        Concern.ILL,
        Concern.PREGNANT,
        Concern.LYING_IN,
        Concern.BABY,
        Concern.ELDER,
        Concern.CHILD,
    }
)


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever matters, in the order of ``Concern``: the most vulnerable first."""

    concerns: tuple[Concern, ...]


_WHOSE = r"(?:我们?家?(?:的|里|有个|有)?|家[里中](?:有个|有|就|只有)?|屋里(?:有)?|有个|有位)?"
_GRAND = (
    r"(?:爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|丈母娘|老丈人|老伴|老人家?|老太太|老太"
    r"|老爷子|老头子?|老两口|阿婆|阿公|大爷|大妈|老母亲|老父亲|老妈|老爸)"
)
_PARENT = r"(?:妈妈|妈|爸爸|爸|母亲|父亲|爸妈|父母|二老)"
_ELDER = rf"(?:{_WHOSE}(?:{_GRAND}|(?<=[我他她家的]){_PARENT}))"
_CHILD = r"(?:孩子们?|小孩子?|小朋友|娃娃|娃|儿子|女儿|闺女|小家伙|未成年人?)"
_SPOUSE = r"(?:老婆|老公|爱人|媳妇|太太|先生|丈夫|妻子|对象|家人|家属|亲戚|弟弟|妹妹|哥哥|姐姐)"
_AGE = (
    r"(?:(?:快|都|已经|今年)*(?:[六七八九]十[一二三四五六七八九多几来]{0,2}"
    r"|[6-9]\d多?(?!的))(?:岁|了|的)+"
    r"|(?:[六七八九]十[一二三四五六七八九多几来]{0,2}|[6-9]\d多?)岁)"
)
_ALONE = (
    r"(?:一个?(?:女?人|女的|女生|姑娘)(?:自己)?(?:在(?:家|屋|里|楼上|那)|住|呆|待|留|带|过|生活"
    r"|锁)|独自(?:一人|在家"
    r"|居住|住)?"
    r"|独居|单独在家|自己(?:一个人)?(?:在家|住|锁)|孤寡|没人照[顾看]|身边没人)"
)
_BODY = (
    r"(?:(?:坐|推)着?轮椅|轮椅(?!道|通|坡|上不|下不)|拄着?拐杖?|拄着?拐棍|拐杖|腿脚不(?:便|好"
    r"|太?利索|灵)|行动不便"
    r"|[腿脚腰](?:不好|断了?|摔了?|疼|崴了?|骨?折了?|伤了?)|膝盖\w{0,3}(?:不好|疼|手术)"
    r"|手脚不\w{1,2}|不识字|智力|脑瘫|唐氏|走不[动了]路?|走路(?:慢|不稳|不便)|下不[来了]床|卧床"
    r"|瘫痪?(?!了一地)|偏瘫|半身不遂"
    r"|半边身子不能动|残[疾障](?![车通坡卫厕证])|失明|盲人|眼神不好|视力不\w|看不清"
    r"|[上下爬]不[了动]楼梯?|眼睛(?:看不见|不好|瞎)|聋哑?人?|哑巴"
    r"|听不[见清到]|耳背|耳朵(?:不好|背|听不)"
    r"|听力不好|不会说话|\bwheelchair\b|\bdisabled\b|\bblind\b|\bdeaf\b)"
)
_SICK = (
    r"(?:中风|心脏(?:病|不好|搭过?桥|支架|手术|装|刚)|心梗|起搏器|搭过桥|血透|透析|化疗|癌症?"
    r"|肿瘤|(?:刚|才)?(?:做[完了过]?|动[完了过]?)手术"
    r"|骨折|高血压|糖尿病|哮喘|(?:老年)?痴呆|阿尔茨海默|失智|帕金森|吸氧|制氧机|氧气机|呼吸机"
    r"|胰岛素|发高?烧|生病|病人|病号|重病"
    r"|病重|瘫在|阳了|抑郁症?|自闭症?|癫痫|脑梗|过敏|术后|出院|住(?:着)?院|开[过了]?刀"
    r"|腰椎\w{0,3}(?:突出)?|打着石膏|石膏|夹板|动不了|起不来床|躺(?:在)?床上|血压(?:高|不稳)"
    r"|低血糖|风湿|慢阻肺|气喘|咳嗽|神经衰弱|精神(?:病|不好|分裂|障碍)|确诊|发作|养病|养伤|受伤"
    r"|坐骨|插着?管|雾化|晕倒过|身体不好|身体弱|\bill\b|\bsick\b|\bdialysis\b|\boxygen\b)"
)
_RULES: tuple[tuple[Concern, str], ...] = (
    (
        Concern.CHILD_ALONE,
        rf"{_WHOSE}(?:只有|就|俩|两个|个)*{_CHILD}.{{0,5}}?{_ALONE}|{_ALONE[:-1]}|只有"
        rf"|就)的?{_CHILD}(?=在家|一个)(?:在家)?"
        r"|\b(?:kid|child|children|son|daughter)s? (?:is |are )?(?:home )?alone",
    ),
    (
        Concern.ELDER_ALONE,
        rf"(?:{_ELDER}|{_AGE}的?(?:老人|老太太|老头|爷爷|奶奶|人)?)(?:[,]?(?:{_AGE}|{_BODY}"
        rf"|[今年都还,了])){{0,3}}.{{0,3}}?{_ALONE}"
        rf"|(?:独居|孤寡)的?\w{{0,2}}?(?:{_GRAND})|{_ALONE}的?{_GRAND}"
        r"|\b(?:mother|mom|mum|father|dad|grandma|grandpa|grandmother"
        r"|grandfather)\b.{0,16}\balone\b",
    ),
    (
        Concern.DISABLED,
        rf"(?:{_ELDER}|{_WHOSE}{_SPOUSE}|{_WHOSE}{_CHILD}|家[里中]有(?:个|位)?"
        rf"|我)?[,是的也刚有个位]{{0,3}}{_BODY}(?:的?(?:人|老人))?",
    ),
    (
        Concern.ILL,
        rf"(?:{_ELDER}|{_WHOSE}{_SPOUSE}|{_WHOSE}{_CHILD}|家[里中](?:有个?|人)?"
        rf"|我)?[,是的也刚有个位在]{{0,3}}{_SICK}的?人?",
    ),
    (
        Concern.PREGNANT,
        rf"(?:家[里中]?有(?:个)?|{_WHOSE}{_SPOUSE}|我)?[是,刚]{{0,2}}(?:孕妇|怀[了着]?孕"
        rf"|怀着(?:孩子|宝宝|二胎|\w个月)|有身孕|孕[期晚早中]|大着肚子|待产)|\bpregnant\b",
    ),
    (
        Concern.LYING_IN,
        rf"(?:{_WHOSE}{_SPOUSE}|家[里中]有|我)?[在还正是,]{{0,2}}(?:坐月子|月子里?(?!中心)"
        rf"|刚生完?(?:孩子|宝宝|娃|产|小孩)?|产妇|产后|剖[腹宫]产|顺产|哺乳期)",
    ),
    (
        Concern.BABY,
        r"(?:家[里中]?有(?:个)?|带着?)?(?:刚出生的?|刚满月的?|未满月的?|新生儿|(?:\d{1,2}"
        r"|[一二两三四五六七八九十几半]{1,3})个(?:多)?月(?:大)?的?)"
        r"(?:宝宝|婴儿|孩子|小孩|娃娃?|毛毛)?(?<![月])|(?:家[里中]|屋里|我家|带着?)(?:还)?(?:有"
        r"|是)?(?:个)?(?:小)?(?:婴儿|宝宝|奶娃|小毛头)(?![车椅床])"
        r"|(?:娃|宝宝?|孩子|小孩|女儿|儿子)(?:在|刚|正|正在|才|要|还在)*(?:睡(?:觉|着|午觉)?)"
        r"|(?:宝宝?|孩子|小孩|娃)(?:才|刚|还|只有)*(?:满月|百天|没满月|(?:\d{1,2}"
        r"|[一二两三四五六七八九十几]{1,2})个(?:多)?月)|二[宝胎]|双胞胎|(?:婴儿|宝宝)(?:在[家睡]"
        r"|正在睡|刚睡|要睡|睡)|\b(?:baby|newborn"
        r"|infant)\b",
    ),
    (
        Concern.ELDER,
        rf"{_ELDER}.{{0,2}}?{_AGE}|(?:家[里中]?|屋里)(?:都|只|就)?(?:有|是|只有|就)(?:个|位"
        rf"|两个)?(?:{_AGE}的?)?{_GRAND}|{_AGE}的?{_GRAND}"
        rf"|(?:{_GRAND})(?:腿脚|身体|一摔|年纪大|岁数大|上了年纪)(?:不好|了)?"
        rf"|{_ELDER}.{{0,6}}?(?:摔过|摔了|住院|走丢|糊涂|记性|糊里糊涂|身体|腿|腰|跌倒?过)"
        rf"|{_AGE}(?:的人)?(?:了)?|我家老人|(?:家[里中])老人|(?:我|人|他|她)?(?:年纪|岁数"
        rf"|上了年纪)(?:都)?(?:大|不小|高)?了|\belderly\b",
    ),
    (
        Concern.CHILD,
        rf"(?:家[里中]?|屋里)(?:都|只|就|还)?(?:有|是|只有|就)(?:个|两个)?(?:小)?{_CHILD}"
        rf"|{_CHILD}(?:在家|在屋里|被锁|反锁|被困|锁在|关在)|{_CHILD}.{{0,3}}(?:高考|中考|考试"
        rf"|备考|写作业|上网课|复习|高三|初三)|(?:高三|初三|高考|中考|备考)(?:生|的?{_CHILD})?",
    ),
    (
        Concern.ALONE,
        rf"(?:家[里中])?(?:只有|就|只剩|就剩)(?:我|她|他|我妈|我爸)(?:一个|自己|一个人)?(?:女的"
        rf"|女生|人)?(?:在家|在)"
        rf"|单身女\w?|(?:我|女生|女的|姑娘|她|他|租客)?(?:是|就|只有)?(?:我)?{_ALONE}"
        r"|\bi live alone\b",
    ),
    (
        Concern.FOREIGN,
        r"听不懂(?:普通话|中文|国语)|只会(?:说|讲)(?:方言|\w{1,3}话|英文|英语)"
        r"|老外|外国人|外籍|\bforeigner\b|don'?t speak (?:chinese|mandarin)|no chinese",
    ),
    (
        Concern.NIGHT_WORKER,
        r"我?(?:们)?(?:是|都)?(?:上|值|刚下|下了?)?(?:大)?夜班|倒班|白天(?:要)?(?:补觉|睡觉)",
    ),
    (
        Concern.NOBODY_HOME,
        r"(?:家[里中]|屋里|我们?家?)(?:现在|白天|平时|都|也|暂时|一般|目前|可能)*(?:没有?人"
        r"|没人)(?:在家?)?(?![管理修接应])|没有?人在家|(?:我们?|全家|人|家里人)?都?不在家"
        r"|房子(?:一直|现在)?(?:空着|没人住|没住人)|空房子?(?=[,没])|\bnobody(?: is"
        r"|'s)? (?:at )?home\b|\bno one (?:is )?(?:at )?home\b|\bnot (?:at )?home\b",
    ),
    (
        Concern.HELPER,
        rf"{_WHOSE}(?<!保洁)(?:保姆|阿姨|护工|钟点工|月嫂|育儿嫂|家政)(?:一直|都|会|整天"
        rf"|全天)?(?:在家?|开门|等着)|\bnanny\b",
    ),
    (Concern.TENANT, r"(?:租客|租户|房客|租房的)(?:一直|都|会|白天)?(?:在家?|住着|开门|住在)"),
    (
        Concern.RELATIVE,
        rf"(?:我|他|她)(?:们)?家?(?:{_SPOUSE}|{_PARENT}|{_GRAND}|{_CHILD})(?:一直|都|会|白天|整天"
        rf"|全天)?(?:在家|在的|开门|等着)|\bmy (?:wife|husband|mother|father|son"
        rf"|daughter) is (?:at )?home\b",
    ),
    (
        Concern.PET,
        r"(?:我|家[里中]|我们?家|屋里|俺家)(?:里|的)?(?:也|还)?(?:有|养)了?(?:一|两)?(?:个|条"
        r"|只)?\w{0,3}(?:狗|犬|猫|金毛|泰迪|拉布拉多|哈士奇|柯基|宠物)(?![叫粮屎毛])"
        r"|(?<![养有没上])有(?:一)?(?:条|只)?(?:大|小)?狗(?=[,。!]|$|怕|会咬|要)|导盲犬|(?:狗"
        r"|猫)(?:在家|关[好起])|\bwe have a (?:dog|cat)\b|\bdog (?:at|in) (?:home|the house)\b",
    ),
    (
        Concern.BY_RELATIVE,
        rf"我(?:就)?是(?:业主|房东|户主|他|她|房主|\w{{1,3}})(?:家)?的?(?:{_CHILD}|{_SPOUSE}"
        rf"|{_PARENT}|{_GRAND}|亲戚|家属|朋友)"
        rf"|[帮替](?:我|他|她)?(?:{_PARENT}|{_GRAND}|{_SPOUSE})(?:报修?|打电话|问|报)|我是(?:家属"
        rf"|家人|保姆|护工)",
    ),
    (
        Concern.BY_TENANT,
        r"我(?:们)?(?:就)?(?:是|只是)(?:这里的|这户的|这家的|个|一个|新来的|新)*(?:租户|租客"
        r"|租房的|房客|租的|租户来的)|(?:房子|这房)(?:是)?(?:我)?租的|\bi(?:'m| am) (?:a"
        r"|the) tenant\b",
    ),
    (
        Concern.BY_OWNER,
        r"我(?:就)?是(?:\d[\d\-]*的?)?(?:业主|房东|户主|房主)(?!的|家|\w?[儿女老爱妈爸])"
        r"|\bi(?:'m| am) the owner\b",
    ),
)
#: Of somebody else: a complaint about the dog above is not a dog of this household.
_OTHERS = re.compile(r"(?:楼上|楼下|隔壁|邻居|对门|对面|别人|有人|小区里)[^,。!?;]{0,6}$")
_OWN_ONLY = frozenset({Concern.PET, Concern.CHILD, Concern.BABY})
_MORE = {
    Concern.DISABLED: {Concern.ELDER},
    Concern.ILL: {Concern.ELDER},
    Concern.ELDER_ALONE: {Concern.ELDER, Concern.ALONE, Concern.RELATIVE},
    Concern.CHILD_ALONE: {Concern.CHILD, Concern.ALONE, Concern.RELATIVE, Concern.BABY},
    Concern.BABY: {Concern.CHILD},
}
_NEAR = 3


@cache
def _patterns() -> tuple[tuple[Concern, re.Pattern[str]], ...]:
    """Return the patterns; compiled when the first text is read, not on start-up."""
    return tuple((concern, re.compile(pattern)) for concern, pattern in _RULES)


def find_who(text: str) -> tuple[Who, tuple[Span, ...]] | None:
    """Return whom the text names and the half-open spans it rests on; None where nobody."""
    folded = fold(text)
    plain = folded.text
    found: dict[Concern, Span] = {}
    for concern, pattern in _patterns():
        for match in pattern.finditer(plain):
            if _counts(concern, match, plain):
                found[concern] = match.span()
                break
    for concern, less in _MORE.items():
        if concern in found:
            start, end = found[concern]
            found = {
                one: span
                for one, span in found.items()
                if one not in less or span[1] <= start or end <= span[0]
            }
    if not found:
        return None
    spans = _joined([folded.span(*span) for span in found.values()])
    return Who(tuple(one for one in Concern if one in found)), spans


def _counts(concern: Concern, match: re.Match[str], plain: str) -> bool:
    """Tell whether it is said of this household, and not only of an hour of the day."""
    before = plain[: match.start()]
    if re.search(r"(?:没有|不是|并非|没)$", before):
        return False
    if concern in _OWN_ONLY and _OTHERS.search(before):
        return False
    if concern is Concern.NOBODY_HOME:
        return not any(0 <= match.start() - one.end <= _NEAR for one in pieces(plain))
    return True


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
