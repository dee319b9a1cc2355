"""The list of what desk and file say differently: one of the two holds, as somebody chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from desk.ui.icons import Icon
from desk.ui.intake.parts import Line, Part, Shape, Tool
from desk.words.catalogue import Words

MINE_KEY, THEIRS_KEY = "Shift+Left", "Shift+Right"
Row = TypeVar("Row")


def asked_part(
    words: Words,
    shape: Shape,
    rows: Sequence[Row],
    line: Callable[[int, bool], Line],
    put: Callable[[Row, bool], None],
    *,
    phones: bool = False,
) -> Part:
    """Return the list.

    Args:
        words: the language.
        shape: how the two stand beside each other.
        rows: the questions.
        line: says one, with telephone numbers whole or masked.
        put: takes the file's for one, or keeps the desk's.
        phones: numbers stand in it.
    """

    def choose(on: bool) -> None:
        for one in rows:
            put(one, on)

    return Part(
        "asked",
        words.say("Yours to decide"),
        words.say(
            "Changed at the desk, and otherwise in the file. The desk's stays unless you choose "
            "the file's."
        ),
        shape,
        len(rows),
        line,
        lambda at, on: put(rows[at], on),
        (
            Tool(
                words.say("Keep all as they are here"), MINE_KEY, Icon.UNDO, lambda: choose(False)
            ),
            Tool(
                words.say("Take all from the file"), THEIRS_KEY, Icon.IMPORT, lambda: choose(True)
            ),
        ),
        phones=phones,
    )
