"""What a column of a roster may be, and what people write over it."""

from __future__ import annotations

from desk.codes import Relation
from desk.community.roster import fits
from desk.community.roster import head_words as w
from desk.sheets.columns import Field

PHASE, BUILDING, UNIT, FLOOR, ROOM = "phase", "building", "unit", "floor", "room"
SHOP, PARKING, KIND, AREA, MOVED_IN, NOTE = "shop", "parking", "kind", "area", "moved_in", "note"
NAME, OWNER, TENANT, FAMILY = "name", "owner", "tenant", "family"
PHONE, OWNER_PHONE, TENANT_PHONE = "phone", "owner_phone", "tenant_phone"
FAMILY_PHONE, RELATION, STATUS = "family_phone", "relation", "status"
#: Of whoever is named in the row, where ``NOTE`` is of the room.
PERSON_NOTE = "person_note"
#: Known, so that they are taken for nothing else, but of no use to us.
SERIAL, TOTAL, UNUSED = "serial", "total", "unused"

#: What a name column and a telephone column say their people are.
NAMES: dict[str, Relation | None] = {
    NAME: None,
    OWNER: Relation.OWNER,
    TENANT: Relation.TENANT,
    FAMILY: Relation.FAMILY,
}
PHONES: dict[str, Relation | None] = {
    PHONE: None,
    OWNER_PHONE: Relation.OWNER,
    TENANT_PHONE: Relation.TENANT,
    FAMILY_PHONE: Relation.FAMILY,
}

