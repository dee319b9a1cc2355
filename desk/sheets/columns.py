"""What the columns of a sheet are: heads, content and neighbours together say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.sheets.book import Sheet, Value


@dataclass(frozen=True)
class Field:
    """Something a column may be.

    Attributes:
        key: its stable name, such as ``building``.
        heads: what people write over such a column, folded (lower case, half width, no blanks).
        fits: from a sample of a column's values, how much they look like it (0 to 1); None where
            content says nothing.
        repeats: several columns of a sheet may be it.
    """

    key: str
    heads: tuple[str, ...]
    fits: Callable[[Sequence[Value]], float] | None = None
    repeats: bool = False


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
    raise NotImplementedError
