"""What the columns of a sheet are: heads, content and neighbours together say it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from desk.sheets.book import Book, Row, Sheet, Value
from desk.sheets.cells import plain
from desk.sheets.head_names import HeadNames
from desk.sheets.head_rows import WIDEST, Heads, find_heads, strange_heads
from desk.sheets.matching import best_matching

#: How many rows are looked at to know columns by content, and how many values of each.
_SAMPLED_ROWS = 500
_SAMPLE = 80
#: Columns behind this one are known by their heads only.
_LOOKED_INTO = 64
#: What a column loses with every step to the right: enough to decide between two alike.
_STEP_RIGHT = 1e-5
#: What a column must be worth as a field to be it.
_ENOUGH = 0.45
#: How much a head must look like a field for other columns to be no second one of its sort.
_NAMED = 0.6
#: What content alone is worth, and how sure it must be. A strange head is meant to name something:
#: it has to be nearly certain there, and gives way to any column that is named.
_WITHOUT_HEADS = (0.6, 0.6)
_UNDER_A_STRANGE_HEAD = (0.3, 0.85)


@dataclass(frozen=True)
class Field:
    """Something a column may be.

    Attributes:
        key: its stable name, such as ``building``.
        heads: what people write over such a column, folded (lower case, half width, no blanks).
        fits: from a sample of a column's values, how much they look like it (0 to 1); None where
            content says nothing.
        repeats: several columns of a sheet may be it.
        secondary: it stands beside another that looks alike, a tenant's name beside the owner's;
            where it alone is named, a strange column may be the other.
    """

    key: str
    heads: tuple[str, ...]
    fits: Callable[[Sequence[Value]], float] | None = None
    repeats: bool = False
    secondary: bool = False


def heads(words: str) -> tuple[str, ...]:
    """Return the names of a field that are written one behind the other."""
    return tuple(words.split())


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it was taken for.

    Attributes:
        index: counted from 0.
        head: what stands over it, parts of a head of two rows joined by a blank; "" for none.
        field: the key of the field; None where it was not understood or is not wanted.
        group: what stands over several columns at once, as 业主 over name and telephone; "" else.
        examples: what stands in it first, up to three values as text.
    """

    index: int
    head: str
    field: str | None
    group: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet that was read.

    Attributes:
        heads: the numbers of the rows that are heads (repeated ones too); empty where there are
            none.
        chosen: the indexes of columns somebody corrected by hand.
    """

    sheet: str | None
    heads: tuple[int, ...]
    columns: tuple[Column, ...]
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody says what a column is; ``field`` None: nothing of ours."""

    sheet: str | None
    column: int
    field: str | None


def understand(
    sheet: Sheet, fields: Sequence[Field], choices: Sequence[Choice] = ()
) -> Columns | None:
    """Return what the columns of a sheet are, None where no table stands in it."""
    names = HeadNames((field.key, field.heads) for field in fields)
    return _understood(sheet, fields, names, choices)[0]


def classify(book: Book, kinds: Mapping[str, Sequence[Field]]) -> str | None:
    """Return which of some kinds of file a book is, by how much of it the fields of each say.

    Of two kinds that fit alike it is the first; None where no sheet is a table to any.
    """
    best, most = None, 0.0
    for kind, fields in kinds.items():
        names = HeadNames((field.key, field.heads) for field in fields)
        worth = 0.0
        for sheet in book.sheets:
            if not sheet.hidden:
                worth = max(worth, _understood(sheet, fields, names, ())[1])
        if worth > most + 1e-9:
            best, most = kind, worth
    return best


def nearest_left(columns: Sequence[Column], index: int, keys: Collection[str]) -> Column | None:
    """Return the nearest column to the left of one that is one of some fields.

    The columns under the same group come first: a telephone under 租户信息 belongs to the name
    under 租户信息, whatever stands between.
    """
    here = next((column for column in columns if column.index == index), None)
    before = [one for one in columns if one.index < index and one.field in keys]
    if here is not None and here.group:
        grouped = [one for one in before if one.group == here.group]
        before = grouped or before
    return max(before, key=lambda one: one.index, default=None)


def _understood(
    sheet: Sheet, fields: Sequence[Field], names: HeadNames, choices: Sequence[Choice]
) -> tuple[Columns | None, float]:
    """Return the columns of a sheet and how much of it was understood."""
    heads = find_heads(sheet.rows, names) or strange_heads(sheet.rows)
    mine = {one.column: one.field for one in choices if one.sheet == sheet.name}
    samples = _samples(sheet.rows, set(heads.rows) if heads else set())
    width = len(heads.names) if heads else 0
    shown = [
        column
        for column in range(min(WIDEST, max([width, *(one + 1 for one in samples)])))
        if column in samples or (column < width and heads and heads.names[column])
    ]
    shown = sorted({*shown, *mine})
    weigher = _Weigher(fields, names, heads, samples)
    free = [column for column in shown if column not in mine]
    given = weigher.given(free, {field for field in mine.values() if field})
    worth = sum(given[column][1] for column in free)
    known = {given[column][0] for column in free} - {None}
    if len(known) < 2 and not any(mine.values()):
        return None, 0.0
    columns = tuple(
        Column(
            index=column,
            head=" ".join(part for part in weigher.head(column) if part),
            field=mine[column] if column in mine else given[column][0],
            group=weigher.head(column)[0],
            examples=tuple(dict.fromkeys(plain(value) for value in samples.get(column, ())[:12]))[
                :3
            ],
        )
        for column in shown
    )
    rows = heads.rows if heads else ()
    return Columns(sheet.name, rows, columns, tuple(sorted(mine))), worth


