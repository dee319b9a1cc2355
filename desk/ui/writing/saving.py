"""Saving what stands in the fields, and saying at its field what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from desk.models.database import Write
from desk.models.journal import Actor
from desk.refusals import Refusal
from desk.ui.session import Session

S = TypeVar("S")


class Fields(Protocol):
    """The fields something is saved from."""

    def complain(self, sentences: Mapping[str, str], whole: str = "") -> None:
        """Say what is wrong under its field, or above all of them."""
        ...

    def set_busy(self, busy: bool) -> None:
        """Hold the saving while it is on its way."""
        ...


class Saving(QObject):
    """One save at a time; a refusal leaves everything that was typed."""

    def __init__(
        self,
        session: Session,
        fields: Fields,
        field_of: Mapping[str, str],
        stale: str,
        parent: QObject,
    ) -> None:
        """Save from fields.

        Args:
            session: where it is written.
            fields: where it was typed.
            field_of: the field each code of a refusal is about.
            stale: the code that says somebody else was faster.
            parent: lives as long as this.
        """
        super().__init__(parent)
        self._session = session
        self._fields = fields
        self._field_of = field_of
        self._stale = stale

    def start(
        self,
        save: Callable[[Write], S],
        saved: Callable[[S], None],
        stale: Callable[[], None],
        actor: Actor,
    ) -> None:
        """Save by one transaction.

        Args:
            save: writes it.
            saved: takes what came of it.
            stale: done where somebody else was faster.
            actor: who answers for it.
        """
        self._fields.set_busy(True)

        def done(result: S) -> None:
            self._fields.set_busy(False)
            saved(result)

        failed = partial(self._refused, stale)
        self._session.write(save, done, owner=self, failed=failed, actor=actor)

    def _refused(self, stale: Callable[[], None], error: Exception) -> None:
        self._fields.set_busy(False)
        said_so = self._session.wording(error)
        if said_so is None:
            self._session.refuse(error)
            return
        code = error.code if isinstance(error, Refusal) else ""
        if code == self._stale:
            stale()
        elif code in self._field_of:
            self._fields.complain({self._field_of[code]: said_so})
        else:
            self._fields.complain({}, said_so)
