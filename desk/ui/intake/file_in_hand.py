"""The file the import page works on, and how far it is with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.sheets.columns import Choice
from desk.ui.intake.understood import Opened, Understood

if TYPE_CHECKING:
    from desk.ui.intake.understood import Compared


@dataclass
class FileInHand:
    """What is known of the file in hand."""

    path: Path
    opened: Opened | None = None
    kind: str | None = None
    choices: tuple[Choice, ...] = ()
    found: Understood | None = None
    plan: Compared | None = None
    refused: Exception | None = None
    #: What was decided about it, for the next life of the page.
    decisions: dict[str, Any] = field(default_factory=dict)
