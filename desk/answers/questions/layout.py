"""What the columns of a list of questions are where their heads alone do not say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from desk.answers.questions import fields, phrasings
from desk.sheets.book import Row, Sheet
from desk.sheets.cells import plain
from desk.sheets.columns import Choice, Column, Columns, understand
from desk.sheets.head_names import fold_head

_MAIN: Final = re.compile(r"(?:标准|主|核心|规范)?(?:问题?|问题标题)|question")
#: What stands over other wordings, in whatever words the office calls them.
_WORDED: Final = re.compile(
    r"说法|表述|表达|讲法|问法|问句|怎么[问说]|[这那]样[问说]|[会常]问|提问|同类|近似|类似|相似|同义|扩展|触发|别[称名]"
    r"|变体|换[个种句]|口语|又问|问题?[2-9２-９二三四五六]|其[他它]问"
)
_ASKING: Final = re.compile(r"问|疑|咨询")
_ANSWERING: Final = re.compile(r"答|[回应]复|口径|话术|怎么[说回讲]|应对")
#: What never is to be heard by a resident, nor asked by one.
_INSIDE: Final = re.compile(
    r"内部|备注|注意|提示|禁|勿|不要|不能说|依据|来源|关键[词字]|标签|keyword|tag|分类|类别|部门|岗|人$|时间|日期|链接|附件|次数|编号"
)
#: Under a group of columns: 1, 说法2, 三.
_COUNTED: Final = re.compile(r"\D{0,4}[0-9一二三四五六七八九十①-⑳]{1,2}")
_SAMPLED: Final = 300
_LONGEST: Final = 60


def lay_out(sheet: Sheet, choices: Sequence[Choice] = ()) -> Columns | None:
    """Return what the columns are, by their heads, what stands in them and beside them."""
    columns = understand(sheet, fields.FIELDS, choices)
    if columns is None or fields.is_ours([column.head for column in columns.columns]):
        return columns
    return _Layout(sheet, columns).columns


class _Layout:
    """Completes what the heads of a sheet say."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self.columns = columns
        self._sheet = sheet
        self._take_main()
        self._take_missing()
        if self._index(fields.QUESTION) is not None and self._index(fields.ANSWER) is not None:
            self._take_counted_heads()
            self._take_wordings()

    # What is known.

    def _index(self, key: str) -> int | None:
        found = (column.index for column in self.columns.columns if column.field == key)
        return next(found, None)

    def _free(self) -> list[Column]:
        """Return the columns nobody knows, those left out by hand not among them."""
        return [
            column
            for column in self.columns.columns
            if column.field is None
            and column.index not in self.columns.chosen
            and not _INSIDE.search(fold_head(column.head))
        ]

    def _give(self, given: dict[int, str | None]) -> None:
        self.columns = replace(
            self.columns,
            columns=tuple(
                replace(column, field=given[column.index]) if column.index in given else column
                for column in self.columns.columns
            ),
        )

    def _rows(self) -> list[Row]:
        heads = set(self.columns.heads)
        first = min(heads, default=0)
        rows = [row for row in self._sheet.rows if row.number > first and row.number not in heads]
        return rows[:_SAMPLED]

    def _texts(self, index: int) -> list[str]:
        return [text for row in self._rows() if (text := plain(row.at(index)))]

    # What is completed.

    def _take_main(self) -> None:
        """Let the question be what is called so, however its other wordings look."""
        asked = self._index(fields.QUESTION)
        if asked is None or asked in self.columns.chosen:
            return
        head = next(one.head for one in self.columns.columns if one.index == asked)
        main = [one.index for one in self._free() if _MAIN.fullmatch(fold_head(one.head))]
        if main and not _MAIN.fullmatch(fold_head(head)):
            self._give({main[0]: fields.QUESTION, asked: fields.PHRASINGS})

    def _take_missing(self) -> None:
        """Find the question or the answer where only the other one is known."""
        answer = self._index(fields.ANSWER)
        if self._index(fields.QUESTION) is None and answer is not None:
            worded = [
                column
                for column in self.columns.columns
                if column.field == fields.PHRASINGS
                and column.index not in self.columns.chosen
                and not _INSIDE.search(fold_head(column.head))
            ]
            asked = [*worded, *(one for one in self._free() if self._may_ask(one, answer))]
            if asked:
                self._give({asked[0].index: fields.QUESTION})
        asked_at = self._index(fields.QUESTION)
        if answer is None and asked_at is not None:
            said = [one for one in self._free() if self._may_answer(one, asked_at)]
            if said:
                best = max(said, key=lambda one: _mean(self._texts(one.index)))
                self._give({best.index: fields.ANSWER})

    def _may_ask(self, column: Column, answer: int) -> bool:
        texts = self._texts(column.index)
        if not _are_words(texts) or _mean(texts) > _LONGEST or not _are_different(texts):
            return False
        asked = sum(map(phrasings.asks, texts)) >= 0.3 * len(texts)
        named = _ASKING.search(fold_head(column.head)) is not None
        return asked or named or (column.index == answer - 1 and _mean(texts) <= 20)

    def _may_answer(self, column: Column, asked: int) -> bool:
        texts = self._texts(column.index)
        if not _are_words(texts) or sum(map(phrasings.asks, texts)) > 0.5 * len(texts):
            return False
        if _ANSWERING.search(fold_head(column.head)):
            return True
        longer = _mean(texts) >= max(6.0, 0.8 * _mean(self._texts(asked)))
        return column.index > asked and longer and not _WORDED.search(fold_head(column.head))

    def _take_counted_heads(self) -> None:
        """Know a second row of heads that counts what the first one names: 1, 2, 3; 说法1."""
        heads = self.columns.heads
        if not heads:
            return
        last = heads[0]
        while last + 1 in heads:
            last += 1
        rows = {row.number: row for row in self._sheet.rows}
        upper, lower = rows.get(last), rows.get(last + 1)
        if upper is None or lower is None:
            return
        asked, said = self._index(fields.QUESTION), self._index(fields.ANSWER)
        counted = 0
        for index in range(len(lower.cells)):
            text = plain(lower.at(index))
            if not text or text == plain(upper.at(index)):
                continue
            if index in (asked, said) or not _COUNTED.fullmatch(text):
                return
            counted += 1
        if counted:
            same = [row.number for row in self._sheet.rows if row.cells == lower.cells]
            self.columns = replace(self.columns, heads=tuple(sorted({*heads, *same})))

    def _take_wordings(self) -> None:
        """Take what looks like the question beside it, or is called so, for other wordings."""
        asked = self._index(fields.QUESTION) or 0
        free = {column.index: column for column in self._free()}
        for column in self.columns.columns:
            if column.index not in free:
                continue
            head = fold_head(column.head)
            beside = self._field(column.index - 1) == fields.PHRASINGS and not head
            named = _WORDED.search(head) is not None
            if self._are_short(column.index, asked) and (
                named or beside or self._look_like(column.index, asked)
            ):
                self._give({column.index: fields.PHRASINGS})

    def _field(self, index: int) -> str | None:
        return next((one.field for one in self.columns.columns if one.index == index), None)

    def _are_short(self, index: int, asked: int) -> bool:
        texts = [one for text in self._texts(index) for one in phrasings.split_list(text)]
        longest = max(20.0, 2.5 * _mean(self._texts(asked)))
        return _are_words(texts) and _mean(texts) <= longest and _are_different(texts)

    def _look_like(self, index: int, asked: int) -> bool:
        """Tell whether most texts ask, or are about what the question beside them is about."""
        both = [
            (text, question)
            for row in self._rows()
            if (text := plain(row.at(index))) and (question := plain(row.at(asked)))
        ]
        alike = [
            not text.endswith(("。", "！"))
            and (phrasings.asks(text) or phrasings.are_alike(text, question))
            for text, question in both
        ]
        return len(both) > 1 and 5 * sum(alike) >= 3 * len(both)


def _mean(texts: Collection[str]) -> float:
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _are_words(texts: Collection[str]) -> bool:
    """Tell whether they are words rather than figures and days."""
    words = sum(re.search(r"[^\W\d_]{2}", text) is not None for text in texts)
    return bool(texts) and 5 * words >= 4 * len(texts)


def _are_different(texts: Collection[str]) -> bool:
    return 10 * len(set(texts)) >= 6 * len(texts)
