"""What words that were read mean in the centre's own terms: which category, and how urgent."""

from __future__ import annotations

from desk.centre import categories
from desk.centre.categories import CategoryRow
from desk.centre.profile import Centre
from desk.codes import Kind, Urgency
from desk.language.reading import Reading


def category_of(centre: Centre, reading: Reading, kind: Kind) -> CategoryRow | None:
    """Return the category the words mean, else one of what they are about and of that kind."""
    family = reading.family.value if reading.family is not None else None
    named = None
    if reading.category is not None:
        leaf = reading.category.value
        family = family or leaf.family
        # By its name first: the family that the words speak of may be another than its own.
        names = (leaf.branch, leaf.leaf)
        rows = (row for row in centre.categories if (row.form.scope, row.form.name) == names)
        named = next(rows, None)
    if named is not None and named.form.kind is kind:
        return named
    kin = categories.suggested(centre.categories, family, kind) if family is not None else None
    if kin is not None and kin.form.kind is kind:
        return kin
    return named or kin


def urgency_of(category: CategoryRow | None, reading: Reading, kind: Kind) -> Urgency:
    """Return how urgent it is: as the words say, else as a category of that kind is."""
    if category is not None and category.form.kind is kind and not reading.urgency.spans:
        return category.form.urgency
    return reading.urgency.value
