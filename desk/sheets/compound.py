"""Finds the streams in a compound file, the box in which old Office programs kept theirs."""

from __future__ import annotations

import struct
from array import array

_HEADER = 512
_END = 0xFFFFFFFA  # this and all above mark what is no sector
_MINI_CUTOFF = 4096


class Damaged(Exception):  # noqa: N818 - says what the file is
    """The file ends or turns in a circle where it should go on."""


class Compound:
    """A compound file held in memory."""

    def __init__(self, data: bytes) -> None:
        """Read the directory.

        Raises:
            Damaged: it cannot be read.
        """
        if len(data) < _HEADER:
            raise Damaged
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Damaged
        self._size = 1 << shift
        directory, mini_table = struct.unpack_from("<I", data, 48) + struct.unpack_from(
            "<I", data, 60
        )
        self._next = self._table(*struct.unpack_from("<II", data, 68))
        self._streams = self._directory(self._chain(directory))
        self._mini_next = array("I", self._whole_words(self._chain(mini_table)))
        self._mini = self._chain(self._streams.get("", (_END, 0))[0])

    @property
    def names(self) -> set[str]:
        """The names of the streams and folders."""
        return set(self._streams) - {""}

    def stream(self, name: str) -> bytes:
        """Return what a stream holds.

        Raises:
            Damaged: there is none, or it cannot be read.
        """
        if name not in self._streams:
            raise Damaged
        start, size = self._streams[name]
        if size >= _MINI_CUTOFF:
            return self._chain(start)[:size]
        pieces = []
        for _ in range(-(-size // 64)):
            if start >= len(self._mini_next):
                raise Damaged
            pieces.append(self._mini[start * 64 : start * 64 + 64])
            start = self._mini_next[start]
        return b"".join(pieces)[:size]

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._data[begin : begin + self._size]

    def _table(self, more: int, count: int) -> array[int]:
        """Return for each sector the one that follows it."""
        numbers = list(struct.unpack_from("<109I", self._data, 76))
        words = self._size // 4
        for _ in range(min(count, len(self._data) // self._size)):
            sector = self._sector(more)
            if len(sector) < self._size:
                raise Damaged
            *found, more = struct.unpack(f"<{words}I", sector)
            numbers += found
        pieces = [self._sector(number) for number in numbers if number < _END]
        return array("I", self._whole_words(b"".join(pieces)))

    def _chain(self, start: int) -> bytes:
        pieces: list[bytes] = []
        while start < _END:
            if start >= len(self._next) or len(pieces) > len(self._next):
                raise Damaged
            pieces.append(self._sector(start))
            start = self._next[start]
        return b"".join(pieces)

    @staticmethod
    def _whole_words(data: bytes) -> bytes:
        return data[: len(data) & ~3]

    @staticmethod
    def _directory(data: bytes) -> dict[str, tuple[int, int]]:
        """Return start and size of every stream; the first entry, the box itself, has no name."""
        streams: dict[str, tuple[int, int]] = {}
        for begin in range(0, len(data) - 127, 128):
            entry = data[begin : begin + 128]
            length, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<II", entry, 116)
            if kind == 5:
                streams[""] = (start, size)
            elif kind:
                name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "ignore")
                streams.setdefault(name, (start, size))
        return streams
