"""The page overleaf: in full what the slip itself had no room for."""

from __future__ import annotations

from desk.paper.form import Cut
from desk.paper.sheet import FRAME, Book
from desk.paper.text import Block, Setting, lines, marked
from desk.paper.top import LEFT, RIGHT, Part

_SETTING = Setting(9.5, 13.5)
_TOP, _BOTTOM = 90.0, 18.0
_MOST_PAGES = 2


def set_continued(book: Book, part: Part, cut: Cut, height: float) -> None:
    """Add what was cut on one or two pages of the given height; beyond that it is marked."""
    words, order = part.words, part.order
    room = RIGHT - LEFT
    text: list[str] = []
    if cut.door_note:
        name = words.say_in("slip", "At the door")
        text += ["", *_section(name, part.text(order.door_note), room)]
    if cut.description:
        name = (
            words.say_in("slip", "What is wrong")
            if part.is_repair
            else words.say_in("slip", "What was said")
        )
        text += ["", *_section(name, part.text(order.description), room)]
    text = text[1:]
    most = int((height - _TOP - _BOTTOM) // _SETTING.leading)
    if len(text) > most * _MOST_PAGES:
        mark = words.say_in("cut text", "… (full text in the system)")
        text = text[: most * _MOST_PAGES]
        text[-1] = marked(text[-1], _SETTING.size, room, False, mark)
    for at in range(0, len(text), most):
        part.head(more="  " + words.say_in("slip", "Continued"))
        part.sheet.rule(LEFT, 68, RIGHT, FRAME)
        part.sheet.lines(LEFT, _TOP, Block(tuple(text[at : at + most]), _SETTING))
        book.turn()


def _section(name: str, text: str, room: float) -> list[str]:
    return [name, *lines(text, _SETTING.size, room)]
