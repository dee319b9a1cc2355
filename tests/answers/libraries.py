"""Small libraries for the tests of searching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.answers.meaning import stored_vector, table
from desk.answers.ranking import Index
from desk.answers.tokens import stored
from desk.language.lexicon import Concept, Lexicon

Written = tuple[str, Sequence[str], str]

LIBRARY: list[Written] = [
    ("物业费怎么交？", ["管理费在哪缴"], "可在小程序或微信缴纳，也可到前台刷卡。"),
    ("家里漏水怎么办？", ["水管爆了怎么处理"], "先关水表前阀门，再打值班电话。"),
    ("门禁卡丢了怎么补办？", [], "带身份证到前台挂失补办。"),
    ("装修要办什么手续？", [], "带图纸到前台填写装修申请。"),
    ("小区公共WiFi密码是多少？", [], "会所大厅 WiFi 名 CuiHu-Free。"),
    ("快递柜在哪里？", [], "东门内右侧共三组。"),
    ("计划停水的通知在哪里看？", [], "提前一天贴在大堂。"),
]
LEXICON = Lexicon(
    [
        Concept("water_off", "停水", ("停水", "没水", "断水")),
        Concept("renovation", "装修", ("装修", "装潢", "动工")),
    ]
)


def put(index: Index, article: int, written: Written) -> None:
    """Write an article as the library does."""
    question, phrasings, answer = written
    row, vector = stored(question, phrasings, answer), stored_vector(question, answer)
    index.put(article, question, row, vector=vector)


def library(articles: Iterable[tuple[int, Written]] = tuple(enumerate(LIBRARY, 1))) -> Index:
    """Return an index of articles with the lexicon of the tests."""
    index = Index(LEXICON, table())
    for article, written in articles:
        put(index, article, written)
    return index


def ranked(index: Index, text: str, limit: int = 10) -> list[tuple[int, float]]:
    """Return articles and their scores for a text."""
    return [(hit.article_id, hit.score) for hit in index.search(text, limit)]
