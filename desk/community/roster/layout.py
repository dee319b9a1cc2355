"""Which column of a roster holds what, and which telephone column belongs to which names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desk.codes import Relation, RoomKind
from desk.community.roster import fields as f
from desk.sheets.columns import Column, Columns, nearest_left

_OWNER = re.compile(r"业主|产权|户主|房主|房东|购房|买受|共有|owner", re.IGNORECASE)
_TENANT = re.compile(r"租|tenant|renter|lessee", re.IGNORECASE)
_FAMILY = re.compile(
    r"家属|家庭(?!电话|固话|座机|宅电|联系|住址|地址)|家人|配偶|同住|成员|family|spouse",
    re.IGNORECASE,
)
_ANYBODY = re.compile(r"住户|居民|resident", re.IGNORECASE)
#: People with numbers who are none of the room's.
_OUTSIDER = re.compile("联系人|联络人|管家|楼管|楼长|经办|中介|负责人|代理|委托|顾问|网格")
_HOMES = (f.PHASE, f.BUILDING, f.UNIT, f.FLOOR, f.ROOM)
#: Over the rooms of those who use the parking spaces that a table lists.
_OF_A_SPACE = re.compile(
    "所属|对应|关联|绑定|所在房|(?:业主|车主|使用人|住户)(?:的)?(?:房|住|地址|门牌)"
)
#: 单位 is a flat beside its floor; else it is a firm or what a price is for.
_FIRM_OR_FLAT = re.compile("单位|單位")


@dataclass(frozen=True, slots=True)
class People:
    """A column of names with its columns of telephone numbers.

    Attributes:
        name: None where a sheet has numbers only.
        relation: what the heads say the people are; None where they do not.
    """

    name: int | None
    phones: tuple[int, ...]
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in a table of a roster; columns are counted from 0.

    Attributes:
        one: the column of each field that there is one of.
        people: in the order of their columns.
        notes: columns of remarks.
        extra: columns of something that a room has besides (a parking space): index and head.
        kind: what every room is where the heads say so.
        related: the column of names that the column of relations is about.
    """

    one: dict[str, int]
    people: tuple[People, ...]
    notes: tuple[int, ...]
    extra: tuple[tuple[int, str], ...]
    kind: RoomKind | None
    related: int | None = None

    @property
    def known(self) -> frozenset[int]:
        """The columns in which something stands that makes a row data."""
        names = [one.name for one in self.people if one.name is not None]
        phones = [phone for one in self.people for phone in one.phones]
        telling = [self.one[key] for key in (f.AREA, f.MOVED_IN) if key in self.one]
        return frozenset((*names, *phones, *telling, *self.notes))

    @property
    def has_rooms(self) -> bool:
        """Tell whether some column says which room a row is about."""
        return f.ROOM in self.one


def relation_in(text: str) -> Relation | None:
    """Return what a head or a title says people are; None where it says none or several."""
    said = [
        relation
        for pattern, relation in (
            (_FAMILY, Relation.FAMILY),
            (_TENANT, Relation.TENANT),
            (_OWNER, Relation.OWNER),
        )
        if pattern.search(text)
    ]
    if said and said[0] is Relation.FAMILY:
        return Relation.FAMILY  # 业主家属
    return said[0] if len(said) == 1 else None


def relation_of_title(text: str) -> Relation | None:
    """Return what the people of a roster with such a title are: 业主花名册, 租户登记."""
    if _ANYBODY.search(text) or _FAMILY.search(text):
        return None
    return relation_in(text)


def lay_out(columns: Columns, about: RoomKind | None = None) -> tuple[Layout, Columns]:
    """Return where everything stands, and the columns with names and numbers made exact.

    Args:
        columns: as they were understood.
        about: what the sheet's name says that its rooms are.
    """
    named = tuple(_exact_name(one, one.index in columns.chosen) for one in columns.columns)
    one, kind, extra = _places(named, about)
    people, phones = _people(named)
    shown = tuple(
        replace(column, field=_shown(column, phones.get(column.index, False), one))
        for column in named
    )
    notes = tuple(column.index for column in named if column.field == f.NOTE)
    related = _related(one.get(f.RELATION), [one.name for one in people if one.name is not None])
    return Layout(one, people, notes, extra, kind, related), replace(columns, columns=shown)


def _related(relation: int | None, names: Sequence[int]) -> int | None:
    """Return the column of names that a column of relations is about: the nearest on its left."""
    if relation is None:
        return None
    return max((at for at in names if at < relation), default=min(names, default=None))


def _exact_name(column: Column, chosen: bool) -> Column:
    """Return a column of names or numbers as one of owners, tenants, family where heads say so."""
    if chosen or column.field not in (f.NAME, f.PHONE):
        return column
    relation = relation_in(f"{column.group} {column.head}")
    kinds = f.NAMES if column.field == f.NAME else f.PHONES
    exact = next((key for key, of in kinds.items() if of is relation), column.field)
    return replace(column, field=exact)


