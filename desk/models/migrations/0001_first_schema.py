"""The first schema: centre, community, answers, tickets, calls and the journal."""

from peewee import *

from desk.models import fulltext


def up(migrator, db):
    class Community(Model):
        version = IntegerField(default=1)
        name = TextField(unique=True)
        telephone = TextField(default="")
        address = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "community"

    db.create_tables([Community])

    class Staff(Model):
        version = IntegerField(default=1)
        name = TextField()
        initial = TextField()
        role = TextField()
        pin_hash = TextField()
        wrong_tries = IntegerField(default=0)
        locked_until = BigIntegerField(null=True)
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "staff"

    db.create_tables([Staff])

    class Article(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        question = TextField()
        answer = TextField()
        category = TextField(default="")
        owner = ForeignKeyField(Staff, null=True)
        valid_from = DateField(null=True)
        valid_until = DateField(null=True)
        tokens = TextField(default="")
        used = IntegerField(default=0)
        active = BooleanField(default=True)
        updated_at = BigIntegerField()

        class Meta:
            database = db
            table_name = "article"

    db.create_tables([Article])

    class Resident(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        name = TextField()
        pinyin = TextField(default="")
        initials = TextField(default="")
        note = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "resident"

    db.create_tables([Resident])

    class Room(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        building = TextField()
        unit = TextField(default="")
        number = TextField()
        label = TextField()
        kind = TextField()
        note = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "room"
            indexes = ((("community", "building", "unit", "number"), True),)

    db.create_tables([Room])

    class Category(Model):
        version = IntegerField(default=1)
        scope = TextField()
        name = TextField()
        english = TextField(default="")
        kind = TextField()
        family = TextField(default="")
        urgency = TextField()
        position = IntegerField(default=0)
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "category"
            indexes = ((("scope", "name"), True),)

    db.create_tables([Category])

    class Crew(Model):
        version = IntegerField(default=1)
        name = TextField(unique=True)
        covers = JSONField(default=list)
        hours = TextField()
        leader = TextField(default="")
        telephone = TextField(default="")
        position = IntegerField(default=0)
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "crew"

    db.create_tables([Crew])

    class Technician(Model):
        version = IntegerField(default=1)
        crew = ForeignKeyField(Crew)
        name = TextField()
        telephone = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "technician"

    db.create_tables([Technician])

    class Ticket(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        number = TextField(unique=True)
        serial = IntegerField(index=True)
        draft_key = TextField(unique=True)
        source_number = TextField(index=True, null=True)
        kind = TextField()
        category = ForeignKeyField(Category, null=True)
        urgency = TextField()
        state = TextField()
        state_before = TextField(null=True)
        is_open = BooleanField(default=True)
        channel = TextField()
        room = ForeignKeyField(Room, null=True)
        resident = ForeignKeyField(Resident, null=True)
        place = TextField(default="")
        caller_name = TextField(default="")
        caller_phone = TextField(index=True, default="")
        words = TextField()
        spot = TextField(default="")
        door_note = TextField(default="")
        crew = ForeignKeyField(Crew, null=True)
        technician = ForeignKeyField(Technician, null=True)
        received_at = BigIntegerField(index=True)
        received_by = ForeignKeyField(Staff, null=True)
        dispatched_at = BigIntegerField(null=True)
        accepted_at = BigIntegerField(null=True)
        arrived_at = BigIntegerField(null=True)
        finished_at = BigIntegerField(index=True, null=True)
        closed_at = BigIntegerField(index=True, null=True)
        respond_by = BigIntegerField(null=True)
        arrive_by = BigIntegerField(null=True)
        finish_by = BigIntegerField(null=True)
        due_at = BigIntegerField(null=True)
        due_clock = TextField()
        appointment_from = BigIntegerField(null=True)
        appointment_until = BigIntegerField(null=True)
        hold_reason = TextField(null=True)
        hold_until = BigIntegerField(null=True)
        visit_on = BigIntegerField(null=True)
        chased = IntegerField(default=0)
        chased_at = BigIntegerField(null=True)
        slip_prints = IntegerField(default=0)
        slip_printed_at = BigIntegerField(null=True)
        slip_returned_at = BigIntegerField(null=True)
        result = TextField(default="")
        end_reason = TextField(default="")
        reopened_from = ForeignKeyField("self", null=True)
        merged_into = ForeignKeyField("self", null=True)

        class Meta:
            database = db
            table_name = "ticket"
            indexes = ((("room", "received_at"), False), (("resident", "received_at"), False))

    db.create_tables([Ticket])

    class Call(Model):
        version = IntegerField(default=1)
        community = ForeignKeyField(Community)
        draft_key = TextField(unique=True)
        channel = TextField()
        resident = ForeignKeyField(Resident, null=True)
        room = ForeignKeyField(Room, null=True)
        caller_name = TextField(default="")
        caller_phone = TextField(default="")
        words = TextField()
        started_at = BigIntegerField(index=True)
        ended_at = BigIntegerField()
        outcome = TextField()
        article = ForeignKeyField(Article, null=True)
        ticket = ForeignKeyField(Ticket, null=True)
        staff = ForeignKeyField(Staff, null=True)
        taken_back_at = BigIntegerField(null=True)

        class Meta:
            database = db
            table_name = "call"

    db.create_tables([Call])

    class Hold(Model):
        ticket = ForeignKeyField(Ticket)
        reason = TextField()
        since = BigIntegerField()
        until = BigIntegerField(null=True)

        class Meta:
            database = db
            table_name = "hold"

    db.create_tables([Hold])

    class JournalEntry(Model):
        topic = TextField()
        subject = IntegerField()
        action = TextField()
        occurred_at = BigIntegerField(index=True)
        entered_at = BigIntegerField()
        staff = IntegerField(null=True)
        desk = TextField(default="")
        detail = JSONField(default=dict)
        text_digest = TextField(default="")
        digest = TextField()

        class Meta:
            database = db
            table_name = "journal_entry"
            indexes = ((("topic", "subject", "id"), False),)

    db.create_tables([JournalEntry])

    class JournalHead(Model):
        digest = TextField()

        class Meta:
            database = db
            table_name = "journal_head"

    db.create_tables([JournalHead])

    class JournalText(Model):
        entry = ForeignKeyField(JournalEntry, primary_key=True, on_delete="CASCADE")
        salt = TextField()
        text = JSONField()

        class Meta:
            database = db
            table_name = "journal_text"

    db.create_tables([JournalText])

    class NumberSeries(Model):
        day = DateField(primary_key=True)
        last = IntegerField()

        class Meta:
            database = db
            table_name = "number_series"

    db.create_tables([NumberSeries])

    class Occupancy(Model):
        room = ForeignKeyField(Room, on_delete="CASCADE")
        resident = ForeignKeyField(Resident, on_delete="CASCADE")
        relation = TextField()

        class Meta:
            database = db
            table_name = "occupancy"
            indexes = ((("room", "resident"), True),)

    db.create_tables([Occupancy])

    class Phone(Model):
        resident = ForeignKeyField(Resident, on_delete="CASCADE")
        number = TextField(index=True)
        position = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "phone"
            indexes = ((("resident", "number"), True),)

    db.create_tables([Phone])

    class Phrasing(Model):
        article = ForeignKeyField(Article, on_delete="CASCADE")
        text = TextField()
        position = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "phrasing"

    db.create_tables([Phrasing])

    class ReturnVisit(Model):
        ticket = ForeignKeyField(Ticket)
        at = BigIntegerField()
        staff = ForeignKeyField(Staff, null=True)
        reached = BooleanField()
        solved = BooleanField()
        score = IntegerField(null=True)

        class Meta:
            database = db
            table_name = "return_visit"

    db.create_tables([ReturnVisit])

    class Setting(Model):
        key = TextField(primary_key=True)
        version = IntegerField(default=1)
        value = JSONField()

        class Meta:
            database = db
            table_name = "setting"

    db.create_tables([Setting])

    # What the queue is read from, and the community so that counting needs no row.
    for name, first in {
        "ticket_open_due": "",
        "ticket_open_state": "state, ",
        "ticket_open_urgency": "urgency, ",
    }.items():
        db.execute_sql(
            f"CREATE INDEX {name} ON ticket ({first}due_at, id, community_id) WHERE is_open"
        )
    fulltext.create(db)
