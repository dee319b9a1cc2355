"""The table of calls."""

from __future__ import annotations

from peewee import SQL, AutoField, ForeignKeyField, TextField

from desk.models.fields import Row, UtcField
from desk.models.tables.answers import Article
from desk.models.tables.centre import Community, Staff
from desk.models.tables.community import Resident, Room
from desk.models.tables.tickets import Ticket


class Call(Row):
    """One conversation, by any channel, and what came of it."""

    id = AutoField()
    community = ForeignKeyField(Community, backref="calls", index=False)
    community_id: int
    draft_key = TextField(unique=True)
    channel = TextField()
    resident = ForeignKeyField(Resident, null=True, index=False)
    resident_id: int | None
    room = ForeignKeyField(Room, null=True, index=False)
    room_id: int | None
    caller_name = TextField(default="")
    caller_phone = TextField(default="")
    words = TextField()
    started_at = UtcField(index=True)
    ended_at = UtcField()
    outcome = TextField()
    article = ForeignKeyField(Article, null=True, index=False)
    article_id: int | None
    ticket = ForeignKeyField(Ticket, null=True, index=False)
    ticket_id: int | None
    staff = ForeignKeyField(Staff, null=True, index=False)
    staff_id: int | None
    taken_back_at = UtcField(null=True)


# Whether somebody called about a row is asked when an import is taken back, and most calls are
# about one or two of these.
for _name in ("resident_id", "room_id", "ticket_id"):
    _there = SQL(f"{_name} IS NOT NULL")
    _index = Call.index(SQL(_name), name=f"call_{_name}", where=_there)
    Call.add_index(_index)
