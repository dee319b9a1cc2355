"""The names of whoever a technician must know of."""

from __future__ import annotations

from desk.language.who import Concern, Who
from desk.words.catalogue import Words, mark

#: As many as a chip says; the words themselves go along with the ticket.
_SAID = 2
_NAMES = {
    Concern.ELDER_ALONE: mark("Elderly, alone"),
    Concern.CHILD_ALONE: mark("Child alone"),
    Concern.ALONE: mark("Alone at home"),
    Concern.DISABLED: mark("Disabled"),
    Concern.ILL: mark("Ill"),
    Concern.PREGNANT: mark("Pregnant"),
    Concern.LYING_IN: mark("Just gave birth"),
    Concern.BABY: mark("Baby"),
    Concern.ELDER: mark("Elderly"),
    Concern.CHILD: mark("Child at home"),
    Concern.FOREIGN: mark("Speaks another language"),
    Concern.NIGHT_WORKER: mark("Works nights"),
    Concern.NOBODY_HOME: mark("Nobody home"),
    Concern.HELPER: mark("Helper at home"),
    Concern.TENANT: mark("Tenant at home"),
    Concern.RELATIVE: mark("Family at home"),
    Concern.PET: mark("Has a pet"),
    Concern.BY_TENANT: mark("Tenant calls"),
    Concern.BY_OWNER: mark("Owner calls"),
    Concern.BY_RELATIVE: mark("Family calls"),
}


def who_matters(words: Words, who: Who) -> str:
    """Name whoever matters, the most vulnerable first: 老人独自在家 · 有宠物."""
    names = [words.say(_NAMES[one]) for one in who.concerns]
    more = f" +{len(names) - _SAID}" if len(names) > _SAID else ""
    return " · ".join(names[:_SAID]) + more
