"""The tree of categories, two levels deep: what a ticket is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.centre import positions
from desk.centre.staff import require_supervisor
from desk.codes import Family, Kind, Topic, Urgency
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Category
from desk.refusals import Refusal
from desk.words.catalogue import Words


@dataclass(frozen=True)
class CategoryForm:
    """One leaf of the tree.

    Attributes:
        scope: the name of the upper level.
        name: unique below it.
        english: the name where English is shown; ``name`` where it is empty.
        kind: the kind of ticket it suggests.
        family: what it is about, if it belongs to any family.
        urgency: the urgency it suggests.
    """

    scope: str
    name: str
    english: str
    kind: Kind
    family: Family | None
    urgency: Urgency


@dataclass(frozen=True)
class CategoryRow:
    """A stored category."""

    id: int
    version: int
    form: CategoryForm

    def name(self, words: Words) -> str:
        """Return its own name in a language."""
        shown = self.form.english if words.language == "en" else ""
        return shown or self.form.name


def active() -> tuple[CategoryRow, ...]:
    """Return the categories in their order."""
    query = Category.select().where(Category.active).order_by(Category.position, Category.id)
    return tuple(CategoryRow(row.id, row.version, _form(row)) for row in query)


def suggested(rows: Iterable[CategoryRow], family: Family, kind: Kind) -> CategoryRow | None:
    """Return the first category of a family, one of the same kind before any other."""
    of_family = [row for row in rows if row.form.family is family]
    of_kind = (row for row in of_family if row.form.kind is kind)
    return next(of_kind, of_family[0] if of_family else None)


def add(write: Write, form: CategoryForm) -> int:
    """Add a category behind the others and return its id; a removed one comes back.

    Raises:
        Refusal: ``staff.supervisor_needed``, ``category.name_missing`` or ``category.exists``.
    """
    require_supervisor(write.actor)
    columns = _columns(form)
    former = Category.get_or_none(
        (Category.scope == columns["scope"]) & (Category.name == columns["name"])
    )
    if former is not None and former.active:
        raise Refusal("category.exists", name=former.name)
    if former is not None:
        stale = "category.stale"
        versions.update(Category, former.id, former.version, stale, active=True, **columns)
        category = int(former.id)
    else:
        position = Category.select().count()
        category = int(Category.insert(position=position, **columns).execute())
    write.log(Topic.CATEGORIES, category, "category.added", detail=columns)
    return category


def insert_all(write: Write, forms: Iterable[CategoryForm]) -> None:
    """Add the categories of a new centre in one statement, whoever acts."""
    rows = [_columns(form) | {"position": position} for position, form in enumerate(forms)]
    if rows:
        Category.insert_many(rows).execute()
        write.log(Topic.CATEGORIES, 0, "category.all_added", detail={"count": len(rows)})


def edit(write: Write, category: int, seen: int, form: CategoryForm) -> int:
    """Change a category and return its new version.

    Raises:
        Refusal: as ``add``, or ``category.stale``.
    """
    require_supervisor(write.actor)
    columns = _columns(form)
    others = Category.select().where(
        Category.scope == columns["scope"],
        Category.name == columns["name"],
        Category.id != category,
    )
    if others.exists():
        raise Refusal("category.exists", name=columns["name"])
    version = versions.update(Category, category, seen, "category.stale", **columns)
    write.log(Topic.CATEGORIES, category, "category.edited", detail=columns)
    return version


def reorder(write: Write, ids: Sequence[int]) -> None:
    """Put the categories in this order, in which they are listed and suggested.

    Raises:
        Refusal: ``staff.supervisor_needed``.
    """
    positions.reorder(write, Category, Topic.CATEGORIES, "category.moved", ids)


def remove(write: Write, category: int, seen: int) -> int:
    """Offer a category no longer; its tickets keep it. Return its new version.

    Raises:
        Refusal: ``staff.supervisor_needed`` or ``category.stale``.
    """
    require_supervisor(write.actor)
    version = versions.update(Category, category, seen, "category.stale", active=False)
    write.log(Topic.CATEGORIES, category, "category.removed")
    return version


def _form(row: Category) -> CategoryForm:
    return CategoryForm(
        scope=row.scope,
        name=row.name,
        english=row.english,
        kind=Kind(row.kind),
        family=Family(row.family) if row.family else None,
        urgency=Urgency(row.urgency),
    )


def _columns(form: CategoryForm) -> dict[str, str | int]:
    scope, name = form.scope.strip(), form.name.strip()
    if not scope or not name:
        raise Refusal("category.name_missing")
    return {
        "scope": scope,
        "name": name,
        "english": form.english.strip(),
        "kind": form.kind,
        "family": form.family or "",
        "urgency": form.urgency,
    }
