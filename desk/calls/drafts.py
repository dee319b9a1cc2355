"""What is being typed at this desk, kept in a file of its own so that nothing is ever lost.

Each window claims a *slot* of the data folder (``drafts/1.json`` …) by a lock that the system
frees when the process dies, however it dies. The next window to start takes the slot over with
all that stood in it, and gathers what other dead windows left.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from desk.codes import Channel
from desk.refusals import Refusal

FOLDER = "drafts"
_SLOTS = 64


@dataclass
class Draft:
    """One call that is not finished: the line, and whatever was chosen by hand.

    Attributes:
        key: unique for ever; a ticket or call made from this draft carries it, so that saving
            twice makes one.
        started_at: when the call began, UTC.
        text: the line as it stands.
        channel: how the caller reached us.
        room, resident, article: ids that were chosen, or None.
        place: a public place in words, when there is no room.
        category, kind, urgency: what was corrected by hand; None follows the reading.
        caller_name, caller_phone, spot, door_note: typed into the ticket's fields.
        appointment: the appointment as typed.
    """

    key: str
    started_at: datetime
    text: str = ""
    channel: Channel = Channel.PHONE
    room: int | None = None
    resident: int | None = None
    article: int | None = None
    place: str = ""
    category: int | None = None
    kind: str | None = None
    urgency: str | None = None
    caller_name: str = ""
    caller_phone: str = ""
    spot: str = ""
    door_note: str = ""
    appointment: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def new(cls, now: datetime) -> Draft:
        """Return an empty draft of a call that begins now."""
        return cls(key=uuid.uuid4().hex, started_at=now)

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost with it."""
        typed = (self.text, self.caller_name, self.caller_phone, self.spot, self.door_note)
        chosen = (self.room, self.resident, self.place, self.appointment)
        return not any(part.strip() for part in typed) and not any(chosen)


class DraftFile:
    """The drafts of one desk on disk: written whole, synced, and replaced in one step."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def claim(cls, data_folder: Path) -> tuple[DraftFile, list[Draft]]:
        """Claim the first free slot and return it with every draft that nobody holds.

        Raises:
            Refusal: ``drafts.no_slot`` when very many windows are open, or ``drafts.unwritable``.
        """
        folder = data_folder / FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True)
            mine = next(filter(None, (cls._free(folder, n) for n in range(1, _SLOTS + 1))), None)
        except OSError as error:
            raise Refusal("drafts.unwritable", folder=str(folder)) from error
        if mine is None:
            raise Refusal("drafts.no_slot")
        drafts = _read(mine.path)
        orphans = mine._gather(folder)  # noqa: SLF001 - our own class
        if orphans:
            drafts += orphans
            mine.save(drafts)
            for path in mine._orphan_paths(folder):  # noqa: SLF001 - our own class
                path.unlink(missing_ok=True)
        return mine, drafts

    @staticmethod
    def open_windows(data_folder: Path) -> int:
        """Return how many windows have a slot of this data folder right now."""
        count = 0
        for path in (data_folder / FOLDER).glob("*.lock"):
            lock = FileLock(str(path))
            try:
                with lock.acquire(blocking=False):
                    pass
            except Timeout:
                count += 1
        return count

    @property
    def slot(self) -> str:
        """The desk's number among the windows on this data folder."""
        return self.path.stem

    def save(self, drafts: Sequence[Draft]) -> None:
        """Replace what the file holds; it is on the disk when this returns.

        Raises:
            OSError: the disk is full or gone; the file still holds what was saved before.
        """
        document = [_document(draft) for draft in drafts if not draft.empty]
        partial = self.path.with_suffix(".partial")
        with partial.open("w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(self.path)

    def release(self) -> None:
        """Give the slot back; the drafts stay."""
        self._lock.release()

    @classmethod
    def _free(cls, folder: Path, number: int) -> DraftFile | None:
        lock = FileLock(str(folder / f"{number}.lock"))
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return None
        return cls(folder / f"{number}.json", lock)

    def _gather(self, folder: Path) -> list[Draft]:
        return [draft for path in self._orphan_paths(folder) for draft in _read(path)]

    def _orphan_paths(self, folder: Path) -> list[Path]:
        orphans = []
        for path in sorted(folder.glob("*.json")):
            if path == self.path:
                continue
            lock = FileLock(str(path.with_suffix(".lock")))
            with contextlib.suppress(Timeout), lock.acquire(blocking=False):
                orphans.append(path)
        return orphans


def _document(draft: Draft) -> dict[str, Any]:
    return asdict(draft) | {"started_at": draft.started_at.isoformat()}


def _read(path: Path) -> list[Draft]:
    """Read a draft file; one that cannot be read is kept aside under another name."""
    if not path.exists():
        return []
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return [_draft(item) for item in document]
    except (OSError, ValueError, KeyError, TypeError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".unreadable"))
        return []


def _draft(item: dict[str, Any]) -> Draft:
    known = {name: item[name] for name in Draft.__dataclass_fields__ if name in item}
    known["started_at"] = datetime.fromisoformat(item["started_at"])
    known["channel"] = Channel(item["channel"])
    return Draft(**known)