FIELDS: tuple[Field, ...] = (
    Field(
        PHASE,
        w.words(
            """
            期 期数 期别 分期 项目分期 区域 分区 片区 组团 苑 区 phase zone
            """
        ),
        fits.phases,
    ),
    Field(
        BUILDING,
        (
            *w.BUILDINGS,
            *w.words(
                """
            楼栋单元 楼号单元 楼栋/单元 幢单元 栋单元 楼栋号单元 楼座单元
            楼栋 楼号 幢号 栋号 楼幢 幢 栋 座 楼 楼栋号 座号 楼座 号楼 几栋 几号楼 栋数 楼宇
            座数 栋座号 幢数 楼宇名称 楼栋名称 楼幢号 所在楼栋 栋座 楼牌号 building block tower
            bldg buildingno
            blockno
            """
            ),
        ),
        fits.buildings,
    ),
    Field(
        UNIT,
        (
            *w.UNITS,
            *w.words(
                """
            梯号 门号 楼门 楼门号 门栋 梯位 单元 单元号 门 门洞 梯 单元名称 几单元 所在单元
            单元编号 unit entrance stair
            staircase unitno
            """
            ),
        ),
        fits.units,
    ),
    Field(
        FLOOR,
        w.words(
            """
            楼层 层 所在楼层 层数 层号 所在层 floor level floorno
            """
        ),
    ),
    Field(
        ROOM,
        (
            *w.ROOMS,
            *w.words(
                """
            房号 室号 房间号 门牌 门牌号 房屋编号 单元房号 房间 室 户号 房屋号 房产编号 房屋
            住址 地址 房屋地址 详细地址 房屋坐落 坐落 门号 户室 户室号 房室号 楼栋房号 栋号房号
            楼房号 家庭住址 住房 门牌号码 楼号房号 楼栋单元房号 楼栋单元室号 栋单元室 幢单元室
            单位 单元房 单元户 现居住地址 现住址 编号 房产 房源 房屋信息 房屋名称 资源名称
            几栋几单元几室 几幢几单元几室 几室
            房间编号 房间名称 物业地址 房产地址 居住地址 楼门牌 楼室 户 room roomno apartment
            apt flat flatno aptno door doorno house houseno address unitnumber roomnumber
            property suite
            """
            ),
        ),
        fits.rooms,
    ),
    Field(
        SHOP,
        w.words(
            """
            商铺号 商铺 店铺号 铺号 铺位号 商铺编号 店面号 铺位 门面号 shop shopno
            """
        ),
    ),
    Field(
        PARKING,
        w.words(
            """
            车位号 车位 车位编号 车库号 泊位号 停车位 车位信息 车库 产权车位 parking parkingno
            parkingspace garage carport
            """
        ),
    ),
    Field(
        KIND,
        w.words(
            """
            类型 房屋类型 房屋用途 用途 物业类型 房产类型 房屋性质 产权性质 房产性质 资源类型
            业态类型 性质 物业类别 房屋类别 kind type usage roomkind
            """
        ),
        fits.kinds,
    ),
    Field(
        AREA,
        w.words(
            """
            面积 建筑面积 建面 产权面积 房屋面积 产证面积 计费面积 收费面积 房屋建筑面积
            住房面积 面积平方 面积平方米 建筑面积平方米 平米 平方 平方米 area sqm m2 size
            floorarea grossarea
            """
        ),
        fits.areas,
    ),
    Field(
        NAME,
        w.words(
            """
            姓名及电话 姓名电话 姓名及联系方式 住户及电话 联系人及电话 姓名及手机
            户名 缴费人 交费人 收件人 居住人员 住户名 客户名 居民
            经营户 承租经营户 商户 商户姓名 商户名称 业户 业户姓名 业户名称 现住人 现住户
            现居住人 居住者 使用者 经营者 经营人 店主 车主
            车主姓名
            姓名 住户 住户姓名 客户名称 客户姓名 客户 您的姓名 居民姓名 名字 联系人 业主/租户
            住户名称 使用人 居住人 人员姓名 人员 业主住户 名称 居民 您的称呼 称呼 业主/住户
            登记姓名 业主租户 入住人 入住人姓名 name resident fullname occupant residentname
            contactname customer
            """
        ),
        fits.names,
        repeats=True,
    ),
    Field(
        PHONE,
        (
            *w.PHONE_WORDS,
            *w.PHONES,
            *w.words(
                """
            家庭电话 家庭固话 家庭座机 家庭联系电话 住宅电话 办公电话 单位电话
            联系人电话 您的手机号 您的电话 您的联系方式 住户电话 客户电话 微信/电话 电话1 其他电话
            备用电话 第二电话 landline cell cellphone homephone
            """
            ),
        ),
        fits.phones,
        repeats=True,
    ),
    Field(
        OWNER,
        (
            *w.OWNERS,
            *w.of(w.OWNERS, w.NAME_WORDS),
            *w.of(w.OWNERS, w.BOTH_WORDS),
            *w.words(
                """
            共有人 共有产权人 共有人姓名 第二业主 产权共有人 业主一 业主二 coowner 共同业主
            另一业主 联名业主
            """
            ),
        ),
        fits.names,
        repeats=True,
    ),
    Field(
        TENANT,
        (*w.TENANTS, *w.of(w.TENANTS, (*w.NAME_WORDS, *w.BOTH_WORDS))),
        fits.names,
        repeats=True,
        secondary=True,
    ),
    Field(
        FAMILY,
        (*w.FAMILIES, *w.of(w.FAMILIES, (*w.NAME_WORDS, *w.BOTH_WORDS))),
        fits.names,
        repeats=True,
        secondary=True,
    ),
    Field(
        OWNER_PHONE,
        w.of(w.OWNERS, w.PHONE_WORDS),
        fits.phones,
        repeats=True,
    ),
    Field(
        TENANT_PHONE,
        w.of(w.TENANTS, w.PHONE_WORDS),
        fits.phones,
        repeats=True,
        secondary=True,
    ),
    Field(
        FAMILY_PHONE,
        w.of(w.FAMILIES, w.PHONE_WORDS),
        fits.phones,
        repeats=True,
        secondary=True,
    ),
    Field(
        RELATION,
        w.words(
            """
            业主/租户 租户/业主 业主租户 业主/住户 业主/租客 业主或租户
            类型 性质
            您是 是业主还是租户 业主还是租户 是业主还是租客 业主还是租客 是 您与业主关系
            客户类型 身份 与业主关系 关系 与户主关系 人员类型 住户类型 住户身份 您的身份
            角色 人员身份 客户性质 居住身份 类别 住户性质 业主类型 relation role relationship
            residenttype
            """
        ),
        fits.relations,
    ),
    Field(
        STATUS,
        w.words(
            """
            状态 入住状态 房屋状态 居住状态 使用状态 居住情况 入住情况 房屋现状 使用情况
            使用性质 自住/出租 居住性质 出租情况 status occupancy
            """
        ),
        fits.statuses,
    ),
    Field(
        MOVED_IN,
        w.words(
            """
            住进来的时间 住进时间 住进来时间 哪年入住 哪一年入住 哪年搬来 哪年搬进来
            哪一年搬进来 什么时候搬来
            哪一年搬进来的 哪年搬来的 什么时候入住 什么时候搬进来的 搬来时间 搬入时间 搬进时间
            领钥匙日期 领钥匙时间 拿钥匙时间 钥匙领取日期 领房时间 接收日期
            收楼时间 交楼日期 交楼时间 领房日期 拿房时间
            入住日期 入住时间 交房日期 何时入住 交房时间 收房日期 收房时间 入住 入伙日期
            入伙时间 交付日期 交付时间 接房日期 接房时间 迁入日期 入住年月 搬入日期 入住年份
            交房 收楼日期 movein moveindate movedin handover
            """
        ),
        fits.days,
    ),
    Field(
        NOTE,
        w.words(
            """
            备注 其他 说明 附注 备注信息 备注说明 其它 注 特殊情况 备考 其他说明 情况说明 记事
            remark remarks note notes comment comments
            """
        ),
        repeats=True,
    ),
    Field(
        PERSON_NOTE,
        w.words(
            """
            住户备注 人员备注 业主备注 客户备注 个人备注 noteontheperson personnote residentnote
            """
        ),
    ),
    Field(
        SERIAL,
        w.words(
            """
            序号 编号 no 行号 序 号 客户编码 id 流水号 客户编号 s/n sn
            """
        ),
        fits.serials,
        repeats=True,
    ),
    Field(
        TOTAL,
        w.words(
            """
            总户数 户数 已入住 入住率 空置率 合计 小计 已入住户数 空置户数 空置数 收费率 总面积
            总人数 人数 入住户数 总数 数量 占比 比例 total count households occupied vacant
            """
        ),
        repeats=True,
    ),
    Field(
        UNUSED,
        (
            *w.of(w.OUTSIDERS, ("", *w.NAME_WORDS, *w.PHONE_WORDS, *w.BOTH_WORDS)),
            *w.of(w.PAPERS, ("号", "号码", "编号", "账号", "帐号", "卡号", "地址")),
            *w.words(
                """
            紧急联系人 紧急联系电话 紧急联系人电话 紧急联系方式 紧急电话 身份证 身份证号
            身份证号码 证件号 证件号码 证件类型 管家 楼管 楼栋管家 管家电话 客服 客服专员 登记人
            经办人 填表人 录入人 登记日期 提交时间 登记时间 创建时间 更新时间 出生日期 出生年月
            性别 年龄 民族 籍贯 车牌 车牌号 车牌号码 车辆 户型 朝向 公摊面积 套内面积 使用面积
            物业费 单价 欠费 缴费情况 业态 行业 经营项目 品牌 租期 租赁期限 合同号 合同编号 邮箱
            email 微信 微信号 qq 工作单位 职业 政治面貌 收费员 工程师 签字 签名 中介 中介电话
            委托人 代理人 卡号 门禁卡号 水表号 电表号 装修日期 装修时间 出售日期 签约日期
            通讯地址 邮寄地址 身份证地址 户籍地 户籍所在地 户口所在地 单位地址 联系地址 开户日期
            合同日期 租赁日期 租金 结构 装修情况 邮编 户籍地址 户籍 birthday gender idnumber
            """
            ),
        ),
        repeats=True,
    ),
)
