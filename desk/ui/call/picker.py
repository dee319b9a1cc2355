"""Chooses one of many by a few characters: the correction of a chip, without leaving the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.ui.kit.finder import Finder
from desk.ui.kit.rows import OneLine
from desk.ui.look import Look
from desk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        value: what is picked.
        title: its name.
        note: quiet, at the right.
        letters: what it is found by beside its name: initials, pinyin, a code.
        key: a figure that picks it at once; "" where there is none.
    """

    value: object
    title: str
    note: str = ""
    letters: str = ""
    key: str = ""

    def answers(self, query: str) -> bool:
        """Tell whether every word of the query is in it."""
        hay = f"{self.title} {self.note} {self.letters}".casefold()
        return all(word in hay for word in query.casefold().split())

    def begins(self, query: str) -> bool:
        """Tell whether its name or one of its letterings begins with the query."""
        names = (self.title, *self.letters.split())
        return any(name.casefold().startswith(query.casefold()) for name in names)


def answering(choices: Sequence[Choice], query: str) -> list[Choice]:
    """Return the choices that answer a query, those that begin with it first."""
    found = [one for one in choices if one.answers(query)]
    return sorted(found, key=lambda one: not one.begins(query)) if query else found


class Picker(Finder):
    """A line and the choices that answer it; Enter takes one, Escape takes none."""

    picked = Signal(object)

    def __init__(self, look: Look, words: Words, host: QWidget) -> None:
        super().__init__(look, host, name=words.say("Choose"), listed=words.say("Choices"))
        self._look_up: Callable[[str], Sequence[Choice]] = lambda _query: ()
        self._found: Sequence[Choice] = ()
        self._now: object = None
        self._none_such = words.say("Nothing is called that")

    def ask(
        self,
        title: str,
        choices: Sequence[Choice] | Callable[[str], Sequence[Choice]],
        *,
        current: object = None,
    ) -> None:
        """Open with these choices, or with a function that looks them up for what is typed.

        Args:
            title: what is asked.
            choices: what can be chosen.
            current: the value that holds now; it is highlighted first.
        """
        if callable(choices):
            self._look_up = choices
        else:
            fixed = tuple(choices)
            self._look_up = lambda query: answering(fixed, query)
        self._now = current
        self.line.setPlaceholderText(title)
        self.line.setAccessibleName(title)
        self.setAccessibleName(title)
        self.line.clear()
        self.refresh()
        self.open()

    def place(self, room: QRect) -> QRect:
        """Lie in the upper part."""
        return self.upper_part(room, self.look.sizes.sheet)

    def answer(self, query: str) -> Sequence[OneLine]:
        """Return the choices that answer."""
        self._found = self._look_up(query)
        self.nothing.setText(self._none_such if query else "")
        return [OneLine(one.title, one.note, keys=one.key) for one in self._found]

    def first_row(self, query: str) -> int:
        """Highlight the value that holds now until something is typed."""
        values = [choice.value for choice in self._found]
        holds = not query and self._now is not None and self._now in values
        return values.index(self._now) if holds else 0

    def walk(self, event: QKeyEvent) -> bool:
        """Take the choice of a figure while nothing is typed, else walk the list."""
        if not self.line.text() and (row := self._keyed(event.text())) is not None:
            self.take(row)
            return True
        return super().walk(event)

    def take(self, row: int) -> None:
        """Tell what was chosen."""
        value = self._found[row].value
        self.dismiss()
        self.picked.emit(value)

    def _keyed(self, text: str) -> int | None:
        keys = [choice.key for choice in self._found]
        return keys.index(text) if text and text in keys else None
