"""What happened to something, as a page shows it: who, when, and each field before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.anew import emptied
from desk.ui.kit.label import ElidedLabel, Label
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words

#: Values of at most so many characters stand on one line with an arrow between them.
_SHORT = 18
#: So much of what stayed the same is shown around a difference.
_AROUND = 14


@dataclass(frozen=True)
class SaidChange:
    """One field in words; ``before`` is '' where it was empty."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class SaidRevision:
    """One step in words: what was done, by whom, when."""

    action: str
    who: str
    when: str
    changes: tuple[SaidChange, ...] = ()
    note: str = ""


def difference(before: str, after: str) -> tuple[str, str]:
    """Return both texts cut down to where they differ, with a little of what stayed around it."""
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _cut(before, start, end), _cut(after, start, end)


def _cut(text: str, start: int, end: int) -> str:
    left = max(0, start - _AROUND)
    right = min(len(text), len(text) - end + _AROUND)
    head = "…" if left > 0 else ""
    tail = "…" if right < len(text) else ""
    return head + " ".join(text[left:right].split("\n")) + tail


class _Was(Label):
    """What stood there before: quiet and struck through."""

    def restyle(self) -> None:
        """Take font and colour from the theme in force, and the line through it."""
        super().restyle()
        font = self.font()
        font.setStrikeOut(True)
        self.setFont(font)


class RevisionList(QWidget):
    """Steps below each other, the newest first; the older ones are asked for by a button's text."""

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[SaidRevision, ...] = ()
        self._inner = QWidget(self)
        look.changed.connect(self._build)

    @property
    def shown(self) -> tuple[SaidRevision, ...]:
        """The steps on screen."""
        return self._shown

    def show_steps(self, steps: Sequence[SaidRevision]) -> None:
        """Show other steps."""
        if tuple(steps) != self._shown:
            self._shown = tuple(steps)
            self._build()

    def _build(self) -> None:
        s = self._look.sizes
        self._inner = emptied(self._column, self._inner, self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(s.middle)
        for step in self._shown:
            column.addWidget(self._step(step))
        self._column.addWidget(self._inner)
        self._inner.show()

    def _step(self, step: SaidRevision) -> QWidget:
        look, s = self._look, self._look.sizes
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(s.ring)
        head = QHBoxLayout()
        head.setSpacing(s.small)
        head.addWidget(Label(look, step.action))
        by = "·".join(part for part in (step.who, step.when) if part)
        head.addWidget(ElidedLabel(look, by, Text.SMALL, tone=Tone.QUIET), 1)
        column.addLayout(head)
        if step.note:
            column.addWidget(Label(look, step.note, Text.SMALL, tone=Tone.QUIET, wrap=True))
        if step.changes:
            column.addLayout(self._changes(step.changes))
        return box

    def _changes(self, changes: Sequence[SaidChange]) -> QGridLayout:
        look, s = self._look, self._look.sizes
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(s.middle)
        grid.setVerticalSpacing(s.ring)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, change in enumerate(changes):
            label = Label(look, change.label, Text.SMALL, tone=Tone.QUIET)
            grid.addWidget(label, row, 0, top)
            grid.addWidget(self._change(change), row, 1)
        return grid

    def _change(self, change: SaidChange) -> QWidget:
        look, s, words = self._look, self._look.sizes, self._words
        box = QWidget()
        before, after = change.before, change.after
        if before and after:
            before, after = difference(before, after)
        short = len(before) <= _SHORT and len(after) <= _SHORT
        row: QHBoxLayout | QVBoxLayout = QHBoxLayout(box) if short else QVBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(s.unit)
        if before:
            was = _Was(look, before, Text.SMALL, tone=Tone.QUIET, wrap=not short)
            was.setAccessibleName(words.say("Before: {text}", text=change.before))
            row.addWidget(was)
        if before and short:
            arrow = Label(look)
            ratio = self.devicePixelRatioF()
            picture = look.pixmap(Icon.ARROW_RIGHT, look.colours.quiet, s.icon_small, ratio)
            arrow.setPixmap(picture)
            row.addWidget(arrow)
        now = Label(look, after or words.say("(empty)"), Text.SMALL, wrap=not short)
        now.set_tone(Tone.PLAIN if after else Tone.QUIET)
        now.setAccessibleName(words.say("After: {text}", text=change.after))
        row.addWidget(now)
        if short:
            row.addStretch(1)
        return box
