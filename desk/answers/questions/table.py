"""Reads a sheet whose rows are questions with their answers in columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from desk.answers.questions import answer_text, fields, lone_rows, phrasings
from desk.answers.questions.drafts import LONGEST_ANSWER, LONGEST_QUESTION, Draft, SheetRead
from desk.answers.questions.lone_rows import Lone
from desk.answers.questions.strange import are_heads
from desk.answers.questions.validity import read_limit, read_period
from desk.refusals import Refusal
from desk.sheets.book import Area, Fault, Row, Sheet
from desk.sheets.cells import is_blank, plain
from desk.sheets.columns import Columns

_OUT_OF_USE: Final = re.compile(
    r"(?:已)?(?:停用|作废|废止|失效|禁用|下线|删除)|retired|inactive|disabled|obsolete",
    re.IGNORECASE,
)
#: So many rows without an answer make other wordings the habit of a list, as a share of all.
_HABIT: Final = 0.3
#: No more rows than this are merged into one answer or category.
_TALLEST: Final = 100
_KEYWORDS: Final = re.compile(r"关键[词字]|keyword|标签|tags?$", re.IGNORECASE)
_LEFT: Final = re.compile(r"^\s*(?:[(（]?[2-9][)）.、．]|[②-⑨]|[-·•])")


class TableReader:
    """Reads the rows of a sheet in order; what a row is depends on those before it."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self._sheet = sheet
        self._heads = set(columns.heads)
        self._columns = columns
        self._at: dict[str, list[int]] = {}
        for column in columns.columns:
            if column.field is not None:
                self._at.setdefault(column.field, []).append(column.index)
        _leave_keywords(self._at, columns)
        self._ours = fields.is_ours([column.head for column in columns.columns])
        self._section = ""
        self._read = SheetRead(sheet.name)
        self._heads |= self._strange_head()
        self._areas = _areas_by_row(sheet)
        self._first = min(self._heads, default=0)
        rows = [row for row in sheet.rows if row.number not in self._heads]
        self._serials = self._are_usual(rows, fields.SERIAL)
        self._spread = self._ends_blank(rows)
        self._category_once = self._is_said_once(rows)

    @property
    def has_category(self) -> bool:
        """Whether the sheet says categories itself, in a column or in section rows."""
        return fields.CATEGORY in self._at or bool(self._section)

    def read(self, tick: Callable[[], None]) -> SheetRead:
        """Read all rows; ``tick`` is called once for each."""
        for row in self._sheet.rows:
            tick()
            if row.number not in self._heads:
                self._row(row)
        return self._read

    # What a cell says.

    def _text(self, row: Row, key: str) -> str:
        return next((one for one in self._texts(row, key) if one), "")

    def _texts(self, row: Row, key: str) -> list[str]:
        return [plain(row.at(index)) for index in self._at.get(key, ())]

    def _shown(self, row: Row) -> list[str]:
        return [plain(value) for value in row.cells]

    def _goes_on(self, row: Row, key: str) -> bool:
        """Tell whether a cell is the lower part of a merged area that began in an article."""
        index = self._at[key][0]
        return any(
            area.left <= index <= area.right
            and area.top < row.number <= area.bottom
            and (self._read.last is not None and area.top >= self._read.last.row)
            for area in self._areas.get(row.number, ())
        )

    # What a row is.

    def _row(self, row: Row) -> None:
        distinct = {text for text in self._shown(row) if text}
        if not distinct:
            return
        if row.number < self._first:
            if len(distinct) == 1 and lone_rows.is_section(text := distinct.pop()):
                self._section = lone_rows.section(text)
            return
        if self._ours or not self._is_no_data(row, distinct):
            self._pair(row)

    def _is_no_data(self, row: Row, distinct: set[str]) -> bool:
        """Read a signature, a section, a remark; tell whether it was one."""
        if lone_rows.is_signature(distinct):
            return True
        return len(distinct) == 1 and self._alone(row, next(iter(distinct)))

    def _pair(self, row: Row) -> None:
        """Read a row that has a question, an answer or both."""
        if any(
            isinstance(row.at(self._at[key][0]), Fault) for key in (fields.QUESTION, fields.ANSWER)
        ):
            self._reject(row, "questions.failed")
            return
        question, answer = self._text(row, fields.QUESTION), self._text(row, fields.ANSWER)
        if question and question == answer and self._is_across(row):
            self._reject(row, "questions.no_answer")
        elif question and answer:
            self._both(row, question, answer)
        elif question:
            self._no_answer(row, question)
        elif answer:
            self._no_question(row, answer)
        else:
            self._neither(row)

    def _alone(self, row: Row, text: str) -> bool:
        """Read a row with one text in it; tell whether it was anything but a question or answer."""
        across = self._is_across(row)
        what = lone_rows.lone(text, across=across)
        in_question = plain(row.at(self._at[fields.QUESTION][0])) == text
        in_answer = plain(row.at(self._at[fields.ANSWER][0])) == text
        if what is Lone.SECTION and not (in_answer and not across):
            self._section = lone_rows.section(text)
            return True
        if what is Lone.REMARK and (across or not in_answer):
            return True
        if in_question or in_answer:
            if what is not Lone.UNSURE or not in_question:
                return False
            if self._is_wording(row, text) or len(text) > 15:
                return False
            if self._serials or self._read.last is None or fields.CATEGORY not in self._at:
                self._section = text
                return True
            return False
        if what is Lone.UNSURE and len(text) <= 15 and not text[:1].isdigit():
            self._section = text
            return True
        # Numbered in advance, or a category with nothing under it yet.
        return any(text in self._texts(row, key) for key in (fields.SERIAL, fields.CATEGORY))

    def _both(self, row: Row, question: str, answer: str) -> None:
        last = self._read.last
        if last is not None and not self._ours:
            if self._goes_on(row, fields.QUESTION):
                self._use(row)
                last.wordings += self._beside(row)
                if answer not in last.answer:
                    self._add_answer(row, last, answer)
                return
            own_number = self._serials and self._text(row, fields.SERIAL)
            if self._goes_on(row, fields.ANSWER) and not own_number:
                self._use(row)
                last.wordings += [*self._wordings(row, question), *self._beside(row)]
                return
        self._article(row, question, answer)

    def _no_answer(self, row: Row, question: str) -> None:
        last = self._read.last
        if last is not None and not self._ours and self._is_wording(row, question):
            self._use(row)
            last.wordings += self._wordings(row, question)
        elif self._has_parts(row) and not phrasings.asks(question):
            self._section = question
        else:
            self._reject(row, "questions.no_answer")

    def _has_parts(self, row: Row) -> bool:
        """Tell whether the next row is numbered as part of this one: 2.1 under 2."""
        number = self._text(row, fields.SERIAL).rstrip(".、．)） ")
        below = next((one for one in self._sheet.rows if one.number > row.number), None)
        if below is None or not number:
            return False
        return self._text(below, fields.SERIAL).startswith(f"{number}.")

    def _no_question(self, row: Row, answer: str) -> None:
        last = self._read.last
        numbered = self._text(row, fields.SERIAL)
        goes_on = (self._serials and not numbered) or _LEFT.match(answer)
        if last is not None and not self._ours and goes_on and not numbered and self._follows(row):
            self._use(row)
            self._add_answer(row, last, answer)
        else:
            self._reject(row, "questions.no_question")

    def _neither(self, row: Row) -> None:
        """Report a row that has something else only, unless it belongs to the article above."""
        last = self._read.last
        others = [one for one in self._texts(row, fields.PHRASINGS) if one]
        numbered = self._text(row, fields.SERIAL)
        if others and last is not None and not numbered and self._follows(row) and not self._ours:
            self._use(row)
            last.wordings += self._beside(row)
        elif others or any(self._texts(row, fields.NOTE)) or len(set(self._shown(row))) > 2:
            self._reject(row, "questions.no_question")

    def _article(self, row: Row, question: str, answer: str) -> None:
        if answer_text.is_same(answer) and self._read.last is not None:
            said, notes = "\n".join(self._read.last.answer), ""
        elif self._ours:
            said, notes = answer, ""
        elif answer_text.is_pending(answer):
            self._reject(row, "questions.pending")
            return
        else:
            said, notes = answer_text.public(answer)
        state = self._text(row, fields.STATE) or (self._ours and self._text(row, fields.VALIDITY))
        wordings = [question] if self._ours else self._wordings(row, question)
        if state and _OUT_OF_USE.fullmatch(state):
            self._reject(row, "questions.retired")
        elif not said:
            self._reject(row, "questions.no_answer")
        elif not wordings:
            self._reject(row, "questions.no_question")
        elif max(map(len, wordings)) > LONGEST_QUESTION or len(said) > LONGEST_ANSWER:
            self._reject(row, "questions.too_long")
        else:
            self._use(row)
            wordings += self._beside(row)
            draft = Draft(
                row.number,
                wordings,
                [said],
                category=self._category(row),
                owner=self._text(row, fields.OWNER),
                text=" | ".join(self._shown(row)),
            )
            self._limit(row, draft)
            self._read.drafts.append(draft)
            self._warn_notes(row, notes)

    # The parts of an article.

    def _wordings(self, row: Row, text: str) -> list[str]:
        asked = phrasings.split(text)
        return [asked.question, *asked.phrasings] if asked.question else []

    def _others(self, text: str) -> list[str]:
        if self._ours:
            return [line.strip() for line in text.split("\n") if line.strip()]
        return phrasings.split_list(text)

    def _beside(self, row: Row) -> list[str]:
        """Return the wordings that stand in columns of their own."""
        return [one for text in self._texts(row, fields.PHRASINGS) for one in self._others(text)]

    def _add_answer(self, row: Row, draft: Draft, answer: str) -> None:
        said, notes = answer_text.public(answer)
        if said:
            draft.answer.append(said)
        self._warn_notes(row, notes)

    def _warn_notes(self, row: Row, notes: str) -> None:
        if notes:
            self._read.warn(row.number, fields.NOTE, notes, Refusal("questions.note_left_out"))

    def _category(self, row: Row) -> str:
        written = self._text(row, fields.CATEGORY)
        if not written and self._category_once and self._read.last is not None:
            written = self._read.last.category
        return written or ("" if self._ours else self._section)

    def _limit(self, row: Row, draft: Draft) -> None:
        for key, last in ((fields.VALID_FROM, False), (fields.VALID_UNTIL, True)):
            for index in self._at.get(key, ()):
                try:
                    day = read_limit(row.at(index), last=last)
                except Refusal as why:
                    self._read.warn(row.number, key, plain(row.at(index)), why)
                else:
                    setattr(draft, key, day)
        for index in () if self._ours else self._at.get(fields.VALIDITY, ()):
            try:
                first, last_day = read_period(row.at(index))
            except Refusal as why:
                self._read.warn(row.number, fields.VALIDITY, plain(row.at(index)), why)
            else:
                draft.valid_from = draft.valid_from or first
                draft.valid_until = draft.valid_until or last_day
        if draft.valid_from and draft.valid_until and draft.valid_until < draft.valid_from:
            written = draft.valid_until.isoformat()
            self._read.warn(row.number, fields.VALID_UNTIL, written, Refusal("questions.reversed"))
            draft.valid_from = None

    # How the list is kept.

    def _is_wording(self, row: Row, text: str) -> bool:
        """Tell whether a question without an answer is another wording of the one above."""
        last = self._read.last
        if last is None or not self._follows(row):
            return False
        if phrasings.is_labelled(text):
            return True
        if self._serials:
            return not self._text(row, fields.SERIAL)
        beside = (fields.OWNER, fields.NOTE, fields.STATE)
        own = [key for key in beside if self._text(row, key) and not self._is_lower(row, key)]
        category = self._text(row, fields.CATEGORY)
        said = category and not self._goes_on(row, fields.CATEGORY)
        again = self._is_lower(row, fields.CATEGORY) or category == last.category if said else True
        if own or (said and not (self._spread and again)):
            return False
        return self._spread or any(phrasings.are_alike(text, one) for one in last.wordings)

    def _follows(self, row: Row) -> bool:
        """Tell whether a row stands directly under one of the article before."""
        return row.number - 1 in self._read.used

    def _is_lower(self, row: Row, key: str) -> bool:
        """Tell whether a cell is the lower part of a merged area."""
        index = self._at[key][0]
        return any(
            area.left <= index <= area.right and area.top < row.number <= area.bottom
            for area in self._areas.get(row.number, ())
        )

    def _is_across(self, row: Row) -> bool:
        return any(
            area.top <= row.number <= area.bottom and area.right > area.left
            for area in self._areas.get(row.number, ())
        )

    def _strange_head(self) -> set[int]:
        """Return the first row where it names the columns in words nobody knows."""
        rows = [row for row in self._sheet.rows if self._text(row, fields.ANSWER)]
        if self._heads or not rows:
            return set()
        said = [self._text(rows[0], key) for key in (fields.QUESTION, fields.ANSWER)]
        if are_heads(*said):
            return {rows[0].number}
        named = all(one and len(one) <= 8 and not phrasings.asks(one) for one in said)
        others = [self._text(row, fields.QUESTION) for row in rows[1:]]
        return (
            {rows[0].number}
            if named and 2 * sum(map(phrasings.asks, others)) > len(others)
            else set()
        )

    def _are_usual(self, rows: list[Row], key: str) -> bool:
        asked = [
            row
            for row in rows
            if self._text(row, fields.QUESTION) and self._text(row, fields.ANSWER)
        ]
        return bool(asked) and 2 * sum(bool(self._text(row, key)) for row in asked) > len(asked)

    def _ends_blank(self, rows: list[Row]) -> bool:
        asked = [row for row in rows if self._text(row, fields.QUESTION)]
        bare = [row for row in asked if is_blank(row.at(self._at[fields.ANSWER][0]))]
        return len(bare) > 2 and len(bare) >= _HABIT * len(asked)

    def _is_said_once(self, rows: list[Row]) -> bool:
        """Tell whether a category is written in the first of its rows only."""
        if self._ours or fields.CATEGORY not in self._at:
            return False
        said = [
            "" if self._is_lower(row, fields.CATEGORY) else self._text(row, fields.CATEGORY)
            for row in rows
            if self._text(row, fields.ANSWER)
        ]
        written = [one for one in said if one]
        twice = any(one and one == said[at] for at, one in enumerate(said[1:]))
        return not twice and len(written) < len(said) and bool(said and said[0])

    def _use(self, row: Row) -> None:
        self._read.used.add(row.number)

    def _reject(self, row: Row, code: str) -> None:
        self._read.reject(row.number, Refusal(code), self._shown(row))


def _leave_keywords(at: dict[str, list[int]], columns: Columns) -> None:
    """Leave keywords out where other wordings have columns of their own: they ask nothing."""
    named = {one.index for one in columns.columns if _KEYWORDS.search(one.head)}
    named -= set(columns.chosen)
    worded = [one for one in at.get(fields.PHRASINGS, ()) if one not in named]
    if worded:
        at[fields.PHRASINGS] = worded


def _areas_by_row(sheet: Sheet) -> dict[int, list[Area]]:
    """Return the merged areas of each row; those that are taller than any answer say nothing."""
    found: dict[int, list[Area]] = {}
    for area in sheet.merged:
        if area.bottom - area.top < _TALLEST:
            for row in range(area.top, area.bottom + 1):
                found.setdefault(row, []).append(area)
    return found
