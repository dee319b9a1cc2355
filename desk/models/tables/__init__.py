"""Every table, in the order of the floors that use them.

Codes in ``TextField`` columns are values of ``desk.codes``. Instants are aware UTC
(``UtcField``); a ``DateField`` is a local day of the centre. Rules live in the floors above.
"""

from __future__ import annotations

from peewee import Model

from desk.models.tables.answers import Article, Concept, Phrasing
from desk.models.tables.calls import Call
from desk.models.tables.centre import Category, Community, Crew, Setting, Staff, Technician
from desk.models.tables.community import Occupancy, Phone, Resident, Room
from desk.models.tables.imports import Import, ImportedRow
from desk.models.tables.journal import JournalEntry, JournalHead, JournalText
from desk.models.tables.tickets import Hold, NumberSeries, ReturnVisit, Ticket

__all__ = [
    "TABLES",
    "Article",
    "Call",
    "Category",
    "Community",
    "Concept",
    "Crew",
    "Hold",
    "Import",
    "ImportedRow",
    "JournalEntry",
    "JournalHead",
    "JournalText",
    "NumberSeries",
    "Occupancy",
    "Phone",
    "Phrasing",
    "Resident",
    "ReturnVisit",
    "Room",
    "Setting",
    "Staff",
    "Technician",
    "Ticket",
]

TABLES: tuple[type[Model], ...] = (
    Setting,
    Community,
    Staff,
    Crew,
    Technician,
    Category,
    Room,
    Resident,
    Phone,
    Occupancy,
    Article,
    Phrasing,
    Concept,
    Import,
    ImportedRow,
    NumberSeries,
    Ticket,
    Hold,
    ReturnVisit,
    Call,
    JournalHead,
    JournalEntry,
    JournalText,
)
