"""What the columns of a list of questions may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from desk.answers.questions.phrasings import asks
from desk.sheets.book import Value
from desk.sheets.cells import plain
from desk.sheets.columns import Field, heads
from desk.sheets.head_names import fold_head

QUESTION: Final = "question"
PHRASINGS: Final = "phrasings"
ANSWER: Final = "answer"
CATEGORY: Final = "category"
OWNER: Final = "owner"
VALID_FROM: Final = "valid_from"
VALID_UNTIL: Final = "valid_until"
VALIDITY: Final = "validity"
STATE: Final = "state"
NOTE: Final = "office_note"
SERIAL: Final = "serial"
OTHER: Final = "other"

_SENTENCE = re.compile(r"[。！!；;]|[,，].{2,}|\n")
_SERIAL = re.compile(r"[A-Za-z]{0,4}-?[0-9]{1,5}(?:\.[0-9]{1,3}){0,3}[.、．)）]?")


def _share(values: Sequence[Value], holds: Callable[[str], bool]) -> float:
    texts = [text for value in values if (text := plain(value))]
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def _is_question(values: Sequence[Value]) -> float:
    return _share(values, lambda text: len(text) <= 300 and asks(text))  # a cell may hold several


def _is_answer(values: Sequence[Value]) -> float:
    return _share(values, lambda text: len(text) > 3 and not text.endswith(("?", "？"))) * min(
        1.0, 0.5 + _share(values, lambda text: _SENTENCE.search(text) is not None)
    )


def _is_category(values: Sequence[Value]) -> float:
    texts = [text for value in values if (text := plain(value))]
    if not texts:
        return 0.0
    short = _share(values, lambda text: len(text) <= 20 and not asks(text))
    return short * min(1.0, 0.6 + 1 - len(set(texts)) / len(texts))


def _is_serial(values: Sequence[Value]) -> float:
    return _share(values, lambda text: _SERIAL.fullmatch(text) is not None)


FIELDS: Final[tuple[Field, ...]] = (
    Field(
        QUESTION,
        heads(
            "问题 问 常见问题 提问 标准问题 标准问 主问题 主问 问句 业主问题 客户问题 咨询问题"
            " 咨询内容 问题内容 问题描述 问题标题 业主常问 常问问题 业主提问 客户提问 咨询事项"
            " 事项名称 服务事项 办理事项 题目 标题 知识标题 question questions q faq title"
            " standardquestion 怎么问 如何问 咋问 问什么 疑问 咨询"
        ),
        _is_question,
    ),
    Field(
        PHRASINGS,
        heads(
            "其他问法 其它问法 别的问法 相似问法 相似问题 相似问 相似说法 类似问题 类似问法"
            " 扩展问 扩展问法 扩展问题 同义问法 同义词 别名 问法 又问 常见说法 业主说法 俗称"
            " 也可以问 也可问 常见问法 换种说法 口语问法 业主常说 关键词 关键字 otherphrasings"
            " phrasings variants variant aliases similarquestions alternativequestions alsoasked"
            " keywords synonyms 说法 表述 表达 这样问 这么问 还可能问 同类问题 近似问题 近似问法"
            " 提问方式 触发词 别称 同义问 同义句 其他问题 其它问题"
        ),
        repeats=True,
    ),
    Field(
        ANSWER,
        heads(
            "答复 答案 回答 标准口径 标准答复 标准答案 标准回复 标准回答 答复口径 回复口径"
            " 统一口径 统一答复 对外口径 口径 回复 答 解答 答复内容 回复内容 回答内容 答案内容"
            " 参考答案 参考答复 参考话术 话术 标准话术 回复话术 应答话术 处理办法 处理方法"
            " 解决办法 解决方案 办理说明 办理流程 办理方法 办理指南 怎么答 怎么回答 说明 解释"
            " 内容 知识内容 approvedanswer answer answers a reply response standardanswer"
            " 怎么说 如何答 如何回答 如何答复 怎么答复 怎么回复 应答 应答口径 答法"
        ),
        _is_answer,
    ),
    Field(
        CATEGORY,
        heads(
            "类别 分类 类型 大类 问题分类 问题类别 问题类型 知识分类 栏目 板块 模块 主题 业务"
            " 业务类型 所属分类 所属类别 category topic section group type"
        ),
        _is_category,
    ),
    Field(
        OWNER,
        heads(
            "口径负责人 负责人 责任人 维护人 答复人 审核人 归口 归口部门 负责部门 责任部门"
            " 负责岗位 责任岗位 经办岗位 提供人 提供部门 经办人 owner responsible maintainer"
            " approvedby"
        ),
    ),
    Field(
        VALID_FROM,
        heads(
            "生效日 生效日期 生效时间 执行日期 执行时间 起始日期 开始日期 有效期起 启用日期"
            " 启用时间 validfrom from effectivefrom effectivedate start"
        ),
    ),
    Field(
        VALID_UNTIL,
        heads(
            "有效期至 有效至 截止日期 截止日 截止时间 到期日 到期日期 失效日期 失效时间"
            " 有效期止 结束日期 有效截止 到期时间 有效日期 validuntil until expires expiry"
            " expirydate validto end"
        ),
    ),
    Field(
        VALIDITY,
        heads("有效期 有效期限 适用期 适用时间 期限 validity validperiod"),
    ),
    Field(
        STATE,
        heads("状态 启用 是否启用 是否有效 有效 是否停用 使用状态 state status"),
    ),
    Field(
        NOTE,
        heads(
            "备注 注 注意 注意事项 内部提示 内部备注 内部说明 内部口径 内部 提示 话术提示"
            " 注意点 禁忌 不要说 依据 政策依据 来源 出处 内部注意 补充 补充说明 接线提示"
            " 员工须知 note notes remark remarks internal internalnote internalnotes comment"
            " comments"
        ),
        repeats=True,
    ),
    Field(
        SERIAL,
        heads("序号 编号 号 序 序列 行号 题号 no nr id number code"),
        _is_serial,
    ),
    Field(
        OTHER,
        heads(
            "更新日期 更新时间 修改日期 修改时间 最近修改 创建时间 录入时间 录入人 创建人"
            " 适用范围 适用对象 使用次数 解答次数 浏览量 点击量 部门 渠道 链接 附件 lastchanged"
            " timesused updated created updatedat createdat views link scope"
        ),
        repeats=True,
    ),
)

#: What stands over our own exported library, in each of its languages: read to the letter.
OURS: Final[tuple[tuple[str, ...], ...]] = (
    ("类别", "问题", "其他问法", "标准口径", "口径负责人", "生效日", "有效期至"),
    (
        *("Category", "Question", "Other phrasings", "Approved answer", "Owner", "Valid from"),
        "Valid until",
    ),
)


def is_ours(heads: Sequence[str]) -> bool:
    """Tell whether these are the heads of a library that was exported here."""
    found = {fold_head(head) for head in heads}
    return any(found.issuperset(map(fold_head, one)) for one in OURS)
