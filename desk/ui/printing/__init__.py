"""From a slip as a PDF to a printer or a file."""
