"""What the Residents page says: lines of the tree, finds, histories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from desk.centre.revisions import TEXT, Change, Revision
from desk.codes import Relation, RoomKind, Topic
from desk.community.found import Found
from desk.intake.origins import RowStep
from desk.intake.record import ADDED
from desk.language.phones import masked
from desk.ui.icons import Icon
from desk.ui.kit.rows import OneLine
from desk.ui.residents.nodes import Node, Sort
from desk.ui.revision_list import SaidChange, SaidRevision
from desk.words import imports, terms, times
from desk.words.catalogue import Words, mark

_LABELS: Mapping[str, str] = {
    "name": mark("Name"),
    "phones": mark("Telephone"),
    "homes": mark("Rooms"),
    "kind": mark("Kind of room"),
    "note": mark("Note"),
    "area_m2": mark("Area, m²"),
    "moved_in": mark("Moved in"),
    TEXT: mark("Note"),
}
_ORDER = tuple(_LABELS)
#: So many people of a room are named in its line.
_NAMED = 2


def node_title(words: Words, node: Node) -> str:
    """Say a line of the tree: 3号楼, 2单元, 1502."""
    if node.sort is Sort.BUILDING and node.title[:1].isdigit():
        return words.say("Building {building}", building=node.title)
    if node.sort is Sort.UNIT:
        return words.say("Unit {unit}", unit=node.title)
    if node.sort is Sort.STRANGERS:
        return words.say("Without a room")
    return node.title


def household(words: Words, names: Sequence[str] | None) -> str:
    """Say who lives in a room: 张淑芬、王磊等 4 人; nothing while it is not known yet."""
    if names is None:
        return ""
    if not names:
        return words.say("nobody registered")
    said = words.say_in("between names", ", ").join(names[:_NAMED])
    if len(names) <= _NAMED:
        return said
    return words.say_n(
        "{names}, {n} person in all", "{names}, {n} people in all", len(names), names=said
    )


def find(words: Words, found: Found) -> OneLine:
    """Say one find: a person with room and masked number, or a room."""
    if found.person_id is None:
        return OneLine(found.room_label, icon=Icon.ROOM)
    relation = terms.relation(words, found.relation) if found.relation else ""
    phone = masked(found.phone) if found.phone else ""
    note = "  ".join(part for part in (found.room_label, relation, phone) if part)
    return OneLine(found.name, note, Icon.PERSON)


def spoken(words: Words, found: Found) -> str:
    """Say one find for a screen reader."""
    line = find(words, found)
    return " ".join(part for part in (line.title, line.note) if part)


def homes(words: Words, homes: Iterable[tuple[str, Relation]]) -> str:
    """Say rooms with what somebody is to them: 3-2-1502 业主、5-1-101 租户."""
    return words.say_in("between rooms", ", ").join(
        f"{label} {terms.relation(words, relation)}" for label, relation in homes
    )


def history(
    words: Words,
    revisions: Iterable[Revision],
    names: Mapping[tuple[Topic, int], str],
    labels: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
    imported: Sequence[RowStep] = (),
) -> list[SaidRevision]:
    """Say what happened to a household: what, to whom, by whom, when; numbers stay masked.

    What an import added has no step of its own in the journal, what it changed has: that one
    says from which file.
    """
    written = {(one.topic, one.subject, one.at): one for one in imported}
    steps = [
        (
            one.at,
            _step(
                words, one, names, labels, zone, now, written.get((one.topic, one.subject, one.at))
            ),
        )
        for one in revisions
    ]
    steps += [
        (one.at, _brought(words, one, names, zone, now)) for one in imported if one.did == ADDED
    ]
    steps.sort(key=lambda one: one[0], reverse=True)
    return [said for _at, said in steps]


def _brought(
    words: Words,
    step: RowStep,
    names: Mapping[tuple[Topic, int], str],
    zone: ZoneInfo,
    now: datetime,
) -> SaidRevision:
    return SaidRevision(
        action=words.say("Imported from {place}", place=_place(words, step)),
        who="·".join(
            part for part in (names.get((step.topic, step.subject), ""), step.who) if part
        ),
        when=times.moment(words, step.at, zone, now),
    )


def _place(words: Words, step: RowStep) -> str:
    """Say where in a file a row stands: 花名册.xlsx 住户 第 7 行."""
    if not step.row:
        return step.file
    row = imports.row(words, step.row, step.sheet)
    return words.say("{file}, {row}", file=step.file, row=row)


def _step(
    words: Words,
    one: Revision,
    names: Mapping[tuple[Topic, int], str],
    labels: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
    source: RowStep | None,
) -> SaidRevision:
    note = words.say("What it changed was erased.") if one.erased else ""
    if source is not None and not note:
        note = _place(words, source)
    return SaidRevision(
        action=terms.action(words, one.action),
        who="·".join(part for part in (names.get((one.topic, one.subject), ""), one.who) if part),
        when=times.moment(words, one.at, zone, now),
        changes=_changes(words, one, labels),
        note=note,
    )


def _changes(words: Words, revision: Revision, labels: Mapping[int, str]) -> tuple[SaidChange, ...]:
    if revision.action.endswith(".added"):
        return ()
    changes = [one for one in revision.changes if one.field in _LABELS]
    changes.sort(key=lambda one: _ORDER.index(one.field))
    return tuple(_change(words, one, labels) for one in changes)


def _change(words: Words, change: Change, labels: Mapping[int, str]) -> SaidChange:
    before = _value(words, change.field, change.before, labels)
    after = _value(words, change.field, change.after, labels)
    return SaidChange(words.say(_LABELS[change.field]), before, after)


def _value(words: Words, field: str, raw: object, labels: Mapping[int, str]) -> str:
    if not raw:
        return ""
    if field == "phones" and isinstance(raw, list):
        return words.say_in("between rooms", ", ").join(masked(str(one)) for one in raw)
    if field == "homes" and isinstance(raw, list):
        return homes(words, ((labels.get(room, "?"), Relation(relation)) for room, relation in raw))
    if field == "kind":
        return terms.room_kind(words, str(raw))
    if isinstance(raw, int | float):
        return f"{raw:g}"
    return str(raw)


def kinds(words: Words) -> list[tuple[str, RoomKind]]:
    """Return the kinds of rooms with their names."""
    return [(terms.room_kind(words, kind), kind) for kind in RoomKind]
