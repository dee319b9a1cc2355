"""From a stored ticket to the values of its slip."""

from __future__ import annotations

from datetime import datetime

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import Channel, Kind, Urgency
from desk.models.database import Write
from desk.models.tables import Category, Community, Crew, Room, Staff, Technician, Ticket
from desk.refusals import Refusal
from desk.tickets.seen import Seen
from desk.tickets.slips import print_slip
from desk.tickets.work_order import WorkOrder


def work_order(
    database: Database,
    centre: Centre,
    ticket_id: int,
    now: datetime,
    *,
    print_count: int | None = None,
    english: bool = False,
) -> WorkOrder:
    """Build a ticket's slip.

    Args:
        database: where.
        centre: signs the slip, and chooses what time it says.
        ticket_id: which.
        now: when it is printed.
        print_count: how often it was, this time included; None is a look before printing.
        english: name the category in English.

    Raises:
        Refusal: ``ticket.unknown``.
    """
    query = (
        Ticket.select(Ticket, Community, Room, Category, Crew, Technician, Staff)
        .join_from(Ticket, Community)
        .left_outer_join(Room, src=Ticket)
        .left_outer_join(Category, src=Ticket)
        .left_outer_join(Crew, src=Ticket)
        .left_outer_join(Technician, src=Ticket)
        .left_outer_join(Staff, src=Ticket)
        .where(Ticket.id == ticket_id)
    )
    ticket = query.first()
    if ticket is None:
        raise Refusal("ticket.unknown", number=f"#{ticket_id}")
    return WorkOrder(
        number=ticket.number,
        kind=Kind(ticket.kind),
        urgency=Urgency(ticket.urgency),
        community=ticket.community.name,
        zone=centre.zone,
        printed_at=now,
        print_count=ticket.slip_prints + 1 if print_count is None else print_count,
        centre=centre.name,
        telephone=centre.telephone or ticket.community.telephone,
        category=_category(ticket.category, english),
        place=ticket.place,
        spot=ticket.spot,
        caller_name=ticket.caller_name,
        caller_phone=ticket.caller_phone,
        received_at=ticket.received_at,
        received_by="" if ticket.received_by is None else ticket.received_by.name,
        channel=Channel(ticket.channel),
        description=ticket.words,
        # What is known of the room's door, as it stands when the slip is printed.
        door_note=ticket.door_note or ("" if ticket.room is None else ticket.room.note),
        respond_by=ticket.respond_by,
        arrive_by=ticket.arrive_by,
        finish_by=ticket.finish_by,
        dispatched_at=ticket.dispatched_at,
        crew="" if ticket.crew is None else ticket.crew.name,
        technician="" if ticket.technician is None else ticket.technician.name,
        appointment_from=ticket.appointment_from,
        appointment_until=ticket.appointment_until,
        chased=ticket.chased,
    )


def print_order(
    write: Write, centre: Centre, ticket_id: int, *, english: bool = False
) -> WorkOrder:
    """Count one more print of a slip and build it.

    Raises:
        Refusal: ``ticket.unknown``.
    """
    order = work_order(write.database, centre, ticket_id, write.now, english=english)
    print_slip(write, centre, Seen(ticket_id))
    return order


def _category(category: Category | None, english: bool) -> str:
    if category is None:
        return ""
    if english and category.english:
        return str(category.english)
    return f"{category.scope} › {category.name}"
