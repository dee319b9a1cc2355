"""What stands in a cell for a name where nobody lives: 空置, 已售未入住, 开发商未售, 尚未交付."""

from __future__ import annotations

import re

#: The states of a room without people are put together of parts, in all their combinations.
_DONE = (
    "出售|售出|售卖|销售|售|卖出|卖|交付|交房|交楼|交接|交|收楼|收房|接房|领房|领取钥匙|领钥匙|领取|拿钥匙|入住|入伙|"
    "居住|进户|办理|办|装修|出租|租出|租|使用|登记入住|开业|营业|搬入|住"
)
_NOT_YET = (
    rf"(?:尚未|还未|还没有?|暂未|从未|一直未|未曾|未|没有?)(?:{_DONE}){{1,2}}(?:出去|出|过|人)?"
)
_TO_BE = (
    "[待拟可在](?:售|租|交|出租|出售|销售|交付|交房|领房|入住)|"
    "(?:出售|出租|招租|招商|装修|销售|转让)中?"
)
_WAS = (
    "已(?:出售|售出|售|卖出|卖|退房|退租|退|搬走|搬离|搬空|搬出|空置|空|交付|交房)|退房|退租|搬走|搬离|"
    "(?:长期|常年)?(?:锁门|关门|外出|不住)"
)
_EMPTY = (
    "空(?:置|关|房|户|铺|档|屋|闲|着|的|置房)?|闲置|毛坯|精装修?|简装|清水房?|尾[房盘]|库存|样板[房间]|抵[债账押]房?|工抵房|"
    "暂[无空缺]|(?:暂|现|目前)?[无没]人(?:居住|入住|租住|使用|住|应门|在家)?"
)
_USED = (
    "(?:物业|社区|居委会?|管理|公建|配套|办公|公共|服务)(?:管理|服务|配套)?用房|架空层?|设备[间房层]|"
    "(?:开发商|房产商|地产商|发展商|公司|房开)(?:自留|自持|持有|保留|留存|所有|自用|名下|留用|库存|尾盘)"
)
_WHO = (
    "(?:(?:原|现|前)?(?:业主|住户|租户|户主|客户|姓名)[:为是]?)?"
    "(?:(?:开发商|房产商|地产商|发展商|甲方|公司|目前|现在|现|暂时?|长期|常年|一直|房屋|该户|此房|本户)[:为是]?)*"
)
_STATE = f"(?:{_NOT_YET}|{_TO_BE}|{_WAS}|{_EMPTY}|{_USED})(?:房屋|房间|房|户|中|状态|了|间)?"
_BETWEEN = r"[,;/、\-—_+()\[\]。.]*(?:但|且|并|暂|的|还|尚|仍|目前)?"
_NOBODY = re.compile(
    rf"{_WHO}{_STATE}(?:{_BETWEEN}{_STATE}){{0,3}}[)\]。.!]*(?:\(.*\))?"
    rf"|{_WHO}(?:未知|不详|无)|无(?:业主|住户|租户|租客|家属|其他人|他人)|未办"
    r"|(?:就|只有|仅|只)?(?:我|本人|自己)?(?:一个人|一人|1人|自己|独自)(?:住|居住|在住)?|独居|没有?(?:其他人|别人|家人|家属|同住人?)"
    r"|跳过|未作答|未回答"
)
_SAME = re.compile(
    r"(?:业主|户主|房主|产权人|owner)?(?:本人|自己|自住|自用|自营|自家)(?:居住|使用|住)?"
    r"|[同即为是](?:业主|户主|房主|产权人|左|前|上|本人)(?:本人)?"
)
_LONGEST = 30


def is_vacancy(bare: str) -> bool:
    """Tell whether a text without blanks says that nobody is there, in whatever combination."""
    return len(bare) <= _LONGEST and _NOBODY.fullmatch(bare) is not None


def is_the_same(bare: str) -> bool:
    """Tell whether a second person's cell says that it is the first: 业主本人, 自住, 同业主."""
    return len(bare) <= _LONGEST and _SAME.fullmatch(bare) is not None
