"""Tells a ledger's own numbers from figures that only count its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desk.tickets.ledger.read import ReadTicket

_FIGURE: Final = re.compile(r"\d{1,5}")


def without_running(tickets: Sequence[ReadTicket]) -> Sequence[ReadTicket]:
    """Leave out numbers that begin anew: what names two entries names neither."""
    figures = [one.number for one in tickets if _FIGURE.fullmatch(one.number)]
    again = sum(count - 1 for count in Counter(figures).values())
    if not figures or again * 20 <= len(figures):
        return tickets
    return [replace(one, number="") if _FIGURE.fullmatch(one.number) else one for one in tickets]
