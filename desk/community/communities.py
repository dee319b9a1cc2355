"""The communities a centre serves; a single one is not shown anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes import Topic
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Community
from desk.refusals import Refusal


@dataclass(frozen=True)
class CommunityRow:
    """A community as the settings show it."""

    id: int
    version: int
    name: str
    telephone: str
    address: str


def active() -> list[CommunityRow]:
    """Return the communities that are served, in the order they were added."""
    query = Community.select().where(Community.active).order_by(Community.id)
    return [
        CommunityRow(row.id, row.version, row.name, row.telephone, row.address) for row in query
    ]


def edit(
    write: Write, community: int, seen: int, *, name: str, telephone: str, address: str
) -> int:
    """Change what stands on every slip; return the row's new version.

    Raises:
        Refusal: ``community.name_missing``, ``community.exists`` or ``community.stale``.
    """
    name = name.strip()
    if not name:
        raise Refusal("community.name_missing")
    taken = Community.get_or_none((Community.name == name) & (Community.id != community))
    if taken is not None:
        raise Refusal("community.exists", name=name)
    version = versions.update(
        Community,
        community,
        seen,
        "community.stale",
        name=name,
        telephone=telephone.strip(),
        address=address.strip(),
    )
    write.log(Topic.COMMUNITIES, community, "community.edited", detail={"name": name})
    return version
