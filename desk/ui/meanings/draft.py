"""A concept while it is being written: what stands in the fields, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desk.answers.concepts import StoredConcept
from desk.ui.fields.word_list import take_apart

#: The key of a concept that is not stored yet.
NEW = ""


@dataclass(frozen=True)
class Typed:
    """The fields as they stand: the name, and the words one a line."""

    name: str = ""
    words: str = ""

    def said(self) -> list[str]:
        """Return the words as they will be kept."""
        return take_apart(self.words)

    def same(self, other: Typed) -> bool:
        """Tell whether both would be kept alike."""
        return " ".join(self.name.split()) == " ".join(other.name.split()) and (
            self.said() == other.said()
        )


@dataclass(frozen=True)
class Draft:
    """What somebody is writing.

    Attributes:
        key: of the concept, or ``NEW``.
        seen: the version that was read when the writing began, or was shown since.
        base: what stood in the fields then.
        typed: what stands in them now.
    """

    key: str
    seen: int
    base: Typed
    typed: Typed

    @property
    def dirty(self) -> bool:
        """Whether something would be lost by leaving it."""
        return self.typed != self.base

    def state(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def from_state(state: Mapping[str, Any]) -> Draft:
    """Return the draft of plain values."""
    base, typed = Typed(**state["base"]), Typed(**state["typed"])
    return Draft(str(state["key"]), int(state["seen"]), base, typed)


def typed_of(stored: StoredConcept) -> Typed:
    """Return a concept as it stands in the fields."""
    return Typed(stored.concept.name, "\n".join(stored.concept.words))


def editing(stored: StoredConcept) -> Draft:
    """Return the draft with which the editing of a concept begins."""
    typed = typed_of(stored)
    return Draft(stored.concept.key, stored.version, typed, typed)


def beginning(word: str = "") -> Draft:
    """Return the draft of a new concept; a given word is no reason to ask before leaving."""
    return Draft(NEW, 0, Typed(), Typed(word, f"{word}\n" if word else ""))
