"""A concept while it is being written: what stands in the fields, and what it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.answers.concepts import StoredConcept
from desk.ui.fields.word_list import take_apart
from desk.ui.writing import draft

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


class Draft(draft.Draft[str, Typed]):
    """A concept being written; its key is that of the concept, or ``NEW``."""


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
