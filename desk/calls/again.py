"""The answers of a sight in their second order, where a sentence model is installed."""

from __future__ import annotations

from desk.answers import second_look
from desk.answers.sentence_model import SentenceModel
from desk.calls.assist import ANSWERS, Answer, answers_of
from desk.calls.memory import Memory


def look_again(memory: Memory, model: SentenceModel, text: str) -> tuple[Answer, ...] | None:
    """Return the best answers to a text once more; None where the model cannot say yet."""
    with memory.reading():
        hits = memory.index.search(text, second_look.LOOKED_AT)
    # The model thinks while nobody waits for the memory.
    found = second_look.again(hits, model, text, ANSWERS)
    if found is None:
        return None
    with memory.reading():
        return answers_of(memory, found)
