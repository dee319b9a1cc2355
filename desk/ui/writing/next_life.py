"""What a view of a list and an editor takes along when it is made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from desk.ui.panes import Panes
from desk.ui.writing.draft_file import DraftFile

K = TypeVar("K")
K_contra = TypeVar("K_contra", contravariant=True)


class Browser(Protocol[K_contra]):
    """The list of the view."""

    def state(self) -> dict[str, Any]:
        """Return what is looked for."""
        ...

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what an earlier life left."""
        ...

    def choose(self, key: K_contra | None) -> None:
        """Choose something, at once or as soon as it is in the list."""
        ...


@dataclass(frozen=True)
class NextLife(Generic[K]):
    """The parts of such a view; ``show`` shows what has a key, or nothing."""

    browser: Browser[K]
    drafts: DraftFile
    panes: Panes
    show: Callable[[K | None], None]

    def state(self, current: object) -> dict[str, Any]:
        """Return the search, the chosen key and everything that is being written."""
        return {
            "browser": self.browser.state(),
            "drafts": self.drafts.state(),
            "current": current,
            "front": self.panes.right_in_front,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what an earlier life of the view left."""
        self.drafts.restore(state.get("drafts", ()))
        self.browser.restore(state.get("browser", {}))
        self.show(state.get("current"))
        self.browser.choose(state.get("current"))
        self.panes.show_right(bool(state.get("front")))
