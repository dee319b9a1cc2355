"""The words of which the heads of a roster are made: of people, of things, of places."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


def of(people: tuple[str, ...], things: tuple[str, ...]) -> tuple[str, ...]:
    """Return every one of some words before every one of others: 业主 and 电话 as 业主电话."""
    return tuple(person + thing for person in people for thing in things)


OWNERS = words(
    """
    业主 户主 屋主 业权人 置业人 所有人 产权所有者 业主方 产权人 房主 购房人 买受人 权利人
    所有权人 房东 产权所有人 房屋所有人 owner
    landlord
    """
)
TENANTS = words(
    """
    租户 租客 承租人 租赁人 承租方 租住人 租赁户 房客 租房人 租房者 租房户 承租户 承租者 租住户
    租住者
    租用人 租赁方 租赁者 现租户 tenant renter lessee
    """
)
FAMILIES = words(
    """
    家属 家庭成员 家人 同住人 同住人员 共同居住人 配偶 成员 家庭其他成员 同住家人 同住家属 同住成员
    同住者 同住亲属 一同居住人 共同居住人员 共同居住成员 共居人 家里人 家中成员 其他家庭成员
    其他成员
    其他家人 其他同住人 其他同住人员 其他同住家人 亲属 family
    familymembers spouse
    """
)
NAME_WORDS = words(
    """
    姓名 名称 名字 名 全名 全称 name 信息姓名
    """
)
#: Who has to do with a room without being one of its people, and papers that have numbers.
OUTSIDERS = words(
    """
    紧急联系人 紧急联络人 紧急 管家 楼管 楼长 楼组长 单元长 网格员 客服 房管员 经办人 经手人
    登记人 填表人
    录入人 走访人 委托人 代理人 中介 销售 销售顾问 置业顾问 担保人 介绍人 收费员 工程师 维修工
    创建人 更新人
    装修负责人 装修公司 装修 施工队 施工单位 施工负责人
    原业主 前业主 旧业主 原户主 原房主 原产权人 前产权人 原租户 前租户 原租客 前租客 原住户
    审核人 送达人 物业 物业公司 开发商 emergencycontact agent
    """
)
PAPERS = words(
    """
    合同 合约 协议 收据 发票 票据 凭证 档案 产权证 房产证 不动产证 不动产权证 缴费 银行 银行卡
    账户 帐户
    微信 qq 证件 身份证 护照 车辆 门禁 门禁卡 水表 电表 气表 燃气表 燃气 户口 户口本 社保 营业执照
    税务 业务
    """
)
#: One column for both; the cells say which is which.
BOTH_WORDS = words(
    """
    及电话 姓名及电话 及联系电话 及联系方式 姓名电话 姓名及联系方式 和电话 及手机
    姓名联系方式 姓名手机 姓名及手机号 姓名及手机号码 姓名及号码 姓名手机号 及手机号 及联系电话
    """
)
PHONE_WORDS = words(
    """
    电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 联系手机 号码 移动电话 固定电话
    固话 座机 宅电 联系号码 联络电话 通讯方式 联络方式 phone mobile tel telephone
    contact phonenumber
    """
)

#: What stands behind a word for a building, a unit or a room, and before one for a room.
_NUMBERED = words("号 名 名称 编号 别 数 号码 代码 信息 号数")
_PLACED = words("号 别 号码 编号 名 名称 代码 编码 地址 坐落 位置 信息 全称 详址 号信息 信息号")
_WHICH = words(
    "具体 所在 小区 入住 业主 住户 家庭 详细 居住 现 您的 您家 当前 目前 所属 物业 客户 租住"
)
_FIRST = words("常用 本人 第一 第二 第三 备用 其他 主要 家庭 住宅 办公 单位 住户 客户 主 现用 有效")

BUILDINGS = (
    *of(words("楼栋 楼号 栋 幢 楼 座 楼幢 楼座 楼宇 栋座 楼栋号 号楼"), ("", *_NUMBERED)),
    "号",
    *of(words("所在 所属 房屋 入住 住宅"), words("楼栋 楼号 栋 幢 楼 楼宇 栋号 幢号 楼座")),
)
UNITS = of(words("单元 门 门洞 梯 楼门 门栋 单元门"), ("", *_NUMBERED))
ROOMS = (
    *words("号 房门号 房门 几号楼几单元几室 几栋几室 楼号单元室号 楼号单元房号 楼栋单元房间"),
    *of(words("房 室 房间 房屋 户 门牌 房产 房室 户室 住房 单元房 门户 房源 房号"), ("", *_PLACED)),
    *of(
        _WHICH, words("房号 室号 门牌号 门牌 房间号 房间 地址 住址 房屋 位置 楼房号 房产 单元房号")
    ),
)
PHONES = of(_FIRST, PHONE_WORDS)
