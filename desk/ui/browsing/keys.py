"""The keys that are the same over every list."""

SEARCH_KEY, NEW_KEY, EXPORT_KEY = "Ctrl+F", "Ctrl+N", "Ctrl+E"
#: Of the window: it opens the import page.
IMPORT_KEY = "Ctrl+I"
