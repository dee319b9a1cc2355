"""What taking an import back comes to, and why a row of it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desk.codes import Topic
from desk.models import bulk
from desk.models.database import Write

#: Why a row stays: each is the code of a sentence (``desk.words.refused.intake``).
KEPT_CHANGED = "import.kept_changed"
KEPT_TICKET = "import.kept_ticket"
KEPT_CALL = "import.kept_call"
KEPT_LATER = "import.kept_later"
KEPT_LIVED_IN = "import.kept_lived_in"


class Kept(NamedTuple):
    """A row of an import that stays as it is, and the code of why."""

    topic: Topic
    subject: int
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What one kind of import took back: how many rows by name, and which stayed."""

    removed: Mapping[str, int]
    kept: tuple[Kept, ...]


#: Takes back the rows of an import inside the write: (write, the import's id, the id of its entry
#: in the journal; later ones are other people's work).
Undo = Callable[[Write, int, int], Undone]


def as_if_never(write: Write, imported: int, topic: Topic, subjects: Iterable[int]) -> None:
    """Let rows that were put back count as untouched for the imports before.

    To change a row and to put it back have raised its version by two.
    """
    statement = (
        "UPDATE imported_row SET version = version + 2"
        " WHERE imported_id < ? AND topic = ? AND subject = ?"
    )
    bulk.change(write.database, statement, ((imported, topic.value, one) for one in subjects))
