"""The names under which a ticket's steps stand in the journal.

``detail`` holds codes, ids, numbers and times (microseconds since 1970 UTC), ``text`` words and
names. A step that changes the state carries ``from``, ``to`` and ``was``: the columns it changed
as they stood before, so that it can be taken back.
"""

from __future__ import annotations

from typing import Final

#: detail: number, kind, category, urgency, channel, room, resident; text: words, place, caller.
RECEIVED: Final = "ticket.received"
#: detail: crew, technician, by_rule (true where the program chose); text: crew, technician.
DISPATCHED: Final = "ticket.dispatched"
#: detail and text as for dispatched.
ACCEPTED: Final = "ticket.accepted"
ARRIVED: Final = "ticket.arrived"
#: text: crew, technician, reason.
TRANSFERRED: Final = "ticket.transferred"
#: text: crew (that turned it down), reason.
TURNED_DOWN: Final = "ticket.turned_down"
#: detail: reason (HoldReason), look_again (ISO date); text: note.
HELD: Final = "ticket.held"
RESUMED: Final = "ticket.resumed"
#: detail: satisfied, accepted_at, arrived_at; text: result.
FINISHED: Final = "ticket.finished"
#: detail: on (ISO date), by_rule.
VISIT_PLANNED: Final = "ticket.visit_planned"
#: detail: reached, solved, score; text: note.
VISITED: Final = "ticket.visited"
#: detail: by_time (true where nobody did it); text: note.
CLOSED: Final = "ticket.closed"
#: text: reason.
CANCELLED: Final = "ticket.cancelled"
#: detail: into (ticket id), number.
MERGED: Final = "ticket.merged"
#: Another ticket was merged into this one; detail: ticket, number.
ABSORBED: Final = "ticket.absorbed"
#: A new ticket goes on with this one; detail: ticket, number.
REOPENED: Final = "ticket.reopened"
#: detail: count; text: words, caller.
CHASED: Final = "ticket.chased"
#: Another caller reported the same; detail: count; text: words, caller.
JOINED: Final = "ticket.joined"
#: text: words.
COMMENTED: Final = "ticket.commented"
#: detail: begin, until (null: there is none any more).
APPOINTED: Final = "ticket.appointed"
#: detail: changed (column -> [old, new], codes and ids), words (names of texts that changed);
#: text: column -> [old, new].
EDITED: Final = "ticket.edited"
#: detail: count.
SLIP_PRINTED: Final = "ticket.slip_printed"
SLIP_RETURNED: Final = "ticket.slip_returned"
#: detail: entry (journal id), action, from, to.
TAKEN_BACK: Final = "ticket.taken_back"

#: Told by the import, not by an entry of its own; detail: sheet, row; text: file, and what the
#: ledger said besides: place, state, handler, result, hold_reason, satisfaction, note.
IMPORTED: Final = "ticket.imported"

ALL: Final = (
    RECEIVED,
    DISPATCHED,
    ACCEPTED,
    ARRIVED,
    TRANSFERRED,
    TURNED_DOWN,
    HELD,
    RESUMED,
    FINISHED,
    VISIT_PLANNED,
    VISITED,
    CLOSED,
    CANCELLED,
    MERGED,
    ABSORBED,
    REOPENED,
    CHASED,
    JOINED,
    COMMENTED,
    APPOINTED,
    EDITED,
    SLIP_PRINTED,
    SLIP_RETURNED,
    TAKEN_BACK,
)
