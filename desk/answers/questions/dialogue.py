"""Reads a sheet or a text in which questions and answers stand below each other in one column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from desk.answers.questions import answer_text, fields, lone_rows, phrasings
from desk.answers.questions.drafts import LONGEST_ANSWER, LONGEST_QUESTION, Draft, SheetRead
from desk.answers.questions.lone_rows import Lone
from desk.refusals import Refusal
from desk.sheets.book import Row, Sheet
from desk.sheets.cells import plain

_SERIAL: Final = r"(?:[0-9]{1,4}\s*[、.．)）:：]\s*)?"
_ASKED: Final = re.compile(
    rf"^\s*{_SERIAL}(?:问题?|提问|业主问?|客户问?|住户问?|q|question)\s*[0-9一二三四五六七八九十]{{0,4}}\s*[:：.、．]\s*",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    rf"^\s*{_SERIAL}(?:(?:答复?|答案|回答|回复|前台答?|客服答?|物业答?)\s*[0-9一二三四五六七八九十]{{0,4}}\s*[:：.、．]"
    r"|(?:a|answer)\s*[0-9]{0,4}\s*[:：.．])\s*",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"^\s*[0-9]{1,4}\s*[、.．)）]\s*(?=.*[?？]\s*$)")
#: A question that nothing marks as one but its last character.
_BARE: Final = re.compile(r"(?=[^。！!]*[?？]\s*$)")
_NOTE: Final = re.compile(
    r"^\s*[(（【\[]?\s*(?:备注|注|注意|内部提示|内部备注|内部说明|内部|提示|接线提示|note)\s*[】\])）]?\s*[:：]",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"^(?:问题?|答复?|答案|回答|回复|备注|q|a|question|answer)\s*[0-9]{0,4}\s*[:：.、]?$",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    row: int
    text: str
    gap: bool  # a blank row stands above


def is_dialogue(sheet: Sheet) -> bool:
    """Tell whether questions and answers stand below each other here, marked as such."""
    lines = list(_lines(sheet))
    asked = [line for line in lines if _ASKED.match(line.text)]
    answered = [line for line in lines if _ANSWERED.match(line.text)]
    beside = sum(
        any(_ANSWERED.match(plain(value)) for value in row.cells[1:])
        and _ASKED.match(plain(row.at(0))) is not None
        for row in sheet.rows
    )
    if asked:
        return len(answered) * 2 >= len(asked) and beside * 2 <= len(asked)
    alone = all(len({plain(value) for value in row.cells} - {""}) == 1 for row in sheet.rows)
    if sum(_NUMBERED.match(line.text) is not None for line in lines) > 1:
        return bool(answered) or alone or sheet.name is None
    bare = [at for at, line in enumerate(lines) if _BARE.match(line.text)]
    follow = [at for at in bare if at + 1 < len(lines) and at + 1 not in bare]
    return alone and len(follow) > 1 and 2 * len(follow) > len(bare)


class DialogueReader:
    """Reads the lines in order: a question, its answer, and what stands between."""

    def __init__(self, sheet: Sheet) -> None:
        self._lines = list(_lines(sheet))
        self._asked = _BARE
        for way, least in ((_ASKED, 1), (_NUMBERED, 2)):
            if sum(way.match(line.text) is not None for line in self._lines) >= least:
                self._asked = way
                break
        self._read = SheetRead(sheet.name)
        self._draft: Draft | None = None
        self._answering = False
        self.section = ""

    @property
    def has_category(self) -> bool:
        """Whether there are sections."""
        return bool(self.section)

    def read(self, tick: Callable[[], None]) -> SheetRead:
        """Read all lines; ``tick`` is called once for each."""
        signed = self._signed_from()
        for at, line in enumerate(self._lines):
            if at == signed:
                self._end()
            tick()
            after = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
            self._line(line, after)
        self._end()
        return self._read

    def _line(self, line: _Line, after: str) -> None:
        draft, text = self._draft, line.text
        if found := self._asked.match(text):
            self._begin(line, text[found.end() :].strip())
        elif found := _ANSWERED.match(text):
            if draft is None or draft.answer:
                # Read on, it would be heard as the answer to the question before.
                self._end()
                self._read.reject(line.row, Refusal("questions.no_question"), [text])
            else:
                self._answering = True
                self._say(line, text[found.end() :].strip())
        elif draft is not None and phrasings.is_labelled(text):
            self._read.used.add(line.row)
            draft.wordings += phrasings.split_list(text)
        elif _NOTE.match(text):
            if draft is not None:
                self._read.used.add(line.row)
                why = Refusal("questions.note_left_out")
                self._read.warn(line.row, fields.NOTE, text, why)
        elif self._is_section(line, after):
            self._end()
            self.section = lone_rows.section(text)
        elif draft is None or (lone_rows.lone(text, across=False) is Lone.REMARK and line.gap):
            self._end()  # a title, a signature
        elif self._answering or self._asked is not _ASKED:
            self._answering = True
            self._say(line, text)
        else:
            self._read.used.add(line.row)
            draft.wordings += phrasings.split_list(text)

    def _signed_from(self) -> int:
        """Return at which line the signature below everything begins, blank row or none."""
        at = len(self._lines)
        while at and lone_rows.is_signature([self._lines[at - 1].text]):
            at -= 1
        # A date that alone stands behind the label or the question is an answer.
        before = self._lines[at - 1].text if at else ""
        return at + 1 if self._asked.fullmatch(before) or _ANSWERED.fullmatch(before) else at

    def _is_section(self, line: _Line, after: str) -> bool:
        """Tell whether a line is the head of a section: a question must follow it."""
        if self._asked.match(after) is None:
            return False
        if lone_rows.is_section(line.text):
            return True
        short = len(line.text) <= 12 and not line.text.endswith(("。", "！", "；", ".", "!", ";"))
        return line.gap and short and lone_rows.lone(line.text, across=False) is Lone.UNSURE

    def _begin(self, line: _Line, text: str) -> None:
        self._end()
        self._answering = False
        asked = phrasings.split(text)
        wordings = [asked.question, *asked.phrasings] if asked.question else []
        self._draft = Draft(line.row, wordings, [], category=self.section, text=line.text)
        self._read.used.add(line.row)

    def _say(self, line: _Line, text: str) -> None:
        if self._draft is None:
            return
        self._read.used.add(line.row)
        said, notes = answer_text.public(text)
        if said:
            self._draft.answer.append(said)
        if notes:
            self._read.warn(line.row, fields.NOTE, notes, Refusal("questions.note_left_out"))

    def _end(self) -> None:
        draft, self._draft = self._draft, None
        self._answering = False
        if draft is None:
            return
        answer = "\n".join(draft.answer)
        code = ""
        if not draft.wordings:
            code = "questions.no_question"
        elif not answer:
            code = "questions.no_answer"
        elif answer_text.is_pending(answer):
            code = "questions.pending"
        elif max(map(len, draft.wordings)) > LONGEST_QUESTION or len(answer) > LONGEST_ANSWER:
            code = "questions.too_long"
        if code:
            self._read.reject(draft.row, Refusal(code), [draft.text])
        else:
            self._read.drafts.append(draft)


def _lines(sheet: Sheet) -> Iterator[_Line]:
    """Yield the lines of every row; what a reader of CSV tore apart at commas is whole again."""
    before = 0
    torn_at = _torn_at(sheet) if sheet.name is None else ""
    for row in sheet.rows:
        gap = row.number - before > 1
        for text in _whole(row, torn_at).split("\n"):
            if text.strip():
                yield _Line(row.number, text.strip(), gap)
                gap = False
        before = row.number


def _torn_at(sheet: Sheet) -> str:
    """Return where a reader of CSV has cut the lines of a text: at commas, if none is left."""
    left = any(isinstance(value, str) and "," in value for row in sheet.rows for value in row.cells)
    return ";" if left else ","


def _whole(row: Row, torn_at: str) -> str:
    texts = [plain(value) for value in row.cells]
    if torn_at:
        return torn_at.join(texts).rstrip(torn_at) if len(texts) > 1 else "".join(texts)
    distinct = list(dict.fromkeys(text for text in texts if text))
    if len(distinct) > 1 and distinct[0].isdigit():
        distinct = distinct[1:]  # a serial number in a column of its own
    if len(distinct) == 1 and _LABEL.match(distinct[0]):
        return f"{distinct[0].rstrip(':：.、')}："  # nothing beside it: what it says is missing
    if len(distinct) > 1 and _LABEL.match(distinct[0]):
        return f"{distinct[0].rstrip(':：.、')}：{distinct[1]}"
    return "\n".join(distinct)
