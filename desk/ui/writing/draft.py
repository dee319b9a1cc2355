"""Something stored while it is being written: what stands in the fields, and what did before."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import asdict, dataclass
from typing import Any, Generic, Self, TypeVar

#: What tells one stored thing from another: an id, or a key.
K = TypeVar("K", bound=Hashable)
#: The fields as they stand: a frozen dataclass of plain values.
T = TypeVar("T")


@dataclass(frozen=True)
class Draft(Generic[K, T]):
    """What somebody is writing.

    Attributes:
        key: of what is written, or that of what is not stored yet.
        seen: the version that was read when the writing began, or was shown since.
        base: what stood in the fields then.
        typed: what stands in them now.
    """

    key: K
    seen: int
    base: T
    typed: T

    @property
    def dirty(self) -> bool:
        """Whether something would be lost by leaving it."""
        return self.typed != self.base

    def retyped(self, typed: T) -> Self:
        """Return it with other words in the fields."""
        return type(self)(self.key, self.seen, self.base, typed)

    def upon(self, seen: int, base: T) -> Self:
        """Return it as one that was begun upon another version."""
        return type(self)(self.key, seen, base, self.typed)

    def state(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)
