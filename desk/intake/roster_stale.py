"""Whether somebody has written of the same rooms and people since a roster was compared.

What is changed is safe by its version. This is about what is added: it may be there by now.
"""

from __future__ import annotations

from desk.codes import Topic
from desk.intake.houses import plain
from desk.intake.roster_plan import RosterPlan
from desk.intake.three_way import key_of_name
from desk.models import bulk, sql
from desk.models.database import Write
from desk.refusals import Refusal

#: What changes more rooms or people than its entry names.
_MANY = ("community.rooms_added", "import.roster", "import.taken_back")


def refuse_stale(write: Write, community: int, plan: RosterPlan) -> None:
    """Refuse to add what somebody may have added meanwhile.

    Raises:
        Refusal: ``import.stale``.
    """
    since = sql.rows(
        write.database,
        "SELECT DISTINCT topic, subject, action FROM journal_entry WHERE id > ?"
        " AND topic IN ('community', 'room', 'resident')",
        (plan.seen,),
    )
    many = any(
        topic == Topic.COMMUNITIES and subject == community and action in _MANY
        for topic, subject, action in since
    )
    rooms = [subject for topic, subject, _ in since if topic == Topic.ROOMS]
    people = [subject for topic, subject, _ in since if topic == Topic.RESIDENTS]
    if many or _room_is_there(write, plan, rooms) or _person_is_there(write, plan, people):
        raise Refusal("import.stale")


def _room_is_there(write: Write, plan: RosterPlan, rooms: list[int]) -> bool:
    if not rooms:
        return False
    new = {(plain(one.building), plain(one.unit), plain(one.number)) for one in plan.rooms_new}
    query = "SELECT building, unit, number FROM room WHERE id IN ({ids})"
    there = bulk.matching(write.database, query, rooms)
    return any((plain(row[0]), plain(row[1]), plain(row[2])) in new for row in there)


def _person_is_there(write: Write, plan: RosterPlan, people: list[int]) -> bool:
    if not people:
        return False
    homes = {room for one in plan.people_new for room, _ in one.homes}
    query = "SELECT DISTINCT room_id FROM occupancy WHERE resident_id IN ({ids})"
    if any(row[0] in homes for row in bulk.matching(write.database, query, people)):
        return True
    strangers = {key_of_name(one.name) for one in plan.people_new if not one.homes}
    query = "SELECT name FROM resident WHERE id IN ({ids})"
    names = bulk.matching(write.database, query, people) if strangers else ()
    return any(key_of_name(row[0]) in strangers for row in names)
