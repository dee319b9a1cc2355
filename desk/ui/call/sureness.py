"""What may be relied on: whether Enter may take the first row, and what is said above the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desk.codes import Urgency
from desk.ui.icons import Icon
from desk.ui.kit.key_cap import key_words
from desk.ui.theme import Tone
from desk.words.catalogue import Words

if TYPE_CHECKING:
    from desk.calls.assist import Sight

MAKE_KEY = "Ctrl+Return"
_URGENCY_KEY, _SAY_KEY = "Alt+E", "Alt+1"


class Told(NamedTuple):
    """A sentence above the list, and how loudly it is said."""

    sentence: str
    tone: Tone
    icon: Icon


def is_critical(sight: Sight) -> bool:
    """Tell whether the words make a critical ticket: everything else waits."""
    return not sight.lookup and sight.becomes.urgency is Urgency.CRITICAL


def asks_about_people(sight: Sight) -> bool:
    """Tell whether the caller asks who lives somewhere: that is told to nobody."""
    return not sight.lookup and sight.reading.asks_about_people


def is_sure(sight: Sight) -> bool:
    """Tell whether the first answer is nearly surely right, so that nobody need look."""
    # With a sight its language is loaded; before it, it is no part of the first picture.
    from desk.answers.deciding import Decision

    return sight.decision is Decision.ANSWER and not is_critical(sight)


def is_offered(sight: Sight) -> bool:
    """Tell whether Enter may say the first answer: the library knows one, or offers some."""
    from desk.answers.deciding import Decision

    known = sight.decision in (Decision.ANSWER, Decision.CHOOSE)
    return known and not is_critical(sight) and not asks_about_people(sight)


def is_report(sight: Sight) -> bool:
    """Tell whether somebody must follow the words up."""
    from desk.answers.deciding import Decision

    return not sight.lookup and (sight.decision is Decision.TICKET or is_critical(sight))


def is_declined(sight: Sight) -> bool:
    """Tell whether the library does not know."""
    from desk.answers.deciding import Decision

    if is_critical(sight):
        return False
    unknown = not sight.lookup and sight.decision is Decision.DECLINE
    return unknown or asks_about_people(sight)


def first_the_ticket(words: Words, sight: Sight) -> str:
    """Say why no answer ends a call in which somebody may be hurt; "" in any other call."""
    if not is_critical(sight):
        return ""
    return words.say(
        "First make the critical ticket: {key}. If nobody is in danger, correct the urgency: "
        "{fix}.",
        key=_said(MAKE_KEY),
        fix=_said(_URGENCY_KEY),
    )


def rather_a_ticket(words: Words, sight: Sight) -> str:
    """Say what Enter leaves undone in a report; "" where it is none."""
    if is_critical(sight):
        return first_the_ticket(words, sight)
    if not is_report(sight):
        return ""
    return words.say(
        "Somebody must see to this: {key} makes the ticket. {say} only logs it as answered.",
        key=_said(MAKE_KEY),
        say=_said(_SAY_KEY),
    )


def _said(key: str) -> str:
    return " ".join(key_words(key))


def told(words: Words, sight: Sight | None) -> Told | None:
    """Return what is said above the list; None where the rows speak for themselves."""
    if sight is None or not sight.text:
        return None
    key = _said(MAKE_KEY)
    if is_critical(sight):
        sentence = words.say("Somebody may be hurt: make the critical ticket now.")
        return Told(sentence, Tone.OVERDUE, Icon.CRITICAL)
    if asks_about_people(sight):
        sentence = words.say(
            "Who lives here is not given out. {key} notes what to pass on.", key=key
        )
        return Told(sentence, Tone.QUIET, Icon.LOCK)
    if is_declined(sight):
        sentence = words.say("The library has no answer to this. {key} makes a ticket.", key=key)
        return Told(sentence, Tone.QUIET, Icon.HELP)
    return None
