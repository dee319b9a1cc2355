"""Work-order slips as PDF: A5 with one copy a page, A4 with three copies to be torn apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from desk.paper.continued import set_continued
from desk.paper.form import set_form
from desk.paper.sheet import A4, A5_LANDSCAPE, PRESS, Book
from desk.paper.stub import set_stub
from desk.paper.top import Copy, Part
from desk.refusals import Refusal
from desk.tickets.work_order import WorkOrder
from desk.words.catalogue import Words

PaperSize = Literal["A5", "A4"]

#: Height of the short copies above and below the full one on an A4 sheet.
_STUB = 217.0
#: The full copy needs less of a margin where it is torn than where a printer has to hold it.
_LESS = 6.0


def slip(
    orders: Sequence[WorkOrder],
    words: Words,
    size: PaperSize = "A5",
    copies: Sequence[Copy] = (Copy.TECHNICIAN,),
) -> bytes:
    """Return the slips of one or more tickets as one PDF; the same input gives the same bytes.

    Args:
        orders: what to print, in this order.
        words: the language it is in.
        size: ``A5`` is one copy on a page, lying; ``A4`` has the office's, the technician's and
            the resident's copy one above the other, to be torn apart.
        copies: which copies on A5; A4 always has all three.

    Raises:
        Refusal: ``paper.nothing_to_print`` without an order or a copy,
            ``paper.font_missing`` when a face is not there or damaged.
    """
    if not orders or not copies:
        raise Refusal("paper.nothing_to_print")
    with PRESS:
        page = A4 if size == "A4" else A5_LANDSCAPE
        title = words.say_in("slip", "Work order") + " " + orders[0].number
        book = Book(page, title, orders[0].centre or orders[0].community, words.language)
        for order in orders:
            if size == "A4":
                _set_a4(book, order, words)
            else:
                for copy in copies:
                    _set_a5(book, Part(book.sheet(), order, words, copy))
        return book.close()


def _set_a5(book: Book, part: Part) -> None:
    overleaf = part.copy is Copy.TECHNICIAN
    cut = set_form(part, _mark(part.words, overleaf))
    book.turn()
    if overleaf:
        set_continued(book, part, cut, A5_LANDSCAPE[1])


def _set_a4(book: Book, order: WorkOrder, words: Words) -> None:
    wide, high = A4
    set_stub(Part(book.sheet(), order, words, Copy.STUB))
    part = Part(book.sheet(_STUB - _LESS), order, words, Copy.TECHNICIAN)
    cut = set_form(part, _mark(words, overleaf=True))
    set_stub(Part(book.sheet(high - _STUB), order, words, Copy.RESIDENT))
    page = book.sheet()
    page.dashes(0, _STUB, wide)
    page.dashes(0, high - _STUB, wide)
    book.turn()
    set_continued(book, Part(page, order, words, Copy.TECHNICIAN), cut, high)


def _mark(words: Words, overleaf: bool) -> str:
    if overleaf:
        return words.say_in("cut text", "… (continued overleaf)")
    return words.say_in("cut text", "… (full text in the system)")
