"""The concepts in effect: what ships, and before it what the centre says itself.

A row of the centre stands for the shipped concept of its key, or is the centre's own. Rows stay:
one that was restored says nothing until it is edited again. Every function that writes runs in
the caller's transaction and leaves an entry in the journal, which other desks follow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desk.codes import Topic
from desk.language import lexicon
from desk.language.lexicon import Lexicon
from desk.language.spoken import plainly
from desk.models import versions
from desk.models.database import Write
from desk.models.tables import Concept as Row
from desk.refusals import Refusal

#: A longer word is a sentence that nobody says again.
LONGEST = 16
_LONGEST_LATIN = 40
_LONGEST_NAME = 40
_OWN = "own:"


class Standing(StrEnum):
    """What the centre made of a concept."""

    SHIPPED = "shipped"
    EDITED = "edited"
    OWN = "own"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class StoredConcept:
    """A concept as the page shows it; ``version`` is 0 where the centre never touched it."""

    concept: lexicon.Concept
    version: int
    standing: Standing


def in_effect() -> Lexicon:
    """Return the concepts that hold now, shipped and own."""
    found = every()
    if all(one.standing is Standing.SHIPPED for one in found):
        return lexicon.standard()
    return Lexicon(one.concept for one in found if one.standing is not Standing.REMOVED)


def every() -> list[StoredConcept]:
    """Return every concept, in the order they ship, then the own ones; removed ones too."""
    rows: dict[str, Row] = {row.key: row for row in Row.select().order_by(Row.id)}
    found = [_stored(one, rows.pop(one.key, None)) for one in lexicon.shipped()]
    return found + [_stored(None, row) for row in rows.values() if row.words is not None]


def read(key: str) -> StoredConcept:
    """Return one concept.

    Raises:
        Refusal: ``concept.gone`` when there is none of this key.
    """
    shipped = _shipped(key)
    row = Row.get_or_none(Row.key == key)
    if shipped is None and (row is None or row.words is None):
        raise Refusal("concept.gone")
    return _stored(shipped, row)


def subject(key: str) -> int | None:
    """Return what the journal calls a concept; None for one that nobody ever touched."""
    row = Row.get_or_none(Row.key == key)
    return None if row is None else int(row.id)


def add_word(write: Write, key: str, word: str) -> StoredConcept:
    """Add one word to a concept that holds and return it.

    Raises:
        Refusal: ``concept.gone``, ``concept.word_there``, and as ``put`` for the word.
    """
    before = read(key)
    if before.standing is Standing.REMOVED:
        raise Refusal("concept.gone")
    new = _checked_word(word)
    if plainly(new) in map(plainly, before.concept.words):
        raise Refusal("concept.word_there", word=new, concept=before.concept.name)
    words = (*before.concept.words, new)
    row = _write(write, key, before.version, before.concept.name, words)
    write.log(Topic.LEXICON, row, "concept.word_added", text={"key": key, "word": new})
    return read(key)


def put(write: Write, key: str | None, name: str, words: Iterable[str], seen: int) -> str:
    """Write a concept's name and words and return its key; None for a new one of the centre.

    Words that say the same twice are kept once; a removed concept holds again.

    Args:
        write: the open transaction.
        key: which; None for a new one.
        name: what people call it.
        words: how it is said; the name is no word unless it is among them.
        seen: the version that was edited; 0 for a shipped one never touched, or a new one.

    Raises:
        Refusal: ``concept.name_missing``, ``concept.name_long``, ``concept.words_missing``,
            ``concept.word_missing``, ``concept.word_short``, ``concept.word_long``,
            ``concept.exists`` when another one has this name, ``concept.gone``, or
            ``concept.stale`` when somebody else changed it.
    """
    name = " ".join(name.split())
    if not name:
        raise Refusal("concept.name_missing")
    if len(name) > _LONGEST_NAME:
        raise Refusal("concept.name_long", longest=_LONGEST_NAME)
    said: dict[str, str] = {}
    before = None if key is None else read(key)
    there = set() if before is None else {plainly(word) for word in before.concept.words}
    for word in words:
        if not word.strip():
            continue
        # What ships may be one character long, because it was tried.
        kept = word.strip() if plainly(word) in there else _checked_word(word)
        said.setdefault(plainly(kept), kept)
    if not said:
        raise Refusal("concept.words_missing")
    _refuse_double(name, but=key)
    new = key or _new_key()
    row = _write(write, new, seen, name, tuple(said.values()))
    text: dict[str, Any] = {"after": {"name": name, "words": list(said.values())}, "key": new}
    if before is not None:
        text["before"] = {"name": before.concept.name, "words": list(before.concept.words)}
    write.log(Topic.LEXICON, row, "concept.added" if key is None else "concept.edited", text=text)
    return new


def remove(write: Write, key: str, seen: int) -> None:
    """Let a concept hold no longer; its words are kept for ``restore``.

    Raises:
        Refusal: ``concept.gone`` or ``concept.stale``.
    """
    before = read(key)
    if before.standing is Standing.REMOVED:
        raise Refusal("concept.stale" if seen != before.version else "concept.gone")
    concept = before.concept
    words = None if before.standing is Standing.SHIPPED else concept.words
    row = _write(write, key, seen, concept.name, words, removed=True)
    write.log(Topic.LEXICON, row, "concept.removed", text={"key": key, "name": concept.name})


def restore(write: Write, key: str, seen: int) -> None:
    """Go back to the words that ship; a removed concept of the centre's own holds again.

    Raises:
        Refusal: ``concept.gone`` or ``concept.stale``.
    """
    before = read(key)
    own = _shipped(key) is None
    words = before.concept.words if own else None
    row = _write(write, key, seen, before.concept.name if own else "", words)
    text = {"key": key, "name": before.concept.name, "before": list(before.concept.words)}
    write.log(Topic.LEXICON, row, "concept.restored", text=text)


def _stored(shipped: lexicon.Concept | None, row: Row | None) -> StoredConcept:
    if row is None:
        assert shipped is not None
        return StoredConcept(shipped, 0, Standing.SHIPPED)
    standing = Standing.OWN if shipped is None else Standing.EDITED
    if row.removed:
        standing = Standing.REMOVED
    elif row.words is None:
        standing = Standing.SHIPPED
    if shipped is None:
        concept = lexicon.Concept(row.key, row.name, tuple(row.words), row.name)
    elif row.words is None:
        concept = shipped
    else:
        renamed = row.name != shipped.name
        english = row.name if renamed else shipped.name_en
        concept = replace(shipped, name=row.name, name_en=english, words=tuple(row.words))
    return StoredConcept(concept, row.version, standing)


def _write(
    write: Write,
    key: str,
    seen: int,
    name: str,
    words: tuple[str, ...] | None,
    *,
    removed: bool = False,
) -> int:
    """Write a row whose version is still ``seen``, or the first one, and return its id."""
    columns = {
        "name": name,
        "words": None if words is None else list(words),
        "removed": removed,
        "updated_at": write.now,
    }
    row = Row.get_or_none(Row.key == key)
    if row is None:
        if seen:
            raise Refusal("concept.stale")
        return int(Row.insert(key=key, **columns).execute())
    versions.update(Row, row.id, seen, "concept.stale", **columns)
    return int(row.id)


def _shipped(key: str) -> lexicon.Concept | None:
    return next((one for one in lexicon.shipped() if one.key == key), None)


def _new_key() -> str:
    keys = Row.select(Row.key).where(Row.key.startswith(_OWN)).tuples().execute()
    numbers = [int(key.removeprefix(_OWN)) for (key,) in keys]
    return f"{_OWN}{max(numbers, default=0) + 1}"


def _checked_word(word: str) -> str:
    """Return a word without blanks about it.

    One character alone would stand in nearly everything that people say.
    """
    word = " ".join(word.split())
    plain = plainly(word)
    if not plain:
        raise Refusal("concept.word_missing")
    if len(plain) < 2:
        raise Refusal("concept.word_short", word=word)
    longest = _LONGEST_LATIN if plain.isascii() else LONGEST
    if len(plain) > longest:
        raise Refusal("concept.word_long", longest=longest)
    return word


def _refuse_double(name: str, but: str | None) -> None:
    for one in every():
        if one.concept.key != but and one.concept.name == name:
            if one.standing is Standing.REMOVED:
                continue
            raise Refusal("concept.exists", concept=name)
