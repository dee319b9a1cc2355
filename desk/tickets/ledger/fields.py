"""What a column of a ledger may be: what people write over it, and what stands in it."""

from __future__ import annotations

from typing import Final

from desk.sheets.columns import Field, heads
from desk.tickets.ledger import contents

FIELDS: Final[tuple[Field, ...]] = (
    Field("serial", heads("序号 序 行号 项次 no id 次序 №"), contents.running),
    Field(
        "number",
        heads(
            "单号 工单号 工单编号 报修单号 报修编号 维修单号 维修编号 流水号 受理单号"
            " 受理编号 登记号 登记编号 任务号 任务单号 派工单号 派单号 投诉编号 投诉单号"
            " 编号 单据号 单据编号 票号 ticketno ticketnumber ticketid workorder workorderno"
            " orderno number ref reference requestno jobno"
        ),
        contents.numbers,
    ),
    Field("source_number", heads("原单号 来源单号 外部单号 原工单号 sourcenumber sourceno")),
    Field(
        "reported",
        heads(
            "日期 报修日期 报修时间 登记日期 登记时间 受理时间 受理日期 来电时间 来电日期"
            " 接报时间 接报日期 投诉时间 投诉日期 发生时间 发生日期 创建时间 提交时间"
            " 申报时间 反映时间 反映日期 接待日期 接待时间 接单时间 报事时间 报事日期"
            " 上报时间 发送时间 月日 时间 报修日期时间 报修日期及时间 报障时间 诉求时间 建单时间"
            " 发现日期"
            " 发现时间 检查日期 检查时间 巡查日期 巡检日期 故障日期 值班日期 故障发生时间"
            " 提报时间 date datereported reporteddate created createdat"
            " createdon received receivedat reportedat dateraised opened openedat"
            " requestdate dateofreport reportdate datetime reported logged"
        ),
        contents.days,
    ),
    Field(
        "time",
        heads("时间 时刻 具体时间 报修时刻 来电时刻 时分 报修时间 来电时间 time timereported"),
        contents.clocks,
    ),
    Field("floor", heads("楼层 层 层数 floor")),
    Field("month", heads("月份 月 month"), contents.months),
    Field("month_day", heads("日 号 几号 day"), contents.month_days),
    Field(
        "place",
        heads(
            "unit unitno suite 报修单位 报修部门 报修区域 部位 报修部位 房号/位置 房号/地点"
            " 房号 地点 位置 地址 报修地点 报修地址 报修位置 报修房号 房屋 房间 房屋地址"
            " 住址 维修地点 维修位置 维修地址 门牌号 业主房号 楼栋房号 楼号房号 栋号房号"
            " 单元房号 楼房号 投诉地点 所在位置 具体位置 详细地址 故障地点 故障位置 报修房间"
            " 户号 房产 房源 投诉房号 业主地址 区域 住户房号 place location address room"
            " roomno roomnumber flat apartment where site"
        ),
        contents.rooms,
    ),
    Field("spot", heads("部位 报修部位 具体部位 维修部位 故障部位 室内位置 spot exactspot")),
    Field(
        "caller_room",
        heads("来电人房号 报修人房号 投诉人房号 联系人房号 callersroom callerroom caller'sroom"),
    ),
    Field(
        "building",
        heads(
            "楼栋 楼栋单元 楼栋/单元 栋单元 幢单元 楼单元 楼号 栋号 幢号 栋 幢 楼 座 楼宇 楼座"
            " 楼栋号 栋数 楼幢 楼幢号 栋座 栋座号 幢座 栋别 幢别 几栋 几幢 几号楼 楼牌号"
            " building bldg block tower"
        ),
        contents.buildings,
    ),
    Field("phase", heads("期 期数 分期 期区 组团 苑区 phase")),
    Field("unit", heads("单元 单元号 单 几单元 unit unitno entrance"), contents.units),
    Field(
        "door",
        heads(
            "室号 单位 房号 房间号 房间名称 户号 门牌 门号 室 房间 room roomno roomnumber door"
            " flat apt"
        ),
        contents.doors,
    ),
    Field(
        "community",
        heads(
            "小区 社区 园区 楼盘 小区名称 项目名称 所属小区 所属项目 小区名 garden"
            " community estate project compound"
        ),
    ),
    Field(
        "name",
        heads(
            "报修人 姓名 联系人 业主 业主姓名 客户 客户姓名 来电人 投诉人 住户 住户姓名"
            " 谁报的 谁报修 报告人 户主 报事人 反映人 申报人 报修人姓名 联系人姓名 发言人 昵称"
            " 群昵称 发送人"
            " 发送者 称呼 报修业主 报修者 业主名 客户名称 来访人 投诉人姓名 诉求人 name"
            " caller reportedby reporter contact contactname resident residentname requester"
            " customer tenant owner sender"
        ),
        contents.names,
    ),
    Field(
        "phone",
        heads(
            "电话 联系电话 手机 手机号 手机号码 联系方式 来电号码 电话号码 业主电话"
            " 报修电话 报修人电话 联系号码 联系人电话 客户电话 来电电话 phone tel telephone"
            " mobile contactno contactnumber phonenumber phoneno cell"
        ),
        contents.phones,
    ),
    Field(
        "contact",
        heads(
            "联系人及电话 联系人电话 联系人/电话 姓名电话 姓名及电话 姓名/电话 报修人及电话"
            " 报修人/电话 报修人及联系电话 业主及电话 业主姓名及电话 联系人及联系方式"
            " 联系人与电话 报修人联系方式 业主信息 联系人信息 报修人/联系电话 姓名联系方式"
            " contactdetails"
        ),
        contents.contacts,
    ),
    Field(
        "text",
        heads(
            "报修内容 故障描述 内容 报修事项 维修内容 故障现象 报修情况 问题描述 事项 描述"
            " 具体描述 详情 诉求 投诉内容 反映内容 反映问题 事由 故障 故障内容 维修事项"
            " 报事内容 报修描述 详细描述 情况描述 具体内容 消息内容 消息 问题 报修问题"
            " 报修详情 主要内容 投诉事项 诉求内容 报修原因 事件描述 情况说明 投诉情况"
            " 存在问题 什么问题 业主诉求 业主反映 咨询内容 来电内容 工单内容 事项内容"
            " 反映情况 情况反映 反应情况 客户需求 业主需求 住户需求 需求 需求内容"
            " 客户诉求 住户诉求 客户反映 客户反映问题"
            " description issue"
            " problem details fault complaint request text content whatitis message body"
            " defect issuedescription problemdescription"
        ),
        contents.texts,
        repeats=True,
    ),
    Field(
        "title",
        heads("报修项目 维修项目 故障项目 项目 标题 主题 投诉主题 title subject summary item"),
        repeats=True,
    ),
    Field(
        "kind",
        heads("类型 性质 报事类型 工单类型 事件类型 业务类型 事项类型 kind type tickettype"),
        contents.kinds,
    ),
    Field(
        "category",
        heads(
            "类别 报修类别 维修类别 故障类别 故障类型 报修类型 维修类型 专业 工种 分类"
            " 投诉类型 投诉类别 工程类别 报事类别 category trade class"
        ),
    ),
    Field(
        "urgency",
        heads("紧急程度 紧急度 优先级 等级 级别 紧急 加急 缓急 是否紧急 urgency priority severity"),
    ),
    Field(
        "channel",
        heads(
            "来源 渠道 报修方式 报修渠道 受理方式 受理渠道 来源渠道 报修来源 途径 报修途径"
            " channel source via"
        ),
    ),
    Field(
        "state",
        heads(
            "状态 工单状态 处理状态 当前状态 单据状态 进度 处理进度 维修状态 status state progress"
        ),
    ),
    Field(
        "done",
        heads(
            "已完成 未完成 已修好 未修好 待料 处理中 维修中 完成情况 是否完成 完成 完成否"
            " 完成状态 是否解决 是否办结 是否修好"
            " 是否完工 是否闭环 是否整改 是否整改到位 是否整改完成 是否销号 是否恢复 是否处理"
            " 是否已修 完工情况 完成与否 办结情况 落实情况 办理情况"
            " 销单 销号 销项 核销 结单 归档 修好否 解决否 办结否 done"
            " fixed resolved iscomplete completed finished"
        ),
        contents.outcomes,
        repeats=True,
    ),
    Field(
        "result",
        heads(
            "处理结果 维修结果 结果 处理情况 维修情况 办理结果 处理意见 处理措施 处理过程"
            " 整改措施 原因及处理情况 原因及处理 怎么处理的 怎么处理 怎么修的 处理方案 解决办法"
            " 解决情况 整改情况 处理方式 处理记录 维修记录 维修措施"
            " 处理内容 跟进情况 跟进结果 回复 回复内容 处理说明 维修说明 答复 result outcome"
            " action actiontaken resolution response"
        ),
        repeats=True,
    ),
    Field(
        "finished",
        heads(
            "完成时间 完成日期 实际完成 实际完工 完工时间 完工日期 修复时间 修复日期 处理时间"
            " 处理日期"
            " 维修时间 维修日期 解决时间 解决日期 实际完成时间 恢复时间 恢复日期 恢复运行时间"
            " 修好时间 实际完成日期"
            " 整改完成时间 整改完成日期 维修完成时间 处理完成时间"
            " finished finishedat completed completedat completiondate datecompleted"
            " datefinished donedate resolvedat fixedon datefixed completedon"
        ),
        contents.ends,
    ),
    Field(
        "finished_time",
        heads("完工时间 完成时间 处理时间 修复时间 完成时刻 timecompleted timefinished finishtime"),
        lambda values: 0.6 * contents.clocks(values),
    ),
    Field(
        "closed",
        heads(
            "关闭时间 关闭日期 结单时间 办结时间 办结日期 结案时间 结案日期 关单时间"
            " 销单时间 closed closedat closedon dateclosed"
        ),
        contents.ends,
    ),
    Field(
        "hold",
        heads(
            "暂停原因 未完成原因 挂起原因 未修原因 滞留原因 未完原因 未处理原因 延期原因"
            " 未完成说明 未办结原因 未解决原因 未结原因 未修好原因 未完工原因 未办理原因 滞后原因"
            " 遗留问题 遗留原因"
            " 搁置原因 等待原因 onholdfor holdreason reasonopen waitingfor reasonnotcompleted"
        ),
    ),
    Field(
        "handler",
        heads(
            "维修单位 施工单位 责任单位 承修单位 整改单位 经办 派工 维修人 维修人员 维修师傅"
            " 处理人 处理人员 经办人 责任人 师傅 班组"
            " 派工人员 施工人 维修班组 施工人员 接单人 维修工 维修员 负责人 跟进人 派工人"
            " 派单人员 处理部门 责任部门 责任班组 承办人 派单 承办部门 处理师傅 technician"
            " handler assignee assignedto assigned crew repairedby handledby engineer worker"
        ),
        repeats=True,
    ),
    Field(
        "satisfaction",
        heads(
            "满意 不满意 一般 回访 returnvisit 满意度 回访情况 回访结果 业主评价 评价 回访记录"
            " 业主意见"
            " 回访评价 是否满意 回访满意度 客户评价 业主反馈 satisfaction rating feedback"
            " followup"
        ),
        repeats=True,
    ),
    Field(
        "note",
        heads("备注 附注 说明 备注说明 其他 其它 remarks remark note notes comment comments"),
        repeats=True,
    ),
    Field(
        "cost",
        heads(
            "费用 收费 金额 材料费 人工费 材料 用料 维修费用 收费金额 维修费 耗材 使用材料"
            " 配件 工时 更换材料 cost fee amount parts materials"
        ),
        repeats=True,
    ),
    Field(
        "other",
        heads(
            "到达时间 到达日期 离开时间 开始时间 维修开始时间 登记人 记录人 值班人 接待人"
            " 接报人 受理人 记录 填表人 值班员 接待员 客服 受理人员 登记人员 接线员 派工时间"
            " 派单时间 约定时间 约定日期 上门日期 到场时间 响应时间 上门时间 预约时间 预约日期"
            " 预约开始 预约结束 时限"
            " 时限类型 剩余/超时 截止时间 要求完成时间 应完成时间 催单次数 打印份数 是否回单"
            " 星期 周 签字 签名 业主签字 业主签名 确认 业主确认 照片 图片 附件 回访时间"
            " 回访日期 回访人 deadline whichdeadline timeleft due duedate dueat isoverdue"
            " isopen overdue residentid appointmentfrom appointmentuntil appointment chases"
            " slipsprinted slipreturned dispatchedat dispatched signature receivedby"
            " loggedby weekday photo"
        ),
        repeats=True,
    ),
)