#: Characters of a cell by which it is told what its column may be: nobody needs more, and a cell
#: may hold 32,767.
_LOOKED_AT = 200


def _samples(rows: Sequence[Row], heads: Collection[int]) -> dict[int, list[Value]]:
    """Return the first values of each column; rows that say one thing only are no data."""
    samples: dict[int, list[Value]] = {}
    for row in rows[:_SAMPLED_ROWS]:
        cells = row.cells[:WIDEST]
        if row.number in heads or len({value for value in cells if value is not None}) < 2:
            continue
        for column, value in enumerate(cells):
            if value is not None:
                values = samples.setdefault(column, [])
                if len(values) < _SAMPLE:
                    values.append(value[:_LOOKED_AT] if isinstance(value, str) else value)
    return samples


class _Weigher:
    """Weighs what each column may be and gives every column what fits the whole best."""

    def __init__(
        self,
        fields: Sequence[Field],
        names: HeadNames,
        heads: Heads | None,
        samples: Mapping[int, Sequence[Value]],
    ) -> None:
        self._fields, self._names, self._heads, self._samples = fields, names, heads, samples

    def head(self, column: int) -> tuple[str, str]:
        """Return what stands over a column: its group and its own head."""
        if self._heads is None or column >= len(self._heads.names):
            return "", ""
        return self._heads.above[column], self._heads.names[column]

    def given(
        self, columns: Sequence[int], taken: Collection[str]
    ) -> dict[int, tuple[str | None, float]]:
        """Return for each column the field it is given and what that is worth."""
        weights = {column: self._weights(column, taken) for column in columns}
        by_name = {
            key
            for column in columns
            for key, score in self._head_scores(column).items()
            if score >= _NAMED and weights[column].get(key, 0.0) >= _ENOUGH
        }
        told = {one.fits for one in self._fields if one.key in by_name and not one.secondary}
        beside = {one.fits for one in self._fields if one.key in by_name and one.secondary}
        alike = {one.key for one in self._fields if one.fits in told}
        alike |= {one.key for one in self._fields if one.secondary and one.fits in beside}
        for column in columns:
            if any(self.head(column)) and not self._head_scores(column):
                # Content alone speaks under a strange head only for what no other head names:
                # where owners have a column, another one of names may be the caretaker's.
                weights[column] = {k: w for k, w in weights[column].items() if k not in alike}
        many = [field.key for field in self._fields if field.repeats]
        shared = [
            max(
                ((weights[column][k], k) for k in many if k in weights[column]),
                key=lambda one: one[0],
                default=(0.0, ""),
            )
            for column in columns
        ]
        # Of two columns that are alike the left one is meant.
        single = [
            {k: w - _STEP_RIGHT * column for k, w in weights[column].items() if k not in many}
            for column in columns
        ]
        matched = best_matching(single, [worth for worth, _ in shared])
        return {
            column: (key, single[at][key]) if key else (shared[at][1] or None, shared[at][0])
            for at, (column, key) in enumerate(zip(columns, matched, strict=True))
        }

    def _head_scores(self, column: int) -> dict[str, float]:
        above, name = self.head(column)
        scores = dict(self._names.scores(name))
        if above:
            for part, worth in ((above + name, 1.0), (_short(above) + name, 1.0), (above, 0.5)):
                for key, score in self._names.scores(part).items():
                    scores[key] = max(scores.get(key, 0.0), worth * score)
        return scores

    def _weights(self, column: int, taken: Collection[str]) -> dict[str, float]:
        """Return what a column would be worth as each field it may be."""
        scores = self._head_scores(column)
        named = any(self.head(column))
        sample = self._samples.get(column, ())
        weights: dict[str, float] = {}
        for field in self._fields:
            if field.key in taken and not field.repeats:
                continue
            score = scores.get(field.key, 0.0)
            if scores and not score:
                continue
            fit = None
            if field.fits is not None and sample and (score or column < _LOOKED_INTO):
                fit = field.fits(sample)
            if score:
                weight = score if fit is None else score * (0.5 + 0.5 * fit)
                enough = weight >= _ENOUGH
            else:
                worth, least = _UNDER_A_STRANGE_HEAD if named else _WITHOUT_HEADS
                weight = worth * (fit or 0.0)
                enough = (fit or 0.0) >= least
            if enough:
                weights[field.key] = weight
        return weights


def _short(group: str) -> str:
    """Return a group without the empty words at its end: 业主信息 -> 业主."""
    for end in ("信息", "情况", "资料"):
        group = group.removesuffix(end)
    return group
