"""A field of words, one a line; a list that is pasted into it is taken apart."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

from desk.ui.kit.text_edit import TextEdit

#: What always stands between two words, and what does so unless both sides are Latin or figures:
#: "water off" and "24/7" are one word each.
_ALWAYS = re.compile(r"[,，、;；\n\r\t|\u2028\u2029]+")
_PERHAPS = re.compile(r"(?<![\x21-\x7e])[ /\u3000]+|[ /\u3000]+(?![\x21-\x7e])|\u3000+")


def take_apart(text: str) -> list[str]:
    """Return the words of a list, however they are set apart; none twice."""
    parts = (word for line in _ALWAYS.split(text) for word in _PERHAPS.split(line))
    return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


class WordList(TextEdit):
    """Words below each other; Enter is the next word and never submits."""

    def words(self) -> list[str]:
        """Return the words as they will be kept."""
        return take_apart(self.text())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put each word of a pasted list on a line of its own."""
        words = take_apart(source.text())
        if len(words) < 2:
            super().insertFromMimeData(source)
            return
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text = self.toPlainText()
        before, after = text[:start], text[end:]
        head = "\n" if before and not before.endswith("\n") else ""
        tail = "\n" if after and not after.startswith("\n") else ""
        cursor.insertText(head + "\n".join(words) + tail)
        self.setTextCursor(cursor)
