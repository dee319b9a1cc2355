"""Keeps the full sentence model in step with the library, where one is installed.

Articles are understood one by one with a rest after each, and none while somebody types; whoever
asks waits for one article at most.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.ui.jobs import Lane
from desk.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.answers.library import StoredArticle
    from desk.answers.sentence_model import SentenceModel

_log = logging.getLogger(__name__)
#: Milliseconds of rest after an article.
_REST = 60
#: After a key no article is begun for so long.
_HUSH = timedelta(seconds=2)


class Sentences(QObject):
    """The sentence model of a window; without the package nothing is imported and nothing done.

    Attributes:
        model: it, None before the library is in memory and where it is not installed. It is used
            in ``Lane.MEANING`` only.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.model: SentenceModel | None = None
        self._absent = False
        self._typed = session.clock.now() - _HUSH
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._next)
        session.memory_changed.connect(self._follow)

    def hush(self) -> None:
        """Understand no article for a moment: somebody types."""
        self._typed = self._session.clock.now()

    def _follow(self) -> None:
        memory = self._session.memory
        if self._absent or not memory.loaded:
            return
        if self.model is None:
            from desk.answers.sentence_model import SentenceModel, installed

            if not installed():
                self._absent = True
                return
            self.model = SentenceModel(self._session.folder)
        self._session.jobs.run(
            partial(_follow, self.model, memory.articles),
            self._understood,
            self._failed,
            lane=Lane.MEANING,
            owner=self,
        )

    def _next(self) -> None:
        if self.model is None:
            return
        if self._session.clock.now() - self._typed < _HUSH:
            self._rest.start()
            return
        self._session.jobs.run(
            self.model.understand,
            self._understood,
            self._failed,
            lane=Lane.MEANING,
            owner=self,
            key="understand",
        )

    def _understood(self, left: bool) -> None:
        if left:
            self._rest.start()

    def _failed(self, error: Exception) -> None:
        """Go on without it: it is there and cannot be used, and nobody needs it."""
        _log.warning("the sentence model cannot be used: %s", type(error).__name__)
        self.model, self._absent = None, True


def _follow(model: SentenceModel, articles: Mapping[int, StoredArticle]) -> bool:
    from desk.answers.sentence_model import Wording

    return model.follow(
        {one: Wording(row.form.question, row.form.answer) for one, row in articles.items()}
    )
