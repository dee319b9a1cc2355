"""The reasons a ticket ends for that nobody wrote: stored as codes, worded by the fronts."""

from __future__ import annotations

from typing import Final

#: It came in with an old ledger that does not say it was done, and nobody said it was still open.
IMPORTED_UNFINISHED: Final = "imported.unfinished"
