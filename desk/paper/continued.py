"""The page overleaf: in full what the slip itself had no room for."""

from __future__ import annotations

from desk.paper.form import Cut
from desk.paper.sheet import FRAME, Book
from desk.paper.text import Setting, lines, marked
from desk.paper.top import LEFT, RIGHT, Part

_SETTING = Setting(9.5, 13.5)
_TOP, _BOTTOM = 90.0, 18.0
_MOST_PAGES = 2


def set_continued(book: Book, part: Part, cut: Cut, height: float) -> None:
    """Add what was cut on one or two pages of the given height; beyond that it is marked."""
    words, order = part.words, part.order
    room = RIGHT - LEFT
    sections = []
    if cut.door_note:
        sections.append((words.say_in("slip", "At the door"), order.door_note))
    if cut.description:
        sections.append((part.problem, order.description))
    text: list[str] = []
    headings = set()
    for name, said in sections:
        text += [""] if text else []
        headings.add(len(text))
        text += [name, *lines(part.text(said), _SETTING.size, room)]
    most = int((height - _TOP - _BOTTOM) // _SETTING.leading)
    if len(text) > most * _MOST_PAGES:
        mark = words.say_in("cut text", "… (full text in the system)")
        text = text[: most * _MOST_PAGES]
        text[-1] = marked(text[-1], _SETTING.size, room, False, mark)
    for at in range(0, len(text), most):
        part.head(more="  " + words.say_in("slip", "Continued"))
        part.sheet.rule(LEFT, 68, RIGHT, FRAME)
        for i, line in enumerate(text[at : at + most]):
            y = _TOP + i * _SETTING.leading
            part.sheet.say(LEFT, y, line, _SETTING.size, bold=at + i in headings)
        book.turn()
