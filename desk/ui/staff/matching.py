"""Whom somebody means who types an initial, a name, or the sound of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.centre.staff import StaffRow, as_initial
from desk.language.pinyin import name_keys

_THEN_DIGITS = re.compile(r"(.*?)([0-9]+)")


def matching(people: Sequence[StaffRow], typed: str) -> list[StaffRow]:
    """Return who may be meant, the exact initial first; everybody while nothing is typed."""
    initial = as_initial(typed)
    if not initial:
        return list(people)
    by_initial = [one for one in people if one.initial.startswith(initial)]
    if by_initial:
        return sorted(by_initial, key=lambda one: one.initial != initial)
    sound = typed.strip().lower()
    return [one for one in people if initial in one.name.upper() or _sounds(one.name, sound)]


def meant(people: Sequence[StaffRow], typed: str) -> StaffRow | None:
    """Return who is meant and can be nobody else, whatever is typed next into the initial."""
    found = matching(people, typed)
    if not typed.strip() or len(found) != 1:
        return None
    # A figure that follows could still belong to the initial: it is taken for the PIN only once
    # the initial is whole.
    rest = found[0].initial.removeprefix(as_initial(typed))
    whole = not any(character.isdigit() for character in rest)
    return found[0] if whole else None


def with_pin(people: Sequence[StaffRow], typed: str) -> tuple[StaffRow, str] | None:
    """Return who is meant and the first figures of the PIN, typed right behind the initial."""
    match = _THEN_DIGITS.fullmatch(as_initial(typed))
    if match is None or any(one.initial.startswith(as_initial(typed)) for one in people):
        return None
    found = next((one for one in people if one.initial == match[1]), None)
    return None if found is None else (found, match[2])


def _sounds(name: str, typed: str) -> bool:
    keys = name_keys(name)
    return keys.initials.startswith(typed) or keys.pinyin.startswith(typed)
