"""Knows files that are no tables by how they begin."""

from __future__ import annotations

import re

from desk.refusals import Refusal

#: What files of other kinds begin with.
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "sheet.pdf"),
    (b"\x89PNG", "sheet.picture"),
    (b"\xff\xd8\xff", "sheet.picture"),
    (b"GIF8", "sheet.picture"),
    (b"II*\0", "sheet.picture"),
    (b"MM\0*", "sheet.picture"),
    (b"SQLite format 3\0", "sheet.database"),
    (b"\0\1\0\0Standard ", "sheet.database"),
    (b"7z\xbc\xaf\x27\x1c", "sheet.archive"),
    (b"Rar!\x1a", "sheet.archive"),
    (b"\x1f\x8b", "sheet.archive"),
    (b"BZh", "sheet.archive"),
    (b"\xfd7zXZ", "sheet.archive"),
    (b"{\\rtf", "sheet.word"),
    (b"MZ\x90", "sheet.unknown"),
    (b"\x7fELF", "sheet.unknown"),
)
_PICTURE_INSIDE = re.compile(rb"RIFF....WEBP|BM....\0\0\0\0|....ftyp(?:heic|heix|mif1|avif)", re.S)


def refuse_other_kinds(head: bytes, name: str) -> None:
    """Refuse a file whose first bytes are those of something else than text.

    Raises:
        Refusal: ``sheet.picture``, ``sheet.pdf`` and their like.
    """
    code = next((code for mark, code in _KINDS if head.startswith(mark)), None)
    if code is None and _PICTURE_INSIDE.match(head):
        code = "sheet.picture"
    if code is not None:
        raise Refusal(code, file=name)
