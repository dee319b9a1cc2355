"""Taking a concept out of use and back to the company standard: each a supervisor's word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.answers import concepts
from desk.answers.concepts import StoredConcept
from desk.models.database import Write
from desk.models.journal import Actor
from desk.ui.session import Session


class Turning(QObject):
    """Writes what needs no fields, and says what came of it."""

    #: Somebody else was faster: what is shown is old.
    refused = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def remove(self, stored: StoredConcept) -> None:
        """Take a concept out of use."""
        words = self._session.words
        told = words.say("Out of use; under Removed it can be brought back.")
        self._write(stored, concepts.remove, told)

    def restore(self, stored: StoredConcept) -> None:
        """Go back to the words that ship; use our own concept again."""
        words = self._session.words
        ours = stored.concept.key.startswith("own:")
        told = words.say("It is used again.") if ours else words.say("The company standard holds.")
        self._write(stored, concepts.restore, told)

    def _write(
        self, stored: StoredConcept, deed: Callable[[Write, str, int], None], told: str
    ) -> None:
        session = self._session

        def write(actor: Actor) -> None:
            session.write(
                lambda write: deed(write, stored.concept.key, stored.version),
                partial(self._written, told),
                owner=self,
                failed=self._failed,
                actor=actor,
            )

        session.supervise(write)

    def _written(self, told: str, _nothing: None) -> None:
        self._session.tell(told)

    def _failed(self, error: Exception) -> None:
        self._session.refuse(error)
        self.refused.emit()
