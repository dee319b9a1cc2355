"""Libraries of any size for the benchmark of searching: every article another one."""

from __future__ import annotations

import random
from collections.abc import Iterator

from desk.language.pinyin import sounds


def _words(text: str) -> list[str]:
    return text.split()


_PLACES = _words(
    "地下车库 电梯厅 楼道 大堂 会所 架空层 东门岗亭 西门 南门 屋顶 天台 儿童乐园 "
    "游泳池 健身房 篮球场 垃圾房 非机动车棚 快递柜旁 服务中心 中心花园 景观水池 "
    "商铺门口 消防通道 配电房 水泵房 监控室 母婴室 棋牌室 阅览室 自行车坡道 "
    "人行天桥 地面停车场 三号楼 六栋二单元 负一层 负二层 顶层 露台 阳台 厨房 "
    "卫生间 主卧 客厅 设备平台 走廊尽头 花坛边 出入口 道闸 会议室 架空走廊 "
)
_THINGS = _words(
    "门禁卡 月租车位 充电桩 灭火器 感应灯 排水管 可视对讲 烟感报警器 宽带 有线电视 "
    "暖气片 地暖 水表 电表 燃气表 防盗门 纱窗 空调外机 晾衣架 遮阳棚 宠物 婴儿车 "
    "轮椅 快递 外卖 搬家货车 装修垃圾 大件家具 旧衣服 电瓶 电动车 共享单车 广告牌 "
    "公告栏 钥匙 发票 收据 物业费 水费 停车费 押金 滞纳金 维修基金 公共收益 "
    "产权证 租赁合同 出入证 放行条 访客二维码 监控录像 绿化带 香樟树 草坪 喷泉 "
    "路灯 减速带 反光镜 消火栓 防火门 疏散指示 应急灯 对讲机 扶手 护栏 井盖 "
    "化粪池 隔油池 雨篷 外墙砖 防水层 "
)
_DOINGS = _words(
    "怎么办理 怎么申请 坏了找谁修 丢了怎么补 多少钱一个月 什么时候开放 几点关闭 "
    "可以租借吗 谁来清理 多久检修一次 能不能改位置 需要什么材料 怎么预约 怎么退 "
    "怎么开通 怎么注销 怎么转让 漏水怎么处理 太吵怎么投诉 一直闪怎么回事 "
    "没有信号怎么办 被占用了怎么办 可以自己拆吗 验收要注意什么 由谁承担费用 在哪里公示 "
    "如何续期 过期了怎么办 超时收费吗 可以代收吗 怎么登记 怎么报备 堵了谁负责疏通 "
    "结冰打滑怎么办 有异味怎么办 反应慢是什么原因 能开证明吗 可以带走吗 怎么分摊 "
    "怎么查询 "
)
_BEFORE = [
    "",
    "",
    "",
    "我家的",
    "租客的",
    "商铺的",
    "新业主",
    "周末",
    "夜间",
    "冬天",
    "雨天",
    "节假日",
]
_ANSWERS = _words(
    "请带身份证到前台登记，{n}个工作日内办好。 拨打值班电话，{n}分钟内有人到场。 "
    "可在小程序里预约，每户每月{n}次。 费用每月{n}元，按季度收取。 "
    "由工程部上门查看，材料费{n}元起。 开放时间为每天{n}点到二十点，雨雪天关闭。 "
    "保修期内由开发商负责，过保后经表决使用维修资金。 "
    "请保留照片并联系楼栋管家，{n}天内答复。 "
    "业主凭产权证、租户凭合同办理，工本费{n}元。 逾期{n}天未处理的由物业统一清走。 "
    "严禁私自改动，违者责令恢复原状。 详见大堂公告栏和业主群通知。 "
)


def articles(count: int) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield question, phrasings and answer of articles, all of them different."""
    chance = random.Random(2026)
    seen: set[str] = set()
    while len(seen) < count:
        place, thing = chance.choice(_PLACES), chance.choice(_THINGS)
        doing = chance.choice(_DOINGS)
        question = f"{chance.choice(_BEFORE)}{place}的{thing}{doing}？"
        if question in seen:
            continue
        seen.add(question)
        phrasings = (f"{thing}{chance.choice(_DOINGS)}",) if chance.random() < 0.5 else ()
        answer = "".join(
            one.format(n=chance.randrange(1, 60)) for one in chance.sample(_ANSWERS, 2)
        )
        yield question, phrasings, answer


def typed(count: int) -> list[str]:
    """Return texts as people type and say them: keys one by one, whole sentences, pinyin."""
    chance = random.Random(7)
    texts: list[str] = []
    while len(texts) < count:
        place, thing = chance.choice(_PLACES), chance.choice(_THINGS)
        doing = chance.choice(_DOINGS)
        said = (
            f"你好我想问一下我们家那个{place}里面的{thing}昨天开始就不太对了，{doing}，麻烦帮我看看"
        )
        spelled = "".join(sounds(thing))
        whole = f"{thing}{doing}"
        texts += [
            thing,
            thing[:2],
            whole,
            said,
            spelled,
            spelled[:-1],
            "".join(one[0] for one in sounds(thing)),
        ]
        texts += [whole[:end] for end in range(1, len(whole), 2)]
    return texts[:count]
