"""A mistaken step is undone by a new one: the journal keeps both."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from peewee import Database

from desk.centre.profile import Centre
from desk.codes import State, Topic
from desk.models import sql
from desk.models.database import Write
from desk.models.tables import Hold
from desk.refusals import Refusal
from desk.tickets import actions
from desk.tickets.seen import After, Seen
from desk.tickets.states import Step
from desk.tickets.turn import Turn, restored

_UNDOABLE: Final = frozenset(
    {
        actions.DISPATCHED,
        actions.ACCEPTED,
        actions.ARRIVED,
        actions.TRANSFERRED,
        actions.TURNED_DOWN,
        actions.HELD,
        actions.RESUMED,
        actions.FINISHED,
        actions.VISIT_PLANNED,
        actions.CANCELLED,
    }
)
#: These stand between two steps without being one.
_BESIDE: Final = frozenset(
    {
        actions.CHASED,
        actions.JOINED,
        actions.COMMENTED,
        actions.APPOINTED,
        actions.EDITED,
        actions.SLIP_PRINTED,
        actions.SLIP_RETURNED,
        actions.ABSORBED,
    }
)


class _Entry(NamedTuple):
    id: int
    action: str
    detail: dict[str, Any]


def can_take_back(database: Database, ticket_id: int) -> str | None:
    """Return the action of the step that would be taken back, None where there is none."""
    last = _last_steps(database, ticket_id)
    return last[-1].action if last else None


def take_back(write: Write, centre: Centre, seen: Seen) -> After:
    """Bring a ticket back to where it was before its last step.

    Raises:
        Refusal: as every step (``turn.Turn``), or ``ticket.nothing_to_take_back``.
    """
    turn = Turn(write, centre, seen, Step.TAKE_BACK)
    steps = _last_steps(write.database, turn.ticket.id)
    if not steps or steps[0].detail.get("to") != turn.state:
        raise Refusal("ticket.nothing_to_take_back", number=turn.ticket.number)
    for step in steps:
        _undo(turn, step)
    taken = steps[-1]
    turn.log(actions.TAKEN_BACK, {"entry": taken.id, "action": taken.action})
    return turn.done()


def _undo(turn: Turn, step: _Entry) -> None:
    was = dict(step.detail["was"])
    turn.enter(State(was.pop("state", turn.state)))
    turn.set(**{name: restored(name, value) for name, value in was.items()})
    if step.action in (actions.FINISHED, actions.CANCELLED):
        turn.set(result="", end_reason="")
    held = step.detail.get("hold")
    if held is None:
        return
    # A hold put in by mistake has held nothing; one ended by mistake lasts.
    begun = step.action == actions.HELD
    Hold.update(until=Hold.since if begun else None).where(Hold.id == held).execute()
    turn.recompute()


def _last_steps(database: Database, ticket_id: int) -> list[_Entry]:
    """Return the last step, after what the program did upon it by rule."""
    steps: list[_Entry] = []
    for entry in _standing(database, ticket_id):
        if entry.action in _BESIDE:
            continue
        if entry.action not in _UNDOABLE or "was" not in entry.detail:
            return []
        steps.append(entry)
        if not entry.detail.get("by_rule"):
            return steps
    return []


def _standing(database: Database, ticket_id: int) -> list[_Entry]:
    """Return the latest entries, newest first, without what was taken back already."""
    found = sql.rows(
        database,
        "SELECT id, action, detail FROM journal_entry WHERE topic = ? AND subject = ?"
        " ORDER BY id DESC LIMIT 200",
        (str(Topic.TICKETS), ticket_id),
    )
    standing: list[_Entry] = []
    before: int | None = None
    for entry_id, action, raw in found:
        if before is not None and entry_id >= before:
            continue
        detail = sql.document(raw)
        if action == actions.TAKEN_BACK:
            before = int(detail["entry"])
            continue
        standing.append(_Entry(entry_id, action, detail))
    return standing
