"""The filters over the queue: one chip each with its count and its key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.tickets.queue import Chip
from desk.ui.icons import Icon
from desk.ui.kit import chip as kit
from desk.ui.kit.flow import Flow
from desk.ui.look import Look
from desk.ui.theme import Tone
from desk.words.catalogue import Words, mark, mark_in

_NAMES: Final = {
    Chip.OVERDUE: mark_in("chip", "Overdue"),
    Chip.SOON: mark_in("chip", "Due soon"),
    Chip.RECEIVED: mark_in("chip", "To dispatch"),
    Chip.IN_PROGRESS: mark_in("chip", "In progress"),
    Chip.HOLD: mark_in("chip", "On hold"),
    Chip.TO_VISIT: mark_in("chip", "To visit"),
    Chip.DONE: mark_in("chip", "Done"),
}
_LOOKS: Final = {
    Chip.OVERDUE: (Icon.OVERDUE, Tone.OVERDUE),
    Chip.SOON: (Icon.SOON, Tone.SOON),
    Chip.RECEIVED: (Icon.TO_DISPATCH, Tone.PLAIN),
    Chip.IN_PROGRESS: (Icon.IN_PROGRESS, Tone.PLAIN),
    Chip.HOLD: (Icon.HOLD, Tone.HOLD),
    Chip.TO_VISIT: (Icon.VISIT, Tone.PLAIN),
    Chip.DONE: (Icon.DONE, Tone.QUIET),
}
#: A figure each, in their order, while the focus is in the queue; with Ctrl they are the places
#: of the window, with Alt the answers.
CHIP_KEYS: Final[Mapping[Chip, str]] = {
    chip: str(figure) for figure, chip in enumerate(Chip, start=1)
}
#: What the palette calls each filter, and its icon.
CHIP_ACTIONS: Final[Mapping[Chip, tuple[str, Icon]]] = {
    Chip.OVERDUE: (mark("Queue: what is overdue"), Icon.OVERDUE),
    Chip.SOON: (mark("Queue: what is due soon"), Icon.SOON),
    Chip.RECEIVED: (mark("Queue: what is to be dispatched"), Icon.TO_DISPATCH),
    Chip.IN_PROGRESS: (mark("Queue: what is in progress"), Icon.IN_PROGRESS),
    Chip.HOLD: (mark("Queue: what is on hold"), Icon.HOLD),
    Chip.TO_VISIT: (mark("Queue: what is to be visited"), Icon.VISIT),
    Chip.DONE: (mark("Queue: what is done"), Icon.DONE),
}


def chip_name(words: Words, chip: Chip) -> str:
    """Name a filter: 超时."""
    return words.say_in(*_NAMES[chip])


class FilterChip(kit.Chip):
    """One filter; it shows the figure of its key where there is room for it."""

    def __init__(self, look: Look, words: Words, chip: Chip, parent: QWidget) -> None:
        self.chip = chip
        icon, tone = _LOOKS[chip]
        name = chip_name(words, chip)
        super().__init__(look, name, icon=icon, tone=tone, count=0, checkable=True, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{name}  {CHIP_KEYS[chip]}")

    def show_parts(self, *, icon: bool, key: bool) -> None:
        """Show or leave out what gives way first; the urgent ones never lose their icon."""
        always = self._tone not in (Tone.PLAIN, Tone.QUIET)
        self._icon = _LOOKS[self.chip][0] if icon or always else None
        self._key = CHIP_KEYS[self.chip] if key else ""
        self.updateGeometry()


class FilterChips(QWidget):
    """All filters in a row; at most one is chosen.

    Where it gets narrow the key caps give way first, then the icons that say nothing of urgency,
    and at last the row goes on in a second line.
    """

    #: The filter chosen now, or None when it was cleared.
    chosen = Signal(object)

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen: Chip | None = None
        self._flow = Flow(self)
        self.setAccessibleName(words.say("Filters of the queue"))
        self._chips = {chip: FilterChip(look, words, chip, self) for chip in Chip}
        for made in self._chips.values():
            self._flow.addWidget(made)
            made.clicked.connect(self._clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def chip(self) -> Chip | None:
        """The filter chosen now."""
        return self._chosen

    def widget(self, chip: Chip) -> FilterChip:
        """Return the chip of a filter."""
        return self._chips[chip]

    def show_counts(self, counts: Mapping[Chip, int]) -> None:
        """Show how many tickets each filter would show."""
        for chip, made in self._chips.items():
            made.set_count(counts.get(chip, 0))
        self._fit()

    def choose(self, chip: Chip | None) -> None:
        """Take this filter; None shows everything."""
        if chip is self._chosen:
            return
        self._chosen = chip
        for other, made in self._chips.items():
            made.setChecked(other is chip)
        self.chosen.emit(chip)

    def toggle(self, chip: Chip) -> None:
        """Take this filter, or clear it if it is the one taken."""
        self.choose(None if chip is self._chosen else chip)

    def restyle(self) -> None:
        """Take the room from the theme in force."""
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let give way what must."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        s = self._look.sizes
        for icon, key, gap in (
            (True, True, s.small),
            (True, False, s.small),
            (False, False, s.small),
            (False, False, s.unit),
        ):
            self._flow.setSpacing(gap)
            for made in self._chips.values():
                made.show_parts(icon=icon, key=key)
            self._flow.invalidate()
            if self._flow.sizeHint().width() <= self.width():
                return

    def _clicked(self) -> None:
        made = self.sender()
        if isinstance(made, FilterChip):
            self.toggle(made.chip)
            # A click toggles the button by itself; what was chosen decides.
            for other in self._chips.values():
                other.setChecked(other.chip is self._chosen)
