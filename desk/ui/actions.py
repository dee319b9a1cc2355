"""Every action of a window, once: for its keys, its menus, its key caps and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from desk.ui.icons import Icon
from desk.ui.kit.key_cap import key_words
from desk.ui.look import Look
from desk.words.catalogue import Words


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    Attributes:
        id: a stable dotted name, such as ``"call.park"``.
        text: its English message, marked (``mark("Park the call")``): shown in the language of
            the window, found by both.
        shortcut: in Qt's portable form (``"Ctrl+Return"``), or empty.
        icon: beside it in menus and palette.
        run: does it.
        enabled: says whether it can be done now.
    """

    id: str
    text: str
    shortcut: str
    icon: Icon | None
    run: Callable[[], object]
    enabled: Callable[[], bool] = _always


@dataclass(frozen=True, slots=True)
class _Placed:
    """An action and the widget it belongs to."""

    action: Action
    home: QWidget
    focused: bool

    @property
    def alive(self) -> bool:
        return shiboken6.isValid(self.home)

    @property
    def in_reach(self) -> bool:
        """Whether it can be run from the palette now."""
        return self.alive and self.home.isVisible() and self.action.enabled()


class Actions(QObject):
    """The registry of one window; it binds the keys and refuses one key for two things."""

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self._placed: dict[str, _Placed] = {}

    def add(self, action: Action, home: QWidget | None = None, *, focused: bool = False) -> None:
        """Take an action and bind its key.

        Args:
            action: what can be done.
            home: the page it belongs to; its key rests while that is hidden. The window if None.
            focused: bind the key only while the focus is in ``home`` (single letters in a list).

        Raises:
            ValueError: its id or its key is taken.
        """
        placed = _Placed(action, home or self._window, focused)
        self._check(placed)
        self._placed[action.id] = placed
        if action.shortcut:
            self._bind(placed)

    def all(self) -> list[Action]:
        """Return every action, in the order they were added."""
        return [placed.action for placed in self._alive()]

    def in_reach(self) -> list[Action]:
        """Return what can be done now."""
        return [placed.action for placed in self._alive() if placed.in_reach]

    def get(self, action_id: str) -> Action:
        """Return the action of this id.

        Raises:
            KeyError: there is none.
        """
        return self._placed[action_id].action

    def text(self, action: Action) -> str:
        """Return its words in the language of the window."""
        return self._words.say(action.text)

    def trigger(self, action_id: str) -> bool:
        """Run an action if it can be done now, and say whether it was."""
        placed = self._placed.get(action_id)
        if placed is None or not placed.alive or not placed.action.enabled():
            return False
        placed.action.run()
        return True

    def fill(self, menu: QMenu, look: Look, ids: list[str]) -> QMenu:
        """Put actions into a menu, each with icon and key; an empty id is a separator."""
        for action_id in ids:
            if not action_id:
                menu.addSeparator()
                continue
            action = self.get(action_id)
            # The key is shown as text only: as a key of the menu entry it would be bound twice.
            keys = "+".join(key_words(action.shortcut))
            entry = menu.addAction("\t".join(part for part in (self.text(action), keys) if part))
            if action.icon is not None:
                entry.setIcon(look.icon(action.icon))
            entry.setEnabled(action.enabled())
            entry.triggered.connect(lambda _checked=False, name=action_id: self.trigger(name))
        return menu

    def _alive(self) -> list[_Placed]:
        return [placed for placed in self._placed.values() if placed.alive]

    def _check(self, new: _Placed) -> None:
        old = self._placed.get(new.action.id)
        if old is not None and old.alive:
            raise ValueError(f"two actions are called {new.action.id}")
        if not new.action.shortcut:
            return
        keys = QKeySequence(new.action.shortcut)
        if not keys.toString():
            raise ValueError(f"{new.action.id} has no key {new.action.shortcut}")
        for other in self._alive():
            if other.action.shortcut and QKeySequence(other.action.shortcut) == keys:
                meet = other.home is new.home or self._window in (other.home, new.home)
                nested = other.home.isAncestorOf(new.home) or new.home.isAncestorOf(other.home)
                if meet or nested:
                    raise ValueError(
                        f"{new.action.id} and {other.action.id} share {new.action.shortcut}"
                    )

    def _bind(self, placed: _Placed) -> None:
        action = placed.action
        shortcut = QShortcut(placed.home)
        keys = [QKeySequence(action.shortcut)]
        if "Return" in action.shortcut:
            # The Enter of the number pad is another key to Qt, the same to everybody else.
            keys.append(QKeySequence(action.shortcut.replace("Return", "Enter")))
        shortcut.setKeys(keys)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if placed.focused
            else Qt.ShortcutContext.WindowShortcut
        )
        shortcut.activated.connect(lambda: self.trigger(action.id))
