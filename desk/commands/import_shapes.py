"""What was read from a file, as the JSON documents that ``desk import --dry-run --json`` prints.

A blank is null; a row is numbered from 1 as the spreadsheet shows it; a time is local, to the
minute, and stands as a day alone where no time was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desk.codes import RoomKind
from desk.words.catalogue import Words
from desk.words.sentences import sentence

if TYPE_CHECKING:
    from desk.answers.questions.read import KnowledgeRead, ReadArticle
    from desk.community.roster.read import ReadPerson, ReadRoom, RosterRead
    from desk.intake.files import Read
    from desk.language.addresses import Address
    from desk.sheets.findings import Findings, Place
    from desk.tickets.ledger.read import LedgerRead, ReadTicket

Document = dict[str, Any]

#: The kinds of rooms by the names offices write, whatever the language of the answer.
_KINDS = {
    RoomKind.FLAT: "住宅",
    RoomKind.SHOP: "商铺",
    RoomKind.GARAGE: "车位",
    RoomKind.VILLA: "别墅",
}


def document(words: Words, read: Read) -> Document:
    """Return what was read from a file, whichever kind it is."""
    from desk.answers.questions.read import KnowledgeRead
    from desk.community.roster.read import RosterRead

    if isinstance(read, RosterRead):
        return roster(words, read)
    if isinstance(read, KnowledgeRead):
        return knowledge(words, read)
    return tickets(words, read)


def roster(words: Words, read: RosterRead) -> Document:
    """Return a roster: its rooms with their people, and whoever belongs to no room."""
    rooms = [_room(room) for room in read.rooms]
    strangers = [_person(one.person) | {"source": one.source._asdict()} for one in read.strangers]
    return {"type": "roster", "rooms": rooms, "strangers": strangers} | _found(words, read.found)


def tickets(words: Words, read: LedgerRead) -> Document:
    """Return a ledger: its tickets."""
    rows = [_ticket(ticket) for ticket in read.tickets]
    return {"type": "tickets", "tickets": rows} | _found(words, read.found)


def knowledge(words: Words, read: KnowledgeRead) -> Document:
    """Return a list of questions: its articles."""
    articles = [_article(article) for article in read.articles]
    return {"type": "faq", "articles": articles} | _found(words, read.found)


def _room(room: ReadRoom) -> Document:
    return {
        "building": room.building or None,
        "unit": room.unit or None,
        "number": room.number,
        "kind": _KINDS[room.kind],
        "area_m2": room.area_m2,
        "moved_in": room.moved_in or None,
        "note": room.note or None,
        "residents": [_person(person) for person in room.people],
        "source": _places(room.source),
    }


def _person(person: ReadPerson) -> Document:
    return {"name": person.name, "role": person.relation, "phones": list(person.phones)}


def _ticket(ticket: ReadTicket) -> Document:
    return {
        "number": ticket.number or None,
        "reported_at": _time(ticket.reported_at),
        "room": _address(ticket.room),
        "place": ticket.place or None,
        "name": ticket.name or None,
        "phone": ticket.phone or None,
        "text": ticket.text,
        "done": ticket.done,
        "hold_reason": ticket.hold_reason or None,
        "finished_at": _time(ticket.finished_at),
        "handler": ticket.handler or None,
        "result": ticket.result or None,
        "source": ticket.source._asdict(),
    }


def _article(article: ReadArticle) -> Document:
    return {
        "question": article.question,
        "variants": list(article.phrasings),
        "answer": article.answer,
        "category": article.category or None,
        "source": article.source._asdict(),
    }


def _address(address: Address | None) -> Document | None:
    if address is None:
        return None
    return {
        "building": address.building or None,
        "unit": address.unit or None,
        "number": address.number,
        "kind": _KINDS[address.kind],
    }


def _time(moment: datetime | date | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return None if moment is None else moment.isoformat()


def _found(words: Words, found: Findings) -> Document:
    return {
        "rejected": [
            {**row.place._asdict(), "why": sentence(words, row.why)} for row in found.rejected
        ],
        "ignored_rows": found.ignored,
        "warnings": [
            {
                **cell.place._asdict(),
                "field": cell.field,
                "text": cell.text,
                "why": sentence(words, cell.why),
            }
            for cell in found.warned
        ],
        "skipped_sheets": [
            {"sheet": skipped.sheet, "why": sentence(words, skipped.why)}
            for skipped in found.skipped
        ],
        "notes": [sentence(words, note) for note in found.notes],
    }


def _places(places: Iterable[Place]) -> list[Document]:
    return [place._asdict() for place in places]
