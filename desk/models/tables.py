"""Every table, in the order of the floors that use them.

Codes in ``TextField`` columns are values of ``desk.codes``. Instants are aware UTC
(``UtcField``); a ``DateField`` is a local day of the centre. Rules live in the floors above.
"""

from __future__ import annotations

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from desk.models.fields import Row, UtcField


# --- centre -----------------------------------------------------------------------------------
class Setting(Row):
    """One document of the centre's settings (profile, calendar, policy) by name."""

    key = TextField(primary_key=True)
    value = JSONField()


class Community(Row):
    """A community the centre serves; a single one is not shown."""

    id = AutoField()
    name = TextField(unique=True)
    telephone = TextField(default="")
    address = TextField(default="")
    active = BooleanField(default=True)


class Staff(Row):
    """Who may sign in at the desk."""

    id = AutoField()
    name = TextField()
    initial = TextField()
    role = TextField()
    pin_hash = TextField()
    wrong_tries = IntegerField(default=0)
    locked_until = UtcField(null=True)
    active = BooleanField(default=True)


class Crew(Row):
    """Who goes there: ``covers`` is a list of families, ``hours`` a ``ClockRun``."""

    id = AutoField()
    name = TextField(unique=True)
    covers = JSONField(default=list)
    hours = TextField()
    leader = TextField(default="")
    telephone = TextField(default="")
    position = IntegerField(default=0)
    active = BooleanField(default=True)


class Technician(Row):
    """A member of a crew."""

    id = AutoField()
    crew = ForeignKeyField(Crew, backref="technicians")
    name = TextField()
    telephone = TextField(default="")
    active = BooleanField(default=True)


class Category(Row):
    """A tree of two levels; a leaf belongs to one family and suggests kind and urgency.

    ``scope`` is the name of the upper level (室内, 公共, 投诉 …).
    """

    id = AutoField()
    scope = TextField()
    name = TextField()
    english = TextField(default="")
    kind = TextField()
    family = TextField(default="")
    urgency = TextField()
    position = IntegerField(default=0)
    active = BooleanField(default=True)

    class Meta:
        """A name stands once under its upper level."""

        indexes = ((("scope", "name"), True),)


# --- community --------------------------------------------------------------------------------
class Room(Row):
    """Unique by community, building, unit and number; ``unit`` is '' where there is none."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="rooms")
    building = TextField()
    unit = TextField(default="")
    number = TextField()
    label = TextField()
    kind = TextField()
    note = TextField(default="")
    active = BooleanField(default=True)

    class Meta:
        """The room's identity."""

        indexes = ((("community", "building", "unit", "number"), True),)


class Resident(Row):
    """A person; pinyin and initials are stored so that start-up needs no dictionary."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="residents")
    name = TextField()
    pinyin = TextField(default="")
    initials = TextField(default="")
    note = TextField(default="")
    active = BooleanField(default=True)


class Phone(Model):
    """A telephone number of a resident; several residents may share one."""

    id = AutoField()
    resident = ForeignKeyField(Resident, backref="phones", on_delete="CASCADE")
    number = TextField(index=True)
    position = IntegerField(default=0)

    class Meta:
        """A person has a number once."""

        legacy_table_names = False
        indexes = ((("resident", "number"), True),)


class Occupancy(Model):
    """Who lives in, owns or rents which room."""

    id = AutoField()
    room = ForeignKeyField(Room, backref="occupancies", on_delete="CASCADE")
    resident = ForeignKeyField(Resident, backref="occupancies", on_delete="CASCADE")
    relation = TextField()

    class Meta:
        """A person is one thing to a room."""

        legacy_table_names = False
        indexes = ((("room", "resident"), True),)


# --- answers ----------------------------------------------------------------------------------
class Article(Row):
    """One question with one approved answer. ``tokens`` are stored for the index in memory."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="articles")
    question = TextField()
    answer = TextField()
    category = TextField(default="")
    owner = ForeignKeyField(Staff, null=True)
    valid_from = DateField(null=True)
    valid_until = DateField(null=True)
    tokens = TextField(default="")
    used = IntegerField(default=0)
    active = BooleanField(default=True)
    updated_at = UtcField()


class Phrasing(Model):
    """Another way people ask an article's question."""

    id = AutoField()
    article = ForeignKeyField(Article, backref="phrasings", on_delete="CASCADE")
    text = TextField()
    position = IntegerField(default=0)

    class Meta:
        """Plain table name."""

        legacy_table_names = False


