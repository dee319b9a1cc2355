"""The tables of the centre: settings, communities, staff, crews, categories."""

from __future__ import annotations

from peewee import AutoField, BooleanField, ForeignKeyField, IntegerField, JSONField, TextField

from desk.models.fields import Row, UtcField


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
    crew_id: int
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
