"""Whether a job was done, and what it waits for, from what somebody wrote about it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple


class Outcome(NamedTuple):
    """What a cell says: done or not (None where it does not say), and why it waits."""

    done: bool | None
    hold: str = ""


SAYS_NOTHING: Final = Outcome(None)
_DONE: Final = Outcome(True)
_OPEN: Final = Outcome(False)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What stands alone in a cell, folded. A cell that is one of these says nothing more.
_YES: Final = _words(
    "好 行 好的 √ ✓ ✔ ☑ ✅ v 是 y yes true t ok okay o.k. 1 ○ 〇 对 勾 对勾 打勾 打钩 画勾 √√"
    " done finished"
    " fixed complete "
    "completed resolved closed solved repaired cancelled canceled merged 已回访 待回访 "
    "回访满意 业主满意 结束 重复 完 结 已结 归档 已归档 存档 已存档 销 已销 了结 已了结 办妥 已妥"
)
_NO: Final = _words(
    "× ✕ ✖ ✗ ✘ ╳ ❌ ☒ ☐ □ x 叉 否 n no false f 0 没 没有 未 open pending todo new received"
    " dispatched "
    "accepted arrived assigned unresolved unfinished incomplete outstanding waiting "
    "inprogress wip onhold notdone notyet returnvisit 打开 开启 新建 新增 已创建 已提交 在办"
    " 已到场 挂起 暂停"
)
_NOTHING: Final = _words("- -- — —— / \\ 无 n/a na none null nil ? ? . 。")
#: A mark or a bare word: nothing that is worth reading again as a result.
_BARE: Final = _words(
    "√ ✓ ✔ ☑ ✅ v 是 y yes true t ok 1 ○ 〇 × ✕ ✖ ✗ ✘ ╳ ❌ ☒ ☐ □ x 否 n no false f 0"
)

#: Where one thing said ends and the next begins.
_CLAUSES: Final = re.compile(r"[,;。、!\n\s]+|(?<=[一-鿿])\.(?=[一-鿿])")

#: Said behind what was done: it is only looked at for a while, or asked about.
_WATCHED: Final = re.compile(r"观察|待回访|跟踪")
#: A slip left at the door of who was away.
_LEFT_WORD: Final = re.compile(
    r"已?(?:张?贴|留)了?(?:通知|告知|便|纸|字|温馨)?(?:条|单|言|便签|提示)"
)
#: How far it has got.
_SHARE: Final = re.compile(r"(?:完成)?(\d{1,3})%")
#: Said of what has nothing to do with being done: money, looks, what was asked afterwards.
_ASIDE: Final = re.compile(
    r"回访|业主确认|保修期|收.{0,6}费|费用?已|未收|没收|不收|免费|\d元|满意|签字|签名|签收|拍照|未拍|已付|材料费|工时费"
    r"|自备|生料带|^材料"
)
#: Why nothing goes on, strongest first: what is missing, who is away, whose it is,
#: money, weather.
_WAITS: Final = re.compile(
    r"待料|未到货|没到货|待购|定制中|缺料|缺货|无货|没货|断货|停产|没有?[配备]件|无[配备]件|[缺少](?:[配备零]?件|板)|[无没缺]有?库存|送修(?!完)|返厂|送厂|需.{0,4}配件|[等待].{0,6}(?:料|货|配件|零件|材料|主板|采购|发货)"
    r"|(?:配件|材料|零件|货).{0,4}(?:未到|没到|不齐|在途|已订|订购|采购中)|已?下单|订货|已订购|采购中|待?采购|申购|请购|申请(?:材料|配件|采购)|询价"
    r"|下周到|[到来]货后|主板坏|型号不[对符合匹]|停机"
    r"|不开门|空号|没人开|不让进|[缺少]人手|人手不|没空|请假|夜间不便|不便入户|不方便|上班(?:不在|没)"
    r"|不在家|没在家|家[里中]?没人|家[里中]?无人|没人|无人(?:应|在|开|接|$)|关机|(?:业主|住户|租[户客]|客户|房东|人)(?:外出|出差|不在|上班|出国|在外|外地)|^(?:出差|外出|在外地|出国)|[等待]?(?:业主|住户|租户|客户|房东)(?:通知|回来|回家|在家)|联系不[上到]|约不上|打不通|没打通|不接|[没未]接|无法(?:入户|联系|进)"
    r"|进不[了去]门|钥匙"
    r"|开发商|总包|甲方(?!已)|施工方|施工单位|施工队|保修|厂家|厂商|售后|第三方|外委|转(?:工程部?|维保|供电|自来水|燃气|电信|移动|联通|社区|城管)"
    r"|[待等通知联系报转].{0,4}(?:维保|电梯公司|供电|自来水|燃气公司|热力)"
    r"|维修[资基]金|专项维修|报批|待批|审批|待审|业委会|表决|公示|嫌贵|报价|没同意|不同意|未同意|谈[妥拢好不]|未谈|没谈|不肯|不愿|不想|嫌|[等待](?:领导|经理|上级|公司|总部)|[缺没无少]材料|[等待].{0,6}(?:付款|付钱|付费|缴费|费用|报价)|收费太?[高贵]|太贵|大修基金|考虑|再说|不修"
    r"|下.{0,2}雨|雨[天停]|停雨|下雪|雪[天停]|天晴|等晴|天气|大风|台风|冰冻|气温"
    r"|不配合|拒绝|楼上不|楼下不|邻居不"
    r"|waiting|awaiting|no.?parts|backorder|notathome|not.?home|no.?answer|noone"
    r"|contractor|warranty|developer|weather|rain|on.?order|ordered"
)
#: What waits even where money or the owner's word is spoken of.
_WAITS_FIRST: Final = re.compile(
    r"^[待等].{0,6}(?:费|款|钱)|^(?:业主|住户)?嫌|转(?:总包|开发商|施工|厂)"
)
#: An appointment that is still to come.
_LATER: Final = re.compile(
    r"^(?:已|再|另|改|预|重新|业主|住户)*约(?!谈|束|\d+[元块分米个])|^[和与跟同](?:业主|住户|租户|客户|租客|对方|他|她).{0,3}约|约(?:了|好|定|在|到)?(?:\d|明|后|下|周|上午|下午|晚)|(?:\d[日号]|[明后]天|下周.?|下午|上午|晚上).{0,4}(?:上门|[来去]修|再[来去修])|改约|改天|(?<!整)改到|改期|另约|择日|择期|延期|推迟|顺延|暂缓|暂停|"
    r"要求.{0,6}(?:上门|来|修)|周[末一二三四五六日天].{0,4}(?:上门|来|修|处理)|"
    r"^(?:周|星期|礼拜)[一二三四五六日天]|^(?:明天|后天|明日|下周|下午|晚上|周末)"
)
#: Why something that is known to be open waits, in words that alone do not say so.
_MAY_WAIT: Final = re.compile(
    r"约|[明后]天|下周|改[天日期]|等|领导|[审报]批|雨|天气|厂|电梯公司|维保|自来水|供电|施工|质保|保修"
    r"|主板|型号|配件|缺|料|货|不开门|没空|太忙|请假|人手|太贵|钱|谈|同意|楼[上下]|邻居|对门|不[肯愿让在]|出差|上门"
)
_TOLD: Final = re.compile(
    r"^(?:已|请)?(?:通知|告知|拍照|登记|转告|电话)|优先|加急|尽快|催|自[备购]"
)
#: Not done, or gone no further than somebody else's desk.
_UNDONE: Final = re.compile(
    r"正在|^在[修办换装弄]|^返修$|^搁置|^没销|预计|争取|未(?:完|修|处理|办|解决|结|好|做|换|到场|上门|恢复|动|开始|维修|安装|派|受理|接|关闭|彻底|整改|闭环|回复|答复|落实|反馈|销|归档|交付|成|妥)|没(?:有?完|有?修|有?[去来动]|处理|弄|解决|换|做|好)"
    r"|(?:处理|维修|跟进|施工|进行|办理|协调|检修|整改|派工|派单|沟通|等待|受理|调查|观察|跟踪)中|中$"
    r"|^[待需等]|待(?:处理|修|办|派|定|跟进|解决|安排|安装|核实|确认|查|换|施工|维修|检|复|观察)|尚|仍|又坏|还(?:是|在|会|有点?)?[漏坏不响堵滴渗]|半修|修一半|修了一半"
    r"|继续|修不[了好]|无法|不能|做不了|换不了|没法|不了$|失败|^不行|后再|后才能"
    r"|已?派[工单]|已?派(?:给|师傅|人)|已受理|已接单|已登记|已记录|已上报|已报|移交|交接|已安排|安排(?:人|师傅|工程|维修)|已转|^转|已通知|已反馈"
    r"|通知(?:维保|工程|电工|水工|师傅|秩序|保洁|厂)|已联系|联系(?:师傅|维保|电工)|挂起|返工|部分(?:完成|修好)|临时"
    r"|inprogress|ongoing|pending|notyet|notdone|unfinished|scheduled|followup|unresolved"
)
#: Plainly done.
_FINISHED: Final = re.compile(
    r"完成|完毕|完工|到位|办结|完结|结单|结案|办理完|销单|销号|关单|闭环|结束|已?关闭|竣工|好了|(?<!没)[搞弄]好|表示理解|修好|修复|恢复|已解决|解决了|搞定|ok|√|✓"
    r"|正常|无异常|未发现|未见异常|没有?异常|无问题|没问题|无故障|可以用|能用了|不[漏响堵跳滴渗抖]了|来[水电]了|有[水电]了|致歉|道歉|谅解|认可|已[换修清装拆补通调紧焊刷贴疏加喷协处更疏维除消灭铲打劝办]|[换修清装补通]了"
    r"|自行(?:解决|恢复|修)|自己(?:修|换|解决)|取消|作废|撤销|撤单|已?合并|重复报|误报|无需|不需要?修|不用修|已放出|到场修复"
    r"|fixed|repaired|replaced|resolved|completed|finished|done|closed|solved|cancel"
)
#: Something was done about it, though nobody wrote that it is over.
_ACTED: Final = re.compile(
    r"[换修清通打补装拆调紧焊刷贴疏喷劝查看缴退删移]|复位|检查|协调|解释|沟通|告知|回复|答复|说明|道歉|消杀|处理|上门|到场|检测|教会|指导"
    r"|已|replace|repair|fix|clean|check|adjust|explain"
)


def folded(text: str) -> str:
    """Return a text as it is compared: half width, lower case, without a variation mark."""
    return unicodedata.normalize("NFKC", text).replace("️", "").strip().lower()


def is_bare(text: str) -> bool:
    """Tell whether a cell is a tick, a cross or another mark that says done or not and no more."""
    return folded(text).strip(" .。!;") in _BARE


def means_nothing(text: str) -> bool:
    """Tell whether a cell is filled in to say that there is nothing: a dash, 无."""
    return folded(text) in _NOTHING


@lru_cache(maxsize=4096)
def outcome(text: str) -> Outcome:
    """Return what a cell about the outcome says; what was said last about it counts."""
    whole = folded(text)
    if not whole or whole in _NOTHING:
        return SAYS_NOTHING
    alone = re.sub(r"[\s.。!;_-]", "", whole)
    if alone in _YES:
        return _DONE
    if alone in _NO:
        return _OPEN
    if decided := _decided(whole, text):
        return decided
    clauses = _CLAUSES.split(whole)
    acted = any(_ACTED.search(one) and not _ASIDE.search(one) for one in clauses)
    return _DONE if acted else SAYS_NOTHING


@lru_cache(maxsize=4096)
def noted(text: str) -> Outcome:
    """Return what a remark says about the outcome; what was done meanwhile decides nothing."""
    return _decided(folded(text), text) or SAYS_NOTHING


@lru_cache(maxsize=4096)
def may_wait(text: str) -> bool:
    """Tell whether a remark on what is known to be open may be why it waits."""
    return any(
        _MAY_WAIT.search(clause) and not _ASIDE.search(clause) and not _TOLD.search(clause)
        for clause in _CLAUSES.split(folded(text))
    )


def _decided(whole: str, text: str) -> Outcome | None:
    """Return what the last clause that decides anything says."""
    if whole.isascii():
        return _of_clause(re.sub(r"[\s._-]", "", whole), text)
    decided: Outcome | None = None
    for clause in _CLAUSES.split(whole):
        if clause and not (decided == _DONE and _WATCHED.search(clause)):
            said = _of_clause(clause, text)
            if said is not None and not (said == _OPEN and decided and decided.hold):
                decided = said
    return decided


def _of_clause(clause: str, whole: str) -> Outcome | None:
    """Return what one clause decides, None where it says nothing that decides."""
    clause = _LEFT_WORD.sub("", clause.replace("待回访", "") or clause)
    if share := _SHARE.fullmatch(clause):
        return _DONE if int(share.group(1)) >= 100 else _OPEN
    finished = _FINISHED.search(clause)
    undone = _UNDONE.search(clause)
    if clause in _YES:
        return _DONE
    if clause in _NO:
        return _OPEN
    if finished and not undone and not _still_to_come(clause):
        return _DONE
    if _ASIDE.search(clause) and not _WAITS_FIRST.search(clause):
        return None
    if _WAITS.search(clause) or _LATER.search(clause):
        return Outcome(False, whole.strip())
    if undone:
        return _OPEN
    return None


def _still_to_come(clause: str) -> bool:
    """Tell whether 完成, 修好 and the like are only promised or wanted: 预计3天完成, 修好前."""
    return bool(
        re.search(
            r"预计|计划|后(?:再|可|才|修|装|换|处理)|前$|才能|争取|[等待](?!.*已)|不|没|未|再(?:换|修|处理|装)|not|until|tobe|willbe"
            r"|(?:下周|明天|后天|周[一二三四五六日天]).{0,4}(?:完|修|换|装|处理)",
            re.sub(
                r"未发现|未见|不需|不用|没有?问题|没有?异常|不漏|不响|不再|不会|不堵|不跳|无异常",
                "",
                clause,
            ),
        )
    )
