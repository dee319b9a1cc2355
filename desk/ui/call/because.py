"""Why an answer was found, in a few quiet words, where its marks do not show it."""

from __future__ import annotations

from collections.abc import Sequence

from desk.answers.found import Why, WhyBy
from desk.words.catalogue import Words

#: So many reasons stand on a row at most.
_MOST = 2
#: What comes before what, where two reasons rest on the same piece of the text.
_TELLING = (
    WhyBy.INITIALS,
    WhyBy.SOUND,
    WhyBy.CONCEPT,
    WhyBy.ANSWER,
    WhyBy.WORDS,
    WhyBy.MEANING,
)


def because(words: Words, why: Sequence[Why], question: str) -> str:
    """Return the reasons that are not plain to see, the strongest first; "" where all are.

    Args:
        words: the language.
        why: the reasons.
        question: the title of the row, in which what was typed is marked.
    """
    found: dict[str, str] = {}
    for one in sorted(why, key=lambda each: _TELLING.index(each.by)):
        if not _is_plain(one, question, found):
            found[one.said] = said(words, one)
    kept = [found[one.said] for one in why if one.said in found]
    return words.say_in("between facts", " · ").join(list(dict.fromkeys(kept))[:_MOST])


def said(words: Words, why: Why) -> str:
    """Return one reason in words."""
    said, means = why.said, why.means
    if why.by is WhyBy.CONCEPT:
        return words.say("{said} is read as {means}", said=said, means=means)
    if why.by is WhyBy.SOUND:
        if said.isascii():
            return words.say("{said} spells {means}", said=said, means=means)
        return words.say("{said} sounds like {means}", said=said, means=means)
    if why.by is WhyBy.INITIALS and not means:
        # They are those of another way of asking, or only some of the letters fit.
        return words.say("{said}: close to its initials", said=said)
    if why.by is WhyBy.INITIALS:
        return words.say("{said}: initials of {means}", said=said, means=means)
    if why.by is WhyBy.ANSWER:
        return words.say("{said} is in the answer", said=said)
    if why.by is WhyBy.WORDS:
        return words.say("{said} is another way of asking", said=said)
    return words.say("Close in meaning")


def _is_plain(one: Why, question: str, found: dict[str, str]) -> bool:
    """Tell whether a reason says nothing beyond the marks and the reasons before it."""
    if one.by in (WhyBy.MEANING, WhyBy.WORDS) and found:
        return True
    if one.by is WhyBy.MEANING:
        return False
    said = one.said.casefold()
    if one.by is WhyBy.WORDS and any(pair in question.casefold() for pair in _pairs(said)):
        return True
    if len(said) < 2 or said in question.casefold() or said == one.means.casefold() != "":
        # In the answer and in other phrasings the words are the same, and yet not to be seen.
        hidden = one.by in (WhyBy.ANSWER, WhyBy.WORDS) and said not in question.casefold()
        if len(said) < 2 or not hidden:
            return True
    # What a stronger reason rests on explains itself.
    return any(said in piece.casefold() or piece.casefold() in said for piece in found)


def _pairs(said: str) -> list[str]:
    """Return the neighbours in a piece: of these, what is in the question is marked there."""
    return [said[at : at + 2] for at in range(len(said) - 1)]
