"""The steps of a ticket as the window offers them: name, key and icon, the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desk.tickets.states import Step
from desk.ui.icons import Icon
from desk.words.catalogue import Words, mark_in

_NAMES: Final = {
    Step.DISPATCH: mark_in("step", "Dispatch"),
    Step.ACCEPT: mark_in("step", "Accept"),
    Step.ARRIVE: mark_in("step", "Arrive"),
    Step.FINISH: mark_in("step", "Finish"),
    Step.HOLD: mark_in("step", "Put on hold"),
    Step.RESUME: mark_in("step", "Resume"),
    Step.TRANSFER: mark_in("step", "Transfer"),
    Step.TURN_DOWN: mark_in("step", "Turn down"),
    Step.PLAN_VISIT: mark_in("step", "Plan a return visit"),
    Step.VISIT: mark_in("step", "Return visit"),
    Step.CLOSE: mark_in("step", "Close"),
    Step.REOPEN: mark_in("step", "Reopen"),
    Step.CHASE: mark_in("step", "Chase"),
    Step.APPOINT: mark_in("step", "Appointment"),
    Step.EDIT: mark_in("step", "Edit"),
    Step.COMMENT: mark_in("step", "Comment"),
    Step.PRINT_SLIP: mark_in("step", "Print the slip"),
    Step.RETURN_SLIP: mark_in("step", "Slip is back"),
    Step.MERGE: mark_in("step", "Merge"),
    Step.CANCEL: mark_in("step", "Cancel the ticket"),
    Step.TAKE_BACK: mark_in("step", "Undo the last step"),
}

#: One key a step on the chosen row of a list, without modifiers; hold and resume share theirs,
#: because a ticket never offers both.
STEP_KEYS: Final[Mapping[Step, str]] = MappingProxyType(
    {
        Step.DISPATCH: "D",
        Step.ACCEPT: "A",
        Step.ARRIVE: "R",
        Step.FINISH: "F",
        Step.HOLD: "H",
        Step.RESUME: "H",
        Step.TRANSFER: "T",
        Step.TURN_DOWN: "J",
        Step.PLAN_VISIT: "L",
        Step.VISIT: "V",
        Step.CLOSE: "X",
        Step.REOPEN: "O",
        Step.CHASE: "U",
        Step.APPOINT: "Y",
        Step.EDIT: "E",
        Step.COMMENT: "C",
        Step.PRINT_SLIP: "P",
        Step.RETURN_SLIP: "S",
        Step.MERGE: "M",
        Step.CANCEL: "Delete",
        Step.TAKE_BACK: "Z",
    }
)

STEP_ICONS: Final[Mapping[Step, Icon]] = MappingProxyType(
    {
        Step.DISPATCH: Icon.ARROW_RIGHT,
        Step.ACCEPT: Icon.CHECK,
        Step.ARRIVE: Icon.PLACE,
        Step.FINISH: Icon.DONE,
        Step.HOLD: Icon.HOLD,
        Step.RESUME: Icon.IN_PROGRESS,
        Step.TRANSFER: Icon.TRANSFER,
        Step.TURN_DOWN: Icon.CHEVRON_LEFT,
        Step.PLAN_VISIT: Icon.PLANNED,
        Step.VISIT: Icon.VISIT,
        Step.CLOSE: Icon.LOCK,
        Step.REOPEN: Icon.REFRESH,
        Step.CHASE: Icon.CHASE,
        Step.APPOINT: Icon.CALENDAR,
        Step.EDIT: Icon.EDIT,
        Step.COMMENT: Icon.COMMENT,
        Step.PRINT_SLIP: Icon.PRINT,
        Step.RETURN_SLIP: Icon.SCAN,
        Step.MERGE: Icon.MERGE,
        Step.CANCEL: Icon.CANCELLED,
        Step.TAKE_BACK: Icon.UNDO,
    }
)

#: Where a menu of steps is parted: the way to the end, what is noted on the way, what ends it.
STEP_GROUPS: Final[tuple[frozenset[Step], ...]] = (
    frozenset(
        {
            Step.DISPATCH,
            Step.ACCEPT,
            Step.ARRIVE,
            Step.FINISH,
            Step.HOLD,
            Step.RESUME,
            Step.TRANSFER,
            Step.TURN_DOWN,
            Step.PLAN_VISIT,
            Step.VISIT,
            Step.CLOSE,
            Step.REOPEN,
        }
    ),
    frozenset({Step.CHASE, Step.APPOINT, Step.EDIT, Step.COMMENT}),
    frozenset({Step.PRINT_SLIP, Step.RETURN_SLIP}),
    frozenset({Step.MERGE, Step.CANCEL, Step.TAKE_BACK}),
)

_BY_CODE: Final = {
    Qt.Key.Key_Delete if key == "Delete" else Qt.Key(ord(key)): [
        step for step, other in STEP_KEYS.items() if other == key
    ]
    for key in set(STEP_KEYS.values())
}
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)


def step_name(words: Words, step: Step) -> str:
    """Name a step as a menu or a button does: 接单."""
    return words.say_in(*_NAMES[step])


def step_of(event: QKeyEvent, offered: tuple[Step, ...]) -> Step | None:
    """Return the step a pressed key asks for, if it is among those offered."""
    if event.modifiers() & _MODIFIERS:
        return None
    return next((s for s in _BY_CODE.get(Qt.Key(event.key()), []) if s in offered), None)
