"""The parts of a list as chips: each with its count, and a figure as its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from desk.ui.actions import Action
from desk.ui.icons import Icon
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.look import Look

P = TypeVar("P", bound=StrEnum)


class PartChips(Generic[P]):
    """One chip a part, in the order of their figures.

    Attributes:
        flow: the layout they stand in.
    """

    def __init__(self, look: Look, names: Mapping[P, str], look_at: Callable[[P], None]) -> None:
        """Make them of the names of the parts; ``look_at`` takes the one that is wanted."""
        self._look_at = look_at
        self._chips = {
            part: self._chip(look, part, f"{name}  {figure}", name)
            for figure, (part, name) in enumerate(names.items(), start=1)
        }
        self.flow = Flow()
        for chip in self._chips.values():
            self.flow.addWidget(chip)

    def __getitem__(self, part: P) -> Chip:
        """Return the chip of a part."""
        return self._chips[part]

    def actions(self, area: str, texts: Mapping[P, str]) -> Iterator[Action]:
        """Return what the figures do; ``texts`` say so where the keys are listed."""
        for figure, part in enumerate(self._chips, start=1):
            look_at = partial(self._look_at, part)
            yield Action(f"{area}.{part}", texts[part], str(figure), Icon.FILTER, look_at)

    def show(self, counts: Mapping[P, int], current: P) -> None:
        """Show how many there are of each part, and which one is looked at."""
        for part, chip in self._chips.items():
            chip.set_count(counts.get(part, 0))
            chip.setChecked(part is current)

    def _chip(self, look: Look, part: P, tip: str, name: str) -> Chip:
        chip = Chip(look, name, count=0, checkable=True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setToolTip(tip)
        chip.clicked.connect(partial(self._clicked, part))
        return chip

    def _clicked(self, part: P, _checked: bool = False) -> None:
        self._look_at(part)
