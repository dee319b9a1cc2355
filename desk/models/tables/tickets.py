"""The tables of the life of a ticket."""

from __future__ import annotations

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from desk.models.fields import Row, UtcField
from desk.models.tables.centre import Category, Community, Crew, Staff, Technician
from desk.models.tables.community import Resident, Room
from desk.models.tables.imports import Import


class NumberSeries(Model):
    """The last serial given out on a local day, across kinds and communities."""

    day = DateField(primary_key=True)
    last = IntegerField()

    class Meta:
        """Plain table name."""

        legacy_table_names = False


class Ticket(Row):
    """Anything a resident asks for that someone must follow up.

    ``due_at`` is the earliest clock not yet met and ``due_clock`` names it (domain: glossary);
    ``is_open`` mirrors ``codes.OPEN_STATES`` for the partial index the queue is read from.
    ``place`` is the room's label or the public place in words, copied so that the queue is one
    index scan. ``draft_key`` is unique: saving a draft twice makes one ticket.
    """

    id = AutoField()
    community = ForeignKeyField(Community, backref="tickets", index=False)
    community_id: int
    number = TextField(unique=True)
    serial = IntegerField(index=True)
    draft_key = TextField(unique=True)
    source_number = TextField(null=True)
    kind = TextField()
    category = ForeignKeyField(Category, null=True, index=False)
    category_id: int | None
    urgency = TextField()
    state = TextField()
    state_before = TextField(null=True)
    is_open = BooleanField(default=True)
    channel = TextField()
    room = ForeignKeyField(Room, null=True, backref="tickets", index=False)
    room_id: int | None
    resident = ForeignKeyField(Resident, null=True, backref="tickets", index=False)
    resident_id: int | None
    place = TextField(default="")
    caller_name = TextField(default="")
    caller_phone = TextField(default="", index=True)
    words = TextField()
    spot = TextField(default="")
    door_note = TextField(default="")
    crew = ForeignKeyField(Crew, null=True, index=False)
    crew_id: int | None
    technician = ForeignKeyField(Technician, null=True, index=False)
    technician_id: int | None
    received_at = UtcField(index=True)
    received_by = ForeignKeyField(Staff, null=True, index=False)
    received_by_id: int | None
    dispatched_at = UtcField(null=True)
    accepted_at = UtcField(null=True)
    arrived_at = UtcField(null=True)
    finished_at = UtcField(null=True)
    closed_at = UtcField(null=True)
    respond_by = UtcField(null=True)
    arrive_by = UtcField(null=True)
    finish_by = UtcField(null=True)
    due_at = UtcField(null=True)
    due_clock = TextField()
    appointment_from = UtcField(null=True)
    appointment_until = UtcField(null=True)
    hold_reason = TextField(null=True)
    hold_until = UtcField(null=True)
    visit_on = UtcField(null=True)
    chased = IntegerField(default=0)
    chased_at = UtcField(null=True)
    slip_prints = IntegerField(default=0)
    slip_printed_at = UtcField(null=True)
    slip_returned_at = UtcField(null=True)
    result = TextField(default="")
    end_reason = TextField(default="")
    reopened_from = ForeignKeyField("self", null=True, backref="reopenings", index=False)
    reopened_from_id: int | None
    merged_into = ForeignKeyField("self", null=True, backref="merged", index=False)
    merged_into_id: int | None
    imported = ForeignKeyField(Import, null=True, backref="tickets", index=False)
    imported_id: int | None


class Hold(Model):
    """A stretch during which a ticket's finish clock stood still; ``until`` null while it lasts."""

    id = AutoField()
    ticket = ForeignKeyField(Ticket, backref="holds")
    ticket_id: int
    reason = TextField()
    since = UtcField()
    until = UtcField(null=True)

    class Meta:
        """Plain table name."""

        legacy_table_names = False


class ReturnVisit(Model):
    """The desk asked whether it was done, and how well (1 to 5)."""

    id = AutoField()
    ticket = ForeignKeyField(Ticket, backref="visits")
    ticket_id: int
    at = UtcField()
    staff = ForeignKeyField(Staff, null=True, index=False)
    staff_id: int | None
    reached = BooleanField()
    solved = BooleanField()
    score = IntegerField(null=True)

    class Meta:
        """Plain table name."""

        legacy_table_names = False


# What the queue is read from: one scan in the order of what is due next, counts by state, and
# what rings or is due soon by urgency. The community stands last so that counting needs no row.
for _name, _columns in {
    "ticket_open_due": (Ticket.due_at, Ticket.id, Ticket.community),
    "ticket_open_state": (Ticket.state, Ticket.due_at, Ticket.id, Ticket.community),
    "ticket_open_urgency": (Ticket.urgency, Ticket.due_at, Ticket.id, Ticket.community),
}.items():
    Ticket.add_index(Ticket.index(*_columns, name=_name, where=SQL("is_open")))

# What most tickets have not got costs nothing where only the others stand in the index: a query
# finds them by it as long as it compares the first column with something. A key that nothing is
# ever looked up by, and whose row is never deleted, has no index at all: each is paid for with
# every ticket made and a hundred thousand times with a ledger.
for _name, _fields in {
    "ticket_source_number": (Ticket.source_number,),
    "ticket_room": (Ticket.room, Ticket.received_at),
    "ticket_resident": (Ticket.resident, Ticket.received_at),
    "ticket_finished_at": (Ticket.finished_at,),
    "ticket_closed_at": (Ticket.closed_at,),
    "ticket_reopened_from_id": (Ticket.reopened_from,),
    "ticket_merged_into_id": (Ticket.merged_into,),
    "ticket_imported_id": (Ticket.imported,),
}.items():
    _there = SQL(f"{_fields[0].column_name} IS NOT NULL")
    Ticket.add_index(Ticket.index(*_fields, name=_name, where=_there))
