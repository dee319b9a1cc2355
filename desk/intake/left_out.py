"""Rows that were understood and are not imported all the same."""

from __future__ import annotations

from typing import NamedTuple

from desk.refusals import Refusal
from desk.sheets.findings import Place


class LeftOut(NamedTuple):
    """A row that is not imported, and why."""

    source: Place
    why: Refusal