def _places(
    columns: Sequence[Column], about: RoomKind | None
) -> tuple[dict[str, int], RoomKind | None, tuple[tuple[int, str], ...]]:
    """Return the single columns, what a table of shops or parking spaces is of, and extras."""
    heads = {column.index: column.head for column in columns}
    single = {
        column.field: column.index
        for column in columns
        if column.field and column.field not in (*f.NAMES, *f.PHONES, f.NOTE, f.UNUSED, f.TOTAL)
    }
    kind = None
    if f.FLOOR not in single and _FIRM_OR_FLAT.fullmatch(heads.get(single.get(f.ROOM, -1), "")):
        del single[f.ROOM]
    homes: tuple[tuple[int, str], ...] = ()
    if _lists_spaces(single, heads, about):
        homes = tuple((single.pop(key), "") for key in _HOMES if key in single)
        homes = tuple((at, heads[at]) for at, _ in homes)
    if f.ROOM not in single:
        for key, of in ((f.SHOP, RoomKind.SHOP), (f.PARKING, RoomKind.GARAGE)):
            if key in single:
                single[f.ROOM] = single.pop(key)
                # 房号/车位号 is either.
                kind = None if re.search("房|室|户", heads[single[f.ROOM]]) else of
                break
    extra = homes + tuple(
        (column.index, column.head)
        for column in columns
        if column.field in (f.SHOP, f.PARKING) and column.field in single
    )
    return single, kind, extra


def _lists_spaces(
    single: Mapping[str, int], heads: Mapping[int, str], about: RoomKind | None
) -> bool:
    """Tell whether the rows are parking spaces, each with the room of whoever uses it."""
    if f.PARKING not in single or f.ROOM not in single:
        return False
    if about is RoomKind.GARAGE or _OF_A_SPACE.search(heads[single[f.ROOM]]):
        return True
    return all(single[f.PARKING] < single[key] for key in _HOMES if key in single)


def _people(columns: Sequence[Column]) -> tuple[tuple[People, ...], dict[int, Relation | None]]:
    """Return the columns of people, and for each telephone column whose it is."""
    names = [column for column in columns if column.field in f.NAMES]
    phones = [column for column in columns if column.field in f.PHONES]
    strangers = [phone for phone in phones if _of_outsider(phone, columns)]
    if len(strangers) < len(phones):
        phones = [phone for phone in phones if phone not in strangers]
    relations = {column.index: f.NAMES[str(column.field)] for column in names}
    if Relation.TENANT in relations.values() and Relation.OWNER not in relations.values():
        # Beside tenants, those of whom nothing is said are the owners.
        relations = {at: relation or Relation.OWNER for at, relation in relations.items()}
    whose: dict[int, int | None] = {}
    for column in phones:
        whose[column.index] = _whose(column, columns, names, relations)
    _pair_runs(names, phones, whose)
    people = [
        People(
            column.index,
            tuple(at for at, name in whose.items() if name == column.index),
            relations[column.index],
        )
        for column in names
    ]
    alone = tuple(at for at, name in whose.items() if name is None)
    if alone:
        people.append(People(None, alone, None))
    return tuple(people), {
        at: relations[name] if name is not None else None for at, name in whose.items()
    }


def _of_outsider(phone: Column, columns: Sequence[Column]) -> bool:
    """Tell whether a number is that of somebody to call, who is named just before it."""
    left = next((column for column in columns if column.index == phone.index - 1), None)
    said = left is not None and left.field == f.UNUSED and _OUTSIDER.search(left.head)
    return bool(said) and phone.field == f.PHONE


def _whose(
    phone: Column,
    columns: Sequence[Column],
    names: Sequence[Column],
    relations: dict[int, Relation | None],
) -> int | None:
    """Return the column of names that a telephone column belongs to."""
    said = f.PHONES[str(phone.field)]
    keys = {name.field for name in names if relations[name.index] is said} if said else set(f.NAMES)
    found = nearest_left(columns, phone.index, {key for key in keys if key})
    if found is None:
        right = [name for name in names if not keys or name.field in keys] or names
        found = min(right, key=lambda name: abs(name.index - phone.index), default=None)
    return found.index if found is not None else None


def _pair_runs(
    names: Sequence[Column], phones: Sequence[Column], whose: dict[int, int | None]
) -> None:
    """Pair columns of names side by side with as many of numbers behind them, in order."""
    for size in range(2, len(names) + 1):
        for start in range(len(names) - size + 1):
            run = names[start : start + size]
            first, last = run[0].index, run[-1].index
            behind = [phone for phone in phones if last < phone.index <= last + size]
            side_by_side = last - first == size - 1
            if side_by_side and len(behind) == size and len({one.field for one in behind}) == 1:
                for name, phone in zip(run, behind, strict=True):
                    whose[phone.index] = name.index


def _shown(column: Column, whose: Relation | bool | None, one: dict[str, int]) -> str | None:
    """Return the field of a column as it is shown: whose numbers; nothing for what is not read."""
    if column.field in f.PHONES and whose is not False:
        return next(key for key, relation in f.PHONES.items() if relation is whose)
    if column.field in (f.SERIAL, f.TOTAL, f.UNUSED):
        return None
    return column.field
