"""The categories a new centre begins with, from ``resources/centre/categories.json``."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from desk.centre.categories import CategoryForm
from desk.codes import Family, Kind, Urgency
from desk.resources import resource


def default_categories() -> tuple[CategoryForm, ...]:
    """Return the whole tree in its order.

    Raises:
        Refusal: ``resource.missing``.
    """
    return tuple(
        CategoryForm(
            scope=branch["scope"],
            name=leaf["name"],
            english=leaf["english"],
            kind=Kind(branch["kind"]),
            family=Family(leaf["family"]) if leaf["family"] else None,
            urgency=Urgency(leaf["urgency"]),
        )
        for branch in _branches()
        for leaf in branch["leaves"]
    )


def scope_in(language: str, scope: str) -> str:
    """Return the name of an upper level in a language; a centre's own is shown as it is."""
    if language != "en":
        return scope
    return next((branch["english"] for branch in _branches() if branch["scope"] == scope), scope)


@lru_cache(maxsize=1)
def _branches() -> list[dict[str, Any]]:
    branches: list[dict[str, Any]] = json.loads(
        resource("centre", "categories.json").read_text("utf-8")
    )
    return branches
