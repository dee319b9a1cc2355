"""What the sentence model made of articles, kept on this computer: a restart makes nothing anew.

Records of one length: a digest of the words, the vector as half floats, a checksum. Records are
only added; one that a power cut broke is passed over and its article understood again. The file
can be thrown away at any time. It holds no text, and nothing of any person.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desk import files

if TYPE_CHECKING:
    from desk.answers.sentence_model import Wording

Row = NDArray[np.float16]

_log = logging.getLogger(__name__)
_NAME = "sentences-{version}.bin"
_EVERY = "sentences-*.bin"
_DIGEST, _CHECK = 16, 4
#: The length of a vector stands before all records.
_HEAD = 4
#: Records that are of no use any more may make up so much of the file, and so many.
_WASTE, _FEW = 0.5, 1000


class SentenceFile:
    """The vectors of one data folder, as one version of the model makes them."""

    def __init__(self, folder: Path, version: str) -> None:
        """Read what is there; what another version made is thrown away.

        A folder that cannot be read or written keeps nothing, and that is no fault.
        """
        self._path = folder / _NAME.format(version=version)
        self._rows: dict[bytes, Row] = {}
        self._whole = False
        try:
            for other in folder.glob(_EVERY):
                if other != self._path:
                    other.unlink(missing_ok=True)
            if self._path.exists():
                self._read(self._path.read_bytes())
        except OSError as error:
            _log.warning("kept vectors cannot be read: %s", type(error).__name__)

    def get(self, wording: Wording) -> Row | None:
        """Return the vector of these words, if there is one."""
        return self._rows.get(_digest(wording))

    def put(self, wording: Wording, row: Row) -> None:
        """Keep the vector of these words."""
        digest = _digest(wording)
        self._rows[digest] = row
        try:
            if not self._whole:
                self._write()
                return
            with self._path.open("ab") as file:
                file.write(_record(digest, row))
        except OSError as error:
            self._whole = False
            _log.warning("a vector cannot be kept: %s", type(error).__name__)

    def keep_only(self, wordings: Collection[Wording]) -> None:
        """Let go of what these words do not need, once it has become much."""
        if len(self._rows) - len(wordings) <= max(_WASTE * len(self._rows), _FEW):
            return
        needed = {_digest(one) for one in wordings}
        self._rows = {digest: row for digest, row in self._rows.items() if digest in needed}
        with contextlib.suppress(OSError):
            self._write()

    def _read(self, content: bytes) -> None:
        length = 2 * int.from_bytes(content[:_HEAD], "little")
        size = _DIGEST + length + _CHECK
        good = 0
        for start in range(_HEAD, len(content) - size + 1, size):
            record = content[start : start + size]
            body, check = record[:-_CHECK], record[-_CHECK:]
            if length and zlib.crc32(body).to_bytes(_CHECK, "little") == check:
                self._rows[body[:_DIGEST]] = np.frombuffer(body, np.float16, offset=_DIGEST)
                good += 1
        # Otherwise it is written anew with the next vector.
        self._whole = good > 0 and _HEAD + good * size == len(content)

    def _write(self) -> None:
        some = next(iter(self._rows.values()))
        head = len(some).to_bytes(_HEAD, "little")
        rows = ((digest, row) for digest, row in self._rows.items() if len(row) == len(some))
        files.put(self._path, head + b"".join(_record(digest, row) for digest, row in rows))
        self._whole = True


def _digest(wording: Wording) -> bytes:
    text = f"{wording.question}\0{wording.answer}".encode()
    return hashlib.blake2b(text, digest_size=_DIGEST).digest()


def _record(digest: bytes, row: Row) -> bytes:
    body = digest + row.tobytes()
    return body + zlib.crc32(body).to_bytes(_CHECK, "little")