# --- tickets ----------------------------------------------------------------------------------
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
    community = ForeignKeyField(Community, backref="tickets")
    number = TextField(unique=True)
    serial = IntegerField(index=True)
    draft_key = TextField(unique=True)
    source_number = TextField(null=True, index=True)
    kind = TextField()
    category = ForeignKeyField(Category, null=True)
    urgency = TextField()
    state = TextField()
    state_before = TextField(null=True)
    is_open = BooleanField(default=True)
    channel = TextField()
    room = ForeignKeyField(Room, null=True, backref="tickets")
    resident = ForeignKeyField(Resident, null=True, backref="tickets")
    place = TextField(default="")
    caller_name = TextField(default="")
    caller_phone = TextField(default="", index=True)
    words = TextField()
    spot = TextField(default="")
    door_note = TextField(default="")
    crew = ForeignKeyField(Crew, null=True)
    technician = ForeignKeyField(Technician, null=True)
    received_at = UtcField(index=True)
    received_by = ForeignKeyField(Staff, null=True)
    dispatched_at = UtcField(null=True)
    accepted_at = UtcField(null=True)
    arrived_at = UtcField(null=True)
    finished_at = UtcField(null=True, index=True)
    closed_at = UtcField(null=True, index=True)
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
    reopened_from = ForeignKeyField("self", null=True, backref="reopenings")
    merged_into = ForeignKeyField("self", null=True, backref="merged")

    class Meta:
        """History of a room, of a resident, and of a community's days."""

        indexes = (
            (("room", "received_at"), False),
            (("resident", "received_at"), False),
        )


class Hold(Model):
    """A stretch during which a ticket's finish clock stood still; ``until`` null while it lasts."""

    id = AutoField()
    ticket = ForeignKeyField(Ticket, backref="holds")
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
    at = UtcField()
    staff = ForeignKeyField(Staff, null=True)
    reached = BooleanField()
    solved = BooleanField()
    score = IntegerField(null=True)

    class Meta:
        """Plain table name."""

        legacy_table_names = False


# --- calls ------------------------------------------------------------------------------------
class Call(Row):
    """One conversation, by any channel, and what came of it."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="calls")
    draft_key = TextField(unique=True)
    channel = TextField()
    resident = ForeignKeyField(Resident, null=True)
    room = ForeignKeyField(Room, null=True)
    caller_name = TextField(default="")
    caller_phone = TextField(default="")
    words = TextField()
    started_at = UtcField(index=True)
    ended_at = UtcField()
    outcome = TextField()
    article = ForeignKeyField(Article, null=True)
    ticket = ForeignKeyField(Ticket, null=True)
    staff = ForeignKeyField(Staff, null=True)
    taken_back_at = UtcField(null=True)


# --- journal ----------------------------------------------------------------------------------
class JournalHead(Model):
    """The digest of the last entry: one row, locked by whoever appends."""

    id = AutoField()
    digest = TextField()

    class Meta:
        """Plain table name."""

        legacy_table_names = False


class JournalEntry(Model):
    """One step, chained by digests. Holds no personal data: that stands in ``JournalText``."""

    id = AutoField()
    topic = TextField()
    subject = IntegerField()
    action = TextField()
    occurred_at = UtcField(index=True)
    entered_at = UtcField()
    staff = IntegerField(null=True)
    desk = TextField(default="")
    detail = JSONField(default=dict)
    text_digest = TextField(default="")
    digest = TextField()

    class Meta:
        """The history of one subject."""

        legacy_table_names = False
        indexes = ((("topic", "subject", "id"), False),)


class JournalText(Model):
    """The words of an entry, with the salt of their digest; erasable without breaking the chain."""

    entry = ForeignKeyField(JournalEntry, primary_key=True, on_delete="CASCADE")
    salt = TextField()
    text = JSONField()

    class Meta:
        """Plain table name."""

        legacy_table_names = False


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
    NumberSeries,
    Ticket,
    Hold,
    ReturnVisit,
    Call,
    JournalHead,
    JournalEntry,
    JournalText,
)

# What the queue is read from: one scan in the order of what is due next, counts by state, and
# what rings or is due soon by urgency. The community stands last so that counting needs no row.
for _name, _columns in {
    "ticket_open_due": (Ticket.due_at, Ticket.id, Ticket.community),
    "ticket_open_state": (Ticket.state, Ticket.due_at, Ticket.id, Ticket.community),
    "ticket_open_urgency": (Ticket.urgency, Ticket.due_at, Ticket.id, Ticket.community),
}.items():
    Ticket.add_index(Ticket.index(*_columns, name=_name, where=SQL("is_open")))
