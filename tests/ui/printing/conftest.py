"""The office and the session of the open ticket."""

from tests.ui.ticket.conftest import (
    devices,
    in_window,
    office,
    papers,
    printed,
    session,
)

__all__ = ["devices", "in_window", "office", "papers", "printed", "session"]
