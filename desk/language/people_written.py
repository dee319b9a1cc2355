"""Reads the people of one cell, and which number of another cell is whose."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes import Relation
from desk.language.phones_written import PhonesRead as PhonesRead
from desk.language.phones_written import read_phones as read_phones
from desk.refusals import Refusal


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """Somebody as a table names them.

    ``relation`` is None where nothing says it; ``remark`` is what stood in brackets and is no
    role (小名阿花, 已搬走).
    """

    name: str
    relation: Relation | None = None
    phones: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of a cell in order; ``bad`` is (field "name" or "phone", text, why).

    ``spare`` are good numbers beside which nobody is named.
    """

    people: tuple[WrittenPerson, ...] = ()
    bad: tuple[tuple[str, str, Refusal], ...] = ()
    spare: tuple[str, ...] = ()


def read_people(names: object, phones: object = "", relation: Relation | None = None) -> PeopleRead:
    """Return the people that a cell of names and one of numbers speak of."""
    raise NotImplementedError


def read_relation(text: object) -> Relation | None:
    """Return what a word makes somebody to a room: 业主本人, 我是租客, 妻; None for others."""
    raise NotImplementedError


def is_nobody(text: object) -> bool:
    """Tell whether a cell for a name says that there is nobody: 空置, 未售, 无, ——, N/A."""
    raise NotImplementedError
