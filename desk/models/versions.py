"""Writing upon what somebody saw: a row that has changed since is refused, never overwritten."""

from __future__ import annotations

from typing import Any

from desk.models.fields import Row
from desk.refusals import Refusal


def update(
    table: type[Row],
    row: int | str,
    seen: int,
    stale: str,
    **changes: Any,  # noqa: ANN401
) -> int:
    """Change a row whose version is still ``seen`` and return its new version.

    Raises:
        Refusal: with the code ``stale`` when the row was changed or removed meanwhile.
    """
    key = table._meta.primary_key  # noqa: SLF001 - peewee's own name for it
    changed = (
        table.update(version=seen + 1, **changes)
        .where((key == row) & (table.version == seen))
        .execute()
    )
    if not changed:
        raise Refusal(stale)
    return seen + 1
