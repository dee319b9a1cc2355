"""What a return visit brought, in words."""

from __future__ import annotations

from desk.words.catalogue import Words


def visit_said(words: Words, *, reached: bool, solved: bool, score: int | None) -> str:
    """Say what a return visit brought: 已解决，5 分."""
    if not reached:
        return words.say("not reached")
    said = words.say("solved") if solved else words.say("not solved")
    if score is None:
        return said
    comma = words.say_in("between parts of a list", ", ")
    return comma.join((said, words.say("{score} of 5", score=score)))
