"""The printers to choose from; asking for them may take long, so never on the main thread."""

from __future__ import annotations


def printer_names() -> list[str]:
    """Return the names of the printers, the one the system proposes first."""
    # Imported here: it loads the print system.
    from desk.ui.printing.devices import installed

    printers = installed()
    return sorted(printers.names, key=lambda name: (name != printers.default, name))
