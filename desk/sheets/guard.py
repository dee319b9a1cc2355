"""Keeps harm away before anything is read: packed files that unpack too far, parts with a DTD."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from desk.refusals import Refusal
from desk.sheets.book import Progress

#: What all parts of a workbook may come to when unpacked, in bytes.
MOST_UNPACKED = 320_000_000
#: A part of this size may not be packed a hundred times smaller: no table is that dull.
_LARGE, _DULL = 50_000_000, 100
#: How many parts a workbook may have.
MOST_PARTS = 5_000
_CHUNK = 1 << 18
_HEAD = 4096
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class Parts:
    """The parts of a packed office file, unpacked piece by piece and counted while they are."""

    def __init__(self, file: IO[bytes], name: str, progress: Progress | None = None) -> None:
        """Look at the directory of a packed file; nothing is unpacked yet.

        Raises:
            Refusal: ``sheet.incomplete`` without a directory, ``sheet.bomb`` where it declares
                more than a workbook can need, ``sheet.doctype`` where a part begins with a DTD.
        """
        self.file = name
        self._progress = progress
        self._done = 0
        try:
            self._archive = zipfile.ZipFile(file)
        except _DAMAGED as error:
            raise Refusal("sheet.incomplete", file=name) from error
        infos = self._archive.infolist()
        self._all = sum(info.file_size for info in infos)
        if len(infos) > MOST_PARTS or self._all > MOST_UNPACKED or any(map(_swells, infos)):
            raise Refusal("sheet.bomb", file=name)
        if any(info.flag_bits & 1 for info in infos):
            raise Refusal("sheet.password", file=name)
        self._infos = {info.filename.lstrip("/").casefold(): info for info in infos}

    @property
    def names(self) -> list[str]:
        """The names of all parts, folded; none of them is ever used as the name of a file."""
        return list(self._infos)

    def refuse_doctypes(self) -> None:
        """Look at the beginning of every XML part, also of those that are never read.

        Raises:
            Refusal: ``sheet.doctype``, ``sheet.incomplete``.
        """
        for name, info in self._infos.items():
            if name.endswith((".xml", ".rels", ".vml")):
                with self._open(info) as part:
                    head = self._read(part, _HEAD)
                if b"<!DOCTYPE" in head.replace(b"\0", b"").upper():
                    raise Refusal("sheet.doctype", file=self.file)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece; nothing where there is none of the name.

        Raises:
            Refusal: ``sheet.incomplete`` where it cannot be unpacked, ``sheet.bomb`` where it
                holds more than was declared for all.
        """
        info = self._infos.get(name.lstrip("/").casefold())
        if info is None:
            return
        with self._open(info) as part:
            while piece := self._read(part):
                self._count(len(piece))
                yield piece

    def _open(self, info: zipfile.ZipInfo) -> IO[bytes]:
        try:
            return self._archive.open(info)
        except _DAMAGED as error:
            raise Refusal("sheet.incomplete", file=self.file) from error

    def _read(self, part: IO[bytes], size: int = _CHUNK) -> bytes:
        try:
            return part.read(size)
        except _DAMAGED as error:
            raise Refusal("sheet.incomplete", file=self.file) from error

    def _count(self, size: int) -> None:
        self._done += size
        if self._done > MOST_UNPACKED:
            raise Refusal("sheet.bomb", file=self.file)
        if self._progress is not None:
            self._progress(min(self._done, self._all), self._all)

    def parse(
        self,
        name: str,
        begin: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Read an XML part, if there is one of the name, and tell of every element in it.

        Names of elements come as they are written, with a prefix where there is one (``local``).

        Raises:
            Refusal: ``sheet.doctype``, ``sheet.incomplete``, or what a callback raises.
        """
        if name.lstrip("/").casefold() not in self._infos:
            return
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        for piece in self.pieces(name):
            self._feed(parser, piece, last=False)
        self._feed(parser, b"", last=True)

    def _feed(self, parser: expat.XMLParserType, piece: bytes, *, last: bool) -> None:
        try:
            parser.Parse(piece, last)
        except (expat.ExpatError, UnicodeError, LookupError) as error:
            raise Refusal("sheet.incomplete", file=self.file) from error

    def _refuse_doctype(self, *_: object) -> None:
        raise Refusal("sheet.doctype", file=self.file)


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name[name.find(":") + 1 :]


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _LARGE and info.file_size > _DULL * info.compress_size
