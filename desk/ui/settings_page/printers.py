"""The printers this computer knows; asking for them may take long, so never on the main thread."""

from __future__ import annotations


def printer_names() -> list[str]:
    """Return the names of the printers, the system's default first."""
    # Imported here: it loads the print system.
    from PySide6.QtPrintSupport import QPrinterInfo

    default = QPrinterInfo.defaultPrinterName()
    names = [str(name) for name in QPrinterInfo.availablePrinterNames()]
    return sorted(names, key=lambda name: (name != default, name))
