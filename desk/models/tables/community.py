"""The tables of whom we serve: rooms, residents, phones, who lives where."""

from __future__ import annotations

from peewee import (
    AutoField,
    BooleanField,
    DoubleField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from desk.models.fields import Row
from desk.models.tables.centre import Community


class Room(Row):
    """Unique by community, building, unit and number; ``unit`` is '' where there is none.

    ``moved_in`` is a local day in ISO form, or no more of it than is known: its year, its month.
    """

    id = AutoField()
    community = ForeignKeyField(Community, backref="rooms", index=False)
    community_id: int
    building = TextField()
    unit = TextField(default="")
    number = TextField()
    label = TextField()
    kind = TextField()
    note = TextField(default="")
    active = BooleanField(default=True)
    area_m2 = DoubleField(null=True)
    moved_in = TextField(default="")

    class Meta:
        """The room's identity."""

        indexes = ((("community", "building", "unit", "number"), True),)


class Resident(Row):
    """A person; pinyin and initials are stored so that start-up needs no dictionary."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="residents")
    community_id: int
    name = TextField()
    pinyin = TextField(default="")
    initials = TextField(default="")
    note = TextField(default="")
    active = BooleanField(default=True)


class Phone(Model):
    """A telephone number of a resident; several residents may share one."""

    id = AutoField()
    resident = ForeignKeyField(Resident, backref="phones", on_delete="CASCADE", index=False)
    resident_id: int
    number = TextField(index=True)
    position = IntegerField(default=0)

    class Meta:
        """A person has a number once."""

        legacy_table_names = False
        indexes = ((("resident", "number"), True),)


class Occupancy(Model):
    """Who lives in, owns or rents which room."""

    id = AutoField()
    room = ForeignKeyField(Room, backref="occupancies", on_delete="CASCADE", index=False)
    room_id: int
    resident = ForeignKeyField(Resident, backref="occupancies", on_delete="CASCADE")
    resident_id: int
    relation = TextField()

    class Meta:
        """A person is one thing to a room."""

        legacy_table_names = False
        indexes = ((("room", "resident"), True),)
