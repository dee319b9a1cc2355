"""Puts the answers in order once more when the keys rest, where a sentence model is installed."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.ui.jobs import Lane
from desk.ui.sentences import Sentences
from desk.ui.session import Session

if TYPE_CHECKING:
    from desk.calls.assist import Answer, Sight

_log = logging.getLogger(__name__)
#: Milliseconds after the last key before the model is asked.
_RESTS = 120
#: Later than this after the last key the eye has settled on the order that stands there.
_TOO_LATE = timedelta(milliseconds=400)


class SecondOrder(QObject):
    """Asks once for each sight; what comes too late, after a key or a walk, is dropped."""

    #: The sight that is shown, its answers in another order.
    came = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._sentences = Sentences(session, self)
        self._walked = False
        self._composing = False
        self._text = ""
        self._since = session.clock.now()
        self._sight: Sight | None = None
        #: The words, their answers in the first order, and in the second.
        self._kept: tuple[str, tuple[Answer, ...], tuple[Answer, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RESTS)
        self._timer.timeout.connect(self._ask)

    def set_walked(self, walked: bool) -> None:
        """Take it that somebody walked to a row, and so wants the rows to stay."""
        self._walked = walked

    def begin(self, text: str, *, composing: bool) -> None:
        """Drop what is under way, because the words are read anew; wait for the keys to rest."""
        self._sight = None
        self._composing = composing
        if self._sentences.model is not None:
            self._since = self._session.clock.now()
            self._timer.start()
            if text != self._text:
                self._sentences.hush()
        self._text = text

    def seen(self, sight: Sight) -> Sight:
        """Return a new sight as it is to be shown: words that stay keep their second order."""
        if self._kept is not None:
            text, first, second = self._kept
            if sight.text == text and sight.answers == first:
                return replace(sight, answers=second)
            self._kept = None
        self._sight = sight
        if self._sentences.model is not None and not self._timer.isActive():
            self._ask()
        return sight

    def _ask(self) -> None:
        sight, model = self._sight, self._sentences.model
        if sight is None or model is None or self._composing or sight.lookup:
            return
        from desk.answers.second_look import worth_it
        from desk.calls.again import look_again

        if self._walked or not sight.answers or not worth_it(sight.text, sight.decision):
            return
        self._session.jobs.run(
            partial(look_again, self._session.memory, model, sight.text),
            partial(self._came, sight),
            self._failed,
            lane=Lane.MEANING,
            owner=self,
            key="again",
        )

    def _came(self, sight: Sight, answers: tuple[Answer, ...] | None) -> None:
        late = self._session.clock.now() - self._since > _TOO_LATE
        if sight is not self._sight or answers is None or late or self._walked:
            return
        self._kept = sight.text, sight.answers, answers
        self.came.emit(replace(sight, answers=answers))

    def _failed(self, error: Exception) -> None:
        """Leave the first order; it is as good as it was."""
        _log.warning("no second order: %s", type(error).__name__)
