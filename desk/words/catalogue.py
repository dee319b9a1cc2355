"""One gettext catalogue a language, for the window, paper and the command line alike.

Messages are English in the code; ``resources/words/<language>/LC_MESSAGES/desk.po`` has what is
shown. A message is always a literal with named fields, because Babel reads the source:
``words.say("Ticket {number} was made", number=number)``.
"""

from __future__ import annotations

import gettext
import struct

from desk.refusals import Refusal
from desk.resources import resource

LANGUAGES: tuple[str, ...] = ("zh_CN", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]


def mark(message: str) -> str:
    """Mark a literal for extraction where it is defined; it is said later."""
    return message


def mark_in(context: str, message: str) -> tuple[str, str]:
    """Mark a literal and its context where they are defined: ``words.say_in(*marked)`` later."""
    return context, message


class Words:
    """The messages of one language."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        """Load a catalogue.

        Raises:
            Refusal: ``resource.missing`` when it has not been compiled or cannot be read.
        """
        self.language = language
        parts = ("words", language, "LC_MESSAGES", "desk.mo")
        try:
            with resource(*parts).open("rb") as file:
                self._translations: gettext.NullTranslations = gettext.GNUTranslations(file)
        except (OSError, ValueError, struct.error) as error:
            raise Refusal("resource.missing", file="/".join(parts)) from error

    @classmethod
    def in_the_code(cls) -> Words:
        """Return the words as they stand in the code, for where no catalogue can be read."""
        words = cls.__new__(cls)
        words.language = "en"
        words._translations = gettext.NullTranslations()  # noqa: SLF001 - our own class
        return words

    def say(self, message: str, **fields: object) -> str:
        """Return the message in this language with its named fields filled in."""
        text = self._translations.gettext(message)
        return text.format(**fields) if fields else text

    def say_in(self, context: str, message: str, **fields: object) -> str:
        """Say a message whose English is ambiguous; the context tells its meanings apart."""
        text = self._translations.pgettext(context, message)
        return text.format(**fields) if fields else text

    def say_n(self, singular: str, plural: str, n: int, **fields: object) -> str:
        """Say a counted message; the field ``{n}`` is the count."""
        text = self._translations.ngettext(singular, plural, n)
        return text.format(n=n, **fields)
