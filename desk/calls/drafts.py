"""What is being typed at this desk, kept in a file of its own so that nothing is ever lost.

Each window claims a *slot* of the data folder (``drafts/1.json`` …) by a lock that the system
frees when the process dies, however it dies. The next window to start takes the slot over with
all that stood in it, and gathers what other dead windows left.
"""

from __future__ import annotations

import contextlib
import errno
import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from desk import files
from desk.codes import Channel
from desk.refusals import Refusal

FOLDER = "drafts"
_SLOTS = 64
#: The mark in ``Draft.extra`` that somebody took the caller back although the words name one.
NOBODY = "nobody"


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
            OSError: the disk is full; every draft is still where it was.
        """
        folder = data_folder / FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True)
            mine = next(filter(None, (cls._free(folder, n) for n in range(1, _SLOTS + 1))), None)
        except OSError as error:
            raise _unwritable(folder, error) from error
        if mine is None:
            raise Refusal("drafts.no_slot")
        try:
            return mine, mine._take_over(folder)  # noqa: SLF001 - our own class
        except BaseException:
            mine.release()
            raise

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
            Refusal: ``drafts.unwritable`` when the folder is gone or may not be written.
            OSError: the disk is full or failing; the file still holds what was saved before.
        """
        document = [_document(draft) for draft in drafts if not draft.empty]
        try:
            files.put(self.path, json.dumps(document).encode())
        except OSError as error:
            raise _unwritable(self.path.parent, error) from error

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

    def _take_over(self, folder: Path) -> list[Draft]:
        """Return what stood in this slot, and what windows left that are no longer there.

        Their slots stay locked until their drafts are saved here: of two windows that start at
        once only one takes them, and a crash in between leaves them where they were.
        """
        for unfinished in folder.glob(f"{self.path.name}.*{files.PARTIAL}"):
            unfinished.unlink(missing_ok=True)
        drafts = _read(self.path)
        with contextlib.ExitStack() as locks:
            left = []
            for path in sorted(folder.glob("*.json")):
                lock = FileLock(str(path.with_suffix(".lock")))
                with contextlib.suppress(Timeout):
                    if path != self.path:
                        locks.enter_context(lock.acquire(blocking=False))
                        left.append(path)
            for path in left:
                drafts += _read(path)
            drafts = list({draft.key: draft for draft in drafts}.values())
            if left or (drafts and not self.path.exists()):
                self.save(drafts)
            for path in left:
                path.unlink(missing_ok=True)
        return drafts


_NOT_THERE = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EACCES, errno.EPERM, errno.EROFS}
)


def _unwritable(folder: Path, error: OSError) -> Exception:
    """Say of what is not there or not allowed that it cannot be written; leave the rest."""
    if error.errno in _NOT_THERE:
        return Refusal("drafts.unwritable", folder=str(folder))
    return error


def _document(draft: Draft) -> dict[str, Any]:
    return asdict(draft) | {"started_at": draft.started_at.isoformat()}


def _read(path: Path) -> list[Draft]:
    """Read a draft file; one that cannot be read in all its parts is kept aside, too."""
    if not path.exists():
        return []
    drafts = []
    try:
        items = list(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        items = [None]
    for item in items:
        try:
            drafts.append(_draft(item))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            _keep_aside(path)
    return drafts


def _keep_aside(path: Path) -> None:
    names = (path.with_suffix(f".{again}.unreadable") for again in range(1, 1_000))
    aside = next((name for name in names if not name.exists()), None)
    with contextlib.suppress(OSError):
        if aside is not None and path.exists():
            path.replace(aside)


def _draft(item: dict[str, Any]) -> Draft:
    """Read one draft.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is none.
    """
    known = {name: item[name] for name in Draft.__dataclass_fields__ if name in item}
    known["started_at"] = datetime.fromisoformat(item["started_at"]).astimezone(UTC)
    known["channel"] = Channel(item["channel"])
    for name, default in _DEFAULTS.items():
        kinds = type(default) if default is not None else (int, str, type(None))
        if name in known and not isinstance(known[name], kinds):
            raise TypeError(name)
    return Draft(**known)


#: What each part of a draft is when nobody wrote it; its kind is what a file may hold there.
_DEFAULTS: dict[str, object] = asdict(Draft(key="", started_at=datetime(1970, 1, 1, tzinfo=UTC)))
del _DEFAULTS["started_at"]
