"""What an import is called: its kind, its state, and what it counted."""

from __future__ import annotations

from collections.abc import Mapping

from desk.words.catalogue import Words, mark

_KINDS = {
    "roster": mark("Roster"),
    "tickets": mark("Old ledger"),
    "knowledge": mark("Questions"),
}
_STATES = {"done": "", "taken_back": mark("taken back")}


def kind(words: Words, code: str) -> str:
    """Name the kind of a file."""
    return words.say(_KINDS[code])


def state(words: Words, code: str) -> str:
    """Name the state of an import; nothing where it stands."""
    return words.say(_STATES[code]) if _STATES[code] else ""


def row(words: Words, number: int, sheet: str | None = None) -> str:
    """Say a row of a file: 花名册 第 76 行."""
    if sheet:
        return words.say("{sheet}, row {row}", sheet=sheet, row=number)
    return words.say("row {row}", row=number)


def counts(words: Words, counted: Mapping[str, int]) -> str:
    """Say what was counted, in the order it was counted; what is none is left out."""
    said = [_count(words, name, n) for name, n in counted.items() if n]
    comma = words.say_in("between parts of a list", ", ")
    return comma.join(part for part in said if part) or words.say("nothing")


def _count(words: Words, name: str, n: int) -> str:
    """Say one figure; "" for one that says nothing to people."""
    return _of_rooms(words, name, n) or _of_people(words, name, n) or _of_others(words, name, n)


def _of_rooms(words: Words, name: str, n: int) -> str:
    match name:
        case "rooms_added":
            return words.say_n("{n} new room", "{n} new rooms", n)
        case "rooms":
            return words.say_n("{n} room removed", "{n} rooms removed", n)
        case "rooms_changed":
            return words.say_n("{n} room changed", "{n} rooms changed", n)
        case "rooms_retired":
            return words.say_n("{n} room taken off", "{n} rooms taken off", n)
        case "rooms_kept":
            return words.say_n("{n} room kept", "{n} rooms kept", n)
        case "rooms_restored":
            return words.say_n("{n} room as before", "{n} rooms as before", n)
    return ""


def _of_people(words: Words, name: str, n: int) -> str:
    match name:
        case "people_added":
            return words.say_n("{n} new person", "{n} new people", n)
        case "people":
            return words.say_n("{n} person removed", "{n} people removed", n)
        case "people_changed":
            return words.say_n("{n} person changed", "{n} people changed", n)
        case "people_retired":
            return words.say_n("{n} person taken off", "{n} people taken off", n)
        case "people_restored":
            return words.say_n("{n} person as before", "{n} people as before", n)
    return ""


def _of_others(words: Words, name: str, n: int) -> str:
    match name:
        case "tickets":
            return words.say_n("{n} ticket", "{n} tickets", n)
        case "open":
            return words.say_n("{n} of them open", "{n} of them open", n)
        case "unfinished":
            return words.say_n("{n} unfinished, closed", "{n} unfinished, closed", n)
        case "there" | "same":
            return words.say_n("{n} there already", "{n} there already", n)
        case "repeated":
            return words.say_n("{n} twice in the file", "{n} twice in the file", n)
        case "left_out":
            return words.say_n("{n} left out", "{n} left out", n)
        case "articles":
            return words.say_n("{n} article", "{n} articles", n)
        case "changed":
            return words.say_n("{n} changed", "{n} changed", n)
        case "articles_restored":
            return words.say_n("{n} article as before", "{n} articles as before", n)
    return ""
