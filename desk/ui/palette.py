"""Ctrl+K: every action that can be done now, found by a few characters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.ui.actions import Action, Actions
from desk.ui.kit.finder import Finder
from desk.ui.kit.key_cap import KeyCap
from desk.ui.kit.label import Label
from desk.ui.kit.rows import OneLine
from desk.ui.look import Look
from desk.ui.theme import Text, Tone
from desk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """An action as the palette shows and finds it."""

    action: Action
    title: str
    english: str
    initials: str


def rank(entry: Entry, query: str) -> int | None:
    """Return how well an entry answers a query, smaller is better, None when it does not.

    Every word of the query must be found: at the start of the title, of the initials or of an
    English word, or anywhere in one of them.
    """
    total = 0
    title, english = entry.title.casefold(), entry.english.casefold()
    for word in query.casefold().split():
        starts = [title.startswith(word), entry.initials.startswith(word)]
        if any(starts) or english.startswith(word):
            continue
        if any(part.startswith(word) for part in english.split()):
            total += 1
        elif word in title or word in entry.initials:
            total += 2
        elif word in english:
            total += 3
        else:
            return None
    return total


class CommandPalette(Finder):
    """A line and the actions that answer it; Enter runs the chosen one.

    What was used last stands first while nothing is typed.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        actions: Actions,
        initials: Callable[[str], str],
        host: QWidget,
    ) -> None:
        """Make a palette.

        Args:
            look: how it looks.
            words: what it says.
            actions: what it offers.
            initials: turns a Chinese text into the initials of its pinyin (``"催单"`` → ``"cd"``).
            host: any widget of the window.
        """
        super().__init__(
            look,
            host,
            name=words.say("Find an action"),
            listed=words.say("Actions"),
            nothing=words.say("No action is called that"),
            placeholder=words.say("Find an action"),
        )
        self._actions = actions
        self._initials = initials
        self._recent: list[str] = []
        self._entries: list[Entry] = []
        self._found: list[Entry] = []
        self.setAccessibleName(words.say("Actions"))
        self._part = QFrame()
        self._part.setFrameShape(QFrame.Shape.HLine)
        self._part.setFrameShadow(QFrame.Shadow.Plain)
        self._foot = QHBoxLayout()
        for keys, text in (
            ("Up", ""),
            ("Down", words.say("Choose")),
            ("Return", words.say("Run")),
            ("Esc", words.say("Close the palette")),
        ):
            self._foot.addWidget(KeyCap(look, keys))
            if text:
                self._foot.addWidget(Label(look, text, Text.SMALL, tone=Tone.QUIET))
                self._foot.addStretch(1)
        self._foot.addStretch(8)
        self.column.insertWidget(1, self._part)
        self.column.addLayout(self._foot)

    def open(self) -> None:
        """Show what can be done now, the last used first."""
        if self.is_open:
            return
        # In reach is asked before the palette takes the focus.
        self._entries = [self._entry(action) for action in self._actions.in_reach()]
        self.line.clear()
        self.refresh()
        super().open()

    def titles(self) -> list[str]:
        """Return what is shown, from the top."""
        return [entry.title for entry in self._found]

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        super().restyle()
        s, theme = self.look.sizes, self.look.theme
        self._foot.setContentsMargins(s.small + s.middle, 0, s.room, 0)
        self._foot.setSpacing(theme.space(1.5))
        self._part.setFixedHeight(s.hair)
        palette = theme.palette()
        palette.setColor(palette.ColorRole.WindowText, self.look.colours.line)
        self._part.setPalette(palette)

    def place(self, room: QRect) -> QRect:
        """Lie in the upper part."""
        s = self.look.sizes
        return self.upper_part(room, s.palette, foot=s.control_large)

    def answer(self, query: str) -> Sequence[OneLine]:
        """Return the actions that answer, among equals the last used first."""
        ranked = [(rank(entry, query), self._age(entry), entry) for entry in self._entries]
        found = [item for item in ranked if item[0] is not None]
        found.sort(key=lambda item: (item[0] or 0, item[1]))
        self._found = [entry for _, _, entry in found]
        return [_line(entry) for entry in self._found]

    def take(self, row: int) -> None:
        """Run an action."""
        action = self._found[row].action
        if action.id in self._recent:
            self._recent.remove(action.id)
        self._recent.insert(0, action.id)
        # Closed first: the action finds the focus where it was.
        self.dismiss()
        self._actions.trigger(action.id)

    def _entry(self, action: Action) -> Entry:
        title = self._actions.text(action)
        return Entry(action, title, action.text, self._initials(title).casefold())

    def _age(self, entry: Entry) -> int:
        name = entry.action.id
        return self._recent.index(name) if name in self._recent else len(self._recent)


def _line(entry: Entry) -> OneLine:
    note = entry.english if entry.english != entry.title else ""
    return OneLine(entry.title, note, entry.action.icon, keys=entry.action.shortcut)
