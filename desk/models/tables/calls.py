"""The table of calls."""

from __future__ import annotations

from peewee import AutoField, ForeignKeyField, TextField

from desk.models.fields import Row, UtcField
from desk.models.tables.answers import Article
from desk.models.tables.centre import Community, Staff
from desk.models.tables.community import Resident, Room
from desk.models.tables.tickets import Ticket


class Call(Row):
    """One conversation, by any channel, and what came of it."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="calls")
    community_id: int
    draft_key = TextField(unique=True)
    channel = TextField()
    resident = ForeignKeyField(Resident, null=True)
    resident_id: int | None
    room = ForeignKeyField(Room, null=True)
    room_id: int | None
    caller_name = TextField(default="")
    caller_phone = TextField(default="")
    words = TextField()
    started_at = UtcField(index=True)
    ended_at = UtcField()
    outcome = TextField()
    article = ForeignKeyField(Article, null=True)
    article_id: int | None
    ticket = ForeignKeyField(Ticket, null=True)
    ticket_id: int | None
    staff = ForeignKeyField(Staff, null=True)
    staff_id: int | None
    taken_back_at = UtcField(null=True)
